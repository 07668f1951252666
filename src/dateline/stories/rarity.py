"""How rare a term is in the news at large: a fixed number, so that what else was read does not change how alike two articles are.

From the word lists of the installed `wordfreq` package (Robyn Speer; data CC BY-SA 4.0), which do not change any more.
"""

import gzip
import math
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from dateline.stories.foreign import terms_of
from dateline.terms import stem, stock_words

# An article of this many words holds a word of frequency f with probability 1 - exp(-f * words).
ARTICLE_WORDS = 400
# The share of articles that is taken for names, numbers and words that the lists do not hold. Swept on the development sets
# with the whole list from .001 to .005: from .002 to .0035 nothing changes much.
LEAST_SHARE = 0.0025
RAREST = -math.log(LEAST_SHARE)
PLAIN = 3.5  # rarity of a word in a language without a list: 3 % of articles
LISTS = {"no": "nb", "tl": "fil", "hr": "sh", "sr": "sh", "bs": "sh"}  # where wordfreq calls a language otherwise


@lru_cache(maxsize=1 << 18)
def rarity(term: str) -> float:
    """The logarithm of how rare a term is: 0 for one that every article holds, `RAREST` for a name that no list knows."""
    language, _, key = term.rpartition(":")
    if key[:1].isdigit():
        return RAREST
    listed = _rarities(language)
    return PLAIN if listed is None else listed.get(key, RAREST)


@cache
def _rarities(language: str) -> dict[str, float] | None:
    """The rarity of the listed terms of a language, English where it is empty; None where there is no list."""
    frequency: dict[str, float] = {}
    listed = _frequencies(language or "en")
    if listed is None:
        return None
    for word, share in listed.items():
        for term in terms_of(word, language) if language else [stem(word)]:
            frequency[term] = frequency.get(term, 0.0) + share
    shares = {term: 1 - math.exp(-share * ARTICLE_WORDS) for term, share in frequency.items()}
    return {term: -math.log(share) for term, share in shares.items() if share > LEAST_SHARE and term not in stock_words()}


def _frequencies(language: str) -> dict[str, float] | None:
    """The frequency of each listed word: the list's n-th bin holds the words of 10^(-n/100)."""
    name = f"small_{LISTS.get(language, language)}.msgpack.gz"
    packed = files("wordfreq") / "data" / name
    if not packed.is_file():
        return None
    _, *bins = msgspec.msgpack.decode(gzip.decompress(packed.read_bytes()))
    return {word: 10 ** (-at / 100) for at, words in enumerate(bins) for word in words}
