"""Which rule judges a pair of statements, by what alone keeps them apart, and how alike they must be for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.disagreements.denials import judge_polarity
from dateline.disagreements.fillers import judge_actors, judge_people, judge_places, judge_plan, judge_times
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.numbers import judge_figures
from dateline.types import Rival


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of difference is judged, and the least likeness (of 1,000,000) at which two statements are of one thing."""

    judge: Callable[[Pair], Finding | None]
    least: int


# Figures fill a named slot, so fewer words must agree than where only a "not", a day or a name tells two statements apart.
# Swept on the sample coverage (docs/evaluation.md).
RULES: Mapping[str, Rule] = {
    "figures_differ": Rule(judge_figures, 500_000),
    "polarity_differs": Rule(judge_polarity, 400_000),
    "tense_differs": Rule(judge_plan, 500_000),
    "times_differ": Rule(judge_times, 350_000),
    "actors_differ": Rule(judge_actors, 350_000),
    "people_differ": Rule(judge_people, 350_000),
    "places_differ": Rule(judge_places, 500_000),
}


# A plan and a report of it may put one event on two days, or name two for one office.
EVEN_PLANNED = ("tense_differs", "times_differ", "actors_differ")


def judge(pair: Pair, rival: Rival) -> Finding | None:
    """What a pair disagrees about; None where they differ in more than one thing or are not alike enough to be of one."""
    differing = [veto for veto in rival.vetoes if veto != "tense_differs"] or ["tense_differs"]
    if differing == ["actors_differ", "people_differ"]:  # one person is told as subject and as object of what he is to do
        differing = ["actors_differ"]
    if len(differing) > 1 or rival.likeness < RULES[differing[0]].least:
        return None
    if "tense_differs" in rival.vetoes and differing[0] not in EVEN_PLANNED:
        return None
    return RULES[differing[0]].judge(pair)
