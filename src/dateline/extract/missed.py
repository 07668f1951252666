"""What trafilatura passed over in the middle of an article: lists, headings, and the paragraphs of a second column."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from dateline.extract.lines import is_prose, kind_of
from dateline.extract.tree import Block

RUN = 5  # words: long enough not to stand in two places by chance
ENOUGH = 3  # paragraphs of the article in one element, or under the same classes; with 2 teasers come in, 4 loses articles
START = 40  # letters and digits by which a block is found again among the lines


def with_missed(lines: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """The lines with those blocks that stand in an element, or under classes, where at least three of the paragraphs stand.

    A block above the last main heading, a list of links, code and all that `kind_of` knows stay out; what is no paragraph, as a
    heading or a short item of a list, comes in only between two paragraphs of the same element.
    """
    whole, runs = set(lines), {run for line in (*lines, " ".join(lines)) for run in _runs(line)}
    held = [block.text in whole or _is_held(block.text, runs) for block in blocks]
    prose = [is_prose(block.text) for block in blocks]
    kept = [index for index, block in enumerate(blocks) if held[index] and prose[index]]
    if not kept:
        return list(lines)
    homes = Counter(blocks[index].home for index in kept)
    hints = Counter((blocks[index].tag, blocks[index].hint) for index in kept)
    top = max((index for index in range(kept[0]) if blocks[index].tag == "h1"), default=-1)
    starts = {start_of(line): index for index, line in reversed(list(enumerate(lines)))}
    missed: dict[int, list[str]] = {}
    last = -1
    for index, block in enumerate(blocks):
        if held[index]:
            last = max(last, starts.get(start_of(block.text), -1))
            continue
        beside = homes[block.home] >= ENOUGH
        wanted = beside and kept[0] < index < kept[-1]
        wanted = wanted or (prose[index] and index > top and (beside or hints[block.tag, block.hint] >= ENOUGH))
        if wanted and not block.linked and block.tag != "pre" and kind_of(block.text) is None:
            missed.setdefault(last, []).append(block.text)
    return [*missed.get(-1, ()), *(text for index, line in enumerate(lines) for text in (line, *missed.get(index, ())))]


def parted(lines: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """The lines, with blocks of the page in the place of a line that is several of them, as trafilatura gives a short page."""
    texts = ["".join(block.text.split()) for block in blocks]
    page = "".join(texts)
    starts = {start: index for index, start in enumerate(accumulate(map(len, texts), initial=0))}
    found: list[str] = []
    for line in lines:
        bare = "".join(line.split())
        start = page.find(bare) if len(bare) >= START else -1
        first, end = starts.get(start, -1), starts.get(start + len(bare), -1)
        found += [block.text for block in blocks[first:end]] if 0 <= first < end - 1 else [line]
    return found


def share_held(lines: Sequence[str], blocks: Sequence[Block]) -> float:
    """The share of the paragraphs of a page, by length and without those that are links, that is among the lines."""
    prose = [block.text for block in blocks if not block.linked and is_prose(block.text)]
    whole, runs = set(lines), set(_runs(" ".join(lines)))
    return sum(len(text) for text in prose if text in whole or _is_held(text, runs)) / max(1, sum(map(len, prose)))


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of five words in a text, in lower case."""
    return frozenset(_runs(text))


def share_among(text: str, runs: frozenset[tuple[str, ...]]) -> float:
    """The share of the runs of five words of a text that are among those given."""
    own = list(_runs(text))
    return sum(run in runs for run in own) / max(1, len(own))


def start_of(text: str) -> str:
    """The first letters and digits of a text, by which it is found again where the white space or the marks are others."""
    return "".join(filter(str.isalnum, text[: 2 * START].lower()))[:START]


def _is_held(text: str, runs: set[tuple[str, ...]]) -> bool:
    """Whether at least half of the runs of words in a text are among those given."""
    own = list(_runs(text))
    return bool(own) and sum(run in runs for run in own) * 2 >= len(own)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of five words in a text; all its words where it has fewer."""
    words = re.findall(r"\w+", text.lower())
    if words:
        yield from (tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
