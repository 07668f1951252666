"""From what the steps gave to the record."""

from collections.abc import Mapping

from msgspec import UNSET

from dateline.types import Analysis, Article, Copy, Doubt, Entity, Origin
from dateline.views.analyses import tell_analysis
from dateline.views.articles import tell_article, tell_superseded
from dateline.views.cite import cite_in
from dateline.views.document import (
    Match,
    Record,
    RecordArticle,
    RecordCopy,
    RecordCopyPair,
    RecordOrigin,
    RecordStory,
    Share,
)
from dateline.views.entities import join_entities, tell_entity
from dateline.views.figures import tell_series
from dateline.views.material import Kept, Material
from dateline.views.names import index_names
from dateline.views.stories import Chapter, Whole, open_chapter, tell_story, tell_storyline


def assemble(material: Material, kept: Kept, *, analysis: bool = False) -> Record:
    """The record of `material`, every list in a fixed order; with `analysis`, what was found in each article as well."""
    entities = join_entities(entity for findings in material.findings for entity in findings.entities)
    whole = _index(material, entities)
    articles = whole.articles
    chapters = _open_chapters(material, whole)
    return Record(
        articles=_tell_articles(material, whole),
        copies=tuple(_tell_copy(one, articles) for one in sorted(material.copies, key=lambda one: one.id)),
        entities=tuple(tell_entity(one, articles) for one in entities),
        origins=_tell_origins(material),
        series=tell_series([one for findings in material.findings for one in findings.series], articles),
        stories=_tell_stories(material, chapters, whole),
        storylines=tuple(tell_storyline(one, chapters[one.id]) for one in sorted(material.storylines, key=lambda one: one.id)),
        judgements=tuple(sorted(kept.judgements, key=lambda one: one.id)),
        rejected=tuple(sorted(kept.rejected, key=lambda one: (one.id, one.step, one.reason))),
        superseded=tell_superseded(kept.superseded, articles),
        pipeline=kept.pipeline,
        analyses=tuple(tell_analysis(whole.analyses[one], whole.names, articles) for one in sorted(articles))
        if analysis
        else UNSET,
    )


def _index(material: Material, entities: tuple[Entity, ...]) -> Whole:
    return Whole(
        articles={article.id: article for article in material.articles},
        analyses={analysis.article: analysis for analysis in material.analyses},
        datings={dating.article: dating for dating in material.datings},
        names=index_names(entities),
    )


def _tell_articles(material: Material, whole: Whole) -> tuple[RecordArticle, ...]:
    doubts: dict[str, list[Doubt]] = {}
    for doubt in material.doubts:
        doubts.setdefault(doubt.article, []).append(doubt)
    articles = whole.articles
    return tuple(tell_article(articles[one], whole.datings.get(one), doubts.get(one, ()), articles) for one in sorted(articles))


def _tell_copy(copy: Copy, articles: Mapping[str, Article]) -> RecordCopy:
    matches = tuple(Match(cite_in(articles, a), cite_in(articles, b)) for a, b in copy.matches)
    told = None if copy.told is None else cite_in(articles, copy.told)
    pairs = tuple(
        RecordCopyPair(one.left, one.right, one.kind, Share(one.left_share, one.right_share), one.first) for one in copy.pairs
    )
    return RecordCopy(copy.id, copy.articles, copy.kind, copy.origin, matches, copy.basis, told, copy.first, pairs)


def _tell_origins(material: Material) -> tuple[RecordOrigin, ...]:
    """Every origin once: of two namings in two storylines the shorter, then the first, so that their order does not matter."""
    found: dict[str, Origin] = {}
    for origin in (origin for findings in material.findings for origin in findings.origins):
        found[origin.id] = min(found.get(origin.id, origin), origin, key=lambda one: (len(one.name), one.name, one.kind))
    return tuple(RecordOrigin(one.id, one.kind, one.name) for _, one in sorted(found.items()))


def _open_chapters(material: Material, whole: Whole) -> dict[str, Chapter]:
    shown: dict[str, list[Analysis]] = {}
    for story in material.stories:
        shown.setdefault(story.storyline, []).extend(whole.analyses[article] for article in story.articles)
    return {one.storyline: open_chapter(one, shown.get(one.storyline, ()), whole) for one in material.findings}


def _tell_stories(material: Material, chapters: Mapping[str, Chapter], whole: Whole) -> tuple[RecordStory, ...]:
    stories = sorted(material.stories, key=lambda story: (story.first or "9999", story.id))
    return tuple(tell_story(story, chapters[story.storyline], whole) for story in stories)
