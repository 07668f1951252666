"""Where articles say otherwise: statements that fill one slot differently, and whether that is a contradiction or an update."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dateline.disagreements.answers import find_answers
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.relations import judge
from dateline.ids import content_id
from dateline.types import About, Article, Claim, Disagreement, Relation, Rival, Statement, Story, Value

__all__ = ["find_disagreements"]

WEEK = 7
# The relation that a slot has when its pairs differ: what is plainly incompatible outweighs what moved on.
WEIGHT: Mapping[Relation, int] = {"contradiction": 3, "denial": 2, "update": 1}


def find_disagreements(
    statements: Sequence[Statement],
    claims: Sequence[Claim],
    rivals: Sequence[Rival],
    articles: Sequence[Article],
    stories: Sequence[Story],
) -> tuple[Disagreement, ...]:
    """The disagreements of a storyline in order of id: one for each pair of claims that differ, and for what they differ in.

    Counts and times of two stories are of two events; only what is asserted and denied may reach over the storyline.
    """
    story_of = {article: story.id for story in stories for article in story.articles}
    told = {statement.id: statement for statement in statements}
    pages = {article.id: article for article in articles}
    claim_of = {statement: claim for claim in claims for statement in claim.statements}
    found: dict[tuple[About, str, str], Finding] = {}
    ordered = sorted(rivals, key=lambda rival: (rival.left, rival.right))
    pairs = ((Pair(told[rival.left], told[rival.right], pages, rival.likeness), rival) for rival in ordered)
    judged = (judge(pair, rival) for pair, rival in pairs if _one_event(pair, rival, story_of))
    for finding in (*filter(None, judged), *find_answers(statements, pages)):
        a, b = sorted(claim_of[statement].id for statement in finding.statements)
        if a == b:
            continue
        key = finding.about, a, b
        if key not in found or WEIGHT[finding.relation] > WEIGHT[found[key].relation]:
            found[key] = finding
    by_id = {claim.id: claim for claim in claims}
    made = (_disagreement(finding, by_id[a], by_id[b]) for (_, a, b), finding in sorted(found.items()))
    return tuple(sorted(made, key=lambda disagreement: disagreement.id))


def _one_event(pair: Pair, rival: Rival, story_of: Mapping[str, str]) -> bool:
    """Whether both may speak of one event: pages of one story, or of one week, which a statement may have been told apart from."""
    same = story_of.get(pair.left.article) == story_of.get(pair.right.article)
    days = pair.day(pair.left), pair.day(pair.right)
    near = all(days) and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= WEEK
    return same or near or "polarity_differs" in rival.vetoes


def _disagreement(finding: Finding, left: Claim, right: Claim) -> Disagreement:
    return Disagreement(
        id=content_id("disagreement", finding.about, left.id, right.id),
        about=finding.about,
        relation=finding.relation,
        reason=finding.reason,
        values=tuple(_values(finding, left, right)),
    )


def _values(finding: Finding, left: Claim, right: Claim) -> Iterator[Value]:
    """The two sides; each value goes to the claim that holds the statement it was read in."""
    for claim in (left, right):
        mine = finding.values[0] if finding.statements[0] in claim.statements else finding.values[1]
        yield Value(mine[0], mine[1], claim.statements)
