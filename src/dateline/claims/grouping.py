"""Claims: the statements of a storyline that say the same, grouped by average likeness under vetoes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.claims.candidates import find_candidates
from dateline.claims.matching import SCALE, Profile, likeness, profile, trimmed
from dateline.claims.terms import terms, weigh
from dateline.claims.vetoes import ROLES, VETOES, untold_roles, vetoed
from dateline.claims.wordings import Wording, find_wordings
from dateline.ids import content_id
from dateline.types import Article, Claim, Rival, Statement

# Two groups join at this average likeness; swept on the sample coverage (docs/evaluation.md).
JOIN = round(0.4 * SCALE)
JOIN_FIGURES = round(0.3 * SCALE)
# What is less alike than this counts as not alike at all.
LIKE = JOIN // 2
# Rivals are told from this likeness on: the least at which any rule of the disagreements judges a pair.
RIVAL = round(0.35 * SCALE)
# All pairs of the statements of two wordings are rivals up to this many; of more each with the nearest in time.
PAIRS = 16
ROLE_VETOES = tuple(veto for veto in VETOES if veto.__name__ in ROLES)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """The likeness of the pairs of wordings that may be one claim, and vetoes and likeness of those that may not."""

    alike: Mapping[Pair, int]
    apart: Mapping[Pair, tuple[tuple[str, ...], int]]


def match_claims(statements: Sequence[Statement], articles: Sequence[Article]) -> tuple[tuple[Claim, ...], tuple[Rival, ...]]:
    """The claims of one storyline in order of id, every statement in exactly one, and the like pairs that a veto kept apart."""
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    ranked = sorted(statements, key=lambda statement: (order[statement.article], statement.span, _place(statement)))
    weights = weigh(_terms_by_article(ranked), frozenset(name for statement in ranked for name in statement.names))
    wordings = find_wordings([profile(statement, weights) for statement in ranked])
    compared = _compare(wordings, weights)
    groups = _join(wordings, compared)
    claims = (_claim([wordings[place] for place in group], ranked, weights) for group in groups)
    return tuple(sorted(claims, key=lambda claim: claim.id)), tuple(_rivals(wordings, compared, ranked))


def _place(statement: Statement) -> tuple[int, str]:
    """What tells the statements of one span apart: the whole clause first, then its figures in order."""
    return -1 if statement.figure is None else statement.figure.span.start, statement.id


def _terms_by_article(statements: Sequence[Statement]) -> list[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        found[statement.article] |= terms(statement.lemmas)
    return [frozenset(found[article]) for article in sorted(found)]


def _compare(wordings: Sequence[Wording], weights: Mapping[str, float]) -> Compared:
    alike: dict[Pair, int] = {}
    apart: dict[Pair, tuple[tuple[str, ...], int]] = {}
    for left, right in find_candidates(wordings):
        a, b = wordings[left].profile, wordings[right].profile
        score = _likeness(a, b, weights)
        if score < LIKE:
            continue
        vetoes = vetoed(a.statement, b.statement)
        if vetoes:
            apart[left, right] = vetoes, score
        else:
            alike[left, right] = score
    return Compared(alike, apart)


def _likeness(a: Profile, b: Profile, weights: Mapping[str, float]) -> int:
    """How alike two statements are in what no veto is about; the vetoes that are about no role cost more and come later."""
    roles = untold_roles(tuple(veto.__name__ for veto in ROLE_VETOES if veto(a.statement, b.statement)))
    if roles:
        a, b = trimmed(a, b, roles, weights), trimmed(b, a, roles, weights)
    return likeness(a, b, weights)


def _join(wordings: Sequence[Wording], compared: Compared) -> list[list[int]]:
    """Groups by average link, likest pair first: two join when the pairs between them are alike on average, and none apart."""
    groups = Groups(wordings, compared)
    for (left, right), score in sorted(compared.alike.items(), key=lambda item: (-item[1], item[0])):
        least = JOIN if wordings[left].profile.statement.figure is None else JOIN_FIGURES
        if score >= least and groups.average(left, right) >= least:
            groups.join(left, right)
    return groups.members()


class Groups:
    """The groups of wordings so far, with the sum of the likenesses between each two, and the ones that a veto keeps apart."""

    def __init__(self, wordings: Sequence[Wording], compared: Compared) -> None:
        self._size = [len(one.members) for one in wordings]
        self._group = list(range(len(wordings)))
        self._members = {place: [place] for place in self._group}
        self._links: list[dict[int, int]] = [{} for _ in wordings]
        self._walls: list[set[int]] = [set() for _ in wordings]
        for (a, b), score in compared.alike.items():
            self._links[a][b] = self._links[b][a] = score * self._size[a] * self._size[b]
        for a, b in compared.apart:
            self._walls[a].add(b)
            self._walls[b].add(a)

    def average(self, left: int, right: int) -> float:
        """The average likeness between the groups of two wordings; -1 where they are one group, or apart."""
        a, b = self._group[left], self._group[right]
        if a == b or b in self._walls[a]:
            return -1
        return self._links[a].get(b, 0) / (self._size[a] * self._size[b])

    def join(self, left: int, right: int) -> None:
        """Make the groups of two wordings one; the one with fewer neighbours goes, so that little is moved."""
        a, b = self._group[left], self._group[right]
        kept, gone = (a, b) if self._weight(a) >= self._weight(b) else (b, a)
        for other, score in self._links[gone].items():
            del self._links[other][gone]
            if other != kept:
                self._links[kept][other] = self._links[other][kept] = self._links[kept].get(other, 0) + score
        for other in self._walls[gone]:
            self._walls[other].remove(gone)
            self._walls[other].add(kept)
            self._walls[kept].add(other)
        for place in self._members[gone]:
            self._group[place] = kept
        self._members[kept] += self._members.pop(gone)
        self._size[kept] += self._size[gone]

    def _weight(self, group: int) -> int:
        return len(self._links[group]) + len(self._walls[group]) + len(self._members[group])

    def members(self) -> list[list[int]]:
        """The wordings of each group, ascending."""
        return sorted(sorted(found) for found in self._members.values())


def _claim(group: Sequence[Wording], ranked: Sequence[Statement], weights: Mapping[str, float]) -> Claim:
    """The claim of a group; its id comes from its earliest statement, its canonical statement is the one most like the others."""
    ids = tuple(ranked[place].id for place in sorted(place for one in group for place in one.members))
    best = max(group, key=lambda one: (_centrality(one, group, weights), one.profile.weight, -one.members[0]))
    return Claim(content_id("claim", ids[0]), ids, best.profile.statement.id)


def _centrality(one: Wording, group: Sequence[Wording], weights: Mapping[str, float]) -> int:
    """How alike a statement of a wording is to all others of its group."""
    alike = (likeness(one.profile, other.profile, weights) * (len(other.members) - (other is one)) for other in group)
    return sum(alike)


def _rivals(wordings: Sequence[Wording], compared: Compared, ranked: Sequence[Statement]) -> Iterator[Rival]:
    """The rivals in order of the place of their statements."""
    found = {
        pair: judged
        for (a, b), judged in compared.apart.items()
        if judged[1] >= RIVAL
        for pair in _meetings(wordings[a].members, wordings[b].members)
    }
    return (Rival(ranked[a].id, ranked[b].id, *found[a, b]) for a, b in sorted(found))


def _meetings(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    """The pairs of statements of two wordings: all of few; of many each with those before and after it on the other side."""
    if len(left) * len(right) <= PAIRS:
        yield from ((min(pair), max(pair)) for pair in product(left, right))
        return
    for these, those in ((left, right), (right, left)):
        for one in these:
            after = bisect_left(those, one)
            yield from ((min(one, other), max(one, other)) for other in those[max(0, after - 1) : after + 1])
