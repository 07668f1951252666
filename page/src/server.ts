// The server's answers: what it tells, and why it does not.

import type { Problem } from './api';

/** The server said no, and why. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    told: string,
  ) {
    super(told);
  }
}

/** The server could not be reached. */
export class Unreached extends Error {}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, headers: { ...init.headers, 'X-Dateline': '1' }, credentials: 'same-origin', redirect: 'error' });
  } catch (error) {
    if (error instanceof TypeError) throw new Unreached('The server cannot be reached.');
    throw error;
  }
}

async function take<T>(answer: Response): Promise<T> {
  if (answer.ok) return (await answer.json()) as T;
  const told = answer.headers.get('content-type')?.includes('problem+json') ? ((await answer.json()) as Problem).detail : answer.statusText;
  throw new Refused(answer.status, told);
}

/** What the server tells at `path`. */
export const ask = async <T>(path: string): Promise<T> => take<T>(await send(path, {}));

/** Sends `what` as JSON. */
export const post = async <T>(path: string, what: unknown): Promise<T> =>
  take<T>(await send(path, { method: 'POST', body: JSON.stringify(what), headers: { 'Content-Type': 'application/json' } }));

export const remove = async <T>(path: string): Promise<T> => take<T>(await send(path, { method: 'DELETE' }));

/** Sends files under their names, with the folders that they were chosen in. */
export async function upload<T>(path: string, files: readonly File[]): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.webkitRelativePath || file.name);
  return take<T>(await send(path, { method: 'POST', body: form }));
}

/** What went wrong, in words; anything that is no answer of the server is a mistake of ours and is thrown on. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Unreached) return error.message;
  throw error;
}

/** The query of an address for those of `values` that are told. */
export function query(values: Record<string, string | null | undefined>): string {
  const told = Object.entries(values).filter((one): one is [string, string] => Boolean(one[1]));
  return told.length ? `?${new URLSearchParams(told).toString()}` : '';
}
