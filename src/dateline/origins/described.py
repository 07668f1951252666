"""Sources that go by what they are: "the owner said" in one article is who another introduces as "the owner, Lars Dahl"."""

import re
from collections.abc import Iterable, Mapping

from dateline.data import lines
from dateline.origins.documents import TIMES

_ROLE = r"(?P<role>(?:[a-z-]{1,30} ){0,3}?[a-z-]{1,30})"
_NAME = r"(?P<name>[A-Z][\w&’'-]{0,40}(?: (?:of |and |& )?[A-Z][\w&’'-]{0,40}){0,4})"
_WHOSE = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[\w-]{1,40}['’]s)"
_INTRODUCED = (
    # "the owner, Lars Dahl" · "the ferry's owner, Lars Dahl" · "its maker, the Felsgrund works"
    re.compile(rf"\b{_WHOSE} {_ROLE},? (?:the )?{_NAME}"),
    # "Norvane Minerals, the owner of the mine" · "Lars Dahl, who is the owner,"
    re.compile(rf"\b{_NAME}, (?:(?:who|which) (?:is|was) )?{_WHOSE} {_ROLE}(?=[,.;:)\n]| (?:of|in|at|for)\b)"),
)
_KNOWN = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) ")
# Nouns that every text has another holder of: a body, who speaks for one, the firm that is told of.
_ANY = frozenset(lines("body_nouns.txt")) | frozenset(lines("institutions.txt")) | frozenset(lines("source_words.txt"))
_FIRMS = frozenset(("company", "firm", "house", "station", "paper", "newspaper"))
Holders = Mapping[str, Mapping[str, frozenset[str]]]


def is_description(speaker: str, words: str) -> bool:
    """Whether a source goes by what it is, as one that is known ("the owner", "its owner"), by its name and its words."""
    return speaker.islower() and _KNOWN.match(words) is not None and speaker not in _ANY | _FIRMS


def find_holders(speakers: Iterable[str], texts: Mapping[str, str]) -> Holders:
    """The names that texts introduce as what a source goes by, by what that is and by text."""
    roles = {speaker for speaker in speakers if speaker.islower()} - _ANY - _FIRMS
    found: dict[str, dict[str, set[str]]] = {role: {} for role in roles}
    for pattern in _INTRODUCED if roles else ():
        for text, words in texts.items():
            for match in pattern.finditer(words):
                if match["role"] in roles and match["name"].split()[0].lower() not in TIMES:
                    found[match["role"]].setdefault(text, set()).add(match["name"])
    return {role: {text: frozenset(names) for text, names in by.items()} for role, by in found.items()}


def holder_of(role: str, text: str, holders: Holders) -> str | None:
    """Whom a description means: the only one of its text that is introduced so, else the only one of all."""
    told = holders.get(role, {})
    everywhere = frozenset(name for names in told.values() for name in names)
    for names in (told.get(text, frozenset()), everywhere):
        if names:
            longest = max(sorted(names), key=len)
            return longest if all(set(name.split()) <= set(longest.split()) for name in names) else None
    return None
