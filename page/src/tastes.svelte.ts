// What the reader prefers: kept by the browser where it lets us, else for this visit.

export type Theme = 'auto' | 'light' | 'dark';

const KEYS = { theme: 'dateline.theme', letters: 'dateline.letters' } as const;

/** A kept value; none where the browser keeps nothing for this page, as it may for files. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

class Tastes {
  theme = $state<Theme>('auto');
  /** Whether single letters are commands. */
  letters = $state(true);

  constructor() {
    const theme = recall(KEYS.theme);
    if (theme === 'light' || theme === 'dark') this.theme = theme;
    this.letters = recall(KEYS.letters) !== 'off';
    this.#show();
  }

  /** Light, dark, then as the system has it. */
  turn(): void {
    const order: Theme[] = ['auto', 'light', 'dark'];
    this.theme = order[(order.indexOf(this.theme) + 1) % order.length] ?? 'auto';
    keep(KEYS.theme, this.theme);
    this.#show();
  }

  allow(letters: boolean): void {
    this.letters = letters;
    keep(KEYS.letters, letters ? 'on' : 'off');
  }

  #show(): void {
    if (this.theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
  }
}

export const tastes = new Tastes();
