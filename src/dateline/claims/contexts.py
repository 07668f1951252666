"""Contexts: what stands around a statement – its sentence, the sentences beside it, and where in its article it is told."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.claims.numbers import weigh_numbers
from dateline.claims.terms import terms
from dateline.types import Analysis, Figure, Span, Statement

# Figures of a sentence that are looked at: of a list of more, which a table makes when it is pasted, the first.
MOST_FIGURES = 12

Place = tuple[str, int]  # an article and the number of a sentence in it


@dataclass(frozen=True, slots=True)
class Context:
    """The terms of the sentence of a statement, those of the sentences beside it too, its figures, and its place, 0 to 1.

    `telling` is how telling each number of the storyline is.
    """

    place: Place
    sentence: frozenset[str]
    window: frozenset[str]
    figures: tuple[Figure, ...]
    depth: float
    telling: Mapping[float, float]


def find_contexts(statements: Sequence[Statement], analyses: Sequence[Analysis]) -> list[Context]:
    """The context of each statement, made of what all statements of its sentence and of those beside it tell."""
    sentences = {one.article: sorted(one.sentences) for one in analyses}
    places = [_place(statement, sentences) for statement in statements]
    told: dict[Place, set[str]] = defaultdict(set)
    figures: dict[Place, dict[Figure, None]] = defaultdict(dict)
    for statement, place in zip(statements, places, strict=True):
        told[place] |= terms(statement.lemmas)
        figures[place].update(dict.fromkeys(statement.figures))
    telling = weigh_numbers(figure for statement in statements for figure in statement.figures)
    found = {
        place: _context(place, told, tuple(figures[place])[:MOST_FIGURES], len(sentences.get(place[0], ())), telling)
        for place in dict.fromkeys(places)
    }
    return [found[place] for place in places]


def _place(statement: Statement, sentences: Mapping[str, Sequence[Span]]) -> Place:
    found = sentences.get(statement.article, ())
    return statement.article, bisect_right(found, statement.span.start, key=lambda one: one.start) - 1


def _context(
    place: Place, told: Mapping[Place, set[str]], figures: tuple[Figure, ...], sentences: int, telling: Mapping[float, float]
) -> Context:
    article, number = place
    window = frozenset().union(*(told.get((article, number + step), ()) for step in (-1, 0, 1)))
    return Context(place, frozenset(told[place]), window, figures, number / max(1, sentences), telling)
