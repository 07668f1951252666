"""The days that the lead of an article in another language tells of: weekdays by name, days of a month by number."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateline.data import table

EAST = re.compile(r"(?<!\d)(\d{1,2})[日일](?![間间])")  # "7日": the day of this month, or of the last
NEVER = re.compile(r"(?!)")


def foreign_days(lead: str, published: date, language: str) -> Iterator[date]:
    """Each weekday named, as the last such day up to publication, and each day that is told by its number alone."""
    pattern, numbers = _weekdays(language)
    for match in pattern.finditer(lead):
        yield published - timedelta((published.weekday() - numbers[match.group().lower()]) % 7)
    for match in EAST.finditer(lead):
        for back in range(28):
            if (day := published - timedelta(back)).day == int(match[1]):
                yield day
                break


@cache
def _weekdays(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """What finds the weekdays of a language, and the number of each form of their names, 0 for Monday."""
    named = table("weekdays.toml").get(language)
    if named is None:
        return NEVER, {}
    numbers = {form.lower(): number for number, forms in enumerate(named) for form in forms.split("|")}
    forms = "|".join(sorted(map(re.escape, numbers), key=lambda form: (-len(form), form)))
    edge = "" if language in ("ja", "ko", "zh", "ar") else r"\b"
    return re.compile(f"{edge}(?:{forms}){edge}", re.IGNORECASE), numbers
