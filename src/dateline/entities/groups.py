"""The mentions of bodies and other names grouped by what is meant: full names, and the shorter ones that stand for them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from dateline.data import lines
from dateline.entities.bearers import Short, choose
from dateline.entities.bodies import body_endings, body_leads, goes_by_beginning, is_public, public_bodies
from dateline.entities.named import Key, Named
from dateline.entities.names import COMPANY, key_words
from dateline.types import MentionKind

Form = TypeVar("Form")
# What may be a body's name for short, whatever the model took it for.
SHORT_KINDS: frozenset[MentionKind] = frozenset({"body", "group", "other", "work", "event", "place"})
PLACES: frozenset[MentionKind] = frozenset({"place", "group"})
LIKE = 5  # letters that two forms of one word begin with ("Torva", "Torvan")
UMLAUT = re.compile(r"([aou])e(?=[^aeiou])")  # "Söhne" is written "Soehne" too
MOST = 8  # letters of an acronym


@cache
def institutions() -> frozenset[str]:
    """Words for bodies that belong to others: "the Orven Party's council" is not the party."""
    words = (*lines("institutions.txt"), *lines("body_nouns.txt"), *(body[-1] for body in public_bodies()))
    return frozenset(words) - {"group", "company", "association", "federation", "league", "institute", "union", "alliance"}


@dataclass(frozen=True, slots=True)
class Forms:
    """The full names of bodies by the shorter ones that may stand for them, as numbers."""

    by_words: Mapping[Key, frozenset[int]]
    by_place: Mapping[Key, frozenset[int]]
    by_initials: Mapping[str, frozenset[int]]

    def bearers(self, one: Named) -> frozenset[int]:
        """The bodies that a name may be short for; one that may be a place's, only where it begins the name of a firm or club."""
        found = (self.by_place if one.kind in PLACES else self.by_words).get(one.key, frozenset())
        if not found and one.full == one.name and one.name.isupper() and 1 < len(one.name) <= MOST:
            found = self.by_initials.get(one.name.replace(".", ""), frozenset())
        return found


def group_others(named: Sequence[Named], acting: Mapping[int, bool]) -> list[list[int]]:
    """The numbers of the mentions of each body, place or other name, sorted.

    A name that begins or ends a body's full name, or has its initials, is folded to that body (`choose`); a place only where it
    is `acting`, by its number.
    """
    number = _alike(sorted({one.key for one in named if one.kind == "body"}))
    shorts = list(_shorts(named, number, acting))
    places = [(number[one.key], one.span.article, one.span.start) for one in named if one.kind == "body" and len(one.key) > 1]
    chosen = choose(shorts, places, ahead=False)
    moved = _moved(named, number, chosen)
    groups: dict[tuple[str, str, Key], list[int]] = {}
    for at, one in enumerate(named):
        body = chosen.get(at)
        if body is None and one.kind == "body":
            body = number[one.key]
        body = moved.get(body, body) if body is not None else None
        groups.setdefault((one.kind, "", one.key) if body is None else ("body", str(body), ()), []).append(at)
    return [group for _, group in sorted(groups.items())]


def _shorts(named: Sequence[Named], number: Mapping[Key, int], acting: Mapping[int, bool]) -> Iterator[Short]:
    """The names that may be short for a body; not those that have a legal form or say what they are of, for they are whole."""
    forms = _forms([key for key in number if len(key) > 1], number, named)
    whole = {one.key for one in named if one.kind == "body" and key_words(one.full)[-1] in COMPANY}
    for at, one in enumerate(named):
        complete = one.key in whole or (" of " in one.name and not is_public(one.name))
        if one.kind in SHORT_KINDS and not complete and acting.get(at, True):
            bearers = forms.bearers(one) - {number.get(one.key, -1)}
            if bearers:
                yield Short(at, " ".join(one.key), one.span.article, one.span.start, bearers)


def _moved(named: Sequence[Named], number: Mapping[Key, int], chosen: Mapping[int, int | None]) -> dict[int, int]:
    """Bodies that are always short for another one, by their number, with its number: who is short for them is so for it."""
    meant: dict[int, set[int | None]] = {}
    for at, one in enumerate(named):
        if one.kind == "body":
            meant.setdefault(number[one.key], set()).add(chosen.get(at))
    alone = {body: next(iter(found)) for body, found in meant.items() if len(found) == 1}
    return {body: one for body, one in alone.items() if one is not None and alone.get(one) is None}


def _alike(keys: Sequence[Key]) -> dict[Key, int]:
    """A number for each name; those of three words or more that are the same but for order and endings have one."""
    number: dict[Key, int] = {}
    known: dict[Key, int] = {}
    for at, key in enumerate(keys):
        flat = tuple(UMLAUT.sub(r"\1", word) for word in key)
        turned = tuple(sorted(word[:LIKE] for word in flat)) if len(key) > 2 else flat
        number[key] = known.setdefault(turned, at)
    return number


def _forms(keys: Iterable[Key], number: Mapping[Key, int], named: Sequence[Named]) -> Forms:
    words: dict[Key, set[int]] = {}
    firms: dict[Key, set[int]] = {}
    initials: dict[str, set[int]] = {}
    shortened = {one.key for one in named if one.kind == "body" and goes_by_beginning(one.key, one.full)}
    for key in keys:
        for cut in range(1, len(key)):
            words.setdefault(key[cut:], set()).add(number[key])
            if key[-1] not in institutions() or is_public(" ".join(key[:cut])):
                words.setdefault(key[:cut], set()).add(number[key])
                if key[-1] in body_endings("clubs") or key in shortened:
                    firms.setdefault(key[:cut], set()).add(number[key])
        if len(key) > 1 and key[0] in body_leads():
            for part in (key[:1], key[1:]):
                firms.setdefault(part, set()).add(number[key])
    for one in named:
        if one.kind == "body" and len(one.key) > 1:
            for letters in {_initials(key_words(one.full)), _initials(one.key)}:
                initials.setdefault(letters, set()).add(number[one.key])
    return Forms(_frozen(words), _frozen(firms), _frozen(initials))


def _frozen(table: Mapping[Form, set[int]]) -> dict[Form, frozenset[int]]:
    return {form: frozenset(found) for form, found in table.items()}


def _initials(words: Key) -> str:
    return "".join(word[0] for word in words).upper()
