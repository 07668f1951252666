"""What the steps make of a few invented pages that tell one story."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles import article
from spacy.language import Language

from dateline.analyze.articles import analyze_doc
from dateline.claims import find_series, find_statements, find_utterances, match_claims
from dateline.disagreements import find_disagreements
from dateline.entities import fold_entities
from dateline.events import code_events
from dateline.types import Analysis, Article, Claim, Disagreement, Entity, Event, Rival, Series, Span, Statement, Utterance

DAY = "2031-03-12"  # a Wednesday
# Other pages of the same town, so that its common words weigh little, as they do in a storyline.
BESIDE = (
    "The library in Halden opened a reading room for children.",
    "A choir sang at the harbour before the market closed.",
    "Rain is forecast along the coast for the rest of the week.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """The records of one storyline."""

    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    rivals: tuple[Rival, ...]
    utterances: tuple[Utterance, ...]
    series: tuple[Series, ...]
    disagreements: tuple[Disagreement, ...]
    events: tuple[Event, ...]

    def words(self, span: Span) -> str:
        """The words of a span."""
        text = next(page.text for page in self.articles if page.id == span.article)
        return text[span.start : span.end]

    def together(self, left: str, right: str) -> bool:
        """Whether one claim holds statements with these words, of two articles."""
        told = {one.id: one for one in self.statements}
        return any(
            left in self.words(a.span) and right in self.words(b.span) and a.article != b.article
            for claim in self.claims
            for a in map(told.__getitem__, claim.statements)
            for b in map(told.__getitem__, claim.statements)
        )

    @property
    def open(self) -> list[Disagreement]:
        """The contradictions and denials."""
        return [one for one in self.disagreements if one.relation in ("contradiction", "denial")]


def pages(*texts: str | tuple[str, str | None]) -> tuple[Article, ...]:
    """An article of an outlet of its own for each text, of one day unless a day comes with it."""
    told = [(one, DAY) if isinstance(one, str) else one for one in texts]
    return tuple(article(text, name=f"{n}.html", outlet=f"Outlet {n}", day=day) for n, (text, day) in enumerate(told))


def analyze(nlp: Language, articles: Iterable[Article]) -> tuple[Analysis, ...]:
    """The analyses of the articles."""
    return tuple(analyze_doc(nlp(page.text), page) for page in articles)


def follow(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Told:
    """All that the steps of a storyline find."""
    entities = fold_entities(articles, analyses)
    statements = find_statements(articles, analyses, entities)
    claims, rivals = match_claims(statements, articles)
    return Told(
        tuple(articles),
        tuple(analyses),
        entities,
        statements,
        claims,
        rivals,
        find_utterances(articles, analyses, entities),
        find_series(statements),
        find_disagreements(statements, claims, rivals, articles),
        code_events(statements, claims, entities),
    )


def tell(nlp: Language, *texts: str | tuple[str, str | None], beside: Sequence[str] = BESIDE) -> Told:
    """All that the steps find in these texts, told beside others of the same town."""
    articles = pages(*texts, *beside)
    return follow(articles, analyze(nlp, articles))
