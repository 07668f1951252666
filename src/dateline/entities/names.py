"""Names as keys: what stays the same when a name is written another way."""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz import fuzz

from dateline.data import lines

INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
COMPANY = frozenset({"inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "llp", "plc", "co", "company"})
COMPANY |= frozenset(
    {"ag", "sa", "ab", "nv", "bv", "oy", "oyj", "as", "asa", "aps", "spa", "srl", "sarl", "sas", "gmbh", "kg", "se", "pty"}
)
COMPANY |= frozenset(
    {"zrt", "nyrt", "kft", "ao", "oao", "ooo", "pao", "pjsc", "jsc", "sl", "slu", "ltda", "doo", "sro", "bhd", "kk", "pvt"}
)
LINKING = frozenset({"of", "for", "and", "the", "de", "du", "des", "der", "und", "et"})
MINISTRIES = frozenset({"ministry", "department"})
LONG_ENOUGH = 5  # letters; in shorter words one letter makes another name
ALIKE = 85  # of 100: one letter in seven
LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "AE",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "œ": "oe",
        "ə": "a",
    }
)
# What romanisations of one sound differ in, in this order: the ends of Slavic surnames, then digraphs, then single letters.
ENDINGS = re.compile(r"(?:ou|au|ow|ov|ev|off|eff)$")
SOUNDS = (
    *(("kh", "h"), ("gh", "g"), ("ph", "f"), ("zh", "j"), ("tch", "ch"), ("ck", "k"), ("w", "v"), ("q", "k")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "a"), ("y", "i"), ("e", "i"), ("o", "u")),
)
WORDS = 1 << 16  # names and words whose keys are remembered: a large storyline asks for those of each a dozen times
DOUBLED = re.compile(r"(\w)\1")


@lru_cache(WORDS)
def plain(name: str) -> str:
    """A name without case and accents, its letters those of English."""
    if name.isascii():
        return name.lower()
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").translate(LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


@lru_cache(WORDS)
def key_words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, hyphens, dots between initials, a leading article or a closing possessive."""
    bare = plain(name).removesuffix("'s").removesuffix("'")
    bare = INITIALS.sub(lambda match: match.group().replace(".", ""), bare)
    words = [_spellings().get(word, word) for word in re.findall(r"[^\W_]+", bare.replace("'", ""))]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(WORDS)
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name, the form of a company and linking words left out.

    "Ministry of Defense" becomes "defense ministry".
    """
    words = tuple("brothers" if word == "bros" else word for word in key_words(name))
    while len(words) > 1 and words[-1] in COMPANY:
        words = words[:-1]
    kept = tuple(word for word in words if word not in LINKING) or words
    if len(words) > 2 and words[0] in MINISTRIES and words[1] in ("of", "for"):
        inner = tuple(word for word in kept[1:] if word not in ("national", "affairs"))
        return (*inner, kept[0]) if inner else kept
    return kept


def same_word(left: str, right: str) -> bool:
    """Whether two words of names are one word, spelt alike or nearly (Mohamed, Mohammed); Daniel and Daniela are two.

    A difference in the last letter counts only as one letter more of the same sound (Zelensky, Zelenskyy, Zelenskiy).
    """
    if left == right:
        return True
    left, right = sound(left), sound(right)
    if left == right:
        return len(left) > 2
    if min(len(left), len(right)) < LONG_ENOUGH or left[0] != right[0] or left[-1] != right[-1]:
        return False
    return fuzz.ratio(left, right) >= ALIKE


@lru_cache(WORDS)
def sound(word: str) -> str:
    """A word of a name with what its romanisations differ in evened out (Sayeed, Sayed and Said; Petrov and Petrow)."""
    word = ENDINGS.sub("ov", word) if len(word) >= LONG_ENOUGH else word
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    while DOUBLED.search(word):
        word = DOUBLED.sub(r"\1", word)
    return word


@cache
def particles() -> frozenset[str]:
    """Small words of surnames ("van", "al"), without which a surname is the same."""
    return frozenset(lines("particles.txt"))


@cache
def _spellings() -> dict[str, str]:
    """British to American spelling."""
    return dict(line.split() for line in lines("spellings.txt"))
