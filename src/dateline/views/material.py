"""What the record is assembled from: everything the steps gave."""

from dataclasses import dataclass

from dateline.types import (
    Analysis,
    Article,
    Claim,
    Copy,
    Dating,
    Disagreement,
    Doubt,
    Entity,
    Event,
    Judgement,
    Origin,
    Rejected,
    Series,
    Sourcing,
    Standing,
    Statement,
    Story,
    Storyline,
    Utterance,
)
from dateline.views.document import Versions


@dataclass(frozen=True, slots=True)
class Findings:
    """What the steps found in one storyline; `decided` are the judgements of persons that were followed, on ids of statements."""

    storyline: str
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    decided: tuple[Judgement, ...]
    claims: tuple[Claim, ...]
    utterances: tuple[Utterance, ...]
    series: tuple[Series, ...]
    origins: tuple[Origin, ...]
    sourcing: tuple[Sourcing, ...]
    standings: tuple[Standing, ...]
    disagreements: tuple[Disagreement, ...]
    events: tuple[Event, ...]
    deeds: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the record carries beside the articles: decisions, pages that could not be used, and versions.

    `superseded` are other versions of articles, each with the id of the one that took its place.
    """

    pipeline: Versions
    judgements: tuple[Judgement, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    superseded: tuple[tuple[Article, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the steps gave for one set of articles."""

    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    datings: tuple[Dating, ...]
    doubts: tuple[Doubt, ...]
    copies: tuple[Copy, ...]
    stories: tuple[Story, ...]
    storylines: tuple[Storyline, ...]
    findings: tuple[Findings, ...]
