// A line that opens, by hand or because the address names it.

import { tick } from 'svelte';

import { desk } from './desk.svelte';

export class Disclosure {
  open = $state(false);

  /** `ids` are what the address may name, `anchor` the element to bring into view; only in the story the address means. */
  constructor(ids: () => readonly string[], story: () => string, anchor: () => HTMLElement | undefined) {
    $effect(() => {
      const target = desk.target;
      if (target === null || target.span !== null || !ids().includes(target.id) || target.story !== story()) return;
      this.open = true;
      void tick().then(() => {
        anchor()?.scrollIntoView({ block: 'start' });
        anchor()?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
      });
    });
  }

  turn = (): void => {
    this.open = !this.open;
  };
}
