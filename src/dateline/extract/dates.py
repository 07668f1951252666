"""Dates in the lines around an article: what they mean, and whether they are of publishing, updating or viewing."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from dateline.data import table

DateKind = Literal["published", "updated", "viewed"]
FIRST_YEAR, LAST_YEAR = 1900, 2099

YEAR = re.compile(r"\d{4}")  # every form of a date has one; most lines have none, and are told by that alone
ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
DIGITS = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
CLOCK = re.compile(
    r"(?:\bat\s+)?\b\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*\(?(?:[+-]\d{2}:?\d{2}|\b(?:UTC|GMT|[A-Z]{2,4}T|Z|Uhr|IST|ET|PT)\b)\)?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?(?:\s*\b(?:[A-Z]{2,4}T|ET|PT)\b)?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date where it stands in a line; `earliest` and `latest` are ISO days, apart where only a month is given."""

    start: int
    end: int
    earliest: str
    latest: str
    kind: DateKind | None = None


def find_days(line: str) -> tuple[Day, ...]:
    """The dates of a line in order, each with the kind its label gives it; two-digit orders that cannot be told are left out."""
    found: list[Day] = []
    for match, days in _candidates(line):
        if days and all(match.end() <= day.start or day.end <= match.start() for day in found):
            found.append(Day(match.start(), match.end(), *days))
    found.sort(key=lambda day: day.start)
    ends = [0, *(day.end for day in found)]
    return tuple(_labelled(day, line[end : day.start]) for day, end in zip(found, ends, strict=False))


def is_date_line(line: str) -> bool:
    """Whether the line holds a date and little else: labels, a weekday, a clock time and at most three words besides."""
    days = find_days(line)
    return bool(days) and len(rest_of(line, days).split()) <= 3


def rest_of(line: str, days: tuple[Day, ...]) -> str:
    """What is left of a line without its dates, their labels, weekdays and clock times."""
    for day in reversed(days):
        head = line[: day.start]
        label = _label_in(head)
        line = head[: label.start()] + " | " + line[day.end :] if label else head + " | " + line[day.end :]
    line = WEEKDAY.sub(" ", CLOCK.sub(" ", line))
    return re.sub(r"(?:\s*[|,;·•()–—-]\s*)+", " | ", line).strip(" |")


def iso_day(value: str) -> str | None:
    """The day at the start of an ISO 8601 time, as it is written there (its own time zone), or the first date in other words."""
    for day in find_days(value[:100]):
        return day.earliest if day.earliest == day.latest else None
    return None


def _candidates(line: str) -> list[tuple[re.Match[str], tuple[str, str] | None]]:
    if YEAR.search(line) is None:
        return []
    day_first, month_first, month_only = _worded()
    found = [(match, _day(match[1], match[2], match[3])) for pattern in (ISO, EAST) for match in pattern.finditer(line)]
    found += [(match, _day(match[3], match[2], match[1])) for match in day_first.finditer(line)]
    found += [(match, _day(match[3], match[1], match[2])) for match in month_first.finditer(line)]
    found += [(match, _digits(match)) for match in DIGITS.finditer(line)]
    found += [(match, _month(match[2], match[1])) for match in month_only.finditer(line)]
    return found


def _digits(match: re.Match[str]) -> tuple[str, str] | None:
    """Day first where points part the numbers; with strokes only where one of them cannot be a month."""
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > 12 or first == second:
        return _day(match[4], match[3], match[1])
    return _day(match[4], match[1], match[3]) if second > 12 else None


def _day(year: str, month: str, day: str) -> tuple[str, str] | None:
    number = int(month) if month.isdigit() else _months()[month.lower()]
    try:
        iso = date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
    return (iso, iso) if FIRST_YEAR <= int(year) <= LAST_YEAR else None


def _month(year: str, month: str) -> tuple[str, str] | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    number = _months()[month.lower()]
    first = date(int(year), number, 1)
    following = date(int(year) + number // 12, number % 12 + 1, 1)
    return first.isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()


@cache
def _months() -> dict[str, int]:
    return {word: int(number) for number, words in table("months.toml")["names"].items() for word in words.split()}


@cache
def _worded() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    month = (
        r"(?:\b|(?-i:(?<=[a-z])(?=[A-ZÀ-Þ])))("
        + "|".join(sorted(map(re.escape, _months()), key=lambda word: (-len(word), word)))
        + r")\b\.?"
    )
    day = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|er)?"
    year = r"(\d{4})(?!\d)"
    day_first = rf"{day}[\s-]+(?:de\s+|of\s+)?{month}[\s,-]+(?:de\s+|del\s+)?{year}"
    month_first = rf"{month}\s+{day},?\s+{year}"
    month_only = rf"{month},?\s+(?:de\s+)?{year}"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (day_first, month_first, month_only))  # type: ignore[return-value]


def _labelled(day: Day, before: str) -> Day:
    label = _label_in(before)
    if label is None:
        return day
    verb = _verbs().search(before, max(0, len(before) - 120)) if _plain(label[1]) == "on" else None
    kind: DateKind = _kinds()[_plain(label[1])] if verb is None else "viewed" if verb["viewing"] else "updated"
    return replace(day, kind=kind)


def _label_in(before: str) -> re.Match[str] | None:
    return _labels().search(before, max(0, len(before) - 80))  # a label stands close to its date


def _plain(label: str) -> str:
    return re.sub(r"\s+", " ", label).lower()


@cache
def _kinds() -> dict[str, DateKind]:
    kinds: tuple[DateKind, ...] = ("viewed", "updated", "published")
    return {label: kind for kind in kinds for label in table("bylines.toml")["dates"][kind]}


@cache
def _verbs() -> re.Pattern[str]:
    """A verb of viewing or changing that the "on" before a date goes with, in the same sentence."""
    verbs = "|".join(f"(?P<{name}>{'|'.join(table('bylines.toml')['dates'][name])})" for name in ("viewing", "changing"))
    return re.compile(rf"(?<!\w)(?:{verbs})(?!\w)(?:[^.!?;]|[.!?](?=\S)){{0,90}}$", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    words = sorted(_kinds(), key=lambda label: (-len(label), label))
    labels = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    # Between a label and its date stand a colon, a weekday, a clock time or "at".
    between = rf"(?:[\s:,|–—-]|\bon\b|\bat\b|{WEEKDAY.pattern}|{CLOCK.pattern})"
    return re.compile(rf"(?<!\w)({labels})(?!\w){between}{{0,12}}$", re.IGNORECASE)
