"""Claims: the statements of a storyline that say the same, grouped by average likeness under vetoes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from dateline.claims.candidates import find_candidates
from dateline.claims.comparing import Comparisons, Pair
from dateline.claims.decided import Decided
from dateline.claims.groups import Groups
from dateline.claims.matching import SCALE, likeness, profile
from dateline.claims.terms import terms, weigh
from dateline.claims.wordings import Wording, common_keys, find_wordings
from dateline.ids import content_id
from dateline.types import Article, Claim, Judgement, Rival, Statement

# Two groups join at this average likeness; swept on the sample coverage (docs/evaluation.md).
JOIN = round(0.4 * SCALE)
JOIN_FIGURES = round(0.3 * SCALE)
# Rivals are told from this likeness on: the least at which any rule of the disagreements judges a pair.
RIVAL = round(0.35 * SCALE)
# All pairs of the statements of two wordings are rivals up to this many; of more each with the nearest in time.
PAIRS = 16


def match_claims(
    statements: Sequence[Statement], articles: Sequence[Article], decided: Sequence[Judgement] = ()
) -> tuple[tuple[Claim, ...], tuple[Rival, ...]]:
    """The claims of one storyline in order of id, every statement in exactly one, and the like pairs that a veto kept apart.

    `decided` are judgements of persons on ids of statements; those tied by them are in one claim, those kept apart never are.
    """
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    ranked = sorted(statements, key=lambda statement: (order[statement.article], statement.span, _place(statement)))
    weights = weigh(_terms_by_article(ranked), frozenset(name for statement in ranked for name in statement.names))
    decisions = Decided(decided)
    wordings = find_wordings([profile(statement, weights) for statement in ranked], decisions.knots.knot)
    common = common_keys(wordings)
    comparisons = Comparisons(wordings, weights, common)
    for left, right in find_candidates(wordings, common):
        comparisons.of(left, right)
    groups = _join(wordings, comparisons, decisions)
    claims = (_claim([wordings[place] for place in group], ranked, weights) for group in groups)
    return tuple(sorted(claims, key=lambda claim: claim.id)), tuple(_rivals(wordings, comparisons, ranked))


def _place(statement: Statement) -> tuple[int, str]:
    """What tells the statements of one span apart: the whole clause first, then its figures in order."""
    return -1 if statement.figure is None else statement.figure.span.start, statement.id


def _terms_by_article(statements: Sequence[Statement]) -> list[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        found[statement.article] |= terms(statement.lemmas)
    return [frozenset(found[article]) for article in sorted(found)]


def _join(wordings: Sequence[Wording], comparisons: Comparisons, decisions: Decided) -> list[list[int]]:
    """Groups by average link, likest pair first: two join when the pairs between them are alike on average, and none apart."""
    groups = Groups([len(one.members) for one in wordings], comparisons, *decisions.pairs(wordings))
    for (left, right), score in sorted(comparisons.alike().items(), key=lambda item: (-item[1], item[0])):
        least = JOIN if wordings[left].profile.statement.figure is None else JOIN_FIGURES
        if score >= least:
            groups.join(left, right, least=least)
    return groups.members()


def _claim(group: Sequence[Wording], ranked: Sequence[Statement], weights: Mapping[str, float]) -> Claim:
    """The claim of a group; its id comes from its earliest statement, its canonical statement is the one most like the others."""
    ids = tuple(ranked[place].id for place in sorted(place for one in group for place in one.members))
    best = max(group, key=lambda one: (_centrality(one, group, weights), one.profile.weight, -one.members[0]))
    return Claim(content_id("claim", ids[0]), ids, best.profile.statement.id)


def _centrality(one: Wording, group: Sequence[Wording], weights: Mapping[str, float]) -> int:
    """How alike a statement of a wording is to all others of its group."""
    alike = (likeness(one.profile, other.profile, weights) * (len(other.members) - (other is one)) for other in group)
    return sum(alike)


def _rivals(wordings: Sequence[Wording], comparisons: Comparisons, ranked: Sequence[Statement]) -> Iterator[Rival]:
    """The rivals in order of the place of their statements."""
    found = {
        pair: judged
        for (a, b), judged in comparisons.apart()
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
