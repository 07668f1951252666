"""The grammar of news times: rules over classes of words (`data/times.toml`), tried in order at each word.

Spans are those of the TempEval-3 platinum articles: prepositions stay out, articles and "about" are in, ages are no times.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from dateline.analyze.timephrases import Phrase, Run
from dateline.analyze.timereadings import (
    ago,
    away_from_told,
    beyond_unit,
    century,
    clock,
    dated,
    decade,
    duration,
    feast,
    from_now,
    games,
    iso_day,
    military,
    near_day,
    near_unit,
    no_time,
    part_of_year,
    reference,
    repeated,
    same_unit,
    season,
    shared_unit,
    shared_year,
    short_fiscal,
    short_year,
    slash_day,
    some_day,
    the_weekend,
    week_after,
    weekday,
    year,
    year_range,
    years_ago,
)
from dateline.analyze.timewords import alphabet, words_of

Build = Callable[[Run], Phrase | None]
# Names that stand for several classes in the patterns below.
MACROS = {
    "NUMBER": "(?:[SMALL DIGITS YEAR COUNT](?:DASH? [COUNT BIG]){0,6}|A? BIG)",
    "MONTHNAME": "(?:MONTH|MON DOT?)",
    "DAYNUMBER": "[SMALL ORDINAL]",
    "DAYNAME": "(?:THIS? (?:WEEKDAY|WKD DOT?) COMMA?)",
    "MODIFIED": "(?:EARLY DASH?)",
    "NTH": "[ORDINAL WORDORD]",
    "ONEUNIT": "[UNIT DAYWORD WEEKWORD MONTHWORD YEARWORD CENTURYWORD]",
    "ANYUNIT": "[UNIT DAYWORD WEEKWORD MONTHWORD YEARWORD CENTURYWORD UNITS]",
    "SPANUNIT": "[UNIT WEEKWORD MONTHWORD YEARWORD CENTURYWORD QUARTERWORD]",
    "HEDGE": "(?:A? APPROX|MORE THAN|AT LEAST)",
    "MANY": "(?:[SMALL DIGITS YEAR COUNT](?:DASH? [COUNT BIG]){0,6}|A? BIG|A|A? VAGUE|A? COUPLE OF?)",
    "POINT": "(?:LAST|NEXT|THIS [PAST COMING]?)",
    "END": "(?=COMMA|DOT|STOP|BREAK|AND|$)",
    "ENDYEAR": "(?:COMMA? YEAR)",
    "PARTOF": "(?:THE [EARLY SMALLHOURS] UNITS OF|THE PART OF)",
    "NEARYEAR": "(?:COMMA? YEAR|OF? [LAST THIS NEXT] YEARWORD)",
}


# In order: the first rule that matches at a word wins. The name of a rule tells `is_time` what to ask of the syntax.
RULES: tuple[tuple[str, str, Build], ...] = (
    ("age", "[THE A]? HEDGE? (?:NUMBER [DASH TO AND OR])? NUMBER DASH? ANYUNIT (?:DASH? OLD|OF AGE)|AGED NUMBER", no_time),
    ("iso", "ISO", iso_day),
    ("slash", "SLASH", slash_day),
    ("feast", "FEAST NEARYEAR?", feast),
    ("feast", "THE [WORDORD LAST] WEEKDAY [IN OF] MONTHNAME NEARYEAR?", feast),
    ("day", "MODIFIED? (?:DAYNUMBER OF?)? MONTHNAME DAYNUMBER? OF? [LAST THIS NEXT] YEARWORD", dated),
    ("days", "MONTHNAME DAYNUMBER (?:DASH|TO|AND) DAYNUMBER ENDYEAR? (?!MONTHNAME|PRICE)", dated),
    ("days", "DAYNUMBER (?:DASH|TO|AND) DAYNUMBER OF? MONTHNAME ENDYEAR?", dated),
    ("day", "DAYNAME? MONTHNAME THE? DAYNUMBER ENDYEAR? (?!PRICE|AMPM)", dated),
    ("day", "DAYNAME? THE? DAYNUMBER OF? MONTHNAME ENDYEAR?", dated),
    ("day", "THE? WORDORD OF MONTHNAME ENDYEAR?", dated),
    ("month", "(?:THE? EDGE OF)? MODIFIED? MONTHNAME (?:COMMA|OF)? YEAR", dated),
    ("shared", "MODIFIED? MONTH (?=(?:TO|DASH|AND|OR) MODIFIED? MONTH COMMA? YEAR)", shared_year),
    ("month", "MODIFIED? POINT [MONTH MON]|THE? EDGE OF [MONTH MON]", dated),
    ("bare month", "MODIFIED? [MONTH MON]", dated),
    (
        "range",
        "(?:THE YEAR (?:DASH|STROKE) [YEAR SMALL DIGITS FOUR] GAMES|YEAR (?:DASH|STROKE) [YEAR SMALL DIGITS FOUR])",
        year_range,
    ),
    ("fiscal", "FISCALYEAR", short_fiscal),
    ("fiscal", "THE? FISCAL YEARWORD? YEAR", year),
    ("part", "THE? NTH (?:QUARTERWORD|HALF) OF? (?:FISCAL YEARWORD?)? YEAR", part_of_year),
    ("part", "THE? NTH (?:QUARTERWORD|HALF) OF [THE THIS LAST NEXT] FISCAL? YEARWORD", part_of_year),
    ("part", "(?:THE|POSS|FISCAL|THIS) NTH DASH? QUARTERWORD|QUARTERNUMBER OF? YEAR?|NTH DASH QUARTERWORD", part_of_year),
    ("season", "(?:POINT|COMING) SEASON|(?:THE MODIFIED?|MODIFIED)? SEASON OF? YEAR", season),
    ("season", "(?:(?<=[IN BY SINCE OVER])|(?<=TO)(?=THE)|^) THE? MODIFIED? SEASON (?!OF|IN)", season),
    ("decade", "THE? MODIFIED? DECADE|THE MODIFIED? NINETIES", decade),
    ("century", "THE? MODIFIED? NTH DASH? CENTURYWORD", century),
    ("weekday", "WEEKDAY WEEKWORD (?![POSS DASH])|A WEEKWORD ON? [WEEKDAY TODAY TOMORROW]", week_after),
    (
        "weekday",
        "MODIFIED? WEEKDAY OF? [LAST NEXT THIS] WEEKWORD (?!POSS)|PARTOF WEEKDAY PART? (?!COMMA? (?:DAYNUMBER|MONTHNAME))",
        weekday,
    ),
    ("early", "THE EARLY UNITS|THE? EARLY? PART UNITS", no_time),
    ("weekday", "MODIFIED? POINT? MODIFIED? WEEKDAY (?:DASH? PART|NOON)?", weekday),
    ("set", "WEEKDAYS|EVERY WEEKDAY PART?", repeated),
    ("today", "THE DAYWORD (?:BEFORE YESTERDAY|AFTER TOMORROW)", near_day),
    ("today", "[EARLY EARLIER LATER]? [TODAY YESTERDAY TOMORROW] PART?", near_day),
    ("today", "[EARLY LATER EARLIER]? (?:TONIGHT|THIS MODIFIED? PART|LAST PART)|OVERNIGHT", near_day),
    ("unit", "THE? EDGE OF [THE THIS LAST NEXT] SPANUNIT", near_unit),
    ("unit", "THE [WEEKWORD MONTHWORD YEARWORD] (?:BEFORE LAST|AFTER NEXT)", beyond_unit),
    ("unit", "THE? [LAST THIS NEXT] GAMES", games),
    ("year", "THE YEAR GAMES", year),
    ("same", "THE (?:FOLLOWING|NEXT) [DAYWORD PART]|THE FOLLOWING (?:WEEKWORD|YEARWORD|MONTHWORD|QUARTERWORD)", same_unit),
    ("same", "[EARLIER LATER] IN THE [DAYWORD WEEKWORD YEARWORD]|LATER THAT [DAYWORD PART]", same_unit),
    ("same", "(?:THE [PREVIOUS PRIOR SAME]|THAT SAME?) [DAYWORD WEEKWORD MONTHWORD YEARWORD PART UNIT QUARTERWORD]", same_unit),
    ("same", "THE [DAYWORD WEEKWORD MONTHWORD YEARWORD PART] [BEFORE AFTER] END", same_unit),
    ("some", "THE DAYWORD (?=BEFORE|AFTER)", some_day),
    ("ago", "HEDGE? MANY [YEARWORD UNITS] AGO (?:TODAY|THIS [WEEKWORD MONTHWORD])", years_ago),
    ("now", "NUMBER ANYUNIT FROM [NOW TODAY]|A ONEUNIT FROM [NOW TODAY]", from_now),
    ("ago", "HEDGE? MANY ANYUNIT (?:AND A HALF)? AGO|NUMBER AND A HALF ANYUNIT AGO|UNITS AGO", ago),
    ("ago", "HEDGE? HALF A ONEUNIT AGO", ago),
    ("later", "HEDGE? MANY ANYUNIT (?:[EARLIER LATER AFTERWARD]|[BEFORE AFTER] END)", away_from_told),
    ("period", "[THE THIS] [PAST LAST NEXT COMING FOLLOWING] SPANUNIT", duration),
    (
        "period",
        "[THE THESE THOSE]? [LAST PAST NEXT COMING FOLLOWING PREVIOUS PRIOR RECENT WORDORD] HEDGE?"
        " (?:NUMBER|VAGUE|COUPLE OF?)? [UNITS QUARTERS]",
        duration,
    ),
    ("unit", "[EARLY EARLIER LATER]? (?:LAST|NEXT|THIS [PAST COMING]?|THE? CURRENT) SPANUNIT", near_unit),
    ("unit", "(?:(?<=[OVER AT SINCE ON IN BY])|^) THE UNIT", the_weekend),
    ("now", "THESE UNITS|THOSE UNITS|RIGHT? NOW|AT THE MOMENT|AT PRESENT|LATELY|(?<!AS) SOON (?!AS|AFTER)", reference),
    ("now", "(?:(?<=IN)|^) THE [PAST FUTURE] (?!DASH)|THE FORESEEABLE FUTURE|AT THE TIME (?!OF)", reference),
    ("clock", "(?<=[AT BY]) [FOUR YEAR] UNITS", military),
    ("pair", "HEDGE? NUMBER (?=(?:TO|OR|DASH) NUMBER DASH? ANYUNIT)|(?<=BETWEEN) NUMBER (?=AND NUMBER ANYUNIT)", shared_unit),
    ("set", "(?:ONCE|NUMBER TIMES) [A PER EVERY] ONEUNIT|EVERY NUMBER UNITS", repeated),
    ("set", "EVERY OTHER? [UNIT DAYWORD WEEKWORD MONTHWORD YEARWORD QUARTERWORD PART SEASON]", repeated),
    ("repeated", "REPEATED", repeated),
    ("length", "THE? (?:HEDGE? NUMBER DASH? AND DASH? A DASH? HALF DASH? ANYUNIT|A? HALF DASH? A? ONEUNIT)", duration),
    ("length", "A ONEUNIT AND A HALF|HEDGE? [THE THOSE THESE]? NUMBER DASH? ANYUNIT", duration),
    ("length", "HEDGE? A DASH? ONEUNIT (?!DASH [TO BY ON LONG])", duration),
    ("length", "HEDGE? A? (?:VAGUE|COUPLE OF?) UNITS|OFS OF UNITS|UNITLONG|ONEUNIT DASH LONG", duration),
    ("vague", "UNITS", duration),
    ("clock", "(?:CLOCK AMPM?|[SMALL DIGITS] AMPM) (?:ZONE|LOCAL TIME)?|[FOUR YEAR] HOURS? (?:ZONE|LOCAL TIME)", clock),
    ("clock", "DIGITS (?:ZONE|LOCAL TIME)|(?<=AT) DIGITS (?=ON? DAYNAME)", clock),
    ("clock", "SMALL OCLOCK|(?:(?<=[AT BY TO AFTER BEFORE])|^) NOON", clock),
    ("year", "(?:THE? EDGE OF|MODIFIED)? YEAR", year),
    ("short", "(?:(?<=[IN OF SINCE FROM TO BY AND])) SHORTYEAR", short_year),
)


def _letters(pattern: str) -> str:
    """A rule's pattern with every macro and class name replaced, and without spaces."""
    spelled = re.sub(r"[A-Z]+", lambda name: MACROS.get(name.group(), name.group()), pattern)
    return re.sub(r"[A-Z]+", lambda name: alphabet()[name.group()], spelled).replace(" ", "")


@cache
def _grammar() -> re.Pattern[str]:
    """All rules as one expression; the group that matched is named by the rule's place."""
    nothing = alphabet()["REST"] + alphabet()["BREAK"]
    rules = "|".join(f"(?P<r{place}>{_letters(rule[1])})" for place, rule in enumerate(RULES))
    return re.compile(f"(?=[^{nothing}])(?:{rules})")


def phrases_of(text: str) -> Iterator[tuple[int, int, str, Phrase]]:
    """Each time expression of a text, in order: start, end (exclusive), the name of its rule, and what it says."""
    words, letters = words_of(text)
    for match in _grammar().finditer(letters):
        name, _, build = RULES[int((match.lastgroup or "r0")[1:])]
        phrase = build(Run(words, match.start(), match.end()))
        if phrase:
            yield words[match.start()].start, words[match.end() - 1].end, name, phrase


def phrase_of(expression: str) -> Phrase | None:
    """What one time expression says when nothing but itself is known; None when it is none as a whole."""
    found = next(phrases_of(expression), None)
    return found[3] if found and (found[0], found[1]) == (0, len(expression)) else None
