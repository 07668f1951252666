"""Bytes to characters, the same way every time: no guessing from statistics, which would depend on a library's version."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup

from dateline.types import Page

MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})|<\?xml[^>]{0,80}?encoding=[\"']([\w.:-]{1,40})", re.IGNORECASE
)
HEAD = 16_384  # bytes in which a page must name its charset; the HTML standard asks for the first 1,024, pages do not keep to it

# As the HTML standard has it: pages that say Latin-1 or ASCII mean Windows-1252.
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-16-le"}
# What Python counts among the text encodings though no page is written in it; some of them fail whatever they are told.
NO_CHARSETS = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"))
WIDE = ("utf-16", "utf-32")
# Characters of several bytes in UTF-8; in other charsets hardly any two or three letters look like one.
SEVERAL = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
FEW_BROKEN = 10  # that many whole characters for each broken one, and the bytes are UTF-8 with a fault
# In the languages that Windows-1252 was made for, accented letters stand alone; four side by side are of another alphabet.
FOREIGN = re.compile(rb"[\x80-\xff]{4,}")
HIGH = re.compile(rb"[\x80-\xff]+")
FALLBACK = "cp1252"


def decode(page: Page) -> str:
    """The characters of a page, with line ends as `\\n`.

    They are read by the byte order mark, as UTF-8 if nearly all can be, by the header, the page's own word, or as Windows-1252
    if it can be that. Bytes that the charset cannot read become U+FFFD. No character is composed or folded.
    """
    text = _decode(page)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decode(page: Page) -> str:
    body = page.body
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    try:
        return body.decode("utf-8")  # bytes that are valid UTF-8 are UTF-8, whatever the page says of itself
    except UnicodeDecodeError:
        pass
    stated = _stated(page)
    if _is_nearly_utf8(body) or (stated is None and _is_foreign(body)):
        return body.decode("utf-8", "replace")
    return body.decode(stated or FALLBACK, "replace")


def _is_nearly_utf8(body: bytes) -> bool:
    """Whether bytes are UTF-8 that was cut within a character or has one in another charset here and there."""
    rest, whole = SEVERAL.subn(b"", body)
    return whole >= FEW_BROKEN * sum(map(len, HIGH.findall(rest)))


def _is_foreign(body: bytes) -> bool:
    """Whether most bytes that are not ASCII stand in a row, as in Cyrillic, Arabic, Greek or Chinese."""
    return 2 * sum(map(len, FOREIGN.findall(body))) > sum(map(len, HIGH.findall(body)))


def _stated(page: Page) -> str | None:
    for name, value in page.headers:
        match = HEADER_CHARSET.search(value) if name.lower() == "content-type" else None
        if match and (known := _known(match[1])):
            return known
    if page.media_type == "text/html" and (found := META_CHARSET.search(page.body[:HEAD])):
        known = _known((found[1] or found[2]).decode("ascii", "replace"))
        return None if known and known.startswith(WIDE) else known  # what was read byte by byte is not written in pairs of them
    return None


def _known(name: str) -> str | None:
    """Python's name of the charset; None where it has none, or only a transport encoding ("base64", "zlib", "punycode")."""
    try:
        codec = lookup(name).name
        b"a".decode(codec, "replace")  # refused by codecs that turn no bytes into text, and by those that only fail
    except (LookupError, UnicodeError):
        return None
    return None if codec in NO_CHARSETS else MEANT.get(codec, codec)
