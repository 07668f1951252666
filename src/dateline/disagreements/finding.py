"""What a rule finds where two statements fill one slot differently."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.types import About, Article, Relation, Span, Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: what it is about, the relation with the rule that decided it, and both values as told and normalised."""

    about: About
    relation: Relation
    reason: str
    statements: tuple[str, str]
    values: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, how alike they are in words (of 1,000,000), and the articles their spans lie in."""

    left: Statement
    right: Statement
    articles: Mapping[str, Article]
    likeness: int = 0

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.articles[span.article].text[span.start : span.end]

    def day(self, statement: Statement) -> str:
        """The day the statement's article was published, or "" where the page gives none."""
        return self.articles[statement.article].published.latest or ""

    def found(self, about: About, relation: Relation, reason: str, left: tuple[str, str], right: tuple[str, str]) -> Finding:
        """A finding of this pair."""
        return Finding(about, relation, reason, (self.left.id, self.right.id), (left, right))
