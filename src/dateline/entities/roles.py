"""The words of office and calling that stand beside a person's name."""

import re
from functools import cache

from dateline.data import lines

BEFORE = re.compile(r"(?:[\w.'’-]+ ){1,6}$")
MOST = 6  # words of a role
REACH = 80  # characters beside a name in which they stand: a bound on work
ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "mx"})
COMING = re.compile(r"-(?:elect|designate)$")
NO_ROLE = frozenset({"the", "a", "an", "then", "former", "and", "but", "so", "when", "while", "as", "for", "if", "in", "with"})


def _ends(word: str) -> bool:
    """Whether a sentence ends with a word: not an initial or abbreviation ("U.S.", "Gen.")."""
    return word.endswith(".") and "." not in word[:-1] and word[:-1].lower() not in offices()


@cache
def offices() -> frozenset[str]:
    """Words that name an office or calling, of up to three."""
    return frozenset((*lines("titles.txt"), *lines("occupations.txt")))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(office.split()[-1] for office in offices())


def role_before(text: str, start: int) -> str | None:
    """The role before the name that starts at `start` ("US Defense Secretary"), or None; forms of address alone are none."""
    if text[start - 1 : start] != " " or COMING.sub("", word_before(text, start).lstrip("\"“‘'([—–")) not in _last_words():
        return None  # as nearly always, which spares the search
    match = BEFORE.search(text[max(0, start - REACH) : start])
    if match is None:
        return None
    words = match.group().split()[-MOST:]
    longest = next((n for n in range(min(3, len(words)), 0, -1) if COMING.sub("", " ".join(words[-n:]).lower()) in offices()), 0)
    if not longest or len(" ".join(words[-longest:])) <= 4:
        return None
    at = len(words) - longest
    while at > 0 and words[at - 1][0].isupper() and words[at - 1].lower() not in NO_ROLE and not _ends(words[at - 1]):
        at -= 1
    return " ".join(words[at:])


def called_words(name: str) -> int:
    """How many characters of a name are words of address, office or calling before the name proper ("Striker |Ada Brun")."""
    words = name.split(" ")
    for count in range(min(3, len(words) - 1), 0, -1):
        if " ".join(words[:count]).lower().replace(".", "") in offices():
            rest = name[len(" ".join(words[:count])) + 1 :]
            return len(name) - len(rest) + called_words(rest)
    return 0


def word_before(text: str, start: int, *, mark: str = " ") -> str:
    """The word before a place in a text and a `mark`, lower case, without a dot; empty where another mark stands between."""
    before = text[max(0, start - 20) : start]
    word = before.removesuffix(mark).split()[-1:] if before.endswith(mark) else []
    return word[0].lower().rstrip(".") if word and word[0][-1] not in ',;:)”"' else ""
