"""What one article says: one syntax-and-names pass, and the finders that read it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import tee

from spacy.language import Language
from spacy.tokens import Doc

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.clauses import find_clauses
from dateline.analyze.figures import find_figures
from dateline.analyze.foreign import analyze_foreign
from dateline.analyze.mentions import find_mentions
from dateline.analyze.model import load_model, parse
from dateline.analyze.places import find_places
from dateline.analyze.times import anchor_times, find_times
from dateline.languages import is_read
from dateline.settings import Settings
from dateline.types import Analysis, Article, Dating, Span

__all__ = ["analyze_articles", "analyze_doc", "anchor_analysis", "load_model"]


def analyze_articles(articles: Iterable[Article], nlp: Language, settings: Settings) -> Iterator[Analysis]:
    """One analysis per article, in order; texts go through the model in batches bounded by `settings.batch_characters`.

    The model and the finders know English alone: a text in another language never goes through them.
    """
    kept, read = tee(articles)
    docs = parse(nlp, (article.text for article in read if is_read(article)), settings.batch_characters)
    for article in kept:
        yield analyze_doc(next(docs), article) if is_read(article) else analyze_foreign(article)


def analyze_doc(doc: Doc, article: Article) -> Analysis:
    """The analysis of one parsed article; `doc.text` must equal `article.text`."""
    published = article.published
    mentions = find_mentions(doc, article.id)
    cast = cast_of(doc, article.id, mentions)
    times = find_times(doc, article.id, earliest=published.earliest, latest=published.latest, entries=article.entries)
    return Analysis(
        article=article.id,
        sentences=tuple(_sentence(sentence.start_char, sentence.end_char, article) for sentence in doc.sents),
        mentions=mentions,
        times=times,
        figures=find_figures(doc, article.id, times, published.latest, article.entries),
        places=find_places(doc, article.id, mentions),
        attributions=find_attributions(doc, cast),
        clauses=find_clauses(doc, cast),
    )


def _sentence(start: int, end: int, article: Article) -> Span:
    """The span of a sentence without the white space at either end."""
    text = article.text[start:end]
    return Span(article.id, start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))


def anchor_analysis(analysis: Analysis, article: Article, dating: Dating) -> Analysis:
    """The analysis of an undated article with its relative times resolved against the days that were inferred for it."""
    times = anchor_times(analysis.times, article.text, earliest=dating.earliest, latest=dating.latest)
    figures = tuple(replace(figure, as_of=figure.as_of or dating.latest) for figure in analysis.figures)
    return replace(analysis, times=times, figures=figures)
