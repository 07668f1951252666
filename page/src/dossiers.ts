// What stands behind a line: the sentences it rests on, each with its article and its sourcing chain.

import type { Dispute } from './disputes';
import type { Library } from './library';
import type {
  Evidence, Match, Moment, RecordClaim, RecordEvent, RecordFigure, RecordQuote, RecordUtterance, SourcingLink,
} from './record';
import { count, day } from './telling';
import { written, type Run } from './variants';

/** One article's words: `words` are the line itself, `sources` the words that name who they come from. */
export interface Exhibit {
  words: Evidence[];
  sources: Evidence[];
  chain: SourcingLink[];
  origins: string[];
  notes: string[];
  /** Words that the fullest quotation has otherwise or lacks, and the fullest with all in which this one departs from it. */
  changed: Evidence[];
  variant: Run[];
  /** Why a sentence is in the claim. */
  why: Why | null;
}

/** The sentence of a claim that another was joined to, how likely both say the same, and why. */
export interface Why {
  to: Evidence;
  likeness: number;
  reasons: string[];
}

export interface Group {
  heading: string | null;
  exhibits: Exhibit[];
}

export interface Dossier {
  /** The claim whose numbers stand above the sentences. */
  claim: RecordClaim | null;
  groups: Group[];
}

function exhibit(words: Evidence[], rest: Partial<Exhibit> = {}): Exhibit {
  return { words, sources: [], chain: [], origins: [], notes: [], changed: [], variant: [], why: null, ...rest };
}

const naming = (chain: SourcingLink[]): Evidence[] =>
  chain.flatMap((link) => (link.evidence && link.kind !== 'copy' && link.kind !== 'outlet' ? [link.evidence] : []));

/** The dossier of bare citations. */
export function cite(words: Evidence[]): Dossier {
  return { claim: null, groups: [{ heading: null, exhibits: words.map((one) => exhibit([one])) }] };
}

export function ofClaim(claim: RecordClaim): Dossier {
  const places = new Map(claim.statements.map(({ id, evidence }) => [id, evidence]));
  const exhibits = claim.statements.map((statement) => {
    const notes: string[] = statement.modality === 'happened' ? [] : [statement.modality];
    if (statement.polarity === 'negated' && statement.modality !== 'denied') notes.push('negated');
    const { sourcing: chain, origins, joined } = statement;
    const to = joined && places.get(joined.to);
    const why = to ? { to, likeness: joined.likeness, reasons: joined.why } : null;
    return exhibit([statement.evidence], { chain, origins, notes, sources: naming(chain), why });
  });
  return { claim, groups: [{ heading: null, exhibits }] };
}

export function ofDispute(one: Dispute): Dossier {
  const groups = one.sides.map((side) => ({
    heading: side.value,
    exhibits: side.statements.map(({ evidence, sourcing: chain, as_of }) =>
      exhibit([evidence], { chain, sources: naming(chain), notes: as_of ? [`as of ${day(as_of)}`] : [] }),
    ),
  }));
  return { claim: null, groups };
}

export function ofQuotes(quotes: RecordQuote[], utterance?: RecordUtterance): Dossier {
  const reference = quotes.find((quote) => quote.id === utterance?.reference);
  const exhibits = quotes.map((quote) => {
    const named = [quote.speaker?.evidence, quote.cue].filter((one) => one != null);
    const differences = (utterance?.differences ?? []).filter((one) => one.quote === quote.id);
    const fullest = quotes.length > 1 && quote.id === utterance?.reference ? ['the fullest'] : [];
    return exhibit([quote.evidence, ...quote.rest], {
      chain: quote.via,
      notes: [
        quote.kind === 'mixed' ? 'partly quoted' : quote.kind, ...(quote.polarity === 'said' ? [] : [quote.polarity]), ...fullest,
        ...new Set(differences.flatMap((one) => (one.mark === null ? [] : [MARKS[one.mark]]))),
      ],
      sources: [...named, ...naming(quote.via)],
      changed: differences.flatMap((one) => (one.evidence ? [one.evidence] : [])),
      variant: reference && differences.length ? written(reference, differences) : [],
    });
  });
  return { claim: null, groups: [{ heading: null, exhibits }] };
}

/** What an alteration that changes a fact is called. */
export const MARKS = { number: 'another number or date', name: 'another name', negation: 'a negation lost or added' } as const;

/** All that tells an event, and apart from it what announced it. */
export function ofMoment(moment: Moment, claims: ReadonlyMap<string, RecordClaim>): Dossier {
  const told = moment.claims.flatMap((id) => claims.get(id) ?? []);
  if (!told.length) return cite([moment.statement.evidence, ...moment.support]);
  const before = new Set(moment.announced.map(at));
  const exhibits = told.flatMap((claim) => ofClaim(claim).groups.flatMap((group) => group.exhibits));
  const announces = (one: Exhibit) => one.words.some((words) => before.has(at(words)));
  const groups: Group[] = [
    { heading: null, exhibits: exhibits.filter((one) => !announces(one)) },
    { heading: 'Announced before', exhibits: exhibits.filter(announces) },
  ];
  return { claim: told.length === 1 ? (told[0] ?? null) : null, groups: groups.filter((group) => group.exhibits.length) };
}

const at = (one: Evidence): string => `${one.article}:${one.start}-${one.end}`;

/** The reports of an event, with the words for who acts and who is acted on, and why each is one of it. */
export function ofEvent(event: RecordEvent): Dossier {
  if (!event.reports.length) return cite(event.evidence);
  const exhibits = event.reports.map(({ evidence, reason, doer, done_to }) =>
    exhibit([evidence], { notes: reason === 'first' ? [] : [reason], sources: [doer, done_to].filter((one) => one !== null) }),
  );
  return { claim: null, groups: [{ heading: null, exhibits }] };
}

export const ofFigures = (figures: RecordFigure[]): Dossier => cite(figures.map((figure) => figure.evidence));

export function ofMatches(matches: Match[]): Dossier {
  const groups = matches.map(({ a, b }, index) => ({
    heading: matches.length > 1 ? `Passage ${index + 1}` : null,
    exhibits: [exhibit([a]), exhibit([b])],
  }));
  return { claim: null, groups };
}

/** The claim in words: what counting outlets would give, and what is left of it. */
export function explain(claim: RecordClaim, library: Library): string {
  const articles = library.tellers(claim).length;
  const told = `Told in ${count(articles, 'article')} by ${count(claim.outlets, 'named outlet')}`;
  const rests = claim.origins ? `rests on ${count(claim.origins, 'independent origin')}` : 'rests on no stated origin';
  return `${told}; ${rests}: ${claim.label}${claim.disputed ? ', and disputed' : ''}.`;
}
