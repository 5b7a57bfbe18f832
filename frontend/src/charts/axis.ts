/** The frame of a chart over days: its margins, and the dates that fit under it. */

import { spread } from "./scale";

export const MARGIN = { top: 12, right: 14, bottom: 26, left: 42 };
/** The most room that a date takes under the axis, and between two of them. */
const LABEL = { width: 46, gap: 10 };

/** The dates that can be written under the axis without touching each other. */
export function spreadLabels(dates: readonly string[], at: (date: string) => number, width: number): string[] {
  const chosen: string[] = [];
  let room = width + LABEL.gap;
  for (const date of spread(dates, Math.floor(width / LABEL.width)).reverse()) {
    const x = at(date);
    const before = { start: 0, middle: LABEL.width / 2, end: LABEL.width }[anchor(x, width)];
    if (x - before + LABEL.width + LABEL.gap > room) continue;
    chosen.push(date);
    room = x - before;
  }
  return chosen;
}

export function anchor(x: number, width: number): "start" | "middle" | "end" {
  if (x > width - 40) return "end";
  return x < 40 ? "start" : "middle";
}
