"""The terms of an article and how much each weighs before its rarity: English ones by stem, others by language."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dateline.languages import is_read
from dateline.stories import foreign
from dateline.terms import WORD, term_of
from dateline.types import Article

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


def _telling(word: str) -> tuple[str, ...]:
    """The stem of a word; nothing of one that says nothing."""
    term = term_of(word)
    return () if term is None else (term,)
