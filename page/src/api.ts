// Made by `make api` from the server's description (OpenAPI); do not edit.

/** Someone who is named in the story; `mentions` counts how often. */
export interface Actor {
  entity: string;
  kind: 'body' | 'event' | 'group' | 'other' | 'person' | 'place' | 'work';
  mentions: number;
  name: string;
  posts: RecordPost[];
  roles: string[];
  variants: string[];
  wikidata: string | null;
}

/** Addresses of pages, feeds and lists to fetch. */
export interface Addresses {
  addresses: string[];
}

/** One article with everything that was found in it; `claims` and `quotes` are the ids of those that it tells. */
export interface ArticlePage {
  analysis: RecordAnalysis | null;
  article: RecordArticle;
  claims: string[];
  copies: RecordCopy[];
  quotes: string[];
  stories: string[];
  superseded: Superseded[];
}

export interface Body_add_files {
  files: string[];
}

/** One thing that an actor said on a matter: the day of its article, what the cue makes of it, and the side taken. `side` is that on what is said without its negations; `self` says that the actor speaks about itself. */
export interface Cell {
  date: string | null;
  evidence: Evidence;
  quote: string;
  self: boolean;
  side: 'against' | 'for' | 'no comment' | 'other';
  stance: 'asked' | 'claimed' | 'confirmed' | 'denied' | 'promised' | 'refused' | 'said' | 'thought' | 'warned';
}

/** Words of an older version and those that stand in their place; None where words were only added or cut. */
export interface Change {
  new: Evidence | null;
  old: Evidence | null;
}

/** What is new in a story between two editions: articles, claims, disagreements by id; `gone` are claims no longer told. */
export interface Changes {
  articles: string[];
  claims: ClaimChange[];
  disagreements: string[];
  gone: string[];
  now: number;
  since: number;
  story: string;
}

/** Something that is told in exactly these words. */
export interface Cited {
  evidence: Evidence;
}

/** A claim that is `new`, is told by `more` statements than before, or only stands otherwise (`standing`). `statements` are the ids of those that are new; `before` is how it stood, null where no claim of that id was there. */
export interface ClaimChange {
  before: Stood | null;
  claim: string;
  kind: 'more' | 'new' | 'standing';
  now: Stood;
  statements: string[];
}

/** The judgements that were kept or withdrawn, and the job that makes the record with them. */
export interface Corrected {
  job: Job;
  judgements: Judgement[];
}

/** What one person decided at one moment of one matter, on articles (`stories`) or on passages of them, by name. All in one of `parts` are one story or one claim, the parts are different ones; between those of a `conflict` there is none; of an `origin` all rest on `source`. `id` is the first of its judgements. It is `overruled` by later decisions, `not here` when nothing that it names is, and `not understood` when its verdict is one of another version of this program. */
export interface Correction {
  by: string;
  id: string;
  judgements: Judgement[];
  matter: 'claims' | 'conflict' | 'origin' | 'stories' | null;
  parts: string[][];
  source: string | null;
  state: 'not here' | 'not understood' | 'overruled' | 'partly overruled' | 'stands' | 'withdrawn';
  when: string;
}

/** Days from `earliest` to `latest`, as fine as the words are. */
export interface Date {
  earliest: string;
  granularity: 'century' | 'day' | 'decade' | 'hour' | 'minute' | 'month' | 'quarter' | 'season' | 'unknown' | 'week' | 'year';
  latest: string;
}

/** How many articles of a story came out on a day. */
export interface DayCount {
  articles: number;
  day: string;
}

/** A correction, with the titles of the articles or the words of the passages that it names; null for what is not here. */
export interface Decided {
  correction: Correction;
  words: ((string | null)[])[];
}

/** The record of a store as it was shown from one time on: the how many-th it is, and the digest of the record. `made` is a time in UTC, as in judgements. */
export interface Edition {
  digest: string;
  made: string;
  number: number;
}

/** A citation: `exact` stands at `start` to `end` (code points, end exclusive) of the article's `part`. */
export interface Evidence {
  article: string;
  end: number;
  exact: string;
  part: 'matter' | 'text';
  prefix: string;
  revision: string;
  start: number;
  suffix: string;
}

/** A value to filter stories by, what it is called, and how many of the stories listed have it. */
export interface Facet {
  name: string;
  stories: number;
  value: string;
}

/** The values that the stories listed can be filtered by, the most frequent first; `first` and `last` are their days. */
export interface Facets {
  actors: Facet[];
  events: Facet[];
  first: string | null;
  last: string | null;
  outlets: Facet[];
  places: Facet[];
}

/** The figures of a story, and the quantities over time that they belong to. */
export interface FigureList {
  figures: RecordFigure[];
  series: RecordSeries[];
}

/** An outlet's first article on a story. */
export interface FirstReport {
  article: string;
  outlet: string;
}

/** Reported speech where it stands. */
export interface FoundAttribution {
  content: Evidence[];
  cue: Cited | null;
  kind: 'direct' | 'indirect' | 'mixed';
  polarity: 'asked' | 'claimed' | 'confirmed' | 'denied' | 'promised' | 'refused' | 'said' | 'thought' | 'warned';
  source: Cited | null;
  via: SourcingLink[];
}

/** A quantity where it stands. */
export interface FoundFigure {
  bound: 'about' | 'at least' | 'at most' | 'exact';
  evidence: Evidence;
  high: number;
  low: number;
  unit: string;
  what: string;
}

/** A name where it stands, and the entity it was folded into. */
export interface FoundName {
  entity: string | null;
  evidence: Evidence;
  kind: 'body' | 'event' | 'group' | 'other' | 'person' | 'place' | 'work';
}

/** A place name and what it was resolved to; `radius` is in km. */
export interface FoundPlace {
  country: string | null;
  derived: boolean;
  evidence: Evidence;
  kind: 'base' | 'canal' | 'city' | 'continent' | 'country' | 'county' | 'desert' | 'island' | 'line' | 'mountains' | 'peninsula' | 'region' | 'river' | 'sea' | 'strait' | null;
  lat: number | null;
  lon: number | null;
  name: string;
  radius: number | null;
  sure: boolean;
}

/** A time expression, the days it stands for, and its TIMEX3 value. */
export interface FoundTime {
  earliest: string | null;
  evidence: Evidence;
  granularity: 'century' | 'day' | 'decade' | 'hour' | 'minute' | 'month' | 'quarter' | 'season' | 'unknown' | 'week' | 'year';
  latest: string | null;
  value: string;
}

/** Sentences that hold the words of a search, where the words stand in them, and the stories their article belongs to. */
export interface Hit {
  evidence: Evidence;
  outlet: string | null;
  stories: string[];
  title: string | null;
  words: Place[];
}

/** Something that was asked for: it waits, its pages are being read, the record is being made, and it is done or has failed. `title` says what it is. Of `total` pages, null where that is not known before, `read` are read. The counts after them are those of its pages once they are read; `rejected` names what cannot be used, and why. `problem` says why it failed. `edition` is the one that has it. */
export interface Job {
  edition: number | null;
  foreign: string[];
  id: string;
  known: number;
  new: number;
  problem: string | null;
  read: number;
  rejected: Rejected[];
  revisions: number;
  step: 'done' | 'failed' | 'making' | 'reading' | 'waiting';
  title: string;
  total: number | null;
}

/** A decision by a rule or a person: what two ids are to one another, or what holds of one. `when` is a time in UTC (`2031-04-07T09:15:00.000Z`); a rule, which asks no clock, leaves it empty. */
export interface Judgement {
  by: string;
  id: string;
  left: string;
  right: string | null;
  verdict: string;
  when: string;
  withdrawn: boolean;
}

/** How many claims of a story have each label. */
export interface LabelCounts {
  corroborated: number;
  single_origin: number;
  single_outlet: number;
  unsourced: number;
}

/** Two like passages of two articles. */
export interface Match {
  a: Evidence;
  b: Evidence;
}

/** These stories are one. */
export interface Merge {
  by?: string | null;
  kind: 'merge';
  stories: string[];
}

/** One event of the timeline, told by its best sentence; `background` where it ended well before the story began. `claim` is the one of its `claims` that most articles tell. `support` are the other statements that tell it, `announced` those that told before that it would come. `articles` and `outlets` tell it in all; `origins` is the number of origins of the best attested of its claims. `entities` are those that its statements name, or mean by a pronoun. */
export interface Moment {
  announced: Evidence[];
  articles: number;
  background: boolean;
  claim: string | null;
  claims: string[];
  date: Date;
  entities: string[];
  origins: number;
  outlets: number;
  statement: Cited;
  status: 'happened' | 'planned' | 'reported';
  support: Evidence[];
}

/** The sides of a disagreement do not conflict. */
export interface NoConflict {
  by?: string | null;
  disagreement: string;
  kind: 'no conflict';
}

/** These statements do not say what the rest of their claim says. */
export interface NotSame {
  by?: string | null;
  claim: string;
  kind: 'not same';
  statements: string[];
}

/** The text of an article, paragraphs on lines of their own, and what is known of it; what is not told is read in the text. */
export interface PastedText {
  outlet?: string | null;
  published?: string | null;
  text: string;
  title?: string | null;
  url?: string | null;
}

/** Code points of the text of an article, end exclusive. */
export interface Place {
  end: number;
  start: number;
}

/** The ids of two quotes of one actor on one matter that take opposite sides, the earlier one first. */
export interface PositionChange {
  earlier: string;
  later: string;
}

/** Why a request was not answered, as RFC 9457 has it; `detail` says what to do. */
export interface Problem {
  detail: string;
  status: number;
  title: string;
}

/** When the page says it was published; both ends are None when it says nothing. */
export interface Published {
  basis: 'metadata' | 'stated' | 'unknown' | 'url';
  earliest: string | null;
  latest: string | null;
}

/** All that the pages say, story by story, each line with the characters it rests on. */
export interface Record {
  analyses?: RecordAnalysis[];
  articles: RecordArticle[];
  copies: RecordCopy[];
  entities: RecordEntity[];
  judgements: Judgement[];
  origins: RecordOrigin[];
  pipeline: Versions;
  rejected: Rejected[];
  series: RecordSeries[];
  stories: RecordStory[];
  storylines: RecordStoryline[];
  superseded: Superseded[];
}

/** What was found in one article. */
export interface RecordAnalysis {
  article: string;
  attributions: FoundAttribution[];
  figures: FoundFigure[];
  names: FoundName[];
  places: FoundPlace[];
  times: FoundTime[];
}

/** Who did what, when and where, in words of one article; `day` is that of `when`, or of publication where none is told. */
export interface RecordAnswers {
  day: string | null;
  what: Cited | null;
  when: Cited | null;
  where: Cited | null;
  who: Cited | null;
}

/** One article: its two texts and what its page says of it; `dating` where the page gives no day, `doubts` where it does. `reading` is "words" for one in a language that is not read: it stands with its story, and nothing is taken out of it. */
export interface RecordArticle {
  byline: string[];
  credits: string[];
  dating: RecordDating | null;
  doubts: RecordDoubt[];
  entries: RecordEntry[];
  file: string;
  id: string;
  language: string;
  matter: string;
  notes: RecordNote[];
  outlet: string | null;
  place: string | null;
  published: Published;
  reading: 'full' | 'words';
  revision: string;
  text: string;
  title: string | null;
  url: string | null;
}

/** What several statements say alike. `origins` is the least number of origins that could account for all of them. */
export interface RecordClaim {
  disputed: boolean;
  id: string;
  label: 'corroborated' | 'single origin' | 'single outlet' | 'unsourced';
  origins: number;
  outlets: number;
  statement: Cited;
  statements: RecordStatement[];
  texts: number;
  unsourced: number;
}

/** Articles whose texts derive from one another, and from whom, where the pages say; `evidence` is where they do. */
export interface RecordCopy {
  articles: string[];
  basis: 'agency' | 'earliest' | 'release' | 'unknown';
  evidence: Evidence | null;
  first: string | null;
  id: string;
  kind: 'edited' | 'excerpt' | 'rewrite' | 'verbatim';
  matches: Match[];
  origin: string | null;
  pairs: RecordCopyPair[];
}

/** Two articles of a copy that are alike, and which of them had the text first, where the pages say. */
export interface RecordCopyPair {
  a: string;
  b: string;
  first: string | null;
  kind: 'edited' | 'excerpt' | 'rewrite' | 'verbatim';
  share: Share;
}

/** Days inferred for an article that states none. */
export interface RecordDating {
  basis: string;
  earliest: string;
  evidence: Evidence[];
  latest: string;
}

/** Words in which a quote departs from the fullest one; what is missing has no evidence, what is added no reference. */
export interface RecordDifference {
  evidence: Evidence | null;
  kind: 'added' | 'changed' | 'missing';
  mark: 'name' | 'negation' | 'number' | null;
  quote: string;
  reference: Evidence | null;
}

/** Statements that fill one slot differently: `about` is the slot in words, `reason` the rule that decided the relation. */
export interface RecordDisagreement {
  about: string;
  id: string;
  kind: 'actor' | 'date' | 'name' | 'negation' | 'number' | 'place';
  reason: string;
  relation: 'agree' | 'contradiction' | 'denial' | 'framing' | 'unclear' | 'update';
  values: Side[];
}

/** What speaks against the day that a page gives, and the day it speaks for. */
export interface RecordDoubt {
  day: string;
  evidence: Evidence;
  kind: 'address' | 'dateline' | 'fetched' | 'revision' | 'told' | 'updated' | 'weekday';
}

/** Who is who across the articles, with every place it is named. */
export interface RecordEntity {
  id: string;
  kind: 'body' | 'event' | 'group' | 'other' | 'person' | 'place' | 'work';
  mentions: Evidence[];
  name: string;
  roles: string[];
  variants: string[];
  wikidata: string | null;
}

/** One entry of a live blog: its day and time of day, where told, its passage (`evidence`) and where its time is `told`. */
export interface RecordEntry {
  day: string | null;
  evidence: Evidence;
  time: string | null;
  told: Evidence;
}

/** Who did what to whom, in PLOVER and CAMEO, with the words it was coded from and the origins they rest on. */
export interface RecordEvent {
  cameo: string | null;
  context: string | null;
  date: string | null;
  evidence: Evidence[];
  id: string;
  modality: 'denied' | 'happened' | 'historical' | 'planned' | 'possible';
  mode: string | null;
  origins: string[];
  place: string | null;
  reports: RecordReport[];
  source: string | null;
  statements: string[];
  target: string | null;
  type: string;
}

/** A quantity as told; `series` is the id of the quantity over time that it belongs to. */
export interface RecordFigure {
  article: string;
  as_of: string | null;
  bound: 'about' | 'at least' | 'at most' | 'exact';
  evidence: Evidence;
  high: number;
  low: number;
  scope: string[];
  series: string | null;
  state: string;
  unit: string;
  what: string;
}

/** Why a statement is in its claim: the one it was joined `to`, how likely both say the same, the weightiest reasons first. */
export interface RecordJoined {
  likeness: number;
  to: string;
  why: string[];
}

/** Why an article is in its story: its likest other member, how likely both report one event, and what they share. `copied` says that the two are copies of one text; `days` lie between their days of publication; the rarest shared words come first. `nearest` is null where no other member is alike: others connect it, or a person put it there. */
export interface RecordMembership {
  article: string;
  copied: boolean;
  days: number | null;
  likeness: number;
  nearest: string | null;
  shared: SharedWord[];
}

/** A value that the page gives of an article, and where it gives it. */
export interface RecordNote {
  evidence: Evidence;
  field: string;
  value: string;
}

/** Where statements come from in the end. */
export interface RecordOrigin {
  id: string;
  kind: 'agency' | 'document' | 'official' | 'outlet' | 'person' | 'unstated';
  name: string;
}

/** A place of the story, where it is first named; degrees and ISO 3166 country; `mentions` counts how often it is named. `sure` says whether one reading of the name stood out, in each article that names it; `kind` and the `radius` in km are None where no table tells them. */
export interface RecordPlace {
  country: string | null;
  entity: string | null;
  evidence: Evidence;
  kind: 'base' | 'canal' | 'city' | 'continent' | 'country' | 'county' | 'desert' | 'island' | 'line' | 'mountains' | 'peninsula' | 'region' | 'river' | 'sea' | 'strait' | null;
  lat: number | null;
  lon: number | null;
  mentions: number;
  name: string;
  radius: number | null;
  sure: boolean;
}

/** What one actor said on one matter, in order of time; `matter` is what one of the cells says, `claims` those it tells. */
export interface RecordPosition {
  actor: string;
  cells: Cell[];
  changes: PositionChange[];
  claims: string[];
  entity: string | null;
  id: string;
  matter: Cited;
}

/** A role with the time it holds: told on the days from `earliest` to `latest`, or for the time that the texts tell. One that is `former` was over by `latest`; one that is `coming` begins after `earliest`. */
export interface RecordPost {
  earliest: string | null;
  evidence: Evidence[];
  latest: string | null;
  role: string;
  state: 'coming' | 'former' | 'held';
}

/** One piece of reported speech; `rest` holds the pieces after the first where the words are interrupted. */
export interface RecordQuote {
  article: string;
  cue: Evidence | null;
  evidence: Evidence;
  id: string;
  kind: 'direct' | 'indirect' | 'mixed';
  polarity: 'asked' | 'claimed' | 'confirmed' | 'denied' | 'promised' | 'refused' | 'said' | 'thought' | 'warned';
  rest: Evidence[];
  speaker: Speaker | null;
  utterance: string | null;
  via: SourcingLink[];
}

/** One statement coded as an event, and why it is one of the reports of it. `doer` and `done_to` cite the words for those that `source` and `target` name, where anything does. */
export interface RecordReport {
  article: string;
  cameo: string;
  context: string | null;
  date: string | null;
  doer: Evidence | null;
  done_to: Evidence | null;
  evidence: Evidence;
  modality: 'denied' | 'happened' | 'historical' | 'planned' | 'possible';
  mode: string | null;
  origins: string[];
  place: string | null;
  reason: 'first' | 'same claim' | 'same deed';
  source: string | null;
  statement: string;
  target: string | null;
  type: string;
}

/** One quantity over time, in order of the day its figures held. */
export interface RecordSeries {
  figures: RecordFigure[];
  id: string;
  unit: string;
  what: string;
}

/** One article's assertion, its sourcing chain (outermost first) and the ids of the origins it may rest on. `figure` is the one that it is about, null where it tells what happened. `corrected` are the ids of the judgements of persons on it that are followed. `joined` says why it is in its claim; null for the statement that stands for the claim. */
export interface RecordStatement {
  article: string;
  corrected: string[];
  evidence: Evidence;
  figure: Evidence | null;
  id: string;
  joined: RecordJoined | null;
  modality: 'denied' | 'happened' | 'planned' | 'possible';
  origins: string[];
  polarity: string;
  sourcing: SourcingLink[];
}

/** Articles about one event, and what they say. `first` and `last` are days of publication. `title`, `lead`, the first paragraph, and `answers` are those of the most central article; `outlets` come in order of first report, those whose first report has no day last. `corrected` are the ids of the judgements of persons that the story follows. */
export interface RecordStory {
  actors: Actor[];
  answers: RecordAnswers | null;
  articles: string[];
  claims: RecordClaim[];
  corrected: string[];
  disagreements: RecordDisagreement[];
  events: RecordEvent[];
  figures: RecordFigure[];
  first: string | null;
  id: string;
  last: string | null;
  lead: Cited | null;
  memberships: RecordMembership[];
  outlets: FirstReport[];
  places: RecordPlace[];
  positions: RecordPosition[];
  quotes: RecordQuote[];
  storyline: string;
  timeline: Moment[];
  title: string;
  utterances: RecordUtterance[];
}

/** A chain of stories on one matter, in order of their first day, and the timeline of all together where they are several. */
export interface RecordStoryline {
  id: string;
  stories: string[];
  timeline: Moment[];
}

/** One act of speech, the ids of the quotes that report it, and their differences from the fullest, which is `reference`. */
export interface RecordUtterance {
  differences: RecordDifference[];
  id: string;
  quotes: string[];
  reference: string;
  speaker: string;
  variation: 'altered' | 'shortened' | 'translated' | 'verbatim';
}

/** A page that could not be used: which one, in which step, and why, in words a user can act on. */
export interface Rejected {
  id: string;
  reason: string;
  step: string;
}

/** A statement, or each one of a claim, rests on the word of a source. */
export interface RestsOn {
  by?: string | null;
  kind: 'origin';
  source: string;
  source_kind?: 'agency' | 'official' | 'person' | 'document' | 'outlet' | null;
  told: string;
}

/** What a search found, the best first. */
export interface Results {
  hits: Hit[];
  query: string;
}

/** These claims say the same. */
export interface SameClaim {
  by?: string | null;
  claims: string[];
  kind: 'same claim';
}

/** The parts of the own words of two articles that lie in their like passages, 0 to 1. */
export interface Share {
  a: number;
  b: number;
}

/** A word that two articles share, where it stands first in each. */
export interface SharedWord {
  here: Evidence;
  there: Evidence;
}

/** One value that is told, as told and normalised, with the statements that tell it. */
export interface Side {
  normalized: string;
  statements: SidedStatement[];
  value: string;
}

/** One statement on one side of a disagreement; `as_of` is the day it holds for, where it says. */
export interface SidedStatement {
  article: string;
  as_of: string | null;
  evidence: Evidence;
  id: string;
  sourcing: SourcingLink[];
}

/** One link between an outlet and the source of what it prints; no evidence only for an outlet that no text names. A `carried` one is named in a sentence before, or in the text that this one derives from. */
export interface SourcingLink {
  carried: boolean;
  evidence: Evidence | null;
  kind: 'agency' | 'cited outlet' | 'copy' | 'correction' | 'outlet' | 'source';
  name: string;
}

/** Who speaks: the entity, the name, and the words that name the speaker. */
export interface Speaker {
  entity: string | null;
  evidence: Evidence | null;
  name: string;
}

/** These articles of a story are one of their own, or belong to the story `into`. */
export interface Split {
  articles: string[];
  by?: string | null;
  into?: string | null;
  kind: 'split';
  story: string;
}

/** What is served: a store, known by the name it was given when it was first served, and the edition of its record. `state` is "making" until there is a first record, and "failed" where none can be made, for the `reason` given. `behind` says that pages came since this edition. `live` is the number of jobs that are not done. `by` decides where nobody else is named. */
export interface Status {
  articles: number;
  behind: boolean;
  by: string;
  edition: Edition | null;
  live: number;
  most_bytes: number;
  reason: string | null;
  state: 'failed' | 'making' | 'ready';
  store: string;
  stories: number;
  version: string;
}

/** How a claim stood in an edition: its label, whether it was disputed, and its counts. */
export interface Stood {
  disputed: boolean;
  label: 'corroborated' | 'single origin' | 'single outlet' | 'unsourced';
  origins: number;
  outlets: number;
  texts: number;
  unsourced: number;
}

/** A story in the list. `outlets` counts those that are named, `texts` articles without those made from another's text, `origins` all that its claims may rest on. `disputed` counts contradictions and denials. `days` are in order; undated articles are in none. `changed` is the last edition in which an article or a claim of it was new, `fresh` how many articles were new in that one. */
export interface StoryEntry {
  articles: number;
  changed: number;
  claims: LabelCounts;
  days: DayCount[];
  disputed: number;
  first: string | null;
  fresh: number;
  id: string;
  last: string | null;
  lead: Cited | null;
  origins: number;
  outlets: number;
  quotes: number;
  storyline: string;
  texts: number;
  title: string;
}

/** Some of the stories that a filter leaves, those first in which something is new; `total` counts all that it leaves. */
export interface StoryList {
  edition: number;
  facets: Facets;
  stories: StoryEntry[];
  total: number;
}

/** Another version of the article `by` of this record, found at another time, address or file; nothing here rests on it. `changes` are in the order of the newer text; there are none where the words are the same. */
export interface Superseded {
  article: RecordArticle;
  by: string;
  changes: Change[];
}

/** What the record was made with: the program, the language model and the format of the record. `known` is a digest of the entities that the user knows; empty without any. */
export interface Versions {
  dateline: string;
  format: number;
  known: string;
  model: string;
}

/** Where something is told: what it is, the story it is in, and the storyline of that. */
export interface Where {
  id: string;
  kind: 'article' | 'claim' | 'disagreement' | 'entity' | 'event' | 'quote' | 'statement' | 'story' | 'storyline';
  story: string;
  storyline: string;
}
