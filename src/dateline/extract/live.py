"""Live blogs: pages of entries, each under a line with its time."""

import re
from collections.abc import Sequence

from dateline.extract.draft import Draft
from dateline.extract.lines import is_prose
from dateline.extract.tree import Block

CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\s?(?:(?P<half>[ap])\.?m\.?)?(?:\s?\(?(?-i:[A-Z]{2,4})\)?)?", re.IGNORECASE
)
ENTRIES = 3  # two times may be those of a caption and of an update
REACH = 4  # blocks below a time in which its entry begins: a heading and a byline may stand between


def note_entries(draft: Draft, blocks: Sequence[Block]) -> None:
    """Sets the times of a live blog's entries apart, in the order of the page; the paragraphs stay as they are.

    A page is one where three lines or more are a clock time, in order or in reverse, and a paragraph stands below each before the
    next. Lengths of videos are in no order.
    """
    places = [(at, minutes) for at, block in enumerate(blocks) if (minutes := _minutes(block.text)) is not None]
    told = [(at, minutes) for at, minutes in places if _opens(blocks[at + 1 : at + 1 + REACH])]
    times = [minutes for _, minutes in told]
    if len(told) < ENTRIES or times not in (sorted(times), sorted(times, reverse=True)) or len(set(times)) < ENTRIES:
        return
    lines = [blocks[at].text for at, _ in told]
    known = set(lines)
    draft.paragraphs[:] = [paragraph for paragraph in draft.paragraphs if paragraph not in known]
    draft.lines[:] = [line for line in draft.lines if line.text not in known]  # taken for lengths of videos
    for (_, minutes), line in zip(told, lines, strict=True):
        draft.whole("entry", line, f"{minutes // 60:02}:{minutes % 60:02}")


def _minutes(line: str) -> int | None:
    """The minutes since midnight in a line that is a clock time and nothing else."""
    match = CLOCK.fullmatch(line) if len(line) <= 20 else None
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return hour * 60 + int(match["minute"])


def _opens(below: Sequence[Block]) -> bool:
    """Whether a paragraph stands among the blocks before the next time."""
    for block in below:
        if _minutes(block.text) is not None:
            return False
        if is_prose(block.text):
            return True
    return False
