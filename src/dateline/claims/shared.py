"""Shared words: terms are normal forms, and these are the words of the texts in which two statements have them both."""

import re
from collections.abc import Collection, Iterator, Mapping

from dateline.words import normal_form

WORD = re.compile(r"\w+")
# What may stand between the words of one phrase.
BETWEEN = frozenset((" ", "-"))

Place = tuple[str, int, int]  # a term, and where it starts and ends in a text


def shared_words(terms: Collection[str], here: str, there: str, weights: Mapping[str, float]) -> tuple[str, ...]:
    """The terms that stand in both texts, as they stand `here`, the heaviest first; as phrases where both have them so."""
    found: dict[str, tuple[float, int, str]] = {}
    for run in _runs(_places(present(terms, there), here), here):
        whole = here[run[0][1] : run[-1][2]]
        for part in [run] if whole.lower() in there.lower() else [[place] for place in run]:
            words = here[part[0][1] : part[-1][2]]
            found.setdefault(words.lower(), (-sum(weights.get(term, 1.0) for term, _, _ in part), part[0][1], words))
    told: list[str] = []
    for _, _, words in sorted(found.values()):
        if not any(words.lower() in other.lower() for other in told):
            told.append(words)
    return tuple(told)


def present(terms: Collection[str], text: str) -> frozenset[str]:
    """The terms that stand in a text."""
    return frozenset(term for term, _, _ in _places(terms, text))


def name_terms(terms: Collection[str], known: Collection[str], here: str, there: str) -> frozenset[str]:
    """The terms that stand with a capital in both texts, and are `known` to be of a name or do not begin a line of one text."""
    capitals = [
        {(term, _begins(text, start)) for term, start, _ in _places(terms, text) if text[start].isupper()}
        for text in (here, there)
    ]
    inside = {term for term, begins in capitals[0] | capitals[1] if not begins}
    both = {term for term, _ in capitals[0]} & {term for term, _ in capitals[1]}
    return frozenset(both & (inside | set(known)))


def _begins(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _runs(places: Iterator[Place], text: str) -> Iterator[list[Place]]:
    """The places, those side by side together."""
    run: list[Place] = []
    for place in places:
        if run and text[run[-1][2] : place[1]] not in BETWEEN:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _places(terms: Collection[str], text: str) -> Iterator[Place]:
    """Where terms stand in a text, in one of their common forms."""
    terms_by_form = {form: term for term in sorted(terms) for form in _forms(term)}
    for match in WORD.finditer(text):
        term = terms_by_form.get(normal_form(match[0]))
        if term is not None:
            yield term, *match.span()


def _forms(term: str) -> Iterator[str]:
    """A term as the words of a text have it, in the regular forms of English; others are not found, and not told."""
    yield term
    yield from (term + ending for ending in ("s", "es", "d", "ed", "ing", term[-1] + "ed", term[-1] + "ing"))
    yield from (term[:-1] + ending for ending in ("ing", "ied", "ies"))
