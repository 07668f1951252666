"""Reading values out of the lines that are set apart: bylines, dates, credits, captions."""

import re

from dateline.extract.agencies import Agencies, is_unnamed
from dateline.extract.bylines import Byline, person, read_byline, tidy
from dateline.extract.captions import image_credit
from dateline.extract.dates import Day, find_days, rest_of
from dateline.extract.draft import Dated, Draft, Value
from dateline.extract.lines import EDITED, Kind

SOURCE = re.compile(
    r"\W{0,2}(?:sources?|via|agenc(?:y|ies)|quelle|fuente|fonte|news ?agency)\s*[:：]\s*(?P<name>[A-ZÀ-Þ][^.:]{1,60})$",
    re.IGNORECASE,
)
# Who is thanked in a credit line, for its names: "Additional reporting by Ana Ruiz", "Bo Li in Seoul contributed to this report".
HELPERS = re.compile(
    r"(?:reporting|writing|contributions?) by\s+(?P<by>[^;.()]{3,120})|^\W{0,2}(?P<sub>[^;()]{3,120}?) contributed", re.IGNORECASE
)
ISSUED = re.compile(
    r"(?:this|the|the following) (?:statement|press release|release|text)\b.{0,40}\b(?:issued|released|provided|published) by"
    r"\s+(?P<name>[A-ZÀ-Þ][^.:]{1,60})",
    re.IGNORECASE,
)
BIO = re.compile(
    r"\b(?:covers?|is an?|is the|reports? (?:on|from|for)|writes? (?:about|on|for)|joined|based in"
    r"|has (?:been|worked|covered|reported))\b"
)
OWNERSHIP = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)

# What templates and accounts leave where a name should be.
NOBODY = ("undefined", "null", "none", "admin", "administrator", "webmaster", "root", "author", "name")
NAMED = re.compile(r"[^\W\d]")


def note_line(draft: Draft, agencies: Agencies, *, line: str, kind: Kind, rank: int = 5) -> None:
    """Sets a line apart with the values that a line of its kind can hold; furniture is dropped."""
    if kind == "caption":
        credit = image_credit(line)
        values = [Value("caption", line, 0, len(line))]
        values += [Value("image credit", line[credit[0] : credit[1]], *credit)] if credit else []
        draft.add(line, *values)
    elif kind in ("date", "viewed", "updated"):
        note_dates(draft, line, rank=rank, kind=kind)
    elif kind == "credits":
        draft.add(line, *credit_values(line, agencies))
    elif kind == "editor":
        draft.add(line, *_editors(line))
    elif kind in ("teaser", "related", "newsletter", "cut", "correction"):
        draft.whole("video" if kind == "teaser" else kind, line)


def note_dates(draft: Draft, line: str, *, rank: int, kind: Kind = "date") -> None:
    """Sets a date line apart: what is viewed or updated never dates the article."""
    values = []
    for day in find_days(line):
        name = day.kind or (kind if kind in ("viewed", "updated") else "published")
        value = day.earliest if day.earliest == day.latest else f"{day.earliest}/{day.latest}"
        values.append(Value(name, value, day.start, day.end))
        if name == "published":
            draft.dates.append(Dated(rank - (day.kind is not None), day.earliest, day.latest, "stated"))
    draft.add(line, *values)


def note_byline(draft: Draft, line: str, byline: Byline) -> None:
    """Sets a byline apart with its people and agencies."""
    values = [Value("byline", name, start, end) for name, start, end in byline.people]
    values += [Value("credits", credit.name, credit.start, credit.end) for credit in byline.agencies]
    draft.add(line, *values)


def note_bios(draft: Draft) -> None:
    """Sets apart the last paragraphs, one for each writer, that begin with a writer's name and say what one does."""
    names = draft.values("byline")
    for _ in names:
        last = draft.paragraphs[-1] if len(draft.paragraphs) > 1 else ""
        if any(last.startswith(name) for name in names) and BIO.search(last):
            draft.whole("author note", draft.paragraphs.pop())


def note_author(draft: Draft, author: str, agencies: Agencies) -> None:
    """An author as the head of a page or a record names one: a person, an agency, or whatever stands there ("The Editors")."""
    author = re.sub(r"^(?:by|from)\s+", "", author.strip(), flags=re.IGNORECASE)
    if author.startswith(("http", "/", "@")) or len(author) > 200 or author.lower() in NOBODY or not NAMED.search(author):
        return
    byline = read_byline(f"By {author}", agencies)
    if byline is None:
        draft.whole("byline", author)
        return
    values = [Value("byline", name, start - 3, end - 3) for name, start, end in byline.people]
    values += [Value("credits", one.name, one.start - 3, one.end - 3) for one in byline.agencies]
    draft.add(author, *values)


def note_beside_date(draft: Draft, line: str, agencies: Agencies, *, byline: Byline | None, days: tuple[Day, ...]) -> None:
    """Sets apart a line above the article that has a date in it, with the byline or source that stands beside the date."""
    note_dates(draft, line, rank=4)
    if byline:
        note_byline(draft, line, byline)
        return
    for piece in rest_of(line, days).split(" | "):
        for value in credit_values(piece, agencies) if SOURCE.match(piece) else []:
            draft.add(line, Value(value.field, value.value, *_place(line, value.value)))


def byline_beside_date(line: str, agencies: Agencies) -> tuple[Byline | None, tuple[Day, ...]]:
    """The byline and the dates of a line that may hold both ("By Jane Doe | 3 November 2025")."""
    days = find_days(line) if len(line) <= 200 else ()
    if not days:
        return read_byline(line, agencies), ()
    byline = read_byline(rest_of(line, days), agencies)
    if byline is None:
        return None, days
    people = tuple((name, *_place(line, name)) for name in byline.names)
    credits = tuple(credit for credit in agencies.find(line) if credit.name in {one.name for one in byline.agencies})
    return Byline(tuple(one for one in people if one[1] >= 0), credits, byline.said), days


def credit_values(line: str, agencies: Agencies) -> list[Value]:
    """The agencies that a credit line credits, and the people it thanks (`contributor`); a copyright line only agencies."""
    values = [Value("credits", credit.name, credit.start, credit.end) for credit in agencies.find(line)]
    source = SOURCE.match(line) or ISSUED.match(line)
    if source and not values and len(source["name"].split()) <= 6 and not is_unnamed(source["name"]):
        name = source["name"].rstrip()
        values.append(Value("credits", name, source.start("name"), source.start("name") + len(name)))
    if not OWNERSHIP.match(line):
        values += _helpers(line, agencies)
    return values


def _helpers(line: str, agencies: Agencies) -> list[Value]:
    values = []
    for match in HELPERS.finditer(line):
        key = "by" if match["by"] else "sub"
        byline = read_byline(match[key], agencies)
        shift = match.start(key)
        values += [Value("contributor", name, start + shift, end + shift) for name, start, end in byline.people] if byline else []
    return values


def _editors(line: str) -> list[Value]:
    match = EDITED.fullmatch(line)
    if match is None:
        return []
    names = [piece.strip(" .") for piece in re.split(r",|;|&|\band\b", match["names"])]
    return [Value("editor", tidy(name), *_place(line, name)) for name in names if person(name)]


def _place(line: str, name: str) -> tuple[int, int]:
    start = line.lower().find(name.lower())
    return start, start + len(name)
