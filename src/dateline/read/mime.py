"""Messages in the form of mail, as mail itself and pages saved whole (MHTML) are kept, and the text in them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parsedate_to_datetime

from dateline.read.files import binary_kind, bytes_of, page_of, reject
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

MAX_PARTS = 10_000  # lines that may part a message; a saved page has some hundred parts, and each takes a kilobyte of memory
LONGEST = 500  # characters of a header's value: titles and names are shorter, and decoding takes the square of the length


def message_of(source: Source, settings: Settings) -> "Message | Rejected":
    """The message in a source; `Rejected` when it cannot be taken apart."""
    body = bytes_of(source, settings)
    if isinstance(body, Rejected):
        return body
    if body.count(b"\n--") > MAX_PARTS:
        return reject(source.name, f"the message may have more than {MAX_PARTS:,} parts, which is the limit")
    try:
        return BytesParser(policy=compat32).parsebytes(body)
    except Exception:  # noqa: BLE001 - parts nested too deep for Python, and whatever else broken bytes bring about
        return reject(source.name, "the message cannot be taken apart: it is damaged or nested too deep")


def part_of(parts: Iterable["Message"], *media_types: str) -> "Message | None":
    """The first part of one of the media types, the types in their order, that is not attached as a file."""
    shown = [part for part in parts if not part.is_multipart() and part.get_content_disposition() != "attachment"]
    return next((part for kind in media_types for part in shown if part.get_content_type() == kind), None)


def page_in(part: "Message", source: Source, settings: Settings, *, told: tuple[tuple[str, str], ...] = ()) -> Page | Rejected:
    """The page that a part of a message holds, with `told` among its headers."""
    media_type = "text/plain" if part.get_content_type() == "text/plain" else "text/html"
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        return reject(source.name, "the message has no text in it")
    if problem := binary_kind(body):
        return reject(source.name, problem)
    charset = plain_text(str(part.get_param("charset") or ""))
    stated = f"{media_type}; charset={charset}" if charset else media_type
    told = (("content-type", stated), *told)
    return page_of(Source(source.name, source.open, url=source.url, fetched=source.fetched, headers=told), media_type, body)


def header_of(message: "Message", name: str) -> str:
    """The value of a header in plain characters, on one line; empty when it is not there."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    return plain_text(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def plain_text(value: str) -> str:
    """A value of a header with what is encoded in it decoded."""
    value = " ".join(value[:LONGEST].split())
    try:
        decoded = str(make_header(decode_header(value)))
    except Exception:  # noqa: BLE001 - charsets nobody knows, base64 that is none
        decoded = value
    return " ".join(decoded.encode("utf-8", "replace").decode("utf-8").split())


def header_time(message: "Message") -> str | None:
    """The time in the Date header as an ISO time; None where there is none that can be read."""
    try:
        found = parsedate_to_datetime(header_of(message, "date"))
    except (TypeError, ValueError, OverflowError):
        return None
    return _zoned(found).isoformat()


def _zoned(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)  # -0000: in universal time, sent from nobody says where
