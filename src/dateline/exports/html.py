"""The record as one page that opens without a network."""

import zlib
from base64 import b64encode
from importlib.resources import files

from dateline.errors import BadInput
from dateline.record import encode
from dateline.views.document import Record

OPENING = b'<script type="text/plain" id="record">'
CLOSING = b"</script>"


def export(record: Record) -> bytes:
    """One self-contained HTML file with the record inside; `BadInput` when the page was not built into the package."""
    return fill(page(), encode(record).rstrip(b"\n"))


def page() -> bytes:
    """The built page, without a record."""
    built = files("dateline") / "page" / "index.html"
    if not built.is_file():
        raise BadInput("The report's page is not built. Run 'make page' in the checkout, or ask for --json.")
    return built.read_bytes()


def fill(template: bytes, data: bytes) -> bytes:
    """The page with `data` (JSON), deflated (RFC 1950) and in base64, in the script element that is there for it.

    A record is a seventh of its size so, and none of its characters can end the element or open a comment.
    """
    head, opening, rest = template.partition(OPENING)
    _, closing, tail = rest.partition(CLOSING)
    if not opening or not closing:
        raise BadInput("The report's page has no place for the record. Build it again with 'make page'.")
    return head + opening + b64encode(zlib.compress(data, 9)) + closing + tail
