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
export function gather(disagreements: RecordDisagreement[]): Dispute[] {
  const groups: RecordDisagreement[][] = [];
  for (const one of disagreements) {
    const meeting = groups.filter((group) => group.some((other) => meets(one, other)));
    const rest = meeting.slice(1);
    for (const group of rest) groups.splice(groups.indexOf(group), 1);
    if (meeting[0]) meeting[0].push(one, ...rest.flat());
    else groups.push([one]);
  }
  return groups.map(join);
}

const keyOf = (side: Side): string => side.normalized || side.value.toLowerCase();

function meets(a: RecordDisagreement, b: RecordDisagreement): boolean {
  if (a.about.toLowerCase() !== b.about.toLowerCase() || a.kind !== b.kind) return false;
  const keys = new Set(a.values.map(keyOf));
  return b.values.some((side) => keys.has(keyOf(side)));
}

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
