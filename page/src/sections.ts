// What a story shows, in order: the parts of it, their names and how much each holds.

import type { Label, RecordStory } from './record';

export interface SectionHead {
  key: string;
  title: string;
  size: number;
}

export const ofLabel = (story: RecordStory, label: Label) => story.claims.filter((claim) => claim.label === label);

/** The parts of a story that hold something; what is disputed is said even where nothing is. */
export function sectionsOf(story: RecordStory): SectionHead[] {
  const heads = [
    { key: 'corroborated', title: 'Corroborated', size: ofLabel(story, 'corroborated').length },
    { key: 'disputed', title: 'Disputed', size: story.disagreements.length },
    { key: 'single-origin', title: 'Single origin', size: ofLabel(story, 'single origin').length },
    { key: 'single-outlet', title: 'Single outlet', size: ofLabel(story, 'single outlet').length },
    { key: 'unsourced', title: 'Unsourced', size: ofLabel(story, 'unsourced').length },
    { key: 'said', title: 'Who said what', size: story.quotes.length },
    { key: 'positions', title: 'Positions', size: story.positions.length },
    { key: 'figures', title: 'Figures', size: story.figures.length },
    { key: 'timeline', title: 'Timeline', size: story.timeline.length },
    { key: 'coverage', title: 'Coverage by outlet', size: story.articles.length },
    { key: 'cast', title: 'Actors and places', size: story.actors.length + story.places.length },
    { key: 'events', title: 'Events', size: story.events.length },
    { key: 'articles', title: 'The articles', size: story.articles.length },
  ];
  return heads.filter((head) => head.size > 0 || head.key === 'corroborated' || head.key === 'disputed');
}
