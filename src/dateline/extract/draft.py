"""The article in the making: what either kind of page, marked up or pasted, is taken apart into."""

from dataclasses import dataclass, field

from dateline.extract.agencies import Agencies
from dateline.types import Basis


@dataclass(frozen=True, slots=True)
class Value:
    """A value read in a line: the article's field, the value, and the characters of the line it was read from."""

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of matter as it stands on the page, with the values read in it."""

    text: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date as the page gives it; the lowest `rank` wins."""

    rank: int
    earliest: str
    latest: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Told:
    """When an entry of a live blog appeared: the ISO day and time of day, each where told, in a line of the page."""

    day: str | None
    time: str | None
    line: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry of a live blog: the paragraphs `first` to `end` (exclusive) of the body, and when they appeared."""

    first: int
    end: int
    told: Told


# Characters of text in a page. The longest of 581 pages we measured has 95,372; the language model takes a million.
MAX_TEXT = 900_000


def too_long(length: int) -> str:
    """The reason for rejecting a page with that many characters of text."""
    return f"the page has {length:,} characters of text; the limit is {MAX_TEXT:,}"


@dataclass(slots=True)
class Draft:
    """What was found so far: `paragraphs` are the body, `lines` become `Article.matter`, `page` is all text of the page.

    `abridged` says that the body is a summary; `set_off` are texts that the page shows as quotations; `agencies` knows those that
    the page links; `language` is the tag that it gives of its own.
    """

    page: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    abridged: bool = False
    set_off: frozenset[str] = frozenset()
    agencies: Agencies = field(default_factory=lambda: Agencies(""))
    entries: list[Opened] = field(default_factory=list)
    language: str | None = None

    def add(self, text: str, *values: Value) -> None:
        """Sets a line apart; a line that is already there gains the values."""
        text = " ".join(text.split())
        if not text:
            return
        for index, line in enumerate(self.lines):
            if line.text == text:
                self.lines[index] = Line(text, tuple(dict.fromkeys(line.values + values)))
                return
        self.lines.append(Line(text, values))

    def values(self, name: str) -> list[str]:
        """The values of a field found so far, in order."""
        return [value.value for line in self.lines for value in line.values if value.field == name]

    def whole(self, name: str, text: str, value: str | None = None) -> None:
        """Sets a line apart that is the value of a field as a whole."""
        text = " ".join(text.split())
        self.add(text, Value(name, value or text, 0, len(text)))
