"""What kind of thing a name is of, where the model is not of one mind or the name itself tells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from dateline.data import table
from dateline.entities.bodies import body_endings, body_leads, goes_by_beginning
from dateline.entities.countries import is_city
from dateline.entities.cues import cues
from dateline.entities.given import is_given
from dateline.entities.named import TOWNS, Key, Named
from dateline.entities.names import COMPANY, body_words, key_words, sound
from dateline.entities.people import PersonName, person_name, same_person
from dateline.entities.roles import ADDRESS, called_words, word_before
from dateline.types import MentionKind

OWN = 16  # mentions by the model's word that what a name itself tells counts for
CUE = 4  # mentions by the model's word that what stands around one counts for
DEMONYMS = ("ian", "an", "ese", "ish")
STEM = 4  # letters that a country and its people begin with
FEW = 3  # words of a given name and a surname


def settle(named: Sequence[Named], texts: Mapping[str, str], long_forms: Iterable[str]) -> list[Named]:
    """Each name under one kind: what the words of the name, those around its mentions and the model tell, added up."""
    explained = {body_words(form) for form in long_forms}
    titled = {person_name(one.name).family for one in named if _titled(one, texts)}
    own = [_own_kind(one, explained, titled) for one in named]
    votes, people = _votes(named, own, texts)
    kinds = {key: min(count, key=lambda kind: (-count[kind], kind)) for key, count in votes.items()}
    settled = [_as(one, kind or kinds[_same(one)]) for one, kind in zip(named, own, strict=True) if one.key]
    return _surnames(_called_by_first(_namesakes(settled), people), texts)


def _votes(
    named: Sequence[Named], own: Sequence[MentionKind | None], texts: Mapping[str, str]
) -> tuple[dict[Key, Counter[MentionKind]], set[Key]]:
    """How much speaks for each kind of each name, and the names beside one mention of which a person's calling or kin stands."""
    votes: dict[Key, Counter[MentionKind]] = {}
    people: set[Key] = set()
    for one, kind in zip(named, own, strict=True):
        count = votes.setdefault(_same(one), Counter())
        count[one.kind] += 1
        count.update(dict.fromkeys([kind] if kind else (), OWN))
        for told in cues(one, texts[one.span.article]):
            count[told] += CUE
            people |= {_same(one)} if told == "person" else set()
    for key in _with_people(named):
        votes.setdefault(key, Counter())["place"] += CUE
    return votes, people


def _same(one: Named) -> Key:
    """What the mentions of one name have in common, whatever the model took them for and in whatever order."""
    return tuple(sorted(body_words(one.full)))


def _with_people(named: Sequence[Named]) -> Iterator[Key]:
    """The names of countries whose people the texts name too ("Sorvia", "Sorvian")."""
    people = {one.key[0].removesuffix("s") for one in named if one.kind == "group" and len(one.key) == 1}
    stems = {word.removesuffix(ending) for word in people for ending in DEMONYMS if word.endswith(ending)}
    for key in {one.key for one in named if len(one.key) == 1 and one.key[0] not in people}:
        if any(len(stem) >= STEM and key[0].startswith(stem) and len(key[0]) <= len(stem) + 2 for stem in stems):
            yield key


def _titled(one: Named, texts: Mapping[str, str]) -> bool:
    """Whether a form of address stands before a name; firms have words of calling too ("the investor Halden")."""
    return word_before(texts[one.span.article], one.span.start) in ADDRESS


def _own_kind(one: Named, explained: Set[Key], titled: Set[Key]) -> MentionKind | None:
    """The kind that the words of a name tell; None where they do not."""
    if body_words(one.full) in explained:
        return "body"
    words = key_words(one.name)
    if len(words) < 2 or one.full != one.name:
        return None
    if words[-1] in COMPANY or words[-1] in body_endings() or words[0] in body_leads() or "&" in one.name:
        return "body"
    if words[-1] in TOWNS:
        return None if is_city(words) else "body"
    if one.kind == "place" and words[-1] in table("body_words.toml")["places"]["words"].split():
        return None
    units = one.name.split(" ")
    plain = len(units) <= FEW and all(unit[:1].isupper() for unit in units)
    named = is_given(words[0]) or person_name(one.name).family in titled
    return "person" if plain and named and (one.kind == "person" or not is_city(words)) else None


def _as(one: Named, kind: MentionKind) -> Named:
    """A mention under a kind; as a person's without the words of calling that stand in it ("Nurse |Hart")."""
    if one.kind == kind:
        return one
    called = called_words(one.name) if kind == "person" and one.full == one.name else 0
    if called and one.span.end - one.span.start == len(one.name):
        name = one.name[called:]
        return Named(replace(one.span, start=one.span.start + called), name, name, key_words(name), kind)
    key = body_words(one.full) if kind == "body" else key_words(one.full)
    return replace(one, kind=kind, key=key)


def _namesakes(named: Sequence[Named]) -> list[Named]:
    """The names with those that are the same person's as one that is known for a person's ("Vini Alves", "Vinícius Alves")."""
    known: dict[str, list[PersonName]] = {}
    for one in named:
        if one.kind == "person" and not (name := person_name(one.name)).short:
            known.setdefault(sound(name.family[-1]), []).append(name)
    return [_as(one, "person") if _is_one_of(one, known) else one for one in named]


def _is_one_of(one: Named, known: Mapping[str, Sequence[PersonName]]) -> bool:
    name = person_name(one.name)
    if (
        one.kind == "person"
        or name.short
        or one.full != one.name
        or not (one.name[0].isupper() and one.name.split(" ")[-1][0].isupper())
    ):
        return False
    return any(same_person(name, other) for other in known.get(sound(name.family[-1]), ()))


def _called_by_first(named: Sequence[Named], people: Set[Key]) -> list[Named]:
    """The names with those that go by their first word, as a body's name, and never by their last: firms taken for persons."""
    alone = {(one.key[0], one.kind) for one in named if len(one.key) == 1}
    words = {word for word, _ in alone}
    return [
        _as(one, "body")
        if one.kind == "person"
        and len(one.key) == FEW - 1
        and (one.key[0], "body") in alone
        and one.key[1] not in words
        and _same(one) not in people
        else one
        for one in named
    ]


def _surnames(named: Sequence[Named], texts: Mapping[str, str]) -> list[Named]:
    """Single words taken for a body or the like that are part of the name of a person named in full are that person's."""
    full = [person_name(one.name) for one in named if one.kind == "person" and " " in one.name]
    firsts = {name.words[:1] for name in full}
    borne = {name.family for name in full} | {first for first in firsts if is_given(first[0])}
    bodies = [one for one in named if one.kind == "body" and len(one.key) > 1]
    clubs = {one.key[:1] for one in bodies if one.key[-1] in body_endings("clubs") | TOWNS}
    led = {one.key[1:] for one in bodies if one.key[0] in body_leads()} - borne
    firms = {one.key[:1] for one in bodies if goes_by_beginning(one.key, one.full) and not is_city(one.key[:1])} - clubs - borne
    settled = [_of_one_word(one, borne, firsts, clubs, texts) if _is_one_word(one) else one for one in named]
    return [
        _as(one, "body") if _is_one_word(one) and person_name(one.name).words in _meaning(one, firms, led) else one
        for one in settled
    ]


def _meaning(one: Named, firms: Set[Key], led: Set[Key]) -> Set[Key]:
    """The single words that mean a body: the first of a firm's name, and the last of a club's where it was no place anyway."""
    return firms | led if one.kind == "person" else firms


def _is_one_word(one: Named) -> bool:
    """Whether a name is of one word, or a surname with its particle ("De Boer")."""
    return " " not in one.name or person_name(one.name).short


def _of_one_word(one: Named, borne: set[Key], firsts: set[Key], clubs: set[Key], texts: Mapping[str, str]) -> Named:
    """A name of one word as the kind of the longer names that it is part of."""
    words = person_name(one.name).words
    addressed = word_before(texts[one.span.article], one.span.start) in ADDRESS
    if (one.kind != "place" and words in borne) or (addressed and words in firsts):
        return _as(one, "person")
    return _as(one, "place") if one.kind == "person" and words in clubs - borne and not addressed else one
