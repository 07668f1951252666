"""The words that acts are told by: types, modes and codes of PLOVER and CAMEO, and how one act stands to another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.data import lines, table

LIGHT, SAY = "light", "say"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act: its name, PLOVER type and mode, and CAMEO code; a means to a `purpose` gives way to the act it is done for.

    One that is `said` counts only as the words of somebody.
    """

    name: str
    type: str
    mode: str | None
    cameo: str
    purpose: bool = False
    said: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What words stand for: kinds of acts by verb, noun and phrase, operators by verb, noun and adjective.

    Also the classes of things, the nouns for those who act, and verbs `bound` to a particle or preposition.
    """

    kinds: Mapping[str, Kind]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    verb_operators: Mapping[str, str]
    noun_operators: Mapping[str, str]
    adjectives: Mapping[str, str]
    classes: Mapping[str, Sequence[str]]
    actors: frozenset[str]
    bound: frozenset[str]


@cache
def act_words() -> Words:
    """All words of acts, from the tables of the package; of two entries for one word the first counts."""
    acts, operators = table("acts.toml"), table("operators.toml")
    verbs = _by_word(acts, "verbs")
    phrases = {_pair(phrase): name for name, row in reversed(acts.items()) for phrase in row.get("phrases", ())}
    verb_operators = _by_word(operators, "verbs")
    return Words(
        kinds={
            name: Kind(name, row["type"], row.get("mode"), row["cameo"], row.get("purpose", False), row.get("said", False))
            for name, row in acts.items()
        },
        verbs=verbs,
        nouns=_by_word(acts, "nouns"),
        phrases=phrases,
        verb_operators=verb_operators,
        noun_operators=_by_word(operators, "nouns"),
        adjectives=_by_word(operators, "adjectives"),
        classes=_classes(),
        actors=frozenset(word for line in lines("actors.txt") for word in line.split()),
        bound=frozenset(key for key in (*verbs, *verb_operators, *(verb for verb, _ in phrases)) if "_" in key),
    )


def _by_word(rows: dict[str, Any], field: str) -> dict[str, str]:
    return {word: name for name, row in reversed(rows.items()) for word in row.get(field, "").split()}


def _pair(phrase: str) -> tuple[str, str]:
    verb, thing = phrase.split()
    return verb, thing


def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, row in table("things.toml").items():
        for word in row.split():
            found.setdefault(word, []).append(f"@{name}")
    return {word: tuple(names) for word, names in found.items()}


GOOD = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
FORCE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def compose(operator: str, inner: Kind | None) -> str | None:
    """The name of the kind of act that an operator makes of what stands below it; None where it makes none."""
    group = "none" if inner is None else "good" if inner.type in GOOD else "force" if inner.type in FORCE else "words"
    row: dict[str, str] = table("plover.toml")["operators"][operator]
    made = row[group] if inner is None else row.get(inner.name, row[group])
    if made == "same":
        return None if inner is None else inner.name
    return made or None


def first_known(keys: Iterable[str], names: Mapping[str, str]) -> str | None:
    """What the first key that is known stands for."""
    return next((names[key] for key in keys if key in names), None)
