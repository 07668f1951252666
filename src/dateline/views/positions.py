"""Positions: what each actor said on each matter, in order of time, and where they changed sides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.ids import content_id
from dateline.types import Analysis, Article, Attribution, Dating, Span, Statement
from dateline.views.callings import Callings, called_as
from dateline.views.cite import cite_in
from dateline.views.document import Cell, PositionChange, RecordPosition, Speaker
from dateline.views.evidence import Cited
from dateline.views.material import Findings
from dateline.views.matters import Saying, Stems, comparable, count_telling, find_matters, name_stems, stems_of
from dateline.views.names import Names
from dateline.views.quotes import quote_id, tell_speaker

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "those", "some", "many", "both"})
UNDATED = "9999"
TELLING = 2  # words that name a matter: "it" and "the claim" name none
OPPOSED = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, where its words can be cited, with its day."""

    saying: Saying
    attribution: Attribution
    day: str | None
    speaker: Speaker


def tell_positions(
    findings: Findings, analyses: Sequence[Analysis], datings: Mapping[str, Dating], names: Names, articles: Mapping[str, Article]
) -> tuple[RecordPosition, ...]:
    """The positions of a storyline with two cells or more: with a change first, then the longest, then in order of place."""
    claims, called = _claims_in(findings), called_as(findings.entities)
    days = {one.article: _day(articles[one.article], datings.get(one.article)) for one in analyses}
    said = [
        Said(_saying(words, actor, claims.get(analysis.article, ())), words.attribution, days[analysis.article], actor)
        for analysis in sorted(analyses, key=lambda one: (days[one.article] or UNDATED, one.article))
        for words in _words(analysis, articles[analysis.article])
        if (actor := _actor(words.attribution, called, names, articles)) is not None
    ]
    groups = find_matters([one.saying for one in said])
    told = [_tell_position([said[place] for place in places], articles) for places in groups if len(places) > 1]
    return tuple(sorted(told, key=lambda one: (not one.changes, -len(one.cells), one.cells[0].evidence)))


def _day(article: Article, dating: Dating | None) -> str | None:
    return article.published.earliest or (None if dating is None else dating.earliest)


@dataclass(frozen=True, slots=True)
class Words:
    """An attribution with the stems of what is said, those of what was said before where the words only point to it."""

    attribution: Attribution
    stems: Stems


def _words(analysis: Analysis, article: Article) -> Iterator[Words]:
    """What is said in an article below its title, in order of place, each quote once."""
    last, seen, body = Stems(), set[Span](), len(article.title or "")
    for one in sorted(analysis.attributions, key=lambda one: (min(one.source or one.content[0], *one.content), one.content)):
        stems = stems_of(one, article, analysis.clauses)
        last = stems if stems.words else last
        if one.content[0] not in seen and one.content[0].start >= body:
            seen.add(one.content[0])
            yield Words(one, last)


def _actor(one: Attribution, called: Callings, names: Names, articles: Mapping[str, Article]) -> Speaker | None:
    """Who speaks, if that is known beyond the sentence."""
    speaker = tell_speaker(one, names, articles)
    if speaker is None or speaker.name.lower() in PRONOUNS:
        return None
    entity = called.of(speaker)
    if entity is not None:
        return Speaker(entity.id, entity.name, speaker.evidence)
    return None if _is_anybody(speaker.name) else speaker


def _is_anybody(name: str) -> bool:
    """Whether words name nobody in particular ("a spokesman", "officials"): in two articles they may be two people."""
    words = name.split()
    return (name == name.lower() and (words[0] in ("a", "an", "one", "another") or words[-1].endswith("s"))) or not name


def _saying(words: Words, actor: Speaker, claims: Sequence[tuple[str, Span]]) -> Saying:
    own = name_stems(actor.name)
    told = frozenset(claim for claim, span in claims if any(piece.holds(span) for piece in words.attribution.content))
    key = actor.entity or actor.name.lower().removeprefix("the ")
    return Saying(key, words.stems.words - own, words.stems.acts - own, words.stems.main, told)


def _claims_in(findings: Findings) -> dict[str, list[tuple[str, Span]]]:
    """The claim and the place of each statement, by article."""
    statements: dict[str, Statement] = {one.id: one for one in findings.statements}
    found: dict[str, list[tuple[str, Span]]] = {}
    for claim in findings.claims:
        for identity in claim.statements:
            span = statements[identity].span
            found.setdefault(span.article, []).append((claim.id, span))
    return found


def _tell_position(said: Sequence[Said], articles: Mapping[str, Article]) -> RecordPosition:
    ordered = sorted(said, key=lambda one: (one.day or UNDATED, one.attribution.content))
    cells = tuple(_tell_cell(one, articles) for one in ordered)
    speaker = said[0].speaker
    told = [cite_in(articles, one.attribution.content[0]) for one in ordered]
    lead = min(range(len(ordered)), key=lambda at: (count_telling(told[at].exact) < TELLING, _plainness(ordered[at].attribution)))
    return RecordPosition(
        id=content_id("position", speaker.entity or speaker.name, cells[0].quote),
        entity=speaker.entity,
        actor=speaker.name,
        matter=Cited(told[lead]),
        claims=tuple(sorted({claim for one in said for claim in one.saying.claims})),
        cells=cells,
        changes=tuple(_changes(ordered)),
    )


def _plainness(one: Attribution) -> tuple[bool, bool, int, Span]:
    """What is affirmed in indirect words names a matter best, then the shortest."""
    first = one.content[0]
    return one.side == "no comment", one.side != "for" or one.kind != "indirect", first.end - first.start, first


def _tell_cell(said: Said, articles: Mapping[str, Article]) -> Cell:
    one, first = said.attribution, said.attribution.content[0]
    return Cell(said.day, one.polarity, one.side, one.own, quote_id(first), cite_in(articles, first))


def _changes(ordered: Sequence[Said]) -> Iterator[PositionChange]:
    """Where the side is not that taken on an earlier day, once for each day; the last comparable thing said before counts.

    Words in several pieces are left out: the side is that of the first piece, and the others may be what is alike.
    """
    taken = [one for one in ordered if one.attribution.side in OPPOSED and one.day and len(one.attribution.content) == 1]
    turned: set[str | None] = set()
    for one in taken:
        before = [other for other in taken if (other.day or "") < (one.day or "") and comparable(other.saying, one.saying)]
        if before and one.day not in turned and before[-1].attribution.side == OPPOSED[one.attribution.side]:
            turned.add(one.day)
            yield PositionChange(*(quote_id(side.attribution.content[0]) for side in (before[-1], one)))
