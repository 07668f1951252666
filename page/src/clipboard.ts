// Copying, also where the browser gives a file no clipboard.

import { desk } from './desk.svelte';

/** Copies `text` and says `done`, or says that it could not. */
export async function copy(text: string, done: string): Promise<void> {
  desk.say((await put(text)) ? done : 'The browser does not let this page copy');
}

async function put(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    return select(text);
  }
}

/** The older way: text that is selected for a moment. */
function select(text: string): boolean {
  const field = document.createElement('textarea');
  const active = document.activeElement;
  field.value = text;
  field.className = 'hidden';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (active instanceof HTMLElement) active.focus();
  return done;
}
