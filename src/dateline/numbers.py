"""Numbers as news tells them: digits, words, scales, ranges and hedges, found in plain text with their offsets.

The scan is one regular expression over the text for digits and number words; runs of them are read by a small hand-written
grammar, so the cost is linear in the text. What is a number but counts nothing (a year, a clock time, a phone or model number)
is left out here as far as the characters alone tell, and by the parse in `figures` as far as they do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.data import table
from dateline.types import Bound
from dateline.units import Unit, sign_before, unit_after


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its hedge and unit: `start` and `end` hold all of it, `core` and `stop` the number words alone.

    `tied` is where its unit ends. `loose` says that a lone `m` follows the digits, which may be millions or metres.
    """

    start: int
    end: int
    core: int
    stop: int
    low: float
    high: float
    bound: Bound
    unit: str
    loose: bool = False
    tied: int = 0


@dataclass(frozen=True, slots=True)
class Atom:
    """A lexeme: `digits`, `one`, `ten`, `hundred` (and dozen), `scale` or `start` ("a", "half a" before a scale)."""

    kind: str
    value: float
    start: int
    end: int
    suffix: str = ""


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PARTS = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?"
_FRACTION = re.compile(rf"[- ]?(?:{_PARTS})\b", re.IGNORECASE)
_ORDINAL = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
_CLOCK = re.compile(r":\d\d|\s?(?:a\.m|p\.m|am\b|pm\b|o'clock|o’clock|GMT\b|BST\b|EST\b|EDT\b|UTC\b|hrs GMT)", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half\b| ½|½", re.IGNORECASE)
_CHAIN = re.compile(r"[-–]\d+[-–]\d")
_RANGES = frozenset(("-", "–", " - ", " – ", "-to-", " to ", " or "))
_MONTHS = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH = re.compile(rf"\b{_MONTHS}\.?,? $")
_MONTH_AFTER = re.compile(rf",? {_MONTHS}\b")
_LABELS = "no|nos|number|article|section|chapter|flight|route|highway|road|page|phase|room|clause|channel|rule|act|part|step"
_LABEL = re.compile(rf"(?:\b(?:{_LABELS})\.?|№|#) ?$", re.IGNORECASE)
_LARGEST = 1e15  # what is longer is a serial number, or noise that no float holds
_RESULT = re.compile(r"\b(?:win|won|beat|lost|loss|lead|led|defeat\w*|victory|draw|drew|score|vote[ds]?|voting)\b", re.IGNORECASE)


@cache
def _words() -> dict[str, tuple[str, float]]:
    """Each number word with its kind and value."""
    data = table("numbers.toml")
    words = {word: ("one", float(value)) for word, value in data["ones"].items()}
    words |= {word: ("ten", float(value)) for word, value in data["tens"].items()}
    words |= {word: ("scale" if value >= 1000 else "hundred", float(value)) for word, value in data["scales"].items()}
    return words | {"half a": ("start", 0.5), "half an": ("start", 0.5), "a": ("start", 1.0), "a quarter of a": ("start", 0.25)}


@cache
def _lexemes() -> re.Pattern[str]:
    """One pattern for digits (with suffix) and number words."""
    scales = "|".join(table("numbers.toml")["scales"])
    plain = "|".join(sorted((word for word, (kind, _) in _words().items() if kind != "start"), key=len, reverse=True))
    suffix = "|".join(sorted(table("numbers.toml")["suffixes"], key=len, reverse=True))
    return re.compile(
        rf"(?P<digits>(?<![\w])\d+(?:,\d{{2,3}})*(?![\d])(?:\.\d+)?)(?P<fraction>[½¼¾])?(?:(?P<suffix>{suffix})(?![A-Za-z]))?"
        rf"|\b(?P<start>half an?|a quarter of a|a)(?= (?:{scales})\b)"
        rf"|\b(?P<word>{plain})(?![A-Za-z'’])",
        re.IGNORECASE,
    )


def _atoms(text: str) -> Iterator[Atom]:
    """The lexemes of the text, in order."""
    suffixes = table("numbers.toml")["suffixes"]
    for match in _lexemes().finditer(text):
        digits = match["digits"]
        if digits is not None:
            if "," in digits and (digits.startswith("0") or len(digits.split(".")[0].rsplit(",", 1)[1]) != 3):
                continue
            suffix = (match["suffix"] or "").lower()
            value = float(digits.replace(",", "")) + _FRACTIONS.get(match["fraction"] or "", 0.0)
            yield Atom("digits", value * float(suffixes.get(suffix, 1)), match.start(), match.end(), suffix)
        else:
            kind, value = _words()[match[0].lower()]
            yield Atom(kind, value, match.start(), match.end())


def _follows(text: str, left: Atom, right: Atom) -> bool:
    """Whether two lexemes belong to one number ("twenty-five", "two thousand and six", "3.4 billion")."""
    gap = text[left.end : right.start].lower()
    if right.kind in ("hundred", "scale"):
        return gap in (" ", "-", "\xa0") and not left.suffix
    if left.kind == "ten":
        return gap in ("-", " ") and right.kind == "one" and 0 < right.value < 10
    if left.kind in ("hundred", "scale") and right.kind in ("one", "ten") and left.value != 12:
        return gap in (" and ", " ")
    return False


def _runs(text: str) -> Iterator[list[Atom]]:
    """Runs of lexemes that are read as one number each."""
    run: list[Atom] = []
    for atom in _atoms(text):
        if run and not _follows(text, run[-1], atom):
            yield run
            run = []
        run.append(atom)
    if run:
        yield run


def _value(run: list[Atom]) -> float:
    """What a run of lexemes amounts to."""
    total = current = 0.0
    for atom in run:
        if atom.kind == "hundred":
            current = (current or 1) * atom.value
        elif atom.kind == "scale" and 0 < total < atom.value:
            total, current = (total + current) * atom.value, 0.0  # "two hundred thousand million"
        elif atom.kind == "scale":
            total, current = total + (current or 1) * atom.value, 0.0
        else:
            current += atom.value
    return total + current


def _embedded(text: str, run: list[Atom], last: int) -> bool:
    """Whether the characters around say that this is no quantity: part of a name, code, date, time, label or fraction."""
    start, end = run[0].start, run[-1].end
    before, after = text[max(0, start - 14) : start], text[end : end + 14]
    if before[-1:] in tuple("/:#@_+&") or (before[-1:] in tuple("-–.,") and before[-2:-1].isalnum() and last != start - 1):
        return True
    if after[:1] in tuple("/_@") or (after[:1] in tuple(".,") and after[1:2].isdigit()) or _CHAIN.match(after):
        return True
    if run[-1].kind == "digits" and after[:1].isalpha():
        return True
    if _CLOCK.match(after) or _ORDINAL.match(after) or _FRACTION.match(after):
        return True
    if run[0].kind == "digits" and (_LABEL.search(before) or _dated(run, before, after)):
        return True
    return (not before or before[-1] == "\n") and (after[:2] in (". ", ") ")) and run[0].kind == "digits"


def _dated(run: list[Atom], before: str, after: str) -> bool:
    """Whether the digits are the day or year of a date."""
    if len(run) > 1 or run[0].suffix:
        return False
    if _MONTH.search(before):
        return True
    return run[0].value <= 31 and bool(_MONTH_AFTER.match(after))


def _number(text: str, run: list[Atom], last: int) -> Number | None:
    """The number a run stands for, or None where it stands for no definite one; `last` is where the number before ended."""
    start, end = run[0].start, run[-1].end
    if run[0].kind in ("hundred", "scale", "start") and (len(run) == 1 or run[0].kind != "start"):
        return None  # "hundreds", "several million": vague
    if _embedded(text, run, last):
        return None
    value = _value(run)
    half = _AND_A_HALF.match(text, end)
    if half:
        value, end = value + 0.5, half.end()
    if not value <= _LARGEST:  # so that what is infinite or no number at all is left out too
        return None
    return Number(start, end, start, end, value, value, "exact", "", run[-1].suffix == "m", end)


def _join(text: str, left: Number, right: Number) -> Number | None:
    """One number for a range ("5-6,000", "between 20 and 30", "10 to 15 million"), or None."""
    gap = text[left.stop : right.core]
    between = gap == " and " and text[max(0, left.core - 8) : left.core].lower() == "between "
    if not between and gap.rstrip("$£€") not in _RANGES:
        return None
    if gap == " to " and text[max(0, left.core - 5) : left.core].lower() == "from ":
        return None  # a change, not a range
    low = left.low
    if 0 < low < 1000 <= right.high:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if right.high >= scale and low < right.high / scale:
                low *= scale
                break
    if low < right.high and (low > 0 or gap.strip() not in "-–—"):
        return replace(right, start=left.start, core=left.core, low=low)
    if gap in ("-", "–") and left.high <= 200:
        return replace(right, start=left.start, core=left.core, low=left.low, high=right.low, unit="score")
    return None


def _score(text: str, number: Number) -> bool:
    """Whether a joined pair is a result and not a range: a word of sport or voting stands beside it."""
    return number.high < 200 and bool(_RESULT.search(text, max(0, number.core - 24), number.stop + 16))


@cache
def _hedges() -> tuple[re.Pattern[str], dict[str, Bound]]:
    """A pattern for a hedge at the end of a slice, and the bound of each hedge."""
    bounds: dict[str, Bound] = {}
    for bound, phrases in table("numbers.toml")["hedges"].items():
        bounds |= dict.fromkeys(phrases, bound)
    either = "|".join(sorted(bounds, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({either}) (the )?$", re.IGNORECASE), bounds


@cache
def _afters() -> tuple[re.Pattern[str], dict[str, Bound]]:
    """A pattern for a hedge behind the number, and the bound of each."""
    bounds: dict[str, Bound] = {}
    for bound, phrases in table("numbers.toml")["after"].items():
        bounds |= dict.fromkeys(phrases, bound)
    either = "|".join(sorted(bounds, key=len, reverse=True))
    return re.compile(rf"(?: |-)({either})\b", re.IGNORECASE), bounds


def _is_arrived_at(text: str, start: int, hedge: str) -> bool:
    """Whether "up to" says where a count has come to ("has gone up to five"), and not how far it may go."""
    return hedge.lower() == "up to" and text[max(0, start - 12) : start].lower().endswith(_rising())


@cache
def _rising() -> tuple[str, ...]:
    return tuple(f" {verb} " for verb in table("numbers.toml")["arrived"]["rising"])


def _hedged(text: str, number: Number) -> Number:
    """The number with the hedge before or behind it."""
    pattern, bounds = _hedges()
    base = max(0, number.start - 26)
    before = pattern.search(text[base : number.start])
    # "Well above the 58 percent" compares with a number that is known exactly.
    exact = before and before[2] and bounds[before[1].lower()] in ("at least", "at most")
    if before and not exact and not _is_arrived_at(text, base + before.start(), before[1]):
        return replace(number, start=base + before.start(), bound=bounds[before[1].lower()])
    pattern, bounds = _afters()
    after = pattern.match(text, number.end)
    if after:
        return replace(number, end=after.end(), bound=bounds[after[1].lower()])
    if text[number.end : number.end + 1] == "+":
        return replace(number, end=number.end + 1, bound="at least")
    if text[max(0, number.start - 1) : number.start] == "~":
        return replace(number, start=number.start - 1, bound="about")
    return number


def _measured(text: str, number: Number) -> Number:
    """The number with a currency sign before it or a unit behind it."""
    sign = sign_before(text, number.start)
    if sign:
        unit: Unit | None = sign
        number = replace(number, start=sign.start, unit=sign.name, loose=False)
    else:
        unit = unit_after(text, number.end)
        if unit:
            number = replace(number, end=unit.end, unit=unit.name, loose=False)
    return replace(number, tied=number.end)


def find_numbers(text: str) -> tuple[Number, ...]:
    """The definite quantities in a text, in order: values, bounds and canonical units, with offsets into the text."""
    bare: list[Number] = []
    for run in _runs(text):
        number = _number(text, run, bare[-1].stop if bare else -1)
        if number is None:
            continue
        joined = _join(text, bare[-1], number) if bare and bare[-1].stop >= number.core - 6 else None
        if joined and bare[-1].core == bare[-1].start:
            if joined.unit != "score" and _score(text, joined):
                joined = replace(joined, low=bare[-1].low, high=number.high, unit="score")
            bare[-1] = joined
        else:
            bare.append(number)
    return tuple(_hedged(text, number if number.unit else _measured(text, number)) for number in bare)
