"""Live blogs: pages of entries, each with its own time, which it opens or which the page tells machines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

from dateline.extract.agencies import Agencies
from dateline.extract.bylines import read_byline
from dateline.extract.described import end_of, lines_of, merged, missing, parted, placed
from dateline.extract.draft import MAX_TEXT, Draft, Opened, Told, too_long
from dateline.extract.lines import is_sentence
from dateline.extract.located import Located
from dateline.extract.shown import ENTRIES, HEADING, SHORT, opened, shown_times, time_lines
from dateline.extract.timetables import is_timetable
from dateline.extract.tree import Block
from dateline.extract.updates import Described, described_entries

HALF = 2  # times with a day date half of the body or more; those of comments and teasers date less
BYLINE_HINT = re.compile(r"author|byline|by-line|contributor|writer")
INITIALS = re.compile(r"\W?[A-Z]{2,3}\W?")
EDGE = 2  # lines from the beginning or the end of an entry among which its writer may stand


@dataclass(slots=True)
class _Passage:
    """Paragraphs of the body that belong together; `told` only for an entry."""

    told: Told | None
    paragraphs: list[str]


def note_entries(draft: Draft, tree: HtmlElement, blocks: Sequence[Block], agencies: Agencies, *, source: str) -> str | None:
    """Finds the entries of a live blog and sets their times and writers apart; the reason, where that makes the page too long.

    Entries are what the page describes as such (`source` is its HTML), and what stands below three times or more that are in
    order: lines that are a clock time, or short ones with a day too. Lengths of videos are in no order, and a timetable tells
    plans. Entries that are only described come into the body.
    """
    described, shown = described_entries(tree, source), shown_times(blocks)
    if not described and not shown:
        return None
    times = time_lines(blocks, shown)
    body = [paragraph for paragraph in draft.paragraphs if paragraph not in times]
    located = Located(body)
    below = opened(shown, blocks, located)
    entries = placed(described, body, located)
    openings = merged(entries, below if len(below) >= ENTRIES else {}, body)
    dated = not described and any(told.day for _, told in shown)
    if dated and sum(map(len, body[min(openings, default=len(body)) :])) * HALF < sum(map(len, body)):
        return None
    if not described and is_timetable(draft, blocks, shown=shown, body=body, openings=openings, source=source):
        return None
    end = end_of(entries, openings, body)
    passages = _passages(body, openings, missing(entries, openings, body, end), end)
    _part(passages, described)
    if any(passage.told for passage in passages):
        _set_writers_apart(draft, passages, blocks, agencies)
        _fill(draft, passages, times)
    return too_long(length) if (length := sum(map(len, draft.paragraphs))) > MAX_TEXT else None


def _passages(
    body: Sequence[str], openings: Mapping[int, Told], lacking: Mapping[int, Sequence[Described]], end: int | None
) -> list[_Passage]:
    """The body as entries and what stands beside them, with the described entries that it lacks."""
    passages = [_Passage(None, [])]
    last = max(openings, default=0)
    for at in range(len(body) + 1):
        if at == end and last < at:
            passages.append(_Passage(None, []))
        passages += [_Passage(one.told, lines_of(one)) for one in lacking.get(at, ())]
        if at in openings:
            passages.append(_Passage(openings[at], []))
        elif at in lacking:
            passages.append(_Passage(None, []))
        passages[-1].paragraphs += body[at : at + 1]
    return passages


def _part(passages: Sequence[_Passage], described: Sequence[Described]) -> None:
    """Parts the paragraphs in which a described entry's time, heading and text were run together."""
    by_time = {one.told: one for one in described}
    for passage in passages:
        if passage.told in by_time and passage.paragraphs:
            passage.paragraphs[:1] = parted(passage.paragraphs[0], by_time[passage.told])


def _set_writers_apart(draft: Draft, passages: Sequence[_Passage], blocks: Sequence[Block], agencies: Agencies) -> None:
    """Takes lines that name an entry's writer, near its beginning or its end, out of the passages."""
    edges = [_edge(passage) for passage in passages if passage.told]
    marked = {block.text for block in blocks if BYLINE_HINT.search(block.hint)} - _headings(blocks)
    often = {line for line, count in Counter(chain.from_iterable(edges)).items() if count > 1} - _headings(blocks)
    signed = set(draft.values("byline"))
    for line in sorted(set(chain.from_iterable(edges))):
        byline = read_byline(line, agencies)
        names = byline.names if byline else ()
        known = byline is not None and (byline.said or line in marked | often or (names and signed.issuperset(names)))
        if not known and not INITIALS.fullmatch(line):
            continue
        for name in names or (line.strip(" ()[]–—-"),):
            draft.whole("contributor", name)
        for passage in passages:
            if passage.told and line in _edge(passage):
                passage.paragraphs.remove(line)


def _headings(blocks: Sequence[Block]) -> set[str]:
    return {block.text for block in blocks if HEADING.fullmatch(block.tag)}


def _edge(passage: _Passage) -> frozenset[str]:
    """The lines near the beginning and the end of an entry that are no sentences."""
    lines = [*passage.paragraphs[:EDGE], *passage.paragraphs[-EDGE:]]
    return frozenset(line for line in lines if len(line.split()) <= SHORT and not is_sentence(line))


def _fill(draft: Draft, passages: Sequence[_Passage], times: Mapping[str, str | None]) -> None:
    """Puts the passages into the body and the times, in the order of the page, into the matter."""
    told = {passage.told.line for passage in passages if passage.told}
    videos = [line for line in draft.lines if line.text in told and all(value.field == "video" for value in line.values)]
    draft.lines[:] = [line for line in draft.lines if line not in videos]  # lengths of videos, they were taken for
    for line in draft.paragraphs:
        if day := times.get(line):
            draft.whole("entry", line, day)
    draft.paragraphs.clear()
    for passage in passages:
        first = len(draft.paragraphs)
        draft.paragraphs += passage.paragraphs
        if passage.told and passage.paragraphs:
            draft.entries.append(Opened(first, len(draft.paragraphs), passage.told))
            draft.whole("entry", passage.told.line, "T".join(filter(None, (passage.told.day, passage.told.time))))
