"""The record as one page that opens without a network."""

from importlib.resources import files

from dateline.errors import BadInput
from dateline.record import encode
from dateline.views.document import Record

OPENING = b'<script type="application/json" id="record">'
CLOSING = b"</script>"
# Inside a script element these would end it or open a comment, and two line separators break older JavaScript;
# in JSON strings, the only place where they can stand, they may be written as escapes.
ESCAPES = (
    (b"<", b"\\u003c"),
    ("\u2028".encode(), b"\\u2028"),
    ("\u2029".encode(), b"\\u2029"),
)


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
    """The page with `data` (JSON) in the script element that is there for it."""
    head, opening, rest = template.partition(OPENING)
    _, closing, tail = rest.partition(CLOSING)
    if not opening or not closing:
        raise BadInput("The report's page has no place for the record. Build it again with 'make page'.")
    for character, escape in ESCAPES:
        data = data.replace(character, escape)
    return head + opening + data + closing + tail
