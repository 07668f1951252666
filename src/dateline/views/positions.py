"""Positions: what each actor said on each matter, in order of time, and where they changed sides."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.ids import content_id
from dateline.types import Analysis, Article, Attribution, Dating, Side, Span, Statement
from dateline.views.callings import ANYBODY, Callings, called_as, plain_name
from dateline.views.cite import cite_in
from dateline.views.document import Cell, PositionChange, RecordPosition, Speaker
from dateline.views.evidence import Cited
from dateline.views.material import Findings
from dateline.views.matters import Saying, comparable, find_matters
from dateline.views.names import Names
from dateline.views.quotes import quote_id, tell_speaker
from dateline.views.terms import Stems, count_telling, name_stems, reader_of, stems_of

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "those", "some", "many", "both"})
SENT = frozenset({"spokesman", "spokeswoman", "spokesperson"})
PARAGRAPH = re.compile(r"\n+")
UNDATED = "9999"
LOOKED_BACK = 100  # earlier things said on one matter that a side is compared with, from the last: a bound on work
TELLING = 2  # words that name a matter: "it" and "the claim" name none
OPPOSED: Mapping[Side, Side] = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, where its words can be cited, with its day."""

    saying: Saying
    attribution: Attribution
    day: str | None
    speaker: Speaker
    side: Side
    retold: bool


def tell_positions(
    findings: Findings, analyses: Sequence[Analysis], datings: Mapping[str, Dating], names: Names, articles: Mapping[str, Article]
) -> tuple[RecordPosition, ...]:
    """The positions of a storyline with two cells or more: with a change first, then the longest, then in order of place."""
    claims = _claims_in(findings)
    days = {one.article: _day(articles[one.article], datings.get(one.article)) for one in analyses}
    heard = [
        (analysis, words, speaker)
        for analysis in sorted(analyses, key=lambda one: (days[one.article] or UNDATED, one.article))
        for words in _words(analysis, articles[analysis.article])
        if (speaker := tell_speaker(words.attribution, names, articles)) is not None
    ]
    called = called_as(findings.entities, articles, [speaker.name for _, _, speaker in heard])
    said: list[Said] = []
    for analysis, words, speaker in heard:
        day, known = days[analysis.article], claims.get(analysis.article, ())
        actor = _actor(speaker, called) or _sent_by(words.attribution, speaker, said, called, articles)
        if actor is not None:
            attribution = words.attribution
            said.append(Said(_saying(words, actor, known), attribution, day, actor, attribution.side, words.retells))
    groups = find_matters([one.saying for one in said], _pointed_to(said, articles))
    told = [_tell_position(_faced([said[place] for place in places]), articles) for places in groups if len(places) > 1]
    return tuple(sorted(told, key=lambda one: (not one.changes, -len(one.cells), one.cells[0].evidence)))


def _day(article: Article, dating: Dating | None) -> str | None:
    return article.published.earliest or (None if dating is None else dating.earliest)


@dataclass(frozen=True, slots=True)
class Words:
    """An attribution with the stems of what is said, those of what was said before where the words only point to it.

    It `retells` where somebody else speaks in it, or it is not said.
    """

    attribution: Attribution
    stems: Stems
    retells: bool


def _words(analysis: Analysis, article: Article) -> Iterator[Words]:
    """What is said in an article below its title, in order of place, each quote once."""
    last, seen, body = Stems(), set[Span](), len(article.title or "")
    reader, nested = reader_of(article, analysis.clauses), _Nested(analysis.attributions)
    for one in sorted(analysis.attributions, key=lambda one: (min(one.source or one.content[0], *one.content), one.content)):
        first = one.content[0]
        if first not in seen and first.start >= body:
            seen.add(first)
            quoted = one.kind == "direct" and reader.has_verb(first)
            beside = _beside(first, analysis.sentences, article) if quoted else ()
            stems = stems_of(one.content, reader, beside, points=quoted and reader.points(first))
            last = stems if stems.words else last
            yield Words(one, last, nested.retells(one))


class _Nested:
    """Which attributions of an article stand in others, by the places of their cues."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        cued = sorted(((one.cue, place) for place, one in enumerate(attributions) if one.cue is not None))
        self._cues = [cue for cue, _ in cued]
        self._inner = [attributions[place] for _, place in cued]
        unsaid = [one for one in attributions if one.polarity in ("denied", "refused")]
        self._unsaid = {inner.cue for one in unsaid for inner in self._inside(one) if inner is not one}

    def retells(self, one: Attribution) -> bool:
        """Whether somebody else is said to say something in what is said, or what is said is denied to have been said."""
        return one.cue in self._unsaid or any(other.speaker not in (None, one.speaker) for other in self._inside(one))

    def _inside(self, outer: Attribution) -> Iterator[Attribution]:
        """The attributions whose cues the content of another one holds."""
        for piece in outer.content:
            first = bisect_left(self._cues, piece.start, key=lambda cue: cue.start)
            for place in range(first, len(self._cues)):
                if self._cues[place].start >= piece.end:
                    break
                if piece.holds(self._cues[place]):
                    yield self._inner[place]


def _beside(piece: Span, sentences: Sequence[Span], article: Article) -> Sequence[Span]:
    """What stands before quoted words in their sentence, and the sentence before that in its paragraph: they go on from it."""
    at = bisect_right(sentences, piece.start, key=lambda span: span.start) - 1
    near = sentences[max(0, at - 1) : at + 1]
    near = near[1:] if len(near) > 1 and "\n" in article.text[near[0].end : near[1].start] else near
    return [Span(one.article, one.start, min(one.end, piece.start)) for one in near if one.start < piece.start]


def _pointed_to(said: Sequence["Said"], articles: Mapping[str, Article]) -> list[int | None]:
    """The place of what the same actor said right before words that point to it, up to the next paragraph; None for all else."""
    found: list[int | None] = [None] if said else []
    for place, (left, right) in enumerate(pairwise(said)):
        end, start = left.attribution.content[-1], right.attribution.content[0]
        near = end.article == start.article and end.end <= start.start and left.saying.actor == right.saying.actor
        points = near and right.saying.stems.points
        breaks = len(PARAGRAPH.findall(articles[end.article].text, end.end, start.start)) if points else 0
        found.append(place if points and breaks <= 1 else None)
    return found


def _actor(speaker: Speaker, called: Callings) -> Speaker | None:
    """Who speaks, if that is known beyond the sentence."""
    if speaker.name.lower() in PRONOUNS:
        return None
    entity = called.of(speaker)
    if entity is not None:
        return Speaker(entity.id, entity.name, speaker.evidence)
    name = called.phrase(speaker)
    return None if _is_anybody(name) else Speaker(speaker.entity, name, speaker.evidence)


def _sent_by(
    attribution: Attribution, speaker: Speaker, said: Sequence[Said], called: Callings, articles: Mapping[str, Article]
) -> Speaker | None:
    """The body for which "a spokeswoman" speaks: that which spoke right before in the same paragraph; None where none did."""
    if not said or plain_name(speaker.name).split(" ")[-1] not in SENT:
        return None
    last, start = said[-1], attribution.content[0]
    end = last.attribution.content[-1]
    between = articles[end.article].text[end.end : start.start] if end.article == start.article else "\n"
    return None if "\n" in between or not called.is_body(last.speaker) else last.speaker


def _is_anybody(name: str) -> bool:
    """Whether words name nobody in particular ("a spokesman", "officials"): in two articles they may be two people."""
    words = name.split() or ["a"]
    return (name == name.lower() and words[-1].endswith("s")) or words[0].lower() in ANYBODY


def _saying(words: Words, actor: Speaker, claims: Sequence[tuple[str, Span]]) -> Saying:
    told = frozenset(claim for claim, span in claims if any(piece.holds(span) for piece in words.attribution.content))
    key = actor.entity or actor.name.lower().removeprefix("the ")
    return Saying(key, words.stems.without(name_stems(actor.name)), told)


def _claims_in(findings: Findings) -> dict[str, list[tuple[str, Span]]]:
    """The claim and the place of each statement, by article."""
    statements: dict[str, Statement] = {one.id: one for one in findings.statements}
    found: dict[str, list[tuple[str, Span]]] = {}
    for claim in findings.claims:
        for identity in claim.statements:
            span = statements[identity].span
            found.setdefault(span.article, []).append((claim.id, span))
    return found


def _faced(said: Sequence[Said]) -> list[Said]:
    """What is said on one matter, in order of time, with all sides on what was said first: "stays" is against "leaves".

    Quoted words are on what they are told beside ("It wants to shut the library. “A hard decision,” he said").
    """
    first: dict[str, bool] = {}
    for one in said:
        first.setdefault(one.saying.stems.answer, one.saying.stems.turned)
        for answer, turned in one.saying.stems.asked:
            first.setdefault(answer, turned)
    return [
        replace(one, side=OPPOSED.get(one.side, one.side)) if stems.turned != first[stems.answer] else one
        for one in said
        for stems in (one.saying.stems,)
    ]


def _tell_position(said: Sequence[Said], articles: Mapping[str, Article]) -> RecordPosition:
    ordered = sorted(said, key=lambda one: (one.day or UNDATED, one.attribution.content))
    cells = tuple(_tell_cell(one, articles) for one in ordered)
    speaker = said[0].speaker
    told = [cite_in(articles, one.attribution.content[0]) for one in ordered]
    lead = min(range(len(ordered)), key=lambda at: (count_telling(told[at].exact) < TELLING, _plainness(ordered[at])))
    return RecordPosition(
        id=content_id("position", speaker.entity or speaker.name, cells[0].quote),
        entity=speaker.entity,
        actor=speaker.name,
        matter=Cited(told[lead]),
        claims=tuple(sorted({claim for one in said for claim in one.saying.claims})),
        cells=cells,
        changes=tuple(_changes(ordered)),
    )


def _plainness(one: Said) -> tuple[bool, bool, int, Span]:
    """What is affirmed in indirect words names a matter best, then the shortest."""
    first = one.attribution.content[0]
    return one.side == "no comment", one.side != "for" or one.attribution.kind != "indirect", first.end - first.start, first


def _tell_cell(said: Said, articles: Mapping[str, Article]) -> Cell:
    one, first = said.attribution, said.attribution.content[0]
    return Cell(said.day, one.polarity, said.side, one.own, quote_id(first), cite_in(articles, first))


def _changes(ordered: Sequence[Said]) -> Iterator[PositionChange]:
    """Where the side is not that taken on an earlier day, once for each day; the last comparable thing said before counts.

    Words in several pieces are left out: the side is that of the first piece, and the others may be what is alike. So is what
    somebody else is said to say, and what is denied to have been said.
    """
    taken = [one for one in ordered if one.side in OPPOSED and one.day and not one.retold and len(one.attribution.content) == 1]
    turned: set[str | None] = set()
    for place, one in enumerate(taken):
        last = bisect_left(taken, one.day or "", hi=place, key=lambda other: other.day or "")
        earlier = (taken[at] for at in range(last - 1, max(-1, last - 1 - LOOKED_BACK), -1))
        before = next((other for other in earlier if comparable(other.saying, one.saying)), None)
        if before is not None and one.day not in turned and before.side == OPPOSED[one.side]:
            turned.add(one.day)
            yield PositionChange(*(quote_id(side.attribution.content[0]) for side in (before, one)))
