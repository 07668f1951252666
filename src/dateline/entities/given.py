"""Given names: the short and pet forms of one name, and whether a word is one."""

from functools import cache

from dateline.data import lines, table
from dateline.entities.names import same_word

LEAST = 3  # letters of a short form that no list has
# What makes a woman's name of a man's: no short form.
FEMININE = frozenset({"ina", "ine", "etta", "ette", "inha"})


def given_agree(left: str, right: str) -> bool:
    """Whether two given names can be one person's: the same word, an initial of it, a pet form, or its first letters ("Greg")."""
    if len(left) == 1 or len(right) == 1:
        initial, name = sorted((left, right), key=len)
        return initial in {other[0] for other in forms_of(name)}
    if same_word(left, right) or not _lines().get(left, frozenset()).isdisjoint(_lines().get(right, frozenset())):
        return True
    short, long = sorted((left, right), key=len)
    rest = long[len(short) :]
    return len(short) >= LEAST and long.startswith(short) and len(rest) >= LEAST and rest not in FEMININE


def is_given(word: str) -> bool:
    """Whether a word is a given name that a list has."""
    return word in _lines() or any(word in _words(gender) for gender in ("he", "she"))


def gender_of(word: str) -> str | None:
    """ "he" or "she" for a given name that is borne by one sex nearly alone, or a word of address or kin; else None."""
    told = {gender for form in forms_of(word) if (gender := _genders().get(form)) is not None}
    return next(iter(told)) if len(told) == 1 else None


@cache
def _words(gender: str) -> frozenset[str]:
    return frozenset(table("gendered.toml")["given"][gender].split())


@cache
def _genders() -> dict[str, str]:
    rows = table("gendered.toml")
    return {
        word: gender for kind in ("given", "titles", "nouns") for gender in ("he", "she") for word in rows[kind][gender].split()
    }


def forms_of(word: str) -> frozenset[str]:
    """A given name and all other forms of it."""
    rows = lines("nicknames.txt")
    return frozenset((word, *(form for at in _lines().get(word, ()) for form in rows[at].split())))


@cache
def _lines() -> dict[str, frozenset[int]]:
    """The lines of the table that each name stands in."""
    found: dict[str, set[int]] = {}
    for at, line in enumerate(lines("nicknames.txt")):
        for name in line.split():
            found.setdefault(name, set()).add(at)
    return {name: frozenset(places) for name, places in found.items()}
