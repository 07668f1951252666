"""The order of facts in two texts: a rewrite changes the words and keeps the order of names, figures and acts."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline.copies.words import Words
from dateline.data import lines
from dateline.languages import READ, stop_words

STEM = 5  # letters; enough to hold "visit" and "visited" together and to keep "minister" from "ministry" rarely apart
LEAST_FACTS = 4  # a sentence with fewer says too little to be told from another
ALIKE = 0.3  # Dice of two sentences' facts from which on they may tell the same
BREAKS = frozenset(".!?\n。！？؟।")
Facts = tuple[frozenset[str], ...]


def facts_of(text: str, words: Words, language: str = "en") -> Facts:
    """For each sentence that tells enough, the stems of its names, figures and content words, quotations left out."""
    sentences: list[set[str]] = [set()]
    stock = _stock() if language in READ else stop_words(language)
    end = 0
    for word, start, stop, own in zip(words.words, words.starts, words.ends, words.own, strict=True):
        gap = text[end:start]
        if BREAKS.intersection(gap) and (len(gap) > 1 or "\n" in gap):
            sentences.append(set())
        end = stop
        if own and _tells(word, text[start], stock):
            sentences[-1].add(word if word[0].isdigit() else word[:STEM])
    return tuple(frozenset(facts) for facts in sentences if len(facts) >= LEAST_FACTS)


def anchors_of(text: str, words: Words) -> tuple[tuple[str, str], ...]:
    """The pairs of names and figures that follow one another in a text: what a rewrite keeps."""
    found = [
        word
        for word, start, own in zip(words.words, words.starts, words.own, strict=True)
        if own and word not in _stock() and (text[start].isupper() or text[start].isdigit())
    ]
    return tuple(pair for pair in pairwise(found) if pair[0] != pair[1])


def order_kept(left: Facts, right: Facts) -> float:
    """How much of the shorter text the other tells in the same order: mean likeness along the best chain of sentences, 0 to 1."""
    if not left or not right:
        return 0.0
    row = [0.0] * (len(right) + 1)
    for facts in left:
        row = _next_row(row, facts, right)
    return row[-1] / min(len(left), len(right))


def _next_row(row: Sequence[float], facts: frozenset[str], right: Facts) -> list[float]:
    """One more row of the table of best chains."""
    fresh = [0.0] * len(row)
    for j, other in enumerate(right):
        likeness = 2 * len(facts & other) / (len(facts) + len(other))
        chained = row[j] + likeness if likeness >= ALIKE else 0.0
        fresh[j + 1] = max(row[j + 1], fresh[j], chained)
    return fresh


def _tells(word: str, first: str, stock: frozenset[str]) -> bool:
    """Whether a word is a name, a figure or a content word."""
    return first.isdigit() or (len(word) >= 3 and word not in stock and (first.isupper() or len(word) > 3))


@cache
def _stock() -> frozenset[str]:
    """Words that say nothing of the matter."""
    return frozenset(word for line in lines("stock_words.txt") for word in line.split())
