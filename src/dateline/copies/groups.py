"""Articles whose texts derive from one another, grouped with their like passages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.copies.candidates import candidates, fingerprints
from dateline.copies.facts import anchors_of, facts_of
from dateline.copies.links import Link, Reading, link
from dateline.copies.words import words_of
from dateline.ids import content_id
from dateline.types import Article, Copy, CopyKind, Span

LEAST_FINGERPRINTS = 2
LEAST_ANCHORS = 4  # pairs of names or figures in the same order; fewer are common to any two reports of one event
STRENGTH: tuple[CopyKind, ...] = ("copy", "excerpt", "rewrite")


def find_copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The groups of articles that derive from one text, by id; the same for any order of the articles.

    Shared quotations and standing lines alone make no copy. `matches` holds the like passages of the pairs that were found alike.
    """
    readings = {article.id: _read(article) for article in articles}
    links = [found for pair in _pairs(readings) if (found := link(readings[pair[0]], readings[pair[1]]))]
    groups = _join(links)
    return tuple(sorted((_copy(group, readings) for group in groups), key=lambda copy: copy.id))


def _read(article: Article) -> Reading:
    words = words_of(article)
    return Reading(article, words, facts_of(article.text, words, article.language))


def _pairs(readings: Mapping[str, Reading]) -> list[tuple[str, str]]:
    """The pairs worth an exact look."""
    prints: dict[str, frozenset[object]] = {key: frozenset(fingerprints(r.words.words)) for key, r in readings.items()}
    anchors: dict[str, frozenset[object]] = {key: frozenset(anchors_of(r.article.text, r.words)) for key, r in readings.items()}
    return sorted({*candidates(prints, LEAST_FINGERPRINTS), *candidates(anchors, LEAST_ANCHORS)})


def _join(links: Iterable[Link]) -> list[list[Link]]:
    """The links of each connected group, strongest kind first."""
    parent: dict[str, str] = {}

    def top(article: str) -> str:
        while parent.setdefault(article, article) != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    ordered = sorted(links, key=lambda found: (STRENGTH.index(found.kind), found.left, found.right))
    for found in ordered:
        left, right = sorted((top(found.left), top(found.right)))
        parent[right] = left
    groups: dict[str, list[Link]] = {}
    for found in ordered:
        groups.setdefault(top(found.left), []).append(found)
    return list(groups.values())


def _copy(links: Sequence[Link], readings: Mapping[str, Reading]) -> Copy:
    members = sorted({key for found in links for key in (found.left, found.right)}, key=lambda key: _rank(readings[key].article))
    matches = [pair for found in links for pair in _spans(found, readings)]
    matches.sort(key=lambda pair: (pair[0].start - pair[0].end, pair))
    articles = [readings[key].article for key in members]
    return Copy(content_id("copy", *members), tuple(members), _kind(links, len(members)), _origin(articles), tuple(matches))


def _rank(article: Article) -> tuple[str, str]:
    """Order of publication; undated articles come last."""
    return article.published.earliest or "9999", article.id


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


def _origin(articles: Sequence[Article]) -> str | None:
    """The agency that most members credit; of several, the one credited first by the earliest."""
    credited = [credit for article in articles for credit in dict.fromkeys(article.credits)]
    counts = Counter(credited)
    return max(credited, key=lambda name: (counts[name], -credited.index(name))) if credited else None


def _spans(found: Link, readings: Mapping[str, Reading]) -> list[tuple[Span, Span]]:
    """The like passages of a link as spans, each from its first to its last word."""
    left, right = readings[found.left].words, readings[found.right].words
    return [
        (
            Span(found.left, left.starts[p.left], left.ends[p.left + p.size - 1]),
            Span(found.right, right.starts[p.right], right.ends[p.right + p.size - 1]),
        )
        for p in found.passages
    ]
