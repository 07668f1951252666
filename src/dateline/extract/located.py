"""Where texts of a page stand among the paragraphs of its body, whatever white space and marks lie between."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dateline.extract.missed import start_of

SURE = 20  # letters and digits by which a text is found inside a paragraph
BEFORE = 60  # letters and digits that may stand before it there: its time and its heading, where they were run together


def bare(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


class Located:
    """The paragraphs of a body, to be looked up by their beginnings."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Looks at each character once."""
        own = [bare(paragraph) for paragraph in paragraphs]
        self._starts = [0, *accumulate(map(len, own))]
        self._whole = "".join(own)
        self._first: dict[str, list[int]] = {}
        for at, paragraph in enumerate(paragraphs):
            self._first.setdefault(start_of(paragraph), []).append(at)

    def find(self, text: str, after: int = 0) -> int | None:
        """The first paragraph from `after` on that begins with the text or, where it is long, holds it near its beginning."""
        key = start_of(text)
        same = self._first.get(key, [])
        if (at := bisect_left(same, after)) < len(same):
            return same[at]
        place = self._whole.find(key, self._starts[after]) if len(key) >= SURE else -1
        if place < 0:
            return None
        paragraph = bisect_right(self._starts, place) - 1
        return paragraph if place - self._starts[paragraph] <= BEFORE else None
