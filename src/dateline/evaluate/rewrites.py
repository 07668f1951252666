"""Copies against the gold of invented storylines: which articles are of one text, of what kind, who had it first, whose it is.

All articles of the folder are read in one run. Two are called one text when they stand in one copy. Pairs of one family that have
no label of their own are left out; all others, across storylines too, are independent. Kind, first and origin are scored over
the labelled pairs that were found. The baseline calls two articles copies from a MinHash likeness on.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

from dateline.copies import find_copies
from dateline.errors import BadInput
from dateline.evaluate.articles import told_article
from dateline.evaluate.minhash import alike
from dateline.evaluate.scores import prf
from dateline.types import Article, Copy, CopyPair

INDEPENDENT = "independent"
NOT_TOLD = "-"
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled pair: of an independent one, `first` is what the two share and there is no origin."""

    pair: Pair
    kind: str
    first: str
    origin: str
    half: str


@dataclass(frozen=True)
class Found:
    """What was found in all articles, asked for by pairs of their names (`storyline/article`)."""

    names: Mapping[str, str]
    copies: Sequence[Copy]

    @cached_property
    def copy_of(self) -> dict[Pair, Copy]:
        """The copy that two articles stand in."""
        return {
            frozenset((self.names[one], self.names[other])): copy
            for copy in self.copies
            for one, other in combinations(copy.articles, 2)
        }

    @cached_property
    def pairs(self) -> dict[Pair, CopyPair]:
        """The pairs that were found alike."""
        return {frozenset((self.names[pair.left], self.names[pair.right])): pair for copy in self.copies for pair in copy.pairs}

    def right_first(self, label: Label) -> bool:
        """Whether a pair names the one that had it first, or nobody where the pages do not tell."""
        found = self.pairs.get(label.pair)
        told = NOT_TOLD if found is None or found.first is None else self.names[found.first]
        return found is not None and told == label.first

    def right_origin(self, label: Label) -> bool:
        """Whether the copy has the origin of the label: basis and name."""
        copy = self.copy_of[label.pair]
        return label.origin == (f"{copy.basis} {copy.origin}" if copy.origin else copy.basis)


def evaluate(data: Path) -> dict[str, float]:
    """The figures of all storylines, and of the two halves, whose files begin with `a` and `b`."""
    paths = sorted(data.glob("*.toml"))
    if not paths:
        raise FileNotFoundError(2, "no storyline", str(data / "*.toml"))
    articles: dict[str, Article] = {}
    labels: list[Label] = []
    for path in paths:
        told, rows = read_storyline(path)
        articles |= told
        labels += rows
    found = Found({article.id: name for name, article in articles.items()}, find_copies(list(articles.values())))
    simple = alike({name: article.text for name, article in articles.items()})
    figures = score(labels, found, frozenset(articles), simple)
    for half in sorted({label.half for label in labels}):
        mine = frozenset(name for name in articles if name.startswith(half))
        part = score([label for label in labels if label.half == half], found, mine, simple)
        figures |= {f"{half}_{name}": value for name, value in part.items()}
    return figures


def read_storyline(path: Path) -> tuple[dict[str, Article], list[Label]]:
    """The articles of one storyline by name, and its labelled pairs."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = {f"{path.stem}/{row['file']}": told_article(path.stem, row) for row in told["articles"]}
    labels = []
    for line in told["pairs"].strip().splitlines():
        one, other, kind, first, *origin = (cell.strip() for cell in line.split(" | "))
        pair = frozenset((f"{path.stem}/{one}", f"{path.stem}/{other}"))
        if not pair <= articles.keys() or bool(origin) == (kind == INDEPENDENT):
            raise BadInput(f"{path.name} has a wrong label: {line}")
        named = f"{path.stem}/{first}" if origin and first != NOT_TOLD else first
        labels.append(Label(pair, kind, named, "".join(origin), path.stem[0]))
    return articles, labels


def score(labels: Sequence[Label], found: Found, names: frozenset[str], simple: frozenset[Pair]) -> dict[str, float]:
    """The figures of one set of labelled pairs; `simple` are the pairs that the baseline calls copies."""
    derived = [label for label in labels if label.kind != INDEPENDENT]
    family = set(_families(derived))
    said = {pair for pair in found.copy_of if pair <= names}
    baseline = {pair for pair in simple if pair <= names}
    figures: dict[str, float] = {}
    for name, part in (("", said), ("baseline_", baseline)):
        right = sum(label.pair in part for label in derived)
        wrong = len(part - family)
        precision, recall, f = prf(right, wrong, len(derived) - right)
        figures |= {f"{name}precision": precision, f"{name}recall": recall, f"{name}f": f}
    return figures | {"pairs_gold": len(derived)} | _by_kind(labels, found, family, said) | _details(derived, found)


def _by_kind(labels: Sequence[Label], found: Found, family: set[Pair], said: set[Pair]) -> dict[str, float]:
    """How many rewrites and other copies were found, and how many independent pairs were fallen for, by what they share."""
    figures: dict[str, float] = {}
    for name, kinds in (("rewrites", ("rewrite",)), ("copies", ("verbatim", "edited", "excerpt"))):
        rows = [label for label in labels if label.kind in kinds]
        hits = sum(label.pair in said for label in rows)
        figures[f"{name}_recall"] = hits / len(rows) if rows else 0.0
        figures[f"{name}_gold"] = len(rows)
    tempting = [label for label in labels if label.kind == INDEPENDENT]
    for reason in sorted({label.first for label in tempting}):
        figures[f"tempting_{reason}_fallen_for"] = sum(label.first == reason and label.pair in said for label in tempting)
    figures["tempting_fallen_for"] = sum(label.pair in said for label in tempting)
    figures["tempting_gold"] = len(tempting)
    figures["others_fallen_for"] = len(said - family) - int(figures["tempting_fallen_for"])
    return figures


def _details(derived: Sequence[Label], found: Found) -> dict[str, float]:
    """Kind, first and origin over the labelled pairs that were found."""
    hits = [label for label in derived if label.pair in found.copy_of]
    count = max(1, len(hits))
    kinds = sum(label.pair in found.pairs and found.pairs[label.pair].kind == label.kind for label in hits)
    return {
        "kind_right": kinds / count,
        "first_right": sum(map(found.right_first, hits)) / count,
        "origin_right": sum(map(found.right_origin, hits)) / count,
    }


def _families(derived: Sequence[Label]) -> Iterator[Pair]:
    """All pairs of articles that labelled pairs lead from the one to the other."""
    families: list[set[str]] = []
    for label in derived:
        touched = [family for family in families if family & label.pair]
        families = [family for family in families if family not in touched]
        families.append(set(label.pair).union(*touched))
    for family in families:
        yield from map(frozenset, combinations(family, 2))
