"""Pasted text: the article found between the furniture by what the rows look like and where they stand."""

import re
from functools import cache

from dateline.data import table
from dateline.extract.agencies import Agencies
from dateline.extract.bylines import read_byline
from dateline.extract.draft import Draft, Value
from dateline.extract.lines import is_prose, is_sentence
from dateline.extract.matter import BIO, byline_beside_date, note_bios, note_byline, note_dates, note_line
from dateline.extract.outlets import masthead, outlet_of_signs, split_title
from dateline.extract.rows import Row, rows_of

TITLE_WORDS = 4  # shorter rows above an article are mostly section names
# After these nothing belongs to the article.
ENDS = re.compile(
    r"(?:\d+ )?comments?(?: ?\(\d+\))?|leave a (?:comment|reply)|join the conversation"
    r"|(?:related|more|most|recommended|top|latest)(?: \w+)? (?:stories|articles|news|read|popular)\W*"
    r"|you (?:may|might) also like|skip next section.*|about the authors?",
    re.IGNORECASE,
)


def read_pasted(draft: Draft, *, markdown: bool) -> None:
    """Fills the draft from the page's characters: title, paragraphs, and the lines set apart."""
    read_rows(draft, rows_of(draft.page, markdown=markdown))


def read_rows(draft: Draft, rows: list[Row]) -> None:
    """Fills the draft from the rows of a page."""
    agencies = draft.agencies = Agencies(draft.page)
    first, end = _body(rows)
    _read_head(draft, rows[:first], agencies)
    _read_body(draft, rows[first:end], agencies)
    _read_foot(draft, rows[end:], agencies)
    _find_outlet(draft, rows, body=range(first, end))


def _body(rows: list[Row]) -> tuple[int, int]:
    """The rows from the first paragraph to behind the last: a sign-off, or a heading of other stories, ends the article."""
    prose = [index for index, row in enumerate(rows) if row.kind is None and is_prose(row.text) and not row.heading]
    if not prose:
        loose = [index for index, row in enumerate(rows) if row.kind is None and is_sentence(row.text)]
        return (loose[0], loose[-1] + 1) if loose else (len(rows), len(rows))
    first, end = prose[0], len(rows)
    for index in range(first + 1, len(rows)):
        before = sum(one < index for one in prose)
        ends = rows[index].kind == "editor" or ENDS.fullmatch(rows[index].text)
        if ends and before * 2 >= len(prose):
            end = index
            break
    last = max(index for index in range(first, end) if rows[index].kind is None and is_sentence(rows[index].text))
    return first, last + 1


def _read_head(draft: Draft, rows: list[Row], agencies: Agencies) -> None:
    """The rows above the first paragraph: outlet, section, title, byline, dates, standfirst."""
    title = _title_at(rows, agencies, draft)
    named = False
    for index, row in enumerate(rows):
        if index == title:
            draft.title = row.text
        elif row.kind in ("date", "viewed", "updated"):
            note_dates(draft, row.text, rank=_rank(index, title), kind=row.kind)
            byline, _ = byline_beside_date(row.text, agencies)
            if byline and byline.said:  # "By Jane Doe | 3 November 2025"
                note_byline(draft, row.text, byline)
                named = True
        elif row.kind and row.kind != "cut":
            note_line(draft, agencies, line=row.text, kind=row.kind)
        elif row.kind is None:
            named = _read_loose(draft, row.text, agencies, below=title is not None and index > title, named=named) or named
    if draft.title:
        draft.title, outlet = split_title(draft.title, draft.outlet)
        draft.outlet = draft.outlet or outlet


def _rank(index: int, title: int | None) -> int:
    """A date below the title counts before one above it, and there the nearer one first."""
    return 4 if title is None or index > title else 6 + min(title - index, 20)


def _read_loose(draft: Draft, line: str, agencies: Agencies, *, below: bool, named: bool) -> bool:
    """A row above the article that has no looks of its own; whether it was the byline."""
    byline, days = byline_beside_date(line, agencies)
    if byline and (byline.said or (below and not named)):
        note_byline(draft, line, byline)
        if days:
            note_dates(draft, line, rank=4)
        return True
    if draft.outlet and not below and line.lower().startswith(draft.outlet.lower()):
        draft.add(line, Value("outlet", draft.outlet, 0, len(draft.outlet)))
    elif below and len(line.split()) > TITLE_WORDS:
        draft.paragraphs.append(line)
    else:
        draft.whole("section", line)
    return False


def _title_at(rows: list[Row], agencies: Agencies, draft: Draft) -> int | None:
    """The index of the title among the rows above the first paragraph; sets the outlet where a masthead stands above it."""
    loose = [index for index, row in enumerate(rows) if row.kind is None]
    marked = [index for index in loose if rows[index].heading]
    if len(loose) > 1 and not marked and (name := masthead(rows[loose[0]].text, draft.page)):
        draft.outlet = name
        loose = loose[1:]
    likely = [index for index in loose if not _credited(rows[index].text, agencies)]
    long = [index for index in likely if len(rows[index].text.split()) >= TITLE_WORDS and not _is_sections(rows[index].text)]
    short = [index for index in likely if len(rows[index].text.split()) > 1 and read_byline(rows[index].text, agencies) is None]
    return next(iter(marked or long or short[-1:]), None)


def _is_sections(line: str) -> bool:
    """Whether a row is the names of sections side by side, as a menu that was copied on one line ("Home News Sport")."""
    return all(word[0].isupper() and word.lower() in _sections() for word in line.split())


@cache
def _sections() -> frozenset[str]:
    return frozenset(table("bylines.toml")["never"])


def _credited(line: str, agencies: Agencies) -> bool:
    """Whether a row is a byline beyond doubt: it says so, or it names an agency or a date beside a name."""
    byline, days = byline_beside_date(line, agencies)
    return byline is not None and (byline.said or bool(byline.agencies) or bool(days))


def _read_body(draft: Draft, rows: list[Row], agencies: Agencies) -> None:
    for row in rows:
        if row.kind is None or (row.kind == "date" and is_sentence(row.text) and len(row.text.split()) > 3):
            draft.paragraphs.append(row.text)
        elif row.kind != "cut":  # the text goes on behind it
            note_line(draft, agencies, line=row.text, kind=row.kind, rank=8)


def _read_foot(draft: Draft, rows: list[Row], agencies: Agencies) -> None:
    """The rows below the article: sign-offs and credits are kept, the author's note too, other stories are not."""
    names = draft.values("byline")
    for row in rows:
        if row.kind:
            note_line(draft, agencies, line=row.text, kind=row.kind, rank=8)
        elif any(row.text.startswith(name) for name in names) and BIO.search(row.text):
            draft.whole("author note", row.text)
        elif (byline := read_byline(row.text, agencies)) and (byline.said or (byline.agencies and not byline.people)):
            note_byline(draft, row.text, byline)
    note_bios(draft)


def _find_outlet(draft: Draft, rows: list[Row], *, body: range) -> None:
    """The outlet by the signs of the rows around the body, where no masthead named it."""
    around = [row.text for index, row in enumerate(rows) if index not in body]
    if draft.outlet is None and (sign := outlet_of_signs(around)):
        name, index, start, end = sign
        draft.outlet = name
        draft.add(around[index], Value("outlet", name, start, end))
