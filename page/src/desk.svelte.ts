// What the reader has asked to see: the place named by the address, everything unfolded, the page on paper.

import { flushSync } from 'svelte';

import type { Library } from './library';
import type { Evidence, Part } from './record';

/** A thing of the record (`#id`), a part of a story (`#id/part`), or a place in an article's text (`#article:start-end`, code points). */
export interface Target {
  id: string;
  story: string | null;
  span: { part: Part; start: number; end: number } | null;
}

class Desk {
  target = $state.raw<Target | null>(null);
  /** The story that is being read. */
  current = $state<string | null>(null);
  unfolded = $state(false);
  printing = $state(false);
  /** Whether lists show all they have. */
  readonly whole = $derived(this.unfolded || this.printing);
}

export const desk = new Desk();

/** The address of a citation: its article and the code points in it. */
export function addressOf(evidence: Evidence): string {
  return `#${evidence.article}:${evidence.part === 'matter' ? 'm' : ''}${evidence.start}-${evidence.end}`;
}

function readTarget(hash: string, library: Library): Target | null {
  const match = /^#([^:]+)(?::(m?)(\d+)-(\d+))?$/.exec(hash);
  const id = match?.[1];
  if (!match || !id) return null;
  const story = library.homes.get(id.split('/', 1)[0] ?? id) ?? null;
  if (match[3] === undefined) return { id, story, span: null };
  return { id, story, span: { part: match[2] ? 'matter' : 'text', start: Number(match[3]), end: Number(match[4]) } };
}

/** Follows the address bar, links within the page and the printer; gives what stops it. */
export function keepDesk(library: Library): () => void {
  const paper = matchMedia('print');
  const go = () => (desk.target = readTarget(decodeURI(location.hash), library));
  const click = (event: MouseEvent) => {
    // A second click on one link changes no address, and still asks for the place.
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link?.getAttribute('href') === location.hash) go();
  };
  const print = (printing: boolean) => flushSync(() => (desk.printing = printing));
  const turn = () => print(paper.matches);
  const start = () => print(true);
  const stop = () => print(false);
  window.addEventListener('hashchange', go);
  document.addEventListener('click', click);
  window.addEventListener('beforeprint', start);
  window.addEventListener('afterprint', stop);
  paper.addEventListener('change', turn);
  go();
  if (paper.matches) turn();
  return () => {
    window.removeEventListener('hashchange', go);
    document.removeEventListener('click', click);
    window.removeEventListener('beforeprint', start);
    window.removeEventListener('afterprint', stop);
    paper.removeEventListener('change', turn);
  };
}
