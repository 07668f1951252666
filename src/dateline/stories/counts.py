"""The terms of an article and how much each weighs before its rarity: English ones by stem, others by language."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from dateline.data import lines
from dateline.languages import is_read
from dateline.stories.foreign import count_foreign, foreign_places
from dateline.types import Article

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDINGS = ("ing", "ed", "es", "s")
# Swept on the development streams: core B-cubed rises by .008 with titles and leads weighted, not more with other weights.
TITLE_WEIGHT = 2
LEAD_WORDS = 60
LEAD_WEIGHT = 2


def count_terms(article: Article, words: int | None = None) -> Counter[str]:
    """How much each term weighs in an article, or in its first `words` words; terms of other languages begin with their code."""
    if not is_read(article):
        return count_foreign(article, words, (TITLE_WEIGHT, LEAD_WORDS, LEAD_WEIGHT))
    total: Counter[str] = Counter()
    title = len(article.title or "")
    for at, match in enumerate(islice(WORD.finditer(article.text), words)):
        if term := _telling(match.group()):
            total[term] += TITLE_WEIGHT if match.end() <= title else LEAD_WEIGHT if at < LEAD_WORDS else 1
    return total


def term_places(article: Article) -> Iterator[tuple[str, int, int]]:
    """Each term of an article with its place in the text, in order."""
    if not is_read(article):
        yield from foreign_places(article)
        return
    for match in WORD.finditer(article.text):
        if term := _telling(match.group()):
            yield term, match.start(), match.end()


@lru_cache(maxsize=100_000)
def _telling(word: str) -> str:
    """The stem of a word; empty for one that says nothing."""
    term = stem(word)
    return term if len(term) > 1 and term not in stock_words() else ""


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
