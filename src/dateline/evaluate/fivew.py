"""Who, what, when and where against phrases that people marked in articles, one answer for each question."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.analyze.articles import analyze_articles
from dateline.analyze.model import load_model
from dateline.evaluate.articles import article_of
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Analysis, Article
from dateline.views.fivew import find_answers

QUESTIONS = ("who", "what", "when", "where")
WORD = re.compile(r"\w+")
Answer = Mapping[str, str | None]


def evaluate(data: Path) -> dict[str, float]:
    """Precision over the questions answered and recall over those that people answered, for all four and for each."""
    rows = read_rows(data / "docs.jsonl.gz")
    settings = Settings()
    articles = [article_of(row) for row in rows]
    analyses = analyze_articles(articles, load_model(settings.model), settings)
    return score(rows, {one.id: answers_of(one, analysis) for one, analysis in zip(articles, analyses, strict=True)})


def answers_of(article: Article, analysis: Analysis) -> dict[str, Answer]:
    """The answers found in an article as text, that of `when` with its day."""
    found = find_answers(article, analysis)
    spans = {"who": found.who, "what": found.what, "when": found.when, "where": found.where}
    texts = {name: article.text[span.start : span.end] for name, span in spans.items() if span is not None}
    answers: dict[str, Answer] = {name: {"text": text, "value": None} for name, text in texts.items()}
    if found.day is not None:
        answers["when"] = {"text": texts.get("when"), "value": found.day}
    return answers


def score(rows: Sequence[Mapping[str, Any]], answers: Mapping[str, Mapping[str, Answer]]) -> dict[str, float]:
    """The figures over the questions that people answered."""
    figures: dict[str, float] = {}
    total: Counter[str] = Counter()
    for question in QUESTIONS:
        counts: Counter[str] = Counter()
        for row in rows:
            wanted = row["gold"][question]
            if wanted:
                counts[_judge(answers.get(row["id"], {}).get(question), wanted)] += 1
        total += counts
        figures |= _figures(question, counts)
    return _figures("four", total) | figures


def _figures(name: str, counts: Counter[str]) -> dict[str, float]:
    right, wrong, none = counts["right"], counts["wrong"], counts["none"]
    precision, recall, _ = prf(right, wrong, wrong + none)
    return {f"{name}_precision": precision, f"{name}_recall": recall}


def _judge(answer: Answer | None, wanted: Sequence[Mapping[str, Any]]) -> str:
    if not answer:
        return "none"
    day = (answer["value"] or "")[:10]
    same = any(_alike(answer["text"] or "", one["text"]) or (day and day == str(one["value"])[:10]) for one in wanted)
    return "right" if same else "wrong"


def _alike(answer: str, phrase: str) -> bool:
    """Half of the words in common, or one within the other and at most three times as long."""
    here, there = (WORD.findall(text.lower()) for text in (answer, phrase))
    shared = (Counter(here) & Counter(there)).total()
    within = shared == min(len(here), len(there)) and max(len(here), len(there)) <= 3 * shared
    return bool(shared) and (4 * shared >= len(here) + len(there) or within)
