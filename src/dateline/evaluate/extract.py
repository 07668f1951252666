"""Extraction against annotated pages: body by words (WCXB) and by shingles (ScrapingHub), title, byline and day on WCXB."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from statistics import mean
from typing import Any

from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import harmonic
from dateline.extract import extract
from dateline.settings import Settings
from dateline.types import Article, Page

WORD = re.compile(r"\w+")
SHINGLE = 4  # words, as the ScrapingHub benchmark counts them
LEFT_OUT = {"by", "and"}  # words that stand between names in a byline


def evaluate(data: Path) -> dict[str, float]:
    """Word and shingle P, R and F of the body, accuracy of title, byline and day, for each of the two sets in `data`."""
    figures: dict[str, float] = {}
    for name in ("wcxb", "scrapinghub"):
        rows = read_rows(data / f"{name}.jsonl.gz")
        figures |= {f"{name}_{key}": value for key, value in score(rows, find_all(rows)).items()}
    return figures


def find_all(rows: Iterable[Mapping[str, Any]]) -> dict[str, Article]:
    """The article found in each page, by the row's id; a rejected page has none."""
    settings = Settings()
    found = ((row["id"], extract(page_of(row), settings)) for row in rows)
    return {name: article for name, article in found if isinstance(article, Article)}


def page_of(row: Mapping[str, Any]) -> Page:
    """The page of a row, as if fetched from its address."""
    body = str(row["html"]).encode("utf-8", "surrogatepass")
    return Page(str(row["id"]), row["url"], None, "text/html", sha256(body).hexdigest(), (), body)


def body_of(article: Article | None) -> str:
    """The text of an article without its title, which the annotators left out too."""
    if article is None:
        return ""
    return article.text.removeprefix(article.title or "").strip()


def score(rows: list[dict[str, Any]], found: Mapping[str, Article]) -> dict[str, float]:
    """The figures of one set; word scores are means over pages, the shingle F is that of the mean precision and recall."""
    golds = [row["gold"] for row in rows]
    articles = [found.get(row["id"]) for row in rows]
    bodies = [(body_of(article), gold["text"]) for gold, article in zip(golds, articles, strict=True) if gold.get("text")]
    words = [word_scores(ours, theirs) for ours, theirs in bodies]
    precision, recall = shingle_scores([_shingle_counts(ours, theirs) for ours, theirs in bodies])
    figures: dict[str, float] = {"pages": len(rows), "articles": len(found)}
    figures |= {f"word_{name}": mean(one[at] for one in words) for at, name in enumerate(("precision", "recall", "f"))}
    figures |= {"shingle_precision": precision, "shingle_recall": recall, "shingle_f": harmonic(precision, recall)}
    for name in ("title", "author", "date"):
        pairs = [(gold[name], article) for gold, article in zip(golds, articles, strict=True) if gold.get(name)]
        if pairs:
            figures[name] = mean(article is not None and agrees(name, gold, article) for gold, article in pairs)
    return figures


def agrees(name: str, gold: str, article: Article) -> bool:
    """Whether a title has the same words in order, a byline the same set of words, a date the same day."""
    if name == "title":
        return _words(gold) == _words(article.title)
    if name == "date":
        return gold[:10] == article.published.earliest
    return set(_words(gold)) - LEFT_OUT == set(_words(" ".join(article.byline))) - LEFT_OUT


def word_scores(ours: str, theirs: str) -> tuple[float, float, float]:
    """Precision, recall and F of the words of one page, counted with repetitions, without regard to case."""
    mine, wanted = Counter(_words(ours)), Counter(_words(theirs))
    if not mine or not wanted:
        return (1.0, 1.0, 1.0) if not mine and not wanted else (0.0, 0.0, 0.0)
    shared = (mine & wanted).total()
    precision, recall = shared / mine.total(), shared / wanted.total()
    return precision, recall, harmonic(precision, recall)


def shingle_scores(counts: list[tuple[int, int, int]]) -> tuple[float, float]:
    """Mean precision and recall over pages, from the shared, superfluous and missing shingles of each."""
    precisions = [_share(shared, more, fewer) for shared, more, fewer in counts if shared + more]
    recalls = [_share(shared, fewer, more) for shared, more, fewer in counts if shared + fewer]
    return (mean(precisions) if precisions else 0.0), (mean(recalls) if recalls else 0.0)


def _share(shared: int, wrong: int, other: int) -> float:
    """As the ScrapingHub benchmark has it: a page where nothing is wrong on either side counts as fully right."""
    if not wrong and not other:
        return 1.0
    return shared / (shared + wrong) if shared + wrong else 0.0


def _shingle_counts(ours: str, theirs: str) -> tuple[int, int, int]:
    mine, wanted = _shingles(ours), _shingles(theirs)
    return (mine & wanted).total(), (mine - wanted).total(), (wanted - mine).total()


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    runs = (tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def _words(text: str | None) -> list[str]:
    return WORD.findall((text or "").lower())
