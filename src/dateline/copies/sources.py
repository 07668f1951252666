"""Who had a text first, and where it comes from: a press release, an agency, the earliest article."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.copies.words import LINE
from dateline.data import lines
from dateline.moments import moment_of
from dateline.types import Article, CopyBasis, Span

HEAD = 4  # lines of the text among which one may call it a press release
LETTERS = re.compile(r"[^a-z0-9]+")
HOST = re.compile(r"^(?:https?://)?(?:www\d?\.|edition\.|m\.)?([a-z0-9-]{4,})\.")
ABOUT = re.compile(r"about (?:the )?([A-Z0-9][\w&.,'’ -]{1,60})[: ]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: the basis, the name and where it stands, as far as the pages tell."""

    basis: CopyBasis
    name: str | None
    told: Span | None


def rank_of(article: Article) -> tuple[str, str]:
    """What articles are sorted by: their moments or days; undated ones come last."""
    return moment_of(article) or article.published.earliest or "9999", article.id


def came_before(one: Article, other: Article) -> bool:
    """Whether the pages tell that one article was published before the other, by their days or, on one day, their times."""
    if one.published.latest is None or other.published.earliest is None:
        return False
    times = moment_of(one), moment_of(other)
    if times[0] is not None and times[1] is not None:
        return times[0] < times[1]
    return one.published.latest < other.published.earliest


def first_of(articles: Sequence[Article]) -> str | None:
    """The article that had the text first, as far as the pages tell: the press release, else the earliest."""
    first = min(articles, key=lambda article: (release_line(article) is None, rank_of(article)))
    return first.id if all(_had_it_before(first, other) for other in articles if other.id != first.id) else None


def _had_it_before(one: Article, other: Article) -> bool:
    """Whether a text was made from the other article's: a press release comes before what is made of it."""
    issued = release_line(one) is not None, release_line(other) is not None
    if issued == (True, False):
        return not came_before(other, one)
    return issued != (False, True) and came_before(one, other)


def source_of(articles: Sequence[Article]) -> Source:
    """Where the text of a group of articles comes from: a press release among them, an agency that they credit, the earliest."""
    releases = [article for article in articles if release_line(article) is not None]
    if releases:
        issued = min(releases, key=rank_of)
        return Source("release", issuer_of(issued), release_line(issued))
    credited = [credit for article in articles for credit in dict.fromkeys(article.credits)]
    if credited:
        # The agency that most members credit; of several, the one credited first by the earliest.
        counts = Counter(credited)
        name = max(credited, key=lambda credit: (counts[credit], -credited.index(credit)))
        return Source("agency", name, next(_note(article, "credits", name) for article in articles if name in article.credits))
    first = next((article for article in articles if article.id == first_of(articles)), None)
    if first is None:
        return Source("unknown", None, None)
    return Source("earliest", first.outlet, _note(first, "published", None))


def release_line(article: Article) -> Span | None:
    """The line that says an article is a press release."""
    for place, line in enumerate(LINE.finditer(article.text)):
        if place >= HEAD:
            break
        if _is_release(line.group()):
            return Span(article.id, line.start(), line.end())
    for line in LINE.finditer(article.matter):
        if _is_release(line.group()):
            return Span(article.id, line.start(), line.end(), "matter")
    return None


def _is_release(line: str) -> bool:
    return len(line) < 60 and line.strip(" \t*-–—:.•|").lower() in _markers()


@cache
def _markers() -> frozenset[str]:
    return frozenset(lines("releases.txt"))


def issuer_of(article: Article) -> str | None:
    """Who issued a press release: the source it credits, the one it is about in its standing lines, the outlet."""
    if article.credits:
        return article.credits[0]
    about = [match[1].strip() for line in LINE.finditer(article.text) if (match := ABOUT.fullmatch(line.group().strip()))]
    return about[-1] if about else article.outlet


def _note(article: Article, field: str, value: str | None) -> Span | None:
    """Where the page says a value."""
    found = [note for note in article.notes if note.field == field and value in (None, note.value)]
    return Span(article.id, found[0].start, found[0].end, found[0].part) if found else None


def names_outlet(text: str, outlet: str | None) -> bool:
    """Whether a text names an outlet, written as a name ("Daily Mail") or as a host ("www.dailymail.co.uk")."""
    low = (outlet or "").lower()
    host = HOST.match(low)
    name = LETTERS.sub("", host.group(1) if host else low)
    return len(name) >= 4 and name in LETTERS.sub("", text.lower())
