"""Loose values of JSON and of feeds to the strings that a news item is made of; what has no such form is None."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|html|body|article|section|table)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^<>]*>")
ABSENT = frozenset(("", "none", "null", "nan", "nat", "undefined"))
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
MOST_NAMES = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECONDS = 100_000_000_000  # seconds up to the year 5138; the same number of milliseconds is of 1973


def text_in(value: object, *, depth: int = 2) -> str | None:
    """The text in a string, or in a list of strings as paragraphs; without characters that no text holds."""
    if isinstance(value, list) and depth:
        pieces = [piece for one in value if (piece := text_in(one, depth=depth - 1))]
        return "\n\n".join(pieces) or None
    if not isinstance(value, str):
        return None
    text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    text = text.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= letter <= "\udfff" for letter in text) else text
    return None if text.strip().lower() in ABSENT else text.strip()


def line_in(value: object) -> str | None:
    """The text in a string, or the name of an object, on one line and without markup."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("value")
    if isinstance(value, list):
        value = value[0] if value else None
    text = text_in(value) if isinstance(value, str) else None
    return (plain(text) or None) if text else None


def plain(text: str) -> str:
    """A text on one line, without the tags and character references it may hold."""
    return " ".join((unescape(TAG.sub(" ", text)) if MARKUP.search(text) or "&" in text else text).split())


def names_in(value: object) -> tuple[str, ...]:
    """The names in a string (parted by semicolons), an object with a name, or a list of these; each once."""
    values = value[:MOST_NAMES] if isinstance(value, list) else [value]
    lines = [line for one in values if (line := line_in(one))]
    return tuple(dict.fromkeys(name for line in lines for piece in line.split(";") if (name := piece.strip())))


def address_in(value: object) -> str | None:
    """The address in a string when it is whole (http or https)."""
    text = text_in(value) if isinstance(value, str) else None
    return text if text and re.match(r"https?://[^\s/]+\.[^\s/]", text) and not re.search(r"\s", text) else None


def time_in(value: object) -> str | None:
    """A time as told; seconds or milliseconds since 1970 and days written without marks in the form of ISO 8601."""
    if isinstance(value, dict):  # as databases export them
        value = value.get("$date")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since(value)
    told = line_in(value)
    match = COMPACT.fullmatch(told or "")
    if match is None:
        return told
    clock = f"T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}" if match[4] else ""
    return f"{match[1]}-{match[2]}-{match[3]}{clock}"


def is_markup(text: str) -> bool:
    """Whether a text holds tags of HTML."""
    return MARKUP.search(text) is not None


def _since(number: float) -> str | None:
    seconds = number / 1000 if abs(number) >= MILLISECONDS else number
    try:
        return (EPOCH + timedelta(seconds=seconds)).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (OverflowError, ValueError):
        return None
