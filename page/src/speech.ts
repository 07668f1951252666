// Who said what: quotes gathered by speaker, and within a speaker by act of speech.

import type { Library } from './library';
import type { RecordDifference, RecordQuote, RecordStory, RecordUtterance } from './record';

/** One act of speech: the quote that shows it best, then the others that report it. */
export interface Act {
  id: string;
  lead: RecordQuote;
  quotes: RecordQuote[];
  utterance: RecordUtterance | undefined;
  variation: RecordUtterance['variation'] | 'retold' | null;
  /** The facts that a quotation of it has otherwise than the fullest. */
  marks: NonNullable<RecordDifference['mark']>[];
}

export interface Voice {
  key: string;
  name: string | null;
  role: string | null;
  acts: Act[];
}

const RANK = { direct: 0, mixed: 1, indirect: 2 } as const;
const length = (quote: RecordQuote): number => quote.evidence.end - quote.evidence.start;
const better = (a: RecordQuote, b: RecordQuote): number => RANK[a.kind] - RANK[b.kind] || length(b) - length(a);
const place = (a: Act, b: Act): number => RANK[a.lead.kind] - RANK[b.lead.kind] || b.quotes.length - a.quotes.length;

/** The voices of a story, those with most direct quotation first; words that nobody is named for come last. */
export function hear(story: RecordStory, library: Library): Voice[] {
  const roles = new Map(story.actors.map((actor) => [actor.entity, actor.roles[0] ?? null]));
  const voices = new Map<string, Voice>();
  for (const act of library.acts(story)) {
    const speaker = act.quotes.find((quote) => quote.speaker)?.speaker ?? null;
    const key = speaker?.entity ?? speaker?.name.toLowerCase() ?? '';
    const role = speaker?.entity ? (roles.get(speaker.entity) ?? null) : null;
    const voice = voices.get(key) ?? { key, name: speaker?.name ?? null, role, acts: [] };
    voice.acts.push(act);
    voices.set(key, voice);
  }
  for (const voice of voices.values()) voice.acts.sort(place);
  const direct = (voice: Voice) => voice.acts.filter((act) => act.lead.kind !== 'indirect').length;
  return [...voices.values()].sort(
    (a, b) => Number(a.name === null) - Number(b.name === null) || direct(b) - direct(a) || b.acts.length - a.acts.length,
  );
}

const words = (quote: RecordQuote): string =>
  [quote.evidence, ...quote.rest].flatMap((one) => one.exact.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Reported speech that several articles tell in the same words, as copies do, is one line. */
const told = (quote: RecordQuote): string =>
  [quote.speaker?.entity ?? quote.speaker?.name.toLowerCase() ?? quote.id, quote.polarity, words(quote)].join('|');

/** Who puts words into reported speech has not altered what stands in quotation marks, unless a fact is another. */
function variationOf(utterance: RecordUtterance, quotes: RecordQuote[]): Act['variation'] {
  const indirect = new Set(quotes.filter((quote) => quote.kind === 'indirect').map((quote) => quote.id));
  const changes = utterance.differences.filter((one) => one.mark !== null || one.kind !== 'missing');
  const retold = changes.length > 0 && changes.every((one) => one.mark === null && indirect.has(one.quote));
  return utterance.variation === 'altered' && retold ? 'retold' : utterance.variation;
}

/** The acts of speech of a story, each once. */
export function actsOf(story: RecordStory, library: Library): Act[] {
  const known = new Map(story.utterances.map((utterance) => [utterance.id, utterance]));
  const acts = new Map<string, Act>();
  for (const quote of story.quotes) {
    const utterance = quote.utterance === null ? undefined : known.get(quote.utterance);
    const id = utterance?.id ?? told(quote);
    const same = acts.get(id);
    if (same) {
      if (!utterance) same.quotes.push(quote);
      continue;
    }
    const members = (utterance?.quotes ?? []).map((one) => library.quotes.get(one)).filter((one) => one !== undefined);
    const quotes = (members.length ? members : [quote]).sort(better);
    const lead = quotes.find((one) => one.id === utterance?.reference) ?? quotes[0] ?? quote;
    const variation = utterance && quotes.length > 1 ? variationOf(utterance, quotes) : null;
    const marks = [...new Set((utterance?.differences ?? []).flatMap((one) => one.mark ?? []))];
    acts.set(id, { id, lead, quotes, utterance, variation, marks });
  }
  return [...acts.values()];
}
