"""Articles as tools and interfaces write them, one object each: news-please, Fundus, trafilatura, newspaper, and plain fields.

The tools call one thing by many names. Names are compared in lower case and without strokes, so that `publish_date`,
`publishDate` and `publish-date` are one; what cannot be a value of the field is passed over (`source` may be an address or an
outlet).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from dateline.read.values import address_in, is_markup, line_in, names_in, plain, text_in, time_in
from dateline.types import NewsItem

Kind = TypeVar("Kind")
Fields = Mapping[str, object]

# The names under which a field is given, the surest first.
URL = (
    "canonicallink",
    "url",
    "link",
    "articleurl",
    "weburl",
    "respondedurl",
    "requestedurl",
    "permalink",
    "sourceurl",
    "source",
    "id",
)
TITLE = ("title", "headline", "titlepage", "titlerss", "webtitle")
BYLINE = ("authors", "author", "byline", "creator", "writers")
PUBLISHED = (
    "datepublish", "publishdate", "publishingdate", "datepublished", "publisheddate", "publishedat", "publishedtime", "published",
    "publicationdate", "publicationtime", "webpublicationdate", "pubdate", "releasedate", "date", "datetime", "timestamp",
)  # fmt: skip
UPDATED = ("datemodify", "datemodified", "modifieddate", "modifiedat", "updatedat", "updateddate", "lastmodified", "updated")
OUTLET = (
    "outlet", "publisher", "sitename", "metasitename", "sourcehostname", "sourcename", "newspaper", "publication", "source",
    "sourcedomain", "hostname", "domain",
)  # fmt: skip
CREDITS = ("newsagency", "agency", "agencies", "creditline", "credits", "credit")
LANGUAGE = ("language", "lang", "metalang")
SUMMARY = ("description", "summary", "excerpt", "standfirst", "abstract", "metadescription")
HTML = ("html", "bodyhtml", "contenthtml", "articlehtml")
TEXT = ("maintext", "plaintext", "text", "articletext", "fulltext", "bodytext", "body", "articlebody", "content", "rawtext")
CUT = re.compile(r"\[\+\d+ chars\]$")  # how an interface says that it gives the beginning only


def normal(name: str) -> str:
    """A field's name in lower case, without strokes."""
    return name.replace("_", "").replace("-", "").lower()


def fields_of(record: Mapping[str, object]) -> dict[str, object]:
    """The fields of a record by their normal names; of names that are one, the first that is given holds."""
    found: dict[str, object] = {}
    for name, value in record.items():
        if value is not None and value != "":
            found.setdefault(normal(name), value)
    return found


def item_of(record: Mapping[str, object]) -> NewsItem | str:
    """The item that a record tells, or why it tells none."""
    fields = fields_of(record)
    page = fields.get("html")
    if isinstance(page, dict):  # Fundus keeps the page, its addresses and the time of the visit together
        fields = {**fields_of(page), **fields, "html": page.get("content")}
    item = NewsItem(
        url=_first(fields, URL, address_in),
        title=_first(fields, TITLE, line_in),
        byline=_first(fields, BYLINE, names_in) or (),
        published=_first(fields, PUBLISHED, time_in),
        updated=_first(fields, UPDATED, time_in),
        outlet=_first(fields, OUTLET, _outlet_in),
        place=_first(fields, ("located", "dateline"), line_in),
        credits=_first(fields, CREDITS, names_in) or (),
        language=_first(fields, LANGUAGE, line_in),
    )
    summary = _first(fields, SUMMARY, text_in)
    return with_body(item, _first(fields, HTML, text_in), _first(fields, TEXT, _body_in), summary)


def with_body(item: NewsItem, html: str | None, text: str | None, summary: str | None) -> NewsItem | str:
    """The item with its body: a page's markup before its text, since more can be told from it; without either, the summary."""
    if html or text:
        told = html or (CUT.sub("", text).rstrip(" …") if text else "")
        short = plain(summary) if summary else None
        same = short == plain(told)  # where a feed has one of the two, its parser gives it as both
        return replace(_body(item, told), summary=None if same else short or None, abridged=not html and told != text)
    if summary and _tells(summary, item):
        return replace(_body(item, summary), abridged=True)
    if item.title or item.url:
        shown = f"only the address {item.url}; save that page and read it instead" if item.url else "only a title"
        return f"the record has no text: {shown}"
    return "none of its fields is one in which articles are told, such as url, title, date and text"


def _body(item: NewsItem, told: str) -> NewsItem:
    return replace(item, html=told) if is_markup(told) else replace(item, text=told)


def _tells(summary: str, item: NewsItem) -> bool:
    """Whether a summary says more than title and outlet, which some feeds repeat in its place."""
    rest = plain(summary)
    for known in (item.title, item.outlet):
        rest = rest.replace(known, "") if known else rest
    return any(letter.isalnum() for letter in rest)


def _first(fields: Fields, names: tuple[str, ...], read: Callable[[object], Kind | None]) -> Kind | None:
    return next((found for name in names if name in fields and (found := read(fields[name]))), None)


def _outlet_in(value: object) -> str | None:
    name = line_in(value)
    return None if name is None or address_in(name) else name


def _body_in(value: object) -> str | None:
    """The text in a string, or in an object of a summary and sections with headlines and paragraphs, as Fundus writes it."""
    return text_in(list(_paragraphs(value))) if isinstance(value, dict) else text_in(value)


def _paragraphs(value: dict[str, object]) -> Iterator[object]:
    yield value.get("summary")
    sections = value.get("sections")
    for section in sections if isinstance(sections, list) else ():
        if isinstance(section, dict):
            yield section.get("headline")
            yield section.get("paragraphs")
