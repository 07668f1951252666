"""Openings: how a report begins, `SEOUL, Nov 3 (AP) —`, for those who read what it says and those who read on behind it."""

import re

UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
MIXED = r"[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,3}"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
DASH = r"\s*(?:[—–―:]|--+|-(?=\s))\s*"
AGENCY = r"\(\s*(?P<agency>[^()]{2,40}?)\s*\)"
OPENING = re.compile(
    rf"^(?:(?P<upper>{UPPER})(?P<region>, {MIXED})?|(?P<mixed>{MIXED})(?:, {MIXED})?)?"
    rf"(?P<day>[,/ ]+(?:\w+day,? )?{DAY})?[,/ ]*(?:{AGENCY})?{DASH}"
)
LONGEST = 120  # characters; a dateline with place, region, day and agency has about fifty
# Labels that stand where a place would.
NOT_PLACES = {"WATCH", "LISTEN", "READ", "UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "ANALYSIS", "OPINION", "LIVE", "VIDEO"}
NOT_PLACES |= {"PHOTO", "FILE", "NOTE", "EDITOR'S NOTE", "FACTBOX", "EXPLAINER", "FILE PHOTO", "FACT CHECK", "CORRECTION"}
NOT_PLACES |= {"RELATED", "SEE ALSO", "READ MORE", "READ ALSO"}


def match_opening(paragraph: str) -> re.Match[str] | None:
    """The match of a dateline at the start of a paragraph, with groups `upper`, `mixed`, `day`, `agency`; None if it has none."""
    match = OPENING.match(paragraph[:LONGEST])
    return None if match is None or match["upper"] in NOT_PLACES else match


def opening_end(paragraph: str) -> int:
    """Where the report begins behind its dateline, else 0; a place in mixed case needs a day or a name in brackets."""
    match = match_opening(paragraph)
    if match is None or not (match["upper"] or (match["mixed"] and (match["day"] or match["agency"]))):
        return 0
    return match.end()


def is_in_opening(text: str, place: int) -> bool:
    """Whether a place of a text lies in the dateline of its paragraph."""
    line = text.rfind("\n", 0, place) + 1
    return place < line + opening_end(text[line : line + LONGEST])
