"""Live blogs: the times that a page shows above their entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.draft import Told
from dateline.extract.lines import is_prose
from dateline.extract.located import Located
from dateline.extract.moments import in_order, read_clock, read_dated_clock, read_day, read_stamp
from dateline.extract.tree import Block

ENTRIES = 3  # two times may be those of a caption and of an update
REACH = 4  # blocks below a time in which its entry begins: a heading and a byline may stand between
LONGEST = 120  # characters of a line that may hold a time
SHORT = 12  # words of a block that holds little but a time: the writer's name may stand beside it
HEADING = re.compile(r"h[1-6]")
COMMENT = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|disqus|repl(?:y|ies))(?:$|[\s_-])")
COMMENTS = re.compile(r"\W*(?:\d{1,6}\s)?(?:(?:readers?['’]?|your|user)\s)?(?:comments|replies)\b.{0,20}", re.IGNORECASE)
LABEL = 4  # words of the heading above readers' comments


def shown_times(blocks: Sequence[Block]) -> list[tuple[int, Told]]:
    """The times that the page shows above its entries, each with its block; none where they are too few or in no order."""
    times: list[tuple[int, Told]] = []
    days: list[tuple[int, str]] = []
    for at, block in enumerate(blocks):
        if len(block.text) > LONGEST:
            continue
        if len(block.text.split()) <= LABEL and COMMENTS.fullmatch(block.text):
            break
        if told := _time_of(block):
            times += [] if COMMENT.search(block.hint) else [(at, told)]
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


def time_lines(blocks: Sequence[Block], shown: Sequence[tuple[int, Told]]) -> dict[str, str | None]:
    """The lines that are times or days of entries, with the day of each that is a day's heading."""
    lines: dict[str, str | None] = {blocks[at].text: None for at, _ in shown}
    first = shown[0][0] if shown else len(blocks)
    for at, block in enumerate(blocks):
        if read_clock(block.text) and not shown:
            lines.setdefault(block.text, None)
        elif at > first - REACH and (day := read_day(block.text)):
            lines.setdefault(block.text, day)
    return lines


def opened(shown: Sequence[tuple[int, Told]], blocks: Sequence[Block], located: Located) -> dict[int, Told]:
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
