"""A group of articles whose texts derive from one another, with their like passages, as the record has it."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.copies.links import Link
from dateline.copies.reading import Reading
from dateline.copies.retold import Range
from dateline.copies.sources import first_of, rank_of, source_of
from dateline.copies.words import Words
from dateline.ids import content_id
from dateline.types import Copy, CopyKind, CopyPair, Span

STRENGTH: tuple[CopyKind, ...] = ("verbatim", "edited", "excerpt", "rewrite")


def copy_of(found: Iterable[Link], readings: Mapping[str, Reading]) -> Copy:
    """The copy that all links between the articles of a group make."""
    links = sorted(found, key=lambda one: (STRENGTH.index(one.kind), one.left, one.right))
    linked = {key for found in links for key in (found.left, found.right)}
    members = sorted(linked, key=lambda key: rank_of(readings[key].article))
    matches = [pair for found in links for pair in _spans(found, readings)]
    matches.sort(key=lambda pair: (pair[0].start - pair[0].end, pair))
    articles = [readings[key].article for key in members]
    source = source_of(articles)
    return Copy(
        id=content_id("copy", *members),
        articles=tuple(members),
        kind=_kind(links, len(members)),
        origin=source.name,
        matches=tuple(matches),
        pairs=tuple(sorted((_pair(found, readings) for found in links), key=lambda pair: (pair.left, pair.right))),
        basis=source.basis,
        first=first_of(articles),
        told=source.told,
    )


def _pair(found: Link, readings: Mapping[str, Reading]) -> CopyPair:
    left, right = readings[found.left], readings[found.right]
    shares = _share(left.words, [one for one, _ in found.matches]), _share(right.words, [other for _, other in found.matches])
    return CopyPair(found.left, found.right, found.kind, *shares, first_of((left.article, right.article)))


def _share(words: Words, ranges: Iterable[Range]) -> float:
    """The part of the own words that lies in ranges of words, to three places; of all words where none is the writer's own."""
    inside = {place for start, end in ranges for place in range(start, end)}
    own = words.count_own()
    return round(sum(words.own[place] for place in inside) / own if own else len(inside) / len(words.words), 3)


def _kind(links: Sequence[Link], members: int) -> CopyKind:
    """The weakest kind of link that is needed to hold the group together."""
    joined: list[set[str]] = []
    for found in links:
        touched = [group for group in joined if found.left in group or found.right in group]
        joined = [group for group in joined if group not in touched]
        joined.append({found.left, found.right}.union(*touched))
        if len(joined[-1]) == members:
            return found.kind
    return links[-1].kind


def _spans(found: Link, readings: Mapping[str, Reading]) -> list[tuple[Span, Span]]:
    """The like stretches of a link as spans, each from its first to its last word."""
    words = readings[found.left].words, readings[found.right].words
    return [(_span(words[0], left), _span(words[1], right)) for left, right in found.matches]


def _span(words: Words, stretch: Range) -> Span:
    return Span(words.article, words.starts[stretch[0]], words.ends[stretch[1] - 1])
