// The figures of a story as quantities over time: what is told of each day, by whom.

import type { Library } from './library';
import type { RecordFigure, RecordStory } from './record';

export interface Quantity {
  id: string;
  name: string;
  unit: string;
  /** Figures that say the same of the same day, together; in order of day. */
  rows: RecordFigure[][];
}

export const about = (figure: RecordFigure): string =>
  [figure.what, figure.state, figure.scope.length ? `(${figure.scope.join(', ')})` : ''].join(' ').trim();

/** What most figures of a series say they count. */
function usual(figures: RecordFigure[]): string {
  const counts = new Map<string, number>();
  for (const { what, state } of figures) counts.set(`${what} ${state}`, (counts.get(`${what} ${state}`) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0].trim();
}

/** Figures that say the same of the same day, together; `what` tells apart what they count. */
export function gatherFigures(figures: RecordFigure[], what: (figure: RecordFigure) => string): RecordFigure[][] {
  const rows = new Map<string, RecordFigure[]>();
  for (const figure of figures) {
    const key = [what(figure), figure.low, figure.high, figure.bound, figure.unit, figure.as_of].join('|');
    const known = rows.get(key);
    if (known) known.push(figure);
    else rows.set(key, [figure]);
  }
  return [...rows.values()];
}

/** The quantities that the articles of a story tell more than one thing of, the most told first; and all other figures. */
export function quantitiesOf(story: RecordStory, library: Library): { quantities: Quantity[]; others: RecordFigure[][] } {
  const inside = library.within(story);
  const quantities = library.record.series
    .map((one) => {
      const figures = one.figures.filter((figure) => inside.has(figure.article));
      return { id: one.id, name: usual(one.figures), unit: one.unit, rows: gatherFigures(figures, () => '') };
    })
    .filter((one) => one.rows.length > 1)
    .sort((a, b) => b.rows.length - a.rows.length || (a.name < b.name ? -1 : 1));
  const placed = new Set(quantities.map((one) => one.id));
  const others = gatherFigures(story.figures.filter((figure) => figure.series === null || !placed.has(figure.series)), about);
  return { quantities, others };
}
