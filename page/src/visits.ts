// Which edition the reader saw last, of all stories and of each: kept by the browser where it lets us.

const PREFIX = 'dateline.seen';

export function lastSeen(store: string, what: string): number | null {
  try {
    const kept = localStorage.getItem(`${PREFIX}.${store}.${what}`);
    return kept === null ? null : Number(kept);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function keepSeen(store: string, what: string, edition: number): void {
  try {
    localStorage.setItem(`${PREFIX}.${store}.${what}`, String(edition));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
