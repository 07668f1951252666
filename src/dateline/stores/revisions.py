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
from dateline.ledger import Drawer, Ledger, Library, Scratch
from dateline.types import Article, Judgement

SUPERSEDES = "supersedes"
ALL = "all"
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
    here = {article.id: article for article in articles}
    revisions = Revisions(Scratch(), lambda ids: {one: here[one] for one in ids})
    revisions.update(sorted(here), judgements)
    return tuple(here[one] for one in sorted(here) if revisions.newest[one] == one), {
        one: last for one in sorted(here) if (last := revisions.newest[one]) != one
    }


class Revisions:
    """Which article is the newest revision of each, kept as rows of a ledger: an article touches those at its address only."""

    def __init__(self, ledger: Ledger, library: Library) -> None:
        self.newest: Drawer[str, str] = Drawer(ledger, "newest", str)
        self._at: Drawer[str, list[str]] = Drawer(ledger, "addresses", list[str])
        self._superseding: Drawer[str, list[tuple[str, str]]] = Drawer(ledger, "superseding", list[tuple[str, str]])
        self._library = library

    def update(self, arrived: Sequence[str], judgements: Iterable[Judgement]) -> tuple[list[str], list[str]]:
        """Take articles in; those that are the newest now and were not, and those that were and are no more, in order.

        One that was there already comes and goes: what was known of it may be another now. All judgements are given each time.
        """
        later = {(one.left, one.right) for one in judgements if one.verdict == SUPERSEDES and one.right and not one.withdrawn}
        before = {(new, old) for new, old in self._superseding.get(ALL) or []}
        if later != before:
            self._superseding[ALL] = sorted(later)
        again = [one for one in arrived if self.newest.get(one) == one]
        named = {one for pair in later ^ before for one in pair if one in self.newest}
        found = self._library(arrived)
        for article in found.values():
            for key in _keys(article):
                self._at[key] = sorted({*(self._at.get(key) or ()), article.id})
        return self._decide(self._around({*arrived, *named}), later, again)

    def write_back(self) -> None:
        """Keep what was changed."""
        for kept in (self.newest, self._at, self._superseding):
            kept.write_back()

    def _around(self, articles: Iterable[str]) -> list[Article]:
        """The articles and all that share an address with one of them, or with one that does, in order of id."""
        found: dict[str, Article] = {}
        waiting = sorted(articles)
        while waiting:
            fresh = self._library(waiting)
            found.update(fresh)
            near = {other for article in fresh.values() for key in _keys(article) for other in self._at[key]}
            waiting = sorted(near - found.keys())
        return [found[one] for one in sorted(found)]

    def _decide(
        self, articles: Sequence[Article], later: set[tuple[str, str]], again: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        before = {article.id for article in articles if self.newest.get(article.id) == article.id}
        for group in (part for whole in _together(articles) for part in _revisions(whole)):
            last = _newest(group, later)
            for article in group:
                if self.newest.get(article.id) != last.id:
                    self.newest[article.id] = last.id
        now = {article.id for article in articles if self.newest[article.id] == article.id}
        return sorted(now - before | now.intersection(again)), sorted(before - now | before.intersection(again))


def supersede(new: Article, older: Sequence[Article]) -> tuple[Judgement, ...]:
    """The judgements that `new` takes the place of `older` revisions of it at its address, where their dates do not tell."""
    same = (old for old in older if address(old) == address(new) and _day(old) == _day(new))
    return tuple(Judgement(content_id(SUPERSEDES, new.id, old.id), new.id, old.id, SUPERSEDES, BY_RULE, "") for old in same)


def _together(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles by address; those at addresses under which one outlet has one text are together."""
    groups: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda article: article.id):
        near = {id(group): group for key in _keys(article) if (group := groups.get(key))}
        whole = [*chain.from_iterable(near.values()), article]
        groups.update(dict.fromkeys((key for other in whole for key in _keys(other)), whole))
    return list({id(group): group for group in groups.values()}.values())


def _keys(article: Article) -> list[str]:
    """What an article shares with others that may be versions of it, by digest."""
    text = [content_id("text", article.outlet, article.text)] if article.outlet else []
    return [content_id("address", address(article)), *text]


def _revisions(articles: Sequence[Article]) -> list[list[Article]]:
    """The articles at one address, parted into those that revise each other."""
    groups: list[list[Article]] = []
    for article in articles:
        near = [group for group in groups if any(revises(article, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([article, *(other for group in near for other in group)])
    return groups


def _newest(group: Sequence[Article], later: set[tuple[str, str]]) -> Article:
    latest = max(_day(article) for article in group)
    last = [article for article in group if _day(article) == latest]
    superseded = {old for new, old in later if any(article.id == new for article in last)}
    standing = [article for article in last if article.id not in superseded] or last
    return max(standing, key=lambda article: (len(article.text), article.id))


def _day(article: Article) -> tuple[str, str]:
    return article.published.latest or "", article.published.earliest or ""
