"""Stances, matters and sides against labelled attributions in invented coverage, one file of the folder for each storyline.

An attribution stands for a labelled one when the cues meet and the contents meet, or when the contents share half of the
shorter one. Stances, sides and self-speech are scored over those found; matters by pairs of labelled attributions of one
actor; changes by pairs of labelled attributions of one actor on one matter, on two days, with sides for and against. Where one
attribution stands for two labels, what is right for one of them is right.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.analyze.articles import analyze_articles, load_model
from dateline.evaluate.articles import article_of
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Analysis, Article, Attribution, Span
from dateline.views.assemble import assemble
from dateline.views.document import Record, RecordPosition
from dateline.views.material import Kept
from dateline.views.quotes import quote_id

COLUMNS = ("cue", "content", "speaker", "stance", "self", "matter", "side")
NO_MATTER = "-"
PINNED = frozenset("ab")  # the parts whose figures have floors; a new part changes none of them
OPPOSED = frozenset({"for", "against"})


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled attribution, where it stands, on which day, and the attribution of the analysis that stands for it."""

    storyline: str
    day: str
    cue: Span
    content: Span
    row: Mapping[str, str]
    found: Attribution | None

    @property
    def held(self) -> tuple[str, str, str]:
        """The storyline, the speaker and the matter, which one position is of."""
        return self.storyline, self.row["speaker"], self.row["matter"]

    @property
    def quote(self) -> str | None:
        """The id of the quote of a record that stands for it."""
        return None if self.found is None else quote_id(self.found.content[0])


# What was labelled in a storyline, and its record.
Storyline = tuple[list[Label], Record]


def evaluate(data: Path) -> dict[str, float]:
    """The figures of parts A and B, on which the floors are pinned, of each part by the first letter of its files, and of all."""
    paths = sorted(data.glob("*.toml"))
    if not paths:
        raise FileNotFoundError(2, "no storyline", str(data / "*.toml"))
    parts: dict[str, list[Storyline]] = {}
    for path in paths:
        parts.setdefault(path.name[0], []).append(read_storyline(path))
    pinned = [one for part in sorted(parts) for one in parts[part] if part in PINNED]
    figures = score(pinned)
    for part in sorted(parts):
        figures |= _named(f"{part}_", parts[part])
    return figures | _named("all_", [one for part in sorted(parts) for one in parts[part]])


def _named(prefix: str, told: Sequence[Storyline]) -> dict[str, float]:
    return {f"{prefix}{name}": value for name, value in score(told).items()}


def read_storyline(path: Path) -> Storyline:
    """The labels of one storyline, located, with what was found for them, and the record of its articles."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["articles"]
    articles = [article_of({**row, "id": row["file"], "text": row["text"].strip(), "title": _title(row)}) for row in rows]
    settings = Settings()
    analyses = list(analyze_articles(articles, load_model(settings.model), settings))
    versions = pipeline.versions_of(settings)
    record = assemble(pipeline.run(articles, analyses, versions), Kept(versions))
    labels = [
        label
        for row, article, analysis in zip(rows, articles, analyses, strict=True)
        for label in _labels(path.stem, row, article, analysis)
    ]
    return labels, record


def _title(row: Mapping[str, Any]) -> str:
    return str(row["text"]).strip().split("\n", 1)[0]


def _labels(storyline: str, row: Mapping[str, Any], article: Article, analysis: Analysis) -> Iterator[Label]:
    for line in row["said"].strip().splitlines():
        told = dict(zip(COLUMNS, (cell.strip() for cell in line.split(" | ")), strict=True))
        cue, content = locate(article, told["cue"], told["content"])
        yield Label(storyline, row["date"], cue, content, told, _match(cue, content, analysis.attributions))


def locate(article: Article, cue: str, content: str) -> tuple[Span, Span]:
    """Where the words of a cue and its content stand: of several places the two that are nearest to each other."""
    pairs = [(one, other) for one in _places(article, cue) for other in _places(article, content)]
    if not pairs:
        raise ValueError(f"{article.id} lacks {cue!r} or {content!r}")
    return min(pairs, key=lambda pair: (max(pair[0].start - pair[1].end, pair[1].start - pair[0].end), pair))


def _places(article: Article, words: str) -> list[Span]:
    found, start = [], article.text.find(words)
    while start >= 0:
        found.append(Span(article.id, start, start + len(words)))
        start = article.text.find(words, start + 1)
    return found


def _match(cue: Span, content: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution that shares most with a label."""
    fits = []
    for at, one in enumerate(attributions):
        shared = sum(max(0, min(piece.end, content.end) - max(piece.start, content.start)) for piece in one.content)
        whole = sum(piece.end - piece.start for piece in one.content)
        cued = one.cue is not None and one.cue.meets(cue)
        if shared and (cued or 2 * shared >= min(whole, content.end - content.start)):
            fits.append((not cued, -shared, at))
    return attributions[min(fits)[2]] if fits else None


def score(told: Sequence[Storyline]) -> dict[str, float]:
    """The figures over several storylines."""
    labels = [label for one, _ in told for label in one]
    found = [(label, label.found) for label in labels if label.found is not None]
    taken = [(label, one) for label, one in found if label.row["matter"] != NO_MATTER]
    sides = {cell.quote: cell.side for _, record in told for one in _positions([record]) for cell in one.cells}
    right = [label.row["stance"] == one.polarity for label, one in found]
    return {
        "stances_right": _share(right),
        "stances_right_of_all": sum(right) / len(labels) if labels else 0.0,
        "found": len(found),
        "labels_gold": len(labels),
        "self_right": _share([(label.row["self"] == "yes") == one.own for label, one in found]),
        "sides_right": _share([label.row["side"] == sides.get(quote_id(one.content[0]), one.side) for label, one in taken]),
        **_score_matters(labels, [record for _, record in told]),
        **_score_changes(labels, [record for _, record in told]),
    }


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _positions(records: Sequence[Record]) -> list[RecordPosition]:
    told = {one.id: one for record in records for story in record.stories for one in story.positions}
    return [told[identity] for identity in sorted(told)]


def _score_matters(labels: Sequence[Label], records: Sequence[Record]) -> dict[str, float]:
    """Pairs of labels found that one position brings together, against those of one actor on one matter."""
    home = {cell.quote: position.id for position in _positions(records) for cell in position.cells}
    right = missed = unfound = 0
    together: dict[frozenset[str], bool] = {}
    for a, b in combinations(labels, 2):
        wanted = a.held == b.held and a.row["matter"] != NO_MATTER
        if a.quote is None or b.quote is None:
            unfound += wanted
        elif a.quote != b.quote:
            given = a.quote in home and home[a.quote] == home.get(b.quote)
            right += wanted and given
            missed += wanted and not given
            if given:
                pair = frozenset((a.quote, b.quote))
                together[pair] = wanted or together.get(pair, False)
    wrong = sum(not wanted for wanted in together.values())
    precision, recall, f = prf(right, wrong, missed)
    return {
        "matters_precision": precision,
        "matters_recall": recall,
        "matters_f": f,
        "pairs_gold": right + missed,
        "pairs_unfound": unfound,
    }


def _score_changes(labels: Sequence[Label], records: Sequence[Record]) -> dict[str, float]:
    """Changes told against those of the labels: of one actor on one matter, between two days, to the other side."""
    by_quote: dict[str, list[Label]] = {}
    for label in labels:
        if label.quote is not None:
            by_quote.setdefault(label.quote, []).append(label)
    wanted = set(_turns(labels))
    met: set[tuple[tuple[str, str, str], str]] = set()
    right = wrong = 0
    for change in (change for position in _positions(records) for change in position.changes):
        before, after = by_quote.get(change.earlier, []), by_quote.get(change.later, [])
        if not before and not after:
            continue  # neither is labelled
        turned = [(b.held, b.day) for a in before for b in after if a.held == b.held and (b.held, b.day) in wanted]
        right += bool(turned)
        wrong += not turned
        met.update(turned)
    return {
        "changes_precision": right / (right + wrong) if right + wrong else 0.0,
        "changes_recall": len(met) / len(wanted) if wanted else 0.0,
        "changes_given": right + wrong,
        "changes_gold": len(wanted),
    }


def _turns(labels: Sequence[Label]) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Who on which matter took the other side, and on which day: not the only side taken the day before."""
    days: dict[tuple[str, str, str], dict[str, set[str]]] = {}
    for label in labels:
        if label.row["matter"] != NO_MATTER and label.row["side"] in OPPOSED:
            days.setdefault(label.held, {}).setdefault(label.day, set()).add(label.row["side"])
    for held, told in days.items():
        before: set[str] = set()
        for day, sides in sorted(told.items()):
            if before and sides - before:
                yield held, day
            before = sides - before or sides
