"""What was found in one article, as the record shows it with `--analysis`."""

from dataclasses import dataclass

from dateline.types import Bound, Granularity, MentionKind, PlaceKind, Polarity, SpeechKind
from dateline.views.evidence import Cited, Evidence, SourcingLink


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name where it stands, and the entity it was folded into."""

    evidence: Evidence
    kind: MentionKind
    entity: str | None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression, the days it stands for, and its TIMEX3 value."""

    evidence: Evidence
    earliest: str | None
    latest: str | None
    granularity: Granularity
    value: str


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A quantity where it stands."""

    evidence: Evidence
    low: float
    high: float
    bound: Bound
    unit: str
    what: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place name and what it was resolved to; `radius` is in km."""

    evidence: Evidence
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    sure: bool
    kind: PlaceKind | None
    radius: float | None
    derived: bool


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """Reported speech where it stands."""

    source: Cited | None
    cue: Cited | None
    content: tuple[Evidence, ...]
    kind: SpeechKind
    polarity: Polarity
    via: tuple[SourcingLink, ...]


@dataclass(frozen=True, slots=True)
class RecordAnalysis:
    """What was found in one article."""

    article: str
    names: tuple[FoundName, ...]
    times: tuple[FoundTime, ...]
    figures: tuple[FoundFigure, ...]
    places: tuple[FoundPlace, ...]
    attributions: tuple[FoundAttribution, ...]
