"""The readings of the grammar of news times: each takes the words that a rule matched and gives what they say, or None.

Values are TIMEX3 as the TempEval-3 platinum articles use it.
"""

import re
from dataclasses import replace

from dateline.analyze.calendar import days_of, feast_in
from dateline.analyze.timephrases import UNKNOWN, Phrase, Run, singular
from dateline.data import table

LEAP_YEAR = "2024"  # has every day that any year has


def iso_day(run: Run) -> Phrase | None:
    """A day written `2025-11-03` or `2025/11/03`."""
    value = run.words[run.first].text.replace("/", "-")
    return Phrase("DATE", "fixed", value) if days_of(value) else None


def slash_day(run: Run) -> Phrase | None:
    """A day written `03/11/2025` or `03-11-2025`, day first or month first; what both orders allow is left to the anchor."""
    left, right, year = re.split(r"[/.-]", run.words[run.first].text)
    values = (f"{year}-{int(month):02}-{int(day):02}" for month, day in ((right, left), (left, right)))
    valid = sorted({value for value in values if days_of(value)})
    return Phrase("DATE", "fixed" if len(valid) == 1 else "either", "|".join(valid)) if valid else None


def dated(run: Run) -> Phrase | None:
    """A month with two days, one or none, with a year or without; None for 31 February."""
    month = month_number(run)
    days = [int(re.sub(r"\D", "", word.text)) for word in run.of("SMALL", "ORDINAL")]
    days = days or [nth(run) for _ in run.of("WORDORD")]
    if any(not 1 <= day <= 31 for day in days) or days != sorted(set(days)):
        return None
    years = run.of("YEAR")
    year = years[0].text if years else "XXXX"
    value = "/".join(f"{year}-{month:02}-{day:02}" for day in days) or f"{year}-{month:02}"
    if days_of(value.replace("XXXX", LEAP_YEAR)) is None:
        return None
    return Phrase("DATE", "fixed" if years else "partial", value, run.unit(), run.shift())


def month_number(run: Run) -> int:
    """1 for January, as named in the run."""
    names = [name[:3] for name in table("times.toml")["words"]["MONTH"]]
    return names.index(run.of("MONTH", "MON")[0].text[:3]) + 1


def feast(run: Run) -> Phrase | None:
    """A day with a name ("New Year's Eve"), or told by its weekday ("the first Monday in May"); None for one of no calendar."""
    named = run.of("FEAST")
    if named:
        rules = {name.lower(): rule for name, rule in table("times.toml")["feasts"].items()}
        rule = rules[named[0].text.replace("’", "'")]
    else:
        weekday = table("times.toml")["words"]["WEEKDAY"].index(run.of("WEEKDAY")[0].text) + 1
        rule = f"{month_number(run):02}-W{nth(run) if run.has('WORDORD') else -1}-{weekday}"
    years = run.of("YEAR")
    if years:
        value = feast_in(rule, int(years[0].text))
        return Phrase("DATE", "fixed", value) if value else None
    shift = run.shift() if run.has("YEARWORD") else None
    return Phrase("DATE", "partial", UNKNOWN["day"], "year" if shift is not None else "", shift, feast=rule) if rule else None


def short_year(run: Run) -> Phrase:
    """`’98`, `’03`: of this century up to the thirties."""
    digits = run.of("SHORTYEAR")[0].text[1:]
    return Phrase("DATE", "fixed", ("20" if digits < "40" else "19") + digits)


def week_after(run: Run) -> Phrase:
    """`Monday week`, `a week on Monday`: a week after the coming one; `a week today`, `a week tomorrow`."""
    if run.has("TODAY", "TOMORROW"):
        return Phrase("DATE", "offset", unit="day", amount=8 if run.has("TOMORROW") else 7)
    number = table("times.toml")["words"]["WEEKDAY"].index(run.of("WEEKDAY")[0].text) + 1
    return Phrase("DATE", "weekday", f"XXXX-WXX-{number}", amount=2)


def years_ago(run: Run) -> Phrase | None:
    """`a year ago today`, `ten years ago this month`: the same day, week or month of another year."""
    count = run.count()
    if count is None or count != int(count) or singular(run.of("YEARWORD", "UNITS")[0].text) != "year":
        return None
    same = "same day" if run.has("TODAY") else f"same {singular(run.of('WEEKWORD', 'MONTHWORD')[-1].text)}"
    return Phrase("DATE", "offset", unit=same, amount=-int(count))


def from_now(run: Run) -> Phrase | None:
    """`three days from now`: so many units ahead."""
    return counted(run, "offset", 1) if run.count() is not None else None


def shared_year(run: Run) -> Phrase | None:
    """The first month of "March to May 2024", which has the year of the second."""
    phrase = dated(run)
    year = run.later("YEAR")[0].text
    return Phrase("DATE", "fixed", phrase.value.replace("XXXX", year)) if phrase else None


def year_range(run: Run) -> Phrase | None:
    """`1950-1953`, `1950-53`, `2024/25`; None when the second is not the later one."""
    left, right = (word.text for word in run.of("YEAR", "SMALL", "DIGITS", "FOUR"))
    right = left[:2] + right if len(right) == 2 else right
    return Phrase("DATE", "fixed", f"{left}/{right}") if len(right) == 4 and left < right else None


def year(run: Run) -> Phrase:
    """A year that is told in full."""
    return Phrase("DATE", "fixed", run.of("YEAR")[0].text)


def short_fiscal(run: Run) -> Phrase:
    """`FY26`, `FY 2026`: the calendar year that names it."""
    return Phrase("DATE", "fixed", "20" + run.words[run.first].text[-2:])


def nth(run: Run) -> int:
    """1 for first and 1st, as far as the word list goes."""
    word = run.of("ORDINAL", "WORDORD")[0]
    number = re.match(r"\d+", word.text)
    return int(number.group()) if number else table("times.toml")["words"]["WORDORD"].index(word.text) + 1


def part_of_year(run: Run) -> Phrase | None:
    """A quarter or a half of a year."""
    short = run.of("QUARTERNUMBER")
    number = int(short[0].text[1]) if short else nth(run)
    half = run.has("HALF")
    if number > (2 if half else 4):
        return None
    years = run.of("YEAR")
    value = f"{years[0].text if years else 'XXXX'}-{'H' if half else 'Q'}{number}"
    return Phrase("DATE", "fixed" if years else "partial", value, amount=run.shift())


def season(run: Run) -> Phrase:
    """A season with its year, or with last, this, next, or by itself."""
    years = run.of("YEAR")
    code = table("times.toml")["seasons"][run.of("SEASON")[0].text]
    return Phrase("DATE", "fixed" if years else "partial", f"{years[0].text if years else 'XXXX'}-{code}", amount=run.shift())


def decade(run: Run) -> Phrase:
    """`the 1990s`, `the '90s`, `the nineties`; two digits are of this century up to the twenties; `the 1800s` is a century."""
    names = table("times.toml")["words"]["NINETIES"]
    word = run.of("DECADE", "NINETIES")[0]
    digits = re.sub(r"\D", "", word.text) or str(names.index(word.text) * 10 + 20)
    if len(digits) == 2:
        digits = ("20" if digits < "30" and word.kind == "DECADE" else "19") + digits
    return Phrase("DATE", "fixed", digits[:2] if digits.endswith("00") and digits < "2000" else digits[:3])


def century(run: Run) -> Phrase | None:
    """`the 20th century`: the two digits its years share."""
    number = nth(run)
    return Phrase("DATE", "fixed", f"{number - 1:02}") if 1 < number < 30 else None


def time_of_day(run: Run) -> str:
    """What follows the T for a part of the day named in the run; empty when none is."""
    parts = run.of("PART")
    return "T" + table("times.toml")["parts"][parts[-1].text] if parts else ""


def placed(phrase: Phrase, time: str) -> Phrase:
    """The phrase with a time of day, which makes it a TIME."""
    return replace(phrase, kind="TIME", time=time) if time else phrase


def weekday(run: Run) -> Phrase:
    """A day of the week, with last, this or next, and a part of the day."""
    number = table("times.toml")["words"]["WEEKDAY"].index(run.of("WEEKDAY")[0].text) + 1
    unit = "week" if run.has("WEEKWORD") else ""
    amount = 0 if run.has("COMING") else run.shift()
    noon = run.of("NOON")
    time = "TMO" if run.has("UNITS") else f"T{NOONS[noon[0].text]}" if noon else time_of_day(run)
    return placed(Phrase("DATE", "weekday", f"XXXX-WXX-{number}", unit, amount), time)


def near_day(run: Run) -> Phrase:
    """Yesterday, today, tomorrow, tonight, the days beyond them, "this morning", "last night"."""
    step = -1 if run.has("YESTERDAY", "LAST", "OVERNIGHT") else 1 if run.has("TOMORROW") else 0
    step *= 2 if run.has("BEFORE", "AFTER") else 1
    time = "TNI" if run.has("TONIGHT", "OVERNIGHT") else time_of_day(run)
    return placed(Phrase("DATE", "offset", unit="day", amount=step, nights=int(run.has("OVERNIGHT"))), time)


def beyond_unit(run: Run) -> Phrase:
    """`the week before last`, `the year after next`."""
    return Phrase("DATE", "offset", unit=run.unit(), amount=2 if run.has("NEXT") else -2)


def games(run: Run) -> Phrase:
    """`last season`: that of the year before, as far as a year names it."""
    return Phrase("DATE", "offset", unit="year", amount=run.shift() or 0)


def near_unit(run: Run) -> Phrase | None:
    """`last week`, `this year`, `the end of next month`: one unit away from the anchor, or the one it is in."""
    unit = run.unit()
    if unit not in UNKNOWN or unit == "day":
        return None
    return Phrase("DATE", "offset", unit=unit, amount=run.shift() or 0)


def the_weekend(run: Run) -> Phrase | None:
    """`over the weekend`; no other unit has one that everybody means."""
    return Phrase("DATE", "offset", unit="weekend") if run.unit() == "weekend" else None


def same_unit(run: Run) -> Phrase | None:
    """A unit or part of a day seen from the time told before: the following, the previous, the same, that one."""
    step = 1 if run.has("FOLLOWING", "NEXT", "AFTER") else -1 if run.has("PREVIOUS", "PRIOR", "BEFORE") else 0
    part = run.of("PART")
    unit = "day" if part else run.unit()
    return placed(Phrase("DATE", "previous", unit=unit, amount=step), time_of_day(run)) if unit in UNKNOWN else None


def counted(run: Run, form: str, sign: int) -> Phrase | None:
    """A number of units away from the anchor ("ago") or from the time told before ("later")."""
    unit, count = run.unit(), run.count()
    if count is None:
        return Phrase("DATE", "fixed", "PAST_REF" if form == "offset" else UNKNOWN.get(unit, "XXXX-XX-XX"))
    whole = {"decade": ("year", 10.0), "century": ("year", 100.0), "fortnight": ("day", 14.0)}
    if count != int(count):
        whole["year"], whole["week"] = ("month", 12.0), ("day", 7.0)
    unit, factor = whole.get(unit, (unit, 1.0))
    if unit in ("second", "minute", "hour"):
        return Phrase("DATE", "offset", unit="day", amount=0) if form == "offset" else duration(run)
    return Phrase("DATE", "offset" if form == "offset" else "previous", unit=unit, amount=sign * int(count * factor))


def ago(run: Run) -> Phrase | None:
    """`two days ago`; PAST_REF when the number is vague."""
    return counted(run, "offset", -1)


def away_from_told(run: Run) -> Phrase | None:
    """`three weeks later`, `a year earlier`."""
    return counted(run, "previous", -1 if run.has("EARLIER", "BEFORE") else 1)


NOONS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
# What a fortnight, and half of an hour, decade or century, is told in.
SMALLER = {"F": ("W", 2), "TH": ("TM", 60), "DE": ("Y", 10), "CE": ("Y", 100)}


def length(unit: str, count: float | None) -> str:
    """The TIMEX3 value of a number of units; X where the number is vague."""
    code = table("times.toml")["units"][unit]
    if code == "F" or (count is not None and count != int(count) and code in SMALLER):
        code, factor = SMALLER[code]
        count = None if count is None else count * factor
    number = "X" if count is None else f"{count:.10g}"
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def duration(run: Run) -> Phrase:
    """A length of time; "the past decade" is one of it, bare "years" is a vague number."""
    plural = run.of("UNITS", "QUARTERS")
    count = run.count()
    if count is None and not plural and not run.has("VAGUE", "OFS"):
        count = 1
    return Phrase("DURATION", "fixed", length(run.unit(), count))


def shared_unit(run: Run) -> Phrase | None:
    """The first number of "12 to 18 months", which has the unit of the second."""
    units = run.later("UNIT", "UNITS", "DAYWORD", "WEEKWORD", "MONTHWORD", "YEARWORD", "CENTURYWORD")
    return Phrase("DURATION", "fixed", length(singular(units[0].text), run.count()))


def repeated(run: Run) -> Phrase | None:
    """What comes again: annual, every morning, every two weeks, twice a month, Mondays."""
    words = run.of("REPEATED")
    if words:
        return Phrase("SET", "fixed", table("times.toml")["repeated"][words[0].text])
    days = run.of("WEEKDAY", "WEEKDAYS")
    if days:
        number = table("times.toml")["words"]["WEEKDAY"].index(singular(days[0].text)) + 1
        return Phrase("SET", "fixed", f"XXXX-WXX-{number}{time_of_day(run)}")
    if run.has("UNITS"):
        return Phrase("SET", "fixed", length(run.unit(), run.count()))
    if run.has("SEASON"):
        return Phrase("SET", "fixed", "XXXX-" + table("times.toml")["seasons"][run.of("SEASON")[0].text])
    if run.has("OTHER"):
        return Phrase("SET", "fixed", length(run.unit(), 2))
    value = UNKNOWN["day"] + time_of_day(run) if run.has("PART") else UNKNOWN.get(run.unit())
    return Phrase("SET", "fixed", value or length(run.unit(), 1))


def military(run: Run) -> Phrase | None:
    """`1430 hours`, of a day and no length of time."""
    return clock(run) if run.of("UNITS")[0].text == "hours" else None


def clock(run: Run) -> Phrase | None:
    """A time of day; on which day, what stands near it tells."""
    word = run.of("CLOCK", "SMALL", "DIGITS", "FOUR", "YEAR", "NOON")[0]
    if word.kind == "NOON":
        return Phrase("TIME", "clock", time=f"T{NOONS[word.text]}")
    digits = re.split(r"[:.]", word.text) if not word.text.isdecimal() or len(word.text) < 4 else [word.text[:2], word.text[2:]]
    hour, minute = int(digits[0]), digits[1] if len(digits) > 1 else ""
    if run.has("AMPM"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if run.of("AMPM")[0].text[0] == "p" else 0)
    valid = hour <= 24 and (not minute or (len(minute) == 2 and minute < "60"))
    return Phrase("TIME", "clock", time=f"T{hour:02}" + (f":{minute}" if minute else "")) if valid else None


def reference(run: Run) -> Phrase:
    """The present, the past or the future at large."""
    if run.has("FUTURE", "SOON"):
        return Phrase("DATE", "fixed", "FUTURE_REF")
    past = run.has("LATELY", "PAST", "THOSE") or (run.has("TIME") and run.has("THE"))
    return Phrase("DATE", "fixed", "PAST_REF" if past else "PRESENT_REF")


def some_day(_run: Run) -> Phrase:
    """`the day before the vote`: a day that the grammar cannot place."""
    return Phrase("DATE", "fixed", UNKNOWN["day"])


def no_time(_run: Run) -> None:
    """Nothing: ages are read so that no other rule takes them for a length of time."""
