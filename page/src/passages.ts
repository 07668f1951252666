// Texts cut for reading: paragraphs, the surroundings of a citation, and the pieces between highlights. Offsets are UTF-16 units.

export interface Range {
  start: number;
  end: number;
}

/** A highlight: the cited words themselves, those of them that another quotation has otherwise, or the words that name a source. */
export interface Mark extends Range {
  role: 'exact' | 'changed' | 'source';
}

export interface Piece {
  text: string;
  role: 'exact' | 'changed' | 'source' | 'both' | null;
}

/** The paragraphs of a text, without the blank lines between them. */
export function paragraphsOf(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n\n+/g)) {
    if (gap.index > start) found.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

// Characters on either side of a citation. In a panel about four lines: enough to see the sentence, short enough to compare
// several; on paper, where the article follows anyway, one.
export const AROUND = { panel: 280, paper: 80 };

/** The paragraphs that hold `words`, cut at a word where they run long on either side. */
export function surroundings(text: string, words: Range, gap: string, around: number): Range {
  const before = words.start === 0 ? -1 : text.lastIndexOf(gap, words.start - 1);
  const after = text.indexOf(gap, words.end);
  const whole = { start: before < 0 ? 0 : before + gap.length, end: after < 0 ? text.length : after };
  let { start, end } = whole;
  if (words.start - start > around) start = text.indexOf(' ', words.start - around) + 1;
  if (start === 0 || start > words.start) start = whole.start;
  if (end - words.end > around) end = text.lastIndexOf(' ', words.end + around);
  if (end < words.end) end = whole.end;
  return { start, end };
}

/** The text of `range` in pieces, each with the highlights that cover it. */
export function cut(text: string, range: Range, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter((mark) => mark.start < range.end && mark.end > range.start);
  const edges = new Set([range.start, range.end]);
  for (const mark of inside) {
    edges.add(Math.max(mark.start, range.start));
    edges.add(Math.min(mark.end, range.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? range.start;
    const roles = new Set(inside.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.role));
    const role = roles.has('changed') ? 'changed' : roles.size > 1 ? 'both' : ([...roles][0] ?? null);
    return { text: text.slice(start, end), role };
  });
}

// A line of a list is read in one glance: this much of the sentence before a part of it, and after a part too short to say anything.
const BEFORE = 90;
const AFTER = 60;
const SHORT = 48;

// A full stop after an initial or a title ("Col.", "St.") or before a small letter ("a.m. on") ends no sentence.
const STOP = /(?<!(?<!\p{L})(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Col|Gen|Lt|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Prof|Rev|No))[.!?]["”’')\]]*(?:\s+(?=[\p{Lu}\d"“‘(])|\s*$)/gu;

/** What the sentence of `words` has before and after them, cut at a word where it is long. */
export function sentence(text: string, words: Range): { before: string; after: string } {
  const lead = text.slice(Math.max(0, words.start - 4 * BEFORE), words.start);
  const begin = Math.max(lead.lastIndexOf('\n') + 1, ...[...lead.matchAll(STOP)].map((end) => end.index + end[0].length));
  let before = lead.slice(begin);
  if (before.length > BEFORE) before = `… ${before.slice(before.indexOf(' ', before.length - BEFORE) + 1)}`;
  if (words.end - words.start >= SHORT) return { before, after: '' };
  const tail = text.slice(words.end, words.end + 2 * AFTER);
  const [line = ''] = tail.split('\n', 1);
  let after = line.slice(0, [...line.matchAll(STOP)][0]?.index ?? line.length);
  if (after.length > AFTER) after = `${after.slice(0, after.lastIndexOf(' ', AFTER))} …`;
  return { before, after };
}
