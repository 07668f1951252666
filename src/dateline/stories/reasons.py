"""Why an article belongs to its story: the member it is likest to, how much, the days between, the rarest words both have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.ledger import Library
from dateline.stories.across import named_places
from dateline.stories.counts import term_places
from dateline.stories.rarity import rarity
from dateline.stories.stream import Stream
from dateline.types import Article, Membership, Span

SHOWN = 5  # words

Places = dict[str, list[tuple[int, int]]]


def explain(group: Sequence[int], stream: Stream, library: Library, known: Mapping[str, Membership]) -> tuple[Membership, ...]:
    """Why each article of a group is in it, in order of the group; nothing of one that stands alone.

    What is `known` of an article is not looked for again where its reason is still the same.
    """
    return tuple(_explained(at, group, stream, library, known) for at in group) if len(group) > 1 else ()


def _explained(at: int, group: Sequence[int], stream: Stream, library: Library, known: Mapping[str, Membership]) -> Membership:
    """The likest member, the earliest of equals; one without an edge in the group came through others or by a person."""
    place = {other: n for n, other in enumerate(group)}
    own, edges = stream.cards[at].article, stream.edges[at]
    alike = {other: stream.like(at, other) for other in edges if other in place}
    if not alike:
        return Membership(own, None, 0.0, copied=False, days=None, shared=())
    nearest = max(alike, key=lambda other: (alike[other], -place[other]))
    found = Membership(
        article=own,
        nearest=stream.cards[nearest].article,
        likeness=alike[nearest] // 10_000 / 100,
        copied=edges[nearest].copied,
        days=stream.gap(at, nearest),
        shared=(),
    )
    before = known.get(own)
    if before is not None and before.nearest == found.nearest:
        return replace(found, shared=before.shared)
    articles = library([own, stream.cards[nearest].article])
    return replace(found, shared=tuple(_shared(*(articles[one] for one in (own, stream.cards[nearest].article)))))


def _shared(left: Article, right: Article) -> Iterator[tuple[Span, Span]]:
    """Where the words that weigh most in both stand first in each, the heaviest words first; names, in two languages."""
    mine, theirs = (_places(one, across=left.language != right.language) for one in (left, right))
    weights = {term: rarity(term) * min(len(mine[term]), len(theirs[term])) for term in mine.keys() & theirs.keys()}
    for term in sorted(weights, key=lambda term: (-weights[term], term))[:SHOWN]:
        yield Span(left.id, *mine[term][0]), Span(right.id, *theirs[term][0])


def _places(article: Article, *, across: bool) -> Places:
    found: Places = {}
    places = named_places(article) if across else term_places(article)
    for term, start, end in places:
        found.setdefault(term, []).append((start, end))
    return found
