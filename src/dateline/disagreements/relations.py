"""What the rivals that claims keep apart are to one another: first whether they surely answer one question, then the relation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.disagreements.denials import one_assertion
from dateline.disagreements.fillers import one_actor, one_event, one_person, one_place, one_plan
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.numbers import one_quantity, told_at_once
from dateline.disagreements.relating import relate
from dateline.types import Rival

# What is told as a disagreement; other words for the same, and what agrees, is none.
DIFFERENT = ("contradiction", "denial", "update", "unclear")


@dataclass(frozen=True, slots=True)
class Test:
    """Which pairs that a veto keeps apart answer one question, and the least likeness (of 1,000,000) for it."""

    one_question: Callable[[Pair], bool]
    least: int


# Figures fill a named slot, so fewer words must agree than where only a "not", a day or a name tells two statements apart.
# Swept on the sample coverage (docs/evaluation.md).
TESTS: Mapping[str, Test] = {
    "figures_differ": Test(one_quantity, 500_000),
    "polarity_differs": Test(one_assertion, 400_000),
    "tense_differs": Test(one_plan, 500_000),
    "times_differ": Test(one_event, 350_000),
    "actors_differ": Test(one_actor, 350_000),
    "people_differ": Test(one_person, 350_000),
    "places_differ": Test(one_place, 500_000),
}


# A plan and a report of it may put one event on two days, or name two for one office.
EVEN_PLANNED = ("tense_differs", "times_differ", "actors_differ")


def judge(pair: Pair, rival: Rival) -> Finding | None:
    """How a pair differs; None where it does not, or where it is not sure that both answer one question.

    Of a rival without a veto the claims vouch that both do.
    """
    if rival.vetoes and not _one_question(pair, rival):
        return None
    found = relate(pair)
    return found if found.relation in DIFFERENT and not _one_page(pair, found) else None


def _one_page(pair: Pair, found: Finding) -> bool:
    """Whether it is one article that tells both, and leaves open how they go together or knows them for two quantities."""
    if pair.left.article != pair.right.article:
        return False
    return found.relation == "unclear" or (found.about == "number" and found.relation == "contradiction" and told_at_once(pair))


def _one_question(pair: Pair, rival: Rival) -> bool:
    """Whether a pair differs in one thing alone, and is alike enough in all else."""
    differing = [veto for veto in rival.vetoes if veto != "tense_differs"] or ["tense_differs"]
    if differing == ["actors_differ", "people_differ"]:  # one person is told as subject and as object of what he is to do
        differing = ["actors_differ"]
    if len(differing) > 1 or rival.likeness < TESTS[differing[0]].least:
        return False
    if "tense_differs" in rival.vetoes and differing[0] not in EVEN_PLANNED:
        return False
    return TESTS[differing[0]].one_question(pair)
