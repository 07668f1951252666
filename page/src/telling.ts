// Days, numbers and counts in words.

import type {
  Bound,
  DoubtKind,
  Granularity,
  Judgement,
  RecordArticle,
  RecordDoubt,
  RecordEntry,
  RecordFigure,
  RecordMembership,
} from './record';

// The page speaks English; numbers and days are the reader's own.
const LOCALE = Intl.DateTimeFormat.supportedLocalesOf([...navigator.languages, 'en-GB'])[0] ?? 'en-GB';
const NUMBER = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3 });
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTHS = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });

const COMPACT = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });

/** A number where there is little room: "84M". */
export const short = (value: number): string => (Math.abs(value) < 100_000 ? NUMBER : COMPACT).format(value);

export const number = (value: number): string => NUMBER.format(value);

/** "3 outlets", "1 outlet". */
export const count = (value: number, one: string, many = `${one}s`): string => `${number(value)} ${value === 1 ? one : many}`;

const parse = (day: string): Date => new Date(`${day.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`);

function time(day: string): string {
  const clock = /T(\d\d:\d\d)/.exec(day);
  return clock ? `, ${clock[1]}` : '';
}

/** A day in milliseconds since 1970, UTC; with its time of day where it tells one. */
export function instant(value: string): number {
  const clock = /T(\d\d):(\d\d)/.exec(value);
  return parse(value).getTime() + (clock ? (Number(clock[1]) * 60 + Number(clock[2])) * 60_000 : 0);
}

/** A tick of an axis: a year, a month or a day, as far as `step` (in days) goes. */
export function tick(time: number, step: number): string {
  const at = new Date(time);
  if (step >= 365) return String(at.getUTCFullYear());
  return step >= 28 ? MONTHS.format(at) : SHORT.format(at);
}

export function day(value: string): string {
  const parsed = parse(value);
  return Number.isNaN(parsed.getTime()) ? value : DAY.format(parsed) + time(value);
}

/** One day, or a range without repeating the month or year. */
export function days(earliest: string | null, latest: string | null): string {
  if (!earliest || !latest || earliest === latest) return day(earliest ?? latest ?? '');
  const [from, to] = [parse(earliest), parse(latest)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from > to) return `${earliest} – ${latest}`;
  return DAY.formatRange(from, to).replaceAll('\u2009', '');
}

/** A date as fine as the words that told it. */
export function date(earliest: string, latest: string, granularity: Granularity): string {
  const [from, to] = [earliest.slice(0, 4).replace(/^0+/, ''), latest.slice(0, 4).replace(/^0+/, '')];
  if (granularity === 'year' || granularity === 'decade' || granularity === 'century') return from === to ? from : `${from}–${to}`;
  if (granularity === 'month' && earliest.slice(0, 7) === latest.slice(0, 7)) return MONTH.format(parse(earliest));
  return days(earliest, latest);
}

// Longer file names are cut in the middle; the article itself gives them in full.
const NAME = 22;

/** The outlet, or the file where no outlet is known. */
export function signature(article: RecordArticle): string {
  const name = article.file.split('/').at(-1) ?? article.file;
  return article.outlet ?? `unnamed outlet (${name.length > NAME ? `${name.slice(0, 10)}…${name.slice(-9)}` : name})`;
}

/** The day of an article, as stated or inferred. */
export function published(article: RecordArticle): string {
  const { earliest, latest } = article.published;
  if (earliest ?? latest) return days(earliest, latest);
  return article.dating ? `${days(article.dating.earliest, article.dating.latest)}, inferred` : 'undated';
}

const AGAINST: Record<DoubtKind, string> = {
  fetched: 'The page was read before the day of publication, on',
  updated: 'The page was last updated before the day of publication, on',
  revision: 'The page calls this day that of an update:',
  address: 'The address has another day:',
  dateline: 'The dateline has another day:',
  told: 'The text tells of a later day as past:',
  weekday: 'The text gives the weekdays of another year:',
};

/** What speaks against the day of an article, and the day it speaks for. */
export const against = (doubt: RecordDoubt): string => `${AGAINST[doubt.kind]} ${day(doubt.day)}`;

/** When an entry of a live blog appeared, with its zone where one is told. */
export function moment({ day: told, time: clock }: RecordEntry): string {
  const [, minutes = '', zone = ''] = /^(\d\d:\d\d)(?::\d\d)?(.*)$/.exec(clock ?? '') ?? [];
  const hour = [minutes, zone && (zone === 'Z' ? 'UTC' : `UTC${zone}`)].filter(Boolean).join(' ');
  return [told ? day(told) : '', hour].filter(Boolean).join(', ');
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** "French", from its code. */
export function language(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "3 articles in French and Korean" of those that are not read; empty where all are. */
export function unread(articles: readonly RecordArticle[]): string {
  const found = articles.filter((article) => article.reading === 'words');
  const names = [...new Set(found.map((article) => language(article.language)))].sort();
  return found.length ? `${count(found.length, 'article')} in ${LIST.format(names)}` : '';
}

const BOUNDS: Record<Bound, string> = { exact: '', 'at least': 'at least ', 'at most': 'at most ', about: 'about ' };

const PLURALS: Record<string, string> = { foot: 'feet', 'square foot': 'square feet', inch: 'inches', century: 'centuries', 'year-old': 'years old' };
const UNCHANGED = new Set(['people', 'percent', 'mph']);

/** A unit for several; abbreviations and currencies stay as they are. */
function plural(unit: string): string {
  if (!/^[a-z][a-z -]{2,}$/.test(unit) || UNCHANGED.has(unit)) return unit;
  return PLURALS[unit] ?? `${unit}s`;
}

/** A figure with its bound and unit: "at least 20", "about 250 km". */
export function quantity(figure: RecordFigure): string {
  const value = figure.low === figure.high ? number(figure.low) : `${number(figure.low)}–${number(figure.high)}`;
  const unit = figure.low === 1 && figure.high === 1 ? figure.unit : plural(figure.unit);
  return `${BOUNDS[figure.bound]}${value} ${unit}`.trim();
}

/** Why an article stands in its story: how likely both report one event, when they were printed, which words both have. */
export function because({ likeness, copied, days: apart, shared }: RecordMembership): string {
  const printed = apart === null ? '' : apart === 0 ? ', printed the same day' : `, printed ${count(apart, 'day')} apart`;
  const words = shared.map(({ here }) => `“${here.exact}”`).join(', ');
  return `${copied ? 'derived from one text' : likeness.toFixed(2)}${printed}${words ? `; both have ${words}` : ''}`;
}

const ISO = /\b\d{4}-\d\d-\d\d\b/g;

/** Why a sentence is in its claim, the weightiest reason first, with days as the page writes them. */
export const reasons = (why: readonly string[]): string => why.map((reason) => reason.replace(ISO, day)).join('; ');

/** "corrected by Ines Palder, on 9 Apr 2031; by Jon Ilves, on 10 Apr 2031": who decided these things, in order of time. */
export function corrected(judgements: readonly Judgement[]): string {
  const told = judgements.toSorted((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  const names = new Set(told.map(({ by, when }) => `by ${by}, on ${day(when.slice(0, 10))}`));
  return names.size ? `corrected ${[...names].join('; ')}` : '';
}
