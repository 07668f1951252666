"""The roles of an actor with the time they hold, put together over the articles that tell them."""

from collections.abc import Mapping, Sequence, Set

from dateline.types import Article, Post
from dateline.views.cite import cite_in
from dateline.views.document import RecordPost


def tell_posts(posts: Sequence[Post], shown: Set[str], articles: Mapping[str, Article]) -> tuple[RecordPost, ...]:
    """Each role once for each of its states, of those told in the articles `shown`, in order of the days they hold."""
    groups: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        if post.span.article in shown:
            groups.setdefault((post.role.casefold(), post.state), []).append(post)
    told = (_tell_post(group, articles) for _, group in sorted(groups.items()))
    return tuple(sorted(told, key=lambda post: (post.earliest or "", post.latest or "9999", post.role, post.state)))


def _tell_post(group: Sequence[Post], articles: Mapping[str, Article]) -> RecordPost:
    """One role; an end that any text leaves open, as in "former mayor", is told where another one gives it."""
    starts = [post.earliest for post in group if post.earliest is not None]
    ends = [post.latest for post in group if post.latest is not None]
    former = group[0].state == "former"
    return RecordPost(
        role=min(post.role for post in group),
        state=group[0].state,
        earliest=min(starts, default=None),
        latest=(min if former else max)(ends, default=None),
        evidence=tuple(cite_in(articles, post.span) for post in group),
    )
