"""Articles grouped to stories, and stories to storylines."""

from collections.abc import Sequence

from dateline.ids import content_id
from dateline.languages import is_read
from dateline.stories.clusters import cluster
from dateline.stories.likeness import Likeness, compare
from dateline.stories.regroup import regroup
from dateline.stories.storylines import chain
from dateline.types import Analysis, Article, Copy, Story, Storyline

# Swept on the development stream in one run (core B-cubed and pairwise F): .14 .961/.850, .15 .962/.863, .16 .953/.863.
ONE_STORY = 150_000


def find_stories(
    articles: Sequence[Article], analyses: Sequence[Analysis], copies: Sequence[Copy]
) -> tuple[tuple[Story, ...], tuple[Storyline, ...]]:
    """The stories the articles tell, each article in one, and the storylines, each story in one; both by first day, then id.

    The result is a function of the set of articles: their order does not count. Analyses may be missing: the days of an
    article's lead are then read from its weekday names.
    """
    ordered = sorted(articles, key=_rank)
    likeness = compare(ordered, {analysis.article: analysis for analysis in analyses}, copies)
    joined = cluster(len(ordered), likeness.event, least=ONE_STORY, apart=likeness.apart)
    groups = regroup(joined, likeness.terms, [article.language for article in ordered], likeness.event)
    storyline_of: dict[int, str] = {}
    lines = chain(ordered, groups, likeness)
    for line in lines:
        name = content_id("storyline", ordered[groups[line[0]][0]].id)
        storyline_of.update(dict.fromkeys(line, name))
    stories = [_story(group, ordered, likeness, storyline_of[at]) for at, group in enumerate(groups)]
    storylines = [Storyline(storyline_of[line[0]], tuple(stories[at].id for at in line)) for line in lines]
    return tuple(sorted(stories, key=_first)), tuple(storylines)


def _rank(article: Article) -> tuple[str, str]:
    """Order of publication; undated articles come last."""
    return article.published.earliest or "9999", article.id


def _first(story: Story) -> tuple[str, str]:
    return story.first or "9999", story.id


def _story(group: Sequence[int], articles: Sequence[Article], likeness: Likeness, storyline: str) -> Story:
    members = [articles[at] for at in group]
    return Story(
        id=content_id("story", members[0].id),
        articles=tuple(article.id for article in members),
        centre=articles[_centre(group, articles, likeness)].id,
        first=min((day for article in members if (day := article.published.earliest)), default=None),
        last=max((day for article in members if (day := article.published.latest)), default=None),
        storyline=storyline,
    )


def _centre(group: Sequence[int], articles: Sequence[Article], likeness: Likeness) -> int:
    """The member that is likest to all others, the earliest of equals: it names the story.

    One that is read and has a title, if there is one; else one that is read.
    """
    read = [at for at in group if is_read(articles[at])] or group
    titled = [at for at in read if articles[at].title] or list(read)
    inside = set(group)
    total = dict.fromkeys(titled, 0)
    for i in titled:
        total[i] = sum(likeness.words.get((min(i, j), max(i, j)), 0) for j in inside if j != i)
    return max(titled, key=lambda at: (total[at], -at))
