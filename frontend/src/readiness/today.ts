/** What today's check-in makes of a session on this device. */

import { catalogue, localTime, log, type Things } from "../log";
import type { CheckIn, Day, Part, SessionSteps } from "../types";
import { sessionToday, type Today } from "./rules";

const HOUR_MS = 3_600_000;

/** The id of the check-in of a day, the same on every device. */
export const checkInId = (date: Day): string => `check-in:${date}`;

export const checkInOf = (date: Day): CheckIn | null => log.value.things.get("check-in", checkInId(date));

/** What the check-in of the day makes of a session: the day on which it was begun, or today. */
export function todayOf(session: SessionSteps): Today {
  const { things } = log.value;
  const begun = things.get("session", session.id);
  const now = begun ? new Date(begun.start) : new Date();
  const told = {
    date: localTime(now).slice(0, 10),
    checkIn: checkInOf,
    hoursSince: (part: Part) => (now.getTime() - lastTrained(things, session, part, now)) / HOUR_MS,
  };
  const said = things.raw("session", session.id)?.overruled ?? {};
  return sessionToday(session, told, new Set(Object.entries(said).flatMap(([rule, isSo]) => (isSo === true ? rule : []))));
}

/** When a part was last trained, by the server's log or by what this device has seen since [ms since 1970]. */
function lastTrained(things: Things, session: SessionSteps, part: Part, now: Date): number {
  const trains = new Set(catalogue.value.filter((exercise) => exercise.part === part).map(({ id }) => id));
  const known = session.trained?.[part];
  let latest = known ? new Date(known).getTime() : Number.NEGATIVE_INFINITY;
  for (const { id, value, sets } of things.sessions()) {
    const start = new Date(value.start).getTime();
    if (id === session.id || start <= latest || start > now.getTime()) continue;
    if (sets.some(({ value: set }) => set.kind !== "warm-up" && trains.has(set.exercise ?? ""))) latest = start;
  }
  return latest;
}
