"""Who is meant by a short name: of those who bear it, the one who was named in full before."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Short:
    """A short name where it stands, those who may be meant by it, and whom its title or role alone points to."""

    at: int
    form: str
    article: str
    start: int
    bearers: frozenset[int]
    pointed: int | None = None


def choose(shorts: Sequence[Short], places: Iterable[tuple[int, str, int]], *, ahead: bool) -> Mapping[int, int | None]:
    """The bearer of each short name by its number, or None where two may be meant.

    `places` tell where each bearer is named in full. A name means the only bearer named before it in its article; then, with
    `ahead`, the first one named after it (as in a headline), else whom it means elsewhere, if that is one alone.
    """
    first = _first_places(places)
    chosen: dict[int, int | None] = {}
    meant: dict[tuple[str, str], set[int]] = {}
    waiting = []
    for short in shorts:
        near = {one: start for one, start in first.get(short.article, {}).items() if one in short.bearers}
        before = [one for one, start in near.items() if start <= short.start]
        if short.pointed is not None:
            chosen[short.at] = short.pointed
        elif not before:
            waiting.append((short, near))
        else:
            chosen[short.at] = before[0] if len(before) == 1 else None
            for article in ("", short.article) if len(before) == 1 else ():
                meant.setdefault((article, short.form), set()).add(before[0])
    return chosen | {short.at: _of_the_rest(short, near, meant, ahead=ahead) for short, near in waiting}


def _first_places(places: Iterable[tuple[int, str, int]]) -> dict[str, dict[int, int]]:
    """Where each bearer is first named in full, by article."""
    first: dict[str, dict[int, int]] = {}
    for bearer, article, start in places:
        starts = first.setdefault(article, {})
        starts[bearer] = min(start, starts.get(bearer, start))
    return first


def _of_the_rest(short: Short, near: Mapping[int, int], meant: Mapping[tuple[str, str], Set[int]], *, ahead: bool) -> int | None:
    """Who is meant where nobody was named in full before."""
    here = meant.get((short.article, short.form), frozenset()) & short.bearers
    elsewhere = meant.get(("", short.form), frozenset()) & short.bearers
    next_one = {min(near, key=lambda one: (near[one], one))} if near else set()
    order = (here, next_one, elsewhere, short.bearers) if ahead else (here, elsewhere, next_one, short.bearers)
    pool = next((pool for pool in order if pool), frozenset())
    return next(iter(pool)) if len(pool) == 1 else None
