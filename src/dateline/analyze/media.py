"""Agencies and outlets by the names texts give them."""

from functools import cache

from dateline.analyze.genders import is_given_name
from dateline.data import table
from dateline.types import LinkKind

_LONGEST = 4
"""Words of an outlet's name that is not listed. By judgement."""
_FORMS = ("news agency", "press agency", "wire service")
_TABLES: tuple[tuple[str, str, LinkKind], ...] = (
    ("outlets.toml", "outlet", "cited outlet"),
    ("agencies.toml", "agency", "agency"),
)


@cache
def known_media() -> dict[str, tuple[LinkKind, str]]:
    """Spellings of agencies and outlets without a leading "the", each with its kind of link and its usual name."""
    found: dict[str, tuple[LinkKind, str]] = {}
    for file, key, kind in _TABLES:
        for row in table(file)[key]:
            for spelling in (row["name"], *row["spellings"]):
                found[_bare(str(spelling))] = (kind, str(row["name"]))
    return found


def _bare(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def medium(phrase: str) -> tuple[LinkKind, str] | None:
    """What kind of medium a phrase begins or ends with, and its usual name; None for what is neither agency nor outlet."""
    name = _bare(phrase)
    words = name.split()
    for size in range(len(words), 0, -1):
        for part in (words[:size], words[-size:]):
            hit = known_media().get(_bare(" ".join(part).rstrip(",")))
            if hit is not None and (size == len(words) or hit[0] == "agency"):
                return hit
    lowered = name.lower()
    if any(form in lowered for form in _FORMS):
        return "agency", name
    if lowered in table("media_words.toml")["state"]["names"]:
        return "cited outlet", name
    shown = outlet_name(name)
    return None if shown is None else ("cited outlet", shown)


def outlet_name(phrase: str) -> str | None:
    """The name of an outlet that a phrase shows to be one, listed or not ("Tarn Herald", "the newspaper Kurier"); else None."""
    words = _bare(phrase).split()
    for noun, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        if noun and noun[0] in _words("nouns") and rest and all(word[:1].isupper() for word in rest):
            return " ".join(rest)
    if not 1 < len(words) <= _LONGEST or not all(word[:1].isupper() for word in words) or is_given_name(words[0]):
        return None
    return " ".join(words) if words[-1] in _words("last") or words[0] in _words("first") else None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(table("media_words.toml")["names"][key]).split())
