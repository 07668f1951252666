"""What two statements have in common and what tells them apart, as numbers: the features that claims are weighed by.

A feature that is a veto (`VETOES`) is 1 where the veto holds. All others are in `FEATURES`, each with what it says. Those of
words are taken for all pairs at once; the others pair by pair.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dateline.claims.contexts import Context
from dateline.claims.numbers import CHANCE
from dateline.claims.terms import beginnings
from dateline.claims.vetoes import VETOES, agree
from dateline.claims.wordings import Wording
from dateline.figures import kind_of, same_slot
from dateline.predicates import negative, same_predicate
from dateline.types import Attribution, Figure
from dateline.words import normal_form

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Side = tuple[Wording, Context]

# What the features of words say, in the order in which they are measured.
OF_WORDS = {
    "shared": "how much the words that both have weigh",
    "cosine": "how alike their words are",
    "nearest_one": "how much liker another statement of the other's article is, for the one with the nearer rival",
    "nearest_other": "the same for the other",
    "contained": "how much of the one with fewer words the other has",
    "jaccard": "how much of the words of both they share",
    "heaviest": "the most telling word that both have",
    "beginnings": "how much the beginnings of words that both have weigh",
    "short": "how many words the one with fewer has",
    "longer": "how many words the other has more",
    "sentence_nearest_one": "how much liker another sentence of the other's article is, for the one with the nearer rival",
    "sentence_nearest_other": "the same for the other",
    "sentence_contained": "how much of the sentence with fewer words the other has",
    "sentence_heaviest": "the most telling word that both sentences have",
    "window": "how alike the sentences around both are",
    "names": "how much the names that both have weigh",
    "apart": "how far apart they stand in their articles",
}


def same_number(left: Side, right: Side) -> float:
    """How telling a number is that both tell, whatever it counts."""
    pairs = product(left[0].profile.statement.figures, right[0].profile.statement.figures)
    return max((left[1].telling[a.high] for a, b in pairs if a.high == b.high), default=0.0)


def same_figure(left: Side, right: Side) -> float:
    """How telling a quantity is that both tell."""
    return _agreeing(left[0].profile.statement.figures, right[0].profile.statement.figures, left[1].telling)


def same_figure_in_sentence(left: Side, right: Side) -> float:
    """How telling a quantity is that the sentences of both tell."""
    if left[1].place == right[1].place:
        return max((left[1].telling[one.high] for one in left[1].figures), default=0.0)
    return _agreeing(left[1].figures, right[1].figures, left[1].telling)


def _agreeing(left: Sequence[Figure], right: Sequence[Figure], telling: Mapping[float, float]) -> float:
    pairs = [(a, b) for a, b in product(left, right) if kind_of(a) == kind_of(b) and agree(a, b)]
    worth = ((min(telling[a.high], telling[b.high]), a, b) for a, b in pairs)
    return max((found for found, a, b in worth if found > CHANCE or _one_thing(a, b)), default=0.0)


def _one_thing(left: Figure, right: Figure) -> bool:
    """Whether two figures may count one thing in one state; three dead and three arrested do not."""
    return slot_of(left, right) > 0.0 and left.state == right.state


def both_figures(left: Side, right: Side) -> float:
    """Whether each is the statement of a figure."""
    return float(_figure(left) is not None and _figure(right) is not None)


def figures_agree(left: Side, right: Side) -> float:
    """Whether each is the statement of a figure, and these agree."""
    a, b = _figure(left), _figure(right)
    return float(a is not None and b is not None and kind_of(a) == kind_of(b) and agree(a, b))


def one_slot(left: Side, right: Side) -> float:
    """How much of what two figures count agrees: all of it, the state or the noun, nothing told, nothing."""
    a, b = _figure(left), _figure(right)
    return 0.0 if a is None or b is None else slot_of(a, b)


def one_day(left: Side, right: Side) -> float:
    """Whether both tell one day."""
    a, b = left[0].profile.statement.time, right[0].profile.statement.time
    return float(bool(a and b and a.earliest and b.earliest and a.earliest[:10] == b.earliest[:10]))


def other_days(left: Side, right: Side) -> float:
    """Whether both tell when, and not on days that may be one."""
    a, b = left[0].profile.statement.time, right[0].profile.statement.time
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return 0.0
    return float(a.latest < b.earliest or b.latest < a.earliest)


def other_modality(left: Side, right: Side) -> float:
    """Whether one is told as done and the other as planned, possible or denied."""
    return float(left[0].profile.statement.modality != right[0].profile.statement.modality)


def one_verb(left: Side, right: Side) -> float:
    """Whether both have one verb, or two of one family."""
    return float(same_predicate(left[0].profile.statement, right[0].profile.statement))


def one_negated(left: Side, right: Side) -> float:
    """Whether one says that something is not so, and the other that something is."""
    return float(negative(left[0].profile.statement) != negative(right[0].profile.statement))


def one_source(left: Side, right: Side) -> float:
    """Whether the names of their sources share a word."""
    a, b = (_speaker(side[0].profile.statement.attribution) for side in (left, right))
    return float(not a.isdisjoint(b))


def one_subject(left: Side, right: Side) -> float:
    """How many words their subjects share."""
    a, b = (_role(side, subject=True) for side in (left, right))
    return float(len(a & b))


def one_object(left: Side, right: Side) -> float:
    """How many words their other roles share."""
    a, b = (_role(side, subject=False) for side in (left, right))
    return float(len(a & b))


def other_subject(left: Side, right: Side) -> float:
    """Whether both have a subject, and these share no word."""
    a, b = (_role(side, subject=True) for side in (left, right))
    return float(bool(a and b) and a.isdisjoint(b))


def other_object(left: Side, right: Side) -> float:
    """Whether both fill other roles, and these share no word."""
    a, b = (_role(side, subject=False) for side in (left, right))
    return float(bool(a and b) and a.isdisjoint(b))


FEATURES: tuple[Callable[[Side, Side], float], ...] = (
    same_number, same_figure, same_figure_in_sentence, both_figures, figures_agree, one_slot, one_day, other_days,
    other_modality, one_verb, one_negated, one_source, one_subject, one_object, other_subject,
    other_object,
)  # fmt: skip
NAMES = (*OF_WORDS, *(one.__name__ for one in FEATURES), *(veto.__name__ for veto in VETOES))


def slot_of(a: Figure, b: Figure) -> float:
    """How much of what two figures count agrees: all of it (1), the state or the noun (.7), nothing told (.3), nothing (0)."""
    heads = [normal_form(figure.what.rsplit(" ", 1)[-1]).rstrip("s") if figure.what else "" for figure in (a, b)]
    if same_slot(a, b) and (a.state or heads[0] == heads[1]):
        return 1.0
    if (a.state and a.state == b.state) or (heads[0] and heads[0] == heads[1]):
        return 0.7
    people = {a.unit, b.unit} <= {"", "people"} and "people" in (a.unit, b.unit)
    return 0.3 if "" in heads or people else 0.0


def _figure(side: Side) -> Figure | None:
    return side[0].profile.statement.figure


def _speaker(attribution: Attribution | None) -> frozenset[str]:
    return frozenset() if attribution is None or not attribution.speaker else frozenset(attribution.speaker.lower().split())


def _role(side: Side, *, subject: bool) -> set[str]:
    return {term for slot in side[0].profile.statement.slots if (slot.role == "subject") == subject for term in slot.terms}


class Measures:
    """Measures pairs of wordings; how near the nearest rival of each is, is told by the pairs that are given first."""

    def __init__(
        self, wordings: Sequence[Wording], contexts: Sequence[Context], weights: Mapping[str, float], pairs: Places
    ) -> None:
        self.sides = list(zip(wordings, contexts, strict=True))
        self._clause = Bags([one.profile.terms for one in wordings], weights)
        self._sentence = Bags([one.sentence for one in contexts], weights)
        self._window = Bags([one.window for one in contexts], weights)
        self._names = Bags([one.profile.terms & frozenset(one.profile.statement.names) for one in wordings], weights)
        self._parts = Bags([beginnings(one.profile.terms) for one in wordings], _lightest(weights))
        order = {article: number for number, article in enumerate(sorted({one.place[0] for one in contexts}))}
        self._homes = np.array([order[one.place[0]] for one in contexts], np.int64)
        self._depth = np.array([one.depth for one in contexts])
        left, right = pairs[:, 0], pairs[:, 1]
        self._nearest = Nearest(self._clause.cosines(left, right), left, right, self._homes)
        self._nearest_sentence = Nearest(self._sentence.cosines(left, right), left, right, self._homes)

    def of(self, pairs: Places) -> Numbers:
        """The features of pairs of wordings, given by place: one row a pair, one column for each of `NAMES`."""
        rows = [_measure(self.sides[a], self.sides[b]) for a, b in pairs.tolist()]
        others = np.array(rows, float).reshape(len(pairs), len(FEATURES) + len(VETOES))
        return np.hstack([self._words(pairs[:, 0], pairs[:, 1]), others])

    def _words(self, left: Places, right: Places) -> Numbers:
        """The features of words; columns as in `OF_WORDS`."""
        clause, sentence = self._clause, self._sentence
        shared, cosine = clause.shared(left, right), clause.cosines(left, right)
        total = clause.weight[left] + clause.weight[right] - shared
        lengths = np.sort(np.stack([clause.size[left], clause.size[right]]), axis=0)
        columns = [
            shared, cosine, *self._nearest.margins(cosine, left, right), _share(shared, clause, left, right),
            shared / np.maximum(total, 1e-9), clause.heaviest(left, right), self._parts.shared(left, right), lengths[0],
            lengths[1] - lengths[0], *self._nearest_sentence.margins(sentence.cosines(left, right), left, right),
            _share(sentence.shared(left, right), sentence, left, right), sentence.heaviest(left, right),
            self._window.cosines(left, right), self._names.shared(left, right), np.abs(self._depth[left] - self._depth[right]),
        ]  # fmt: skip
        return np.stack(columns, axis=1)


def _measure(left: Side, right: Side) -> list[float]:
    a, b = left[0].profile.statement, right[0].profile.statement
    return [one(left, right) for one in FEATURES] + [float(veto(a, b)) for veto in VETOES]


def _lightest(weights: Mapping[str, float]) -> dict[str, float]:
    """The weight of each beginning: that of the lightest term that has it."""
    found: dict[str, float] = {}
    for term, weight in weights.items():
        for start in beginnings([term]):
            found[start] = min(weight, found.get(start, weight))
    return found


# Weight added to what has fewer words, so that two words in common are not enough.
UNTOLD = 2.0


def _share(shared: Numbers, bags: "Bags", left: Places, right: Places) -> Numbers:
    return shared / (np.minimum(bags.weight[left], bags.weight[right]) + UNTOLD)


class Nearest:
    """How alike each is to the likest of every article; `homes` has the number of the article of each.

    What is kept grows with the pairs that are given, not with the articles.
    """

    def __init__(self, alike: Numbers, left: Places, right: Places, homes: Places) -> None:
        self._homes = homes
        self._articles = int(homes.max(initial=0)) + 1
        keys, values = np.concatenate([self._keys(left, right), self._keys(right, left)]), np.concatenate([alike, alike])
        order = np.lexsort((values, keys))
        last = np.append(np.diff(keys[order]) > 0, True)[: len(order)]  # of each key the greatest value
        self._met, self._best = keys[order][last], values[order][last]

    def _keys(self, here: Places, there: Places) -> Places:
        """One number for each and the article of its other."""
        return np.asarray(here * self._articles + self._homes[there], np.int64)

    def _likest(self, here: Places, there: Places) -> Numbers:
        keys = self._keys(here, there)
        if not len(self._met):
            return np.zeros(len(keys))
        places = np.minimum(np.searchsorted(self._met, keys), len(self._met) - 1)
        return np.where(self._met[places] == keys, self._best[places], 0.0)

    def margins(self, alike: Numbers, left: Places, right: Places) -> tuple[Numbers, Numbers]:
        """How far pairs so alike are from the likest pair that either has with the other's article, the farther first."""
        rivals = [self._likest(here, there) for here, there in ((left, right), (right, left))]
        margins = np.sort(np.stack([np.minimum(0.0, alike - best) for best in rivals]), axis=0)
        return margins[0], margins[1]


class Bags:
    """Sets of weighted terms, one a wording, compared many at once; `size` is their number, `weight` their sum."""

    def __init__(self, bags: Sequence[frozenset[str]], weights: Mapping[str, float]) -> None:
        places = {term: place for place, term in enumerate(sorted(frozenset().union(*bags)))}
        rows = [place for place, bag in enumerate(bags) for _ in bag]
        columns = [places[term] for bag in bags for term in sorted(bag)]
        values = np.array([weights.get(term, 1.0) for bag in bags for term in sorted(bag)])
        shape = len(bags), max(1, len(places))
        self._weights: Any = sparse.csr_matrix((values, (rows, columns)), shape)
        self._there: Any = sparse.csr_matrix((np.ones_like(values), (rows, columns)), shape)
        self.weight: Numbers = np.asarray(self._weights.sum(axis=1), float).ravel()
        self.size: Numbers = np.asarray(self._there.sum(axis=1), float).ravel()
        self._length: Numbers = np.sqrt(np.asarray(self._weights.multiply(self._weights).sum(axis=1)).ravel())

    def shared(self, left: Places, right: Places) -> Numbers:
        """The weight of the terms that both have."""
        return np.asarray(self._weights[left].multiply(self._there[right]).sum(axis=1)).ravel()

    def heaviest(self, left: Places, right: Places) -> Numbers:
        """The weight of the heaviest term that both have; 0 where they have none."""
        both = self._weights[left].multiply(self._there[right])
        return np.asarray(both.max(axis=1).toarray()).ravel() if len(left) else np.zeros(0)

    def cosines(self, left: Places, right: Places) -> Numbers:
        """The cosines of the pairs; 0 where one is empty."""
        dots = np.asarray(self._weights[left].multiply(self._weights[right]).sum(axis=1)).ravel()
        return dots / np.maximum(self._length[left] * self._length[right], 1e-9)
