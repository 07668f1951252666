"""Like passages of two texts: the exact check behind every copy."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SEED = 5  # words; the usual shingle of near-duplicate search: shorter ones are stock phrases
REPEATS = 8  # places of one shingle that are looked at: a refrain must not cost its square


class Passage(NamedTuple):
    """`size` words that stand from word `left` of one text and from word `right` of another."""

    size: int
    left: int
    right: int


def like_passages(left: Sequence[str], right: Sequence[str]) -> tuple[Passage, ...]:
    """The passages of five and more words that two texts share, longest first; none overlaps another on either side."""
    used_left, used_right = bytearray(len(left)), bytearray(len(right))
    kept: list[Passage] = []
    for passage in sorted(_maximal(left, right), key=lambda p: (-p.size, p.left, p.right)):
        free = _free_part(passage, used_left, used_right)
        if free.size >= SEED:
            kept.append(free)
            used_left[free.left : free.left + free.size] = b"\1" * free.size
            used_right[free.right : free.right + free.size] = b"\1" * free.size
    return tuple(sorted(kept, key=lambda p: (-p.size, p.left, p.right)))


def _maximal(left: Sequence[str], right: Sequence[str]) -> Iterator[Passage]:
    """Every shared passage that cannot be made longer."""
    places: dict[tuple[str, ...], list[int]] = {shingle: [] for shingle in set(_shingles(left)).intersection(_shingles(right))}
    if not places:
        return
    for i, shingle in enumerate(_shingles(left)):
        if shingle in places and len(places[shingle]) < REPEATS:
            places[shingle].append(i)
    for j, shingle in enumerate(_shingles(right)):
        for i in places.get(shingle, ()):
            if not (i and j and left[i - 1] == right[j - 1]):
                yield Passage(_run(left, right, i, j), i, j)


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every `SEED` words in a row."""
    return zip(*(words[k:] for k in range(SEED)), strict=False)


def _run(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    """How many words are the same from here on."""
    size = SEED
    most = min(len(left) - i, len(right) - j)
    while size < most and left[i + size] == right[j + size]:
        size += 1
    return size


def _free_part(passage: Passage, used_left: bytearray, used_right: bytearray) -> Passage:
    """What is left of a passage when words already taken are cut from its ends; size 0 when they stand in its middle."""
    size, left, right = passage
    taken = [used_left[left + k] or used_right[right + k] for k in range(size)]
    start = next((k for k in range(size) if not taken[k]), size)
    end = next((k for k in range(start, size) if taken[k]), size)
    return Passage(end - start, left + start, right + start)
