"""Agencies and outlets by the names texts give them."""

from functools import cache

from dateline.data import table
from dateline.types import LinkKind

_FORMS = ("news agency", "press agency", "wire service")
_TABLES: tuple[tuple[str, str, LinkKind], ...] = (
    ("outlets.toml", "outlet", "cited outlet"),
    ("agencies.toml", "agency", "agency"),
)
_STATE = frozenset({"state media", "state television", "state tv", "state radio", "state news agency"})


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
    if lowered in _STATE or any(form in lowered for form in _FORMS):
        return "agency", name
    return None
