"""What the blocks around the body of an HTML page say of the article: who wrote it, when, and where it comes from."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.data import table
from dateline.extract.agencies import Agencies
from dateline.extract.bylines import Byline, read_byline
from dateline.extract.dates import find_days, is_date_line, rest_of
from dateline.extract.draft import Draft
from dateline.extract.lines import is_sentence, kind_of
from dateline.extract.matter import (
    byline_beside_date,
    credit_values,
    note_author,
    note_beside_date,
    note_byline,
    note_dates,
    note_line,
)
from dateline.extract.tree import Block

ABOVE, BELOW = 14, 6  # blocks beside the body that may hold byline, dates and credits: more reach into menus and other stories
BESIDE = 12  # words that may stand beside a date: a byline with its role, a source, a reading time
LABELLED = 5  # words of the longest name behind a label
DATED = 250  # characters of a line that gives the day of publication
BYLINE_HINT = re.compile(r"author|byline|by-line|contributor|writer|(?:^|\s)by(?:\s|$)")
SOURCE_HINT = re.compile(r"(?:^|[\s_-])(?:source|agency|credit|credits|provider)(?:$|[\s_-])")
# "This entry was posted on Monday, 3 November 2025 at 9:30 am and is filed under News."
POSTED = re.compile(
    r"(?:this|dieser?|cet|este|quest[oa])\s+(?:article|entry|post|story|artikel|beitrag|eintrag|artículo|artigo|articolo)\s"
    r"(?:was|were|wurde|a été|fue|foi|è stato)\b",
    re.IGNORECASE,
)


def read_around(draft: Draft, blocks: Sequence[Block], agencies: Agencies, *, first: int, end: int) -> None:
    """Bylines, dates and credits in the blocks between the title and the body, and right below the body."""
    titles = [index for index in range(first) if blocks[index].tag == "h1"]
    top = max(titles[-1] + 1 if titles else 0, first - ABOVE)
    for index in [*range(top, first), *range(max(0, (titles[-1] if titles else 0) - 2), titles[-1] if titles else 0)]:
        _read_block(draft, blocks[index], agencies)
        _read_labelled(draft, blocks[index : index + 2], agencies)
    for index, block in enumerate(blocks[end : end + BELOW], end):
        kind = kind_of(block.text)
        if kind in ("credits", "editor", "caption", "cut", "correction"):
            note_line(draft, agencies, line=block.text, kind=kind)
        elif kind is None:
            _read_credit(draft, block, agencies)
            _read_labelled(draft, blocks[index : index + 2], agencies)


def _read_block(draft: Draft, block: Block, agencies: Agencies) -> None:
    kind = kind_of(block.text)
    byline, days = byline_beside_date(block.text, agencies)
    if days and not is_sentence(block.text) and len(rest_of(block.text, days).split()) <= BESIDE:
        note_beside_date(draft, block.text, agencies, byline=byline, days=days)
    elif kind in ("date", "updated", "credits", "editor", "caption", "correction"):
        note_line(draft, agencies, line=block.text, kind=kind, rank=4)
    elif byline and (byline.said or _marked(draft, block) or (byline.agencies and not byline.people)):
        note_unknown(draft, block.text, byline)


def note_unknown(draft: Draft, line: str, byline: Byline) -> None:
    """Notes a byline, except where the line names a known writer with a role that was read as another one's name."""
    known = {name for name in draft.values("byline") if name in line}
    if not known or known & set(byline.names):
        note_byline(draft, line, byline)


def _marked(draft: Draft, block: Block) -> bool:
    """Whether a block's classes call it a byline, and the head of the page has not named the authors already."""
    return BYLINE_HINT.search(block.hint) is not None and not draft.values("byline")


def _read_labelled(draft: Draft, blocks: Sequence[Block], agencies: Agencies) -> None:
    """The writer in the block behind a label, a person or a name such as "The Harbour Team", where none is known."""
    if len(blocks) == 2 and _is_label(blocks[0].text) and not draft.values("byline"):
        name = blocks[1].text
        if len(name.split()) <= LABELLED and name[:1].isupper() and kind_of(name) is None:
            note_author(draft, name, agencies)


def _is_label(text: str) -> bool:
    """Whether a block is no more than the words that announce a writer's name."""
    return text.lower().strip(" :") in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("bylines.toml")["before"])


def _read_credit(draft: Draft, block: Block, agencies: Agencies) -> None:
    """A block below the body that is nothing but an agency's name, or is marked as the source."""
    byline = read_byline(block.text, agencies)
    if byline and ((byline.agencies and not byline.people) or (byline.said and not draft.values("byline"))):
        note_byline(draft, block.text, byline)
    elif SOURCE_HINT.search(block.hint) and len(block.text.split()) <= 20:
        values = credit_values(block.text, agencies)
        if values:
            draft.add(block.text, *values)


def read_published(draft: Draft, blocks: Sequence[Block]) -> None:
    """The one day that a line anywhere on the page calls the day of publication; none where such lines give several."""
    lines = [block.text for block in blocks if len(block.text) <= DATED]
    days = {line: day for line in lines if is_date_line(line) for day in find_days(line) if day.kind == "published"}
    days |= {line: find_days(line)[0] for line in lines if POSTED.match(line) and find_days(line)}
    if len({(day.earliest, day.latest) for day in days.values()}) == 1:
        note_dates(draft, next(iter(days)), rank=7)
