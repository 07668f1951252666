"""Porter's suffix stripping for English (Porter 1980), with the departures that NLTK makes, by which timelines are scored.

Only a scorer needs it: that two words of a reference and of an answer count as one must be decided as others decide it.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

Test = Callable[[str], bool]
Rule = tuple[str, str, Test]

# Words that the rules would treat badly, by their stems.
IRREGULAR = {
    **dict.fromkeys(("sky", "skies"), "sky"),
    **{f"{word}{ending}": word for word in ("inning", "outing", "canning") for ending in ("", "s")},
    **{word: word for word in ("news", "howe", "proceed", "exceed", "succeed")},
    "dying": "die",
    "lying": "lie",
    "tying": "tie",
}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 2:
        return word
    for step in (_plural, _past, _final_y, _double_suffixes, _suffixes, _last_suffix, _final_e, _final_l):
        word = step(word)
    return word


def _is_consonant(word: str, place: int) -> bool:
    if word[place] == "y":
        return place == 0 or not _is_consonant(word, place - 1)
    return word[place] not in "aeiou"


def _measure(word: str) -> int:
    """How often a consonant follows a vowel."""
    kinds = [_is_consonant(word, place) for place in range(len(word))]
    return sum(later and not earlier for earlier, later in pairwise(kinds))


def _has_vowel(word: str) -> bool:
    return not all(_is_consonant(word, place) for place in range(len(word)))


def _doubled(word: str) -> bool:
    return len(word) >= 2 and word[-1] == word[-2] and _is_consonant(word, len(word) - 1)


def _short_end(word: str) -> bool:
    """Whether it ends in consonant, vowel, consonant, the last not w, x or y; or is a vowel and a consonant."""
    ends = [_is_consonant(word, place) for place in range(max(0, len(word) - 3), len(word))]
    if len(word) == 2:
        return ends == [False, True]
    return ends == [True, False, True] and word[-1] not in "wxy"


def _apply(word: str, rules: Sequence[Rule]) -> str:
    """The word with the first ending that it has replaced, if what is left passes the test."""
    for ending, put, test in rules:
        if word.endswith(ending):
            left = word[: len(word) - len(ending)]
            return left + put if test(left) else word
    return word


def _any(_left: str) -> bool:
    return True


def _some(left: str) -> bool:
    return _measure(left) > 0


def _more(left: str) -> bool:
    return _measure(left) > 1


def _rules(endings: str) -> tuple[Rule, ...]:
    """Endings and what is put in their place where something is left to stand before it."""
    return tuple((ending, put, _some) for ending, _, put in (pair.partition(":") for pair in endings.split()))


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) == 4:
        return word[:-1]
    return _apply(word, (("sses", "ss", _any), ("ies", "i", _any), ("ss", "ss", _any), ("s", "", _any)))


def _past(word: str) -> str:
    if word.endswith("ied"):
        return word[:-1] if len(word) == 4 else word[:-2]
    if word.endswith("eed"):
        return _apply(word, (("eed", "ee", _some),))
    left = next((word[: -len(end)] for end in ("ed", "ing") if word.endswith(end)), None)
    if left is None or not _has_vowel(left):
        return word
    if left.endswith(("at", "bl", "iz")):
        return left + "e"
    if _doubled(left):
        return left if left[-1] in "lsz" else left[:-1]
    return left + "e" if _measure(left) == 1 and _short_end(left) else left


def _final_y(word: str) -> str:
    return _apply(word, (("y", "i", lambda left: len(left) > 1 and _is_consonant(left, len(left) - 1)),))


SECOND: tuple[Rule, ...] = (
    *_rules("ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize"),
    *_rules("ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble fulli:ful"),
    ("logi", "log", lambda left: _some(left + "l")),
)


def _double_suffixes(word: str) -> str:
    if word.endswith("alli") and _some(word[:-4]):
        return _double_suffixes(word[:-2])
    return _apply(word, SECOND)


THIRD = _rules("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:")


def _suffixes(word: str) -> str:
    return _apply(word, THIRD)


FOURTH: tuple[Rule, ...] = (
    *((ending, "", _more) for ending in ("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent")),
    ("ion", "", lambda left: _more(left) and left[-1] in "st"),
    *((ending, "", _more) for ending in ("ou", "ism", "ate", "iti", "ous", "ive", "ize")),
)


def _last_suffix(word: str) -> str:
    return _apply(word, FOURTH)


def _final_e(word: str) -> str:
    return _apply(word, (("e", "", lambda left: _more(left) or (_some(left) and not _short_end(left))),))


def _final_l(word: str) -> str:
    return word[:-1] if word.endswith("ll") and _more(word[:-1]) else word
