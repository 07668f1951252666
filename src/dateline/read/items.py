"""News items as pages: named by what they hold, so that the place of a record in its file changes nothing."""

import hashlib

from dateline.newsitems import MEDIA_TYPE, encode_item
from dateline.read.files import reject
from dateline.read.sources import Source
from dateline.types import NewsItem, Page, Rejected


def page_of_item(item: NewsItem, source: Source) -> Page:
    """The page that an item of a source is: `dump.jsonl/` and the first sixteen digits of its SHA-256."""
    body = encode_item(item)
    digest = hashlib.sha256(body).hexdigest()
    return Page(f"{source.name}/{digest[:16]}", item.url, source.fetched, MEDIA_TYPE, digest, (), body)


def result_of(told: NewsItem | str, source: Source, place: str) -> Page | Rejected:
    """The page of an item, or the rejection of what stands at that place of the source (`/17` for a line or an entry)."""
    return reject(f"{source.name}{place}", told) if isinstance(told, str) else page_of_item(told, source)
