// The record that stands in the file: JSON, deflated and in base64.

import type { NewsRecord } from './record';

/** The record in `source`, or null where an empty page was opened. */
export async function unpack(source: string | null | undefined): Promise<NewsRecord | null> {
  const packed = source?.trim();
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(stream).json()) as NewsRecord | null;
}
