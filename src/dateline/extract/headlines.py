"""The title of an HTML page: one of its headings, or what its head calls it."""

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote, urlsplit

from dateline.extract.dates import find_days, rest_of
from dateline.extract.metadata import TITLES, Metadata
from dateline.extract.outlets import split_title

CUT = 90  # characters: a headline in JSON-LD that long may have been cut at 110, where search engines stop reading
LEAST = 4  # words of a heading that is the title though the head of the page says something else
SLUG = 3  # words that an address must have before it can tell one title from another
BORNE = 0.5  # how much more of the words in the address another title must have to go before it; .3 to .5 do the same, .6 half
BRACKETS = re.compile(r"\([^()]{1,40}\)")


def title_of(meta: Metadata, heads: Sequence[str], *, outlet: str | None, url: str | None) -> tuple[str | None, str | None]:
    """The title, and an outlet's name found beside it: the heading that the page's head bears out, else what the head says."""
    said = [unescape(title) for title in (meta.about.headline, meta.first(TITLES), meta.page_title) if title]
    bare = [split_title(title, outlet) for title in said]
    named = next((name for _, name in bare if name), None)
    titles = [_without_host(title, url) for title, _ in bare]
    heads = [cut(split_title(head, outlet)[0]) for head in heads if _without_host(head, url) and not _is_site(head, titles)]
    if chosen := _borne_out(heads, titles):
        return chosen, named
    only = heads if len(heads) == 1 and len(heads[0].split()) >= LEAST else ()
    others = [*only, *([cut(_whole(titles))] if titles else ()), *heads, *map(cut, titles)]
    if not others or meta.about.headline:
        return next(iter(others), None), named
    return _addressed(others, url), named


def cut(title: str) -> str:
    """A title without what stands behind its last bar, which is a section or a site, not a part of the headline."""
    head, bar, tail = title.rpartition(" | ")
    return cut(head) if bar and len(head.split()) >= 3 and len(tail.split()) <= 4 else title


def alike(one: str, other: str) -> bool:
    """Whether the words of one title, two at least, begin the other."""
    first, second = (_words(title) for title in (one, other))
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= 2 and longer[: len(shorter)] == shorter


def _borne_out(heads: Sequence[str], titles: Sequence[str]) -> str | None:
    """The first heading that the head of the page bears out."""
    for head in heads:
        if any(alike(head, title) for title in titles):
            return next((title for title in titles if _is_counted(head, title)), head)
        if title := next((title for title in titles if _is_counted(head, title)), None):
            return title
    return None


def _is_counted(head: str, title: str) -> bool:
    """Whether a heading is a title with only a date, a number or something in brackets before or behind it."""
    before, found, behind = head.partition(title)
    rest = BRACKETS.sub(" ", f"{before} {behind}")
    return bool(found) and not rest_of(rest, find_days(rest)).strip(" |,.:-–—0123456789")


def _is_site(head: str, titles: Sequence[str]) -> bool:
    """Whether a heading names the site: a title of the page has it in front of another."""
    words = _words(head)
    return any(words and words + _words(other) == _words(title) for title in titles for other in titles)


def _without_host(title: str, url: str | None) -> str:
    """A title without the address of the site at either end."""
    host = re.sub(r"^www\.", "", (urlsplit(url).hostname or "") if url else "")
    lower = title.lower()
    if host and lower.endswith(host):
        title = title[: -len(host)]
    elif host and lower.startswith(host):
        title = title[len(host) :]
    return title.strip(" |:-–—·•") if len(title) != len(lower) else title


def _whole(titles: Sequence[str]) -> str:
    """The first title, or one that goes on where that was cut."""
    first = titles[0]
    longer = (title for title in titles if len(first) >= CUT and title.startswith(first))
    return max((title for title in longer if re.match(r"\s?\w", title[len(first) :])), key=len, default=first)


def _addressed(titles: Sequence[str], url: str | None) -> str:
    """The first title, or one that has far more of the words in the page's address."""
    pieces = [_words(unquote(piece)) for piece in (urlsplit(url).path if url else "").split("/")]
    words = set(max(pieces, key=len, default=()))
    if len(words) < SLUG:
        return titles[0]
    shares = [len(words & set(_words(title))) / len(words) for title in titles]
    best = max(shares)
    return titles[shares.index(best) if best >= shares[0] + BORNE else 0]


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.lower().replace("_", " "))
