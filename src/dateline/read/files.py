"""One source to its bytes, or the reason why not."""

import hashlib
import stat
from pathlib import Path

from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

HEAD = 4096  # bytes a reader may look at to recognise its files

# Marks at the start of files that are not text, so that the reason can say what they are.
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
)
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # byte order marks of UTF-16 and UTF-32, whose text holds NUL bytes
CONTROL = bytes(code for code in range(32) if code not in (8, 9, 10, 12, 13, 26, 27))


def reject(name: str, reason: str) -> Rejected:
    """The record of a file that could not be read."""
    return Rejected(name, "read", reason)


def problem_of(path: Path) -> str | None:
    """Why the file cannot be read, found without opening it; None when nothing speaks against it."""
    try:
        status = path.stat()
    except OSError as error:
        return f"the file cannot be opened: {error.strerror}"
    if not stat.S_ISREG(status.st_mode):
        return "this is not a regular file"
    return None


def head_of(source: Source) -> bytes | Rejected:
    """The first bytes of a source."""
    return _load(source, HEAD)


def body_of(source: Source, settings: Settings) -> bytes | Rejected:
    """All bytes of a source of text; `Rejected` when it is too large, empty or not text."""
    body = bytes_of(source, settings)
    if isinstance(body, Rejected):
        return body
    binary = binary_kind(body)
    return reject(source.name, binary) if binary else body


def bytes_of(source: Source, settings: Settings) -> bytes | Rejected:
    """All bytes of a source, whatever they are; `Rejected` when it is too large or empty."""
    if source.size is not None and source.size > settings.max_bytes:
        return reject(source.name, f"the file has {source.size:,} bytes; the limit is {settings.max_bytes:,}")
    body = _load(source, settings.max_bytes + 1)
    if isinstance(body, Rejected):
        return body
    if len(body) > settings.max_bytes:  # it grew since it was measured, or nobody knew
        return reject(source.name, f"the file has more than {settings.max_bytes:,} bytes, which is the limit")
    return body if body.strip() else reject(source.name, "the file is empty")


def binary_kind(body: bytes) -> str | None:
    """What says that these bytes are not text, or None; more than one control character in a hundred is not text."""
    for mark, kind in SIGNATURES:
        if body.startswith(mark):
            return f"this is {kind}, not text"
    if body.startswith(WIDE_MARKS):
        return None
    controls = len(body) - len(body.translate(None, CONTROL))
    return "this is binary data, not text" if controls * 100 > len(body) else None


def page_of(source: Source, media_type: str, body: bytes) -> Page:
    """The page that a source holds; of a file nobody knows the address, nor when it was saved."""
    return Page(source.name, source.url, source.fetched, media_type, hashlib.sha256(body).hexdigest(), source.headers, body)


def _load(source: Source, limit: int) -> bytes | Rejected:
    try:
        with source.open() as handle:
            return handle.read(limit)
    except OSError as error:
        return reject(source.name, f"the file cannot be opened: {error.strerror or error}")
