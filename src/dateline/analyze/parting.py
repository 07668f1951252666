"""What a semicolon parts: in "A, the mayor said; B, the union said" neither of the two says what the other one does."""

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from dateline.analyze.cues import is_finite
from dateline.analyze.quoted import Draft
from dateline.analyze.sentences import sentence_of
from dateline.quotation_marks import Quotation

_FRAMES = frozenset({"host", "clause"})
Piece = tuple[int, int]


def parted(doc: Doc, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> list[Draft]:
    """The drafts, none of which reaches over a semicolon into a part of its sentence where somebody else is said to report."""
    parts: dict[int, list[Piece]] = {}
    telling: dict[Piece, list[Draft]] = {}
    for draft in drafts:
        sentence = sentence_of(draft.cue.token)
        if sentence.start not in parts:
            parts[sentence.start] = _parts(doc, sentence.start, sentence.end, quotations)
        if len(parts[sentence.start]) > 1 and draft.frame in _FRAMES and draft.cue.source is not None:
            telling.setdefault(_part(draft, parts[sentence.start]), []).append(draft)
    inside = [_within(draft, parts[sentence_of(draft.cue.token).start], telling) for draft in drafts]
    return [_before(doc, draft, parts[sentence_of(draft.cue.token).start]) for draft in inside]


def _before(doc: Doc, draft: Draft, parts: list[Piece]) -> Draft:
    """A draft with what stands before it where its "…, the mayor said;" closes a part, not what a parser took from behind."""
    cue, own = draft.cue, _part(draft, parts)
    if len(parts) < 2 or cue.source is None or cue.kind != "verb" or not is_finite(cue.token):
        return draft
    (start, middle), (fresh, end) = sorted((cue.source, (cue.start, cue.end)))
    closes = middle == fresh and end < len(doc) and doc[end].text == ";" and start > 1 and doc[start - 1].text == ","
    if not closes or doc[start - 1].idx <= own[0] or any(piece[0] < doc[start].idx for piece in draft.content):
        return draft
    return replace(draft, frame="host", content=[(own[0], doc[start - 2].idx + len(doc[start - 2]))])


def _within(draft: Draft, parts: list[Piece], telling: dict[Piece, list[Draft]]) -> Draft:
    """A draft without what stands in parts of its sentence that others tell."""
    if len(parts) < 2:
        return draft
    own = _part(draft, parts)
    content = draft.content
    for part in (part for part in parts if part != own and part in telling):
        content = [piece for one in content for piece in _without(one, part)]
    return replace(draft, content=content) if content else draft


def _without(piece: Piece, part: Piece) -> list[Piece]:
    left, right = (piece[0], min(piece[1], part[0])), (max(piece[0], part[1]), piece[1])
    return [one for one in (left, right) if one[0] < one[1]]


def _part(draft: Draft, parts: list[Piece]) -> Piece:
    """The part of a sentence that a cue stands in."""
    at = bisect_right(parts, draft.cue.token.idx, key=lambda part: part[0]) - 1
    return parts[max(0, at)]


def _parts(doc: Doc, start: int, end: int, quotations: tuple[Quotation, ...]) -> list[Piece]:
    """What semicolons outside of quotations make of a sentence, as offsets without the blanks between."""
    found: list[Piece] = []
    first = start
    for at in range(start, end):
        if doc[at].text == ";" and first < at and not _quoted(doc[at].idx, quotations):
            found.append((doc[first].idx, doc[at + 1].idx if at + 1 < end else doc[at].idx))
            first = at + 1
    return [*found, (doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))] if first < end else found


def _quoted(at: int, quotations: tuple[Quotation, ...]) -> bool:
    index = bisect_right(quotations, at, key=lambda one: one.start) - 1
    return index >= 0 and at < quotations[index].end
