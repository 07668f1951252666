"""The mentions of persons grouped by who is meant: full names, and the surnames and given names that stand for them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from dateline.entities.bearers import Short, choose
from dateline.entities.given import gender_of, given_agree
from dateline.entities.named import Named
from dateline.entities.names import same_word, sound
from dateline.entities.people import PersonName, fold_full, person_name
from dateline.entities.roles import ADDRESS, offices, word_before

Group = tuple[int, str, str]
NOBODY = -1
RANKS = frozenset(("king", "queen", "prince", "princess", "emperor", "empress", "pope", "sultan", "emir", "sister", "brother"))
KIN = re.compile(r", (?:the|his|her|their|an?) ([a-z]+)")
YOUNGER = frozenset({"younger"})
ELDER = frozenset({"elder", "older"})


@dataclass(frozen=True, slots=True)
class Person:
    """One person named in full: all full names, "he" or "she" where a name or title tells, and the offices told before a name."""

    names: tuple[PersonName, ...]
    gender: str | None
    offices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons named in full, those of each article, and all by the sound of the words of their names."""

    persons: Sequence[Person]
    here: Mapping[str, Set[int]]
    index: Mapping[str, Set[int]]

    def bearers(self, name: PersonName, article: str) -> set[int]:
        """Those who bear a short name: as surname, else as part of one, else as a name that stands first.

        Where nobody of the article does, and somebody of it bears the name in another place, it may be either, for a surname may
        stand first. Of father and son who are not in the article it is the father. Pet forms begin otherwise.
        """
        near = self.index.get(sound("".join(name.words))[:3], set())
        here = near & self.here.get(article, set())
        found = self._bearing(name, near)
        elders = {at for at in found - here if all(one.suffix != "jr" for one in self.persons[at].names)}
        found = elders if elders and found.isdisjoint(here) else found
        return found | self._bearing(name, here) if found.isdisjoint(here) else found

    def _bearing(self, name: PersonName, near: Set[int]) -> set[int]:
        word = "".join(name.words)
        for level in (_has_exactly, _has_surname, _has_part, _has_first):
            found = {at for at in near if any(level(word, full, name.suffix) for full in self.persons[at].names)}
            if found:
                return found
        return set()


def group_people(people: Sequence[Named], texts: Mapping[str, str]) -> list[list[int]]:
    """The numbers of the mentions of each person, sorted.

    A short name is folded to a person named in full who bears it (`choose`); one that nobody or several bear stays alone, in its
    article where several do.
    """
    words = [_words_before(one, texts) for one in people]
    names = _ranked([person_name(one.name) for one in people], words)
    clusters = fold_full(name for name in names if not name.short)
    of_name = {name: at for at, cluster in enumerate(clusters) for name in cluster}
    full = [(of_name[name], one, word) for one, name, word in zip(people, names, words, strict=True) if not name.short]
    cast = _cast(clusters, full, texts)
    shorts = [_short(at, people[at], names[at], words[at], cast) for at, name in enumerate(names) if name.short]
    chosen = choose(shorts, [(number, one.span.article, one.span.start) for number, one, _ in full], ahead=True)
    torn = {short.at for short in shorts if short.bearers}
    groups: dict[Group, list[int]] = {}
    for at, name in enumerate(names):
        article = people[at].span.article if at in torn else ""
        groups.setdefault(_group(name, article, of_name.get(name, chosen.get(at))), []).append(at)
    return [group for _, group in sorted(groups.items())]


def _ranked(names: Sequence[PersonName], words: Sequence[str]) -> list[PersonName]:
    """The names, those of one word that nobody bears as part of a longer one with the rank before it ("King Albert")."""
    borne = {word for name in names if not name.short for word in name.words}
    return [
        PersonName((word, *name.words), name.words) if name.short and word in RANKS and borne.isdisjoint(name.words) else name
        for name, word in zip(names, words, strict=True)
    ]


def _cast(clusters: Sequence[Sequence[PersonName]], full: Iterable[tuple[int, Named, str]], texts: Mapping[str, str]) -> Cast:
    told: dict[int, set[str]] = {}
    here: dict[str, set[int]] = {}
    for number, one, word in full:
        text = texts[one.span.article]
        behind = KIN.match(text, one.span.end)
        told.setdefault(number, set()).update(
            (word, word_before(text, one.span.start, mark=", "), behind.group(1) if behind else "")
        )
        here.setdefault(one.span.article, set()).add(number)
    persons = [_person(cluster, told[number]) for number, cluster in enumerate(clusters)]
    return Cast(persons, here, _index(persons))


def _group(name: PersonName, article: str, person: int | None) -> Group:
    if person is not None:
        return person, "", ""
    return NOBODY, " ".join((*name.words, name.suffix)).strip(), article


def _words_before(one: Named, texts: Mapping[str, str]) -> str:
    """The word of address, office or age before a mention; empty where there is none."""
    word = word_before(texts[one.span.article], one.span.start)
    return word if word in offices() | YOUNGER | ELDER else ""


def _person(names: Sequence[PersonName], titles: Iterable[str]) -> Person:
    told = frozenset(titles)
    genders = {gender_of(title) for title in told} | {gender_of(name.words[0]) for name in names}
    known = sorted(genders - {None}, key=str)
    return Person(tuple(names), known[0] if len(known) == 1 else None, (told & offices()) - ADDRESS)


def _index(persons: Sequence[Person]) -> dict[str, set[int]]:
    """The persons by the sound of each word of their names and of whole surnames."""
    index: dict[str, set[int]] = {}
    for at, person in enumerate(persons):
        for name in person.names:
            for word in {*name.words, "".join(name.family), *_tails(name)}:
                index.setdefault(sound(word)[:3], set()).add(at)
    return index


def _tails(name: PersonName) -> Iterator[str]:
    return ("".join(name.words[at:]) for at in range(1, len(name.words)))


def _short(at: int, one: Named, name: PersonName, word: str, cast: Cast) -> Short:
    bearers = _meant(word, cast.bearers(name, one.span.article), cast.persons)
    pointed = [each for each in bearers if word and (word in YOUNGER | ELDER or word in cast.persons[each].offices)]
    form = " ".join((*name.words, name.suffix))
    only = pointed[0] if len(pointed) == 1 and (len(bearers) > 1 or word in YOUNGER) else None
    return Short(at, form, one.span.article, one.span.start, frozenset(bearers), only)


def _meant(word: str, bearers: Set[int], persons: Sequence[Person]) -> set[int]:
    """Of those who bear a name, those whom the word before it may mean: of that sex, the son or the father."""
    gender = gender_of(word)
    found = {each for each in bearers if gender is None or persons[each].gender in (None, gender)}
    found = {each for each in found if gender is not None and persons[each].gender == gender} or found
    sons = {each for each in found if any(name.suffix == "jr" for name in persons[each].names)}
    if word in YOUNGER or word in ELDER:
        return (sons if word in YOUNGER else found - sons) or found
    return found


def _has_exactly(word: str, full: PersonName, suffix: str) -> bool:
    return word == "".join(full.family) and (not suffix or suffix == full.suffix)


def _has_surname(word: str, full: PersonName, suffix: str) -> bool:
    fits = same_word(word, "".join(full.family)) or word in _tails(full)
    return fits and (not suffix or suffix == full.suffix)


def _has_part(word: str, full: PersonName, suffix: str) -> bool:
    return len(full.family) > 1 and word in full.family and not suffix


def _has_first(word: str, full: PersonName, suffix: str) -> bool:
    return not suffix and (same_word(word, full.words[0]) or (len(word) > 1 and given_agree(word, full.words[0])))
