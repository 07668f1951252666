"""Which revision of an article is the newest, and which are kept beside it.

Two texts are revisions of one article when they stand at one address and share enough words. A file name is a weak address, so
there they have to share more; and what two outlets print are two articles anywhere, since a page may give another site's address
as its own. One text that an outlet has at two addresses is one article too.
The newest is the one that says it was published last. Where the pages do not tell, a judgement says which one came later
(`supersede`); without any, the longer text is taken. None of it asks a clock or depends on the order of the pages.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from dateline.addresses import place_of
from dateline.ids import content_id
from dateline.types import Article, Judgement

SUPERSEDES = "supersedes"
BY_RULE = "rule: read later under the same name"
# Words of four letters and more: what two unrelated news texts share stays under a quarter of the shorter one's. Of 1,944 pairs
# of reports on one event, 45 in a hundred share two fifths, and 5 seven tenths.
WORD = re.compile(r"\w{4,}")
SHARED = 0.4  # at one address of the web
SHARED_BY_NAME = 0.7  # under one name of a file


def address(article: Article) -> str:
    """Where the article stands: what its address has in common with those for telephones and print, or the name of its file."""
    return place_of(article.url) if article.url else article.file


def revises(one: Article, other: Article) -> bool:
    """Whether two articles at one address are one: not of two outlets, and enough of the shorter one's words are the other's."""
    if _outlets_differ(one.outlet, other.outlet):
        return False
    left, right = (frozenset(WORD.findall(article.text.lower())) for article in (one, other))
    least = SHARED if one.url and other.url else SHARED_BY_NAME
    return len(left & right) >= least * max(1, min(len(left), len(right)))


def _outlets_differ(one: str | None, other: str | None) -> bool:
    """Whether both outlets are known, and neither name is a part of the other ("Tarne Post", "Tarne Post Online")."""
    left, right = (one or "").lower(), (other or "").lower()
    return left not in right and right not in left


def newest(articles: Iterable[Article], judgements: Iterable[Judgement]) -> tuple[tuple[Article, ...], dict[str, str]]:
    """The newest revisions in order of id, and for each older one the id of the newest."""
    later = {(one.left, one.right) for one in judgements if one.verdict == SUPERSEDES and not one.withdrawn}
    kept: list[Article] = []
    older: dict[str, str] = {}
    for group in (part for whole in _together(articles) for part in _revisions(whole)):
        last = _newest(group, later)
        kept.append(last)
        older.update({article.id: last.id for article in group if article is not last})
    return tuple(sorted(kept, key=lambda article: article.id)), older


def supersede(new: Article, older: Sequence[Article]) -> tuple[Judgement, ...]:
    """The judgements that `new` takes the place of `older` revisions of it at its address, where their dates do not tell."""
    same = (old for old in older if address(old) == address(new) and _day(old) == _day(new))
    return tuple(Judgement(content_id(SUPERSEDES, new.id, old.id), new.id, old.id, SUPERSEDES, BY_RULE, "") for old in same)


def _together(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles by address; those at addresses under which one outlet has one text are together."""
    groups: dict[tuple[str, ...], list[Article]] = {}
    for article in sorted(articles, key=lambda article: article.id):
        near = {id(group): group for key in _keys(article) if (group := groups.get(key))}
        whole = [*chain.from_iterable(near.values()), article]
        groups.update(dict.fromkeys((key for other in whole for key in _keys(other)), whole))
    return list({id(group): group for group in groups.values()}.values())


def _keys(article: Article) -> list[tuple[str, ...]]:
    """What an article shares with others that may be versions of it."""
    return [("address", address(article)), *([("text", article.outlet, article.text)] if article.outlet else [])]


def _revisions(articles: Sequence[Article]) -> list[list[Article]]:
    """The articles at one address, parted into those that revise each other."""
    groups: list[list[Article]] = []
    for article in articles:
        near = [group for group in groups if any(revises(article, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([article, *(other for group in near for other in group)])
    return groups


def _newest(group: Sequence[Article], later: set[tuple[str, str | None]]) -> Article:
    latest = max(_day(article) for article in group)
    last = [article for article in group if _day(article) == latest]
    superseded = {old for new, old in later if any(article.id == new for article in last)}
    standing = [article for article in last if article.id not in superseded] or last
    return max(standing, key=lambda article: (len(article.text), article.id))


def _day(article: Article) -> tuple[str, str]:
    return article.published.latest or "", article.published.earliest or ""
