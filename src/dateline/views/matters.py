"""Matters: which things that one actor says answer the same question, for or against."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from dateline.views.terms import Stems

# All numbers were chosen on half A of the labelled positions, in the middle of where little changes (docs/evaluation.md).
SCALE = 1_000_000
ALIKE = round(0.25 * SCALE)  # least likeness of two things said by one actor on one matter
ACT = round(0.2 * SCALE)  # added where the verb of one is a word of the other
CHANCE = round(0.1 * SCALE)  # taken off where all they have in common is one word or names, with no answer and nothing beside it
GRAIN = 1000  # of weights, which are whole numbers so that no order of adding changes them
UNTOLD = 3 * GRAIN  # weight added to the shorter of the two, so that one word in common is not enough
RARE = 0.5  # how much more a word weighs that few sayings have: halves of the log
RECENT = 50  # wordings with one stem that a saying is compared with, from the last: a bound on work
BESIDE = 2  # the part, one over this, of its weight that a word has where it only stands beside what is said


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said: by whom, its comparable stems, and the claims that it tells."""

    actor: str
    stems: Stems
    claims: frozenset[str] = frozenset()


def comparable(left: Saying, right: Saying) -> bool:
    """Whether two things said on one matter are of one act, which may be a noun in one, so that their sides can be compared."""
    a, b = left.stems, right.stems
    if (a.answer and a.answer in b.near | {b.answer}) or (b.answer and b.answer in a.near):
        return True  # quoted words answer what they are told beside
    if not a.main or not b.main:
        shared = a.words & b.words
        return len(shared) > 1 and 2 * len(shared) >= min(len(a.words), len(b.words))
    return a.main == b.main or a.main in b.words - b.acts or b.main in a.words - a.acts


def find_matters(sayings: Sequence[Saying], before: Sequence[int | None]) -> list[list[int]]:
    """The places of the sayings of each actor on each matter, in order of the first; each saying is in one of them.

    `before` has for each the place of the saying that it points to, None where it stands alone.
    """
    weights = _weights(sayings)
    groups: list[list[int]] = []
    heard: dict[str, _Heard] = {}
    for place, saying in enumerate(sayings):
        own = heard.setdefault(saying.actor, _Heard(weights))
        earlier = before[place]
        home = own.home_of(saying, None if earlier is None else sayings[earlier])
        if home is None:
            groups.append([])
            home = len(groups) - 1
        groups[home].append(place)
        own.add(saying, home)
    return groups


def _weights(sayings: Sequence[Saying]) -> Mapping[str, int]:
    """The weight of each stem: more than one where only some sayings have it."""
    count = Counter(stem for saying in sayings for stem in saying.stems.words)
    return {stem: round(GRAIN * (1 + RARE * log(len(sayings) / number))) for stem, number in count.items()}


@dataclass(slots=True)
class _Heard:
    """What one actor has said so far: the wordings with homes and sizes, and their places by stem, stem beside, and claim."""

    weights: Mapping[str, int]
    known: dict[Saying, int] = field(default_factory=dict)
    wordings: list[Saying] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=dict)
    by_near: dict[str, list[int]] = field(default_factory=dict)
    by_claim: dict[str, list[int]] = field(default_factory=dict)

    def add(self, saying: Saying, home: int) -> None:
        """Keep a saying; the same words again are compared once."""
        if saying in self.known:
            return
        place = self.known[saying] = len(self.wordings)
        self.wordings.append(saying)
        self.homes.append(home)
        self.sizes.append(self._size(saying))
        told = saying.stems
        for table, keys in ((self.by_word, told.words), (self.by_near, told.near), (self.by_claim, saying.claims)):
            for key in keys:
                table.setdefault(key, []).append(place)

    def home_of(self, saying: Saying, earlier: Saying | None) -> int | None:
        """The home of the most alike thing said before, the first of several; None where nothing is alike."""
        if saying in self.known:
            return self.homes[self.known[saying]]
        size = self._size(saying)
        before = None if earlier is None else self.known.get(earlier)
        shared = self._shared(saying)
        scored = [(self._likeness(saying, size, place, weight), -self.homes[place]) for place, weight in shared.items()]
        scored += [] if before is None else [(ALIKE, -self.homes[before])]
        scored += [(SCALE, -self.homes[place]) for claim in saying.claims for place in self.by_claim.get(claim, ())[:1]]
        likeness, home = max(scored, default=(0, 0))
        return -home if likeness >= ALIKE else None

    def _size(self, saying: Saying) -> int:
        return sum(self.weights[stem] for stem in saying.stems.words)

    def _shared(self, saying: Saying) -> dict[int, int]:
        """The place of each earlier wording with a stem in common, and what those in common weigh."""
        shared: dict[int, int] = {}
        told = saying.stems
        tables = ((told.words, self.by_word, 1), (told.words, self.by_near, BESIDE), (told.near, self.by_word, BESIDE))
        for stems, table, part in tables:
            for stem in stems:
                weight = self.weights.get(stem, 0) // part
                for place in table.get(stem, ())[-RECENT:]:
                    shared[place] = shared.get(place, 0) + weight
        return shared

    def _likeness(self, saying: Saying, size: int, place: int, shared: int) -> int:
        """The weight of the stems in common as a share of the shorter, with what speaks for one matter beside them."""
        share = min(SCALE, SCALE * shared // (min(size, self.sizes[place]) + UNTOLD))
        a, b = saying.stems, self.wordings[place].stems
        acts = not a.acts.isdisjoint(b.words) or not b.acts.isdisjoint(a.words)
        common = a.words & b.words
        chance = len(common) == 1 or (bool(common) and common <= a.names | b.names)
        more = not common.isdisjoint((a.answer, b.answer)) or bool(a.near & b.words or b.near & a.words)
        return share + ACT * acts - CHANCE * (chance and not more)
