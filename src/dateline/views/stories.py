"""One story as the record shows it: the findings of its storyline, cut to its articles."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.languages import is_read
from dateline.types import Analysis, Article, Dating, Membership, Span, Story, Storyline
from dateline.views.actors import tell_actors, tell_places
from dateline.views.cite import cite
from dateline.views.claims import tell_claims, tell_disagreements
from dateline.views.document import (
    FirstReport,
    RecordAnswers,
    RecordClaim,
    RecordDisagreement,
    RecordMembership,
    RecordPosition,
    RecordStory,
    RecordStoryline,
    SharedWord,
)
from dateline.views.events import tell_events
from dateline.views.evidence import Cited
from dateline.views.figures import tell_figures
from dateline.views.fivew import find_answers
from dateline.views.happenings import Scene, set_scene
from dateline.views.material import Findings
from dateline.views.names import Names
from dateline.views.positions import tell_positions
from dateline.views.quotes import tell_quotes, tell_utterances
from dateline.views.timeline import tell_timeline

PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")


@dataclass(frozen=True, slots=True)
class Whole:
    """What every story of a record draws on, by id of article."""

    articles: Mapping[str, Article]
    analyses: Mapping[str, Analysis]
    datings: Mapping[str, Dating]
    names: Names


@dataclass(frozen=True, slots=True)
class Chapter:
    """The findings of one storyline and what is told of all its stories together."""

    findings: Findings
    claims: tuple[RecordClaim, ...]
    disagreements: tuple[RecordDisagreement, ...]
    positions: tuple[RecordPosition, ...]
    scene: Scene


def open_chapter(findings: Findings, analyses: Sequence[Analysis], whole: Whole) -> Chapter:
    """What is told of a storyline once and shown in each of its stories that it touches; `analyses` are those of its articles."""
    articles = whole.articles
    positions = tell_positions(findings, analyses, whole.datings, whole.names, articles)
    scene = set_scene(findings, analyses, articles, whole.datings)
    return Chapter(findings, tell_claims(findings, articles), tell_disagreements(findings, articles), positions, scene)


def tell_story(story: Story, chapter: Chapter, whole: Whole) -> RecordStory:
    """The story with everything told in at least one of its articles."""
    shown = frozenset(story.articles)
    findings = chapter.findings
    analyses = tuple(whole.analyses[identity] for identity in sorted(shown))
    return RecordStory(
        id=story.id,
        title=_title(story, whole.articles),
        lead=_lead(whole.articles[story.centre]),
        outlets=_outlets(story, whole.articles),
        articles=story.articles,
        memberships=tuple(_membership(one, whole.articles) for one in story.memberships),
        first=story.first,
        last=story.last,
        storyline=story.storyline,
        corrected=story.corrected,
        claims=tuple(claim for claim in chapter.claims if any(one.article in shown for one in claim.statements)),
        disagreements=tuple(one for one in chapter.disagreements if _touches(one, shown)),
        quotes=tell_quotes(analyses, findings.utterances, whole.names, whole.articles),
        utterances=tell_utterances(findings.utterances, shown, whole.articles),
        positions=tuple(one for one in chapter.positions if any(cell.evidence.article in shown for cell in one.cells)),
        figures=tell_figures(analyses, findings.series, whole.articles),
        timeline=tell_timeline(chapter.scene, shown),
        actors=tell_actors(analyses, findings.statements, whole.names, whole.articles),
        places=tell_places(analyses, whole.names, whole.articles),
        events=tell_events(findings, shown, whole.articles),
        answers=_answers(whole.articles[story.centre], whole.analyses[story.centre]),
    )


def tell_storyline(storyline: Storyline, chapter: Chapter) -> RecordStoryline:
    """The storyline with the timeline of its stories together, where they are several."""
    several = len(storyline.stories) > 1
    return RecordStoryline(
        storyline.id, storyline.stories, tell_timeline(chapter.scene, frozenset(chapter.scene.days)) if several else ()
    )


def _membership(one: Membership, articles: Mapping[str, Article]) -> RecordMembership:
    shared = tuple(
        SharedWord(cite(articles[here.article], here), cite(articles[there.article], there)) for here, there in one.shared
    )
    return RecordMembership(one.article, one.nearest, one.likeness, one.copied, one.days, shared)


def _touches(one: RecordDisagreement, shown: frozenset[str]) -> bool:
    return any(statement.article in shown for side in one.values for statement in side.statements)


def _title(story: Story, articles: Mapping[str, Article]) -> str:
    """The title of the central article, else of the first that has one, else the first line of the central article."""
    titles = (articles[identity].title for identity in (story.centre, *story.articles))
    return next((title for title in titles if title), articles[story.centre].text.split("\n", 1)[0])


def _lead(article: Article) -> Cited | None:
    """The first paragraph behind the title; None where the article has none or is not read."""
    if not is_read(article):
        return None
    behind = len(article.title or "") if article.title and article.text.startswith(article.title) else 0
    found = PARAGRAPH.search(article.text, behind)
    return None if found is None else Cited(cite(article, Span(article.id, found.start(), found.end())))


def _answers(article: Article, analysis: Analysis) -> RecordAnswers | None:
    """Who, what, when and where by the article; None where it is not read."""
    if not is_read(article):
        return None
    found = find_answers(article, analysis)
    who, what, when, where = (
        None if span is None else Cited(cite(article, span)) for span in (found.who, found.what, found.when, found.where)
    )
    return RecordAnswers(who, what, when, found.day, where)


def _outlets(story: Story, articles: Mapping[str, Article]) -> tuple[FirstReport, ...]:
    """The named outlets, each with its first article: members are in order of publication, undated ones last."""
    first: dict[str, str] = {}
    for identity in story.articles:
        outlet = articles[identity].outlet
        if outlet is not None:
            first.setdefault(outlet, identity)
    return tuple(FirstReport(outlet, article) for outlet, article in first.items())
