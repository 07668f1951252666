"""The weights by which statements are matched, fitted on the development storylines of the gold of claims and on the sample.

    python eval/fit_claims.py [--show]

Writes `src/dateline/data/claim_weights.toml`. Each compared pair of statements of two articles is an example. Model `same`: is it
one claim of the gold? Model `question`: is it one claim, or labelled as two answers to one question (contradiction, denial,
update, agreement)? There only features count that do not say how the two answers differ. Logistic regression with a ridge, the
same on every machine to the digits that are kept. Storylines that are held back (half B) are not read.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from dateline import pipeline
from dateline.analyze.articles import analyze_articles, load_model
from dateline.claims import find_statements
from dateline.claims.decided import Decided
from dateline.claims.features import NAMES, VETOES
from dateline.claims.grouping import compare, rank
from dateline.entities import fold_entities
from dateline.evaluate.claims import read_storyline
from dateline.evaluate.sample import Gold, Place, overlap
from dateline.intake import add_pages, pipeline_key
from dateline.settings import Settings
from dateline.stores import SqliteStore
from dateline.types import Analysis, Article

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "dateline" / "data" / "claim_weights.toml"
RIDGE = 2.0
SMALL = (2, 3)  # articles of the smaller heaps
DIGITS = 4
ONE_QUESTION = ("contradiction", "denial", "update", "agree")
# What says how two answers to one question differ, and not whether they answer it.
DIFFERENCES = frozenset(
    {*(veto.__name__ for veto in VETOES), "figures_agree", "same_figure", "same_number", "other_days", "one_day"}
    | {"other_modality", "one_negated", "same_figure_in_sentence"}
)
HEADER = """# What the features of two statements weigh (claims/features.py): fitted by eval/fit_claims.py on half A of the gold
# of claims and on the sample coverage, which were written for this project. Not to be changed by hand.
"""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """The features of the compared pairs of a storyline, and which of them are one claim, and on one question."""

    name: str
    features: Numbers
    same: npt.NDArray[np.bool_]
    question: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The articles of a storyline with the places of each claim and of each pair on one question."""

    name: str
    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    claims: Sequence[Sequence[Place]]
    questions: Sequence[tuple[Place, Place]]


def main() -> None:
    """Fits both models and writes their weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the weights by how much they move")
    options = parser.parse_args()
    examples = [examples_of(part) for one in (*read_gold(), *read_sample()) for part in parts_of(one)]
    told = [HEADER]
    features = np.vstack([one.features for one in examples])
    for name, used in (("same", frozenset(NAMES)), ("question", frozenset(NAMES) - DIFFERENCES)):
        wanted = np.concatenate([getattr(one, name) for one in examples])
        columns = [place for place, feature in enumerate(NAMES) if feature in used]
        bias, weights = fit(features[:, columns], wanted)
        rows = [f"{NAMES[place]} = {weight:.{DIGITS}f}" for place, weight in zip(columns, weights, strict=True)]
        told.append("\n".join([f"[{name}]", f"bias = {bias:.{DIGITS}f}", "", f"[{name}.weights]", *rows, ""]))
        print(f"{name}: {len(wanted)} pairs, {int(wanted.sum())} of them so")
        if options.show:
            moves = np.abs(weights) * features[:, columns].std(axis=0)
            for place in np.argsort(-moves):
                print(f"  {NAMES[columns[place]]:28} {weights[place]:8.3f} {moves[place]:6.2f}")
    WEIGHTS.write_text("\n".join(told), encoding="utf-8")


def read_gold() -> Iterator[Labelled]:
    """The storylines of half A."""
    settings = Settings()
    model = load_model(settings.model)
    for path in sorted((ROOT / "eval" / "gold" / "claims").glob("a*.toml")):
        told = read_storyline(path)
        gold = Gold({}, {one.file: one.id for one in told.articles}, {one.id: one.text for one in told.articles})
        pairs = ((gold.locate(one.left), gold.locate(one.right)) for one in told.pairs if one.relation in ONE_QUESTION)
        yield Labelled(
            told.name,
            told.articles,
            list(analyze_articles(told.articles, model, settings)),
            gold.groups(told.claims),
            [(a, b) for a, b in pairs if a is not None and b is not None],
        )


def read_sample() -> Iterator[Labelled]:
    """The storylines of the sample coverage, as the program forms them."""
    settings = Settings()
    rows = json.loads((ROOT / "examples" / "gold.json").read_text(encoding="utf-8"))
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [ROOT / "examples" / "coverage"], settings)
        made_by = pipeline_key(settings)
        articles, found = store.shelf(made_by).articles, store.analyses(made_by)
    material = pipeline.run(articles, list(found), pipeline.versions_of(settings))
    by_id = {one.id: one for one in material.articles}
    analyses = {one.article: one for one in material.analyses}
    gold = Gold(
        rows, {one.file.split("/", 1)[-1]: one.id for one in by_id.values()}, {one.id: one.text for one in by_id.values()}
    )
    claims, questions = gold.groups(rows["claims"]), list(_sides(rows, gold))
    stories = {story.id: story for story in material.stories}
    for line in material.storylines:
        here = sorted(article for story in line.stories for article in stories[story].articles)
        yield Labelled(line.id, [by_id[one] for one in here], [analyses[one] for one in here], claims, questions)


def _sides(rows: dict[str, Any], gold: Gold) -> Iterator[tuple[Place, Place]]:
    for row in rows["disagreements"]:
        for left, right in combinations(gold.groups(row["values"]), 2):
            yield from product(left, right)


def parts_of(told: Labelled) -> Iterator[Labelled]:
    """A storyline whole, and parted into heaps of two and of three articles: most heaps that are read are small."""
    yield told
    for size in SMALL:
        if len(told.articles) > size:
            for first in range(0, len(told.articles), size):
                here = slice(first, first + size)
                yield replace(told, articles=told.articles[here], analyses=told.analyses[here])


def examples_of(told: Labelled) -> Examples:
    """The examples of one storyline."""
    statements = find_statements(told.articles, told.analyses, fold_entities(told.articles, told.analyses))
    wordings, comparisons = compare(rank(statements, told.articles), told.analyses, Decided(()))
    one = [wording.profile.statement for wording in wordings]
    pairs = sorted(pair for pair in {*comparisons.alike(), *comparisons.apart()} if not comparisons.within(*pair))
    places = [(statement.article, statement.span.start, statement.span.end) for statement in one]
    claims = _claims_at(places, told.claims)
    same = np.array([bool(claims[a] & claims[b]) for a, b in pairs], bool)
    asked = {pair for left, right in told.questions for pair in product(_at(places, left), _at(places, right))}
    question = same | np.array([(a, b) in asked or (b, a) in asked for a, b in pairs], bool)
    return Examples(told.name, comparisons.measures.of(np.array(pairs, np.int64).reshape(len(pairs), 2)), same, question)


def _claims_at(places: Sequence[Place], claims: Sequence[Sequence[Place]]) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in places]
    for number, claim in enumerate(claims):
        for place in claim:
            for at in _at(places, place):
                found[at].add(number)
    return found


def _at(places: Sequence[Place], wanted: Place) -> list[int]:
    return [at for at, place in enumerate(places) if overlap(place, wanted)]


def fit(features: Numbers, wanted: npt.NDArray[np.bool_]) -> tuple[float, Numbers]:
    """The bias and the weights of a logistic regression; features are put on one scale for the ridge."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    scaled = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    signs = np.where(wanted, 1.0, -1.0)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * (scaled @ weights)
        slope = -signs / (1.0 + np.exp(margins))
        inner = np.append(weights[:-1], 0.0)
        return float(np.logaddexp(0.0, -margins).sum() + RIDGE / 2 * (inner @ inner)), scaled.T @ slope + RIDGE * inner

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    weights = found[:-1] / spread
    return float(found[-1] - weights @ mean), weights


if __name__ == "__main__":
    main()
