"""Where the quotations of a text are: straight, curly, doubled, single, angle and corner marks, nested and over paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DOUBLE = re.compile(r"[\"＂“”„«»‹›「」『』❝❞〝〞]|''|``|‘‘|’’")
_SINGLE = re.compile(r"(?<![\w'‘’])['‘](?=[^\s'’])(?!n['’])")
_SINGLE_END = re.compile(r"(?<=[^\s'‘])['’](?![\w'’])")
_LINE = re.compile(r"[^\n]+")
_PAIRS = {"“": "”", "«": "»", "‹": "›", "「": "」", "『": "』", "❝": "❞", "〝": "〞", "‘‘": "’’"}
_OPENING = frozenset(_PAIRS) | {"„", "``"}
_CLOSING = frozenset(_PAIRS.values())


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks, offsets into the text; `runs_on` says that the next paragraph's first one continues it."""

    start: int
    end: int
    runs_on: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations in order; one that a paragraph opens and never closes ends with the paragraph."""
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    found: list[Quotation] = []
    closed = False  # whether the paragraph closes a quotation that the one before opened
    for index, (start, end) in enumerate(lines):
        if closed:
            mark = next(_DOUBLE.finditer(text, start, end))
            found.append(Quotation(start, mark.end()))
            start = mark.end()
        following = text[slice(*lines[index + 1])].lstrip() if index + 1 < len(lines) else ""
        reopened, closed = _DOUBLE.match(following) is not None, _closes_only(following)
        doubles = list(_doubles(text, start, end, reopened=reopened or closed))
        closed = closed and bool(doubles) and doubles[-1].runs_on
        singles = [one for one in _singles(text, start, end) if not any(_crosses(one, two) for two in doubles)]
        found += sorted(_outermost(doubles + singles), key=lambda one: one.start)
    return tuple(found)


def _closes_only(line: str) -> bool:
    """Whether a paragraph closes a quotation before it opens one."""
    marks = [mark for mark in _DOUBLE.finditer(line) if not line[mark.start() - 1 : mark.start()].isdigit()]
    if not marks or not marks[0].start():
        return False
    sign, before, after = marks[0].group(), line[marks[0].start() - 1], line[marks[0].end() : marks[0].end() + 1]
    if sign in _OPENING or before.isspace() or before in "([-–—/" or after.isalnum():
        return False
    return sign in _CLOSING or len(marks) % 2 == 1


def _doubles(text: str, start: int, end: int, *, reopened: bool) -> Iterator[Quotation]:
    marks = list(_DOUBLE.finditer(text, start, end))
    nested = _nested(marks)
    if nested is not None:
        yield from nested
        return
    opened: re.Match[str] | None = None
    for at, mark in enumerate(marks):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        sign = mark.group()
        fresh = mark.start() == start or before.isspace() or before in "([-–—/‘'"
        opens = sign in _OPENING or (sign not in _CLOSING and fresh and not after.isspace() and mark.end() < end)
        if opened is None:
            begins = opens or before.isspace() or (before == ":" and after.isalnum())
            if sign == "»" or (begins if sign not in _CLOSING else fresh and after.isalnum()):
                opened = mark
        elif opens and sign not in _OPENING and mark.start() - opened.end() > 1:
            opened = mark
        elif before.isdigit() and _closes(marks[at + 1 : at + 2], text):
            continue  # inches
        elif not (opens and sign in _OPENING) or (not fresh and not after.isalnum()):
            yield Quotation(opened.start(), mark.end())
            opened = None
    if opened is not None and (reopened or opened.group() in _OPENING) and end - opened.end() > 1:
        yield Quotation(opened.start(), end, runs_on=reopened)


def _nested(marks: list[re.Match[str]]) -> list[Quotation] | None:
    """The outermost quotations of a paragraph where some stand in others and every mark has its counterpart; else None."""
    awaited: list[str] = []
    found: list[Quotation] = []
    first, deep = 0, False
    for mark in marks:
        sign = mark.group()
        if sign in _PAIRS:
            first = first if awaited else mark.start()
            awaited.append(_PAIRS[sign])
            deep = deep or len(awaited) > 1
        elif not awaited or awaited.pop() != sign:
            return None
        elif not awaited:
            found.append(Quotation(first, mark.end()))
    return found if deep and not awaited else None


def _closes(marks: list[re.Match[str]], text: str) -> bool:
    """Whether the mark that follows is one that closes."""
    return any(
        mark.group() in _CLOSING or (mark.group() not in _OPENING and not text[mark.start() - 1].isspace()) for mark in marks
    )


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    position = start
    while opened := _SINGLE.search(text, position, end):
        closed = _single_end(text, opened.end(), end)
        if closed is None:
            position = opened.end()
            continue
        yield Quotation(opened.start(), closed)
        position = closed


def _single_end(text: str, start: int, end: int) -> int | None:
    first = None
    fresh = _SINGLE.search(text, start, end)
    for mark in _SINGLE_END.finditer(text, start, fresh.start() if fresh else end):
        if text[mark.start() - 1] in ".,!?…":
            return mark.end()
        if first is None or text[mark.start() - 1] == "s":  # perhaps a plural's possessive: a later mark may be the close
            first = first or mark.end()
    return first


def _crosses(one: Quotation, other: Quotation) -> bool:
    """Whether two stretches overlap and neither lies inside the other."""
    apart = one.end <= other.start or other.end <= one.start
    nested = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return not apart and not nested


def _outermost(quotations: list[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for one in sorted(quotations, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
