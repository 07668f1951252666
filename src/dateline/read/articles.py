"""The reader of articles told as JSON: one a line, in an array, or in an object; dumps of tools, ninjs and JSON Feed."""

import json
import re
from collections.abc import Iterator
from itertools import chain

from dateline.read.dumps import fields_of, item_of
from dateline.read.files import bytes_of, reject
from dateline.read.items import result_of
from dateline.read.jsonfeed import is_jsonfeed, items_of_jsonfeed
from dateline.read.ninjs import is_ninjs, item_of_ninjs
from dateline.read.sources import Source
from dateline.read.streams import CHUNK, elements_of, lines_of
from dateline.settings import Settings
from dateline.types import NewsItem, Page, Rejected

SUFFIXES = (".json", ".jsonl", ".ndjson", ".jsonlines")
OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
MARK = b"\xef\xbb\xbf"
# Where interfaces put a list of articles.
DEEPEST = 3  # an answer holds a list, which may be parted by day or section
LISTS = ("articles", "items", "results", "docs", "documents", "data", "news", "entries", "records")


class ArticlesReader:
    """Reads a file that is called JSON, or begins with an object of it, as one page for each article told in it."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like JSON or the first bytes open an object, or an array of objects."""
        return name.lower().endswith(SUFFIXES) or OPENING.match(head) is not None

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """A page for each article; a record that is none, or cannot be read, is rejected under its place in the file."""
        empty = True
        try:
            for place, record in _records(source, settings):
                empty = False
                if isinstance(record, Rejected):
                    yield record
                else:
                    yield from (result_of(told, source, shown) for shown, told in _items(record, place))
        except OSError as error:
            yield reject(source.name, f"the file cannot be read to its end: {error.strerror or error}")
            return
        if empty:
            yield reject(source.name, "the file holds no record")


def _records(source: Source, settings: Settings) -> Iterator[tuple[str, object | Rejected]]:
    """The JSON values of a file with their places; a rejection where there is none."""
    with source.open() as handle:
        shape = _shape(handle.read(CHUNK))
    if shape == "whole":
        body = bytes_of(source, settings)
        yield "", body if isinstance(body, Rejected) else _load(body, source, "")
        return
    with source.open() as handle:
        pieces = (elements_of if shape == "array" else lines_of)(handle, settings.max_bytes)
        for number, piece in enumerate(pieces, 1):
            if piece is None:
                reason = f"the record has more than {settings.max_bytes:,} bytes, which is the limit"
                yield f"/{number}", reject(f"{source.name}/{number}", reason)
            elif piece.strip().strip(MARK):
                yield f"/{number}", _load(piece, source, f"/{number}")


def _shape(head: bytes) -> str:
    """How a file holds its records: `array`, `lines`, or `whole` for one object over several lines."""
    opening = head.removeprefix(MARK).lstrip()
    if opening.startswith(b"["):
        return "array"
    first, more, _ = opening.partition(b"\n")
    return "lines" if not more or re.fullmatch(rb"\{.+\}\s*", first) else "whole"


def _load(body: bytes, source: Source, place: str) -> object | Rejected:
    """The JSON value in the bytes; bytes that are no UTF-8 are read as Windows-1252."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")
    try:
        value: object = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if error.lineno > 1 else ""
        return reject(f"{source.name}{place}", f"this is not JSON: {error.msg} at {where}column {error.colno}")
    except (ValueError, RecursionError):
        return reject(f"{source.name}{place}", "this is not JSON that can be read: it has a number or a nesting without end")
    return value


def _items(record: object, place: str) -> Iterator[tuple[str, NewsItem | str]]:
    """The items told in a JSON value, each with its place; an object that holds a list of articles has several."""
    if not isinstance(record, dict):
        yield place, "it is not an object with fields"
    elif is_jsonfeed(record):
        found = False
        for number, told in enumerate(items_of_jsonfeed(record), 1):
            found = True
            yield f"{place}/{number}", told
        if not found:
            yield place, "the feed has no entries"
    elif is_ninjs(record):
        yield place, item_of_ninjs(record)
    elif place.count("/") < DEEPEST and (inner := _list_in(record)) is not None:
        parts = (_items(one, f"{place}/{number}") for number, one in enumerate(inner, 1))
        yield from chain.from_iterable(parts)
    else:
        yield place, item_of(record)


def _list_in(record: dict[str, object]) -> list[object] | None:
    """The list of objects that an answer of an interface wraps; None where the object is an article itself."""
    fields = fields_of(record)
    lists = (fields.get(name) for name in LISTS)
    found = next((one for one in lists if isinstance(one, list) and any(isinstance(part, dict) for part in one)), None)
    told = item_of(record)
    return None if isinstance(told, NewsItem) and not told.abridged else found


READER = ArticlesReader()
