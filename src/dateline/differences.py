"""What differs between two versions of a text, word by word."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

TOKEN = re.compile(r"\w+|[^\w\s]")
NEAR = 2  # words between two changes that are read as one: "was to open" for "will soon open"

Range = tuple[int, int]


def differences(old: str, new: str) -> Iterator[tuple[Range, Range]]:
    """The ranges of characters that differ, old and new, in order; one of the two is empty where something was only added or cut.

    Changes with at most two words between them are one. White space is no difference.
    """
    left, right = ([match.span() for match in TOKEN.finditer(text)] for text in (old, new))
    words = [[text[start:end] for start, end in spans] for text, spans in ((old, left), (new, right))]
    for a, b in _changes(words[0], words[1]):
        yield _characters(left, *a), _characters(right, *b)


def _changes(old: list[str], new: list[str]) -> list[tuple[Range, Range]]:
    """The runs of words that differ, near ones joined."""
    found: list[tuple[Range, Range]] = []
    for edit in Levenshtein.opcodes(old, new):
        if edit.tag == "equal":
            continue
        a, b = (edit.src_start, edit.src_end), (edit.dest_start, edit.dest_end)
        if found and a[0] - found[-1][0][1] <= NEAR:
            last_a, last_b = found.pop()
            a, b = (last_a[0], a[1]), (last_b[0], b[1])
        found.append((a, b))
    return found


def _characters(spans: list[Range], first: int, end: int) -> Range:
    return (spans[first][0], spans[end - 1][1]) if first < end else (0, 0)
