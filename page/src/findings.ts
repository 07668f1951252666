// Everything that was found in one article, by where it stands.

import type { Library } from './library';
import type { Range } from './passages';
import type { Evidence, Part, RecordArticle } from './record';
import { actSubject, claimSubject, wordsSubject, type Subject } from './subjects';
import { date, day, quantity } from './telling';

export type FindingKind = 'claim' | 'quote' | 'source' | 'name' | 'figure' | 'time' | 'shared';

/** What each kind is called in the legend; in the order in which a click on words that several cover asks. */
export const KINDS: readonly { kind: FindingKind; name: string }[] = [
  { kind: 'figure', name: 'figures' },
  { kind: 'time', name: 'times' },
  { kind: 'name', name: 'names' },
  { kind: 'source', name: 'sources' },
  { kind: 'quote', name: 'quotations' },
  { kind: 'claim', name: 'claims' },
  { kind: 'shared', name: 'shared text' },
];

export interface Finding extends Range {
  kind: FindingKind;
  part: Part;
  /** What it is, in a few words. */
  told: string;
  words: string;
  subject: () => Subject;
}

/** What the record has from an article, in order of place. */
export function findingsIn(article: RecordArticle, library: Library): Finding[] {
  const found = new Map<string, Finding>();
  const add = (kind: FindingKind, evidence: Evidence | null | undefined, told: string, subject: () => Subject) => {
    if (evidence?.article !== article.id) return;
    const part = evidence.part ?? 'text';
    const key = `${kind} ${part} ${evidence.start} ${evidence.end}`;
    if (!found.has(key)) found.set(key, { ...library.find(evidence), kind, part, told, words: evidence.exact, subject });
  };
  const bare = (kind: Subject['kind'], evidence: Evidence, ...about: string[]) => () => wordsSubject(kind, evidence.exact, about.filter(Boolean), [evidence], null);

  for (const story of library.record.stories) {
    if (!library.within(story).has(article.id)) continue;
    for (const claim of story.claims) {
      for (const statement of claim.statements) {
        add('claim', statement.evidence, claim.disputed ? `${claim.label}, disputed` : claim.label, () => claimSubject(claim, story.id));
        for (const link of statement.sourcing) {
          const { evidence } = link;
          if (evidence && link.kind !== 'copy') add('source', evidence, link.kind, bare('words', evidence, link.kind, link.name));
        }
      }
    }
    for (const act of library.acts(story)) {
      const subject = () => actSubject(act, story.id);
      for (const quote of act.quotes) {
        for (const piece of [quote.evidence, ...quote.rest]) add('quote', piece, `${quote.kind}, ${quote.speaker?.name ?? 'nobody is named'}`, subject);
        add('source', quote.speaker?.evidence, 'speaker', subject);
      }
    }
    for (const figure of story.figures) add('figure', figure.evidence, [quantity(figure), figure.what].join(' '), bare('figure', figure.evidence, quantity(figure), figure.what, figure.as_of ? `as of ${day(figure.as_of)}` : ''));
  }
  for (const entity of library.entities.values()) {
    const here = entity.mentions.filter((one) => one.article === article.id);
    for (const mention of here) add('name', mention, `${entity.kind}: ${entity.name}`, () => wordsSubject('actor', entity.name, [entity.kind, ...entity.roles], entity.mentions, null));
  }
  for (const time of library.record.analyses?.find((one) => one.article === article.id)?.times ?? []) {
    const told = time.earliest && time.latest ? date(time.earliest, time.latest, time.granularity) : time.value;
    add('time', time.evidence, told, bare('words', time.evidence, 'time', told));
  }
  for (const copy of library.copies(article.id)) {
    for (const { a, b } of copy.matches) {
      const [here, there] = a.article === article.id ? [a, b] : [b, a];
      add('shared', here, `as in ${library.article(there.article).outlet ?? 'another text'}`, () => wordsSubject('words', 'Shared text', [copy.kind], [here, there], null));
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface Stretch {
  text: string;
  kinds: FindingKind[];
  /** What the address names stands here. */
  named: boolean;
  /** The finding that a click asks for. */
  finding: Finding | null;
}

/** A paragraph in stretches, each with what covers it. */
export function stretches(text: string, range: Range, findings: readonly Finding[], named: Range | null): Stretch[] {
  const edges = new Set([range.start, range.end]);
  const inner = named ? [...findings, named] : findings;
  // What the address names is one piece.
  const free = (edge: number) => edge > range.start && edge < range.end && !(named && edge > named.start && edge < named.end);
  for (const { start, end } of inner) {
    if (free(start)) edges.add(start);
    if (free(end)) edges.add(end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? range.start;
    const over = findings.filter((one) => one.start <= start && one.end >= end);
    const kinds = KINDS.map(({ kind }) => kind).filter((kind) => over.some((one) => one.kind === kind));
    return {
      text: text.slice(start, end),
      kinds,
      named: named !== null && named.start <= start && named.end >= end,
      finding: over.find((one) => one.kind === kinds[0]) ?? null,
    };
  });
}
