"""Two people of one full name in one storyline: told apart by their ages, or because a text says that they share the name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.entities.named import Named
from dateline.entities.people import person_name
from dateline.entities.posts import role_words

BEHIND = re.compile(r", (?:aged )?(\d\d)(?=[,;)]|\.(?!\d)| and )")
BEFORE = re.compile(r"\b(\d\d)-year-old (?:[\w-]+ ){0,3}$")
SHARING = re.compile(r"\b(?:namesake|the same name|(?:share|shares|shared|bears) (?:his|her|a|the) name)\b")
REACH = 40  # characters before a name in which an age stands
APART = 10  # years between two ages of two people: two pages that differ by less may be at odds about one


@dataclass(frozen=True, slots=True)
class Unit:
    """A full name with the shorter ones that follow it in its article, the age told beside it, and the words of its role."""

    named: tuple[Named, ...]
    age: int | None
    roles: frozenset[str]
    sharing: bool


def parted(groups: Iterable[list[Named]], texts: Mapping[str, str]) -> Iterator[list[Named]]:
    """The groups of mentions of persons, one of two people of one name parted."""
    for group in groups:
        units = list(_units(group, texts)) if len(group) > 1 and group[0].kind == "person" else []
        seeds = _seeds(units)
        if len(seeds) < 2:
            yield group
            continue
        parts: list[list[Named]] = [[] for _ in seeds]
        for unit in units:
            parts[_home(unit, seeds)] += unit.named
        yield from (sorted(part, key=lambda one: one.span) for part in parts if part)


def _units(group: Sequence[Named], texts: Mapping[str, str]) -> Iterator[Unit]:
    found: list[list[Named]] = []
    for one in sorted(group, key=lambda one: one.span):
        here = found and found[-1][0].span.article == one.span.article
        if here and (person_name(one.name).short or person_name(found[-1][0].name).short):
            found[-1].append(one)
        else:
            found.append([one])
    for at, named in enumerate(found):
        after = found[at + 1][0] if at + 1 < len(found) else None
        text = texts[named[0].span.article]
        stop = after.span.start if after is not None and after.span.article == named[0].span.article else len(text)
        ages = [age for one in named if (age := _age(text, one.span.start, one.span.end)) is not None]
        roles = frozenset(word for one in named for word in role_words(text, one.span))
        yield Unit(tuple(named), ages[0] if ages else None, roles, bool(SHARING.search(text, named[0].span.end, stop)))


def _age(text: str, start: int, end: int) -> int | None:
    found = BEHIND.match(text, end) or BEFORE.search(text[max(0, start - REACH) : start])
    return int(found.group(1)) if found is not None else None


def _seeds(units: Sequence[Unit]) -> list[list[Unit]]:
    """Units that are surely of two people or more: of other ages, or beside what says that another bears the name."""
    seeds: list[list[Unit]] = []
    for unit in units:
        if unit.age is not None:
            near = next((seed for seed in seeds if abs((seed[0].age or 0) - unit.age) < APART), None)
            seeds.append([unit]) if near is None else near.append(unit)
    roles = [frozenset(word for unit in seed for word in unit.roles) for seed in seeds]
    if len(seeds) > 1 and any(roles) and all(left.isdisjoint(right) for left, right in combinations(roles, 2)):
        return seeds
    sharing = [unit for unit in units if unit.sharing]
    rest = [unit for unit in units if not unit.sharing and _article(unit) not in {_article(one) for one in sharing}]
    return [rest, sharing] if sharing and rest else []


def _article(unit: Unit) -> str:
    return unit.named[0].span.article


def _home(unit: Unit, seeds: Sequence[Sequence[Unit]]) -> int:
    """The number of the person a unit is of: by its role, else who is alone in its article, else the first."""
    for at, seed in enumerate(seeds):
        if unit in seed:
            return at
    alike = [sum(len(unit.roles & one.roles) for one in seed) for seed in seeds]
    if max(alike):
        return alike.index(max(alike))
    here = [at for at, seed in enumerate(seeds) if _article(unit) in map(_article, seed)]
    return here[0] if len(here) == 1 and not unit.roles else 0
