"""Storylines: chains of stories on one matter. Only those that a changed story touches are formed anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.ledger import Drawer, Ledger
from dateline.stories.clusters import Pair, cluster
from dateline.stories.likeness import likeness
from dateline.stories.stream import Stream

ONE_MATTER = 225_000  # mean likeness by words alone between two stories; a story itself begins at 350 000 with its days
WEEKS = 28  # days between two stories of one storyline

Span = tuple[int, int] | None


@dataclass(slots=True)
class Members:
    """The articles of a story by number, in order of publication, and the part of the matters it is in."""

    articles: list[int]
    part: int | None = None


class Chains:
    """Stories by the number of their first article, and the storylines they form."""

    def __init__(self, ledger: Ledger, stream: Stream) -> None:
        self.members: Drawer[int, Members] = Drawer(ledger, "members", Members)
        self._lines: Drawer[int, list[list[int]]] = Drawer(ledger, "lines", list[list[int]])
        self._stream = stream

    def put(self, groups: Sequence[Sequence[int]], gone: Iterable[int]) -> list[list[int]]:
        """Take stories in, in the place of those that are gone; the storylines of all that this touches.

        Each storyline is in order of its stories.
        """
        gone = list(gone)
        left = {part for story in gone if (part := self.members[story].part) is not None}
        for story in gone:
            del self.members[story]
        for group in groups:
            self.members[group[0]] = Members(list(group))
        others = (story for part in sorted(left) for line in self._lines[part] for story in line if story in self.members)
        seeds = sorted({*(group[0] for group in groups), *others})
        parts = list(self._parts(seeds))
        left.update(former for part in parts for story in part if (former := self.members[story].part) is not None)
        for former in sorted(left):
            del self._lines[former]
        return [line for part in parts for line in self._form(part)]

    def line(self, story: int) -> list[int]:
        """The storyline of a story, in order."""
        part = self.members[story].part
        return next(line for line in self._lines[story if part is None else part] if story in line)

    def __iter__(self) -> Iterator[list[int]]:
        """All storylines."""
        return (line for part in self._lines for line in self._lines[part])

    def write_back(self) -> None:
        """Keep what was changed."""
        self.members.write_back()
        self._lines.write_back()

    def _parts(self, seeds: Iterable[int]) -> Iterator[dict[int, dict[int, int]]]:
        """The sets of stories around the seeds that may form storylines: of each, how alike it is to others."""
        seen: set[int] = set()
        for seed in seeds:
            if seed in seen:
                continue
            seen.add(seed)
            waiting = [seed]
            part: dict[int, dict[int, int]] = {}
            for story in waiting:  # grows while it is walked
                part[story] = self._means(story)
                near = [other for other, mean in part[story].items() if mean >= ONE_MATTER and other not in seen]
                seen.update(near)
                waiting += near
            yield part

    def _means(self, story: int) -> dict[int, int]:
        """The mean likeness by words of a story to those near in time that some edge leads to."""
        ties, own = self._stream.ties, self.members[story].articles
        sums: dict[int, int] = {}
        ties.fetch(own)
        for at in own:
            ties.fetch(ties[at].edges)
            for other, edge in ties[at].edges.items():
                home = ties[other].story
                if home is not None and home != story:
                    sums[home] = sums.get(home, 0) + likeness(edge.words)
        return {
            other: total // (len(own) * len(self.members[other].articles))
            for other, total in sums.items()
            if _near(self._span(story), self._span(other))
        }

    def _span(self, story: int) -> Span:
        """First and last day of publication; None when no article is dated."""
        cards = self._stream.cards
        days = [day for at in self.members[story].articles if (day := cards[at].sketch.day) is not None]
        return (min(days), max(days)) if days else None

    def _form(self, part: Mapping[int, Mapping[int, int]]) -> list[list[int]]:
        """The storylines in a part, now kept."""
        stories = sorted(part, key=lambda story: self._stream.cards[story].rank)
        place = {story: n for n, story in enumerate(stories)}
        alike: dict[Pair, int] = {
            (place[story], place[other]): mean
            for story in stories
            for other, mean in part[story].items()
            if other in place and place[story] < place[other] and mean >= ONE_MATTER // 2
        }
        found = cluster(len(stories), alike, least=ONE_MATTER)
        for story in stories:
            self.members[story].part = stories[0]
            self.members.changed(story)
        lines = [[stories[n] for n in line.items] for line in found]
        self._lines[stories[0]] = lines
        return lines


def _near(left: Span, right: Span) -> bool:
    """Whether two stories lie within `WEEKS` of one another; an undated story may lie anywhere."""
    return left is None or right is None or max(left[0] - right[1], right[0] - left[1]) <= WEEKS
