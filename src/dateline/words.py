"""Word forms: one spelling and one word for a family of words, so that outlets can be compared."""

import re
from collections.abc import Mapping
from functools import lru_cache

from dateline.data import lines

# American and British endings: -ise to -ize, -yse to -yze, -our to -or, -tre to -ter, -elled to -eled.
SPELLINGS = (
    (re.compile(r"is(e[ds]?|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"lys(e[ds]?|ing)$"), r"lyz\1"),
    (re.compile(r"([a-z]{2}[^aeou])our(s|ed|ing|ites?|able|ably|hoods?|ful|less|al|ers?)?$"), r"\1or\2"),
    (re.compile(r"([tb])re([sd]?)$"), r"\1er\2"),
    (re.compile(r"([aeiou][a-z]{0,9}[^aeiou][aeiou])ll(ed|ing|ers?)$"), r"\1l\2"),
)
PAIRS: Mapping[str, str] = dict(line.split() for line in lines("spellings.txt"))
FAMILIES: Mapping[str, str] = {word: family.split()[0] for family in lines("synonyms.txt") for word in family.split()}
WORD = re.compile(r"\w+")
WHERE = re.compile(r"\b(?:in|near|from|outside|around) (?:the )?$")
OF_WHOM = re.compile(r"\b(?:in|near|from|outside|around|at|of|for|to|with|against|by|on) (?:the )?$")


@lru_cache(maxsize=100_000)
def normal_form(lemma: str) -> str:
    """The form that stands for a lemma: lower case, one spelling, the first word of its family."""
    word = lemma.lower()
    word = word if word in FAMILIES else word.strip(".'’-")
    if word in FAMILIES:
        return FAMILIES[word]
    word = one_spelling(word)
    return FAMILIES.get(word, word)


def one_spelling(word: str) -> str:
    """The American spelling of a word in lower case ("harbour", "harbor"), or one form for both spellings."""
    if word in PAIRS:
        return PAIRS[word]
    for pattern, replacement in SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def spoken_words(text: str) -> tuple[str, ...]:
    """The words of a stretch of speech in order, lower case, without punctuation and apostrophes."""
    return tuple(WORD.findall(text.lower().replace("’", "").replace("'", "")))


def is_beside(before: str, *, person: bool) -> bool:
    """Whether the words before a name make it but where a speaker is ("a clerk in "), or of a `person` whose ("the wife of ")."""
    return (OF_WHOM if person else WHERE).search(before) is not None
