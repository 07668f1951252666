"""An article as the copy finder reads it."""

from dataclasses import dataclass

from dateline.copies.facts import Facts, facts_of
from dateline.copies.words import Words, words_of
from dateline.types import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with its words and its facts."""

    article: Article
    words: Words
    facts: Facts


def read(article: Article) -> Reading:
    """The reading of an article."""
    words = words_of(article)
    return Reading(article, words, facts_of(article, words))
