/** How dates, numbers, loads and names are written on the pages. */

import { localTime, today } from "../log";

export const PARTS = ["glutes", "quads", "hams", "calves"] as const;
export type PartName = (typeof PARTS)[number];

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const DAY_MS = 86_400_000;

const utc = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(date: string): number {
  return (new Date(utc(date)).getUTCDay() + 6) % 7;
}

export function weekday(date: string): string {
  return capital(WEEKDAYS[weekdayIndex(date)] as string);
}

export function monthName(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
}

/** 21 Nov */
export function dayAndMonth(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(date).slice(0, 3)}`;
}

/** 21 Nov 2026 */
export function fullDate(date: string): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

/** Today, Tomorrow, Yesterday, or Saturday 21 Nov. */
export function nearDate(date: string, from: string): string {
  const named: Record<number, string> = { [-1]: "Yesterday", 0: "Today", 1: "Tomorrow" };
  return named[daysBetween(from, date)] ?? `${weekday(date)} ${dayAndMonth(date)}`;
}

/** A moment of the recent past: 14:05, or 21 Nov 14:05. */
export function moment(at: number): string {
  const [day, clock] = localTime(new Date(at)).split("T") as [string, string];
  return day === today() ? clock.slice(0, 5) : `${dayAndMonth(day)} ${clock.slice(0, 5)}`;
}

/** To a tenth at most, without trailing zeros. */
export function number(value: number | string): string {
  return String(Math.round(Number(value) * 10) / 10).replace("-", "−");
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** leg-press-machine as Leg press machine. */
export function spaced(id: string): string {
  return capital(id.replaceAll("-", " "));
}

/** a, b and c */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** 75 as 1 h 15 min. */
export function minutes(count: number): string {
  const whole = Math.round(count);
  if (whole < 60) return `${whole} min`;
  return whole % 60 ? `${Math.floor(whole / 60)} h ${whole % 60} min` : `${whole / 60} h`;
}

/** The number in a mass, a distance or a time such as `82.5 kg`. */
export function amount(text: string | null | undefined): number | null {
  const found = text ? /-?\d+(?:\.\d+)?/.exec(text) : null;
  return found ? Number(found[0]) : null;
}
