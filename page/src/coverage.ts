// Who tells what: the outlets of a story against the claims that two or more of its articles tell.

import type { Library } from './library';
import type { RecordArticle, RecordClaim, RecordStory } from './record';
import { signature } from './telling';

/** One outlet's share of a story; an article whose outlet is unknown stands for itself. */
export interface Column {
  name: string;
  articles: RecordArticle[];
  told: Set<string>;
  alone: RecordClaim[];
  missing: RecordClaim[];
  /** Its articles that were not read: what they leave out is not known. */
  unread: RecordArticle[];
}

export interface Coverage {
  columns: Column[];
  shared: RecordClaim[];
  /** Ids of `column claim` where the outlet's own words negate what the claim says. */
  negated: Set<string>;
}

export function cover(story: RecordStory, library: Library): Coverage {
  const columns = new Map<string, Column>();
  for (const article of library.articles(story.articles)) {
    const name = signature(article);
    const column = columns.get(name) ?? { name, articles: [], told: new Set<string>(), alone: [], missing: [], unread: [] };
    column.articles.push(article);
    if (article.reading === 'words') column.unread.push(article);
    columns.set(name, column);
  }
  const shared = story.claims.filter((claim) => library.tellers(claim, story).length > 1);
  const negated = new Set<string>();
  for (const claim of story.claims) tell(claim, story, { columns, negated }, library);
  const common = shared.filter((claim) => new Set(library.tellers(claim, story).map(signature)).size > 1);
  for (const column of columns.values()) if (!column.unread.length) column.missing = common.filter((claim) => !column.told.has(claim.id));
  return { columns: [...columns.values()].sort(byShare), shared, negated };
}

function tell(
  claim: RecordClaim, story: RecordStory, into: { columns: Map<string, Column>; negated: Set<string> }, library: Library,
): void {
  const names = new Set(library.tellers(claim).map(signature));
  for (const statement of claim.statements) {
    if (!story.articles.includes(statement.article)) continue;
    const column = into.columns.get(signature(library.article(statement.article)));
    if (!column) continue;
    if (statement.polarity === 'negated' || statement.modality === 'denied') into.negated.add(`${column.name} ${claim.id}`);
    if (names.size === 1 && !column.told.has(claim.id)) column.alone.push(claim);
    column.told.add(claim.id);
  }
}

const byShare = (a: Column, b: Column): number => b.told.size - a.told.size || (a.name < b.name ? -1 : 1);
