// The record that stands in the file: JSON, deflated and in base64.

import type { NewsRecord } from './record';

/** The record in `source`, or null where an empty page was opened. */
export async function unpack(source: string | null | undefined): Promise<NewsRecord | null> {
  const packed = source?.trim();
  if (!packed) return null;
  const told = atob(packed);
  const bytes = new Uint8Array(told.length);
  // `Uint8Array.from` takes thirty times as long.
  for (let index = 0; index < told.length; index += 1) bytes[index] = told.charCodeAt(index);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(stream).json()) as NewsRecord | null;
}
