"""Articles told as fields: the body as it was given, and every field a line of matter, before what is found in the body."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.addresses import plain_address
from dateline.extract.agencies import Agencies
from dateline.extract.dates import iso_day
from dateline.extract.draft import MAX_TEXT, Dated, Draft, Line, too_long
from dateline.extract.lines import kind_of, plain
from dateline.extract.matter import note_author, note_line
from dateline.extract.outlets import named_outlet, outlet_of_address, split_title
from dateline.types import NewsItem

if TYPE_CHECKING:
    from dateline.extract.body import Extractor

PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]\w+)*")
TOLD = 0  # the rank of a day that the record gives: before whatever its body says
WIDEST = 100  # characters of a line that typewriters and mail programs break
HEADLINE = 300  # characters of a title that may have an outlet's name at its end; longer ones are texts
SIGNED = 3  # credits and editors below the text


def read_item(draft: Draft, item: NewsItem, extractor: "Callable[[], Extractor]") -> str | None:
    """Fills the draft from an item; the reason, where its body cannot be taken apart."""
    agencies = draft.agencies = Agencies(item.text or item.html or "")
    _note_fields(draft, item, agencies)
    draft.abridged = item.abridged
    if item.html:
        return _read_html(draft, item.html, extractor())
    draft.page = item.text or ""
    if len(draft.page) > MAX_TEXT:
        return too_long(len(draft.page))
    draft.paragraphs += _paragraphs(draft.page)
    for _ in range(SIGNED):
        kind = kind_of(draft.paragraphs[-1]) if len(draft.paragraphs) > 1 else None
        if kind not in ("credits", "editor"):
            break
        note_line(draft, agencies, line=draft.paragraphs.pop(), kind=kind)
    return None


def _note_fields(draft: Draft, item: NewsItem, agencies: Agencies) -> None:
    draft.url = draft.url or (plain_address(item.url) if item.url else None)
    if draft.url:
        draft.whole("url", draft.url)
    if draft.url and (known := outlet_of_address(draft.url)):
        draft.outlet = known
        draft.whole("outlet", draft.url, known)
    if item.outlet:
        name = named_outlet(plain(item.outlet))
        draft.outlet = draft.outlet or name
        draft.whole("outlet", item.outlet, name)
    if item.title:
        title = plain(item.title)
        draft.title = (split_title(title, draft.outlet)[0] if len(title) <= HEADLINE else title) or None
    _note_days(draft, item)
    for author in item.byline:
        note_author(draft, author, agencies)
    for source in item.credits:
        draft.whole("credits", source, agencies.name_of(source) or source)
    for field, value in (("place", item.place), ("summary", item.summary)):
        if value:
            draft.whole(field, value)
    if item.language and (match := LANGUAGE.fullmatch(item.language)):
        draft.whole("language", item.language, match[1].lower())


def _note_days(draft: Draft, item: NewsItem) -> None:
    """The times as they were told, in their own time zone, and the days they are of."""
    for field, told in (("published", item.published), ("updated", item.updated)):
        day = iso_day(told) if told else None
        if told and day:
            draft.whole(field, told, day)
        elif told:
            draft.add(told)
        if day and field == "published":
            draft.dates.append(Dated(TOLD, day, day, "metadata"))


def _read_html(draft: Draft, html: str, extractor: "Extractor") -> str | None:
    """The body told as markup, taken apart like a page; writers that it names besides those told do not count."""
    from dateline.extract.markup import read_markup

    draft.page = html
    told = frozenset(draft.values("byline"))
    problem = read_markup(draft, extractor, fragment=PAGE.search(html) is None)
    if told:
        for index, line in enumerate(draft.lines):
            kept = tuple(value for value in line.values if value.field != "byline" or value.value in told)
            draft.lines[index] = Line(line.text, kept)
    return problem


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, parted by blank lines, or where it has none by line breaks.

    Line breaks inside a part are its paragraphs' ends too, where a line is longer than any that was wrapped.
    """
    parts = [part for part in re.split(r"\n[^\S\n]*\n\s*", text) if part.strip()]
    wrapped = len(parts) > 1
    found: list[str] = []
    for part in parts:
        lines = part.split("\n")
        found += [part] if wrapped and max(map(len, lines)) <= WIDEST else lines
    return [line for one in found if (line := plain(one))]
