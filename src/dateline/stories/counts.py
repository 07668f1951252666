"""The terms of an article and how much each weighs before its rarity: English ones by stem, others by language."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial

from dateline.data import lines
from dateline.languages import is_read
from dateline.stories import foreign
from dateline.types import Article

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDINGS = ("ing", "ed", "es", "s")
# Words of the title and the lead weigh twice. Swept on the development streams: core B-cubed rises by .008, not more with other
# weights.
LEAD_WORDS = 60
BEGINNING = 100  # words; they say which event it is, the rest shares its background with other stories of the same actors

Terms = Counter[str]


def count_terms(article: Article) -> tuple[Terms, Terms, Terms]:
    """How much each term weighs in an article, in its first `BEGINNING` words, and in its title.

    Terms of other languages than those that are read begin with their code.
    """
    pattern, telling = _reader(article)
    words = pattern.findall(article.text)
    in_title = len(pattern.findall(article.text, 0, len(article.title or "")))
    heavy = words[: max(in_title, LEAD_WORDS)]
    whole, beginning = Counter(words), Counter(words[:BEGINNING])
    whole.update(heavy)
    beginning.update(heavy[:BEGINNING])
    return _terms(whole, telling), _terms(beginning, telling), _terms(Counter(words[:in_title]), telling)


def _terms(words: Counter[str], telling: Callable[[str], Sequence[str]]) -> Terms:
    """How much the terms weigh that some words give, by how much each of these does."""
    total: Terms = Counter()
    for word, weight in words.items():
        for term in telling(word):
            total[term] += weight
    return total


def term_places(article: Article) -> Iterator[tuple[str, int, int]]:
    """Each term of an article with its place in the text, in order."""
    pattern, telling = _reader(article)
    for match in pattern.finditer(article.text):
        for term in telling(match.group()):
            yield term, match.start(), match.end()


def _reader(article: Article) -> tuple[re.Pattern[str], Callable[[str], Sequence[str]]]:
    """What finds the words of an article, and what gives the terms of each."""
    if is_read(article):
        return WORD, _telling
    return foreign.WORD, partial(foreign.marked_terms, language=article.language)


@lru_cache(maxsize=100_000)
def _telling(word: str) -> tuple[str, ...]:
    """The stem of a word; nothing of one that says nothing."""
    term = stem(word)
    return (term,) if len(term) > 1 and term not in stock_words() else ()


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
