"""Outlet and agency credits against our own labels (`eval/gold/metadata.jsonl`) of pages that other benchmarks hold."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from dateline.evaluate.extract import find_all
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.extract.outlets import outlet_of_name
from dateline.types import Article

LABELS = Path(__file__).parents[3] / "eval" / "gold" / "metadata.jsonl"  # of the checkout; they are no part of the package
# What an outlet's name may have more than the name itself: an article before it, the ending of its address behind it.
BESIDE = re.compile(r"^the\s+|\.[a-z]{2,4}(?:\.[a-z]{2})?$", re.IGNORECASE)


def evaluate(data: Path) -> dict[str, float]:
    """Accuracy of the outlet and of the set of credits, P and R of the credits, over the labelled pages in `data`."""
    labels = read_rows(LABELS)
    found: dict[str, Article] = {}
    for name in sorted({label["set"] for label in labels}):
        wanted = {label["id"] for label in labels if label["set"] == name}
        found |= find_all(row for row in read_rows(data / f"{name}.jsonl.gz") if row["id"] in wanted)
    return score(labels, found)


def score(labels: Sequence[Mapping[str, Any]], found: Mapping[str, Article]) -> dict[str, float]:
    """The figures; a page in which no article was found has no outlet and no credits."""
    articles = [found.get(label["id"]) for label in labels]
    pairs = [(label, article, credited(label, article)) for label, article in zip(labels, articles, strict=True)]
    wanted = [frozenset(label["credits"]) for label in labels]
    precision, recall, _ = prf(
        sum(len(want & given) for want, (*_, given) in zip(wanted, pairs, strict=True)),
        sum(len(given - want) for want, (*_, given) in zip(wanted, pairs, strict=True)),
        sum(len(want - given) for want, (*_, given) in zip(wanted, pairs, strict=True)),
    )
    return {
        "pages": len(labels),
        "pages_credited": sum(map(bool, wanted)),
        "outlet": mean(article is not None and is_one_of(article.outlet, label["outlet"]) for label, article, _ in pairs),
        "credits": mean(given == want for want, (*_, given) in zip(wanted, pairs, strict=True)),
        "credits_precision": precision,
        "credits_recall": recall,
    }


def credited(label: Mapping[str, Any], article: Article | None) -> frozenset[str]:
    """The credits of an article that count: not the outlet itself, nor others that the page says its text is from (`also`)."""
    names = article.credits if article else ()
    apart = [*label.get("also", ()), *label["outlet"]]
    return frozenset(name for name in names if name in label["credits"] or not is_one_of(name, apart))


def is_one_of(name: str | None, names: Iterable[str]) -> bool:
    """Whether a name is one of those, by what the table of outlets calls it and without case, signs and what stands beside it."""
    return name is not None and plain(name) in {plain(one) for one in names}


def plain(name: str) -> str:
    """The letters and digits of an outlet's name as the table has it, in lower case, without "The" and the end of an address."""
    return re.sub(r"[\W_]", "", BESIDE.sub("", outlet_of_name(name).strip()).lower().replace("&", "and"))
