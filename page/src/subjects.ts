// What can lie open in the drawer: a line of the record, with what it is called and what stands behind it.

import type { Dispute } from './disputes';
import { MARKS, cite, ofClaim, ofDispute, ofEvent, ofMoment, ofQuotes, type Dossier } from './dossiers';
import type { Library } from './library';
import type { Evidence, Moment, RecordClaim, RecordEvent, RecordStory } from './record';
import type { Act } from './speech';
import { count, date, day } from './telling';

export type Kind = 'claim' | 'quote' | 'dispute' | 'event' | 'moment' | 'actor' | 'place' | 'figure' | 'words';

export interface Subject {
  kind: Kind;
  /** What an address can name it by; null where it has no id. */
  id: string | null;
  /** All ids that it gathers. */
  ids: readonly string[];
  story: string | null;
  /** The line in words, and what is said of it. */
  title: string;
  about: readonly string[];
  dossier: Dossier;
}

export const claimSubject = (claim: RecordClaim, story: string | null): Subject => ({
  kind: 'claim', id: claim.id, ids: [claim.id], story, title: claim.statement.evidence.exact,
  about: [claim.label, ...(claim.disputed ? ['disputed'] : [])], dossier: ofClaim(claim),
});

export const disputeSubject = (one: Dispute, story: string): Subject => ({
  kind: 'dispute', id: one.ids[0] ?? null, ids: one.ids, story, title: one.about, about: [...one.relations, one.kind, ...one.reasons],
  dossier: ofDispute(one),
});

export const actSubject = (act: Act, story: string): Subject => ({
  kind: 'quote', id: act.lead.id, ids: act.quotes.map((quote) => quote.id), story,
  title: act.lead.speaker?.name ?? 'Nobody is named',
  about: [act.lead.kind, ...(act.variation ? [`${act.variation} in ${act.quotes.length}`] : []), ...act.marks.map((mark) => MARKS[mark])],
  dossier: ofQuotes(act.quotes, act.utterance),
});

export const eventSubject = (event: RecordEvent, title: string, story: string): Subject => ({
  kind: 'event', id: event.id, ids: [event.id], story, title,
  about: [event.type, event.mode ?? '', event.modality, event.date ? day(event.date) : '', count(event.reports.length, 'report')].filter(Boolean),
  dossier: ofEvent(event),
});

export const momentKey = (moment: Moment): string => `m-${moment.statement.evidence.article}-${moment.statement.evidence.start}-${moment.date.earliest.slice(0, 10)}`;

export const momentSubject = (moment: Moment, claims: ReadonlyMap<string, RecordClaim>, story: string): Subject => ({
  kind: 'moment', id: momentKey(moment), ids: moment.claims, story, title: moment.statement.evidence.exact,
  about: [date(moment.date.earliest, moment.date.latest, moment.date.granularity), moment.status],
  dossier: ofMoment(moment, claims),
});

export const wordsSubject = (kind: Kind, title: string, about: readonly string[], words: Evidence[], story: string | null): Subject => ({
  kind, id: null, ids: [], story, title, about, dossier: cite(words),
});

/** What `id` names in a story, as a line of it would open it. */
export function subjectOf(id: string, story: RecordStory, library: Library): Subject | null {
  const claim = library.claims(story).get(id);
  if (claim) return claimSubject(claim, story.id);
  const dispute = library.disputes(story).find((one) => one.ids.includes(id));
  if (dispute) return disputeSubject(dispute, story.id);
  const act = library.acts(story).find((one) => one.quotes.some((quote) => quote.id === id));
  if (act) return actSubject(act, story.id);
  const event = story.events.find((one) => one.id === id);
  if (event) return eventSubject(event, library.deed(event), story.id);
  const moment = [...story.timeline, ...library.line(story).timeline].find((one) => momentKey(one) === id);
  return moment ? momentSubject(moment, library.claimsOfLine(story), story.id) : null;
}
