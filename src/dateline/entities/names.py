"""Names as keys: what stays the same when a name is written another way."""

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz

from dateline.data import lines

INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
COMPANY = frozenset({"inc", "corp", "corporation", "ltd", "llc", "plc", "co", "company", "ag", "sa", "gmbh"})
LONG_ENOUGH = 5  # letters; in shorter words one letter makes another name
ALIKE = 85  # of 100: one letter in seven


def key_words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, hyphens, dots between initials, a leading article or a closing possessive."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ß", "ss"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = INITIALS.sub(lambda match: match.group().replace(".", ""), plain.removesuffix("'s").removesuffix("'"))
    words = [_spellings().get(word, word) for word in re.findall(r"[^\W_]+", plain.replace("'", "").casefold())]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name, the form of a company left out; "Ministry of Defense" becomes "defense ministry"."""
    words = key_words(name)
    if len(words) >= 3 and words[0] == "ministry" and words[1] in ("of", "for"):
        kept = [word for word in words[2:] if word not in ("national", "the", "of", "affairs")]
        return (*kept, "ministry") if kept else words
    while len(words) > 1 and words[-1] in COMPANY:
        words = words[:-1]
    return words


def same_word(left: str, right: str) -> bool:
    """Whether two words of names are one word, spelt alike or nearly (Mohamed, Mohammed); Daniel and Daniela are two.

    A difference in the last letter counts only as one letter more of the same sound (Zelensky, Zelenskyy, Zelenskiy).
    """
    if left == right:
        return True
    if min(len(left), len(right)) < LONG_ENOUGH or left[0] != right[0]:
        return False
    return _ending(left) == _ending(right) and fuzz.ratio(left, right) >= ALIKE


def _ending(word: str) -> str:
    """The last letter, i and y being one."""
    return "y" if word[-1] in "iy" else word[-1]


@cache
def _spellings() -> dict[str, str]:
    """British to American spelling."""
    return dict(line.split() for line in lines("spellings.txt"))
