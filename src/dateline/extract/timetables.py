"""Bare clock times down a page that are no live blog's: timetables and programmes, which tell plans."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dateline.extract.draft import Draft, Told
from dateline.extract.moments import midnights, read_clock
from dateline.extract.tree import Block

HALF = 2  # entries fill half of the body or more; a programme stands in an article
LIVE = re.compile(
    r"\blive[ -]?(?:blog|ticker|updates?|coverage|feed|text|report|score)|as it happened|minute[ -]by[ -]minute|\bticker\b"
    r"|(?:latest|all the) updates|^live\b|\blive$|\blive ?[:|–—-]|[:|–—-] ?live\b|/live/",
    re.IGNORECASE,
)
HINT = re.compile(r"live-?(?:blog|ticker|update|post|entry|feed)|liveblogposting|ticker", re.IGNORECASE)
POSTING = "LiveBlogPosting"
# Verbs of what has happened, and words that say that something has yet to. Our own selection.
PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|took|began|left|found|saw|ran|rose|fell|broke|gave|made|got|met|spoke"
    r"|(?:has|have) (?:been |now |just )?\w{2,}(?:ed|en)|(?<!\bbe )(?<!\bis )(?<!\bare )\w{3,}ed)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|expected|scheduled|planned|set)|starts|opens|begins)\b", re.IGNORECASE
)


def is_timetable(
    draft: Draft,
    blocks: Sequence[Block],
    *,
    shown: Sequence[tuple[int, Told]],
    body: Sequence[str],
    openings: Mapping[int, Told],
    source: str,
) -> bool:
    """Whether the times shown are those of a plan: clock times alone, forwards, on a page that does not call itself live.

    What stands below them is a plan where it fills less than half of the body, or most of it does not tell what has happened.
    """
    bare = all(not blocks[at].time and read_clock(blocks[at].text) for at, _ in shown)
    if not bare or not _forwards([told for _, told in shown]) or POSTING in source:
        return False
    if LIVE.search(draft.title or "") or LIVE.search(draft.url or "") or any(HINT.search(blocks[at].hint) for at, _ in shown):
        return False
    starts = [*sorted(openings), len(body)]
    entries = [" ".join(body[start:end]) for start, end in pairwise(starts)]
    told = sum(bool(PAST.search(entry)) and not PLANNED.search(entry) for entry in entries)
    return told * 2 <= len(entries) or sum(map(len, entries)) * HALF < sum(map(len, body))


def _forwards(told: Sequence[Told]) -> bool:
    """Whether times run down the page, with their days where all have one."""
    if all(one.day for one in told):
        return (told[0].day, told[0].time) <= (told[-1].day, told[-1].time)
    found = midnights(told)
    return found is None or found[0] == 1
