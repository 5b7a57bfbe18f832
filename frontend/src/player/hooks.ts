/** Hooks of the player: the session as it stands, the time, a screen that stays on. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { catalogue, log, planned } from "../log";
import { todayOf } from "../readiness/today";
import { settings } from "../settings";
import type { LoggedSession, LoggedSet } from "../types";
import { cursor, loadCursor } from "./cursor";
import { placeOf } from "./progress";
import { buildRun, type Known, type Past, type Run } from "./run";
import { keepAwake } from "./sound";

/** Find an exercise of the catalogue or of the athlete's own. */
function knownExercise(id: string): Known | null {
  const listed = catalogue.value.find((exercise) => exercise.id === id);
  if (listed) return { id, name: listed.name, part: listed.part, oneSided: listed.sides === "each", loadOn: listed.load_on };
  const own = log.value.things.get("exercise", id);
  return own ? { id, name: own.name, part: own.part ?? null, oneSided: own.sides === "one", loadOn: "" } : null;
}

/** The last session on this device, but for one, in which an exercise was done. */
function lastTime(exercise: string, except: string): Past | null {
  const counts = ({ value }: { value: LoggedSet }) => value.exercise === exercise && value.kind !== "warm-up";
  const last = log.value.things.sessions().findLast(({ id, sets }) => id !== except && sets.some(counts));
  return last ? { date: last.value.start.slice(0, 10), sets: last.sets.filter(counts).map(({ value }) => value) } : null;
}

export interface Session {
  run: Run;
  /** The place of the step at hand; the number of steps at the end. */
  at: number;
  session: LoggedSession | null;
}

/** The session of an id as it stands; null until the place in it is loaded. */
export function useSession(id: string): Session | null {
  const [loaded, setLoaded] = useState("");
  useEffect(() => {
    void loadCursor(id).then(() => setLoaded(id));
  }, [id]);
  const { things } = log.value;
  const { extras, step } = cursor.value;
  const plans = planned.value;
  const list = catalogue.value;
  const version = log.value.version;
  const run = useMemo(() => {
    const steps = plans.find((one) => one.id === id) ?? null;
    return buildRun({
      id,
      planned: steps,
      today: steps && todayOf(steps),
      session: things.get("session", id),
      sets: things.setsOf(id),
      extras,
      known: knownExercise,
      lastTime: (exercise) => lastTime(exercise, id),
    });
  }, [id, plans, list, version, extras]);
  if (loaded !== id) return null;
  return { run, at: placeOf(run, step), session: things.get("session", id) };
}

/** The time [ms since 1970], again and again. */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** Keep the screen on as long as the component is shown. */
export function useAwake(): void {
  const wanted = settings.value.keepAwake;
  useEffect(() => {
    if (!wanted) return;
    const renew = () => void keepAwake(true);
    renew();
    document.addEventListener("visibilitychange", renew);
    return () => {
      document.removeEventListener("visibilitychange", renew);
      void keepAwake(false);
    };
  }, [wanted]);
}
