"""The typed record: what a report, a page, the API and the exports all show. Encoded with sorted keys it is the JSON record.

Every line cites the characters it rests on. Ids point to other objects of the same record. No clock and no path of a
machine stands in it.
"""

from dataclasses import dataclass, field
from typing import Literal

from msgspec import UNSET, UnsetType

from dateline.types import (
    About,
    Bound,
    CopyBasis,
    CopyKind,
    DifferenceKind,
    DoubtKind,
    EventModality,
    FoldReason,
    Granularity,
    Judgement,
    Label,
    Mark,
    MentionKind,
    Modality,
    OriginKind,
    PlaceKind,
    Polarity,
    PostState,
    Published,
    Reading,
    Rejected,
    Relation,
    SpeechKind,
    Variation,
)
from dateline.types import Side as Taken
from dateline.views.evidence import Cited, Evidence, SourcingLink
from dateline.views.found import RecordAnalysis

FORMAT = 1
Status = Literal["happened", "planned", "reported"]


@dataclass(frozen=True, slots=True)
class RecordDating:
    """Days inferred for an article that states none."""

    earliest: str
    latest: str
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RecordNote:
    """A value that the page gives of an article, and where it gives it."""

    field: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RecordDoubt:
    """What speaks against the day that a page gives, and the day it speaks for."""

    kind: DoubtKind
    day: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One entry of a live blog: its day and time of day, where told, its passage (`evidence`) and where its time is `told`."""

    day: str | None
    time: str | None
    evidence: Evidence
    told: Evidence


@dataclass(frozen=True, slots=True)
class RecordArticle:
    """One article: its two texts and what its page says of it; `dating` where the page gives no day, `doubts` where it does.

    `reading` is "words" for one in a language that is not read: it stands with its story, and nothing is taken out of it.
    """

    id: str
    revision: str
    url: str | None
    file: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: Published
    dating: RecordDating | None
    doubts: tuple[RecordDoubt, ...]
    place: str | None
    credits: tuple[str, ...]
    language: str
    reading: Reading
    text: str
    matter: str
    notes: tuple[RecordNote, ...]
    entries: tuple[RecordEntry, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Match:
    """Two like passages of two articles."""

    a: Evidence
    b: Evidence


@dataclass(frozen=True, slots=True)
class Share:
    """The parts of the own words of two articles that lie in their like passages, 0 to 1."""

    a: float
    b: float


@dataclass(frozen=True, slots=True)
class RecordCopyPair:
    """Two articles of a copy that are alike, and which of them had the text first, where the pages say."""

    a: str
    b: str
    kind: CopyKind
    share: Share
    first: str | None


@dataclass(frozen=True, slots=True)
class RecordCopy:
    """Articles whose texts derive from one another, and from whom, where the pages say; `evidence` is where they do."""

    id: str
    articles: tuple[str, ...]
    kind: CopyKind
    origin: str | None
    matches: tuple[Match, ...]
    basis: CopyBasis = "unknown"
    evidence: Evidence | None = None
    first: str | None = None
    pairs: tuple[RecordCopyPair, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class RecordEntity:
    """Who is who across the articles, with every place it is named."""

    id: str
    name: str
    kind: MentionKind
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Evidence, ...]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class RecordOrigin:
    """Where statements come from in the end."""

    id: str
    kind: OriginKind
    name: str


@dataclass(frozen=True, slots=True)
class RecordFigure:
    """A quantity as told; `series` is the id of the quantity over time that it belongs to."""

    article: str
    evidence: Evidence
    what: str
    state: str
    low: float
    high: float
    bound: Bound
    unit: str
    scope: tuple[str, ...]
    as_of: str | None
    series: str | None


@dataclass(frozen=True, slots=True)
class RecordSeries:
    """One quantity over time, in order of the day its figures held."""

    id: str
    what: str
    unit: str
    figures: tuple[RecordFigure, ...]


@dataclass(frozen=True, slots=True)
class RecordJoined:
    """Why a statement is in its claim: the one it was joined `to`, how likely both say the same, the weightiest reasons first."""

    to: str
    likeness: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordStatement:
    """One article's assertion, its sourcing chain (outermost first) and the ids of the origins it may rest on.

    `figure` is the one that it is about, null where it tells what happened. `corrected` are the ids of the judgements of persons
    on it that are followed. `joined` says why it is in its claim; null for the statement that stands for the claim.
    """

    id: str
    article: str
    evidence: Evidence
    figure: Evidence | None
    polarity: str
    modality: Modality
    sourcing: tuple[SourcingLink, ...]
    origins: tuple[str, ...]
    corrected: tuple[str, ...]
    joined: RecordJoined | None = None


@dataclass(frozen=True, slots=True)
class RecordClaim:
    """What several statements say alike. `origins` is the least number of origins that could account for all of them."""

    id: str
    statement: Cited
    label: Label
    disputed: bool
    outlets: int
    texts: int
    origins: int
    unsourced: int
    statements: tuple[RecordStatement, ...]


@dataclass(frozen=True, slots=True)
class SidedStatement:
    """One statement on one side of a disagreement; `as_of` is the day it holds for, where it says."""

    id: str
    article: str
    evidence: Evidence
    as_of: str | None
    sourcing: tuple[SourcingLink, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One value that is told, as told and normalised, with the statements that tell it."""

    value: str
    normalized: str
    statements: tuple[SidedStatement, ...]


@dataclass(frozen=True, slots=True)
class RecordDisagreement:
    """Statements that fill one slot differently: `about` is the slot in words, `reason` the rule that decided the relation."""

    id: str
    about: str
    kind: About
    relation: Relation
    reason: str
    values: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the entity, the name, and the words that name the speaker."""

    entity: str | None
    name: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class RecordQuote:
    """One piece of reported speech; `rest` holds the pieces after the first where the words are interrupted."""

    id: str
    article: str
    evidence: Evidence
    rest: tuple[Evidence, ...]
    speaker: Speaker | None
    cue: Evidence | None
    kind: SpeechKind
    polarity: Polarity
    via: tuple[SourcingLink, ...]
    utterance: str | None


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """Words in which a quote departs from the fullest one; what is missing has no evidence, what is added no reference."""

    quote: str
    kind: DifferenceKind
    mark: Mark | None
    evidence: Evidence | None
    reference: Evidence | None


@dataclass(frozen=True, slots=True)
class RecordUtterance:
    """One act of speech, the ids of the quotes that report it, and their differences from the fullest, which is `reference`."""

    id: str
    speaker: str
    quotes: tuple[str, ...]
    variation: Variation
    reference: str
    differences: tuple[RecordDifference, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that an actor said on a matter: the day of its article, what the cue makes of it, and the side taken.

    `side` is that on what is said without its negations; `self` says that the actor speaks about itself.
    """

    date: str | None
    stance: Polarity
    side: Taken
    self: bool
    quote: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PositionChange:
    """The ids of two quotes of one actor on one matter that take opposite sides, the earlier one first."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class RecordPosition:
    """What one actor said on one matter, in order of time; `matter` is what one of the cells says, `claims` those it tells."""

    id: str
    entity: str | None
    actor: str
    matter: Cited
    claims: tuple[str, ...]
    cells: tuple[Cell, ...]
    changes: tuple[PositionChange, ...]


@dataclass(frozen=True, slots=True)
class Date:
    """Days from `earliest` to `latest`, as fine as the words are."""

    earliest: str
    latest: str
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of the timeline, told by its best sentence; `background` where it ended well before the story began.

    `claim` is the one of its `claims` that most articles tell. `support` are the other statements that tell it, `announced` those
    that told before that it would come. `articles` and `outlets` tell it in all; `origins` is the number of origins of the best
    attested of its claims. `entities` are those that its statements name, or mean by a pronoun.
    """

    date: Date
    status: Status
    background: bool
    claim: str | None
    statement: Cited
    support: tuple[Evidence, ...]
    announced: tuple[Evidence, ...] = field(default_factory=tuple)
    claims: tuple[str, ...] = field(default_factory=tuple)
    articles: int = 0
    outlets: int = 0
    origins: int = 0
    entities: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class RecordPost:
    """A role with the time it holds: told on the days from `earliest` to `latest`, or for the time that the texts tell.

    One that is `former` was over by `latest`; one that is `coming` begins after `earliest`.
    """

    role: str
    state: PostState
    earliest: str | None
    latest: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who is named in the story; `mentions` counts how often."""

    entity: str
    name: str
    kind: MentionKind
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: int
    posts: tuple[RecordPost, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A place of the story, where it is first named; degrees and ISO 3166 country; `mentions` counts how often it is named.

    `sure` says whether one reading of the name stood out, in each article that names it; `kind` and the `radius` in km are None
    where no table tells them.
    """

    entity: str | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    evidence: Evidence
    mentions: int
    sure: bool = False
    kind: PlaceKind | None = None
    radius: float | None = None


@dataclass(frozen=True, slots=True)
class RecordReport:
    """One statement coded as an event, and why it is one of the reports of it.

    `doer` and `done_to` cite the words for those that `source` and `target` name, where anything does.
    """

    statement: str
    article: str
    evidence: Evidence
    type: str
    mode: str | None
    context: str | None
    cameo: str
    modality: EventModality
    source: str | None
    target: str | None
    place: str | None
    date: str | None
    doer: Evidence | None
    done_to: Evidence | None
    reason: FoldReason
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """Who did what to whom, in PLOVER and CAMEO, with the words it was coded from and the origins they rest on."""

    id: str
    type: str
    mode: str | None
    context: str | None
    cameo: str | None
    source: str | None
    target: str | None
    place: str | None
    date: str | None
    evidence: tuple[Evidence, ...]
    statements: tuple[str, ...]
    origins: tuple[str, ...]
    modality: EventModality = "happened"
    reports: tuple[RecordReport, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word that two articles share, where it stands first in each."""

    here: Evidence
    there: Evidence


@dataclass(frozen=True, slots=True)
class RecordMembership:
    """Why an article is in its story: its likest other member, how likely both report one event, and what they share.

    `copied` says that the two are copies of one text; `days` lie between their days of publication; the rarest shared words
    come first. `nearest` is null where no other member is alike: others connect it, or a person put it there.
    """

    article: str
    nearest: str | None
    likeness: float
    copied: bool
    days: int | None
    shared: tuple[SharedWord, ...]


@dataclass(frozen=True, slots=True)
class FirstReport:
    """An outlet's first article on a story."""

    outlet: str
    article: str


@dataclass(frozen=True, slots=True)
class RecordAnswers:
    """Who did what, when and where, in words of one article; `day` is that of `when`, or of publication where none is told."""

    who: Cited | None
    what: Cited | None
    when: Cited | None
    day: str | None
    where: Cited | None


@dataclass(frozen=True, slots=True)
class RecordStory:
    """Articles about one event, and what they say. `first` and `last` are days of publication.

    `title`, `lead`, the first paragraph, and `answers` are those of the most central article; `outlets` come in order of first
    report, those whose first report has no day last.
    `corrected` are the ids of the judgements of persons that the story follows.
    """

    id: str
    title: str
    lead: Cited | None
    outlets: tuple[FirstReport, ...]
    articles: tuple[str, ...]
    memberships: tuple[RecordMembership, ...]
    first: str | None
    last: str | None
    storyline: str
    corrected: tuple[str, ...]
    claims: tuple[RecordClaim, ...]
    disagreements: tuple[RecordDisagreement, ...]
    quotes: tuple[RecordQuote, ...]
    utterances: tuple[RecordUtterance, ...]
    positions: tuple[RecordPosition, ...]
    figures: tuple[RecordFigure, ...]
    timeline: tuple[Moment, ...]
    actors: tuple[Actor, ...]
    places: tuple[RecordPlace, ...]
    events: tuple[RecordEvent, ...]
    answers: RecordAnswers | None = None


@dataclass(frozen=True, slots=True)
class RecordStoryline:
    """A chain of stories on one matter, in order of their first day, and the timeline of all together where they are several."""

    id: str
    stories: tuple[str, ...]
    timeline: tuple[Moment, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Change:
    """Words of an older version and those that stand in their place; None where words were only added or cut."""

    old: Evidence | None
    new: Evidence | None


@dataclass(frozen=True, slots=True)
class Superseded:
    """Another version of the article `by` of this record, found at another time, address or file; nothing here rests on it.

    `changes` are in the order of the newer text; there are none where the words are the same.
    """

    by: str
    article: RecordArticle
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What the record was made with: the program, the language model and the format of the record.

    `known` is a digest of the entities that the user knows; empty without any.
    """

    dateline: str
    model: str
    format: int = FORMAT
    known: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """All that the pages say, story by story, each line with the characters it rests on."""

    articles: tuple[RecordArticle, ...]
    copies: tuple[RecordCopy, ...]
    entities: tuple[RecordEntity, ...]
    origins: tuple[RecordOrigin, ...]
    series: tuple[RecordSeries, ...]
    stories: tuple[RecordStory, ...]
    storylines: tuple[RecordStoryline, ...]
    judgements: tuple[Judgement, ...]
    rejected: tuple[Rejected, ...]
    superseded: tuple[Superseded, ...]
    pipeline: Versions
    analyses: tuple[RecordAnalysis, ...] | UnsetType = UNSET
