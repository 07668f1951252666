"""The reader of web archives (WARC): each response that is a page, record by record."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.read.encodings import decoded
from dateline.read.files import binary_kind, page_of, reject
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

MARK = b"WARC/"
MEDIA_TYPES = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
OK = 200
KINDS = 200  # of records passed over that are counted apart: a file can name as many as it likes
KINDS_TOLD = 6  # kinds of records passed over that are named one by one
PAGES = (WarcRecordType.response, WarcRecordType.resource)
OTHERS = ("warcinfo", "request", "metadata", "revisit", "conversion", "continuation")
NAMES = {int(getattr(WarcRecordType, name)): name for name in OTHERS}


class WarcReader:
    """Reads the HTML and text that was answered with status 200; what else is in the file is counted in one `Rejected`."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the first bytes open a record, or the name says so."""
        return head.startswith(MARK) or name.lower().endswith((".warc", ".warc.gz"))

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The pages in the file, named by the number of their record (`file.warc.gz/12`), counted from one."""
        passed: Counter[str] = Counter()
        problem = None
        try:
            with source.open() as file:
                stream = Forward(file)
                yield from _pages(source, stream, passed, settings)
                problem = stream.problem
        except OSError as error:
            problem = str(error.strerror or error)
        except Exception:  # noqa: BLE001 - whatever fastwarc makes of broken bytes
            problem = "it is damaged"
        told = [f"not all of the web archive can be read: {problem}"] if problem else []
        told += [_summary(passed)] if passed else []
        if told:
            yield reject(source.name, "; ".join(told))


def _summary(passed: Counter[str]) -> str:
    """One line for all records that hold no page: `1,204 records hold no page: 600 request, 404 image/jpeg, 200 status 301`."""
    ordered = sorted(passed.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(f"{count:,} {kind}" for kind, count in ordered[:KINDS_TOLD])
    others = sum(count for _, count in ordered[KINDS_TOLD:])
    return f"{passed.total():,} records hold no page: {told}" + (f", {others:,} others" if others else "")


class Forward:
    """A file for fastwarc, which asks where it is, and ends without a word where a file is cut off."""

    def __init__(self, inner: BinaryIO) -> None:
        """`inner` need not be able to seek."""
        self._inner = inner
        self._position = 0
        self._first = self._last = b""

    @property
    def problem(self) -> str | None:
        """What the beginning and the end of the file say against it, once it is read; None if they are those of a WARC."""
        if not self._first.lstrip().startswith(MARK):
            return "it does not begin like one"
        return None if self._last.endswith((b"\n\n", b"\n\r\n")) else "it is cut off before its end"

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._inner.read(size)
        self._position += len(data)
        self._first = self._first or data[:16]
        self._last = (self._last + data[-4:])[-4:]
        return data

    def tell(self) -> int:
        """The bytes read so far."""
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """The bytes read so far, which is the one place to go to."""
        if (offset, whence) not in ((0, 1), (self._position, 0)):
            raise OSError("it cannot be read backwards")
        return self._position


def _pages(source: Source, stream: Forward, passed: Counter[str], settings: Settings) -> Iterator[Page | Rejected]:
    # Bodies are decoded here, record by record: fastwarc ends the whole file at the first that is not what its header says.
    records = ArchiveIterator(cast(BinaryIO, stream), quirks_mode=True, auto_decode="none")
    for number, record in enumerate(records, 1):
        kind = _media_type(record)
        if kind in MEDIA_TYPES:
            yield _page(source, record, MEDIA_TYPES[kind], f"{source.name}/{number}", settings)
        else:
            passed[kind if kind in passed or len(passed) < KINDS else "of other kinds"] += 1


def _media_type(record: WarcRecord) -> str:
    """The media type of a record's page; what it is instead, where it holds none."""
    if record.record_type not in PAGES:
        return NAMES.get(int(record.record_type), "of no known type")
    if record.record_type == WarcRecordType.resource:
        stated = record.headers.get("Content-Type")
    elif record.http_headers is None or record.http_headers.status_code is None:
        return "not HTTP"
    elif record.http_headers.status_code != OK:
        return f"status {record.http_headers.status_code}"
    else:
        stated = record.http_headers.get("Content-Type")
    return _text(stated or "").partition(";")[0].strip().lower()[:60] or "text/html"


def _page(source: Source, record: WarcRecord, media_type: str, name: str, settings: Settings) -> Page | Rejected:
    declared = record.content_length
    body = record.reader.read(settings.max_bytes + 1)
    if len(body) > settings.max_bytes:
        return reject(name, f"the page has more than {settings.max_bytes:,} bytes, which is the limit")
    if len(body) < declared:
        return reject(name, "the record is cut off")
    headers = tuple((key.lower(), _text(value)) for key, value in record.http_headers or ())
    page = decoded(body, dict(headers), settings.max_bytes, source.budget)
    problem = page if isinstance(page, str) else binary_kind(page) if page.strip() else "the page is empty"
    if isinstance(page, str) or problem:
        return reject(name, problem or "")
    address = _text(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    url = address if address.lower().startswith(("http://", "https://")) else None
    return page_of(Source(name, source.open, url=url, fetched=_time(record), headers=headers), media_type, page)


def _time(record: WarcRecord) -> str | None:
    """When the record was made, as it says, if that is a time."""
    stated = _text(record.headers.get("WARC-Date") or "")
    try:
        datetime.fromisoformat(stated)
    except ValueError:
        return None
    return stated


def _text(value: str) -> str:
    """A header's value that can go into a record: whatever is no character in it replaced."""
    return value.encode("utf-8", "replace").decode("utf-8")


READER = WarcReader()
