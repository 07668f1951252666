"""Languages and stories across them against our own invented articles (`eval/gold/languages.jsonl`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Any

from dateline.evaluate.articles import article_of
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.extract.language import language_of
from dateline.stories import find_stories
from dateline.types import Article

LABELS = "languages.jsonl"


def evaluate(data: Path) -> dict[str, float]:
    """The share of articles and of headlines whose language is told right, and P, R and F of pairs in one story.

    `same` are pairs of articles in one language that is not English, `across` pairs in two languages, `english` in English.
    """
    rows = read_rows(data / LABELS)
    articles = [article_of(row) for row in rows]
    told = [language_of(article.text) for article in articles]
    heads = [language_of(row["title"]) for row in rows]
    figures = {
        "articles": float(len(rows)),
        "language": _share(told, rows),
        "language_of_headline": _share(heads, rows),
    }
    return figures | score(rows, [replace(one, language=language) for one, language in zip(articles, told, strict=True)])


def score(rows: Sequence[Mapping[str, Any]], articles: Sequence[Article]) -> dict[str, float]:
    """Figures of the pairs, by whether their languages are the same."""
    stories, _ = find_stories(articles, (), (), ())
    found = {article: story.id for story in stories for article in story.articles}
    kinds: dict[str, Callable[[str, str], bool]] = {
        "same": lambda left, right: left == right != "en",
        "across": lambda left, right: left != right,
        "english": lambda left, right: left == right == "en",
    }
    figures: dict[str, float] = {}
    for name, belongs in kinds.items():
        pairs = [(a, b) for a, b in combinations(rows, 2) if belongs(a["language"], b["language"])]
        said = [(found[a["id"]] == found[b["id"]], a["story"] == b["story"]) for a, b in pairs]
        values = prf(said.count((True, True)), said.count((True, False)), said.count((False, True)))
        figures |= {f"{name}_{part}": value for part, value in zip(("precision", "recall", "f1"), values, strict=True)}
    return figures


def _share(told: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> float:
    return fmean(code == row["language"] for code, row in zip(told, rows, strict=True))
