/** Runs: those of the log, those that the athlete's week and the plan ask for today, and how both are said. */

import { log, me, planned } from "../../log";
import type { LoggedRun } from "../../types";
import type { Profile, Run } from "../profile";
import { WEEKDAYS, type WeekdayName, addDays, amount, number, weekdayIndex } from "../words";

export type RunKind = "easy" | "hard" | "long" | "race";

export const KINDS: readonly { value: RunKind; label: string }[] = [
  { value: "easy", label: "Easy" },
  { value: "hard", label: "Hard" },
  { value: "long", label: "Long" },
  { value: "race", label: "Race" },
];

const METERS = { km: 1000, mi: 1609.344 } as const;
export type Unit = keyof typeof METERS;

/** Two recordings are of one run if they begin within two minutes and differ by a twentieth in distance; see src/legday/exchange/recording.py. */
const SAME_START_MS = 120_000;
const SAME_DISTANCE = 0.05;

export interface Done {
  id: string;
  run: LoggedRun;
  meters: number | null;
  seconds: number | null;
}

/** The runs of the log, the latest first. */
export function doneRuns(): Done[] {
  return log.value.things
    .all("run")
    .map(({ id, value }) => ({ id, run: value, meters: figure(value.meters), seconds: figure(value.seconds) }))
    .sort((a, b) => (a.run.start < b.run.start ? 1 : -1));
}

const figure = (value: number | string | null | undefined) => (value === null || value === undefined ? null : Number(value));

/** The athlete's profile as it is known on this device. */
export const runner = () => me.value?.profile as Profile | null | undefined;

/** The unit that the athlete measures runs in. */
export function runUnit(): Unit {
  const profile = runner();
  const told = [...Object.values(profile?.runs ?? {}), profile?.race].flatMap((one) => one?.distance ?? []);
  if (told.length > 0) return told.some((text) => /mi/.test(text)) ? "mi" : "km";
  return profile?.units === "lb" ? "mi" : "km";
}

export const inUnit = (meters: number, unit: Unit) => meters / METERS[unit];
export const inMeters = (value: number, unit: Unit) => value * METERS[unit];

export function saidDistance(meters: number, unit: Unit): string {
  return `${number(inUnit(meters, unit))} ${unit}`;
}

/** 2715 as 45:15, 3905 as 1:05:05. */
export function saidTime(seconds: number): string {
  const whole = Math.round(seconds);
  const pair = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${pair(Math.floor((whole % 3600) / 60))}:${pair(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, "");
}

/** The time for a kilometre or a mile: 5:31 /km. */
export function saidPace(meters: number, seconds: number, unit: Unit): string {
  return `${saidTime(seconds / inUnit(meters, unit))} /${unit}`;
}

/** What a run came to: 8.2 km · 45:15 · 5:31 /km. */
export function saidRun({ meters, seconds }: Pick<Done, "meters" | "seconds">, unit: Unit): string {
  return [
    meters !== null && saidDistance(meters, unit),
    seconds !== null && saidTime(seconds),
    meters !== null && meters > 0 && seconds !== null && saidPace(meters, seconds, unit),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A distance as typed: 8.2, 8,2 km or 5 mi. Null where it is none, or zero. */
export function typedDistance(text: string, unit: Unit): number | null {
  const found = /^\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*(km|k|mi|miles?|m)?\s*$/i.exec(text);
  if (!found) return null;
  const value = Number(found[1]?.replace(",", "."));
  const said = found[2]?.toLowerCase();
  if (said === "m") return value > 0 ? value : null;
  const meters = inMeters(value, said ? (said.startsWith("k") ? "km" : "mi") : unit);
  return meters > 0 ? meters : null;
}

/** A time as typed: 45 (minutes), 45:15, 1:05:15, 45 min or 1 h 5 min. Null where it is none, or zero. */
export function typedTime(text: string): number | null {
  const clock = /^\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*$/.exec(text);
  const words = /^\s*(?:(\d{1,2})\s*h(?:ours?)?)?\s*(?:(\d{1,3})(?:\s*min(?:utes?)?)?)?\s*(?:(\d{1,2})\s*s(?:ec)?)?\s*$/i.exec(text);
  const found = clock ?? (text.trim() ? words : null);
  if (!found) return null;
  const [hours, mins, seconds] = [1, 2, 3].map((place) => Number(found[place] ?? 0)) as [number, number, number];
  return 3600 * hours + 60 * mins + seconds || null;
}

export interface Planned {
  kind: RunKind;
  /** 8 km or 45 min, as the athlete wrote it. */
  size: string;
  /** Legs take its place. */
  traded: boolean;
}

/** The run of a day by the athlete's week, or the race; easy runs give way to planned legs where mileage is traded. */
export function plannedRun(date: string): Planned | null {
  const profile = runner();
  if (!profile) return null;
  return runOn(profile, date, planned.value.some((session) => session.date === date));
}

export function runOn(profile: Pick<Profile, "runs" | "race" | "trade_mileage">, date: string, legs: boolean): Planned | null {
  if (profile.race?.date === date) return { kind: "race", size: profile.race.distance ?? "", traded: false };
  const run: Run | undefined = profile.runs?.[WEEKDAYS[weekdayIndex(date)] as WeekdayName];
  if (!run) return null;
  const kind = (run.kind ?? "easy") as RunKind;
  return { kind, size: run.distance ?? run.time ?? "", traded: legs && kind === "easy" && profile.trade_mileage === true };
}

export function saidPlanned({ kind, size }: Pick<Planned, "kind" | "size">): string {
  return (kind === "race" ? "Race" : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} run`) + (size ? ` of ${size}` : "");
}

/** How far a planned run goes [m], if it says so. */
export function plannedMeters(size: string): number | null {
  const value = amount(size);
  return value !== null && /km|mi/.test(size) ? inMeters(value, size.includes("mi") ? "mi" : "km") : null;
}

/** Another run that is the same one, recorded twice; null without one. */
export function twinOf(one: Done, all: readonly Done[]): Done | null {
  const start = Date.parse(one.run.start);
  return (
    all.find(
      (other) =>
        other.id !== one.id &&
        Math.abs(Date.parse(other.run.start) - start) <= SAME_START_MS &&
        (one.meters === null || other.meters === null || Math.abs(other.meters - one.meters) <= SAME_DISTANCE * Math.max(other.meters, one.meters)),
    ) ?? null
  );
}

export interface Week {
  start: string;
  meters: number;
  seconds: number;
  runs: number;
}

/** What was run in each of the latest weeks, the present one last; of a run that was recorded twice, one counts. */
export function weeklyRuns(all: readonly Done[], now: string, weeks: number): Week[] {
  const monday = addDays(now, -weekdayIndex(now));
  return Array.from({ length: weeks }, (_, index) => {
    const start = addDays(monday, 7 * (index - weeks + 1));
    const mine = all.filter(({ run }) => run.start >= start && run.start.slice(0, 10) < addDays(start, 7));
    const counted = mine.filter((one) => {
      const twin = twinOf(one, mine);
      return twin === null || one.id < twin.id;
    });
    const sum = (of: (one: Done) => number | null) => counted.reduce((total, one) => total + (of(one) ?? 0), 0);
    return { start, meters: sum((one) => one.meters), seconds: sum((one) => one.seconds), runs: counted.length };
  });
}
