"""What the day that a library made out of a page rests on, since the library does not tell."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from dateline.extract.dates import find_days, rest_of
from dateline.extract.lines import is_sentence
from dateline.extract.tree import Block
from dateline.types import Basis

LONGEST = 200  # characters of an attribute that may be a date, or an address with one in it
SHORT = 60  # characters of a line that may be dated with two digits for the year
BESIDE = 12  # words that may stand beside the date in a line that dates the page


def basis_of(day: str, tree: HtmlElement, blocks: Sequence[Block]) -> Basis | None:
    """The basis of a day: `metadata` if the markup holds it, `stated` if a line of its own does; None for a day told in the text.

    `day` is an ISO day. A sentence that names a day says when something happened, not when the page appeared.
    """
    year = day[:4]
    lines = [block.text for block in blocks if year[2:] in block.text and len(block.text) <= LONGEST]
    brief = _brief(day)
    if any(not is_sentence(line) and (_dates(line, day) or (len(line) <= SHORT and brief.search(line))) for line in lines):
        return "stated"
    return "metadata" if any(_held(value, day) for value in _values(tree, year)) else None


def _dates(line: str, day: str) -> bool:
    """Whether a line holds the day and little else."""
    days = find_days(line)
    return any(one.earliest <= day <= one.latest for one in days) and len(rest_of(line, days).split()) <= BESIDE


def _brief(day: str) -> re.Pattern[str]:
    """The day in digits, day first, as "3.11.25" or "03/11/25"."""
    year, month, number = day.split("-")
    return re.compile(rf"(?<![\d.])0?{int(number)}(?P<mark>[./-])0?{int(month)}(?P=mark){year[2:]}(?!\d)")


def _values(tree: HtmlElement, year: str) -> Iterator[str]:
    """Attributes and scripts that hold the year."""
    for element in tree.iter():
        if element.tag == "script" and year in (element.text or ""):
            yield element.text or ""
        yield from (value for value in element.attrib.values() if year in value)


def _held(value: str, day: str) -> bool:
    """Whether the day stands in a value, in one of the forms that machines write, or in words."""
    if day in value or day.replace("-", "/") in value or day.replace("-", "") in value:
        return True
    return len(value) <= LONGEST and any(one.earliest <= day <= one.latest for one in find_days(value))
