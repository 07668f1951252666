"""The terms of English texts: words by their stems, without those that say nothing of the matter."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.data import lines

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDINGS = ("ing", "ed", "es", "s")


def terms_in(text: str) -> Iterator[str]:
    """The terms of a text, in order."""
    for word in WORD.findall(text):
        term = term_of(word)
        if term:
            yield term


@lru_cache(maxsize=100_000)
def term_of(word: str) -> str | None:
    """The stem of a word; None of one that says nothing."""
    term = stem(word)
    return term if len(term) > 1 and term not in stock_words() else None


def stem(word: str) -> str:
    """A word in lower case without possessive and common endings."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if len(low) <= 4:
        return low
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low.removesuffix("e") if len(low) > 4 else low


@cache
def stock_words() -> frozenset[str]:
    """The stems of words that say nothing of the matter."""
    return frozenset(stem(word) for line in lines("stock_words.txt") for word in line.split())
