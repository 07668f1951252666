"""What kind of thing a name is of, where the model is not of one mind or the name itself tells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.entities.bodies import body_endings
from dateline.entities.countries import is_city
from dateline.entities.given import is_given
from dateline.entities.named import TOWNS, Key, Named
from dateline.entities.names import COMPANY, body_words, key_words
from dateline.entities.people import person_name
from dateline.entities.roles import ADDRESS, word_before
from dateline.types import MentionKind

FEW = 3  # words of a given name and a surname


def settle(named: Sequence[Named], texts: Mapping[str, str], long_forms: Iterable[str]) -> list[Named]:
    """Each name under one kind: what its own words or the form of address before it tell, else what most of its mentions have."""
    explained = {body_words(form) for form in long_forms}
    titled = {person_name(one.name).family for one in named if _titled(one, texts)}
    votes: dict[Key, Counter[MentionKind]] = {}
    for one in named:
        votes.setdefault(one.key, Counter())[one.kind] += 1
    kinds = {key: min(count, key=lambda kind: (-count[kind], kind)) for key, count in votes.items()}
    settled = []
    for one in named:
        if one.key:
            own = "body" if body_words(one.full) in explained else _own_kind(one, titled)
            settled.append(_as(one, own or kinds[one.key]))
    return _surnames(settled, texts)


def _titled(one: Named, texts: Mapping[str, str]) -> bool:
    """Whether a form of address stands before a name; firms have words of calling too ("the investor Halden")."""
    return word_before(texts[one.span.article], one.span.start) in ADDRESS


def _own_kind(one: Named, titled: set[Key]) -> MentionKind | None:
    """The kind that the words of a name tell; None where they do not."""
    words = key_words(one.name)
    if len(words) < 2 or one.full != one.name:
        return None
    if words[-1] in COMPANY or words[-1] in body_endings() or "&" in one.name:
        return "body"
    if words[-1] in TOWNS:
        return None if is_city(words) else "body"
    units = one.name.split(" ")
    plain = len(units) <= FEW and all(unit[:1].isupper() for unit in units)
    named = is_given(words[0]) or person_name(one.name).family in titled
    return "person" if plain and named and (one.kind == "person" or not is_city(words)) else None


def _as(one: Named, kind: MentionKind) -> Named:
    if one.kind == kind:
        return one
    key = body_words(one.full) if kind == "body" else key_words(one.full)
    return replace(one, kind=kind, key=key)


def _surnames(named: Sequence[Named], texts: Mapping[str, str]) -> list[Named]:
    """Single words taken for a body or the like that are part of the name of a person named in full are that person's."""
    full = [person_name(one.name) for one in named if one.kind == "person" and " " in one.name]
    firsts = {name.words[:1] for name in full}
    borne = {name.family for name in full} | {first for first in firsts if is_given(first[0])}
    bodies = [one.key for one in named if one.kind == "body" and len(one.key) > 1]
    clubs = {key[:1] for key in bodies if key[-1] in body_endings("clubs") | TOWNS}
    firms = {key[:1] for key in bodies if key[-1] in body_endings("firms") and not is_city(key[:1])} - borne - clubs
    settled = [_of_one_word(one, borne, firsts, clubs, texts) if " " not in one.name else one for one in named]
    return [_as(one, "body") if " " not in one.name and person_name(one.name).words in firms else one for one in settled]


def _of_one_word(one: Named, borne: set[Key], firsts: set[Key], clubs: set[Key], texts: Mapping[str, str]) -> Named:
    """A name of one word as the kind of the longer names that it is part of."""
    words = person_name(one.name).words
    addressed = word_before(texts[one.span.article], one.span.start) in ADDRESS
    if (one.kind != "place" and words in borne) or (addressed and words in firsts):
        return _as(one, "person")
    return _as(one, "place") if one.kind == "person" and words in clubs - borne and not addressed else one
