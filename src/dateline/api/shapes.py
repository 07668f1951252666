"""What the server answers, where that is not a part of the record as `views/document.py` has it."""

from dataclasses import dataclass
from typing import Literal

from dateline.record import Hit
from dateline.stores import Edition
from dateline.views.document import (
    RecordArticle,
    RecordCopy,
    RecordFigure,
    RecordSeries,
    Superseded,
)
from dateline.views.evidence import Cited
from dateline.views.found import RecordAnalysis

State = Literal["making", "ready", "failed"]
ThingKind = Literal["story", "storyline", "article", "claim", "statement", "quote", "disagreement", "event", "entity"]


@dataclass(frozen=True, slots=True)
class Status:
    """What is served: a store, known by the name it was given when it was first served, and the edition of its record.

    `state` is "making" until there is a first record, and "failed" where none can be made, for the `reason` given. `behind` says
    that pages came since this edition. `live` is the number of jobs that are not done. `by` decides where nobody else is named.
    """

    version: str
    store: str
    state: State
    reason: str | None
    edition: Edition | None
    behind: bool
    articles: int
    stories: int
    live: int
    by: str
    most_bytes: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many articles of a story came out on a day."""

    day: str
    articles: int


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """How many claims of a story have each label."""

    corroborated: int
    single_origin: int
    single_outlet: int
    unsourced: int


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story in the list.

    `outlets` counts those that are named, `texts` articles without those made from another's text, `origins` all that its
    claims may rest on. `disputed` counts contradictions and denials. `days` are in order; undated articles are in none.
    `changed` is the last edition in which an article or a claim of it was new, `fresh` how many articles were new in that one.
    """

    id: str
    title: str
    lead: Cited | None
    first: str | None
    last: str | None
    storyline: str
    articles: int
    outlets: int
    texts: int
    origins: int
    claims: LabelCounts
    disputed: int
    quotes: int
    days: tuple[DayCount, ...]
    changed: int
    fresh: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A value to filter stories by, what it is called, and how many of the stories listed have it."""

    value: str
    name: str
    stories: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The values that the stories listed can be filtered by, the most frequent first; `first` and `last` are their days."""

    outlets: tuple[Facet, ...]
    actors: tuple[Facet, ...]
    places: tuple[Facet, ...]
    events: tuple[Facet, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class StoryList:
    """Some of the stories that a filter leaves, those first in which something is new; `total` counts all that it leaves."""

    edition: int
    total: int
    stories: tuple[StoryEntry, ...]
    facets: Facets


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article with everything that was found in it; `claims` and `quotes` are the ids of those that it tells."""

    article: RecordArticle
    analysis: RecordAnalysis | None
    stories: tuple[str, ...]
    claims: tuple[str, ...]
    quotes: tuple[str, ...]
    copies: tuple[RecordCopy, ...]
    superseded: tuple[Superseded, ...]


@dataclass(frozen=True, slots=True)
class FigureList:
    """The figures of a story, and the quantities over time that they belong to."""

    figures: tuple[RecordFigure, ...]
    series: tuple[RecordSeries, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found, the best first."""

    query: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Where something is told: what it is, the story it is in, and the storyline of that."""

    id: str
    kind: ThingKind
    story: str
    storyline: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not answered, as RFC 9457 has it; `detail` says what to do."""

    title: str
    status: int
    detail: str
