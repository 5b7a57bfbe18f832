/** The check-in: the rules as the server applies them, and a session that is never more than its plan. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changeOf, draftOf } from "../src/check-in/draft";
import { inBrief } from "../src/check-in/words";
import { merge } from "../src/log";
import { lightened, readMass } from "../src/player/mass";
import { loadOf } from "../src/player/progress";
import { buildRun, type Run, type RunStep, setId } from "../src/player/run";
import { type BlockToday, sessionToday, type Today } from "../src/readiness/rules";
import type { Block, CheckIn, LoggedSet, PlayStep, SessionSteps } from "../src/types";

interface Vector {
  name: string;
  session: number;
  now: string;
  check_ins: Record<string, CheckIn>;
  trained: Record<string, string>;
  overruled: string[];
  holding: string[];
  blocks: Record<string, { left_out?: boolean; swap?: string; share?: number; sets_less?: number }>;
}

const FILE = new URL("../../tests/session/readiness_vectors.json", import.meta.url);
const { sessions, cases } = JSON.parse(readFileSync(FILE, "utf8")) as { sessions: SessionSteps[]; cases: Vector[] };

describe("vectors shared with the server", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { session, now, check_ins, trained, overruled, holding, blocks }) => {
    const told = {
      date: now.slice(0, 10),
      checkIn: (date: string) => check_ins[date] ?? null,
      hoursSince: (part: string) => (trained[part] ? (Date.parse(`${now}Z`) - Date.parse(`${trained[part]}Z`)) / 3_600_000 : Number.POSITIVE_INFINITY),
    };
    const today = sessionToday(sessions[session] as SessionSteps, told, new Set(overruled));
    expect(today.holding.map(({ id }) => id)).toEqual(holding);
    const expected = Object.entries(blocks).map(([key, { left_out: leftOut = false, swap = null, share = 1, sets_less: setsLess = 0 }]) => [key, { leftOut, swap, share, setsLess }]);
    expect([...today.blocks]).toEqual(expected);
  });
});

const ID = "plan-1:2026-11-23";
const block = (key: string): Block => ({ key, role: "main", exercise: key, name: key, variant: "usual", variant_name: "", how: "", sets: "", load_on: "stack", increment: "5 kg" });
const pin = (mass: string) => ({ mass, text: `pin at ${mass}`, on: "stack" as const, pin: mass });

function set(of: string, key: string, more: Partial<PlayStep> = {}): PlayStep {
  return { key: `${of}.${key}`, block: of, kind: "set", text: "", say: "", seconds: 40, set_key: `${of}.${key}`, reps: [8, 10], load: pin("84 kg"), ...more };
}

const numbered = (of: string, number: number): PlayStep =>
  set(of, String(number), {
    set_number: number,
    sets: 3,
    text: `Set ${number} of 3: 8-10 reps, pin at 84 kg`,
    say: "8 to 10 reps, pin at 84 kilos",
    what_if: [{ when: "fewer-reps", do: "lower-load", say: "Fewer than 8 reps: take 74 kg next set.", below: 8, load: pin("74 kg") }],
  });
const drop = (of: string): PlayStep => ({ ...set(of, "3.01"), kind: "drop", set_key: `${of}.3`, part_key: "01", part_kind: "drop", set_number: 3, sets: 3, load: pin("64 kg"), text: "Move the pin to 64 kg: 8 reps" });
const rest = (of: string, number: number): PlayStep => ({ key: `${of}.${number}.rest`, block: of, kind: "rest", text: "", say: "", seconds: 90, set_number: number, rest: [60, 90] });
const lead: PlayStep = set("a", "w1", {
  set_kind: "warm-up",
  reps: [3, 3],
  load: pin("64 kg"),
  what_if: [{ when: "warm-up-heavy", do: "lower-load", say: "Take 79 kg.", below: 3, reserve: 4, load: pin("79 kg") }],
});
const of = (name: string): PlayStep[] => [numbered(name, 1), rest(name, 1), numbered(name, 2), rest(name, 2), numbered(name, 3), drop(name)];
const PLAN: SessionSteps = {
  id: ID, plan: "plan-1", date: "2026-11-23", weekday: "Monday", week: 1, deload: false, name: "Legs", minutes: 60, parts: [],
  blocks: [block("a"), block("b")],
  steps: [lead, ...of("a"), ...of("b")],
};

function runWith(change: Partial<BlockToday> | null, done: Record<string, Partial<LoggedSet>> = {}): Run {
  const whole: BlockToday = { leftOut: false, swap: null, share: 1, setsLess: 0, ...change };
  const today: Today = { holding: [], overruled: new Set(), blocks: new Map(change ? [["a", whole]] : []) };
  const sets = Object.entries(done).map(([key, fields]) => ({ id: `${ID}:${key}`, value: { session: ID, name: "a", ...fields } }));
  return buildRun({ id: ID, planned: PLAN, session: { start: "2026-11-23T18:00:00", name: "Legs" }, sets, extras: [], known: () => null, today });
}

const keys = (run: Run, name: string) => run.steps.filter((step) => step.block === name).map(({ key }) => key);
const stepOf = (run: Run, key: string) => run.steps.find((step) => step.key === key) as RunStep;

describe("a session as today's check-in leaves it", () => {
  it("is the plan where nothing changes", () => {
    expect(runWith(null).steps).toEqual(PLAN.steps);
  });

  it("loses what is left out, and keeps what was done of it", () => {
    const out = runWith({ leftOut: true });
    expect(keys(out, "a")).toEqual([]);
    expect(out.blocks.map(({ key }) => key)).toEqual(["b"]);
    expect(keys(out, "b")).toEqual(keys(runWith(null), "b"));
    const begun = runWith({ leftOut: true }, { "a.1": { reps: 8 } });
    expect(keys(begun, "a")).toEqual(["a.1"]);
  });

  it("loses its last set, with its drops and the rest before it", () => {
    const less = runWith({ setsLess: 1 });
    expect(keys(less, "a")).toEqual(["a.w1", "a.1", "a.1.rest", "a.2"]);
    expect(stepOf(less, "a.2").text).toMatch(/^Set 2 of 2:/);
    expect(keys(runWith({ setsLess: 9 }), "a")).toEqual(["a.w1", "a.1"]);
    expect(keys(runWith({ setsLess: 1 }, { "a.3": { reps: 8 } }), "a")).toEqual(keys(runWith(null), "a"));
    const more = runWith({ setsLess: 1 }, { "a.x0123456789ab": { reps: 8 } });
    expect(keys(more, "a").slice(3)).toEqual(["a.2", "a.x0123456789ab.rest", "a.x0123456789ab", "a.x0123456789ab.01"]);
  });

  it("is lighter in every set and drop, by whole steps, and in what is taken after a hard set", () => {
    const light = runWith({ share: 0.9 });
    expect(stepOf(light, "a.1").load?.mass).toBe("74 kg");
    expect(stepOf(light, "a.1").text).toBe("Set 1 of 3: 8-10 reps, pin at 74 kg");
    expect(stepOf(light, "a.1").say).toBe("8 to 10 reps, pin at 74 kilos");
    expect(stepOf(light, "a.3.01").load?.mass).toBe("54 kg");
    expect(stepOf(light, "a.1").what_if?.[0]?.load?.mass).toBe("64 kg");
    expect(stepOf(light, "a.1").what_if?.[0]?.say).toContain("64 kg");
    expect(stepOf(light, "b.1").load?.mass).toBe("84 kg");
  });

  it("goes on lighter after a set that was begun as planned, but keeps a load of the athlete's own", () => {
    const asPlanned = runWith({ share: 0.9 }, { "a.1": { reps: 9, load: "84 kg" } });
    expect(loadOf(asPlanned, stepOf(asPlanned, "a.2")).load?.mass).toBe("74 kg");
    const own = runWith({ share: 0.9 }, { "a.1": { reps: 9, load: "79 kg" } });
    expect(loadOf(own, stepOf(own, "a.2")).load?.mass).toBe("79 kg");
  });
});

describe("a warm-up that was heavy", () => {
  const first = (done: Partial<LoggedSet>, share = 1) => {
    const run = runWith({ share }, { "a.w1": { reps: 3, ...done } });
    return loadOf(run, stepOf(run, "a.1")).load?.mass;
  };
  it.each([
    ["as it should be", { rpe: 6 }, "84 kg"],
    ["light and easy", { rpe: 1, reps: 9 }, "84 kg"],
    ["of unknown effort", {}, "84 kg"],
    ["too hard", { rpe: 7 }, "79 kg"],
    ["ended early", { reps: 2 }, "79 kg"],
  ])("%s", (_, done, load) => {
    expect(first(done)).toBe(load);
  });
  it("takes off from what the check-in left", () => {
    expect(first({ rpe: 9 }, 0.95)).toBe("74 kg");
  });
});

describe("a load made lighter", () => {
  it.each([
    ["84 kg", 0.95, "79 kg"],
    ["84 kg", 0.7, "54 kg"],
    ["10 kg", 0.95, "5 kg"],
    ["5 kg", 0.5, "5 kg"],
  ])("%s by %d is %s", (mass, share, expected) => {
    expect(lightened(pin(mass), share, "5 kg").mass).toBe(expected);
  });
  it("never takes the bar apart", () => {
    const bar = { mass: "30 kg", text: "30 kg", on: "barbell" as const, bar: "20 kg", per_side: ["5 kg"] };
    expect(lightened(bar, 0.5, "2.5 kg")).toMatchObject({ mass: "20 kg", per_side: [] });
  });
  it("is never heavier", () => {
    for (let kg = 1; kg < 200; kg += 3) {
      for (const share of [0.7, 0.9, 0.95]) expect(readMass(lightened(pin(`${kg} kg`), share, "5 kg").mass)?.value).toBeLessThanOrEqual(kg);
    }
  });
});

describe("filling in a check-in", () => {
  const known: CheckIn = { sleep: "7.5", stress: 2, soreness: { calves: 2, hams: 1 }, pain: { knee: 3 }, cycle: ["luteal"], note: "Late." };

  it("changes nothing where nothing was tapped", () => {
    expect(changeOf(draftOf(known), draftOf(known))).toEqual({});
    expect(changeOf(draftOf(null), draftOf(null))).toEqual({});
  });

  it("says only what changed, and leads to what is shown", () => {
    const before = draftOf(known);
    const after = { ...before, sleep: null, hydration: 4, soreness: { ...before.soreness, calves: 0, quads: 3 }, cycle: [], note: " " };
    const change = changeOf(before, after);
    expect(change).toEqual({ sleep: null, hydration: 4, soreness: { calves: null, quads: 3 }, cycle: null, note: null });
    expect(merge(known, change)).toEqual({ stress: 2, hydration: 4, soreness: { hams: 1, quads: 3 }, pain: { knee: 3 } });
  });

  it("is told in brief", () => {
    expect(inBrief(known)).toEqual(["Sleep: 7.5 h", "Stress: low", "Soreness: hams stiff and calves sore", "Pain: knees 3 of 10", "Cycle: luteal"]);
    expect(inBrief({})).toEqual([]);
  });
});

describe("ids", () => {
  it("stay as they are in the plan, so that two devices log the same sets", () => {
    const planned = new Set(PLAN.steps.map((step) => setId({ id: ID }, step)));
    for (const change of [{ share: 0.7 }, { setsLess: 1 }, { leftOut: true }]) {
      for (const step of runWith(change).steps) expect(planned).toContain(setId({ id: ID }, step));
    }
  });
});
