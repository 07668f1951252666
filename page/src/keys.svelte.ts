// The keyboard: what each key does, and doing it.

import { desk } from './desk.svelte';
import { tastes } from './tastes.svelte';

export interface Command {
  keys: readonly string[];
  what: string;
}

/** What the help sheet lists. */
export const COMMANDS: readonly Command[] = [
  { keys: ['j', 'k'], what: 'next and previous line; with the drawer open, its evidence follows' },
  { keys: ['Enter'], what: 'open the evidence of the line' },
  { keys: ['Esc'], what: 'close the drawer, this sheet; empty the filter' },
  { keys: ['o'], what: 'go to the article of the first sentence in the drawer' },
  { keys: ['c'], what: 'copy the first sentence in the drawer as a citation' },
  { keys: ['l'], what: 'copy a link to what is open' },
  { keys: ['[', ']'], what: 'previous and next view of the story' },
  { keys: ['/'], what: 'filter the lines of this view' },
  { keys: ['u'], what: 'up: from an article to its story, from a story to all stories' },
  { keys: ['t'], what: 'light, dark, or as the system has it' },
  { keys: ['?'], what: 'this sheet' },
];

/** What a key does where the page has something for it. */
type Deed = () => void;

const first = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);
const follow = (selector: string): Deed => () => first(selector)?.click();

function step(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('main .line > button')].filter((one) => one.offsetParent !== null);
  const open = document.querySelector<HTMLElement>('main .line.open > button');
  const active = document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>('.line > button') : null;
  const at = lines.indexOf(active ?? open ?? document.body);
  const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
  next?.scrollIntoView({ block: 'nearest' });
  if (desk.subject && next !== open) next?.click();
  next?.focus();
}

class Keys {
  help = $state(false);

  readonly #deeds: Record<string, Deed> = {
    j: () => step(1),
    k: () => step(-1),
    o: follow('#drawer a[data-key="o"]'),
    c: follow('#drawer button[data-key="c"]'),
    l: follow('button[data-key="l"]'),
    '[': follow('a[data-key="["]'),
    ']': follow('a[data-key="]"]'),
    '/': () => first('[data-key="/"]')?.focus(),
    u: follow('a[data-key="u"]'),
    t: () => tastes.turn(),
    '?': () => (this.help = !this.help),
  };

  press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (event.key === 'Escape') {
      if (this.help) this.help = false;
      else if (writing && desk.filter) desk.filter = '';
      else if (!writing) desk.close();
      return;
    }
    const deed = writing || !tastes.letters || this.help ? undefined : this.#deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
}

export const keys = new Keys();
