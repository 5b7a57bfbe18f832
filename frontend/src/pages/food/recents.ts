/** What is likely to be eaten now: ranked by how often, how lately and at which hour it was eaten. */

import { daysBetween } from "../words";
import type { Eaten } from "./foods";

/** So many days make an occasion count about a third. */
const FADE_DAYS = 21;
/** How far from the hour of an occasion it still counts nearly whole [h]. */
const NEAR_HOURS = 2;
/** What an occasion counts whatever the hour. */
const ANY_HOUR = 0.25;

export interface Recent {
  food: Eaten;
  score: number;
}

/** The foods with a name, each once as it was last eaten, the likeliest first. */
export function recents(all: readonly Eaten[], date: string, hour: number, most = 8): Recent[] {
  const found = new Map<string, Recent>();
  for (const food of all) {
    const { name, whole_day: whole, date: day, time } = food.value;
    const age = daysBetween(day, date);
    if (!name || whole || age < 0) continue;
    const key = name.trim().toLowerCase();
    const worth = Math.exp(-age / FADE_DAYS) * atHour(time, hour);
    const known = found.get(key);
    found.set(key, { food: known && isLater(known.food, food) ? known.food : food, score: (known?.score ?? 0) + worth });
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (isLater(a.food, b.food) ? -1 : 1)).slice(0, most);
}

function isLater(a: Eaten, b: Eaten): boolean {
  const at = ({ value, id }: Eaten) => `${value.date} ${value.time ?? ""} ${id}`;
  return at(a) > at(b);
}

function atHour(time: string | null | undefined, hour: number): number {
  if (!time) return (1 + ANY_HOUR) / 2;
  const then = Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
  const apart = Math.abs(then - hour);
  const hours = Math.min(apart, 24 - apart);
  return ANY_HOUR + (1 - ANY_HOUR) * Math.exp(-(hours ** 2) / (2 * NEAR_HOURS ** 2));
}
