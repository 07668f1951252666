"""What a rule finds where two statements fill one slot differently."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.types import About, Article, Relation, Span, Statement, entry_at


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
        """The day the statement was published, with its article or its entry of a live blog; "" where the page gives none."""
        article = self.articles[statement.article]
        return article.entry_day(statement.span) or article.published.latest or ""

    def apart(self) -> bool:
        """Whether the statements stand in two entries of one live blog."""
        entries = self.articles[self.left.article].entries if self.left.article == self.right.article else ()
        left, right = entry_at(entries, self.left.span), entry_at(entries, self.right.span)
        return left is not None and right is not None and left != right

    def found(self, about: About, relation: Relation, reason: str, left: tuple[str, str], right: tuple[str, str]) -> Finding:
        """A finding of this pair."""
        return Finding(about, relation, reason, (self.left.id, self.right.id), (left, right))
