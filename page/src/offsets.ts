// The record counts Unicode code points, a JavaScript string counts UTF-16 units. This is the only place that converts.

/** Gives for a code point offset into `text` the UTF-16 offset of the same place. */
export function unitsOf(text: string): (point: number) => number {
  const astral = astralPoints(text);
  if (astral.length === 0) return (point) => point;
  return (point) => point + countBelow(astral, point);
}

/** The code point offsets of the characters that take two units, in order. */
function astralPoints(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) found.push(match.index - found.length);
  return found;
}

/** How many of the sorted `values` are less than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
