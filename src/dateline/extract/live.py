"""Live blogs: pages of entries, each with its own time, which it opens or which the page tells machines."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lxml.html import HtmlElement

from dateline.extract.agencies import Agencies
from dateline.extract.bylines import read_byline
from dateline.extract.draft import MAX_TEXT, Draft, Opened, Told, too_long
from dateline.extract.lines import is_prose, is_sentence
from dateline.extract.located import Located
from dateline.extract.missed import runs_of, share_among
from dateline.extract.moments import in_order, read_clock, read_dated_clock, read_day, read_stamp
from dateline.extract.tree import Block
from dateline.extract.updates import Described, described_entries

ENTRIES = 3  # two times may be those of a caption and of an update
REACH = 4  # blocks below a time in which its entry begins: a heading and a byline may stand between
SHORT = 12  # words of a block that holds little but a time: the writer's name may stand beside it
HALF = 2  # times with a day dated half of the body or more; dated comments and teasers are less
HEADING = re.compile(r"h[1-6]")
COMMENT = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|disqus|repl(?:y|ies))(?:$|[\s_-])")
COMMENTS = re.compile(r"\W*(?:\d{1,6}\s)?(?:(?:readers?['’]?|your|user)\s)?(?:comments|replies)\b.{0,20}", re.IGNORECASE)
BYLINE_HINT = re.compile(r"author|byline|by-line|contributor|writer")
INITIALS = re.compile(r"\W?[A-Z]{2,3}\W?")
EDGE = 2  # lines from the beginning or the end of an entry among which its writer may stand
PRESENT = 0.5  # of an entry's runs of words; one of which the body has more stands in it, however changed


@dataclass(slots=True)
class _Passage:
    """Paragraphs of the body that belong together; `told` only for an entry."""

    told: Told | None
    paragraphs: list[str]


def note_entries(draft: Draft, tree: HtmlElement, blocks: Sequence[Block], agencies: Agencies, *, source: str) -> str | None:
    """Finds the entries of a live blog and sets their times and writers apart; the reason, where that makes the page too long.

    Entries are what the page describes as such (`source` is its HTML), and what stands below three times or more that are in
    order: lines that are a clock time, or short ones with a day too. Lengths of videos are in no order. Entries that are only
    described come into the body.
    """
    described: Sequence[Described] = described_entries(tree, source)
    shown = _shown(blocks)
    if not described and not shown:
        return None
    times = _time_lines(blocks, shown)
    body = [paragraph for paragraph in draft.paragraphs if paragraph not in times]
    located = Located(body)
    described, places = _places(described, body, located)
    openings = _merged(_opened(shown, blocks, located), described, places, body)
    dated = not described and any(told.day for _, told in shown)
    if dated and sum(map(len, body[min(openings, default=len(body)) :])) * HALF < sum(map(len, body)):
        return None
    end = _end(described, places, openings, body)
    passages = _passages(body, openings, _missing(described, places, openings, body, end), end)
    if any(passage.told for passage in passages):
        _set_writers_apart(draft, passages, blocks, agencies)
        _fill(draft, passages, times)
    return too_long(length) if (length := sum(map(len, draft.paragraphs))) > MAX_TEXT else None


def _shown(blocks: Sequence[Block]) -> list[tuple[int, Told]]:
    """The times that the page shows above its entries, each with its block; none where they are too few or in no order."""
    times: list[tuple[int, Told]] = []
    days: list[tuple[int, str]] = []
    for at, block in enumerate(blocks):
        if len(block.text.split()) <= 4 and COMMENTS.fullmatch(block.text):
            break
        if COMMENT.search(block.hint):
            continue
        if told := _time_of(block):
            times.append((at, told))
        elif day := read_day(block.text):
            days.append((at, day))
    times = _on_days(times, days)
    opening = [(at, told) for at, told, below in _below(times, blocks) if any(is_prose(block.text) for block in below)]
    for found in (times, opening) if len(opening) >= ENTRIES else ():  # an entry may be one short line
        series = [told for _, told in found]
        if len({(told.day, told.time) for told in series}) >= ENTRIES and in_order(series):
            return found
    return []


def _below(times: Sequence[tuple[int, Told]], blocks: Sequence[Block]) -> Iterator[tuple[int, Told, Sequence[Block]]]:
    """The times with the blocks below each, up to the next."""
    for (at, told), until in zip(times, [*(at for at, _ in times), len(blocks)][1:], strict=True):
        yield at, told, blocks[at + 1 : min(until, at + 1 + REACH)]


def _time_of(block: Block) -> Told | None:
    """The time that a block tells, if it tells little else."""
    if block.time and len(block.text.split()) <= SHORT and not is_prose(block.text):
        stamp = read_stamp(block.time)
        if stamp and stamp.time:
            return stamp
    return read_clock(block.text) or read_dated_clock(block.text)


def _on_days(times: Sequence[tuple[int, Told]], days: Sequence[tuple[int, str]]) -> list[tuple[int, Told]]:
    """The times with the day that stands as a heading above them, where days stand among the times too."""
    first = times[0][0] if times else 0
    if not any(at > first for at, _ in days):
        return list(times)
    found = []
    for at, told in times:
        above = [day for place, day in days if first - REACH <= place < at]
        found.append((at, replace(told, day=told.day or (above[-1] if above else None))))
    return found


def _time_lines(blocks: Sequence[Block], shown: Sequence[tuple[int, Told]]) -> dict[str, str | None]:
    """The lines that are times or days of entries, with the day of each that is a day's heading."""
    lines: dict[str, str | None] = {blocks[at].text: None for at, _ in shown}
    first = shown[0][0] if shown else len(blocks)
    for at, block in enumerate(blocks):
        if read_clock(block.text) and not shown:
            lines.setdefault(block.text, None)
        elif at > first - REACH and (day := read_day(block.text)):
            lines.setdefault(block.text, day)
    return lines


def _opened(shown: Sequence[tuple[int, Told]], blocks: Sequence[Block], located: Located) -> dict[int, Told]:
    """The paragraphs below the times; or the headings above them, where the page has them so."""
    above = sum(_is_heading(blocks, at - 1) and not _is_heading(blocks, at + 1) for at, _ in shown) * 2 > len(shown)
    found: dict[int, Told] = {}
    after = 0
    for at, told, below in _below(shown, blocks):
        for block in [blocks[at - 1], *below] if above else below:
            place = located.find(block.text, after)
            if place is not None:
                found[place], after = told, place + 1
                break
    return found


def _is_heading(blocks: Sequence[Block], at: int) -> bool:
    return 0 <= at < len(blocks) and HEADING.fullmatch(blocks[at].tag) is not None


def _places(
    described: Sequence[Described], body: Sequence[str], located: Located
) -> tuple[Sequence[Described], Sequence[int | None]]:
    """The described entries in the order of the page, and the paragraphs they begin with."""
    places = [_place(one, body, located) for one in described]
    known = [place for place in places if place is not None]
    if len(known) > 1 and known[0] > known[-1]:
        return described[::-1], places[::-1]
    return described, places


def _place(one: Described, body: Sequence[str], located: Located) -> int | None:
    """The paragraph with which an entry begins: its heading where it has one, right above its text."""
    place = next((at for line in one.body[:1] if (at := located.find(line)) is not None), None)
    if place is None:
        return located.find(one.headline) if one.headline else None
    above = range(place - 1, max(-1, place - 1 - EDGE), -1)
    return next((at for at in above if one.headline and body[at].lower() == one.headline.lower()), place)


def _merged(
    shown: Mapping[int, Told], described: Sequence[Described], places: Sequence[int | None], body: Sequence[str]
) -> dict[int, Told]:
    """The paragraphs that open entries. What is described counts before what is shown, which may stand above a heading."""
    found: dict[int, Told] = {}
    for one, at in zip(described, places, strict=True):
        if at is not None:
            found.setdefault(at, one.told)
    for place, told in shown.items():
        below = next(at for at in range(place, len(body) + 1) if at in found or at == len(body) or is_prose(body[at]))
        found[place] = found.pop(below, told)
    return found


def _end(
    described: Sequence[Described], places: Sequence[int | None], openings: Mapping[int, Told], body: Sequence[str]
) -> int | None:
    """Where the last entry ends if it is a described one: behind the last paragraph that is described as its own."""
    first = max(openings, default=0)
    last = next((one for one, at in zip(described, places, strict=True) if at is not None and at >= first), None)
    if last is None:
        return None
    own = runs_of(" ".join((last.headline, *last.body)))
    return next((at for at in range(len(body) - 1, first, -1) if share_among(body[at], own) >= PRESENT), first) + 1


def _missing(
    described: Sequence[Described],
    places: Sequence[int | None],
    openings: Mapping[int, Told],
    body: Sequence[str],
    end: int | None,
) -> dict[int, list[Described]]:
    """The described entries that the body lacks, by the paragraph before which they come in: above the next that it has."""
    found: dict[int, list[Described]] = {}
    runs = runs_of(" ".join(body))
    below = len(body) if end is None else end
    for one, place in zip(reversed(described), reversed(places), strict=True):
        if place is not None:
            below = max(at for at in openings if at <= place)
        elif one.body and share_among(" ".join(one.body), runs) < PRESENT:
            found.setdefault(below, []).insert(0, one)
    return found


def _passages(
    body: Sequence[str], openings: Mapping[int, Told], missing: Mapping[int, Sequence[Described]], end: int | None
) -> list[_Passage]:
    """The body as entries and what stands beside them, with the described entries that it lacks."""
    passages = [_Passage(None, [])]
    last = max(openings, default=0)
    for at in range(len(body) + 1):
        if at == end and last < at:
            passages.append(_Passage(None, []))
        for one in missing.get(at, ()):
            headed = one.headline and not one.body[0].startswith(one.headline)
            passages.append(_Passage(one.told, [one.headline, *one.body] if headed else [*one.body]))
        if at in openings:
            passages.append(_Passage(openings[at], []))
        elif at in missing:
            passages.append(_Passage(None, []))
        passages[-1].paragraphs += body[at : at + 1]
    return passages


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
    draft.lines[:] = [
        line for line in draft.lines if line.text not in times or any(value.field != "video" for value in line.values)
    ]  # lengths of videos, they were taken for
    draft.paragraphs.clear()
    for line, day in times.items():
        if day:
            draft.whole("entry", line, day)
    for passage in passages:
        first = len(draft.paragraphs)
        draft.paragraphs += passage.paragraphs
        if (told := passage.told) and passage.paragraphs:
            draft.entries.append(Opened(first, len(draft.paragraphs), told))
            draft.whole("entry", told.line, "T".join(filter(None, (told.day, told.time))))
