// A citation of words in an article, in the forms that others read.

import type { Evidence, RecordArticle } from './record';
import { published, signature } from './telling';

export type Form = 'plain' | 'markdown' | 'annotation' | 'fragment';

export const FORMS: readonly { form: Form; name: string }[] = [
  { form: 'plain', name: 'plain' },
  { form: 'markdown', name: 'Markdown' },
  { form: 'annotation', name: 'Web Annotation' },
  { form: 'fragment', name: 'text fragment' },
];

/** An address that may stand in a link: of the web, and nothing that runs. */
export function webAddress(article: RecordArticle): string | null {
  if (article.url === null || !URL.canParse(article.url)) return null;
  const { protocol, href } = new URL(article.url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** The citation in one of the forms; a text fragment only where the article has an address. */
export function citation(form: Form, words: Evidence, article: RecordArticle): string | null {
  if (form === 'plain') return plain(words, article);
  if (form === 'markdown') return markdown(words, article);
  return form === 'annotation' ? annotation(words, article) : fragment(words, article);
}

const about = (article: RecordArticle): string =>
  [signature(article), article.title && `“${article.title}”`, published(article)].filter(Boolean).join(', ');
const place = (words: Evidence): string => `${words.part ?? 'text'} ${words.start}–${words.end}`;

function plain(words: Evidence, article: RecordArticle): string {
  return `“${words.exact}” ${[about(article), article.url ?? article.file, place(words)].join(', ')}.`;
}

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

function markdown(words: Evidence, article: RecordArticle): string {
  const address = fragment(words, article);
  const source = escaped(about(article));
  return `> ${escaped(words.exact)}\n>\n> — ${address ? `[${source}](${address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})` : source}, ${place(words)}`;
}

/**
 * The W3C Web Annotation of the words: as a quotation of the page, and by position in the text that the record has of it,
 * whose hash is its name.
 */
function annotation(words: Evidence, article: RecordArticle): string {
  const { exact, prefix, suffix, start, end } = words;
  const position = { source: `urn:dateline:${words.revision}:${words.part ?? 'text'}`, selector: { type: 'TextPositionSelector', start, end } };
  const address = webAddress(article);
  const quotation = { source: address, selector: { type: 'TextQuoteSelector', exact, prefix, suffix } };
  return JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      motivation: 'identifying',
      body: { type: 'TextualBody', value: about(article), format: 'text/plain' },
      target: address ? [quotation, position] : [position],
    },
    null,
    2,
  );
}

const encoded = (text: string): string => encodeURIComponent(text).replace(/[-!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

// Longer quotations are found by their first and last words.
const WHOLE = 12;
const ENDS = 5;

/** The address of the page with the words as its text fragment (WICG URL fragment text directives). */
function fragment(words: Evidence, article: RecordArticle): string | null {
  const address = webAddress(article);
  if (address === null || words.part === 'matter') return address;
  const told = words.exact.trim().split(/\s+/);
  // A fragment never reaches over a paragraph's end but by its two ends.
  const long = told.length > WHOLE || words.exact.includes('\n');
  const text = long ? [told.slice(0, ENDS), told.slice(-ENDS)].map((part) => encoded(part.join(' '))).join(',') : encoded(told.join(' '));
  return `${address.split('#', 1)[0] ?? ''}#:~:text=${text}`;
}
