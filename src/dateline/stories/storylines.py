"""Storylines: chains of stories on one matter.

In order of time each story goes on with the storyline it is likest to, or begins one. A storyline does not grow beyond all
bounds: likeness is a mean over all its stories, and those of other months count as nothing.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.ledger import Drawer, Ledger
from dateline.stories.likeness import likeness
from dateline.stories.stream import Stream

ONE_MATTER = 225_000  # mean likeness by words alone of a story and a storyline; a story itself begins at 350 000 with its days
LEAST = ONE_MATTER // 2  # of two stories; what is less counts as nothing
WEEKS = 28  # days between two stories of one storyline

Rank = tuple[str, str]


@dataclass(slots=True)
class Member:
    """A story: its articles by number in order of publication, first and last day, and how alike it is to others near in time.

    `rank` is its first article's; `line` is its storyline, None while it is looked for.
    """

    articles: list[int]
    rank: Rank
    days: tuple[int, int] | None
    alike: dict[int, int]
    line: int | None


class Chains:
    """Stories by the number of their first article, and storylines by that of their first story.

    What they hold depends on the stories, not on the order in which they came; a story that comes or changes touches later ones.
    """

    def __init__(self, ledger: Ledger, stream: Stream) -> None:
        self.members: Drawer[int, Member] = Drawer(ledger, "members", Member)
        self.lines: Drawer[int, list[int]] = Drawer(ledger, "lines", list[int])
        self._stream = stream

    def put(self, groups: Sequence[Sequence[int]], former: Iterable[int]) -> set[int]:
        """Take stories in, in the place of former ones; their storylines, and those that hold others than before."""
        change = _Change(self)
        now = {group[0] for group in groups}
        for story in sorted(set(former) - now):
            change.forget(story)
        for group in groups:
            known = self.members.get(group[0])
            alike, line = ({}, None) if known is None else (known.alike, known.line)
            self.members[group[0]] = Member(list(group), self._stream.cards[group[0]].rank, self._days(group), alike, line)
        for story in sorted(now):
            change.compare(story, self._alike(story))
        change.settle()
        lines = {line for story in now if (line := self.members[story].line) is not None}
        return lines.union(line for line in change.touched if line in self.lines)

    def write_back(self) -> None:
        """Keep what was changed."""
        self.members.write_back()
        self.lines.write_back()

    def _days(self, group: Sequence[int]) -> tuple[int, int] | None:
        """First and last day of publication; None when no article is dated."""
        days = [day for at in group if (day := self._stream.cards[at].sketch.day) is not None]
        return (min(days), max(days)) if days else None

    def _alike(self, story: int) -> dict[int, int]:
        """The mean likeness by words of a story to those near in time that some edge leads to."""
        homes, edges, own = self._stream.homes, self._stream.edges, self.members[story]
        sums: dict[int, int] = {}
        edges.fetch(own.articles)
        for at in own.articles:
            homes.fetch(edges[at])
            for other, edge in edges[at].items():
                home = homes[other].story
                if home is not None and home != story:
                    sums[home] = sums.get(home, 0) + likeness(edge.words)
        self.members.fetch(sums)
        means = {home: total // (len(own.articles) * len(self.members[home].articles)) for home, total in sums.items()}
        return {home: mean for home, mean in means.items() if mean >= LEAST and _near(own.days, self.members[home].days)}


class _Change:
    """One change of stories: what it touched, and the stories whose storyline is to be found anew, in order of time."""

    def __init__(self, chains: Chains) -> None:
        self.touched: set[int] = set()
        self._members, self._lines = chains.members, chains.lines
        self._waiting: list[tuple[Rank, int]] = []
        self._called: set[int] = set()

    def forget(self, story: int) -> None:
        """Take a story away."""
        member = self._members[story]
        self._leave(story)
        for other in sorted(member.alike):
            del self._members[other].alike[story]
            self._members.changed(other)
            self._wait(other)
        del self._members[story]

    def compare(self, story: int, alike: dict[int, int]) -> None:
        """Take note of how alike a story is to others now."""
        member = self._members[story]
        for other in sorted(alike.keys() | member.alike.keys()):
            if alike.get(other) == member.alike.get(other):
                continue
            if other in alike:
                self._members[other].alike[story] = alike[other]
            else:
                del self._members[other].alike[story]
            self._members.changed(other)
            self._wait(other)
        member.alike = alike
        self._members.changed(story)
        self._wait(story)

    def settle(self) -> None:
        """Find the storyline of each story that waits; whom that may concern comes later and waits too."""
        while self._waiting:
            _, story = heapq.heappop(self._waiting)
            if story not in self._members:
                continue
            line = self._likest(story)
            if line != self._members[story].line:
                self._leave(story)
                self._follow(story, line)

    def _likest(self, story: int) -> int:
        """The storyline of earlier stories that a story is likest to, of equals the earliest; its own where it is like none."""
        own = self._members[story]
        near = [other for other in own.alike if self._members[other].rank < own.rank]
        best = (0, own.rank, story)
        for line in {line for other in near if (line := self._members[other].line) is not None}:
            earlier = [other for other in self._lines[line] if self._members[other].rank < own.rank]
            mean = sum(own.alike.get(other, 0) for other in earlier) // len(earlier)
            if mean >= ONE_MATTER:
                best = min(best, (-mean, self._members[line].rank, line))
        return best[2]

    def _leave(self, story: int) -> None:
        """Take a story out of its storyline, which is then named after its next story if it was the first."""
        former = self._members[story].line
        if former is None:
            return
        rest = [other for other in self._lines[former] if other != story]
        del self._lines[former]
        if rest:
            self._put(rest)
        self._members[story].line = None
        self.touched.add(former)
        self._concern(story, rest)

    def _follow(self, story: int, line: int) -> None:
        """Put a story into a storyline."""
        others = self._lines[line] if line != story else []
        whole = sorted((*others, story), key=lambda one: self._members[one].rank)
        self._put(whole)
        self._concern(story, others)

    def _put(self, whole: list[int]) -> None:
        self._lines[whole[0]] = whole
        self.touched.add(whole[0])
        for story in whole:
            if self._members[story].line != whole[0]:
                self._members[story].line = whole[0]
                self._members.changed(story)

    def _concern(self, story: int, line: Iterable[int]) -> None:
        """Let the later stories wait that are like one of a storyline."""
        rank = self._members[story].rank
        for one in (story, *line):
            for other in self._members[one].alike.keys() - self._called:
                if self._members[other].rank > rank:
                    self._wait(other)

    def _wait(self, story: int) -> None:
        """Have a story looked at once, in its turn: whatever may concern it lies before it."""
        if story not in self._called:
            self._called.add(story)
            heapq.heappush(self._waiting, (self._members[story].rank, story))


def _near(left: tuple[int, int] | None, right: tuple[int, int] | None) -> bool:
    """Whether two stories lie within `WEEKS` of one another; an undated story may lie anywhere."""
    return left is None or right is None or max(left[0] - right[1], right[0] - left[1]) <= WEEKS
