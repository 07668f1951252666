"""Series: one quantity as several articles tell it over time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.data import lines, table
from dateline.figures import PART, is_general, same_slot
from dateline.ids import content_id
from dateline.types import Figure, Series, Statement

# Tolls of which one holds more than so many days after the other are of two events.
YEAR = 365
TOLLS = frozenset(str(table("counts.toml")["rising"]["states"]).split())
# Of what is no toll, figures further apart than this many times are of two things ("60 new members", "1.3 million members").
FAR = 8
# Code points between a part and the whole that it is of ("two of its 14 piers").
OF_THE = 16
# What comes on top of a count is not the count ("five more bodies").
ON_TOP = frozenset({"more", "further", "additional", "extra", "fewer", "less"})
WHERE = frozenset(lines("where.txt"))


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure, the places that the clause around it tells and, of votes, the persons, by entity."""

    figure: Figure
    places: frozenset[str]
    persons: frozenset[str]


def find_series(statements: Sequence[Statement]) -> tuple[Series, ...]:
    """The quantities that two or more articles of a storyline tell, in order of id; figures by as-of day, then article."""
    groups: list[list[Counted]] = []
    for one in sorted(_counted(statements), key=lambda one: (one.figure.as_of or "", one.figure.span)):
        home = next((group for group in groups if _one_event(group[-1], one) and all(_one_count(one, it) for it in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    told = (group for group in groups if len({one.figure.span.article for one in group}) > 1)
    return tuple(sorted((_series([one.figure for one in group]) for group in told), key=lambda series: series.id))


def _counted(statements: Sequence[Statement]) -> Iterator[Counted]:
    """The figures that count something, each once; what somebody denies is no count."""
    tellers: dict[Figure, list[Statement]] = {}
    for statement in statements:
        for figure in statement.figures:
            tellers.setdefault(figure, []).append(statement)
    parts = {(figure.span.article, figure.span.end) for figure in tellers if PART in figure.scope}
    for figure, told in tellers.items():
        whole = any((figure.span.article, figure.span.start - step) in parts for step in range(1, OF_THE))
        denied = any(one.modality == "denied" for one in told)
        if _is_of_something(figure) and not denied and not whole:
            near = min(told, key=lambda one: (one.figure != figure, one.span.end - one.span.start, one.id))
            persons = {slot.entity for slot in near.slots if slot.kind == "person" and slot.entity and figure.state == "voted"}
            yield Counted(figure, _places(near), frozenset(persons))


def _places(statement: Statement) -> frozenset[str]:
    """Where a clause says that something was, by entity."""
    located = (slot for slot in statement.slots if slot.kind == "place" and (slot.role in WHERE or WHERE & set(slot.terms)))
    return frozenset(slot.entity for slot in located if slot.entity is not None)


def _is_of_something(figure: Figure) -> bool:
    """Whether it is told what is counted: people of whom no state is told, or a sum for nothing, are now these, now those."""
    if figure.unit in ("", "people") and not ON_TOP.isdisjoint(figure.what.split()):
        return False
    if figure.unit == "people":
        return bool(figure.state) or not is_general(figure)
    return not figure.unit or figure.what.rpartition(" ")[2].removesuffix("s") != figure.unit


def _one_event(earlier: Counted, later: Counted) -> bool:
    """Whether two figures may count what one event did; other quantities are told over the years."""
    if earlier.figure.state not in TOLLS or not earlier.figure.as_of or not later.figure.as_of:
        return True
    return (date.fromisoformat(later.figure.as_of) - date.fromisoformat(earlier.figure.as_of)).days <= YEAR


def _one_count(left: Counted, right: Counted) -> bool:
    """Whether two figures may be values of one quantity: of one slot, place, candidate and order of magnitude."""
    if not same_slot(left.figure, right.figure) or _apart(left.places, right.places) or _apart(left.persons, right.persons):
        return False
    low, high = sorted((left.figure.high, right.figure.high))
    return left.figure.state in TOLLS or left.figure.unit != right.figure.unit or high <= FAR * low


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and left.isdisjoint(right)


def _series(group: Sequence[Figure]) -> Series:
    first = min(figure.span for figure in group)
    longest = max(group, key=lambda figure: (len(figure.what), figure.what))
    identity = content_id("series", first.article, str(first.start), str(first.end))
    return Series(identity, longest.what, group[0].unit, tuple(group))
