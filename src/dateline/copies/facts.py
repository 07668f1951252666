"""The facts of a text in order: its figures, its names and its content words, and the sentences they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.copies.words import Words
from dateline.data import lines, table
from dateline.languages import READ, stop_words
from dateline.types import Article

STEM = 5  # letters; enough to hold "visit" and "visited" together and to keep "minister" from "ministry" rarely apart
LEAST_WORD = 4  # letters of a content word, and of a name one less
# What a fact counts: two texts on other matters hardly share a figure, and share names less often than words.
FIGURE, NAME, CONTENT = 5, 3, 2
NEAR = 3  # a name or figure makes an anchor with the next three: rewriting turns clauses round and leaves facts near each other
BREAKS = frozenset(".!?\n。！？؟।")
# "SKr318", "23rd", "4.7m" and "40am" are 318, 23, 4.7 and 40.
DIGITS = re.compile(r"[a-z]{0,3}(\d+)")
FRACTION = re.compile(r"\d+")
POINTS = frozenset(".,:")  # inside a figure: 4.7, 38,400, 7:40


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one text, each where it stands first: `keys` in order, `weights`, and the `sentence` that each stands in.

    `sentences` are ranges of words (first, end) in order of the text.
    """

    keys: tuple[str, ...]
    weights: tuple[int, ...]
    words: tuple[int, ...]
    sentence: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    def figures(self) -> frozenset[str]:
        """The figures among the facts."""
        return frozenset(key for key, weight in zip(self.keys, self.weights, strict=True) if weight == FIGURE)

    def mass(self) -> int:
        """What all facts count together."""
        return sum(self.weights)


def facts_of(article: Article, words: Words) -> Facts:
    """The facts that an article tells in the writer's own words: quotations and the headline, which is put on last, left out."""
    text = article.text
    stock = _stock() if article.language in READ else stop_words(article.language)
    body = len(article.title or "")
    sentences = _sentences(text, words)
    named = _names(text, words, sentences)
    found: dict[str, tuple[int, int, int]] = {}
    for number, (first, end) in enumerate(sentences):
        place = first if first < end and words.starts[first] >= body else end
        while place < end:
            key, after = _figure(text, words, place, end)
            weight = FIGURE
            if not key:
                key, weight = _word(words.words[place], named, stock)
            if key and words.own[place]:
                found.setdefault(key, (weight, place, number))
            place = after
    rows = found.values()
    return Facts(
        keys=tuple(found),
        weights=tuple(weight for weight, _, _ in rows),
        words=tuple(place for _, place, _ in rows),
        sentence=tuple(number for _, _, number in rows),
        sentences=sentences,
    )


def anchors_of(facts: Facts) -> frozenset[tuple[str, str]]:
    """The pairs of names and figures that stand near each other in a text, in either order: what a rewrite keeps."""
    found = [key for key, weight in zip(facts.keys, facts.weights, strict=True) if weight > CONTENT]
    return frozenset(
        (min(key, other), max(key, other)) for at, key in enumerate(found) for other in found[at + 1 : at + 1 + NEAR]
    )


def _sentences(text: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Where sentences start and end, by words."""
    starts = [0]
    for place in range(1, len(words.words)):
        gap = text[words.ends[place - 1] : words.starts[place]]
        if BREAKS.intersection(gap) and (len(gap) > 1 or "\n" in gap):
            starts.append(place)
    return tuple(zip(starts, [*starts[1:], len(words.words)], strict=True))


def _names(text: str, words: Words, sentences: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The words that begin with a capital inside of a sentence."""
    first = {start for start, _ in sentences}
    return frozenset(
        _bare(word) for place, word in enumerate(words.words) if place not in first and text[words.starts[place]].isupper()
    )


def _figure(text: str, words: Words, place: int, end: int) -> tuple[str, int]:
    """The figure that begins with a word ("4.7" is two words), or "", and the word behind it."""
    digits = DIGITS.match(words.words[place])
    if digits is None:
        return _numbers().get(words.words[place], ""), place + 1
    after = place + 1
    key = digits[1]
    while after < end and (more := FRACTION.match(words.words[after])):
        gap = text[words.ends[after - 1] : words.starts[after]]
        if len(gap) != 1 or gap not in POINTS:
            break
        key += ("" if gap == "," else ".") + more[0]
        after += 1
    return "#" + (key.lstrip("0") or "0"), after


def _word(word: str, named: frozenset[str], stock: frozenset[str]) -> tuple[str, int]:
    """The key and the weight of a name or a content word; no key for a word that says nothing."""
    bare = _bare(word)
    if len(bare) < LEAST_WORD - 1 or bare in stock:
        return "", 0
    if bare in named:
        return bare, NAME
    return (bare[:STEM], CONTENT) if len(bare) >= LEAST_WORD else ("", 0)


def _bare(word: str) -> str:
    return word.removesuffix("'s")


@cache
def _numbers() -> dict[str, str]:
    """Numbers in words, from two on: "one" is a pronoun too."""
    words = {**table("numbers.toml")["ones"], **table("numbers.toml")["tens"]}
    return {word: f"#{value}" for word, value in words.items() if value > 1}


@cache
def _stock() -> frozenset[str]:
    """Words that say nothing of the matter."""
    return frozenset(word for line in lines("stock_words.txt") for word in line.split())
