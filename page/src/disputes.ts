// Disagreements about one thing, gathered: the record holds pairs of values, a reader wants every value of a slot at once.

import { compare } from './order';
import type { RecordDisagreement, Relation, SidedStatement, Side } from './record';

export interface Dispute {
  about: string;
  kind: string;
  relations: Relation[];
  reasons: string[];
  sides: Side[];
  ids: string[];
}

/** The disagreements with the same words, kind and a value in common, as one; in order of the first of each. */
export function gather(disagreements: readonly RecordDisagreement[]): Dispute[] {
  const leaders = disagreements.map((_, index) => index);
  const leader = (index: number): number => {
    let at = index;
    while (leaders[at] !== at) at = leaders[at] ?? at;
    return (leaders[index] = at);
  };
  const first = new Map<string, number>();
  disagreements.forEach((one, index) => {
    for (const side of one.values) {
      const slot = `${one.about.toLowerCase()}|${one.kind}|${keyOf(side)}`;
      const [here, there] = [leader(index), leader(first.get(slot) ?? index)];
      // The earlier leads, so that groups stand in the order of their first.
      leaders[Math.max(here, there)] = Math.min(here, there);
      if (!first.has(slot)) first.set(slot, index);
    }
  });
  const groups = new Map<number, RecordDisagreement[]>();
  disagreements.forEach((one, index) => {
    const group = groups.get(leader(index));
    if (group) group.push(one);
    else groups.set(leader(index), [one]);
  });
  return [...groups.values()].map(join);
}

const keyOf = (side: Side): string => side.normalized || side.value.toLowerCase();

function join(group: RecordDisagreement[]): Dispute {
  const sides = new Map<string, Side>();
  for (const side of group.flatMap((one) => one.values)) {
    const known = sides.get(keyOf(side));
    const statements = new Map([...(known?.statements ?? []), ...side.statements].map((one) => [one.id, one]));
    sides.set(keyOf(side), { ...(known ?? side), statements: [...statements.values()] });
  }
  return {
    about: group[0]?.about ?? '',
    kind: group[0]?.kind ?? '',
    relations: [...new Set(group.map((one) => one.relation))],
    reasons: [...new Set(group.map((one) => one.reason))],
    sides: [...sides.values()].sort((a, b) => compare(since(a.statements), since(b.statements))),
    ids: group.map((one) => one.id),
  };
}

/** The first day a value holds for; values without one come first. */
const since = (statements: SidedStatement[]): string => statements.map((one) => one.as_of ?? '').sort()[0] ?? '';
