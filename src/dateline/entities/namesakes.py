"""Namesakes: people and ministries of one name in several storylines, and which of them are one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.entities.bodies import is_public
from dateline.entities.names import plain
from dateline.ids import content_id
from dateline.types import Entity

KINDS = frozenset({"person", "body"})
FEW = 3  # storylines that a person is named in who can connect them; more name what everybody names


@dataclass(frozen=True, slots=True)
class Told:
    """What one storyline tells of an entity: the last words of its roles, and the persons and bodies named in its articles."""

    roles: frozenset[str]
    beside: frozenset[str]


def split_namesakes(storylines: Mapping[str, Sequence[Entity]]) -> dict[str, dict[str, str]]:
    """New ids by storyline and id, for entities of one name that are several.

    Two storylines tell of one person if both give a role with the same last word, or both name another person or body that few
    name; so with a body whose name many have ("Interior Ministry"). Without any of that they are two. Other bodies, and
    places, are what their name says.
    """
    bearers: dict[str, dict[str, Told]] = {}
    lines_of = Counter(one.id for entities in storylines.values() for one in entities)
    for line in sorted(storylines):
        entities = storylines[line]
        names = frozenset(one.id for one in entities if one.kind in KINDS and " " in one.name and lines_of[one.id] <= FEW)
        for one in entities:
            several = lines_of[one.id] > 1 and one.wikidata is None
            if several and (one.kind == "person" or (one.kind == "body" and is_public(one.name))):
                bearers.setdefault(one.id, {})[line] = Told(_roles(one), names - {one.id})
    found: dict[str, dict[str, str]] = {line: {} for line in storylines}
    for identity, told in bearers.items():
        groups = _connected(told)
        for group in groups if len(groups) > 1 else ():
            for line in group:
                found[line][identity] = content_id(identity, group[0])
    return found


def _roles(entity: Entity) -> frozenset[str]:
    return frozenset(plain(re.split(" (?:of|for|at) ", post.role)[0]).split()[-1] for post in entity.posts)


def _connected(told: Mapping[str, Told]) -> list[list[str]]:
    """The storylines that tell of one bearer, each group sorted, in order of the first."""
    home = {line: line for line in told}
    owner: dict[tuple[str, str], str] = {}
    for line, one in told.items():
        for mark in _marks(one):
            _join(line, owner.setdefault(mark, line), home)
    groups: dict[str, list[str]] = {}
    for line in told:
        groups.setdefault(_root(line, home), []).append(line)
    return sorted(sorted(group) for group in groups.values())


def _marks(one: Told) -> Iterable[tuple[str, str]]:
    return [*(("role", role) for role in sorted(one.roles)), *(("name", name) for name in sorted(one.beside))]


def _join(left: str, right: str, home: dict[str, str]) -> None:
    left, right = _root(left, home), _root(right, home)
    home[max(left, right)] = min(left, right)


def _root(line: str, home: Mapping[str, str]) -> str:
    while home[line] != line:
        line = home[line]
    return line
