"""Matters: which things that one actor says answer the same question, for or against."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from dateline.data import lines, table
from dateline.types import Article, Attribution, Clause
from dateline.words import normal_form

EMPTY = frozenset(lines("empty_verbs.txt"))
FUNCTION = frozenset(lines("function_words.txt"))
# Words that only point to what was said before ("the claim", "the matter").
POINTING = frozenset(word for words in table("reporting.toml")["pointing"].values() for word in str(words).split())
WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"(?:ations?|ments?|ings?|ures?|ions?|ated?|als?|e[ds]|s|e)$")
STEM = 3  # fewer letters say too little to be a word's stem
# Chosen by a sweep on half A of the labelled positions (docs/evaluation.md).
SCALE = 1_000_000
ALIKE = round(0.3 * SCALE)  # least likeness of two things said by one actor on one matter
ACT = 0.15  # added where the verb of one is a word of the other
UNTOLD = 1.0  # weight added to the shorter of the two, so that one word in common is not enough


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of what is said: of all its words, of its verbs, and of the first verb, empty where that says nothing."""

    words: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    main: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said: by whom, its comparable stems, the verbs among them, and the claims that it tells."""

    actor: str
    stems: frozenset[str]
    acts: frozenset[str]
    main: str
    claims: frozenset[str]


def stems_of(attribution: Attribution, article: Article, clauses: Iterable[Clause]) -> Stems:
    """The stems of what is said, verbs by their lemmas; none where all words point to what was said before."""
    verbs = [clause for clause in clauses if any(piece.holds(clause.verb) for piece in attribution.content)]
    words = [
        match[0].lower()
        for piece in attribution.content
        for match in WORD.finditer(article.text, piece.start, piece.end)
        if not any(one.verb.start <= match.start() < one.verb.end for one in verbs)
    ]
    acts = frozenset(_stem(one.predicate) for one in verbs if _telling(one.predicate))
    first = min(verbs, key=lambda one: one.verb, default=None)
    main = _stem(first.predicate) if first is not None and _telling(first.predicate) else ""
    return Stems(frozenset(_stem(word) for word in words if _telling(word)) | acts, acts, main)


def _telling(word: str) -> bool:
    return len(word) > 1 and word not in FUNCTION and word not in POINTING and word not in EMPTY


def count_telling(text: str) -> int:
    """The number of words that say what is spoken of; a pronoun alone has none."""
    return sum(_telling(word.lower()) for word in WORD.findall(text))


def name_stems(name: str) -> frozenset[str]:
    """The stems of a name, which tell nothing of what its bearer says."""
    return frozenset(_stem(word) for word in WORD.findall(name.lower()))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """A word of a family, without its ending: "closure", "closing" and "closed" have one."""
    form = normal_form(word)
    cut = ENDING.sub("", form)
    return cut if len(cut) >= STEM else form


def comparable(left: Saying, right: Saying) -> bool:
    """Whether two things said on one matter are of one act, which may be a noun in one, so that their sides can be compared."""
    if not left.main or not right.main:
        return not left.stems.isdisjoint(right.stems)
    return left.main == right.main or left.main in right.stems - right.acts or right.main in left.stems - left.acts


def find_matters(sayings: Sequence[Saying]) -> list[list[int]]:
    """The places of the sayings of each actor on each matter, in order of the first; each saying is in one of them."""
    weights = _weights(sayings)
    groups: list[list[int]] = []
    by_actor: dict[str, list[tuple[list[int], dict[Saying, None]]]] = {}
    for place, saying in enumerate(sayings):
        own = by_actor.setdefault(saying.actor, [])
        scored = [(max(_likeness(saying, other, weights) for other in wordings), -at) for at, (_, wordings) in enumerate(own)]
        best = max(scored, default=(0, 0))
        if best[0] < ALIKE:
            groups.append([])
            own.append((groups[-1], {}))
            best = (0, 1 - len(own))
        group, wordings = own[-best[1]]
        group.append(place)
        wordings[saying] = None  # the same words again are compared once
    return groups


def _weights(sayings: Sequence[Saying]) -> Mapping[str, float]:
    """One plus the log of the number of sayings over those that have the stem."""
    count = Counter(stem for saying in sayings for stem in saying.stems)
    return {stem: 1.0 + log(len(sayings) / number) for stem, number in count.items()}


def _likeness(left: Saying, right: Saying, weights: Mapping[str, float]) -> int:
    """The weight of the stems in common as a share of the shorter and of both, up to `SCALE`, which those of one claim have."""
    if not left.claims.isdisjoint(right.claims):
        return SCALE
    if left.stems.isdisjoint(right.stems):
        return 0
    shared, a, b = (sum(weights[stem] for stem in sorted(stems)) for stems in (left.stems & right.stems, left.stems, right.stems))
    act = not left.acts.isdisjoint(right.stems) or not right.acts.isdisjoint(left.stems)
    return round(SCALE * ((shared / (min(a, b) + UNTOLD) + shared / (a + b - shared)) / 2 + ACT * act))
