"""Persons: surnames folded to the full names they stand for, full names to one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.entities.names import same_word

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person by position: which article it stands in and the words of the name."""

    at: int
    article: str
    words: Key


def fold_people(people: Sequence[Person]) -> list[list[int]]:
    """Mentions grouped by person, each group a sorted list of positions.

    Full names are one person when surname and first name agree. A single word is folded to the only full name of its article
    that it ends or, as in Kim Jong Un, begins; else to the only such name of all articles; else it stays alone in its article.
    """
    clusters = _full_names({person.words for person in people if len(person.words) > 1})
    cluster_of = {words: at for at, cluster in enumerate(clusters) for words in cluster}
    by_article: dict[str, set[Key]] = {}
    for person in people:
        if len(person.words) > 1:
            by_article.setdefault(person.article, set()).add(person.words)
    everywhere = _index(cluster_of)
    near = {article: _index({words: cluster_of[words] for words in names}) for article, names in by_article.items()}
    groups: dict[tuple[int, str, str], list[int]] = {}
    for person in people:
        groups.setdefault(_group(person, cluster_of, near, everywhere), []).append(person.at)
    return [sorted(group) for _, group in sorted(groups.items())]


Index = Mapping[tuple[str, str], set[int]]


def _group(person: Person, cluster_of: Mapping[Key, int], near: Mapping[str, Index], everywhere: Index) -> tuple[int, str, str]:
    """What makes mentions one person: the cluster of a full name, or the word and, where several bear it, the article."""
    if len(person.words) > 1:
        return cluster_of[person.words], "", ""
    word = person.words[0]
    for index in (near.get(person.article, {}), everywhere):
        for place in ("last", "first"):
            bearers = index.get((place, word), set())
            if len(bearers) == 1:
                return min(bearers), "", ""
            if bearers:
                return -1, word, person.article
    return -1, word, ""


def _index(cluster_of: Mapping[Key, int]) -> dict[tuple[str, str], set[int]]:
    """The clusters by last and by first word of their names; first words count only where a family name may stand first."""
    index: dict[tuple[str, str], set[int]] = {}
    for words, cluster in cluster_of.items():
        index.setdefault(("last", words[-1]), set()).add(cluster)
        index.setdefault(("first", words[0]), set()).add(cluster)
    return index


def _full_names(names: Iterable[Key]) -> list[list[Key]]:
    """Full names grouped by person; only names whose surnames begin alike are compared."""
    blocks: dict[str, list[list[Key]]] = {}
    for words in sorted(names, key=lambda key: (-len(key), key)):
        block = blocks.setdefault(words[-1][:3], [])
        fitting = [cluster for cluster in block if all(same_person(words, other) for other in cluster)]
        if len(fitting) == 1:
            fitting[0].append(words)
        else:
            block.append([words])
    return [cluster for _, block in sorted(blocks.items()) for cluster in block]


def same_person(left: Key, right: Key) -> bool:
    """Whether two full names can be one person's: surnames and first names agree, and middle names do not contradict."""
    if not same_word(left[-1], right[-1]) or not _first_agree(left[0], right[0]):
        return False
    inner_left, inner_right = left[1:-1], right[1:-1]
    return all(_first_agree(i, j) for i, j in zip(inner_left, inner_right, strict=False))


def _first_agree(left: str, right: str) -> bool:
    """Whether two given names agree: the same word, or an initial of it."""
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return same_word(left, right)
