"""The nouns: every record that one step gives and another takes.

All are frozen and slotted. Offsets are Unicode code points into `Article.text` (or `Article.matter` where
`Span.part` says so), end exclusive. Days are ISO strings (`2025-11-03`): they sort as text and need no time zone.
This module imports nothing of ours.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Part = Literal["text", "matter"]
Basis = Literal["stated", "metadata", "url", "unknown"]
Bound = Literal["exact", "at least", "at most", "about"]
Granularity = Literal["minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century", "unknown"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal[
    "country",
    "continent",
    "region",
    "county",
    "city",
    "island",
    "peninsula",
    "desert",
    "mountains",
    "sea",
    "strait",
    "canal",
    "river",
    "line",
    "base",
]
MentionKind = Literal["person", "body", "place", "group", "event", "work", "other"]
SpeechKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["said", "claimed", "denied", "confirmed", "refused", "warned", "promised", "asked", "thought"]
Side = Literal["for", "against", "no comment", "other"]
Modality = Literal["happened", "planned", "possible", "denied"]
EventModality = Literal["happened", "historical", "planned", "possible", "denied"]
FoldReason = Literal["first", "same claim", "same deed"]
OriginKind = Literal["agency", "official", "person", "document", "outlet", "unstated"]
LinkKind = Literal["outlet", "copy", "agency", "cited outlet", "source", "correction"]
DoubtKind = Literal["fetched", "updated", "revision", "address", "dateline", "told", "weekday"]
CopyKind = Literal["verbatim", "edited", "excerpt", "rewrite"]
CopyBasis = Literal["agency", "release", "earliest", "unknown"]
PostState = Literal["held", "former", "coming"]
Label = Literal["corroborated", "single origin", "single outlet", "unsourced"]
Relation = Literal["agree", "update", "contradiction", "denial", "framing", "unclear"]
About = Literal["number", "date", "place", "name", "actor", "negation"]
Reading = Literal["full", "words"]
Variation = Literal["verbatim", "shortened", "altered", "translated"]
DifferenceKind = Literal["missing", "added", "changed"]
Mark = Literal["number", "name", "negation"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in one of the two texts of an article; `start` and `end` are code points, end exclusive."""

    article: str
    start: int
    end: int
    part: Part = "text"

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        same = (self.article, self.part) == (other.article, other.part)
        return same and self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        same = (self.article, self.part) == (other.article, other.part)
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as read. `name` is the path relative to the input that was named, or the URL."""

    name: str
    url: str | None
    fetched: str | None
    media_type: str
    sha256: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An article as a feed, an interface or a dump tells it: fields, not a page.

    Times are as told, with their time zone. The body is `text` (paragraphs split by line breaks) or `html` (a fragment or a
    whole page); `abridged` says that it is a summary and the article itself stands elsewhere.
    """

    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    place: str | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    summary: str | None = None
    text: str | None = None
    html: str | None = None
    abridged: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that could not be used: which one, in which step, and why, in words a user can act on."""

    id: str
    step: str
    reason: str


@dataclass(frozen=True, slots=True)
class Published:
    """When the page says it was published; both ends are None when it says nothing."""

    earliest: str | None
    latest: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Note:
    """Where a metadata value of an article stands: `field` is an `Article` field, `value` the value read there."""

    field: str
    value: str
    start: int
    end: int
    part: Part = "matter"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a live blog: its `passage` of the text, when it appeared, and where in the matter that is `told`.

    `time` is the ISO time of day, with its offset from UTC only where one is told. `day` is None where it is not sure.
    """

    passage: Span
    day: str | None
    time: str | None
    told: Span


def entry_at(entries: Sequence[Entry], place: Span) -> Entry | None:
    """The entry, of those of one article in order of its text, that a place lies in."""
    before = bisect_right(entries, place.start, key=lambda entry: entry.passage.start)
    return entries[before - 1] if before and entries[before - 1].passage.holds(place) else None


def day_at(entries: Sequence[Entry], place: Span) -> str | None:
    """The day of the entry that a place lies in; None outside of entries or where it is not sure."""
    entry = entry_at(entries, place)
    return None if entry is None else entry.day


@dataclass(frozen=True, slots=True)
class Article:
    """One article in two texts that never change: `text` (title, then paragraphs, split by blank lines) and `matter`.

    `matter` holds byline, date, credit and caption lines and metadata values as they stand on the page, a line each.
    Where there is a title, `text` begins with it. `revision` hashes both texts; `id` hashes address, outlet and revision.
    """

    id: str
    revision: str
    url: str | None
    file: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: Published
    place: str | None
    credits: tuple[str, ...]
    language: str
    text: str
    matter: str
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()

    def entry_day(self, place: Span) -> str | None:
        """The day of the live blog entry that a place of the text lies in; None outside of entries or where it is not sure."""
        return day_at(self.entries, place)


@dataclass(frozen=True, slots=True)
class Dating:
    """The inferred days of an article that states none, with the spans it was inferred from."""

    article: str
    earliest: str
    latest: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against the day of publication of an article, the ISO day it speaks for, and where it stands.

    The page was `fetched` or `updated` before that day, or calls it that of a `revision`; its `address` or its `dateline` has
    another one; its text has `told` of a later day as past, or calls days by the `weekday` they had in another year. `span` of
    `fetched` is the day of publication itself.
    """

    article: str
    kind: DoubtKind
    day: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands; `name` is its text without title words and possessives."""

    span: Span
    name: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time expression and the days it stands for; `value` is TIMEX3.

    `earliest` and `latest` are None for durations, sets and what cannot be placed. `anchor` is the day it was resolved
    against; None when it needs none or there was none (a weekday on an undated page keeps a value like `XXXX-WXX-1`),
    `first/last` when the day of publication is an interval. `direction` is the side of that day the verb points to.
    """

    span: Span
    kind: TimeKind
    value: str
    granularity: Granularity
    earliest: str | None
    latest: str | None
    anchor: str | None
    direction: Literal["", "past", "future"] = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `low` equals `high` unless a range is told; `what` is the thing counted, lower case, head noun last.

    `state` is the normalised thing that is said of what is counted ("killed", "injured", "missing", "arrested" …) where there
    is one, so that slots never mix. `as_of` is the ISO day the figure held; `counter` is the span of who counts.
    """

    span: Span
    low: float
    high: float
    bound: Bound
    unit: str
    what: str
    state: str
    scope: tuple[str, ...]
    as_of: str | None
    counter: Span | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place name resolved to coordinates (degrees) and an ISO 3166 country; `sure` says whether one reading stood out.

    One that is `derived` is told by an adjective or a people ("French", "Londoners"). `kind` is None for a name in no table: it
    has the point of a place near it. `radius` is that of a circle of about the size of an area, or half the length of what is
    long, in km; None where no table tells it.
    """

    span: Span
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    sure: bool
    kind: PlaceKind | None = None
    radius: float | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Via:
    """One link between outlet and speaker: the agency, outlet, body or document the words came through."""

    kind: LinkKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One piece of reported speech. `speaker` is the resolved name, `resolved` the span of the antecedent it was taken from.

    `content` may be in several pieces. `via` runs from the outlet towards the speaker. One that `judges` what its content names
    ("criticised the plan") does not say that it is so. `side` is that taken on what the content says without its negations:
    who denies it, or says that it is not so, is against. One that is `own` tells of the speaker. The speaker of one that is
    `joint` is several at once ("Keller and his counterpart"), by the words that name them.
    """

    source: Span | None
    speaker: str | None
    resolved: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: SpeechKind
    polarity: Polarity
    via: tuple[Via, ...] = ()
    judges: bool = False
    side: Side = "for"
    own: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """What a clause says that one actor did to another, in the types of PLOVER and the codes of CAMEO.

    `about` is the type of the act that one of words is about: of "refused to send aid" AID. `source` does it, `target` is whom it
    is done to. What a noun tells has its `phrase`, apart from the clause that it stands in.
    """

    type: str
    mode: str | None
    cameo: str
    about: str | None
    verb: Span
    source: Span | None
    target: Span | None
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments: the unit a statement is made of.

    `meant` is what a pronoun that is the subject stands for. `lemmas` are the content lemmas of the whole clause, lower case,
    sorted. `arguments` are spans of objects and obliques; `sentence` is the index of its sentence. A `nominal` clause is a
    noun phrase without a verb that is counted or has an age; the subject of a `passive` one is what something is done to; an
    `aside` is the narrator's ("Dunmere, which employs 300"). `act` is what its verb tells, `deeds` are what nouns tell beside it.
    """

    span: Span
    sentence: int
    predicate: str
    verb: Span
    subject: Span | None
    arguments: tuple[Span, ...]
    lemmas: tuple[str, ...]
    negated: bool
    modality: Modality
    nominal: bool = False
    passive: bool = False
    aside: bool = False
    meant: Span | None = None
    act: Act | None = None
    deeds: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one article says, each with its span; sentences in order of the text."""

    article: str
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeRef, ...]
    figures: tuple[Figure, ...]
    places: tuple[Place, ...]
    attributions: tuple[Attribution, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two articles of a copy that were found alike; `first` is the one that had it first, None where the pages do not tell.

    A share is the part of an article's own words that lies in the matches with the other, 0 to 1.
    """

    left: str
    right: str
    kind: CopyKind
    left_share: float
    right_share: float
    first: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """Articles whose texts derive from one another, earliest first; `matches` are pairs of like passages, longest first.

    `origin` is the name of the agency, the issuer of the press release or the outlet that the text comes from, as `basis` says,
    `told` is where that stands; `first` is the article that had the text first. None where the pages do not tell.
    """

    id: str
    articles: tuple[str, ...]
    kind: CopyKind
    origin: str | None
    matches: tuple[tuple[Span, Span], ...]
    pairs: tuple[CopyPair, ...] = ()
    basis: CopyBasis = "unknown"
    first: str | None = None
    told: Span | None = None


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A role that a text gives somebody, where it stands, and the days for which it tells that.

    What is `held` is so on the day of the article or for the time told ("mayor since 2017"); what is `former` was over by
    `latest`, what is `coming` begins after `earliest`. A day is None where the text leaves that end open.
    """

    role: str
    state: PostState
    earliest: str | None
    latest: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity that a user knows: its name, the other names it goes by, and its Wikidata id where one is told."""

    name: str
    kind: MentionKind
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place across articles: `variants` are the names it goes by, `roles` the role words beside it.

    `posts` are the roles of a person with the time they hold; `wikidata` is an id that the user gave.
    """

    id: str
    name: str
    kind: MentionKind
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """Why an article is in its story: the likest other member, from 0 to 1; the days between them; words that both have.

    `shared` holds places of one word in each text, the rarest words first. `nearest` is None where no other member is alike.
    """

    article: str
    nearest: str | None
    likeness: float
    copied: bool
    days: int | None
    shared: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, in order of publication, each with why it is there where there are several.

    `centre` is the most central article; `first` and `last` are days or None.

    `corrected` are the ids of persons' judgements on its articles that were followed, sorted.
    """

    id: str
    articles: tuple[str, ...]
    centre: str
    first: str | None
    last: str | None
    storyline: str
    memberships: tuple[Membership, ...] = ()
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Storyline:
    """A chain of stories on one matter, in order of their first day."""

    id: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a sourcing chain, outermost first; `span` is None only for an outlet that no text names.

    One that is `carried` is not named with the statement: a sentence before it names it, or the text that this one derives from.
    """

    kind: LinkKind
    name: str
    span: Span | None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills one role of a statement: `role` is "subject", "object" or a preposition, `entity` what is named there.

    `terms` are the comparable words of the filler, sorted.
    """

    role: str
    span: Span
    terms: tuple[str, ...]
    entity: str | None
    kind: MentionKind | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One article's assertion of something: of what happened (a clause) or, where `figure` is set, of one figure in a clause.

    `figures` are all that stand in the span; `lemmas` are those of the whole clause, `names` the terms of the names in it.
    """

    id: str
    article: str
    span: Span
    subject: Span | None
    predicate: str
    arguments: tuple[Span, ...]
    lemmas: tuple[str, ...]
    entities: tuple[str, ...]
    time: TimeRef | None
    figures: tuple[Figure, ...]
    polarity: Literal["affirmed", "negated"]
    modality: Modality
    attribution: Attribution | None
    slots: tuple[Slot, ...] = ()
    names: tuple[str, ...] = ()
    figure: Figure | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What weighed for two statements being one claim, or against it: its `kind`, and the values that both tell, as told."""

    kind: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """How a statement came into its claim: the one it was joined `to`, and why, the weightiest reason first.

    `likeness` is how likely both say the same, 0 to 1,000,000. What speaks against it comes last.
    """

    statement: str
    to: str
    likeness: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements that say the same; `canonical` is the statement that stands for it, which the others are `joined` to.

    They are joined to it directly or through others, each by the strongest link there is.
    """

    id: str
    statements: tuple[str, ...]
    canonical: str
    joined: tuple[Joined, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """Two statements alike in words that are kept apart: `vetoes` name all that differs, `likeness` is 0 to 1,000,000."""

    left: str
    right: str
    vetoes: tuple[str, ...]
    likeness: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement comes from in the end."""

    id: str
    kind: OriginKind
    name: str


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The chain of one statement and the ids of the origins it may rest on (any one of them may account for it)."""

    statement: str
    chain: tuple[Link, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a claim stands. `origins` is the least number of origins that could account for every statement."""

    claim: str
    outlets: int
    texts: int
    origins: int
    unsourced: int
    label: Label


@dataclass(frozen=True, slots=True)
class Difference:
    """Words in which a quotation departs from the fullest one of its act of speech: `here` in it, `there` in the fullest.

    `quote` is the first content span of the quotation. What is missing has no `here`, what is added no `there`.
    """

    quote: Span
    kind: DifferenceKind
    mark: Mark | None
    here: Span | None
    there: Span | None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech, however many outlets quote it; `quotes` are the first content span of each quotation of it.

    `reference` is that of the fullest quotation, which the `differences` are told against.
    """

    id: str
    speaker: str
    quotes: tuple[Span, ...]
    variation: Variation
    reference: Span
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over time, in order of as-of day, then article."""

    id: str
    what: str
    unit: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One side of a disagreement: the value as told, normalised, and the statements that tell it."""

    value: str
    normalized: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that fill one slot differently; `reason` names the rule that decided the relation."""

    id: str
    about: About
    relation: Relation
    reason: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One statement coded as an event. `doer` and `done_to` are the words for those that `source` and `target` name.

    `date` is the first ISO day that the statement gives. `reason` is why the report is one of its event: it is the `first`,
    which the event is coded from, is of the `same claim` as one of the others, or tells the `same deed`: type, actors, day and
    words agree.
    """

    statement: str
    type: str
    mode: str | None
    context: str | None
    cameo: str
    modality: EventModality
    source: str | None
    target: str | None
    place: str | None
    date: str | None
    doer: Span | None
    done_to: Span | None
    reason: FoldReason


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, where and when, coded in PLOVER and CAMEO; `statements` are the reports of it.

    What is `historical` happened more than a month before the article came out that tells of it.
    """

    id: str
    type: str
    mode: str | None
    context: str | None
    cameo: str | None
    source: str | None
    target: str | None
    place: str | None
    date: str | None
    evidence: tuple[Span, ...]
    statements: tuple[str, ...]
    modality: EventModality = "happened"
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision by a rule or a person: what two ids are to one another, or what holds of one.

    `when` is a time in UTC (`2031-04-07T09:15:00.000Z`); a rule, which asks no clock, leaves it empty.
    """

    id: str
    left: str
    right: str | None
    verdict: str
    by: str
    when: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: an article with its analysis, or why there is none."""

    page: Page
    result: Article | Rejected
    analysis: Analysis | None = None
