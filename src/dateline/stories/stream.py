"""A stream of articles: each is compared to those that share rare words with it, and only the groups it touches are formed anew.

What a stream holds in the end depends on its articles, not on the order in which they came.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.stories.across import names_of
from dateline.stories.clusters import Pair
from dateline.stories.counts import count_terms
from dateline.stories.days import day_of, told_days
from dateline.stories.groups import FAINTEST, ONE_STORY, form
from dateline.stories.likeness import (
    COPIED,
    COPIED_DAYS,
    LOOKALIKE,
    OTHER_WEEKS,
    Sketch,
    days_score,
    gap_of,
    likeness,
    lookalikes_score,
    names_score,
    ordinal,
    words_score,
)
from dateline.stories.postings import SHARED_FAR, Postings
from dateline.stories.rarity import rarity
from dateline.stories.rows import Integers, Rows
from dateline.types import Analysis, Article

HEAVIEST = 30  # terms of an article by which others are found; 20 lose .01 of core B-cubed on newscluster
LEAD = 100  # words; the beginning says which event it is, the rest shares its background with other stories of the same actors

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Edge:
    """How alike two articles are, in thousandths, by words alone and with days; those far apart have terms `shared`, how many."""

    words: int
    event: int
    shared: int | None


class Field:
    """One way to compare articles: several rows of weighted terms each; the heaviest terms of the first row find candidates."""

    def __init__(self, rows: int) -> None:
        self.rows = [Rows() for _ in range(rows)]
        self.postings = Postings()
        self._numbers: dict[str, int] = {}

    def add(self, article: int, day: int | None, parts: Sequence[Weights]) -> tuple[list[int], list[list[int]]]:
        """Enter an article; its heaviest terms, and the holders of each of them that has become a crowd's."""
        for rows, part in zip(self.rows, parts, strict=True):
            rows.append({self._numbers.setdefault(term, len(self._numbers)): weight for term, weight in part.items()})
        heaviest = sorted(parts[0], key=lambda term: (-parts[0][term], term))[:HEAVIEST]
        terms = [self._numbers[term] for term in heaviest]
        return terms, self.postings.add(article, day, terms)

    def cosines(self, article: int, others: Integers) -> list[Integers]:
        """The cosines of an article with others, in millionths, by each row."""
        return [rows.cosines(article, others) for rows in self.rows]


class Stream:
    """Articles by position in order of arrival, the edges between them, and the groups they form.

    `across` says whether articles in different languages are compared.
    """

    def __init__(self, *, across: bool) -> None:
        self.sketches: list[Sketch] = []
        self.edges: list[dict[int, Edge]] = []
        self.texts = Field(4)
        self._names = Field(1) if across else None
        self._ranks: list[tuple[str, str]] = []
        self._lookalikes: list[int] = []
        self._changed: set[int] = set()
        self._part_of: list[int] = []
        self._parts: dict[int, list[list[int]]] = {}

    def add(self, article: Article, analysis: Analysis | None = None) -> None:
        """Take in an article."""
        at = len(self.sketches)
        self.sketches.append(Sketch(article.language, ordinal(day_of(article)), told_days(article, analysis)))
        self.edges.append({})
        self._ranks.append((article.published.earliest or "9999", article.id))
        self._lookalikes.append(0)
        self._part_of.append(-1)
        self._changed.add(at)
        self._compare(at, self.texts, _weighed(article))
        if self._names is not None:
            self._compare(at, self._names, [_weigh(names_of(article))])

    def join(self, left: int, right: int) -> None:
        """Take two articles for copies of one text; nothing when they were printed more than `COPIED_DAYS` apart."""
        gap = gap_of(self.sketches[left], self.sketches[right])
        if gap is None or gap <= COPIED_DAYS:
            known = self.edges[left].get(right)
            self._connect(left, right, Edge(COPIED if known is None else known.words, COPIED, None))

    def like(self, left: int, right: int) -> int:
        """The likeness of two articles that an edge joins, in millionths; `KeyError` where none does."""
        return self._like(left, right, self.edges[left][right])

    def groups(self) -> list[list[int]]:
        """The groups, each in order of publication, in order of their first articles."""
        self.settle()
        return sorted((group for groups in self._parts.values() for group in groups), key=lambda group: self._ranks[group[0]])

    def settle(self) -> None:
        """Form the groups anew that the articles touch which came since it was done last."""
        parts = list(self._connected(self._touched()))
        for former in {self._part_of[at] for part in parts for at in part}:
            self._parts.pop(former, None)
        for part in parts:
            for at in part:
                self._part_of[at] = part[0]
            self._parts[part[0]] = form(part, self._alike(part), self.texts.rows[0], self.sketches)
        self._changed.clear()

    def _compare(self, at: int, field: Field, parts: Sequence[Weights]) -> None:
        """Connect an article to those that are alike."""
        own = self.sketches[at]
        terms, crowds = field.add(at, own.day, parts)
        for holders in crowds:
            self._disperse(set(holders))
        near, far = field.postings.near(own.day, terms), field.postings.far(terms)
        others = np.union1d(near, np.array(list(far), dtype=np.int64))
        across = field is self._names
        kept = [other for other in others.tolist() if other != at and across == (self.sketches[other].language != own.language)]
        others = np.array(kept, dtype=np.int64)
        cosines = field.cosines(at, others)
        scores = names_score(cosines[0]) if across else words_score(cosines)
        close = set(near.tolist())
        for other, words in zip(kept, scores.tolist(), strict=True):
            edge = Edge(words, words + days_score(own, self.sketches[other]), None if other in close else far[other])
            if edge.event >= FAINTEST or self._strays(at, other, edge):
                self._connect(at, other, edge)

    def _connect(self, left: int, right: int, edge: Edge) -> None:
        self._part(left, right)
        self.edges[left][right] = self.edges[right][left] = edge
        if self._strays(left, right, edge):
            self._lookalikes[left] += 1
            self._lookalikes[right] += 1
        self._changed |= {left, right}

    def _part(self, left: int, right: int) -> None:
        """Take away the edge between two articles, if there is one."""
        edge = self.edges[left].pop(right, None)
        if edge is None:
            return
        del self.edges[right][left]
        if self._strays(left, right, edge):
            self._lookalikes[left] -= 1
            self._lookalikes[right] -= 1
        self._changed |= {left, right}

    def _strays(self, left: int, right: int, edge: Edge) -> bool:
        """Whether two articles are lookalikes of other weeks."""
        gap = gap_of(self.sketches[left], self.sketches[right])
        return gap is not None and gap > OTHER_WEEKS and edge.words >= LOOKALIKE

    def _disperse(self, holders: set[int]) -> None:
        """Weaken what held articles far apart together, now that a crowd holds one of the terms they share."""
        for left in sorted(holders):
            for right, edge in list(self.edges[left].items()):
                if right <= left or right not in holders or edge.shared is None:
                    continue
                if edge.shared == SHARED_FAR:
                    self._part(left, right)
                else:
                    self.edges[left][right] = self.edges[right][left] = replace(edge, shared=edge.shared - 1)

    def _touched(self) -> set[int]:
        """The articles whose edges may weigh otherwise than when groups were last formed, and those of their parts."""
        former = (self._parts.get(part, []) for part in {self._part_of[at] for at in self._changed})
        return self._changed.union(at for groups in former for group in groups for at in group)

    def _like(self, left: int, right: int, edge: Edge) -> int:
        return likeness(edge.event + lookalikes_score(self._lookalikes[left], self._lookalikes[right]))

    def _connected(self, seeds: Iterable[int]) -> Iterator[list[int]]:
        """The sets of articles around the seeds that may form groups, each in order of publication."""
        seen: set[int] = set()
        for seed in seeds:
            if seed in seen:
                continue
            seen.add(seed)
            part = [seed]
            for at in part:  # grows while it is walked
                for other, edge in self.edges[at].items():
                    if other not in seen and self._like(at, other, edge) >= ONE_STORY:
                        seen.add(other)
                        part.append(other)
            yield sorted(part, key=lambda at: self._ranks[at])

    def _alike(self, part: Sequence[int]) -> dict[Pair, int]:
        """The likeness of the pairs in a part, by position in it."""
        place = {at: n for n, at in enumerate(part)}
        alike: dict[Pair, int] = {}
        for at in part:
            for other, edge in self.edges[at].items():
                if other in place and place[at] < place[other]:
                    alike[place[at], place[other]] = self._like(at, other, edge)
        return alike


def _weighed(article: Article) -> tuple[Weights, Weights, Weights, Weights]:
    """The weighted terms of an article: text, lead, title, numbers."""
    whole = _weigh(count_terms(article))
    title = replace(article, text=article.title or "", title=None)
    numbers = {term: weight for term, weight in whole.items() if term[term.find(":") + 1].isdigit()}
    return whole, _weigh(count_terms(article, LEAD)), _weigh(count_terms(title)), numbers


def _weigh(counts: Counter[str]) -> Weights:
    """One plus the logarithm of each count, times the term's rarity."""
    return {term: (1 + math.log(count)) * rarity(term) for term, count in counts.items()}
