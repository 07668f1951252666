"""Storylines: chains of stories on one matter."""

from collections.abc import Sequence
from datetime import date

from dateline.stories.clusters import Pair, cluster
from dateline.stories.days import day_of
from dateline.stories.likeness import likeness
from dateline.stories.stream import Stream
from dateline.types import Article

ONE_MATTER = 225_000  # mean likeness by words alone between two stories; a story itself begins at 350 000 with its days
WEEKS = 28  # days between two stories of one storyline


def chain(articles: Sequence[Article], groups: Sequence[Sequence[int]], stream: Stream) -> list[list[int]]:
    """The storylines as positions in `groups`, each in order of its stories, which are in order of their first day."""
    group_of = {item: at for at, group in enumerate(groups) for item in group}
    sums: dict[Pair, int] = {}
    for i, edges in enumerate(stream.edges):
        for j, edge in edges.items():
            left, right = group_of[i], group_of[j]
            if left < right:
                sums[left, right] = sums.get((left, right), 0) + likeness(edge.words)
    spans = [_span([articles[item] for item in group]) for group in groups]
    means = {
        (left, right): total // (len(groups[left]) * len(groups[right]))
        for (left, right), total in sums.items()
        if _near(spans[left], spans[right])
    }
    alike = {pair: mean for pair, mean in means.items() if mean >= ONE_MATTER // 2}
    return [list(line.items) for line in cluster(len(groups), alike, least=ONE_MATTER)]


def _span(articles: Sequence[Article]) -> tuple[date, date] | None:
    """First and last day of publication; None when no article is dated."""
    days = [day for article in articles if (day := day_of(article))]
    return (min(days), max(days)) if days else None


def _near(left: tuple[date, date] | None, right: tuple[date, date] | None) -> bool:
    """Whether two stories lie within `WEEKS` of one another; an undated story may lie anywhere."""
    if left is None or right is None:
        return True
    return max(left[0] - right[1], right[0] - left[1]).days <= WEEKS
