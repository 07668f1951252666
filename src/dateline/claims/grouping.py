"""Claims: the statements of a storyline that say the same, grouped by average likeness under vetoes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.claims.matching import SCALE, Profile, likeness, profile, trimmed
from dateline.claims.terms import terms, weigh
from dateline.claims.vetoes import untold_roles, vetoed
from dateline.ids import content_id
from dateline.types import Article, Claim, Rival, Statement

# Two groups join at this average likeness; swept on the sample coverage (docs/evaluation.md).
JOIN = round(0.4 * SCALE)
JOIN_FIGURES = round(0.3 * SCALE)
# Terms that more than this share of a storyline's statements have bring no two of them together.
COMMON = 0.2
# Figures of one state ("killed") are compared with one another up to this many, so that the work stays bounded.
SLOT = 400


def match_claims(statements: Sequence[Statement], articles: Sequence[Article]) -> tuple[tuple[Claim, ...], tuple[Rival, ...]]:
    """The claims of one storyline in order of id, every statement in exactly one, and the like pairs that a veto kept apart."""
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    ranked = sorted(statements, key=lambda statement: (order[statement.article], statement.span))
    weights = weigh(_terms_by_article(ranked), frozenset(name for statement in ranked for name in statement.names))
    profiles = [profile(statement, weights) for statement in ranked]
    alike, apart = _alike(profiles, weights)
    groups = _join(alike, frozenset(apart), profiles)
    claims = sorted((_claim(group, profiles, weights) for group in groups), key=lambda claim: claim.id)
    rivals = (Rival(ranked[a].id, ranked[b].id, vetoes, score) for (a, b), (vetoes, score) in sorted(apart.items()))
    return tuple(claims), tuple(rivals)


def _terms_by_article(statements: Sequence[Statement]) -> list[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        found[statement.article] |= terms(statement.lemmas)
    return [frozenset(found[article]) for article in sorted(found)]


def _alike(
    profiles: Sequence[Profile], weights: Mapping[str, float]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], tuple[tuple[str, ...], int]]]:
    """The likeness of the candidate pairs that may be one claim, and vetoes and likeness of those that may not."""
    alike: dict[tuple[int, int], int] = {}
    apart: dict[tuple[int, int], tuple[tuple[str, ...], int]] = {}
    for left, right in _candidates(profiles):
        a, b = profiles[left], profiles[right]
        vetoes = vetoed(a.statement, b.statement)
        roles = untold_roles(vetoes)
        score = likeness(trimmed(a, b, roles, weights), trimmed(b, a, roles, weights), weights)
        if score < JOIN // 2:
            continue
        if vetoes:
            apart[left, right] = vetoes, score
        else:
            alike[left, right] = score
    return alike, apart


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for key in _keys(one):
            holders[key].append(index)
    limits = {"": max(8, int(COMMON * len(profiles))), "#": SLOT}
    pairs = {
        (left, right)
        for term in sorted(holders)
        if len(holders[term]) <= limits["#" if term.startswith("#") else ""]
        for position, left in enumerate(holders[term])
        for right in holders[term][position + 1 :]
    }
    return sorted(pairs)


def _keys(one: Profile) -> list[str]:
    """What brings a statement together with others: its terms and, where it is about a figure, its value and its state."""
    figure = one.statement.figure
    if figure is None:
        return sorted(one.terms)
    slots = [f"#{word}" for word in (figure.state, figure.what) if word]
    return [*sorted(one.terms), f"={figure.high:g}", *slots]


def _join(
    alike: Mapping[tuple[int, int], int], apart: frozenset[tuple[int, int]], profiles: Sequence[Profile]
) -> list[list[int]]:
    """Groups by average link, likest pair first: two join when the pairs between them are alike on average, and none apart."""
    group_of = {index: index for index in range(len(profiles))}
    members = {index: [index] for index in range(len(profiles))}
    for (left, right), score in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        a, b = group_of[left], group_of[right]
        least = JOIN if profiles[left].statement.figure is None else JOIN_FIGURES
        if score < least or a == b:
            continue
        between = [(min(x, y), max(x, y)) for x in members[a] for y in members[b]]
        if sum(alike.get(pair, 0) for pair in between) < least * len(between) or not apart.isdisjoint(between):
            continue
        kept, gone = min(a, b), max(a, b)
        members[kept] = sorted(members[kept] + members.pop(gone))
        group_of.update(dict.fromkeys(members[kept], kept))
    return [members[index] for index in sorted(members)]


def _claim(group: Sequence[int], profiles: Sequence[Profile], weights: Mapping[str, float]) -> Claim:
    """The claim of a group; its id comes from its earliest statement, its canonical statement is the one most like the others."""
    ids = tuple(profiles[index].statement.id for index in group)
    centrality = [
        sum(likeness(profiles[index], profiles[other], weights) for other in group if other != index) for index in group
    ]
    best = max(range(len(group)), key=lambda place: (centrality[place], profiles[group[place]].weight, -place))
    return Claim(content_id("claim", ids[0]), ids, ids[best])
