// What the reader's filter leaves of a list.

/** Gives whether `texts` have all words of a filter; everything passes an empty one. */
export function passing(filter: string): (...texts: readonly (string | null | undefined)[]) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return () => true;
  return (...texts) => {
    const whole = texts.join(' ').toLowerCase();
    return words.every((word) => whole.includes(word));
  };
}
