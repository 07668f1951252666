// The order of a list of claims: the best attested first, whole clauses before the clauses inside them, then by day and place.

import type { Library } from './library';
import type { RecordClaim, RecordStory } from './record';

export function arrange(claims: RecordClaim[], library: Library): RecordClaim[] {
  const inner = within(claims);
  const when = new Map(claims.map((claim) => [claim.id, dayOf(claim, library)]));
  return claims.toSorted(
    (a, b) =>
      b.origins - a.origins ||
      b.outlets - a.outlets ||
      b.texts - a.texts ||
      Number(inner.has(a.id)) - Number(inner.has(b.id)) ||
      compare(when.get(a.id) ?? '', when.get(b.id) ?? '') ||
      a.statement.evidence.start - b.statement.evidence.start,
  );
}

/** The ids of the claims whose words lie inside the words of another of them. */
function within(claims: RecordClaim[]): Set<string> {
  const words = (claim: RecordClaim) => claim.statement.evidence;
  const sorted = claims.toSorted(
    (a, b) => compare(words(a).article, words(b).article) || words(a).start - words(b).start || words(b).end - words(a).end,
  );
  const found = new Set<string>();
  let article = '';
  let reach = 0;
  for (const claim of sorted) {
    const evidence = words(claim);
    if (evidence.article !== article) [article, reach] = [evidence.article, 0];
    if (evidence.end <= reach) found.add(claim.id);
    reach = Math.max(reach, evidence.end);
  }
  return found;
}

function dayOf(claim: RecordClaim, library: Library): string {
  const { article } = claim.statement.evidence;
  const { published, dating } = library.article(article);
  return `${published.earliest ?? dating?.earliest ?? '9999'} ${article}`;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The stories of each storyline in order of time; the storyline with most articles first. */
export function linesOf(library: Library): RecordStory[][] {
  const size = (stories: RecordStory[]) => stories.reduce((sum, story) => sum + story.articles.length, 0);
  return library.record.storylines
    .map((line) => line.stories.map((id) => library.stories.get(id)).filter((story) => story !== undefined))
    .filter((stories) => stories.length)
    .sort((a, b) => size(b) - size(a) || compare(a[0]?.first ?? '9999', b[0]?.first ?? '9999') || compare(a[0]?.id ?? '', b[0]?.id ?? ''));
}
