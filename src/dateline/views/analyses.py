"""What was found in each article, for those who want to see it (`--analysis`)."""

from collections.abc import Mapping

from dateline.types import Analysis, Article, Attribution
from dateline.views.actors import entity_id
from dateline.views.cite import cite_all, cite_in
from dateline.views.evidence import Cited
from dateline.views.found import FoundAttribution, FoundFigure, FoundName, FoundPlace, FoundTime, RecordAnalysis
from dateline.views.names import Names
from dateline.views.quotes import tell_via


def tell_analysis(analysis: Analysis, names: Names, articles: Mapping[str, Article]) -> RecordAnalysis:
    """All that was found in one article, in the order of its text."""
    return RecordAnalysis(
        article=analysis.article,
        names=tuple(FoundName(cite_in(articles, one.span), one.kind, entity_id(names, one.span)) for one in analysis.mentions),
        times=tuple(
            FoundTime(cite_in(articles, one.span), one.earliest, one.latest, one.granularity, one.value) for one in analysis.times
        ),
        figures=tuple(
            FoundFigure(cite_in(articles, one.span), one.low, one.high, one.bound, one.unit, one.what) for one in analysis.figures
        ),
        places=tuple(
            FoundPlace(
                cite_in(articles, one.span), one.name, one.lat, one.lon, one.country, one.sure, one.kind, one.radius, one.derived
            )
            for one in analysis.places
        ),
        attributions=tuple(_tell_attribution(one, articles) for one in analysis.attributions),
    )


def _tell_attribution(one: Attribution, articles: Mapping[str, Article]) -> FoundAttribution:
    return FoundAttribution(
        source=None if one.source is None else Cited(cite_in(articles, one.source)),
        cue=None if one.cue is None else Cited(cite_in(articles, one.cue)),
        content=cite_all(articles, one.content),
        kind=one.kind,
        polarity=one.polarity,
        via=tell_via(one, articles),
    )
