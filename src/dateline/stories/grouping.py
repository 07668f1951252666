"""Articles grouped to stories, and stories to storylines, as articles come and go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.ids import content_id
from dateline.judgements import Knots, tie
from dateline.ledger import Drawer, Ledger, Library, Scratch
from dateline.stories.corrections import corrected
from dateline.stories.likeness import likeness
from dateline.stories.reasons import explain
from dateline.stories.storylines import Chains
from dateline.stories.stream import Stream
from dateline.types import Analysis, Article, Copy, Judgement, Membership, Story, Storyline

NEIGHBOURS = 20  # members of a copy next to one another that are joined: enough to hold it together
ALL = "all"


class Grouping:
    """The stories of a set of articles, kept as rows of a ledger: a change costs what it touches, however many there are.

    The result is a function of the set of articles and of the judgements: neither order counts.
    """

    def __init__(self, ledger: Ledger, library: Library) -> None:
        self._library = library
        self._stream = Stream(ledger, library)
        self._chains = Chains(ledger, self._stream)
        self._stories: Drawer[int, Story] = Drawer(ledger, "stories", Story)
        self._decided: Drawer[str, list[str]] = Drawer(ledger, "decided", list[str])

    def update(
        self,
        arrived: Iterable[Article],
        gone: Iterable[str],
        analyses: Mapping[str, Analysis],
        copied: Iterable[str],
        copies: Sequence[Copy],
        judgements: Sequence[Judgement],
    ) -> None:
        """Take articles in and out.

        `copied` are articles whose group of copies is another now; `copies` holds the groups they are in. Analyses may be
        missing: the days of an article's lead are then read from its weekday names. All judgements are given each time;
        those of persons come before likeness.
        """
        former: set[int] = set()
        for identity in gone:
            former |= self._story_of(self._stream.numbers[identity])
            self._stream.drop(identity)
        for article in sorted(arrived, key=lambda one: (one.published.earliest or "9999", one.id)):
            self._stream.add(article, analyses.get(article.id))
        self._join(copied, copies)
        knots = tie(judgements)
        groups = self._groups(self._stream.settle(), knots, former)
        former.update(*(self._story_of(at) for group in groups for at in group))
        self._rename(groups, former, knots)

    def stories(self) -> tuple[Story, ...]:
        """All stories, by first day, then id."""
        return tuple(sorted((self._stories[key] for key in self._stories), key=lambda story: (story.first or "9999", story.id)))

    def storylines(self) -> tuple[Storyline, ...]:
        """All storylines, each in order of its stories, by id."""
        lines = (self._chains.lines[line] for line in self._chains.lines)
        told = (Storyline(self._stories[line[0]].storyline, tuple(self._stories[one].id for one in line)) for line in lines)
        return tuple(sorted(told, key=lambda line: line.id))

    def write_back(self) -> None:
        """Keep what was changed."""
        for kept in (self._stream, self._chains, self._stories, self._decided):
            kept.write_back()

    def _story_of(self, at: int) -> set[int]:
        story = self._stream.homes[at].story
        return set() if story is None else {story}

    def _join(self, copied: Iterable[str], copies: Sequence[Copy]) -> None:
        """Join the articles that stand near one another in a copy, and part those that do so no more."""
        stream = self._stream
        wanted: dict[int, set[int]] = {stream.numbers[one]: set() for one in copied if one in stream.numbers}
        for copy in copies:
            members = sorted((stream.numbers[one] for one in copy.articles), key=lambda at: stream.cards[at].rank)
            for n, at in enumerate(members):
                wanted.setdefault(at, set()).update(members[max(0, n - NEIGHBOURS) : n], members[n + 1 : n + 1 + NEIGHBOURS])
        for at, others in sorted(wanted.items()):
            joined = {other for other, edge in stream.edges[at].items() if edge.copied}
            for other in sorted(joined - others):
                stream.part(at, other)
            for other in sorted(others - joined):
                stream.join(at, other)

    def _groups(self, touched: Iterable[int], knots: Knots, former: Iterable[int]) -> list[list[int]]:
        """The groups of the articles that were touched, of those in former stories, and of those that persons decided on."""
        stream = self._stream
        before = self._decided.get(ALL) or []
        if before != sorted(knots.knot):
            self._decided[ALL] = sorted(knots.knot)
        decided = {stream.numbers[one] for one in knots.knot if one in stream.numbers}
        wanted = decided.union(touched, (stream.numbers[one] for one in before if one in stream.numbers))
        stories = set(former).union(*(self._story_of(at) for at in wanted))
        members = (at for story in stories for at in self._chains.members[story].articles)
        groups = stream.groups(wanted.union(at for at in members if at in stream.homes))
        tied = [group for group in groups if not decided.isdisjoint(group)]
        return [group for group in groups if decided.isdisjoint(group)] + self._corrected(tied, knots)

    def _corrected(self, groups: Sequence[Sequence[int]], knots: Knots) -> list[list[int]]:
        """Groups as persons corrected them."""
        stream = self._stream
        order = sorted((at for group in groups for at in group), key=lambda at: stream.cards[at].rank)
        place = {at: n for n, at in enumerate(order)}
        edges = [{place[other]: edge for other, edge in stream.edges[at].items() if other in place} for at in order]
        found = corrected(
            sorted([place[at] for at in group] for group in groups), [stream.cards[at].article for at in order], knots, edges
        )
        return [[order[n] for n in group] for group in found]

    def _rename(self, groups: Sequence[Sequence[int]], former: Iterable[int], knots: Knots) -> None:
        """Put stories in the place of former ones, and name their storylines."""
        stream = self._stream
        for group in groups:
            for at in group:
                if stream.homes[at].story != group[0]:
                    stream.homes[at].story = group[0]
                    stream.homes.changed(at)
        lines = self._chains.put(groups, former)
        known = {one.article: one for story in former for one in self._stories[story].memberships}
        for story in former:
            del self._stories[story]
        decided = _decided(knots)
        line_of = {
            story: content_id("storyline", stream.cards[line].article) for line in lines for story in self._chains.lines[line]
        }
        for group in groups:
            self._stories[group[0]] = self._story(group, line_of[group[0]], known, decided)
        for story, line in line_of.items():
            if self._stories[story].storyline != line:
                self._stories[story] = replace(self._stories[story], storyline=line)

    def _story(
        self, group: Sequence[int], storyline: str, known: Mapping[str, Membership], decided: Mapping[str, set[str]]
    ) -> Story:
        cards = [self._stream.cards[at] for at in group]
        return Story(
            id=content_id("story", cards[0].article),
            articles=tuple(card.article for card in cards),
            centre=self._stream.cards[_centre(group, self._stream)].article,
            first=min((card.first for card in cards if card.first), default=None),
            last=max((card.last for card in cards if card.last), default=None),
            storyline=storyline,
            memberships=explain(group, self._stream, self._library, known),
            corrected=tuple(sorted({one for card in cards for one in decided.get(card.article, ())})),
        )


def find_stories(
    articles: Sequence[Article], analyses: Sequence[Analysis], copies: Sequence[Copy], judgements: Sequence[Judgement]
) -> tuple[tuple[Story, ...], tuple[Storyline, ...]]:
    """The stories that a set of articles tells, each article in one, and the storylines, each story in one."""
    here = {article.id: article for article in articles}
    grouping = Grouping(Scratch(), lambda ids: {one: here[one] for one in ids})
    copied = {article for copy in copies for article in copy.articles}
    told = [replace(copy, articles=tuple(one for one in copy.articles if one in here)) for copy in copies]
    grouping.update(articles, (), {one.article: one for one in analyses}, copied, told, judgements)
    return grouping.stories(), grouping.storylines()


def _decided(knots: Knots) -> dict[str, set[str]]:
    """Of each article the judgements on it that stand."""
    decided: dict[str, set[str]] = {}
    for one in knots.stands:
        for article in filter(None, (one.left, one.right)):
            decided.setdefault(article, set()).add(one.id)
    return decided


def _centre(group: Sequence[int], stream: Stream) -> int:
    """The member that is likest to all others, the earliest of equals: it names the story.

    One that is read and has a title, if there is one; else one that is read.
    """
    read = [at for at in group if stream.cards[at].is_read] or group
    titled = [at for at in read if stream.cards[at].titled] or list(read)
    inside = set(group)
    total = {at: sum(likeness(e.words) for other, e in stream.edges[at].items() if other in inside) for at in titled}
    return max(titled, key=lambda at: (total[at], -group.index(at)))
