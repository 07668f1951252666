"""Why an article belongs to its story: the member it is likest to, how much, the days between, the rarest words both have."""

from collections.abc import Iterator, Sequence

from dateline.stories.across import named_places
from dateline.stories.counts import term_places
from dateline.stories.likeness import COPIED, gap_of
from dateline.stories.rarity import rarity
from dateline.stories.stream import Stream
from dateline.types import Article, Membership, Span

SHOWN = 5  # words

Places = dict[str, list[tuple[int, int]]]


def explain(group: Sequence[int], articles: Sequence[Article], stream: Stream) -> tuple[Membership, ...]:
    """Why each article of a group is in it, in order of the group; nothing of one that stands alone."""
    return tuple(_explained(at, group, articles, stream) for at in group) if len(group) > 1 else ()


def _explained(at: int, group: Sequence[int], articles: Sequence[Article], stream: Stream) -> Membership:
    """The likest member, the earliest of equals; one without an edge in the group came through others or by a person."""
    inside = set(group)
    alike = {other: stream.like(at, other) for other in stream.edges[at] if other in inside}
    if not alike:
        return Membership(articles[at].id, None, 0.0, copied=False, days=None, shared=())
    nearest = max(alike, key=lambda other: (alike[other], -group.index(other)))
    edge = stream.edges[at][nearest]
    return Membership(
        article=articles[at].id,
        nearest=articles[nearest].id,
        likeness=alike[nearest] // 10_000 / 100,
        copied=edge.event >= COPIED,
        days=gap_of(stream.sketches[at], stream.sketches[nearest]),
        shared=tuple(_shared(articles[at], articles[nearest])),
    )


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
