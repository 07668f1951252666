"""Pasted text as rows: paragraphs, headlines and furniture, each with what it looks like."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extract.lines import DURATION, STOPPED, Kind, is_sentence, kind_of, plain

BULLET = re.compile(r"^\s*(?:[-*•‣▪]|\d{1,2}[.)])\s+(?=\S)")
HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?=\S)")
UNDERLINE = re.compile(r"^\s{0,3}(?:=+|-+|\*{3,}|_{3,})\s*$")
IMAGE = re.compile(r"!\[([^\]]{0,300})\]\([^)\s]{0,500}(?:\s+\"[^\"]{0,300}\")?\)")
LINK = re.compile(r"\[([^\]]{1,300})\]\([^)\s]{0,500}\)")
MARKS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)")
# Lines of hard-wrapped text: nearly as long as one another. Typewriters and mail programs break between 60 and 80 characters.
HEADLINE = 20  # words of the longest headline
NARROWEST, WIDEST, RAGGED = 45, 100, 30


@dataclass(frozen=True, slots=True)
class Row:
    """A line of pasted text: `opens` if a blank line stands before it, `heading` if it is marked as one."""

    text: str
    kind: Kind | None
    opens: bool
    heading: bool = False


def rows_of(text: str, *, markdown: bool) -> list[Row]:
    """The rows of a pasted page: wrapped lines joined, bullets and Markdown's marks taken off, each row told by its looks."""
    rows: list[Row] = []
    for block in re.split(r"\n[^\S\n]*\n\s*", text.strip("\n")):
        kept = [line for line in block.split("\n") if line.strip() and not (markdown and UNDERLINE.match(line))]
        for index, line in enumerate(_unwrapped(kept)):
            rows.append(_row(line, opens=index == 0, markdown=markdown))
    return _teasers(_captions([row for row in rows if row.text]))


def rows_of_lines(lines: Iterable[tuple[str, bool]]) -> list[Row]:
    """The rows of a page whose paragraphs are known, each with whether it is a heading."""
    rows = [Row(plain(text), kind_of(plain(text)), True, heading) for text, heading in lines]
    return _teasers(_captions([row for row in rows if row.text]))


def _row(line: str, *, opens: bool, markdown: bool) -> Row:
    heading = markdown and HEADING.match(line) is not None
    if markdown:
        line = MARKS.sub("", LINK.sub(r"\1", IMAGE.sub(r"\1", HEADING.sub("", line))))
    raw = BULLET.sub("", line)
    text = plain(raw)
    kind = kind_of(text) or ("furniture" if kind_of(raw.strip()) == "furniture" else None)
    return Row(text, kind, opens, heading)


def _unwrapped(block: list[str]) -> list[str]:
    """The lines of a block as one paragraph where they were wrapped at a width, else as they are."""
    full = [len(line.rstrip()) for line in block[:-1]]
    wrapped = (
        len(block) >= 2
        and min(full) >= NARROWEST
        and max(full) <= WIDEST
        and max(full) - min(full) <= RAGGED
        and any(not STOPPED.search(line.rstrip()) for line in block[:-1])
        and not any(BULLET.match(line) or kind_of(plain(line)) for line in block)
    )
    return [" ".join(line.strip() for line in block)] if wrapped else block


def _captions(rows: list[Row]) -> list[Row]:
    """A line without a full stop right above a caption, in the same block, describes the same image."""
    for index in range(len(rows) - 1, 0, -1):
        above = rows[index - 1]
        if rows[index].kind == "caption" and not rows[index].opens and above.kind is None and not STOPPED.search(above.text):
            rows[index - 1] = Row(above.text, "caption", above.opens)
    return rows


def _teasers(rows: list[Row]) -> list[Row]:
    """A headline right above a bare length in minutes and seconds is the teaser of a video."""
    for index in range(1, len(rows)):
        above = rows[index - 1]
        headline = above.kind is None and not is_sentence(above.text) and len(above.text.split()) <= HEADLINE
        if headline and DURATION.fullmatch(rows[index].text):
            rows[index - 1] = Row(above.text, "teaser", above.opens)
    return rows
