// The record with its ids looked up.

import { createContext } from 'svelte';

import { unitsOf } from './offsets';
import type { Range } from './passages';
import type { Evidence, Judgement, NewsRecord, Part, RecordArticle, RecordClaim, RecordCopy, RecordOrigin, RecordQuote, RecordStory } from './record';

export const [getLibrary, setLibrary] = createContext<Library>();

export class Library {
  readonly stories: Map<string, RecordStory>;
  readonly quotes = new Map<string, RecordQuote>();
  /** The first story in which an id of a claim, quote, disagreement, event or article stands. */
  readonly homes = new Map<string, string>();
  readonly #articles: Map<string, RecordArticle>;
  readonly #origins: Map<string, RecordOrigin>;
  readonly #copies = new Map<string, RecordCopy[]>();
  readonly #units = new Map<string, (point: number) => number>();

  constructor(readonly record: NewsRecord) {
    this.stories = new Map(record.stories.map((story) => [story.id, story]));
    this.#articles = new Map(record.articles.map((article) => [article.id, article]));
    this.#origins = new Map(record.origins.map((origin) => [origin.id, origin]));
    for (const copy of record.copies) {
      for (const article of copy.articles) this.#copies.set(article, [...(this.#copies.get(article) ?? []), copy]);
    }
    for (const story of record.stories) this.#settle(story);
  }

  #settle(story: RecordStory): void {
    for (const quote of story.quotes) this.quotes.set(quote.id, quote);
    const things = [...story.claims, ...story.quotes, ...story.disagreements, ...story.events];
    for (const id of [story.id, ...story.articles, ...things.map((thing) => thing.id)]) {
      if (!this.homes.has(id)) this.homes.set(id, story.id);
    }
  }

  article(id: string): RecordArticle {
    const found = this.#articles.get(id);
    if (!found) throw new Error(`The record cites an article that is not in it: ${id}`);
    return found;
  }

  has(article: string): boolean {
    return this.#articles.has(article);
  }

  articles(ids: Iterable<string>): RecordArticle[] {
    return [...new Set(ids)].map((id) => this.article(id));
  }

  origin(id: string): RecordOrigin | undefined {
    return this.#origins.get(id);
  }

  copies(article: string): RecordCopy[] {
    return this.#copies.get(article) ?? [];
  }

  text(article: string, part: Part): string {
    return this.article(article)[part];
  }

  /** Where code points `start` to `end` of a text stand, in UTF-16 units. */
  place(article: string, part: Part, start: number, end: number): Range {
    const key = `${article} ${part}`;
    let units = this.#units.get(key);
    if (!units) this.#units.set(key, (units = unitsOf(this.text(article, part))));
    return { start: units(start), end: units(end) };
  }

  find(evidence: Evidence): Range {
    return this.place(evidence.article, evidence.part ?? 'text', evidence.start, evidence.end);
  }

  /** Whether the cited words still stand where the citation says. */
  holds(evidence: Evidence): boolean {
    const { start, end } = this.find(evidence);
    return this.text(evidence.article, evidence.part ?? 'text').slice(start, end) === evidence.exact;
  }

  /** The articles that a claim is told by, within `story` where one is given. */
  tellers(claim: RecordClaim, story?: RecordStory): RecordArticle[] {
    const told = claim.statements.map((statement) => statement.article);
    return this.articles(story ? told.filter((id) => story.articles.includes(id)) : told);
  }

  /** What persons decided of the statements of a claim. */
  judgementsOn(claim: RecordClaim): Judgement[] {
    const ids = new Set(claim.statements.flatMap((statement) => statement.corrected));
    return ids.size ? this.record.judgements.filter(({ id }) => ids.has(id)) : [];
  }
}
