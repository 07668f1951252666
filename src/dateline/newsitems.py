"""News items as bytes: the body of a page that was told as fields, so that it is kept, hashed and read again like any other."""

from dataclasses import fields

import msgspec

from dateline.types import NewsItem

MEDIA_TYPE = "application/vnd.dateline.article+json"


def encode_item(item: NewsItem) -> bytes:
    """The canonical JSON of an item: UTF-8, keys sorted, empty fields left out, so that a field added later changes no hash."""
    values = {field.name: getattr(item, field.name) for field in fields(item)}
    return msgspec.json.encode({name: value for name, value in values.items() if value}, order="sorted")


def decode_item(body: bytes) -> NewsItem | None:
    """The item in the bytes; None where they do not hold one."""
    try:
        return msgspec.json.decode(body, type=NewsItem)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
