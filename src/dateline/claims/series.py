"""Series: one quantity as several articles tell it over time."""

from collections.abc import Sequence
from datetime import date

from dateline.data import table
from dateline.figures import is_general, same_slot
from dateline.ids import content_id
from dateline.types import Figure, Series, Statement

# Tolls of which one holds more than so many days after the other are of two events.
YEAR = 365
TOLLS = frozenset(str(table("counts.toml")["rising"]["states"]).split())


def find_series(statements: Sequence[Statement]) -> tuple[Series, ...]:
    """The quantities that two or more articles of a storyline tell, in order of id; figures by as-of day, then article."""
    figures = sorted(
        {figure for statement in statements for figure in statement.figures if _is_of_something(figure)},
        key=lambda figure: (figure.as_of or "", figure.span),
    )
    groups: list[list[Figure]] = []
    for figure in figures:
        home = next(
            (group for group in groups if _one_event(group[-1], figure) and all(same_slot(figure, other) for other in group)),
            None,
        )
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    told = (group for group in groups if len({figure.span.article for figure in group}) > 1)
    return tuple(sorted((_series(group) for group in told), key=lambda series: series.id))


def _is_of_something(figure: Figure) -> bool:
    """Whether it is told what is counted: people as such, of whom no state is told, are now these and now those."""
    return bool(figure.state) or figure.unit != "people" or not is_general(figure)


def _one_event(earlier: Figure, later: Figure) -> bool:
    """Whether two figures may count what one event did; other quantities are told over the years."""
    if earlier.state not in TOLLS or not earlier.as_of or not later.as_of:
        return True
    return (date.fromisoformat(later.as_of) - date.fromisoformat(earlier.as_of)).days <= YEAR


def _series(group: Sequence[Figure]) -> Series:
    first = min(figure.span for figure in group)
    longest = max(group, key=lambda figure: (len(figure.what), figure.what))
    identity = content_id("series", first.article, str(first.start), str(first.end))
    return Series(identity, longest.what, group[0].unit, tuple(group))
