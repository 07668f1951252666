// The moments of a timeline set into rows, so that no label lies on another.

import { place, type Window } from './axis';
import type { Library } from './library';
import type { Evidence, Moment } from './record';
import { momentKey } from './subjects';
import { instant } from './telling';

export interface Mark {
  key: string;
  moment: Moment;
  x: number;
  width: number;
  row: number;
  /** What of the words is shown; empty where there is no room. */
  label: string;
  before: boolean;
  /** Where the days stand on which it was announced. */
  announced: number[];
}

export interface Lane {
  status: Moment['status'];
  title: string;
  rows: number;
  marks: Mark[];
}

const TITLES = { happened: 'Happened', planned: 'Planned', reported: 'Announced or reported' } as const;
// Pixels of one letter of the label's type on average, and letters that a label has at most.
const LETTER = 6;
const LETTERS = 38;
const LEAST = 12;
const ROWS = 7;

const cut = (words: string, letters: number): string => (words.length <= letters ? words : `${words.slice(0, words.lastIndexOf(' ', letters - 1) + 1 || letters - 1).trimEnd()}…`);

function announcedOn(words: readonly Evidence[], library: Library): number[] {
  const days = words.map((one) => {
    const { published, dating } = library.article(one.article);
    return published.earliest ?? dating?.earliest ?? null;
  });
  return [...new Set(days)].filter((day) => day !== null).map(instant);
}

/** The lanes of what stands in `window`; what most outlets tell is placed first and so keeps its label. */
export function lanesOf(moments: readonly Moment[], window: Window, width: number, library: Library): Lane[] {
  const lanes: Lane[] = [];
  for (const status of ['happened', 'reported', 'planned'] as const) {
    const inside = moments
      .filter((one) => one.status === status && instant(one.date.latest) >= window.from && instant(one.date.earliest) <= window.to)
      .sort((a, b) => b.outlets - a.outlets || b.articles - a.articles || instant(a.date.earliest) - instant(b.date.earliest));
    if (!inside.length) continue;
    const taken: [number, number][][] = [];
    const marks = inside.map((moment) => set(moment, window, width, taken, library));
    const rows = 1 + Math.max(...marks.map((mark) => mark.row));
    lanes.push({ status, title: TITLES[status], rows, marks });
  }
  return lanes;
}

function set(moment: Moment, window: Window, width: number, taken: [number, number][][], library: Library): Mark {
  const x = Math.max(0, place(instant(moment.date.earliest), window, width));
  const end = Math.min(width, place(instant(moment.date.latest), window, width));
  const bar = Math.max(0, end - x);
  const announced = announcedOn(moment.announced, library).map((time) => place(time, window, width));
  const [from, to] = [x, x + Math.max(bar, 12)];
  // Words stand behind their mark, before it where there is more room: as many as fit, or none.
  const before = width - to < LETTERS * LETTER && from > width - to;
  const room = Math.floor(((before ? from : width - to) - 14) / LETTER);
  const label = room < LEAST ? '' : cut(moment.statement.evidence.exact.replaceAll('\n', ' '), Math.min(LETTERS, room));
  const words = label.length * LETTER + 14;
  const row = before ? free(taken, from - words, to) : free(taken, from, to + words);
  // What has no room keeps its mark, in a row for those.
  return { key: momentKey(moment), moment, x, width: bar, row: row < 0 ? ROWS : row, label: row < 0 ? '' : label, before, announced };
}

/** The first row with room, which is taken; -1 where all rows are full there. */
function free(taken: [number, number][][], from: number, to: number): number {
  for (let row = 0; row < ROWS; row += 1) {
    const rows = (taken[row] ??= []);
    if (rows.every(([start, end]) => to <= start || from >= end)) {
      rows.push([from, to]);
      return row;
    }
  }
  return -1;
}
