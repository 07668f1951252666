// Who tells what: the outlets of a story against the claims that two or more of its articles tell.

import type { Library } from './library';
import type { RecordArticle, RecordClaim, RecordStatement, RecordStory } from './record';
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
  for (const claim of story.claims) tell(claim, story, columns, library);
  const common = shared.filter((claim) => new Set(library.tellers(claim, story).map(signature)).size > 1);
  for (const column of columns.values()) if (!column.unread.length) column.missing = common.filter((claim) => !column.told.has(claim.id));
  return { columns: [...columns.values()].sort(byShare), shared };
}

function tell(claim: RecordClaim, story: RecordStory, columns: Map<string, Column>, library: Library): void {
  const names = new Set(library.tellers(claim).map(signature));
  const inside = library.within(story);
  for (const statement of claim.statements) {
    if (!inside.has(statement.article)) continue;
    const column = columns.get(signature(library.article(statement.article)));
    if (!column) continue;
    if (names.size === 1 && !column.told.has(claim.id)) column.alone.push(claim);
    column.told.add(claim.id);
  }
}

const byShare = (a: Column, b: Column): number => b.told.size - a.told.size || (a.name < b.name ? -1 : 1);

/** What stands where an outlet and a claim meet: the origins that its words may rest on, as letters of the row. */
export interface Meeting {
  letters: string;
  origins: string[];
  negated: boolean;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
// More origins than these in one cell tell nothing at a glance.
const MOST = 2;

const negates = (statement: RecordStatement): boolean => statement.polarity === 'negated' || statement.modality === 'denied';

/** The cells of a claim by outlet; origins get letters in the order in which most outlets rest on them. */
export function meetings(claim: RecordClaim, library: Library): Map<string, Meeting> {
  const rows = new Map<string, RecordStatement[]>();
  for (const statement of claim.statements) {
    const name = signature(library.article(statement.article));
    rows.set(name, [...(rows.get(name) ?? []), statement]);
  }
  const bearing = new Map<string, number>();
  for (const statements of rows.values()) {
    for (const id of new Set(statements.flatMap((one) => one.origins))) bearing.set(id, (bearing.get(id) ?? 0) + 1);
  }
  const order = [...bearing.keys()].sort((a, b) => (bearing.get(b) ?? 0) - (bearing.get(a) ?? 0) || (a < b ? -1 : 1));
  const letter = (id: string) => LETTERS[order.indexOf(id)] ?? '+';
  return new Map(
    [...rows].map(([name, statements]) => {
      const ids = [...new Set(statements.flatMap((one) => one.origins))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
      return [
        name,
        {
          letters: ids.length > MOST ? `${letter(ids[0] ?? '')}+` : ids.map(letter).join(''),
          origins: ids.map((id) => library.origin(id)?.name ?? id),
          negated: statements.some(negates),
        },
      ];
    }),
  );
}
