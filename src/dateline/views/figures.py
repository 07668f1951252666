"""Quantities as the record shows them, one by one and over time."""

from collections.abc import Mapping, Sequence

from dateline.types import Analysis, Article, Figure, Series, Span
from dateline.views.cite import cite_in
from dateline.views.document import RecordFigure, RecordSeries


def tell_series(series: Sequence[Series], articles: Mapping[str, Article]) -> tuple[RecordSeries, ...]:
    """The quantities over time, in order of id; the figures of each in the order they were given."""
    told = (
        RecordSeries(one.id, one.what, one.unit, tuple(_tell_figure(figure, one.id, articles) for figure in one.figures))
        for one in series
    )
    return tuple(sorted(told, key=lambda one: one.id))


def tell_figures(
    analyses: Sequence[Analysis], series: Sequence[Series], articles: Mapping[str, Article]
) -> tuple[RecordFigure, ...]:
    """The figures in the articles of `analyses`, in order of article and place, each with the series it belongs to."""
    placed: dict[Span, tuple[Figure, str]] = {figure.span: (figure, one.id) for one in series for figure in one.figures}
    told = []
    for analysis in analyses:
        for figure in analysis.figures:
            # A series holds the figure as its statement tells it, with the day it held.
            known, member = placed.get(figure.span, (figure, None))
            told.append(_tell_figure(known, member, articles))
    return tuple(sorted(told, key=lambda figure: figure.evidence))


def _tell_figure(figure: Figure, series: str | None, articles: Mapping[str, Article]) -> RecordFigure:
    return RecordFigure(
        article=figure.span.article,
        evidence=cite_in(articles, figure.span),
        what=figure.what,
        state=figure.state,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        scope=figure.scope,
        as_of=figure.as_of,
        series=series,
    )
