"""Terms: the words of a statement under the forms in which two statements are compared, and what each weighs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

from dateline.words import normal_form

JOINED = re.compile(r"[-–—/]")


def terms(lemmas: Iterable[str]) -> frozenset[str]:
    """The comparable terms of a statement; numbers are left out, because they are compared as figures and times."""
    return _terms(tuple(lemmas))


@lru_cache(maxsize=50_000)
def _terms(lemmas: tuple[str, ...]) -> frozenset[str]:
    forms = {normal_form(part) for lemma in lemmas for part in JOINED.split(lemma)}
    return frozenset(form for form in forms if len(form) > 1 and not any(sign.isdigit() for sign in form))


# What a name weighs more than a word that as many articles have; a name says what a clause is about.
NAMED = 1.0


def weigh(articles: Sequence[frozenset[str]], names: frozenset[str]) -> dict[str, float]:
    """The weight of each term: one plus the log of the number of articles over those that have it; rarer terms weigh more.

    A name weighs more by `NAMED`, unless more than half of the articles have it: then it tells no clause from another.
    """
    count = Counter(term for found in articles for term in found)
    telling = {term for term, number in count.items() if term in names and (2 * number <= len(articles) or number <= 2)}
    return {term: 1.0 + log(len(articles) / number) + NAMED * (term in telling) for term, number in count.items()}


# Letters of the beginning of a word that those of one family mostly share ("inspect", "inspection").
STEM = 5


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of words, by which those of one family meet."""
    return frozenset(word[:STEM] for word in words)
