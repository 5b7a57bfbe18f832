/** The log as a fold over events: every thing is what the merge patches about it say, in the order of their ids. */

import type {
  Change,
  CheckIn,
  Event,
  Food,
  LoggedDay,
  LoggedRun,
  LoggedSession,
  LoggedSet,
  Measure,
  OwnExercise,
  Recipe,
  Subject,
} from "../types";
import { merge } from "./merge";

/** The fields without which a thing is not shown yet. */
const REQUIRED: Record<Subject, readonly string[]> = {
  session: ["start", "name"],
  set: ["session", "name"],
  measure: ["date", "kind", "value", "unit"],
  exercise: ["name"],
  "check-in": [],
  food: ["date", "energy"],
  recipe: ["name"],
  run: ["start"],
  day: [],
};

interface Thing {
  about: Subject;
  of: string;
  events: Event[];
  state: Change;
}

interface Kinds {
  session: LoggedSession;
  set: LoggedSet;
  measure: Measure;
  exercise: OwnExercise;
  "check-in": CheckIn;
  food: Food;
  recipe: Recipe;
  run: LoggedRun;
  day: LoggedDay;
}

/** All things that the events tell of. It grows by events in any order and is equal for equal sets of events. */
export class Things {
  private readonly things = new Map<string, Thing>();
  private readonly known = new Set<string>();
  /** The greatest id of an event seen. */
  greatest: string | null = null;

  /** Take in an event; answers whether it was new. */
  add(event: Event): boolean {
    if (this.known.has(event.id)) return false;
    this.known.add(event.id);
    if (this.greatest === null || event.id > this.greatest) this.greatest = event.id;
    const key = `${event.about} ${event.of}`;
    const thing = this.things.get(key) ?? { about: event.about, of: event.of, events: [], state: {} };
    this.things.set(key, thing);
    const last = thing.events.at(-1);
    thing.events.push(event);
    if (last === undefined || event.id > last.id) {
      thing.state = merge(thing.state, event.change) as Change;
    } else {
      thing.events.sort((a, b) => (a.id < b.id ? -1 : 1));
      thing.state = thing.events.reduce<unknown>((state, { change }) => merge(state, change), {}) as Change;
    }
    return true;
  }

  /** What is known of a thing, removed or incomplete as it may be. */
  raw(about: Subject, of: string): Change | null {
    return this.things.get(`${about} ${of}`)?.state ?? null;
  }

  /** A thing as it is shown: null if it was removed or lacks a required field. */
  get<K extends Subject>(about: K, of: string): Kinds[K] | null {
    return shown<K>(this.things.get(`${about} ${of}`));
  }

  /** The shown things of a kind, in no particular order. */
  all<K extends Subject>(about: K): { id: string; value: Kinds[K] }[] {
    const found: { id: string; value: Kinds[K] }[] = [];
    for (const thing of this.things.values()) {
      const value = thing.about === about ? shown<K>(thing) : null;
      if (value) found.push({ id: thing.of, value });
    }
    return found;
  }

  /** What was done: the sessions, oldest first, with their sets in order, without those left out. */
  sessions(): { id: string; value: LoggedSession; sets: { id: string; value: LoggedSet }[] }[] {
    const sets = new Map<string, { id: string; value: LoggedSet }[]>();
    for (const set of this.all("set")) {
      if (set.value.skipped) continue;
      const mine = sets.get(set.value.session);
      if (mine) mine.push(set);
      else sets.set(set.value.session, [set]);
    }
    const inOrder = (a: string[], b: string[]): number => {
      const at = a.findIndex((part, place) => part !== b[place]);
      return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
    };
    return this.all("session")
      .sort((a, b) => inOrder([a.value.start, a.value.name, a.id], [b.value.start, b.value.name, b.id]))
      .map(({ id, value }) => ({ id, value, sets: (sets.get(id) ?? []).sort(byOrder) }));
  }

  /** The sets of a session, in order. */
  setsOf(session: string): { id: string; value: LoggedSet }[] {
    return this.all("set")
      .filter(({ value }) => value.session === session)
      .sort(byOrder);
  }
}

function byOrder(a: { id: string; value: LoggedSet }, b: { id: string; value: LoggedSet }): number {
  return (a.value.order ?? 0) - (b.value.order ?? 0) || (a.id < b.id ? -1 : 1);
}

function shown<K extends Subject>(thing: Thing | undefined): Kinds[K] | null {
  if (!thing || thing.state.removed === true) return null;
  const whole = REQUIRED[thing.about].every((field) => thing.state[field] !== undefined && thing.state[field] !== null);
  return whole ? (thing.state as unknown as Kinds[K]) : null;
}
