"""Series: one quantity as several articles tell it over time."""

from collections.abc import Sequence

from dateline.figures import same_slot
from dateline.ids import content_id
from dateline.types import Figure, Series, Statement


def find_series(statements: Sequence[Statement]) -> tuple[Series, ...]:
    """The quantities that two or more articles of a storyline tell, in order of id; figures by as-of day, then article."""
    figures = sorted(
        {figure for statement in statements for figure in statement.figures}, key=lambda figure: (figure.as_of or "", figure.span)
    )
    groups: list[list[Figure]] = []
    for figure in figures:
        home = next((group for group in groups if all(same_slot(figure, other) for other in group)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    told = (group for group in groups if len({figure.span.article for figure in group}) > 1)
    return tuple(sorted((_series(group) for group in told), key=lambda series: series.id))


def _series(group: Sequence[Figure]) -> Series:
    first = min(figure.span for figure in group)
    longest = max(group, key=lambda figure: (len(figure.what), figure.what))
    identity = content_id("series", first.article, str(first.start), str(first.end))
    return Series(identity, longest.what, group[0].unit, tuple(group))
