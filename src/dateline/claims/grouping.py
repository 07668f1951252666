"""Claims: the statements of a storyline that say the same, grouped by average likelihood under vetoes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from dateline.claims.candidates import find_candidates
from dateline.claims.comparing import Comparisons, Pair
from dateline.claims.contexts import find_contexts
from dateline.claims.decided import Decided
from dateline.claims.groups import Groups
from dateline.claims.joining import Joining
from dateline.claims.matching import SCALE
from dateline.claims.reasons import Texts
from dateline.claims.terms import terms, weigh
from dateline.claims.wordings import Wording, common_keys, find_wordings, profile
from dateline.ids import content_id
from dateline.types import Analysis, Article, Claim, Judgement, Rival, Statement

# Two groups join when the pairs between them are so likely one claim on average; swept on the development storylines.
JOIN = round(0.42 * SCALE)
# Rivals are told from this likelihood of one question on; swept with them.
RIVAL = round(0.1 * SCALE)
# All pairs of the statements of two wordings are rivals up to this many; of more each with the nearest in time.
PAIRS = 16


def match_claims(
    statements: Sequence[Statement],
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    decided: Sequence[Judgement] = (),
) -> tuple[tuple[Claim, ...], tuple[Rival, ...]]:
    """The claims of one storyline in order of id, every statement in exactly one, and the pairs on one question kept apart.

    `decided` are judgements of persons on ids of statements; those tied by them are in one claim, those kept apart never are.
    """
    ranked, decisions = rank(statements, articles), Decided(decided)
    wordings, comparisons = compare(ranked, analyses, decisions)
    tied, apart = decisions.pairs(wordings)
    groups = {_central(group, comparisons): group for group in _join(comparisons, tied, apart)}
    joining = Joining(groups, comparisons, tied, Texts(articles, analyses))
    claims = (_claim(root, group, joining, ranked, wordings) for root, group in groups.items())
    return tuple(sorted(claims, key=lambda claim: claim.id)), tuple(_rivals(wordings, comparisons, ranked))


def rank(statements: Sequence[Statement], articles: Sequence[Article]) -> list[Statement]:
    """The statements in order of day, article and place."""
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    return sorted(statements, key=lambda statement: (order[statement.article], statement.span, _place(statement)))


def compare(ranked: Sequence[Statement], analyses: Sequence[Analysis], decisions: Decided) -> tuple[list[Wording], Comparisons]:
    """The wordings of ranked statements, compared; what stands around a wording is what stands around its first statement."""
    weights = weigh(_terms_by_article(ranked), frozenset(name for statement in ranked for name in statement.names))
    wordings = find_wordings([profile(statement, weights) for statement in ranked], decisions.knots.knot)
    around = find_contexts(ranked, analyses)
    common = common_keys(wordings)
    pairs = find_candidates(wordings, common)
    homes = [sorted({ranked[place].article for place in one.members}) for one in wordings]
    return wordings, Comparisons(wordings, [around[one.members[0]] for one in wordings], weights, common, pairs, homes)


def _place(statement: Statement) -> tuple[int, str]:
    """What tells the statements of one span apart: the whole clause first, then its figures in order."""
    return -1 if statement.figure is None else statement.figure.span.start, statement.id


def _terms_by_article(statements: Sequence[Statement]) -> list[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        found[statement.article] |= terms(statement.lemmas)
    return [frozenset(found[article]) for article in sorted(found)]


def _join(comparisons: Comparisons, tied: Sequence[Pair], apart: Sequence[Pair]) -> list[list[int]]:
    """Groups by average link, likest pair first: two join when the pairs between them are alike on average, and none apart."""
    groups = Groups([len(one.members) for one in comparisons.wordings], comparisons, tied, apart)
    for (left, right), score in sorted(comparisons.alike().items(), key=lambda item: (-item[1], item[0])):
        if score >= JOIN:
            groups.join(left, right, least=JOIN)
    return groups.members()


def _claim(root: int, group: Sequence[int], joining: Joining, ranked: Sequence[Statement], wordings: Sequence[Wording]) -> Claim:
    """The claim of a group; its id comes from its earliest statement, its canonical statement is the first of the root."""
    ids = tuple(ranked[place].id for place in sorted(place for one in group for place in wordings[one].members))
    return Claim(content_id("claim", ids[0]), ids, wordings[root].profile.statement.id, tuple(joining.of(root, ranked)))


def _central(group: Sequence[int], comparisons: Comparisons) -> int:
    """The wording that is most like the others of its group."""
    weights = {one: comparisons.wordings[one].profile.weight for one in group}
    return max(group, key=lambda one: (_centrality(one, group, comparisons), weights[one], -one))


def _centrality(one: int, group: Sequence[int], comparisons: Comparisons) -> int:
    """How alike a statement of a wording is to all others of its group."""
    wordings = comparisons.wordings
    alike = (comparisons.of(one, other)[1] * len(wordings[other].members) for other in group if other != one)
    return sum(alike) + SCALE * (len(wordings[one].members) - 1)


def _rivals(wordings: Sequence[Wording], comparisons: Comparisons, ranked: Sequence[Statement]) -> Iterator[Rival]:
    """The rivals in order of the place of their statements."""
    found = {
        pair: judged
        for (a, b), judged in comparisons.rivals(RIVAL).items()
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
