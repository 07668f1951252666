// A scale of days: where a day stands between two edges, and which days are marked.

import { instant } from './telling';

export const DAY = 86_400_000;

export interface Window {
  from: number;
  to: number;
}

/** The days from the first to the last of `values`, with air on both sides; at least `least` days wide. */
export function spanOf(values: readonly string[], least = 2): Window | null {
  const times = values.map(instant).filter((time) => !Number.isNaN(time));
  if (!times.length) return null;
  let [from, to] = [Infinity, -Infinity];
  for (const time of times) [from, to] = [Math.min(from, time), Math.max(to, time)];
  const air = Math.max((to - from) * 0.04, (least * DAY - (to - from)) / 2);
  return { from: from - air, to: to + air };
}

export const place = (time: number, { from, to }: Window, width: number): number => ((time - from) / (to - from)) * width;

// Days between two marks of an axis: what people count in.
const STEPS = [1, 2, 7, 14, 30.4375, 91.3125, 182.625, 365.25, 730.5, 1826.25, 3652.5, 9131.25, 36525];

/** About one mark for each `room` pixels, and the days between two of them. */
export function marks(window: Window, width: number, room = 80): { step: number; times: number[] } {
  const days = (window.to - window.from) / DAY;
  const step = STEPS.find((one) => (days / one) * room <= width) ?? 36525;
  return { step, times: step < 28 ? daily(window, step) : monthly(window, Math.round(step / 30.4375)) };
}

function daily({ from, to }: Window, step: number): number[] {
  const first = Math.ceil(from / (step * DAY)) * step * DAY;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / (step * DAY)) + 1) }, (_, index) => first + index * step * DAY);
}

function monthly({ from, to }: Window, months: number): number[] {
  const start = new Date(from);
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0)) / months) * months;
  const found: number[] = [];
  for (let time = firstOf(month); time <= to && found.length < 400; time = firstOf(month)) {
    found.push(time);
    month += months;
  }
  return found;
}

/** The first day of a month counted from year 0. */
function firstOf(month: number): number {
  const day = new Date(0);
  day.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return day.getTime();
}

/** Round values for an axis from `low` to `high`. */
export function rounds(low: number, high: number, many = 3): number[] {
  const rough = (high - low || Math.abs(high) || 1) / many;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high / step + 1e-9) - first + 1) }, (_, index) => (first + index) * step);
}
