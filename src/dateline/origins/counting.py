"""The least number of origins that could account for every statement of a claim."""

from collections.abc import Collection, Iterable


def fewest_origins(choices: Iterable[Collection[str]]) -> tuple[str, ...]:
    """A smallest set of ids that meets every non-empty choice (a minimum hitting set), the first in order among equals.

    Exact: branch and bound over the smallest choice left. Choices of a claim are few and small, so this ends at once; a choice
    that holds another is dropped first, because whatever meets the smaller one meets it too.
    """
    distinct = sorted({frozenset(choice) for choice in choices if choice}, key=lambda one: (len(one), sorted(one)))
    least = [one for one in distinct if not any(other < one for other in distinct)]
    return _search(least, (), None) or ()


def _search(left: list[frozenset[str]], taken: tuple[str, ...], best: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if not left:
        return tuple(sorted(taken)) if best is None or len(taken) < len(best) else best
    if best is not None and len(taken) + 1 >= len(best):
        return best
    for origin in sorted(left[0]):
        best = _search([choice for choice in left if origin not in choice], (*taken, origin), best)
    return best
