"""What the rivals that claims keep apart are to one another: first whether they surely answer one question, then the relation."""

from collections.abc import Callable, Mapping

from dateline.disagreements.denials import one_assertion
from dateline.disagreements.fillers import one_actor, one_event, one_person, one_place, one_plan, two_things
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.numbers import one_quantity, told_at_once
from dateline.disagreements.relating import UNVOUCHED, relate
from dateline.predicates import same_predicate
from dateline.types import Rival

# What is told as a disagreement; other words for the same, and what agrees, is none.
DIFFERENT = ("contradiction", "denial", "update", "unclear")


# Which pairs that a veto keeps apart answer one question.
TESTS: Mapping[str, Callable[[Pair], bool]] = {
    "figures_differ": one_quantity,
    "polarity_differs": one_assertion,
    "tense_differs": one_plan,
    "times_differ": one_event,
    "actors_differ": one_actor,
    "people_differ": one_person,
    "places_differ": one_place,
}
# How likely (of 1,000,000) a plan and a report must be to answer one question. All other rivals pass the test alone: on the
# sample coverage no likelihood parts them better. Swept there (docs/evaluation.md).
PLAN = 500_000
# The same where they have two verbs ("is due to visit", "came"): below it are plans for one day and other deeds of that day.
OTHER_VERB = 750_000

# The same for what negates, and for other times, places and names: in small stories of real outlets (NewsCluster) most rivals
# that are less likely are of two questions. Figures are compared by what they count, whatever stands around them.
LEAST = {
    "polarity_differs": 500_000,
    "times_differ": 350_000,
    "places_differ": 350_000,
    "actors_differ": 350_000,
    "people_differ": 350_000,
}
# The same where nobody vouches for what is negated.
SURE = 750_000

# A plan and a report of it may put one event on two days, or name two for one office.
EVEN_PLANNED = ("tense_differs", "times_differ", "actors_differ")


def judge(pair: Pair, rival: Rival) -> Finding | None:
    """How a pair differs; None where it does not, or where it is not sure that both answer one question.

    Of a rival without a veto the claims vouch that both do.
    """
    if rival.vetoes and (two_things(pair) or not _one_question(pair, rival)):
        return None
    found = relate(pair)
    if found.reason == UNVOUCHED and rival.likeness < SURE:
        return None
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
    likely = PLAN if same_predicate(pair.left, pair.right) else OTHER_VERB
    if len(differing) > 1 or (differing[0] == "tense_differs" and rival.likeness < likely):
        return False
    if "tense_differs" in rival.vetoes and differing[0] not in EVEN_PLANNED:
        return False
    if rival.likeness < LEAST.get(differing[0], 0):
        return False
    return TESTS[differing[0]](pair)
