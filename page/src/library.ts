// The record with its ids looked up, and what is made of a story once and kept.

import { createContext } from 'svelte';

import { gather, type Dispute } from './disputes';
import { unitsOf } from './offsets';
import type { Range } from './passages';
import type {
  Evidence, Judgement, NewsRecord, Part, RecordArticle, RecordClaim, RecordCopy, RecordEntity, RecordEvent, RecordOrigin, RecordQuote,
  RecordStory, RecordStoryline,
} from './record';
import { slugOf } from './sections';
import { actsOf, type Act } from './speech';

export const [getLibrary, setLibrary] = createContext<Library>();

/** A function of a story that is worked out once. */
function once<T>(make: (story: RecordStory) => T): (story: RecordStory) => T {
  const kept = new WeakMap<RecordStory, T>();
  return (story) => {
    let made = kept.get(story);
    if (made === undefined) kept.set(story, (made = make(story)));
    return made;
  };
}

export class Library {
  readonly stories: Map<string, RecordStory>;
  readonly quotes = new Map<string, RecordQuote>();
  readonly entities: Map<string, RecordEntity>;
  /** The first story in which an id of a claim, quote, disagreement, event or article stands, and the view that shows it. */
  readonly homes = new Map<string, { story: string; view: string }>();
  readonly #articles: Map<string, RecordArticle>;
  readonly #origins: Map<string, RecordOrigin>;
  readonly #copies = new Map<string, RecordCopy[]>();
  readonly #units = new Map<string, (point: number) => number>();

  constructor(readonly record: NewsRecord) {
    this.stories = new Map(record.stories.map((story) => [story.id, story]));
    this.entities = new Map(record.entities.map((entity) => [entity.id, entity]));
    this.#articles = new Map(record.articles.map((article) => [article.id, article]));
    this.#origins = new Map(record.origins.map((origin) => [origin.id, origin]));
    for (const copy of record.copies) {
      for (const article of copy.articles) this.#copies.set(article, [...(this.#copies.get(article) ?? []), copy]);
    }
    for (const story of record.stories) this.#settle(story);
  }

  #settle(story: RecordStory): void {
    const settle = (id: string, view: string) => {
      if (!this.homes.has(id)) this.homes.set(id, { story: story.id, view });
    };
    for (const quote of story.quotes) this.quotes.set(quote.id, quote);
    for (const id of story.articles) settle(id, 'articles');
    for (const claim of story.claims) settle(claim.id, slugOf(claim.label));
    for (const { id } of story.disagreements) settle(id, 'disputed');
    for (const { id } of story.quotes) settle(id, 'said');
    for (const { id } of story.events) settle(id, 'events');
  }

  /** The articles of a story, as a set. */
  readonly within = once((story) => new Set(story.articles));
  readonly claims = once((story) => new Map(story.claims.map((claim) => [claim.id, claim])));
  readonly acts: (story: RecordStory) => Act[] = once((story) => actsOf(story, this));
  readonly disputes: (story: RecordStory) => Dispute[] = once((story) =>
    [['contradiction', 'denial'], ['update'], ['unclear']].flatMap((of) => gather(story.disagreements.filter((one) => of.includes(one.relation)))),
  );
  /** The storyline of a story. */
  readonly line: (story: RecordStory) => RecordStoryline = once(
    (story) => this.record.storylines.find((one) => one.id === story.storyline) ?? { id: story.storyline, stories: [story.id], timeline: [] },
  );
  /** The claims of all stories of its line. */
  readonly claimsOfLine: (story: RecordStory) => Map<string, RecordClaim> = once((story) => {
    const stories = this.line(story).stories.flatMap((id) => this.stories.get(id) ?? []);
    return new Map(stories.flatMap((one) => one.claims.map((claim) => [claim.id, claim])));
  });

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
    const inside = story && this.within(story);
    const told = claim.statements.map((statement) => statement.article);
    return this.articles(inside ? told.filter((id) => inside.has(id)) : told);
  }

  /** What persons decided of the statements of a claim. */
  judgementsOn(claim: RecordClaim): Judgement[] {
    const ids = new Set(claim.statements.flatMap((statement) => statement.corrected));
    return ids.size ? this.record.judgements.filter(({ id }) => ids.has(id)) : [];
  }

  /** Who acts and who is acted on, by name where they have one, else in the words of the first report. */
  parties(event: RecordEvent): { source: string; target: string } {
    const named = (id: string | null, words: Evidence | null | undefined) =>
      (id === null ? words?.exact : this.entities.get(id)?.name) ?? 'not named';
    return { source: named(event.source, event.reports[0]?.doer), target: named(event.target, event.reports[0]?.done_to) };
  }

  deed(event: RecordEvent): string {
    const { source, target } = this.parties(event);
    return `${source} → ${target}`;
  }
}
