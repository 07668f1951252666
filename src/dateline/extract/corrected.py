"""Lines in which an outlet says that it was wrong: they tell what stood there before, which the article no longer says."""

import re

LONGEST = 700  # characters of such a line
LEAST = 6  # words of one

MADE = r"(?: (?:added|appended|issued|made|posted|published))?"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
DAY = rf"(?:[\s,(]{{1,3}}(?:on )?(?:\w{{3,9}}, )?(?:\d|{MONTH}[a-z]{{0,6}}\.? \d)[\w.,:/ ]{{0,40}}\)?)?"
TEXT = r"(?:articles?|story|stories|report|post|piece|headline|column|obituary|review|interview|caption|graphic|chart|map|photo)"
SAID = (
    r"(?:said|stated|reported|gave|identified|misidentified|misstated|misspelled|named|misnamed|listed|described|attributed"
    r"|misattributed|referred|quoted|misquoted|omitted|contained|included|suggested|implied|claimed|put|called|used|showed|had)"
)
CHANGED = r"(?:amended|corrected|clarified|(?:updated|revised|changed|edited) to (?:correct|clarify|reflect|remove))"
WRONGLY = r"(?:originally|initially|previously|incorrectly|mistakenly|wrongly|erroneously|first|inaccurately)"
ADMITS = (
    rf"(?:(?:in )?an? (?:earlier|previous|prior|original) version of (?:this|our) (?:\w+ )?{TEXT}\b"
    rf"|(?:this|our) (?:\w+ )?{TEXT} (?:was|has been|have been|had been)(?: since)? {CHANGED}\b"
    rf"|(?:this|our) (?:\w+ )?{TEXT} {WRONGLY} {SAID}\b"
    r"|(?:because of|due to|owing to) an? (?:editing|production|reporting|editor['’]s) error\b)"
)
NAMED = rf"(?:correct(?:ion|ions|ed)|clarifications?|corrections? (?:and|&) clarifications?|erratum){MADE}{DAY}\s?[:—–]\s?\S"
NOTED = rf"(?:(?:editor(?:['’]s|s['’]?|ial) note|updated?|note|amendment){MADE}{DAY}\s?[:—–.]\s?)?"
CORRECTION = re.compile(rf"[^\w\"“‘']{{0,3}}(?:{NAMED}|{NOTED}{ADMITS})", re.IGNORECASE)
# What a page calls the box of such a note, and invitations that stand in boxes of that name.
BOX = re.compile(
    r"(?:^|[\s_-])(?:corrections?|clarifications?|errat(?:um|a))(?:[_-]?(?:note|notice|box|text|body))?(?:$|\s)", re.IGNORECASE
)
ASKS = re.compile(
    r"\b(?:report|request|submit|suggest|spot(?:ted)?|see|seen|found|notice|contact|e-?mail|write to)\b|\?", re.IGNORECASE
)


def corrects(line: str) -> bool:
    """Whether a line begins as a note does in which the outlet corrects what it told before."""
    return len(line) <= LONGEST and len(line.split()) >= LEAST and CORRECTION.match(line) is not None


def may_correct(line: str) -> bool:
    """Whether a line of a box for corrections tells one, and is neither its heading nor an invitation to report errors."""
    return corrects(line) or (len(line.split()) >= LEAST and ASKS.search(line) is None)
