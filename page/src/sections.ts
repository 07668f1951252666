// What a story shows, in order: its views, their names and how much each holds.

import type { Library } from './library';
import type { Label, RecordStory } from './record';

export interface View {
  key: string;
  title: string;
  size: number;
  group: 'Claims' | 'Who' | 'What, when, where' | 'Sources';
}

export const slugOf = (label: Label): string => label.replace(' ', '-');
export const LABELS: readonly Label[] = ['corroborated', 'single origin', 'single outlet', 'unsourced'];
export const ofLabel = (story: RecordStory, label: Label) => story.claims.filter((claim) => claim.label === label);

// How a claim can stand is said even where none does.
const ALWAYS = new Set(['corroborated', 'disputed', 'single-origin', 'unsourced']);

/** The views of a story that hold something, after the overview. */
export function viewsOf(story: RecordStory, library: Library): View[] {
  const labelled = (label: Label) => ofLabel(story, label).length;
  const views: View[] = [
    { key: 'corroborated', title: 'Corroborated', size: labelled('corroborated'), group: 'Claims' },
    { key: 'disputed', title: 'Disputed', size: library.disputes(story).length, group: 'Claims' },
    { key: 'single-origin', title: 'Single origin', size: labelled('single origin'), group: 'Claims' },
    { key: 'single-outlet', title: 'Single outlet', size: labelled('single outlet'), group: 'Claims' },
    { key: 'unsourced', title: 'Unsourced', size: labelled('unsourced'), group: 'Claims' },
    { key: 'said', title: 'Who said what', size: library.acts(story).length, group: 'Who' },
    { key: 'positions', title: 'Positions', size: story.positions.length, group: 'Who' },
    { key: 'actors', title: 'Actors', size: story.actors.length, group: 'Who' },
    { key: 'timeline', title: 'Timeline', size: story.timeline.length, group: 'What, when, where' },
    { key: 'figures', title: 'Figures', size: story.figures.length, group: 'What, when, where' },
    { key: 'map', title: 'Map', size: story.places.length, group: 'What, when, where' },
    { key: 'events', title: 'Events', size: story.events.length, group: 'What, when, where' },
    { key: 'coverage', title: 'Coverage', size: story.outlets.length, group: 'Sources' },
    { key: 'origins', title: 'Origins', size: new Set(story.claims.flatMap((claim) => claim.statements.flatMap((one) => one.origins))).size, group: 'Sources' },
    { key: 'articles', title: 'Articles', size: story.articles.length, group: 'Sources' },
  ];
  return views.filter((view) => view.size > 0 || ALWAYS.has(view.key));
}
