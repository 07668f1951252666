"""The reader of feeds: RSS 0.9 to 2.0 and Atom, each entry an article."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import cast

import feedparser

from dateline.read.dumps import with_body
from dateline.read.files import body_of, reject
from dateline.read.items import result_of
from dateline.read.sources import Source
from dateline.read.values import address_in, line_in, text_in, time_in
from dateline.settings import Settings
from dateline.types import NewsItem, Page, Rejected

SUFFIXES = (".rss", ".atom", ".rdf")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
FIRST = re.compile(rb"<([A-Za-z][\w:.-]*)")
ROOTS = (b"rss", b"rdf:rdf", b"feed", b"atom:feed")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
Told = dict[str, object]


class FeedReader:
    """Reads a file whose first element is a feed's, as one page for each entry that has a text."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like a feed's or the first element of the file is a feed."""
        opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        first = FIRST.search(COMMENT.sub(b"", opening)) if opening.startswith(b"<") else None
        return name.lower().endswith(SUFFIXES) or (first is not None and first[1].lower() in ROOTS)

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """A page for each entry, a rejection for each that has only a link; a broken feed gives what can be read of it."""
        body = body_of(source, settings)
        if isinstance(body, Rejected):
            yield body
            return
        entries, feed = _parsed(body, source)
        if not entries:
            yield reject(source.name, "no entries could be read: the feed is empty, broken, or not a feed")
        for number, entry in enumerate(entries, 1):
            yield result_of(_item(entry, feed), source, f"/{number}")


def _parsed(body: bytes, source: Source) -> tuple[list[Told], Told]:
    """The entries and the feed's own fields, none where the parser fails; markup is kept as it is, for `extract` to read."""
    headers = {name.lower(): value for name, value in source.headers if name.lower() == "content-type"}
    try:
        found = feedparser.parse(BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception:  # noqa: BLE001 - whatever a feed does to the library, the run goes on
        return [], {}
    return list(found.entries), cast(Told, found.feed)


def _item(entry: Told, feed: Told) -> NewsItem | str:
    published, updated = _time(entry, "published"), _time(entry, "updated")
    item = NewsItem(
        url=_address(entry),
        title=line_in(_get(entry, "title")),
        byline=_authors(entry) or _authors(feed),
        published=published or _time(entry, "created") or updated,  # RSS 1.0 and many Atom feeds give but one time
        updated=updated,
        outlet=line_in(_get(entry, "source")) or line_in(_get(feed, "title")) or line_in(_get(entry, "publisher")),
    )
    html, text = _contents(entry)
    return with_body(item, html, text, text_in(_get(entry, "summary")))


def _get(told: Told, name: str) -> object:
    """The value under a name and no other: the parser's own look-up answers `updated` with `published` and warns of it."""
    return dict.get(told, name)


def _address(entry: Told) -> str | None:
    """The link of an entry, failing that its identifier where that is an address."""
    links = _get(entry, "links")
    kept = (
        [link for link in links if isinstance(link, dict) and link.get("rel") == "alternate"] if isinstance(links, list) else []
    )
    found = (_get(entry, "feedburner_origlink"), _get(entry, "link"), *(link.get("href") for link in kept), _get(entry, "id"))
    return next((address for one in found if (address := address_in(one))), None)


def _authors(told: Told) -> tuple[str, ...]:
    """The names of the authors; of an author given with an address of mail, only the name."""
    authors = _get(told, "authors")
    named = [line_in(one.get("name")) for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    whole = line_in(_get(told, "author")) or ""
    if "@" in whole and len(named) <= 1:
        named = [" ".join(word for word in whole.split() if "@" not in word).strip("()<>, ")]
    return tuple(dict.fromkeys(name for name in named if name and "@" not in name))


def _time(entry: Told, name: str) -> str | None:
    """A time as told; where its year has two digits, as the parser understands it."""
    told, parsed = time_in(_get(entry, name)), _get(entry, f"{name}_parsed")
    if told and not YEAR.search(told) and isinstance(parsed, tuple):
        return f"{datetime(*parsed[:6]).isoformat()}Z"
    return told


def _contents(entry: Told) -> tuple[str | None, str | None]:
    """The longest content in HTML and the longest in plain text."""
    contents = _get(entry, "content")
    found: dict[bool, list[str]] = {True: [], False: []}
    for content in contents if isinstance(contents, list) else ():
        if isinstance(content, dict) and (value := text_in(content.get("value"))):
            found["html" in str(content.get("type"))].append(value)
    html, text = (max(found[kind], key=len, default=None) for kind in (True, False))
    return html, text


READER = FeedReader()
