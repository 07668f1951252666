"""How much of the gold of the sample coverage a record has: claims, origins, disagreements, quotations, dates, copies.

A statement of the record stands for a statement of the gold when the two share at least half of the shorter one. Pairs of
statements of different articles are counted, so that one wrong merge of many costs as much as it misleads. The gold lists all
that two or more articles of a storyline tell; a pair outside it counts as wrong unless both sides say the same words.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from unicodedata import normalize

import dateline
from dateline.evaluate.scores import prf
from dateline.views.document import Record, RecordClaim, Speaker
from dateline.views.evidence import Evidence
from dateline.words import spoken_words

Place = tuple[str, int, int]  # article id, start, end
ADDRESS = frozenset({"mr", "ms", "mrs", "dr", "sir"})
OPEN = ("contradiction", "denial")


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold with every statement located in the articles of a record; what a page's extraction lost has no place."""

    rows: Mapping[str, Any]
    articles: Mapping[str, str]
    texts: Mapping[str, str]

    def locate(self, row: Mapping[str, Any]) -> Place | None:
        """Where the exact words of a gold row stand; None where the article lacks them."""
        article = self.articles.get(str(row["file"]))
        if article is None:
            return None
        text = self.texts[article]
        start = text.find(str(row["exact"]))
        return None if start < 0 else (article, start, start + len(str(row["exact"])))

    def groups(self, rows: Iterable[Mapping[str, Any]]) -> list[list[Place]]:
        """The located statements of each row."""
        return [[place for place in map(self.locate, row["statements"]) if place is not None] for row in rows]


def evaluate(data: Path) -> dict[str, float]:
    """Figures for a folder that holds `coverage/` and `gold.json`; counts end in `_gold` or `_reported`."""
    record = dateline.report([data / "coverage"], analysis=True)
    return score(record, json.loads((data / "gold.json").read_text(encoding="utf-8")))


def score(record: Record, rows: Mapping[str, Any]) -> dict[str, float]:
    """The figures of one record against the rows of a gold file."""
    gold = Gold(
        rows,
        {article.file.split("/", 1)[-1]: article.id for article in record.articles},
        {article.id: article.text for article in record.articles},
    )
    return {
        **score_claims(record, gold),
        **score_origins(record, gold),
        **score_disagreements(record, gold),
        **score_quotes(record, gold),
        **score_dates(record, gold),
        **score_copies(record, gold),
        **score_stories(record, gold),
    }


def claims_of(record: Record) -> list[RecordClaim]:
    """Every claim of a record once, in order of id."""
    found = {claim.id: claim for story in record.stories for claim in story.claims}
    return [found[identity] for identity in sorted(found)]


def score_claims(record: Record, gold: Gold) -> dict[str, float]:
    """Precision, recall and F of the pairs of statements of different articles that a claim brings together."""
    groups = gold.groups(gold.rows["claims"])
    wanted = {pair for group in groups for pair in _pairs(group)}
    right = wrong = 0
    met = set()
    for claim in claims_of(record):
        for a, b in _pairs([place_of(statement.evidence) for statement in claim.statements]):
            hit = {pair for pair in wanted if _stand_for((a, b), pair)}
            met |= hit
            right += bool(hit)
            wrong += not hit and not _same_words(a, b, gold.texts)
    precision, _, _ = prf(right, wrong, 0)
    recall = len(met) / len(wanted) if wanted else 0.0
    return {
        "claims_precision": precision,
        "claims_recall": recall,
        "claim_pairs_gold": len(wanted),
        "claim_pairs_reported": right + wrong,
    }


def score_origins(record: Record, gold: Gold) -> dict[str, float]:
    """The share of the gold claims found in the record whose number of independent origins, and whose label, is right.

    A claim is found where one claim of the record has two of its statements, or its only one. The number rests on which
    statements were brought together, so it is given also for the claims that the record has whole: all of them and no other.
    """
    claims = claims_of(record)
    found = origins = labels = naive = whole = whole_origins = called = called_right = 0
    for row, places in zip(gold.rows["claims"], gold.groups(gold.rows["claims"]), strict=True):
        best = max(claims, key=lambda claim: (_shared(claim, places), claim.id), default=None)
        if best is None or _shared(best, places) < min(2, len(places)) or not places:
            continue
        found += 1
        origins += best.origins == row["origins"]
        if _same_statements(best, places):
            whole += 1
            whole_origins += best.origins == row["origins"]
        labels += best.label == row["label"]
        naive += best.outlets == row["origins"]
        called += best.label == "corroborated"
        called_right += best.label == row["label"] == "corroborated"
    share = 1 / found if found else 0.0
    return {
        "origins_right": origins * share,
        "labels_right": labels * share,
        "outlets_as_origins_right": naive * share,
        "origins_right_whole": whole_origins / whole if whole else 0.0,
        "claims_whole": whole,
        "corroborated_right": called_right / called if called else 0.0,
        "corroborated_called": called,
        "claims_found": found,
        "claims_gold": len(gold.rows["claims"]),
    }


def score_disagreements(record: Record, gold: Gold) -> dict[str, float]:
    """Precision and recall of contradictions and denials and of updates, by pair of values, and the tempting pairs fallen for."""
    distinct = {one.id: one for story in record.stories for one in story.disagreements}
    told = [
        (one.relation, [[place_of(statement.evidence) for statement in side.statements] for side in pair])
        for one in distinct.values()
        for pair in combinations(one.values, 2)
    ]
    found: dict[str, float] = {}
    for name, relations in (("contradictions", OPEN), ("updates", ("update",))):
        rows = [row for row in gold.rows["disagreements"] if row["relation"] in relations]
        wanted = [gold.groups(row["values"]) for row in rows]
        said = [sides for relation, sides in told if relation in relations]
        right = sum(any(_same_sides(sides, values) for values in wanted) for sides in said)
        met = sum(any(_same_sides(sides, values) for sides in said) for values in wanted)
        found[f"{name}_precision"] = right / len(said) if said else 0.0
        found[f"{name}_recall"] = met / len(wanted) if wanted else 0.0
        found[f"{name}_reported"], found[f"{name}_gold"] = len(said), len(wanted)
    pairs = [(gold.locate(row["a"]), gold.locate(row["b"])) for row in gold.rows["tempting"]]
    fallen = sum(
        any(relation in OPEN and _same_sides(sides, [[a], [b]]) for relation, sides in told)
        for a, b in pairs
        if a is not None and b is not None
    )
    unclear = sum(one.relation == "unclear" for one in distinct.values())
    return {**found, "unclear_reported": unclear, "tempting_fallen_for": fallen, "tempting_gold": len(pairs)}


def score_quotes(record: Record, gold: Gold) -> dict[str, float]:
    """The share of the gold quotations found, and the share of those found that have the right speaker, by any of its names."""
    told = [
        ([place_of(quote.evidence), *map(place_of, quote.rest)], speaker)
        for story in record.stories
        for quote in story.quotes
        for speaker in _names_of(quote.speaker, record)
    ]
    found = right = 0
    for row in gold.rows["quotes"]:
        place = gold.locate(row)
        speakers = [speaker for pieces, speaker in told if place is not None and any(overlap(p, place) for p in pieces)]
        found += bool(speakers)
        right += any(same_name(speaker, row["speaker"]) for speaker in speakers)
    total = len(gold.rows["quotes"])
    return {
        "quotes_found": found / total if total else 0.0,
        "speakers_right": right / found if found else 0.0,
        "quotes_gold": total,
    }


def _names_of(speaker: Speaker | None, record: Record) -> tuple[str, ...]:
    """What a speaker is called: in the quotation, and full names in any article ("Ivar Tessen", "Ivar Thessen")."""
    if speaker is None:
        return ("",)
    variants = (name for one in record.entities if one.id == speaker.entity for name in one.variants if " " in name)
    return speaker.name, *variants


def score_dates(record: Record, gold: Gold) -> dict[str, float]:
    """The share of the articles with the right day (stated or inferred), and of the gold times resolved to the right days."""
    by_id = {article.id: article for article in record.articles}
    days = 0
    for row in gold.rows["articles"]:
        article = by_id.get(gold.articles.get(row["file"], ""))
        if article is None:
            continue
        stated = article.published.earliest == row["published"]
        dating = None if article.dating is None else (article.dating.earliest, article.dating.latest)
        days += stated and (row["dating"] is None or dating == _ends(row["dating"]))
    times = sum(_time_right(row, record, gold) for row in gold.rows["times"])
    return {
        "days_right": days / len(gold.rows["articles"]),
        "times_right": times / max(1, len(gold.rows["times"])),
        "articles_gold": len(gold.rows["articles"]),
        "times_gold": len(gold.rows["times"]),
    }


def _ends(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["earliest"], row["latest"]


def _time_right(row: Mapping[str, Any], record: Record, gold: Gold) -> bool:
    around = gold.locate({"file": row["file"], "exact": row["context"]})
    if around is None or not isinstance(record.analyses, tuple):
        return False
    start = around[1] + str(row["context"]).find(str(row["exact"]))
    place = around[0], start, start + len(str(row["exact"]))
    found = (time for one in record.analyses if one.article == place[0] for time in one.times)
    return any(overlap(place_of(time.evidence), place) and (time.earliest, time.latest) == _ends(row) for time in found)


def score_copies(record: Record, gold: Gold) -> dict[str, float]:
    """Precision and recall of the pairs of articles whose texts derive from one another, and of those listed as rewrites."""
    wanted = {pair for files in _joined(row["articles"] for row in gold.rows["copies"]) for pair in _article_pairs(files, gold)}
    said = {pair for articles in _joined(copy.articles for copy in record.copies) for pair in combinations(articles, 2)}
    precision, recall, _ = prf(len(wanted & said), len(said - wanted), len(wanted - said))
    listed = [row for row in gold.rows["copies"] if row["kind"] == "rewrite"]
    rewrites = {pair for row in listed for pair in _article_pairs(row["articles"], gold)}
    alike = {(pair.a, pair.b) for copy in record.copies for pair in copy.pairs if pair.kind == "rewrite"}
    return {
        "copies_precision": precision,
        "copies_recall": recall,
        "copy_pairs_gold": len(wanted),
        "rewrites_found": len(rewrites & alike) / max(1, len(rewrites)),
        "rewrites_gold": len(rewrites),
    }


def _joined(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """The groups joined where they share a member: what derives from one text is one family, however it is listed."""
    families: list[set[str]] = []
    for group in groups:
        touching = [family for family in families if not family.isdisjoint(group)]
        families = [family for family in families if family not in touching] + [set(group).union(*touching)]
    return [sorted(family) for family in families]


def score_stories(record: Record, gold: Gold) -> dict[str, float]:
    """Precision and recall of the pairs of articles that tell the same story."""
    by_story: dict[str, list[str]] = {}
    for row in gold.rows["articles"]:
        by_story.setdefault(row["story"], []).append(row["file"])
    wanted = {pair for files in by_story.values() for pair in _article_pairs(files, gold)}
    said = {pair for story in record.stories for pair in combinations(sorted(story.articles), 2)}
    precision, recall, _ = prf(len(wanted & said), len(said - wanted), len(wanted - said))
    return {"stories_precision": precision, "stories_recall": recall, "stories_gold": len(by_story)}


def _article_pairs(files: Sequence[str], gold: Gold) -> Iterator[tuple[str, str]]:
    yield from combinations(sorted(gold.articles[file] for file in files if file in gold.articles), 2)


def place_of(evidence: Evidence) -> Place:
    """The place of a citation."""
    return evidence.article, evidence.start, evidence.end


def overlap(left: Place, right: Place) -> bool:
    """Whether two places share at least half of the shorter one."""
    shared = min(left[2], right[2]) - max(left[1], right[1])
    return left[0] == right[0] and 2 * shared >= min(left[2] - left[1], right[2] - right[1]) > 0


def _pairs(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    for a, b in combinations(sorted(places), 2):
        if a[0] != b[0]:
            yield a, b


def _stand_for(pair: tuple[Place, Place], wanted: tuple[Place, Place]) -> bool:
    return all(overlap(one, other) for one, other in zip(pair, wanted, strict=True))


def _same_words(a: Place, b: Place, texts: Mapping[str, str]) -> bool:
    return spoken_words(texts[a[0]][a[1] : a[2]]) == spoken_words(texts[b[0]][b[1] : b[2]])


def _shared(claim: RecordClaim, places: Sequence[Place]) -> int:
    mine = [place_of(statement.evidence) for statement in claim.statements]
    return sum(any(overlap(place, one) for one in mine) for place in places)


def _same_statements(claim: RecordClaim, places: Sequence[Place]) -> bool:
    mine = [place_of(statement.evidence) for statement in claim.statements]
    return all(_touch([one], places) for one in mine) and all(_touch([one], mine) for one in places)


def _same_sides(said: Sequence[Sequence[Place]], wanted: Sequence[Sequence[Place]]) -> bool:
    """Whether two different sides that are reported are two different sides of the gold."""
    return any(
        _touch(a, v) and _touch(b, w) for a in said for b in said if a is not b for v in wanted for w in wanted if v is not w
    )


def _touch(places: Sequence[Place], others: Sequence[Place]) -> bool:
    return any(overlap(one, other) for one in places for other in others)


def same_name(told: str, wanted: str) -> bool:
    """Whether all words of the shorter name stand in the longer one; accents and forms of address tell nobody apart."""
    a, b = (set(spoken_words(normalize("NFKD", name).encode("ascii", "ignore").decode())) - ADDRESS for name in (told, wanted))
    return bool(a and b) and (a <= b or b <= a)
