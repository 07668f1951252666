"""Persons: full names folded to one another, and what a name says of its bearer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.entities.given import given_agree
from dateline.entities.names import LONG_ENOUGH, key_words, particles, plain, same_word, sound

Key = tuple[str, ...]
SUFFIXES = {
    **dict.fromkeys(("jr", "junior", "jnr", "ii", "filho", "fils", "hijo"), "jr"),
    **dict.fromkeys(("sr", "senior", "snr"), "sr"),
    **dict.fromkeys(("iii", "neto"), "iii"),
    "iv": "iv",
}
POSTNOMINALS = frozenset({"mp", "md", "phd", "qc", "kc", "obe", "mbe", "cbe", "esq"})
MORE = 2  # words that a name may have behind the first surname
MUTE = re.compile(r"(?<=[oae]v)a$|(?<=[^aeiou])e$")  # what a surname may end in: a woman's Petrova, a French Rahmane
LETTERS = re.compile(r"(?:[^\W\d_]\.-?){2,}")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: its words without particles, those of the surname, and what sets a son apart ("jr").

    A surname of two parts ("Okonjo-Pell") is `family` of two words. A name that is `short` has one unit, mostly a surname.
    """

    words: Key
    family: Key
    suffix: str = ""

    @property
    def given(self) -> Key:
        """The words before the surname."""
        return self.words[: len(self.words) - len(self.family)]

    @property
    def short(self) -> bool:
        """Whether there is nothing but one name."""
        return len(self.words) == len(self.family)


def person_name(name: str) -> PersonName:
    """A person's name taken apart; titles do not belong to it."""
    tokens = [token for token in re.split(r"[\s,]+", name) if key_words(token)]
    suffix = ""
    while len(tokens) > 1 and (last := "".join(key_words(tokens[-1]))) in SUFFIXES.keys() | POSTNOMINALS:
        suffix = SUFFIXES.get(last, "") or suffix
        tokens.pop()
    units = list(_units(tokens))
    return PersonName(tuple(word for unit in units for word in unit), units[-1] if units else (), suffix)


def _units(tokens: list[str]) -> Iterator[Key]:
    """The words of each token; a particle goes with the name behind it, and is left out."""
    all_but_last = all(_is_particle(token) for token in tokens[:-1])
    for at, token in enumerate(tokens):
        if at < len(tokens) - 1 and _is_particle(token) and (at or all_but_last):
            continue
        if LETTERS.fullmatch(token):
            yield from ((letter,) for letter in re.findall(r"[^\W\d_]", plain(token)))
            continue
        words = key_words(token)
        yield words[1:] if len(words) > 1 and words[0] in particles() else words


def _is_particle(token: str) -> bool:
    return "".join(key_words(token)) in particles()


def same_person(left: PersonName, right: PersonName) -> bool:
    """Whether two full names can be one person's: surnames and given names agree; of a father and a son ("Jr") never.

    The surname may come first, and one may have the other's surname beside a second one. Of several given names one may do.
    """
    if left.suffix != right.suffix:
        return False
    if left.words == right.words or _turned(left.words, right.words):
        return True
    if len(left.words) < len(right.words):
        left, right = right, left
    if _families_agree(left.family, right.family):
        return _givens_agree(left.given, right.given)
    return _doubled(left, right) or _begins(left.words, right)


def _doubled(left: PersonName, right: PersonName) -> bool:
    """Whether one has the other's surname as one half of a double one ("Ada Brun-Okello", "Ada Brun")."""
    ends = {left.family[0], left.family[-1]} & {right.family[0], right.family[-1]}
    doubled = len(left.family) != len(right.family) and bool(ends)
    return doubled and len(left.given[0]) > 1 and same_word(left.given[0], right.given[0])


def _begins(whole: Key, name: PersonName) -> bool:
    """Whether a name is the beginning of a longer one, without its second surname ("José Vega", "José Vega Ruiz")."""
    size = len(name.words)
    if not 1 < size < len(whole) <= size + MORE or not (len(name.given) > 1 or len(name.words[0]) > 1):
        return False
    return same_word(name.words[-1], whole[size - 1]) and all(map(given_agree, whole[: size - 1], name.words[:-1]))


def _turned(left: Key, right: Key) -> bool:
    """Whether the words of one name are the other's with those of the end first."""
    return len(left) == len(right) and any(left[at:] + left[:at] == right for at in range(1, len(left)))


def _families_agree(left: Key, right: Key) -> bool:
    """Whether two surnames are one, spelt alike or nearly, or two forms of one (Petrov, Petrova)."""
    one, other = "".join(left), "".join(right)
    if same_word(one, other) or same_word(_unfused(one), _unfused(other)):
        return True
    return _bare(left[-1]) == _bare(right[-1]) and left[:-1] == right[:-1]


def _unfused(word: str) -> str:
    """A surname without an Arabic article that is written in one with it ("Eltayeb")."""
    return word[2:] if word[:2] in ("al", "el") and len(word) > LONG_ENOUGH else word


def _bare(word: str) -> str:
    return sound(MUTE.sub("", word)) if len(word) >= LONG_ENOUGH else word


def _givens_agree(left: Key, right: Key) -> bool:
    """Whether the given names of one person agree, initials and pet forms included; `left` has at least as many."""
    if not left or not right:
        return left == right
    if len(right) == 1 and len(right[0]) > 1 and right[0] in left:
        return True
    if same_word("".join(left), "".join(right)):
        return True
    rest = iter(left[1:])
    return given_agree(left[0], right[0]) and all(any(given_agree(one, other) for other in rest) for one in right[1:])


def fold_full(names: Iterable[PersonName]) -> list[list[PersonName]]:
    """Full names grouped by person; only those that share a word in some spelling are compared.

    A name that fits two persons stays alone.
    """
    clusters: list[list[PersonName]] = []
    index: dict[str, set[int]] = {}
    for name in sorted(set(names), key=lambda one: (-len(one.words), -len("".join(one.words)), one.words, one.suffix)):
        heard = {sound(word)[:3] for word in name.words if len(word) > 1}
        near = sorted(set().union(*(index.get(one, set()) for one in heard)))
        fitting = [at for at in near if _fits_all(name, clusters[at])]
        at = fitting[0] if len(fitting) == 1 else len(clusters)
        clusters[at:] = [*clusters[at:], []] if at == len(clusters) else clusters[at:]
        clusters[at].append(name)
        for one in heard:
            index.setdefault(one, set()).add(at)
    return clusters


def _fits_all(name: PersonName, cluster: Sequence[PersonName]) -> bool:
    """Whether a name can be that of every other of a person; words that end the fullest one need fit that alone."""
    fullest = cluster[0]
    if (
        name.suffix == fullest.suffix
        and 1 < len(name.words) < len(fullest.words)
        and fullest.words[-len(name.words) :] == name.words
    ):
        return True
    return all(_fits(name, other, cluster) for other in cluster)


def _fits(name: PersonName, other: PersonName, cluster: Iterable[PersonName]) -> bool:
    """Whether a name can be that of who bears another, in one of the orders in which the cluster has that."""
    turned = (one for one in cluster if one.suffix == other.suffix and _turned(one.words, other.words))
    return same_person(name, other) or any(same_person(name, one) for one in turned)
