"""Units and currencies: which one stands before or behind a number, under its canonical name."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.data import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit where it stands, under its canonical name."""

    name: str
    start: int
    end: int


@cache
def kinds() -> dict[str, str]:
    """The kind of each canonical unit: what it measures, or the currency itself."""
    return {entry["name"]: entry["kind"] for entry in table("units.toml")["unit"]}


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word.lower(): entry["name"] for entry in table("units.toml")["unit"] for word in entry["words"]}
    either = "|".join(re.escape(word).replace("\\ ", "[ -]") for word in sorted(names, key=len, reverse=True))
    return re.compile(rf"[ \xa0-]?({either})(?![A-Za-z])", re.IGNORECASE), names


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = dict(table("units.toml")["signs"])
    either = "|".join(re.escape(sign) for sign in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])({either}) ?-?$"), names


def unit_after(text: str, at: int) -> Unit | None:
    """The unit written at once behind offset `at`, or None."""
    pattern, names = _words()
    match = pattern.match(text, at)
    if not match:
        return None
    return Unit(names[_plain(match[1])], match.start(1), match.end())


def _plain(words: str) -> str:
    """The unit words as the table has them: lower case, hyphens as spaces except where the table has the hyphen."""
    low = words.lower()
    return low if low in _words()[1] else low.replace("-", " ")


def sign_before(text: str, at: int) -> Unit | None:
    """The currency sign that stands at once before offset `at`, or None."""
    base = max(0, at - 6)
    pattern, names = _signs()
    match = pattern.search(text[base:at])
    return Unit(names[match[1]], base + match.start(1), at) if match else None
