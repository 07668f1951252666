"""What the steps make of a few invented pages that tell one story."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from importlib import import_module
from typing import Any

from articles import article

from dateline.pipeline import STORYLINE_STEPS
from dateline.types import (
    Analysis,
    Article,
    Claim,
    Disagreement,
    Entity,
    Event,
    Rival,
    Series,
    Span,
    Standing,
    Statement,
    Story,
    Utterance,
)

DAY = "2031-03-12"  # a Wednesday
# Other pages of the same town, so that its common words weigh little, as they do in a storyline.
BESIDE = (
    "The library in Halden opened a reading room for children.",
    "A choir sang at the harbour before the market closed.",
    "Rain is forecast along the coast for the rest of the week.",
)
Text = str | tuple[str, str | None]


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
    standings: tuple[Standing, ...]
    disagreements: tuple[Disagreement, ...]
    events: tuple[Event, ...]

    def words(self, span: Span) -> str:
        """The words of a span."""
        text = next(page.text for page in self.articles if page.id == span.article)
        return text[span.start : span.end]

    @property
    def open(self) -> list[Disagreement]:
        """The contradictions and denials."""
        return [one for one in self.disagreements if one.relation in ("contradiction", "denial")]


def pages(*texts: Text) -> tuple[Article, ...]:
    """An article of an outlet of its own for each text, of one day unless a day comes with it."""
    told = [(one, DAY) if isinstance(one, str) else one for one in texts]
    return tuple(article(text, name=f"{n}.html", outlet=f"Outlet {n}", day=day) for n, (text, day) in enumerate(told))


def analyze(nlp: Callable[[str], Any], articles: Iterable[Article]) -> tuple[Analysis, ...]:
    """The analyses of the articles."""
    from dateline.analyze.articles import analyze_doc  # it needs spaCy, which what follows does not

    return tuple(analyze_doc(nlp(page.text), page) for page in articles)


def follow(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Told:
    """All that the steps of a storyline find in articles of one story."""
    story = Story("story", tuple(page.id for page in articles), articles[0].id, None, None, "line") if articles else None
    given: dict[str, Any] = {
        "articles": tuple(articles),
        "analyses": tuple(analyses),
        "copies": (),
        "judgements": (),
        "known": (),
    }
    given["stories"] = () if story is None else (story,)
    for step in STORYLINE_STEPS:
        module, _, name = step.function.partition(":")
        result = getattr(import_module(module), name)(*(given[need] for need in step.needs))
        given.update(zip(step.gives, (result,) if len(step.gives) == 1 else result, strict=True))
    return Told(**{field.name: tuple(given[field.name]) for field in fields(Told)})


def tell(nlp: Callable[[str], Any], *texts: Text, beside: Sequence[Text] = BESIDE) -> Told:
    """All that the steps find in these texts, told beside others of the same town."""
    articles = pages(*texts, *beside)
    return follow(articles, analyze(nlp, articles))


def derived(told: Told) -> Told:
    """What was found, without what it was found in."""
    return replace(told, articles=(), analyses=())
