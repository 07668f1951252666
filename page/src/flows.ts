// On whose word the outlets of a story tell it: each statement as a path from its outlet by an agency, where one stands between, to its source.

import type { Library } from './library';
import type { Evidence, RecordStatement, RecordStory } from './record';
import { signature } from './telling';

export interface Node {
  key: string;
  name: string;
  kind: string;
  /** Statements that pass here. */
  weight: number;
  row: number;
}

export interface Edge {
  from: Node;
  to: Node;
  weight: number;
}

export interface Flows {
  layers: [Node[], Node[], Node[]];
  gaps: [Edge[], Edge[]];
  /** The statements that pass a node, by its key. */
  through: Map<string, RecordStatement[]>;
}

export const DIRECT = '~direct';
export const OWN = '~own';
const BETWEEN = new Set(['agency', 'copy', 'cited outlet']);

type Stop = Pick<Node, 'key' | 'name' | 'kind'>;

function pathsOf(statement: RecordStatement, library: Library): [Stop, Stop, Stop][] {
  const outlet = signature(library.article(statement.article));
  const start: Stop = { key: `0 ${outlet}`, name: outlet, kind: 'outlet' };
  const link = statement.sourcing.find((one) => BETWEEN.has(one.kind) && one.name !== outlet);
  const middle: Stop = link ? { key: `1 ${link.name}`, name: link.name, kind: link.kind } : { key: `1 ${DIRECT}`, name: 'nobody between', kind: '' };
  const origins = statement.origins.map((id) => library.origin(id)).filter((one) => one !== undefined);
  const ends: Stop[] = origins.map((one) =>
    one.name === middle.name || one.kind === 'unstated' || one.name === outlet
      ? { key: `2 ${OWN}`, name: 'no source named: its own word', kind: '' }
      : { key: `2 ${one.id}`, name: one.name, kind: one.kind },
  );
  return (ends.length ? ends : [{ key: '2 ~none', name: 'unsourced', kind: '' }]).map((end) => [start, middle, end]);
}

/** The three layers, each in an order that keeps lines from crossing, and what leads from one to the next. */
export function flowsOf(story: RecordStory, library: Library): Flows {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const through = new Map<string, RecordStatement[]>();
  const inside = library.within(story);
  const visit = (stop: Stop): Node => {
    const node = nodes.get(stop.key) ?? { ...stop, weight: 0, row: 0 };
    nodes.set(stop.key, node);
    return node;
  };
  for (const statement of story.claims.flatMap((claim) => claim.statements)) {
    if (!inside.has(statement.article)) continue;
    const seen = new Set<string>();
    for (const path of pathsOf(statement, library)) {
      const stops = path.map(visit);
      for (const node of stops) {
        if (seen.has(node.key)) continue;
        seen.add(node.key);
        node.weight += 1;
        const passing = through.get(node.key);
        if (passing) passing.push(statement);
        else through.set(node.key, [statement]);
      }
      lead(edges, stops[0], stops[1]);
      lead(edges, stops[1], stops[2]);
    }
  }
  return { ...lay([...nodes.values()], [...edges.values()]), through };
}

function lead(edges: Map<string, Edge>, from: Node | undefined, to: Node | undefined): void {
  if (!from || !to) return;
  const key = `${from.key}|${to.key}`;
  const edge = edges.get(key);
  if (edge) edge.weight += 1;
  else edges.set(key, { from, to, weight: 1 });
}

// Rounds of ordering each layer by the middle of its neighbours; more change nothing that one sees.
const ROUNDS = 4;

function lay(nodes: Node[], edges: Edge[]): Pick<Flows, 'layers' | 'gaps'> {
  const heavy = (a: Node, b: Node) => b.weight - a.weight || (a.name < b.name ? -1 : 1);
  const layers = ['0', '1', '2'].map((digit) => nodes.filter((node) => node.key.startsWith(digit)).sort(heavy)) as Flows['layers'];
  const number = (layer: Node[]) => layer.forEach((node, index) => (node.row = index));
  layers.forEach(number);
  const near = new Map<Node, { row: () => number; weight: number }[]>();
  const meet = (node: Node, other: Node, weight: number) => {
    const met = near.get(node);
    if (met) met.push({ row: () => other.row, weight });
    else near.set(node, [{ row: () => other.row, weight }]);
  };
  for (const { from, to, weight } of edges) {
    meet(from, to, weight);
    meet(to, from, weight);
  }
  const middle = (node: Node) => {
    const others = near.get(node) ?? [];
    const whole = others.reduce((sum, one) => sum + one.weight, 0);
    return others.reduce((sum, one) => sum + one.row() * one.weight, 0) / (whole || 1);
  };
  // Outlets keep their order; what they rest on is drawn towards them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const layer of [layers[1], layers[2]]) {
      const at = new Map(layer.map((node) => [node, middle(node)]));
      layer.sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || heavy(a, b));
      number(layer);
    }
  }
  const gap = (digit: string) => edges.filter(({ from }) => from.key.startsWith(digit)).sort((a, b) => a.weight - b.weight);
  return { layers, gaps: [gap('0'), gap('1')] };
}

/** The words of statements, each once. */
export const wordsOf = (statements: readonly RecordStatement[]): Evidence[] => [...new Map(statements.map((one) => [one.id, one.evidence])).values()];
