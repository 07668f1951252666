"""Candidates: which wordings are worth comparing, so that the work grows with the number of pages and not with its square."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.claims.matching import Profile
from dateline.claims.wordings import Wording
from dateline.figures import kind_of

# Keys that more than this share of a storyline's wordings have, and more than `FEW`, say little of what is told.
COMMON = 0.2
FEW = 8
# All that have a key are compared with one another up to this many; of more each with its nearest (no sample story has so many).
ALL = 100
# How many of those that follow in the order of their rarest keys a wording is compared with.
REACH = 8


def find_candidates(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """The pairs of wordings to compare, by place, sorted; each has a key in common."""
    keys = [_keys(one.profile) for one in wordings]
    holders: dict[str, list[int]] = defaultdict(list)
    for place in _by_rarest(keys):
        for key in keys[place]:
            holders[key].append(place)
    common = _common(wordings)
    pairs: set[tuple[int, int]] = set()
    for key, found in holders.items():
        few = len(found) <= ALL and key.rpartition("|")[2] not in common
        pairs.update((min(pair), max(pair)) for pair in (combinations(found, 2) if few else _near(found)))
    return sorted(pairs)


def _common(wordings: Sequence[Wording]) -> frozenset[str]:
    """The terms and values that too many wordings have."""
    share = max(FEW, int(COMMON * len(wordings)))
    count = Counter(term for one in wordings for term in (*one.profile.terms, *_value(one.profile)))
    return frozenset(term for term, number in count.items() if number > share)


def _near(found: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one, other) for at, one in enumerate(found) for other in found[at + 1 : at + 1 + REACH])


def _by_rarest(keys: Sequence[Sequence[str]]) -> list[int]:
    """The places in an order that brings together those whose rarest keys are the same."""
    count = Counter(key for found in keys for key in found)
    rank = {key: place for place, key in enumerate(sorted(count, key=lambda key: (count[key], key)))}
    return sorted(range(len(keys)), key=lambda place: (sorted(rank[key] for key in keys[place]), place))


def _keys(one: Profile) -> list[str]:
    """What brings a statement together with others: its terms and, where it is about a figure, its value and its state.

    A statement of a figure is like none of what happened and like no figure of another kind, so that their keys differ.
    """
    figure = one.statement.figure
    if figure is None:
        return sorted(one.terms)
    kind = kind_of(figure)
    kind = "" if kind == "people" else kind
    told = [*sorted(one.terms), *_value(one), *sorted({f"#{word}" for word in (figure.state, figure.what) if word})]
    return [f"{kind}|{key}" for key in told]


def _value(one: Profile) -> tuple[str, ...]:
    return () if one.statement.figure is None else (f"={one.statement.figure.high:g}",)
