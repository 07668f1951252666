"""What a time expression says before the day of publication is known, and the run of words it is read from."""

from dataclasses import dataclass
from typing import Literal

from dateline.analyze.timewords import Word, count_of
from dateline.types import TimeKind

Form = Literal["fixed", "partial", "weekday", "offset", "previous", "clock", "either"]
UNIT_KINDS = (
    *("UNIT", "UNITS", "DAYWORD", "WEEKWORD", "MONTHWORD", "YEARWORD", "CENTURYWORD"),
    *("QUARTERWORD", "QUARTERS", "UNITLONG"),
)
NUMBER_KINDS = ("SMALL", "DIGITS", "YEAR", "COUNT", "BIG")
SHIFT = {"LAST": -1, "PAST": -1, "THIS": 0, "CURRENT": 0, "NEXT": 1, "COMING": 1}
# The value of a unit that nothing places yet.
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a time expression says by itself.

    `fixed` has its value; `partial` lacks the year; `weekday` lacks the week; `offset` is `amount` units from the anchor,
    `previous` from the time told before it; `clock` lacks the day; `either` is one of two days. `amount` of
    the first two is -1 for "last", 1 for "next", 0 for "this", None where only tense tells; with a `unit`, it counts from the
    one the anchor is in. `time` is what follows the T. `nights` is 1 for what runs into the next day. `feast` is the rule
    by which a year has the day (`feast_in` of the calendar).
    """

    kind: TimeKind
    form: Form
    value: str = ""
    unit: str = ""
    amount: int | None = None
    time: str = ""
    nights: int = 0
    feast: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The words that a rule matched: `first` to `last` (exclusive) of all `words`."""

    words: list[Word]
    first: int
    last: int

    def of(self, *kinds: str) -> list[Word]:
        """The matched words of some classes, in order."""
        return [word for word in self.words[self.first : self.last] if word.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether a matched word is of one of the classes."""
        return bool(self.of(*kinds))

    def later(self, *kinds: str) -> list[Word]:
        """The words of some classes among the six that follow the match."""
        return [word for word in self.words[self.last : self.last + 6] if word.kind in kinds]

    def unit(self) -> str:
        """The unit named last, in the singular; empty when there is none."""
        found = self.of(*UNIT_KINDS)
        return singular(found[-1].text) if found else ""

    def count(self) -> float | None:
        """The number told: 1 for an article, None for a vague one such as "several"."""
        if self.has("VAGUE", "COUPLE", "OFS"):
            return 2 if self.has("COUPLE") else None
        number = count_of(self.of(*NUMBER_KINDS))
        if self.has("HALF"):
            return 0.5 if number is None and not self.has("AND") else (number or 1) + 0.5
        return 1 if number is None and self.has("A") else number

    def shift(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; the later word decides in "this past"; None without any."""
        found = self.of(*SHIFT)
        return SHIFT[found[-1].kind] if found else None


def singular(unit: str) -> str:
    """The singular of a unit's name: `centuries` gives `century`, `yearlong` gives `year`."""
    return unit.removesuffix("long").replace("ies", "y").removesuffix("s")
