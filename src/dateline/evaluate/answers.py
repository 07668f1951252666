"""Answers to one question: whether two of them say the same, against the pairs of NAnCo.

Two measures of likeness are scored, each question at the threshold that is best on the others: that of claims, between the
statements that the answers stand in; and that of the answers as phrases, by the terms and weights of claims, where numbers that
both tell decide.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from dateline.analyze.articles import analyze_doc
from dateline.analyze.model import load_model, parse
from dateline.claims import find_statements
from dateline.claims.comparing import Comparisons
from dateline.claims.decided import Decided
from dateline.claims.grouping import compare, rank
from dateline.claims.matching import SCALE
from dateline.claims.terms import terms, weigh
from dateline.entities import fold_entities
from dateline.evaluate.articles import article_of
from dateline.evaluate.jsonl import read_rows
from dateline.ids import content_id
from dateline.settings import Settings
from dateline.types import Article, Span

FILE = "nanco.jsonl.gz"
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")
Weights = Mapping[str, float]
Scored = tuple[int, bool]  # how alike two answers are, of `SCALE`, and whether they are the same


@dataclass(frozen=True, slots=True)
class Answer:
    """What is compared of an answer: the wordings of the statements that it stands in, by place, its terms and its numbers."""

    statements: tuple[int, ...]
    terms: frozenset[str]
    numbers: frozenset[str]


def evaluate(data: Path) -> dict[str, float]:
    """Balanced accuracy, averaged over the questions, of answers as phrases and of the statements that they stand in."""
    rows = read_rows(data / FILE)
    questions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        questions[row["qid"]].append(row)
    phrases: dict[str, list[Scored]] = {}
    statements: dict[str, list[Scored]] = {}
    for question, pairs in sorted(questions.items()):
        answers, weights, comparisons = read_answers(question, pairs)
        for row in pairs:
            left, right = (answers[row[f"answer_{side}"], row[f"paragraph_{side}"]] for side in "ab")
            phrases.setdefault(question, []).append((phrases_alike(left, right, weights), bool(row["same"])))
            statements.setdefault(question, []).append((statements_alike(left, right, comparisons), bool(row["same"])))
    return {
        "balanced_accuracy": left_out(phrases),
        "statements_balanced_accuracy": left_out(statements),
        "pairs": len(rows),
        "questions": len(questions),
    }


def read_answers(question: str, pairs: Sequence[Mapping[str, Any]]) -> tuple[dict[tuple[str, str], Answer], Weights, Comparisons]:
    """The answers to one question, by words and paragraph; the weights of terms; the statements of the paragraphs, compared."""
    settings = Settings()
    named = sorted({(row[f"answer_{side}"], row[f"paragraph_{side}"]) for row in pairs for side in "ab"})
    texts = sorted({paragraph for _, paragraph in named})
    articles = {text: article_of({"id": content_id(question, text), "text": text}) for text in texts}
    docs = dict(zip(texts, parse(load_model(settings.model), texts, settings.batch_characters), strict=True))
    analyses = [analyze_doc(docs[text], articles[text]) for text in texts]
    statements = find_statements(list(articles.values()), analyses, fold_entities(list(articles.values()), analyses))
    told = {articles[text].id: set(_terms(docs[text], Span("", 0, len(text)))) for text in texts}
    for one in statements:
        told[one.article] |= terms(one.lemmas)
    weights = weigh([frozenset(found) for found in told.values()], frozenset(name for one in statements for name in one.names))
    ranked = rank(statements, list(articles.values()))
    wordings, comparisons = compare(ranked, analyses, Decided(()))
    placed = [(ranked[member].span, place) for place, wording in enumerate(wordings) for member in wording.members]
    return {one: _answer(one[0], articles[one[1]], docs[one[1]], placed) for one in named}, weights, comparisons


def _answer(words: str, article: Article, doc: Doc, placed: Iterable[tuple[Span, int]]) -> Answer:
    """An answer where its words stand in the paragraph; the whole paragraph where they do not."""
    at = article.text.find(words)
    place = Span(article.id, at, at + len(words)) if at >= 0 else Span(article.id, 0, len(article.text))
    near = sorted({wording for span, wording in placed if span.meets(place)})
    numbers = frozenset(token.lemma_.lower() for token in doc if _is_number(token.text, token.pos_) and _inside(token.idx, place))
    return Answer(tuple(near), _terms(doc, place), numbers)


def _terms(doc: Doc, place: Span) -> frozenset[str]:
    return terms(token.lemma_.lower() for token in doc if token.pos_ in CONTENT and _inside(token.idx, place))


def _inside(at: int, place: Span) -> bool:
    return place.start <= at < place.end


def _is_number(text: str, kind: str) -> bool:
    return kind == "NUM" or any(sign.isdigit() for sign in text)


def statements_alike(left: Answer, right: Answer, comparisons: Comparisons) -> int:
    """How likely the likest statements say the same that two answers stand in, as claims compare them."""
    if set(left.statements) & set(right.statements):
        return SCALE
    pairs = sorted({(min(a, b), max(a, b)) for a in left.statements for b in right.statements})
    comparisons.look(pairs)
    return max((comparisons.of(*pair)[1] for pair in pairs), default=0)


def phrases_alike(left: Answer, right: Answer, weights: Weights) -> int:
    """How alike two answers are as phrases: by their numbers where both tell some, else by the cosine of their terms."""
    if left.numbers and right.numbers:
        return SCALE if left.numbers & right.numbers else 0
    shared = sum(weights[term] ** 2 for term in sorted(left.terms & right.terms))
    sizes = [sum(weights[term] ** 2 for term in sorted(one.terms)) for one in (left, right)]
    return round(SCALE * shared / sqrt(sizes[0] * sizes[1])) if all(sizes) else 0


def left_out(scored: Mapping[str, Sequence[Scored]]) -> float:
    """The mean balanced accuracy of the questions, each at the threshold that is best on the others."""
    found = []
    for question, pairs in sorted(scored.items()):
        others = [other for name, other in sorted(scored.items()) if name != question]
        found.append(balanced(pairs, _best(others or [pairs])))
    return sum(found) / max(1, len(found))


def _best(questions: Sequence[Sequence[Scored]]) -> int:
    """The threshold with the greatest mean balanced accuracy, the least of equals, midway between two likenesses."""
    values = sorted({alike for pairs in questions for alike, _ in pairs})
    middles = [(one + other + 1) // 2 for one, other in pairwise(values)] or [SCALE]
    return max(middles, key=lambda least: (sum(balanced(pairs, least) for pairs in questions), -least))


def balanced(pairs: Sequence[Scored], least: int) -> float:
    """The mean of the shares of pairs that are the same and called so from `least` on, and of others that are not."""
    called: dict[bool, list[bool]] = {True: [], False: []}
    for alike, same in pairs:
        called[same].append((alike >= least) == same)
    shares = [sum(found) / len(found) for found in called.values() if found]
    return sum(shares) / max(1, len(shares))
