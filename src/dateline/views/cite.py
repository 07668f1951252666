"""Citations: the only place where a span becomes words."""

from collections.abc import Mapping

from dateline.errors import CitationBroken
from dateline.types import Article, Span
from dateline.views.evidence import Evidence

# Long enough to find the words again when a text shifts, short enough to print; the W3C model leaves the length open.
AROUND = 32


def cite(article: Article, span: Span) -> Evidence:
    """The words of `article` at `span` with 32 characters on either side; `CitationBroken` when the span is not in the text."""
    text = article.matter if span.part == "matter" else article.text
    if span.article != article.id or not 0 <= span.start < span.end <= len(text):
        raise CitationBroken(f"{span} does not lie in the {span.part} of article {article.id} ({len(text)} characters).")
    return Evidence(
        article=article.id,
        revision=article.revision,
        part=span.part,
        start=span.start,
        end=span.end,
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - AROUND) : span.start],
        suffix=text[span.end : span.end + AROUND],
    )


def cite_in(articles: Mapping[str, Article], span: Span) -> Evidence:
    """The citation of `span` in the article it names; `CitationBroken` when there is no such article."""
    article = articles.get(span.article)
    if article is None:
        raise CitationBroken(f"{span} lies in an article that is not in the record.")
    return cite(article, span)


def cite_all(articles: Mapping[str, Article], spans: tuple[Span, ...]) -> tuple[Evidence, ...]:
    """The citations of `spans`, in their order."""
    return tuple(cite_in(articles, span) for span in spans)
