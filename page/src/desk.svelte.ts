// What the reader looks at: the place that the address names, what lies open in the drawer, the page on paper.

import { flushSync, tick } from 'svelte';

import type { Evidence, Part } from './record';
import type { Subject } from './subjects';

/** A thing of the record (`#id`), a view of a story with what lies open (`#story/view/item`), or words of an article (`#article:start-end`). */
export interface Target {
  id: string;
  view: string | null;
  item: string | null;
  span: { part: Part; start: number; end: number } | null;
}

class Desk {
  target = $state.raw<Target | null>(null);
  subject = $state.raw<Subject | null>(null);
  printing = $state(false);
  /** Words that the lines of the view must have. */
  filter = $state('');
  /** What is said aloud and shown for a moment: "Copied". */
  notice = $state('');
  /** The line that was left for the drawer. */
  #line: HTMLElement | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;

  /** Whether the drawer lies over the page, for want of room beside it. */
  narrow = $state(false);
  readonly covered = $derived(this.narrow && this.subject !== null);
  /** Whether the reader goes on in the drawer. */
  entering = false;

  /** Opens what is behind a line; the address then names it, where it has a name. */
  open(subject: Subject, line: HTMLElement | null = null, enter = false): void {
    this.entering = enter || this.narrow || line === null;
    this.subject = subject;
    this.#line = line;
    this.#rename(subject.id);
  }

  close(): void {
    if (!this.subject) return;
    const line = this.#line ?? document.querySelector<HTMLElement>('main .line.open > button');
    this.subject = null;
    this.#line = null;
    this.#rename(null);
    void tick().then(() => line?.focus());
  }

  #rename(item: string | null): void {
    const at = readTarget(location.hash);
    if (!at || at.span) return;
    history.replaceState(history.state, '', `#${at.id}/${at.view ?? 'overview'}${item ? `/${item}` : ''}`);
  }

  /** Says `words` for as long as they take to read. */
  say(words: string): void {
    clearTimeout(this.#silence);
    this.notice = words;
    this.#silence = setTimeout(() => (this.notice = ''), 2600);
  }
}

export const desk = new Desk();

/** The address of a citation: its article and the code points in it. */
export function addressOf(evidence: Evidence): string {
  return `#${evidence.article}:${evidence.part === 'matter' ? 'm' : ''}${evidence.start}-${evidence.end}`;
}

/** The address of something else in this page, for the world outside it. */
export const linkTo = (hash: string): string => `${location.href.split('#', 1)[0] ?? ''}${hash}`;

/** What an address names in a record; null for those of the frame (`#/…`) and for none. */
export function readTarget(hash: string): Target | null {
  const match = /^#([\w-]+)(?::(m?)(\d+)-(\d+)|(?:\/([\w-]+)(?:\/([\w:.-]+))?)?)$/.exec(hash);
  const id = match?.[1];
  if (!match || !id) return null;
  const span = match[3] === undefined ? null
    : { part: match[2] ? ('matter' as const) : ('text' as const), start: Number(match[3]), end: Number(match[4]) };
  return { id, view: match[5] ?? null, item: match[6] ?? null, span };
}

/** Follows the address bar, links within the page and the printer; gives what stops it. */
export function keepDesk(): () => void {
  const paper = matchMedia('print');
  const narrow = matchMedia('(max-width: 81.99rem)');
  const fit = () => (desk.narrow = narrow.matches);
  const go = () => {
    desk.subject = null;
    desk.target = readTarget(location.hash);
  };
  const click = (event: MouseEvent) => {
    // A second click on one link changes no address, and still asks for the place.
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link?.getAttribute('href') === location.hash) go();
  };
  const away = (event: PointerEvent) => {
    if (desk.covered && event.target instanceof Element && !event.target.closest('#drawer, dialog')) desk.close();
  };
  const print = (printing: boolean) => flushSync(() => (desk.printing = printing));
  const turn = () => print(paper.matches);
  const start = () => print(true);
  const stop = () => print(false);
  window.addEventListener('hashchange', go);
  document.addEventListener('click', click);
  document.addEventListener('pointerdown', away);
  window.addEventListener('beforeprint', start);
  window.addEventListener('afterprint', stop);
  paper.addEventListener('change', turn);
  narrow.addEventListener('change', fit);
  fit();
  go();
  if (paper.matches) desk.printing = true;
  return () => {
    window.removeEventListener('hashchange', go);
    document.removeEventListener('click', click);
    document.removeEventListener('pointerdown', away);
    window.removeEventListener('beforeprint', start);
    window.removeEventListener('afterprint', stop);
    paper.removeEventListener('change', turn);
    narrow.removeEventListener('change', fit);
  };
}
