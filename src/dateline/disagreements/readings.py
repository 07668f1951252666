"""What the words of a statement tell that can be compared: its quantities and its times of day."""

import re
from collections.abc import Iterator

from dateline.data import table
from dateline.disagreements.sides import Side
from dateline.numbers import find_numbers
from dateline.types import Bound, Figure, Span

HALF_DAY = 720  # minutes
SHORTLY = 10  # minutes that "shortly before" and "just after" stand for
NUMBERS = table("numbers.toml")
SMALL = {word: int(value) for word, value in (*NUMBERS["ones"].items(), *NUMBERS["tens"].items())} | {"a": 1, "an": 1}
HOURS = "|".join(sorted((word for word, value in SMALL.items() if 0 < value <= 12 and len(word) > 2), key=len, reverse=True))
DIGITAL = re.compile(r"\b(\d{1,2})[:.](\d\d)(?::\d\d)?(?=\s?[ap]\.?m\b|[\s,;)”’\"'.]|$)(?!\s?(?:per|million|billion)\b)", re.I)
WHOLE = re.compile(rf"\b(\d{{1,2}}|{HOURS})\s?(?:[ap]\.?m\b|o['’]clock)", re.I)
BESIDE = re.compile(
    rf"\b([a-z]+(?:-[a-z]+)?|\d{{1,2}})(?: minutes)? (to|past|before|after) ({HOURS}|\d{{1,2}})\b(?! [a-z]+s\b)", re.I
)
NEARLY = re.compile(rf"\b(?:shortly|just|soon|a little|right) (before|after) ({HOURS}|\d{{1,2}})\b(?!:| [a-z]+s\b)", re.I)
NAMED = re.compile(r"\b(?:midnight|noon|midday)\b", re.I)
MINUTES = {"half": 30, "quarter": 15}
LABEL = re.compile(r"(?<=\s)[A-Z][a-z]+ $")  # the 3 of "Gate 3" counts nothing
YEAR = re.compile(r"(?:19|20|21)\d\d")
# Shares that news tells in words, in percent.
SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "twentieth": 5.0}
SHARE = re.compile(
    rf"\b(?:(an?|one|two|three|four|nine) )?({'|'.join(SHARES)})s? of\b|\b([a-z]+|\d+) (?:in|out of) ([a-z]+|\d+)\b", re.I
)
HALF_A = re.compile(r"\bhalf a per ?cent(?:age point)?\b", re.I)
ABOUT = re.compile(r"\b(?:about|around|roughly|some|nearly|almost|not quite|close to)\s(?:an? )?$", re.I)

Number = tuple[float, int, int, Bound, str]  # value, start, end, bound, unit


def quantities(side: Side, *, whole: bool = False) -> tuple[Figure, ...]:
    """What a side counts: the figure that it is about, or (always with `whole`) all figures and numbers in its words."""
    statement = side.statement
    if statement.figure is not None and not whole:
        return (statement.figure,)
    return (*statement.figures, *_bare(side))


def _bare(side: Side) -> Iterator[Figure]:
    """The numbers in some words that no noun stands beside: shares told in words, and "has grown to 31"."""
    statement, start = side.statement, side.statement.span.start
    told = [figure.span for figure in statement.figures] + ([] if statement.time is None else [statement.time.span])
    for value, at, end, bound, unit in (*_shares(side.words), *_numbers(side.words)):
        span = Span(statement.article, start + at, start + end)
        if not any(span.meets(other) for other in told):
            told.append(span)
            yield Figure(span, value, value, bound, unit, "", "", (), None, None)


def _numbers(words: str) -> Iterator[Number]:
    for number in find_numbers(words):
        named = LABEL.search(words, 0, number.start) is not None
        if number.low == number.high and not named and not YEAR.fullmatch(words[number.core : number.stop]):
            yield number.low, number.start, number.end, number.bound, number.unit


def _shares(words: str) -> Iterator[Number]:
    """Shares in percent: "nearly two thirds of", "one in twenty", "half a per cent"."""
    for match in HALF_A.finditer(words):
        yield 0.5, match.start(), match.end(), "exact", "percent"
    for match in SHARE.finditer(words):
        part, whole = _value(match[3] or match[1] or "one"), _value(match[4] or "")
        if match[2] or whole > part > 0:
            share = part * SHARES[match[2].lower()] if match[2] else 100 * part / whole
            yield share, match.start(), match.end(), "about" if ABOUT.search(words, 0, match.start()) else "exact", "percent"


def _value(word: str) -> int:
    return int(word) if word.isdigit() else SMALL.get(word.lower(), 0)


def clocks(words: str) -> tuple[int, ...]:
    """The times of day in some words, in minutes after midnight or noon: "7:40 p.m." and "twenty to eight" are both 460."""
    digital = ((int(match[1]), int(match[2])) for match in DIGITAL.finditer(words))
    found = [hour * 60 + minute for hour, minute in digital if hour <= 24 and minute < 60]
    found += [_value(match[1]) * 60 for match in WHOLE.finditer(words)]
    found += [_value(match[2]) * 60 + _turned(match[1], SHORTLY) for match in NEARLY.finditer(words)]
    found += [
        _value(match[3]) * 60 + _turned(match[2], _minutes(match[1])) for match in BESIDE.finditer(words) if _minutes(match[1])
    ]
    found += [0 for _ in NAMED.finditer(words)]
    return tuple(minutes % HALF_DAY for minutes in found)


def _turned(word: str, minutes: int) -> int:
    return minutes if word.lower() in ("past", "after") else -minutes


def _minutes(words: str) -> int:
    """The minutes of "twenty-five", "quarter" or "5"; 0 where the words are none."""
    values = [MINUTES.get(part) or _value(part) for part in words.lower().split("-")]
    return sum(values) if all(values) else 0
