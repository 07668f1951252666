// The record as the exporter writes it: the shapes of `views/document.py`, with the same names.

export type Part = 'text' | 'matter';
export type Basis = 'stated' | 'metadata' | 'url' | 'unknown';
export type Bound = 'exact' | 'at least' | 'at most' | 'about';
export type Granularity =
  | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'unknown';
export type Label = 'corroborated' | 'single origin' | 'single outlet' | 'unsourced';
/** What is made of an article: all that is found in English, or only its words, for grouping. */
export type Reading = 'full' | 'words';
export type Relation = 'contradiction' | 'denial' | 'update' | 'unclear';

/** A citation: `exact` stands at `start` to `end` (code points, end exclusive) of the article's `part`. */
export interface Evidence {
  article: string;
  revision: string;
  part?: Part;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

export interface Cited {
  evidence: Evidence;
}

export interface Published {
  earliest: string | null;
  latest: string | null;
  basis: Basis;
}

export interface RecordDating {
  earliest: string;
  latest: string;
  basis: string;
  evidence: Evidence[];
}

/** A value that the page gives of an article. */
export interface RecordNote {
  field: string;
  value: string;
  evidence: Evidence;
}

export type DoubtKind = 'fetched' | 'updated' | 'revision' | 'address' | 'dateline' | 'told' | 'weekday';

export interface RecordDoubt {
  kind: DoubtKind;
  day: string;
  evidence: Evidence;
}

/** An entry of a live blog: its passage and the line in which its time is told. */
export interface RecordEntry {
  day: string | null;
  time: string | null;
  evidence: Evidence;
  told: Evidence;
}

export interface RecordArticle {
  id: string;
  revision: string;
  url: string | null;
  file: string;
  outlet: string | null;
  title: string | null;
  byline: string[];
  published: Published;
  dating: RecordDating | null;
  doubts: RecordDoubt[];
  place: string | null;
  credits: string[];
  language: string;
  reading: Reading;
  text: string;
  matter: string;
  notes: RecordNote[];
  entries: RecordEntry[];
}

export interface Match {
  a: Evidence;
  b: Evidence;
}

export type CopyKind = 'verbatim' | 'edited' | 'excerpt' | 'rewrite';

export interface RecordCopyPair {
  a: string;
  b: string;
  kind: CopyKind;
  share: { a: number; b: number };
  first: string | null;
}

export interface RecordCopy {
  id: string;
  articles: string[];
  kind: CopyKind;
  origin: string | null;
  basis: 'agency' | 'release' | 'earliest' | 'unknown';
  evidence: Evidence | null;
  first: string | null;
  pairs: RecordCopyPair[];
  matches: Match[];
}

export interface RecordEntity {
  id: string;
  name: string;
  kind: string;
  variants: string[];
  roles: string[];
  mentions: Evidence[];
  wikidata: string | null;
}

export interface RecordOrigin {
  id: string;
  kind: 'agency' | 'official' | 'person' | 'document' | 'outlet' | 'unstated';
  name: string;
}

export interface RecordFigure {
  article: string;
  evidence: Evidence;
  what: string;
  state: string;
  low: number;
  high: number;
  bound: Bound;
  unit: string;
  scope: string[];
  as_of: string | null;
  series: string | null;
}

export interface RecordSeries {
  id: string;
  what: string;
  unit: string;
  figures: RecordFigure[];
}

/** A link that is carried over is not named with the statement, but in a sentence before, or in the text it derives from. */
export interface SourcingLink {
  kind: 'outlet' | 'copy' | 'agency' | 'cited outlet' | 'source' | 'correction';
  name: string;
  evidence: Evidence | null;
  carried: boolean;
}

export interface RecordStatement {
  id: string;
  article: string;
  evidence: Evidence;
  figure: Evidence | null;
  polarity: string;
  modality: 'happened' | 'planned' | 'possible' | 'denied';
  sourcing: SourcingLink[];
  origins: string[];
  corrected: string[];
  joined: Joined | null;
}

/** Why a statement is in its claim: the one it was joined to, how likely both say the same, the weightiest reasons first. */
export interface Joined {
  to: string;
  likeness: number;
  why: string[];
}

/** The four numbers that always stand side by side. */
export interface Standing {
  outlets: number;
  texts: number;
  origins: number;
  unsourced: number;
}

export interface RecordClaim extends Standing {
  id: string;
  statement: Cited;
  label: Label;
  disputed: boolean;
  statements: RecordStatement[];
}

export interface SidedStatement {
  id: string;
  article: string;
  evidence: Evidence;
  as_of: string | null;
  sourcing: SourcingLink[];
}

export interface Side {
  value: string;
  normalized: string;
  statements: SidedStatement[];
}

export interface RecordDisagreement {
  id: string;
  about: string;
  kind: string;
  relation: Relation;
  reason: string;
  values: Side[];
}

export interface Speaker {
  entity: string | null;
  name: string;
  evidence: Evidence | null;
}

export interface RecordQuote {
  id: string;
  article: string;
  evidence: Evidence;
  rest: Evidence[];
  speaker: Speaker | null;
  cue: Evidence | null;
  kind: 'direct' | 'indirect' | 'mixed';
  polarity: string;
  via: SourcingLink[];
  utterance: string | null;
}

export interface RecordUtterance {
  id: string;
  speaker: string;
  quotes: string[];
  variation: 'verbatim' | 'shortened' | 'altered' | 'translated';
  reference: string;
  differences: RecordDifference[];
}

export interface RecordDifference {
  quote: string;
  kind: 'missing' | 'added' | 'changed';
  mark: 'number' | 'name' | 'negation' | null;
  evidence: Evidence | null;
  reference: Evidence | null;
}

/** One thing that an actor said on a matter; `self`: it speaks of itself. */
export interface Cell {
  date: string | null;
  stance: string;
  side: 'for' | 'against' | 'no comment' | 'other';
  self: boolean;
  quote: string;
  evidence: Evidence;
}

/** What one actor said on one matter; a change names the two quotes between which the side changed. */
export interface RecordPosition {
  id: string;
  entity: string | null;
  actor: string;
  matter: Cited;
  claims: string[];
  cells: Cell[];
  changes: { earlier: string; later: string }[];
}

export interface Moment {
  date: { earliest: string; latest: string; granularity: Granularity };
  status: 'happened' | 'planned' | 'reported';
  background: boolean;
  claim: string | null;
  claims: string[];
  statement: Cited;
  support: Evidence[];
  announced: Evidence[];
  articles: number;
  outlets: number;
  origins: number;
  entities: string[];
}

/** A role with the time it holds; one that is `former` was over by `latest`, one that is `coming` begins after `earliest`. */
export interface RecordPost {
  role: string;
  state: 'held' | 'former' | 'coming';
  earliest: string | null;
  latest: string | null;
  evidence: Evidence[];
}

export interface Actor {
  entity: string;
  name: string;
  kind: string;
  variants: string[];
  roles: string[];
  mentions: number;
  posts: RecordPost[];
  wikidata: string | null;
}

export interface RecordPlace {
  entity: string | null;
  name: string;
  lat: number | null;
  lon: number | null;
  country: string | null;
  evidence: Evidence;
  mentions: number;
  sure: boolean;
  kind: string | null;
  radius: number | null;
}

export interface RecordEvent {
  id: string;
  type: string;
  mode: string | null;
  context: string | null;
  cameo: string | null;
  source: string | null;
  target: string | null;
  place: string | null;
  date: string | null;
  evidence: Evidence[];
  statements: string[];
  origins: string[];
  modality: 'happened' | 'historical' | 'planned' | 'possible' | 'denied';
  reports: RecordReport[];
}

export interface RecordReport {
  statement: string;
  article: string;
  evidence: Evidence;
  type: string;
  mode: string | null;
  context: string | null;
  cameo: string;
  modality: RecordEvent['modality'];
  source: string | null;
  target: string | null;
  place: string | null;
  date: string | null;
  doer: Evidence | null;
  done_to: Evidence | null;
  reason: 'first' | 'same claim' | 'same deed';
  origins: string[];
}

export interface RecordMembership {
  article: string;
  nearest: string | null;
  likeness: number;
  copied: boolean;
  days: number | null;
  shared: { here: Evidence; there: Evidence }[];
}

/** Who did what, when and where, in words of one article. */
export interface RecordAnswers {
  who: Cited | null;
  what: Cited | null;
  when: Cited | null;
  day: string | null;
  where: Cited | null;
}

export interface RecordStory {
  id: string;
  title: string;
  lead: Cited | null;
  outlets: { outlet: string; article: string }[];
  articles: string[];
  memberships: RecordMembership[];
  first: string | null;
  last: string | null;
  storyline: string;
  corrected: string[];
  claims: RecordClaim[];
  disagreements: RecordDisagreement[];
  quotes: RecordQuote[];
  utterances: RecordUtterance[];
  positions: RecordPosition[];
  figures: RecordFigure[];
  timeline: Moment[];
  actors: Actor[];
  places: RecordPlace[];
  events: RecordEvent[];
  answers: RecordAnswers | null;
}

export interface Rejected {
  id: string;
  step: string;
  reason: string;
}

/** Words of an older version, and those that stand in their place. */
export interface Change {
  old: Evidence | null;
  new: Evidence | null;
}

/** Another version of the article `by`. */
export interface Superseded {
  article: RecordArticle;
  by: string;
  changes: Change[];
}

/** What a person or a rule decided of two ids; `when` is a time in UTC, empty for rules. */
export interface Judgement {
  id: string;
  left: string;
  right: string | null;
  verdict: string;
  by: string;
  when: string;
  withdrawn: boolean;
}

/** Stories on one matter, and the timeline of all together where they are several. */
export interface RecordStoryline {
  id: string;
  stories: string[];
  timeline: Moment[];
}

/** What was found in one article, where the record has it. */
export interface RecordAnalysis {
  article: string;
  times: { evidence: Evidence; earliest: string | null; latest: string | null; granularity: Granularity; value: string }[];
}

export interface NewsRecord {
  articles: RecordArticle[];
  copies: RecordCopy[];
  entities: RecordEntity[];
  origins: RecordOrigin[];
  series: RecordSeries[];
  stories: RecordStory[];
  storylines: RecordStoryline[];
  judgements: Judgement[];
  rejected: Rejected[];
  superseded: Superseded[];
  pipeline: { dateline: string; model: string; format: number; known: string };
  analyses?: RecordAnalysis[];
}
