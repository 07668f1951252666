"""Where articles say otherwise: statements that fill one slot differently, and whether that is a contradiction or an update."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, permutations

from dateline.decisions import NO_CONFLICT
from dateline.disagreements.answers import find_answers
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.relations import judge
from dateline.ids import content_id
from dateline.types import About, Article, Claim, Disagreement, Judgement, Relation, Rival, Statement, Story, Value

__all__ = ["find_disagreements"]

# The relation that a slot has when its pairs differ: what is plainly incompatible outweighs what moved on.
WEIGHT: Mapping[Relation, int] = {"contradiction": 3, "denial": 2, "update": 1, "unclear": 0}
MOVES = ("update", "unclear")
# Pages of two stories may speak of one event when they came out within so many days.
WEEK = 7

Edge = tuple[str, str]  # the ids of two claims, in order


def find_disagreements(
    statements: Sequence[Statement],
    claims: Sequence[Claim],
    rivals: Sequence[Rival],
    articles: Sequence[Article],
    stories: Sequence[Story],
    decided: Sequence[Judgement] = (),
) -> tuple[Disagreement, ...]:
    """The disagreements of a storyline in order of id; the values of one are such that each differs from each.

    Counts and times of two stories are of two events; only what is asserted and denied may reach over the storyline. Claims with
    statements that persons `decided` are in no conflict are in none.
    """
    told = {statement.id: statement for statement in statements}
    pages = {article.id: article for article in articles}
    story_of = {article: story.id for story in stories for article in story.articles}
    pairs = (
        (Pair(told[rival.left], told[rival.right], pages, rival.likeness), rival)
        for rival in sorted(rivals, key=lambda rival: (rival.left, rival.right))
    )
    judged = list(filter(None, (judge(pair, rival) for pair, rival in pairs if _one_event(pair, rival, story_of))))
    settled = _settled(decided, claims)
    found = _by_claims((*judged, *_new(find_answers(statements, pages), judged, told, claims)), claims, settled)
    by_id = {claim.id: claim for claim in claims}
    made = [_disagreement(group, edges, by_id) for edges in found.values() for group in _cliques(edges)]
    return tuple(sorted(made, key=lambda disagreement: disagreement.id))


def _one_event(pair: Pair, rival: Rival, story_of: Mapping[str, str]) -> bool:
    """Whether both may speak of one event: pages of one story or one week, or an assertion and its denial."""
    same = story_of.get(pair.left.article) == story_of.get(pair.right.article)
    days = pair.day(pair.left), pair.day(pair.right)
    near = all(days) and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= WEEK
    return same or near or "polarity_differs" in rival.vetoes


def _new(
    answers: Iterable[Finding], judged: Sequence[Finding], told: Mapping[str, Statement], claims: Sequence[Claim]
) -> Iterator[Finding]:
    """The answers whose article does not deny the claim in more words as well ("She denied it. There is no annex, she said.")."""
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    sides = [pair for one in judged if one.about == "negation" for pair in permutations(one.statements)]
    denied = {(claim_of[statement], told[other].article) for statement, other in sides}
    for answer in answers:
        statement, denial = answer.statements
        if (claim_of[statement], told[denial].article) not in denied:
            yield answer


def _settled(decided: Sequence[Judgement], claims: Sequence[Claim]) -> set[Edge]:
    """The pairs of claims of which persons decided that they are in no conflict."""
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    pairs = ((one.left, one.right) for one in decided if one.verdict == NO_CONFLICT and one.right is not None)
    edges = (sorted((claim_of[left], claim_of[right])) for left, right in pairs if left in claim_of and right in claim_of)
    return {(left, right) for left, right in edges}


def _by_claims(
    findings: Iterable[Finding], claims: Sequence[Claim], settled: set[Edge]
) -> dict[tuple[About, Relation], dict[Edge, Finding]]:
    """For each matter and relation the pairs of claims, not settled, that differ so, each with the finding that weighs most."""
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    weightiest: dict[tuple[About, Edge], Finding] = {}
    for finding in findings:
        a, b = sorted(claim_of[statement] for statement in finding.statements)
        key = finding.about, (a, b)
        if (
            a != b
            and (a, b) not in settled
            and (key not in weightiest or WEIGHT[finding.relation] > WEIGHT[weightiest[key].relation])
        ):
            weightiest[key] = finding
    heaviest: dict[Edge, int] = {}
    for (_, edge), finding in weightiest.items():
        heaviest[edge] = max(heaviest.get(edge, 0), WEIGHT[finding.relation])
    found: dict[tuple[About, Relation], dict[Edge, Finding]] = {}
    for (about, edge), finding in weightiest.items():
        # Two claims that cannot both hold are not the course of one thing as well.
        if finding.relation not in MOVES or heaviest[edge] == WEIGHT[finding.relation]:
            found.setdefault((about, finding.relation), {})[edge] = finding
    return found


def _cliques(edges: Mapping[Edge, Finding]) -> list[tuple[str, ...]]:
    """Groups of claims in which each differs from each, so that every pair is in a group: forty tolls are one matter, not 780."""
    near: dict[str, set[str]] = {}
    for a, b in edges:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    covered: set[Edge] = set()
    groups = []
    for edge in sorted(edges):
        if edge in covered:
            continue
        group = list(edge)
        for other in sorted(near[edge[0]] & near[edge[1]]):
            if near[other].issuperset(group):
                group.append(other)
        groups.append(tuple(sorted(group)))
        covered.update(combinations(sorted(group), 2))
    return groups


def _disagreement(group: Sequence[str], edges: Mapping[Edge, Finding], claims: Mapping[str, Claim]) -> Disagreement:
    first = edges[group[0], group[1]]
    return Disagreement(
        id=content_id("disagreement", first.about, first.relation, *group),
        about=first.about,
        relation=first.relation,
        reason=first.reason,
        values=tuple(_value(claims[identity], group, edges) for identity in group),
    )


def _value(claim: Claim, group: Sequence[str], edges: Mapping[Edge, Finding]) -> Value:
    """The value that a claim of the group tells, as read in the first statement of it that was judged."""
    other = next(identity for identity in group if identity != claim.id)
    finding = edges[min(claim.id, other), max(claim.id, other)]
    told, normal = finding.values[0] if finding.statements[0] in claim.statements else finding.values[1]
    return Value(told, normal, claim.statements)
