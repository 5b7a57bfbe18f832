import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nextId } from "../src/log/clock";
import { Things } from "../src/log/fold";
import { inverse, merge } from "../src/log/merge";
import type { Change, Event, Subject } from "../src/types";

const event = (id: string, of: string, change: Change, about: Subject = "set"): Event => ({
  id,
  at: "2026-11-23T18:00:00+01:00",
  device: "d1",
  about,
  of,
  change,
});

/** A generator of numbers in [0, 1) that gives the same ones each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** The examples of RFC 7396, appendix A. */
const PATCHES: readonly [unknown, unknown, unknown][] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [["a", "b"], ["c", "d"], ["c", "d"]],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe("merge patches", () => {
  it.each(PATCHES)("%j with %j is %j", (target, patch, result) => {
    expect(merge(target, patch)).toEqual(result);
  });

  it("are taken back by their inverse", () => {
    const before = { name: "Squat", reps: 8, parts: { "01": { kind: "drop", reps: 6 } } };
    const patch = { reps: 9, rpe: 8, parts: { "01": { reps: 5 }, "02": { kind: "drop" } } };
    expect(merge(merge(before, patch), inverse(before, patch))).toEqual(before);
  });
});

describe("the fold", () => {
  it("comes to the same state in any order of arrival, with any repeated", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomFrom(seed);
      const changes: Change[] = [{ name: "Squat", session: "s" }, { reps: 8 }, { reps: null }, { parts: { "01": { reps: 5 } } }, { parts: { "01": null } }, { removed: true }, { removed: false }, { load: "80 kg" }];
      let seen: string | null = null;
      const events: Event[] = [];
      for (let count = 0; count < 25; count++) {
        seen = nextId(Math.floor(random() * 50), random() < 0.3 ? null : seen);
        events.push(event(seen, random() < 0.5 ? "s:a" : "s:b", changes[Math.floor(random() * changes.length)] as Change));
      }
      const told = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
      const states = Array.from({ length: 3 }, () => {
        const things = new Things();
        for (const one of shuffled([...events, ...events.slice(0, 9)], random)) things.add(one);
        return ["s:a", "s:b"].map((of) => things.raw("set", of));
      });
      const plain = ["s:a", "s:b"].map((of) => {
        const mine = told.filter((one) => one.of === of);
        return mine.length ? mine.reduce<unknown>((state, { change }) => merge(state, change), {}) : null;
      });
      for (const state of states) expect(state).toEqual(plain);
    }
  });

  it("shows a set once it has its session and its name, and hides what was removed", () => {
    const things = new Things();
    things.add(event(nextId(1, null), "s:1", { reps: 8 }));
    expect(things.get("set", "s:1")).toBeNull();
    things.add(event(nextId(2, things.greatest), "s:1", { session: "s", name: "Squat" }));
    expect(things.get("set", "s:1")?.reps).toBe(8);
    things.add(event(nextId(3, things.greatest), "s:1", { removed: true }));
    expect(things.setsOf("s")).toEqual([]);
    things.add(event(nextId(4, things.greatest), "s:1", { removed: null }));
    expect(things.setsOf("s").map(({ id }) => id)).toEqual(["s:1"]);
  });
});

type Shown = "measures" | "exercises" | "check_ins" | "foods" | "recipes" | "runs" | "days";

const SHOWN: Record<Shown, Exclude<Subject, "session" | "set">> = {
  measures: "measure",
  exercises: "exercise",
  check_ins: "check-in",
  foods: "food",
  recipes: "recipe",
  runs: "run",
  days: "day",
};

interface Vector {
  name: string;
  events: Event[];
  state: Partial<Record<Subject, Record<string, Change>>>;
  shown: { sessions: [string, string[]][] } & Partial<Record<Shown, string[]>>;
}

const VECTORS = JSON.parse(readFileSync(new URL("../../tests/log/fold_vectors.json", import.meta.url), "utf8")) as Vector[];

describe("vectors shared with the server", () => {
  it.each(VECTORS.map((vector) => [vector.name, vector] as const))("%s", (_, { events, state, shown }) => {
    const things = new Things();
    for (const one of events) things.add(one);
    for (const { about, of } of events) expect(things.raw(about, of)).toEqual(state[about]?.[of]);
    expect(things.sessions().map(({ id, sets }) => [id, sets.map((set) => set.id)])).toEqual(shown.sessions);
    for (const [name, about] of Object.entries(SHOWN)) {
      const ids = things.all(about).map(({ id }) => id);
      expect(ids.sort()).toEqual([...(shown[name as Shown] ?? [])].sort());
    }
  });
});
