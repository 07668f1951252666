"""JSON Feed, versions 1 and 1.1: the entries of a feed that is one JSON object."""

from collections.abc import Iterator, Mapping

from dateline.read.dumps import with_body
from dateline.read.values import address_in, line_in, names_in, text_in, time_in
from dateline.types import NewsItem


def is_jsonfeed(record: Mapping[str, object]) -> bool:
    """Whether the object says that it is a JSON Feed."""
    return "jsonfeed.org/version" in str(record.get("version"))


def items_of_jsonfeed(feed: Mapping[str, object]) -> Iterator[NewsItem | str]:
    """The items of a feed in its order, each an item or why it tells none; what an entry does not say, the feed says."""
    entries = feed.get("items")
    for entry in entries if isinstance(entries, list) else ():
        yield _item(entry, feed) if isinstance(entry, dict) else "it is not an object with fields"


def _item(entry: Mapping[str, object], feed: Mapping[str, object]) -> NewsItem | str:
    item = NewsItem(
        url=address_in(entry.get("url")) or address_in(entry.get("id")) or address_in(entry.get("external_url")),
        title=line_in(entry.get("title")),
        byline=_authors(entry) or _authors(feed),
        published=time_in(entry.get("date_published")),
        updated=time_in(entry.get("date_modified")),
        outlet=line_in(feed.get("title")),
        language=line_in(entry.get("language")),
    )
    return with_body(item, text_in(entry.get("content_html")), text_in(entry.get("content_text")), text_in(entry.get("summary")))


def _authors(told: Mapping[str, object]) -> tuple[str, ...]:
    return names_in(told.get("authors")) or names_in(told.get("author"))
