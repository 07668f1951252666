"""Days of the calendar: what a TIMEX3 value stands for, and values a number of units away from a day.

Values are those of TIMEX3 (TimeML 1.2.1): `2025`, `2025-11`, `2025-11-03`, `2025-W45`, `2025-W45-WE`, `2025-Q3`, `2025-H1`,
`2025-SU`, `199` (decade), `19` (century), a day with `T17:52` or a part (`TMO`), and `a/b` for a range of two of them.
"""

import re
from datetime import MAXYEAR, date, timedelta

from dateline.types import Granularity

# First month of each season in the northern year; winter runs into the next year.
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
Days = tuple[str, str, Granularity]
SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>.+))?)?))?",
    re.ASCII,
)


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and last day of `count` months, of which `month` of `year` is the first."""
    last = year * 12 + month - 1 + count
    return date(year, month, 1), date(last // 12, last % 12 + 1, 1) - timedelta(days=1)


def week_of(year: int, week: int, *, weekend: bool = False) -> tuple[date, date]:
    """The Monday and Sunday of an ISO week, or its Saturday and Sunday."""
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


FEAST = re.compile(
    r"E(?P<easter>[+-]\d+)|(?P<month>\d\d)-(?:(?P<day>\d\d)|W(?P<nth>-?\d)-(?P<weekday>[1-7])(?:\+(?P<after>\d))?)", re.ASCII
)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule for the Gregorian calendar (Meeus, Jones, Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    lag = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - lag - rest % 4) % 7
    late = (golden + 11 * lag + 22 * shift) // 451
    month, day = divmod(lag + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast_in(rule: str, year: int) -> str | None:
    """The day of a year that a rule gives: `12-25`, `05-W1-1` (first Monday of May; W-1 the last), `E-2` (before Easter).

    `+1` behind a weekday is the day after it. None where the year has no such day.
    """
    match = FEAST.fullmatch(rule)
    try:
        return _feast(match.groupdict(), year).isoformat() if match else None
    except (ValueError, OverflowError):
        return None


def _feast(part: dict[str, str | None], year: int) -> date:
    if part["easter"]:
        return easter(year) + timedelta(days=int(part["easter"]))
    month = int(part["month"] or 0)
    if part["day"]:
        return date(year, month, int(part["day"]))
    nth, weekday = int(part["nth"] or 0), int(part["weekday"] or 0)
    first, last = months_from(year, month, 1)
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if found > last:
        raise ValueError(nth)
    return found + timedelta(days=int(part["after"] or 0))


def days_of(value: str) -> Days | None:
    """First day, last day and granularity of a TIMEX3 value; None when it is underspecified, no date, or not in the calendar."""
    if "/" in value:
        left, right = (days_of(side) for side in value.split("/", 1))
        return (left[0], right[1], left[2]) if left and right and left[0] <= right[1] else None
    if re.fullmatch(r"\d{2,3}", value):
        first, years = int(value.ljust(4, "0")), 10 if len(value) == 3 else 100
        return (f"{first:04}-01-01", f"{first + years - 1:04}-12-31", "decade" if years == 10 else "century") if first else None
    match = SHAPE.fullmatch(value)
    try:
        return _days(match.groupdict()) if match else None
    except (ValueError, OverflowError):
        return None


def _days(part: dict[str, str | None]) -> Days:
    year = int(part["year"] or 0)
    if part["day"]:
        day = date(year, int(part["month"] or 0), int(part["day"])).isoformat()
        return day, day, _fineness(part["time"])
    if part["week"]:
        return *_iso(*week_of(year, int(part["week"]), weekend=bool(part["weekend"]))), "day" if part["weekend"] else "week"
    if part["season"]:
        return *_iso(*months_from(year, SEASON_START[part["season"]], 3)), "season"
    if part["quarter"]:
        return *_iso(*months_from(year, 3 * int(part["quarter"]) - 2, 3)), "quarter"
    if part["half"]:
        return *_iso(*months_from(year, 6 * int(part["half"]) - 5, 6)), "quarter"
    if part["month"]:
        return *_iso(*months_from(year, int(part["month"]), 1)), "month"
    return *_iso(*months_from(year, 1, 12)), "year"


def open_granularity(value: str) -> Granularity:
    """Granularity of a value with digits still open (`XXXX-WXX-1` day, `XXXX-10` month); unknown for lengths and references."""
    if re.fullmatch(r"XXXX-WXX-[1-7].*", value):
        value = "XXXX-XX-XX" + value[10:]
    for unknown, digits in (("WXX", "W01"), ("QX", "Q1"), ("XXXX", "2000"), ("XXX", "200"), ("-XX", "-01"), ("TXX", "T01")):
        value = value.replace(unknown, digits)
    days = days_of(value)
    return days[2] if days else "unknown"


def _iso(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _fineness(time: str | None) -> Granularity:
    """Granularity of what follows the day: `17:52` minute, `17` and parts of the day hour, nothing day."""
    if not time:
        return "day"
    return "minute" if ":" in time else "hour"


def away(day: date, unit: str, amount: int) -> str:
    """The TIMEX3 value of the day, week, month … `amount` units after the one `day` is in; XXXX beyond the calendar."""
    try:
        return _AWAY[unit](day, amount)
    except (ValueError, OverflowError):
        return "XXXX"


def _day(day: date, amount: int) -> str:
    return (day + timedelta(days=amount)).isoformat()


def _week(day: date, amount: int) -> str:
    year, week, _ = (day + timedelta(weeks=amount)).isocalendar()
    return f"{year:04}-W{week:02}"


def _same_day(day: date, amount: int) -> str:
    """The same day of another year; of 29 February the day before where there is none."""
    year = int(_year_number(day.year + amount))
    return (day.replace(year=year) if (day.month, day.day) != (2, 29) else day.replace(year=year, day=28)).isoformat()


def _same_week(day: date, amount: int) -> str:
    return _week(date.fromisoformat(_same_day(day, amount)), 0)


def _same_month(day: date, amount: int) -> str:
    return _same_day(day, amount)[:7]


def _weekend(day: date, amount: int) -> str:
    return _week(day, amount) + "-WE"


def _month(day: date, amount: int) -> str:
    months = day.year * 12 + day.month - 1 + amount
    return f"{_year_number(months // 12)}-{months % 12 + 1:02}"


def _quarter(day: date, amount: int) -> str:
    quarters = day.year * 4 + (day.month - 1) // 3 + amount
    return f"{_year_number(quarters // 4)}-Q{quarters % 4 + 1}"


def _year(day: date, amount: int) -> str:
    return _year_number(day.year + amount)


def _decade(day: date, amount: int) -> str:
    return _year_number(day.year + 10 * amount)[:3]


def _century(day: date, amount: int) -> str:
    return _year_number(day.year + 100 * amount)[:2]


def _year_number(year: int) -> str:
    if not 1 <= year <= MAXYEAR:
        raise ValueError(year)
    return f"{year:04}"


_AWAY = {
    "day": _day,
    "week": _week,
    "weekend": _weekend,
    "month": _month,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "same day": _same_day,
    "same week": _same_week,
    "same month": _same_month,
}
