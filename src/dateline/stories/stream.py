"""A stream of articles: each is compared to those that share rare words with it, and only the groups it touches are formed anew.

What a stream holds in the end depends on its articles, not on the order in which they came. All of it is rows of a ledger.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dateline.ledger import Drawer, Ledger, Library
from dateline.stories.across import names_of
from dateline.stories.cards import Card, Row, Weights, card_of, row_of
from dateline.stories.clusters import Pair
from dateline.stories.groups import FAINTEST, ONE_STORY, form
from dateline.stories.likeness import (
    COPIED,
    COPIED_DAYS,
    LOOKALIKE,
    OTHER_WEEKS,
    days_score,
    gap_of,
    likeness,
    lookalikes_score,
    names_score,
    words_score,
)
from dateline.stories.postings import SHARED_FAR, Postings
from dateline.stories.rows import Integers, Matrix, Packed, Rows, spread
from dateline.types import Analysis, Article

UNLIKE = -(1 << 40)  # the score of copies that nothing else connects
LAST = ""  # under which the greatest number given stands among those of articles
EVER = "ever"


class Edge(NamedTuple):
    """How alike two articles are, in thousandths, by words alone and with days; those far apart have terms `shared`, how many.

    `copied` says whether they are joined as copies of one text.
    """

    words: int
    score: int
    shared: int | None
    copied: bool = False

    @property
    def event(self) -> int:
        """The likeness that both report one event."""
        return COPIED if self.copied else self.score


UNALIKE = Edge(COPIED, UNLIKE, None, copied=True)


@dataclass(slots=True)
class Home:
    """Where an article is: how many of its edges lead to lookalikes of other weeks, its part of the stream, and its story."""

    lookalikes: int
    part: int | None
    story: int | None


class Field:
    """One way to compare articles: several rows of weighted terms each; the heaviest terms of the first row find candidates."""

    def __init__(self, ledger: Ledger, name: str, row: Callable[[int], Row], others: Callable[[int], Sequence[Packed]]) -> None:
        self.postings = Postings(ledger, name)
        self._row, self._others = row, others
        self._rows: list[Rows] = []
        self._spread = spread()
        self._place: dict[int, int] = {}

    def heaviest(self, article: int) -> Weights:
        """The terms by which an article is found."""
        return self._row(article).heaviest

    def cosines(self, article: int, others: Sequence[int]) -> list[Integers]:
        """The cosines of an article with others, in millionths, by each row."""
        places = self._places(others)
        (own,) = self._places((article,))
        return [rows.cosines(int(own), places) for rows in self._rows]

    def matrix(self, articles: Sequence[int]) -> Matrix:
        """The first row of each of these articles."""
        places = self._places(articles)
        return self._rows[0].matrix(places)

    def _places(self, articles: Sequence[int]) -> Integers:
        for article in articles:
            if article not in self._place:
                self._enter(article)
        return np.fromiter((self._place[article] for article in articles), dtype=np.int64, count=len(articles))

    def _enter(self, article: int) -> None:
        rows = (self._row(article).terms, *self._others(article))
        self._rows = self._rows or [Rows(self._spread) for _ in rows]
        self._place[article] = len(self._place)
        for whole, row in zip(self._rows, rows, strict=True):
            whole.append(row)


class Stream:
    """Articles by number, the edges between them, and the groups they form."""

    def __init__(self, ledger: Ledger, library: Library) -> None:
        self.cards: Drawer[int, Card] = Drawer(ledger, "cards", Card)
        self.homes: Drawer[int, Home] = Drawer(ledger, "homes", Home)
        self.edges: Drawer[int, dict[int, Edge]] = Drawer(ledger, "edges", dict[int, Edge])
        self.numbers: Drawer[str, int] = Drawer(ledger, "numbers", int)
        self.texts = Field(ledger, "texts", lambda at: self.cards[at].text, lambda at: _beside(self.cards[at]))
        self._library = library
        self._parts: Drawer[int, list[list[int]]] = Drawer(ledger, "parts", list[list[int]])
        self._names: Drawer[int, Row] = Drawer(ledger, "names", Row)
        self._across = Field(ledger, "names", lambda at: self._names[at], lambda _: ())
        self._languages: Drawer[str, list[str]] = Drawer(ledger, "languages", list[str])
        self._changed: set[int] = set()
        self._told: set[int] = set()  # of each edge that is another now, the article by which that is told
        self._left: set[int] = set()  # the parts that articles went from

    def add(self, article: Article, analysis: Analysis | None = None) -> None:
        """Take in an article."""
        at = self.numbers[LAST] = (self.numbers.get(LAST) or 0) + 1
        self.numbers[article.id] = at
        self.cards[at] = card_of(article, analysis)
        self.homes[at] = Home(0, None, None)
        self.edges[at] = {}
        self._changed.add(at)
        self._compare(at, self.texts)
        if self._several_languages(at):
            self._name(at, article)
            self._compare(at, self._across)

    def drop(self, article: str) -> None:
        """Take an article out."""
        at = self.numbers[article]
        part = self.homes[at].part
        for other in list(self.edges[at]):
            self._put(at, other, None)
        held = [self.texts, self._across] if at in self._names else [self.texts]
        freed = [(field, holders) for field in held for holders in field.postings.drop(at, self._day(at), field.heaviest(at))]
        for drawer in (self.cards, self.homes, self.edges, *((self._names,) if at in self._names else ())):
            del drawer[at]
        del self.numbers[article]
        self._changed.discard(at)
        self._told.discard(at)
        self._left |= set() if part is None else {part}
        for field, holders in freed:
            self._gather(field, sorted(holders))

    def join(self, left: int, right: int) -> None:
        """Take two articles for copies of one text; nothing when they were printed more than `COPIED_DAYS` apart."""
        gap = self.gap(left, right)
        if gap is None or gap <= COPIED_DAYS:
            self._put(left, right, self.edges[left].get(right, UNALIKE)._replace(copied=True))

    def part(self, left: int, right: int) -> None:
        """Take two articles for copies no more."""
        edge = self.edges[left][right]
        self._put(left, right, None if edge.score == UNLIKE else edge._replace(copied=False))

    def like(self, left: int, right: int) -> int:
        """The likeness of two articles that an edge joins, in millionths; `KeyError` where none does."""
        strays = self.homes[left].lookalikes, self.homes[right].lookalikes
        return likeness(self.edges[left][right].event + lookalikes_score(*strays))

    def gap(self, left: int, right: int) -> int | None:
        """The days between two articles; None where one has no day."""
        return gap_of(self.cards[left].sketch, self.cards[right].sketch)

    def groups(self, articles: Iterable[int]) -> list[list[int]]:
        """The groups that these articles are in, each in order of publication, as they were settled last."""
        wanted = set(articles)
        parts = sorted(self._parts_of(wanted))
        self._parts.fetch(parts)
        return [group for part in parts for group in self._parts[part] if not wanted.isdisjoint(group)]

    def settle(self) -> set[int]:
        """Form anew the groups that are touched by what came or went since it was done last.

        Gives the articles that lie with others now than before, and of each edge that is another now one article.
        """
        parts = list(self._connected(sorted(self._touched())))
        former = sorted(self._left.union(self._parts_of(at for part in parts for at in part)))
        before = {tuple(group) for key in former for group in self._parts[key]}
        for key in former:
            del self._parts[key]
        changed = self._told
        for part in parts:
            self._name_part(part)
            sketches = {at: self.cards[at].sketch for at in part}
            groups = self._parts[part[0]] = form(part, self._alike(part), self.texts.matrix, sketches)
            changed.update(at for group in groups if tuple(group) not in before for at in group)
        self._changed, self._told, self._left = set(), set(), set()
        return changed

    def _name_part(self, part: Sequence[int]) -> None:
        """Let a part go by its first article."""
        for at in part:
            if self.homes[at].part != part[0]:
                self.homes[at].part = part[0]
                self.homes.changed(at)

    def write_back(self) -> None:
        """Keep what was changed; call `settle` before."""
        for kept in (self.cards, self.homes, self.edges, self.numbers, self._parts, self._names, self._languages):
            kept.write_back()
        self.texts.postings.write_back()
        self._across.postings.write_back()

    def _day(self, at: int) -> int | None:
        return self.cards[at].sketch.day

    def _several_languages(self, at: int) -> bool:
        """Whether articles came in more than one language; when the second one comes, the names of all others are read."""
        known = self._languages.get(EVER) or []
        language = self.cards[at].sketch.language
        if language not in known:
            self._languages[EVER] = [*known, language]
            if len(known) == 1:
                for other in self.cards:
                    if other != at:
                        self._name(other, self._library([self.cards[other].article])[self.cards[other].article])
                        self._across.postings.add(other, self._day(other), self._across.heaviest(other))
        return len(self._languages[EVER]) > 1

    def _name(self, at: int, article: Article) -> None:
        self._names[at] = row_of(names_of(article))

    def _compare(self, at: int, field: Field) -> None:
        """Connect an article to those that are alike."""
        terms, day = field.heaviest(at), self._day(at)
        for holders in field.postings.add(at, day, terms):
            self._disperse(field, set(holders))
        shared: dict[int, int | None] = dict(field.postings.far(terms))
        shared.update(dict.fromkeys(field.postings.near(day, terms).tolist()))
        self._look(at, {other: shared[other] for other in sorted(shared) if other != at and self._meet(field, at, other)}, field)

    def _meet(self, field: Field, left: int, right: int) -> bool:
        """Whether a field compares two articles: by their names those in different languages, by their texts the others."""
        same = self.cards[left].sketch.language == self.cards[right].sketch.language
        return same == (field is self.texts)

    def _look(self, at: int, shared: Mapping[int, int | None], field: Field) -> None:
        """Connect an article to those of the others that are alike; of those far apart how many terms both share is given."""
        self.cards.fetch(shared)
        cosines = field.cosines(at, list(shared))
        scores = words_score(cosines) if field is self.texts else names_score(cosines[0])
        own = self.cards[at].sketch
        for (other, terms), words in zip(shared.items(), scores.tolist(), strict=True):
            copied = (former := self.edges[at].get(other)) is not None and former.copied
            edge = Edge(words, words + days_score(own, self.cards[other].sketch), terms, copied)
            if edge.score >= FAINTEST or self._strays(at, other, edge):
                self._put(at, other, edge)

    def _put(self, left: int, right: int, edge: Edge | None) -> None:
        """Put an edge between two articles in the place of what is there; None for none."""
        strays = self._strays(left, right, edge) - self._strays(left, right, self.edges[left].get(right))
        for one, other in ((left, right), (right, left)):
            if strays:
                self.homes[one].lookalikes += strays
                self.homes.changed(one)
            if edge is None:
                del self.edges[one][other]
            else:
                self.edges[one][other] = edge
            self.edges.changed(one)
        self._changed |= {left, right}
        # An edge is told by its later article, so that one that comes leaves the stories around it alone.
        self._told |= {left, right} if strays or edge is None else {max(left, right)}

    def _strays(self, left: int, right: int, edge: Edge | None) -> bool:
        """Whether two articles are lookalikes of other weeks."""
        if edge is None or edge.words < LOOKALIKE:
            return False
        gap = self.gap(left, right)
        return gap is not None and gap > OTHER_WEEKS

    def _disperse(self, field: Field, holders: set[int]) -> None:
        """Weaken what held articles far apart together, now that a crowd holds one of the terms they share."""
        for left in sorted(holders):
            for right, edge in list(self.edges[left].items()):
                if right <= left or right not in holders or edge.shared is None or not self._meet(field, left, right):
                    continue
                if edge.shared > SHARED_FAR:
                    self._put(left, right, edge._replace(shared=edge.shared - 1))
                else:
                    self._put(left, right, UNALIKE if edge.copied else None)

    def _gather(self, field: Field, holders: Sequence[int]) -> None:
        """Strengthen what holds articles far apart together, now that a crowd no longer holds one of the terms they share."""
        for left in holders:
            far = field.postings.far(field.heaviest(left))
            edges = self.edges[left]
            self._look(
                left,
                {
                    right: far[right]
                    for right in holders
                    if right > left and right in far and self._meet(field, left, right) and not _near(edges.get(right))
                },
                field,
            )

    def _parts_of(self, articles: Iterable[int]) -> set[int]:
        """The parts that articles were in when groups were last formed."""
        articles = list(articles)
        self.homes.fetch(articles)
        return {part for at in articles if (part := self.homes[at].part) is not None}

    def _touched(self) -> set[int]:
        """The articles whose edges may weigh otherwise than when groups were last formed, and those of their parts."""
        parts = self._left | self._parts_of(self._changed)
        there = (at for part in sorted(parts) for group in self._parts[part] for at in group if at in self.homes)
        return self._changed.union(there)

    def _connected(self, seeds: Iterable[int]) -> Iterator[list[int]]:
        """The sets of articles around the seeds that may form groups, each in order of publication."""
        seen: set[int] = set()
        for seed in seeds:
            if seed in seen:
                continue
            seen.add(seed)
            part = [seed]
            for at in part:  # grows while it is walked
                self.homes.fetch(self.edges[at])
                for other in self.edges[at]:
                    if other not in seen and self.like(at, other) >= ONE_STORY:
                        seen.add(other)
                        part.append(other)
            self.cards.fetch(part)
            yield sorted(part, key=lambda at: self.cards[at].rank)

    def _alike(self, part: Sequence[int]) -> dict[Pair, int]:
        """The likeness of the pairs in a part, by position in it."""
        place = {at: n for n, at in enumerate(part)}
        alike: dict[Pair, int] = {}
        for at in part:
            for other in self.edges[at]:
                if other in place and place[at] < place[other]:
                    alike[place[at], place[other]] = self.like(at, other)
        return alike


def _beside(card: Card) -> tuple[Packed, ...]:
    """What articles of one language are compared by beside their texts."""
    return card.lead, card.title, card.numbers


def _near(edge: Edge | None) -> bool:
    """Whether an edge joins articles near in time, whatever crowd holds their terms."""
    return edge is not None and edge.shared is None and edge.score != UNLIKE
