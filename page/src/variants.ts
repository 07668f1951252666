// How one quotation departs from the fullest of the same words: its text as that of the fullest, with what was cut and put in.

import type { Evidence, RecordDifference, RecordQuote } from './record';

export interface Run {
  text: string;
  kind: 'same' | 'cut' | 'put';
}

/** The fullest quotation with the differences of another written into it; what was added without a place comes last. */
export function written(fullest: RecordQuote, differences: readonly RecordDifference[]): Run[] {
  const placed = differences.filter((one) => one.reference !== null);
  const runs = [fullest.evidence, ...fullest.rest].flatMap((piece, index) => [
    ...(index ? [{ text: ' … ', kind: 'same' as const }] : []),
    ...within(piece, placed),
  ]);
  const added = differences.flatMap((one) => (one.reference === null && one.evidence ? [one.evidence.exact] : []));
  return [...runs, ...added.flatMap((text) => [{ text: ' ', kind: 'same' as const }, { text, kind: 'put' as const }])].filter((run) => run.text);
}

function within(piece: Evidence, differences: readonly RecordDifference[]): Run[] {
  const points = [...piece.exact];
  const inside = differences
    .flatMap(({ reference, evidence }) => (reference && reference.start >= piece.start && reference.end <= piece.end ? [{ reference, evidence }] : []))
    .sort((a, b) => a.reference.start - b.reference.start);
  const runs: Run[] = [];
  let at = 0;
  for (const { reference, evidence } of inside) {
    const [start, end] = [reference.start - piece.start, reference.end - piece.start];
    if (start < at) continue;
    runs.push({ text: points.slice(at, start).join(''), kind: 'same' }, { text: points.slice(start, end).join(''), kind: 'cut' });
    if (evidence) runs.push({ text: ' ', kind: 'same' }, { text: evidence.exact, kind: 'put' });
    at = end;
  }
  return [...runs, { text: points.slice(at).join(''), kind: 'same' }];
}
