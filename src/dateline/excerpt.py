"""A part of the record: some of its stories, with all that they rest on."""

from collections.abc import Iterable

from msgspec import UNSET, UnsetType

from dateline.passages import article_of
from dateline.views.document import Record, RecordCopy, RecordEntity, RecordSeries, RecordStory
from dateline.views.found import RecordAnalysis


def line_of(record: Record, story: RecordStory) -> tuple[RecordStory, ...]:
    """The stories of the storyline that a story is in, in the order of the record."""
    return tuple(one for one in record.stories if one.storyline == story.storyline)


def excerpt(record: Record, stories: Iterable[RecordStory]) -> Record:
    """The record of these stories alone: their articles, and of everything else what stands in those.

    Claims keep the counts that they have in the whole record. Pages that were rejected belong to no story.
    """
    chosen = {story.id for story in stories}
    told = tuple(story for story in record.stories if story.id in chosen)
    here = {article for story in told for article in story.articles}
    versions = tuple(one for one in record.superseded if one.by in here)
    shown = here | {one.article.id for one in versions}
    origins = {origin for story in told for claim in story.claims for one in claim.statements for origin in one.origins}
    origins |= {origin for story in told for event in story.events for origin in event.origins}
    lines = {story.storyline for story in told}
    return Record(
        articles=tuple(one for one in record.articles if one.id in here),
        copies=tuple(one for one in record.copies if _within(one, here)),
        entities=tuple(_entity_in(one, here) for one in record.entities if any(place.article in here for place in one.mentions)),
        origins=tuple(one for one in record.origins if one.id in origins),
        series=tuple(_series_in(one, here) for one in record.series if any(figure.article in here for figure in one.figures)),
        stories=told,
        storylines=tuple(one for one in record.storylines if one.id in lines),
        judgements=tuple(one for one in record.judgements if {article_of(one.left), article_of(one.right or "")} & shown),
        rejected=(),
        superseded=versions,
        pipeline=record.pipeline,
        analyses=_analyses_in(record.analyses, here),
    )


def _within(copy: RecordCopy, here: set[str]) -> bool:
    return here.issuperset(copy.articles)


def _entity_in(entity: RecordEntity, here: set[str]) -> RecordEntity:
    """The entity with the places of it that are here."""
    mentions = tuple(one for one in entity.mentions if one.article in here)
    return RecordEntity(entity.id, entity.name, entity.kind, entity.variants, entity.roles, mentions, entity.wikidata)


def _series_in(series: RecordSeries, here: set[str]) -> RecordSeries:
    figures = tuple(one for one in series.figures if one.article in here)
    return RecordSeries(series.id, series.what, series.unit, figures)


def _analyses_in(analyses: tuple[RecordAnalysis, ...] | UnsetType, here: set[str]) -> tuple[RecordAnalysis, ...] | UnsetType:
    return UNSET if isinstance(analyses, UnsetType) else tuple(one for one in analyses if one.article in here)
