"""The mentions of persons grouped by who is meant: full names, and the surnames and given names that stand for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.entities.bearers import Short, choose
from dateline.entities.given import gender_of, given_agree
from dateline.entities.named import Named
from dateline.entities.names import same_word, sound
from dateline.entities.people import PersonName, fold_full, person_name
from dateline.entities.roles import ADDRESS, offices, word_before

Group = tuple[int, str, str]
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Person:
    """One person named in full: all full names, "he" or "she" where a name or title tells, and the offices told before a name."""

    names: tuple[PersonName, ...]
    gender: str | None
    offices: frozenset[str]


def group_people(people: Sequence[Named], texts: Mapping[str, str]) -> list[list[int]]:
    """The numbers of the mentions of each person, sorted.

    A short name is folded to a person named in full who bears it (`choose`); one that nobody or several bear stays alone, in its
    article where several do.
    """
    names = [person_name(one.name) for one in people]
    clusters = fold_full(name for name in names if not name.short)
    of_name = {name: at for at, cluster in enumerate(clusters) for name in cluster}
    titles = [_title(one, texts) for one in people]
    kin = [word_before(texts[one.span.article], one.span.start, mark=", ") for one in people]
    told: dict[int, set[str]] = {}
    for name, words in zip(names, zip(titles, kin, strict=True), strict=True):
        if not name.short:
            told.setdefault(of_name[name], set()).update(words)
    persons = [_person(cluster, told[number]) for number, cluster in enumerate(clusters)]
    places = [
        (of_name[name], one.span.article, one.span.start) for one, name in zip(people, names, strict=True) if not name.short
    ]
    index = _index(persons)
    shorts = [
        _short(at, one, names[at], titles[at], persons, _near(names[at], index))
        for at, one in enumerate(people)
        if names[at].short
    ]
    chosen = choose(shorts, places, ahead=True)
    torn = {short.at for short in shorts if short.bearers}
    groups: dict[Group, list[int]] = {}
    for at, name in enumerate(names):
        groups.setdefault(_group(name, people[at].span.article if at in torn else "", of_name, chosen.get(at)), []).append(at)
    return [group for _, group in sorted(groups.items())]


def _group(name: PersonName, article: str, of_name: Mapping[PersonName, int], chosen: int | None) -> Group:
    if not name.short:
        return of_name[name], "", ""
    if chosen is not None:
        return chosen, "", ""
    word = " ".join((*name.words, name.suffix)).strip()
    return NOBODY, word, article


def _title(one: Named, texts: Mapping[str, str]) -> str:
    """The word of address or office before a mention; empty where there is none."""
    word = word_before(texts[one.span.article], one.span.start)
    return word if word in offices() else ""


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


def _near(name: PersonName, index: Mapping[str, set[int]]) -> set[int]:
    """The persons one of whose names begins like a short one; pet forms begin otherwise and need an article that has both."""
    return index.get(sound("".join(name.words))[:3], set())


def _short(at: int, one: Named, name: PersonName, title: str, persons: Sequence[Person], near: set[int]) -> Short:
    bearers = _bearers(name, title, persons, near)
    gender = gender_of(title)
    bearers = {each for each in bearers if gender is None or persons[each].gender in (None, gender)}
    bearers = {each for each in bearers if gender is not None and persons[each].gender == gender} or bearers
    pointed = [each for each in bearers if title and title in persons[each].offices]
    form = " ".join((*name.words, name.suffix))
    only = pointed[0] if len(pointed) == 1 and len(bearers) > 1 else None
    return Short(at, form, one.span.article, one.span.start, frozenset(bearers), only)


def _bearers(name: PersonName, title: str, persons: Sequence[Person], near: set[int]) -> set[int]:
    """Those who bear a short name: as surname, else as part of one, else as a name that stands first."""
    word = "".join(name.words)
    for level in (_has_exactly, _has_surname, _has_part, _has_first):
        found = {at for at in near if any(level(word, full, name.suffix) for full in persons[at].names)}
        if found:
            return found
    return set()


def _has_exactly(word: str, full: PersonName, suffix: str) -> bool:
    return word == "".join(full.family) and (not suffix or suffix == full.suffix)


def _has_surname(word: str, full: PersonName, suffix: str) -> bool:
    fits = same_word(word, "".join(full.family)) or word in _tails(full)
    return fits and (not suffix or suffix == full.suffix)


def _has_part(word: str, full: PersonName, suffix: str) -> bool:
    return len(full.family) > 1 and word in full.family and not suffix


def _has_first(word: str, full: PersonName, suffix: str) -> bool:
    return not suffix and (same_word(word, full.words[0]) or (len(word) > 1 and given_agree(word, full.words[0])))
