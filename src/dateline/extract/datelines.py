"""The dateline at the start of a report: `SEOUL, Nov 3 (AP) —`."""

import re
from dataclasses import dataclass

from dateline.extract.agencies import Agencies, Credit
from dateline.openings import match_opening


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a paragraph: `place` and its characters, the agency, the day as written with
    its characters, where the report itself begins."""

    place: tuple[str, int, int] | None
    agency: Credit | None
    day: tuple[str, int, int] | None
    end: int


def read_dateline(paragraph: str, agencies: Agencies) -> Dateline | None:
    """The dateline of a paragraph, or None; a place in mixed case counts only beside a day or an agency in brackets."""
    match = match_opening(paragraph)
    if match is None:
        return None
    agency = _agency(match, agencies)
    if agency and match["mixed"] and not match["day"] and not (agency.name.isupper() or agencies.name_of(agency.name)):
        return None  # "Skelby (Tarn): …" is a place in a district
    if match["mixed"] and not (agency or match["day"]):
        return None
    if not (match["upper"] or match["mixed"] or agency):
        return None
    key = "upper" if match["upper"] else "mixed"
    place = (_shown(match[key]), match.start(key), match.end(key)) if match[key] else None
    return Dateline(place, agency, _day(match), match.end())


def _day(match: re.Match[str]) -> tuple[str, int, int] | None:
    """The day of a dateline without the comma before it."""
    words = (match["day"] or "").lstrip(" ,/")
    return (words, match.end("day") - len(words), match.end("day")) if words else None


def _agency(match: re.Match[str], agencies: Agencies) -> Credit | None:
    """What stands in the brackets of a dateline is an agency, known or not, unless it is in lower case."""
    if not match["agency"] or not match["agency"][0].isalpha():
        return None
    found = agencies.find(match["agency"])
    start, end = match.span("agency")
    if found:
        return Credit(found[0].name, start + found[0].start, start + found[0].end)
    return Credit(match["agency"], start, end) if match["agency"][0].isupper() and len(match["agency"].split()) <= 3 else None


def _shown(place: str) -> str:
    """A place in title case where the dateline has it in capitals."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), place) if place.isupper() and len(place) > 3 else place
