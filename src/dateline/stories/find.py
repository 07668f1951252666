"""Articles grouped to stories, and stories to storylines."""

from collections.abc import Mapping, Sequence

from dateline.ids import content_id
from dateline.judgements import Knots, tie
from dateline.languages import is_read
from dateline.stories.corrections import corrected
from dateline.stories.likeness import likeness
from dateline.stories.reasons import explain
from dateline.stories.storylines import chain
from dateline.stories.stream import Stream
from dateline.types import Analysis, Article, Copy, Judgement, Story, Storyline

NEIGHBOURS = 20  # members of a copy next to one another that are joined: enough to hold it together


def find_stories(
    articles: Sequence[Article], analyses: Sequence[Analysis], copies: Sequence[Copy], judgements: Sequence[Judgement]
) -> tuple[tuple[Story, ...], tuple[Storyline, ...]]:
    """The stories the articles tell, each article in one, and the storylines, each story in one; both by first day, then id.

    The result is a function of the set of articles and of the judgements: their order does not count. Analyses may be missing:
    the days of an article's lead are then read from its weekday names. Persons' judgements on articles come before likeness.
    """
    ordered = sorted(articles, key=_rank)
    stream = Stream(across=len({article.language for article in articles}) > 1)
    analysed = {analysis.article: analysis for analysis in analyses}
    for article in ordered:
        stream.add(article, analysed.get(article.id))
    for left, right in _copied(ordered, copies):
        stream.join(left, right)
    knots = tie(judgements)
    groups = corrected(stream.groups(), ordered, knots, stream.edges) if knots.stands else stream.groups()
    lines = chain(ordered, groups, stream)
    names = [content_id("storyline", ordered[groups[line[0]][0]].id) for line in lines]
    storyline_of = {group: name for line, name in zip(lines, names, strict=True) for group in line}
    decided = _decided(knots)
    stories = [_story(group, ordered, stream, storyline_of[at], decided) for at, group in enumerate(groups)]
    storylines = [Storyline(name, tuple(stories[at].id for at in line)) for line, name in zip(lines, names, strict=True)]
    return tuple(sorted(stories, key=_first)), tuple(storylines)


def _copied(articles: Sequence[Article], copies: Sequence[Copy]) -> list[tuple[int, int]]:
    """The pairs of articles that stand near one another in a copy."""
    position = {article.id: at for at, article in enumerate(articles)}
    pairs: set[tuple[int, int]] = set()
    for copy in copies:
        at = sorted(position[article] for article in copy.articles if article in position)
        pairs.update((i, j) for n, i in enumerate(at) for j in at[n + 1 : n + 1 + NEIGHBOURS])
    return sorted(pairs)


def _rank(article: Article) -> tuple[str, str]:
    """Order of publication; undated articles come last."""
    return article.published.earliest or "9999", article.id


def _first(story: Story) -> tuple[str, str]:
    return story.first or "9999", story.id


def _decided(knots: Knots) -> dict[str, set[str]]:
    """Of each article the judgements on it that stand."""
    decided: dict[str, set[str]] = {}
    for one in knots.stands:
        for article in filter(None, (one.left, one.right)):
            decided.setdefault(article, set()).add(one.id)
    return decided


def _story(
    group: Sequence[int], articles: Sequence[Article], stream: Stream, storyline: str, decided: Mapping[str, set[str]]
) -> Story:
    members = [articles[at] for at in group]
    return Story(
        id=content_id("story", members[0].id),
        articles=tuple(article.id for article in members),
        centre=articles[_centre(group, articles, stream)].id,
        first=min((day for article in members if (day := article.published.earliest)), default=None),
        last=max((day for article in members if (day := article.published.latest)), default=None),
        storyline=storyline,
        memberships=explain(group, articles, stream),
        corrected=tuple(sorted({one for article in members for one in decided.get(article.id, ())})),
    )


def _centre(group: Sequence[int], articles: Sequence[Article], stream: Stream) -> int:
    """The member that is likest to all others, the earliest of equals: it names the story.

    One that is read and has a title, if there is one; else one that is read.
    """
    read = [at for at in group if is_read(articles[at])] or group
    titled = [at for at in read if articles[at].title] or list(read)
    inside = set(group)
    total = {at: sum(likeness(edge.words) for other, edge in stream.edges[at].items() if other in inside) for at in titled}
    return max(titled, key=lambda at: (total[at], -at))
