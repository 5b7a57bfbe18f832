/** Whatever an athlete does to a session, it can be played to its end and nothing that was logged falls out of it. */

import { describe, expect, it } from "vitest";
import { afterSet, isDone, isLogged, loadAtHand, next, placeOf, tally } from "../src/player/progress";
import { extraKey } from "../src/player/keys";
import { buildRun, inBrief, type Run, type RunStep, setId } from "../src/player/run";
import { aimOf, detailOf, inShort, moveOf, placeInSet, seconds } from "../src/player/words";
import type { Today } from "../src/readiness/rules";
import type { Block, LoggedSet, PlayStep, SessionSteps } from "../src/types";

const ID = "plan-1:2026-11-23";

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function steps(block: string, mark: string, shape: "plain" | "drops" | "sides", count: number): PlayStep[] {
  const common = { block, text: "", say: "", seconds: 30, reps: [8, 10] as const };
  return Array.from({ length: count }, (_, at) => at + 1).flatMap((number) => {
    const key = `${block}.${mark}${number}`;
    const set = (letter: string, side: "left" | "right" | null): PlayStep => ({ ...common, key: key + letter, set_key: key + letter, kind: "set", set_number: number, sets: count, side });
    const drop = (part: string): PlayStep => ({ ...common, key: `${key}.${part}`, set_key: key, kind: "drop", part_key: part, part_kind: "drop", set_number: number });
    const rest: PlayStep = { ...common, key: `${key}.rest`, kind: "rest", set_number: number, rest: [60, 90] };
    const own = shape === "sides" ? [set("L", "left"), set("R", "right")] : shape === "drops" ? [set("", null), drop("01"), drop("02")] : [set("", null)];
    return number < count ? [...own, rest] : own;
  });
}

const SHAPES = ["plain", "drops", "sides"] as const;

function planned(roll: (sides: number) => number): SessionSteps {
  const names = ["a", "b", "c", "d"].slice(0, 2 + roll(3));
  const blocks = names.map((key): Block => {
    const others = [0, 1].map((other) => ({
      exercise: `${key}-other-${other}`,
      name: `Other ${other}`,
      variant: "usual",
      variant_name: "",
      how: "",
      why: "",
      load_on: "stack",
      steps: steps(key, `s${other}f.`, SHAPES[roll(3)] ?? "plain", 1 + roll(4)),
    }));
    return { key, role: "main", exercise: key, name: key, variant: "usual", variant_name: "", how: "", sets: "", load_on: "barbell", group: roll(4) === 0 ? "pair" : "", alternatives: others };
  });
  const all = names.flatMap((key) => steps(key, "", SHAPES[roll(3)] ?? "plain", 1 + roll(4)));
  return { id: ID, plan: "plan-1", date: "2026-11-23", weekday: "Monday", week: 1, deload: false, name: "Legs", minutes: 60, parts: [], blocks, steps: all };
}

/** A session to which many things were done, as a run. */
class Athlete {
  readonly sets = new Map<string, LoggedSet>();
  swaps: Record<string, string> = {};
  added: Record<string, string> = {};
  sequence: string[] = [];
  extras: string[] = [];
  readonly plan: SessionSteps;
  today: Today = { holding: [], overruled: new Set(), blocks: new Map() };

  constructor(private readonly roll: (sides: number) => number) {
    this.plan = planned(roll);
  }

  run(): Run {
    const { swaps, added, sequence } = this;
    const sets = [...this.sets].map(([id, value]) => ({ id, value }));
    const known = (id: string) => ({ id, name: id, part: null, oneSided: id === "one-legged", loadOn: "" });
    return buildRun({ id: ID, planned: this.plan, session: { start: "2026-11-23T18:00:00", name: "Legs", swaps, added, sequence }, sets, extras: this.extras, known, today: this.today });
  }

  act(): void {
    const run = this.run();
    const block = run.blocks[this.roll(run.blocks.length)];
    const step = run.steps[this.roll(run.steps.length)];
    const what = this.roll(13);
    if (what === 12) this.checkIn();
    if (what < 6 && step && isLogged(step)) this.log(run, step, what === 0);
    else if (what === 6 && block && !block.added) this.swaps[block.key] = block.alternatives[this.roll(block.alternatives.length)]?.exercise ?? "any";
    else if (what === 7 && block) delete this.swaps[block.key];
    else if (what === 8) this.sequence = [...run.blocks].sort(() => this.roll(3) - 1).map(({ key }) => key);
    else if (what === 9) this.added[`a${this.roll(3)}`] = this.roll(2) ? "hop" : "one-legged";
    else if (what === 10 && block && !block.added) this.extras = [...this.extras, extraKey(block.key, String(this.extras.length).padStart(12, "0"))];
    else if (what === 11 && this.sets.size) this.sets.delete([...this.sets.keys()][this.roll(this.sets.size)] ?? "");
  }

  /** A check-in of any kind comes in, or is overruled. */
  private checkIn(): void {
    const changes = this.plan.blocks.flatMap(({ key, alternatives }) => {
      const swap = this.roll(3) ? null : (alternatives?.[this.roll(2)]?.exercise ?? null);
      const change = { leftOut: this.roll(4) === 0, swap, share: this.roll(2) ? 1 : 0.9, setsLess: this.roll(3) };
      return this.roll(2) ? [[key, change] as const] : [];
    });
    this.today = { holding: [], overruled: new Set(), blocks: new Map(changes) };
  }

  private log(run: Run, step: RunStep, skipped: boolean): void {
    const of = setId(run, step);
    const exercise = (step.begunAs ?? run.blocks.find(({ key }) => key === step.block))?.exercise ?? "";
    const old = this.sets.get(of) ?? { session: ID, name: exercise, exercise };
    const part = step.part_key && !skipped ? { parts: { ...old.parts, [step.part_key]: { kind: "drop" as const, reps: 5 } } } : { reps: 8 };
    this.sets.set(of, { ...old, ...part, ...(skipped ? { skipped } : {}) });
  }
}

const HISTORIES = Array.from({ length: 200 }, (_, seed) => seed + 1);

function athletes(): Athlete[] {
  return HISTORIES.map((seed) => {
    const roll = dice(seed);
    const athlete = new Athlete(roll);
    for (let times = roll(25); times > 0; times--) athlete.act();
    return athlete;
  });
}

describe("a run after anything that can be done to it", () => {
  it("has every step once, all of a block of the session", () => {
    for (const athlete of athletes()) {
      const run = athlete.run();
      const keys = run.steps.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const blocks = new Set(run.blocks.map(({ key }) => key));
      expect(run.steps.every(({ block }) => blocks.has(block))).toBe(true);
    }
  });

  it("is played to its end: step by step all that is not done is passed once", () => {
    for (const athlete of athletes()) {
      const run = athlete.run();
      const passed: number[] = [];
      for (let at = next(run, -1); at < run.steps.length; at = next(run, at)) passed.push(at);
      expect(passed).toEqual([...new Set(passed)].sort((a, b) => a - b));
      const left = run.steps.flatMap((step, at) => (isLogged(step) && !isDone(run, step) ? [at] : []));
      expect(left.filter((at) => !passed.includes(at))).toEqual([]);
    }
  });

  it("shows every planned set that was logged, whatever stands in for its exercise since", () => {
    for (const athlete of athletes()) {
      const run = athlete.run();
      const shown = new Set(run.steps.map((step) => setId(run, step)));
      const own = new Set(athlete.plan.steps.map((step) => setId(run, step)));
      expect([...athlete.sets.keys()].filter((id) => own.has(id) && !shown.has(id))).toEqual([]);
    }
  });

  it("is the same from the same events, in whatever order they came", () => {
    for (const athlete of athletes()) {
      const before = athlete.run();
      const sets = [...athlete.sets].reverse();
      athlete.sets.clear();
      for (const [id, set] of sets) athlete.sets.set(id, set);
      athlete.extras = [...athlete.extras].reverse();
      expect(athlete.run().steps).toEqual(before.steps);
    }
  });

  it("keeps blocks of a group next to each other", () => {
    for (const athlete of athletes()) {
      const groups = athlete.run().blocks.map(({ key, group }) => group || key);
      expect(groups.filter((group, at) => group !== groups[at - 1])).toHaveLength(new Set(groups).size);
    }
  });

  it("counts no more sets done than there are, and all of them at the end", () => {
    for (const athlete of athletes()) {
      const run = athlete.run();
      for (const { key, added } of run.blocks) {
        const { all, done, skipped } = tally(run, key);
        expect(done + skipped).toBeLessThanOrEqual(all);
        const open = run.steps.some((step) => step.block === key && isLogged(step) && !step.open && step.kind === "set" && !isDone(run, step));
        if (!added) expect(done + skipped === all).toBe(!open);
      }
    }
  });

  it("goes on behind a set that is left out, never before it", () => {
    for (const athlete of athletes()) {
      const run = athlete.run();
      run.steps.forEach((step, at) => {
        if (isLogged(step)) expect(afterSet(run, at)).toBeGreaterThan(at);
      });
    }
  });

  it("finds a place for every key, known or not, in which there is something to do", () => {
    for (const athlete of athletes()) {
      const run = athlete.run();
      for (const step of athlete.plan.steps) {
        const at = placeOf(run, step.key);
        const there = run.steps[at];
        if (run.steps.some(({ key }) => key === step.key)) expect(there?.key).toBe(step.key);
        else if (run.steps.some((one) => one.block === step.block && isLogged(one) && !isDone(run, one))) expect(there?.block).toBe(step.block);
      }
      expect(placeOf(run, null)).toBe(run.steps.length);
    }
  });
});

describe("the sets of a block", () => {
  const block: Block = { key: "a", role: "main", exercise: "a", name: "a", variant: "usual", variant_name: "", how: "", sets: "", load_on: "barbell" };
  const ramp: PlayStep = { key: "a.w1", set_key: "a.w1", block: "a", kind: "set", set_kind: "warm-up", text: "", say: "", seconds: 30, reps: [5, 5] };
  const session = (all: PlayStep[]): SessionSteps => ({ id: ID, plan: "p", date: "2026-11-23", weekday: "Monday", week: 1, deload: false, name: "Legs", minutes: 60, parts: [], blocks: [block], steps: all });
  const run = (all: PlayStep[], done: Record<string, Partial<LoggedSet>> = {}): Run =>
    buildRun({ id: ID, planned: session(all), session: null, sets: Object.entries(done).map(([key, set]) => ({ id: `${ID}:${key}`, value: { session: ID, name: "a", ...set } })), extras: [], known: () => null });

  it("are counted once for both sides, and done when both are", () => {
    const both = steps("a", "", "sides", 2);
    expect(tally(run(both, { "a.1L": { reps: 8 } }), "a")).toEqual({ all: 2, done: 0, skipped: 0 });
    expect(tally(run(both, { "a.1L": { reps: 8 }, "a.1R": { skipped: true } }), "a")).toEqual({ all: 2, done: 1, skipped: 0 });
    expect(tally(run(both, { "a.2L": { skipped: true }, "a.2R": { skipped: true } }), "a")).toEqual({ all: 2, done: 0, skipped: 1 });
  });

  it("are counted without ramp-up sets, unless there are no others", () => {
    expect(tally(run([ramp, ...steps("a", "", "plain", 3)], { "a.w1": { reps: 5 } }), "a")).toEqual({ all: 3, done: 0, skipped: 0 });
    expect(tally(run([ramp], { "a.w1": { reps: 5 } }), "a")).toEqual({ all: 1, done: 1, skipped: 0 });
  });

  it("take the load that was entered, put on as planned, and none where none was taken", () => {
    const load = { mass: "60 kg", text: "pin at 60 kg", on: "stack", pin: "60 kg" } as const;
    const one = run([{ ...(steps("a", "", "plain", 1)[0] as PlayStep), load }]);
    const step = one.steps[0] as RunStep;
    expect(loadAtHand(one, step, undefined, "kg").load).toEqual(load);
    expect(loadAtHand(one, step, "65 kg", "kg").load).toMatchObject({ mass: "65 kg", pin: "65 kg" });
    expect(loadAtHand(one, step, null, "kg").load).toBeNull();
  });

  it("without a planned load are put on what the exercise is done with", () => {
    const free = run(steps("a", "", "plain", 1));
    expect(loadAtHand(free, free.steps[0] as RunStep, "60 kg", "kg").load).toMatchObject({ bar: "20 kg", per_side: ["20 kg"] });
  });
});

describe("the words of a step", () => {
  const step = (more: Partial<PlayStep>): RunStep => ({ key: "a.1", set_key: "a.1", block: "a", kind: "set", text: "", say: "", seconds: 40, set_number: 1, sets: 3, ...more });

  it.each<[Partial<PlayStep>, string]>([
    [{}, "Set 1 of 3"],
    [{ sets: 1 }, "Set 1"],
    [{ text: "Ramp-up set: 5 reps" }, "Ramp-up set"],
    [{ text: "Work set 2 of 4: 20 reps" }, "Work set 2 of 4"],
    [{ kind: "drop", link: 3 }, "Set 1, drop 2"],
    [{ kind: "rest-pause" }, "Rest-pause"],
  ])("say which set it is: %o", (more, words) => {
    expect(placeInSet(step(more))).toBe(words);
  });

  it.each<[Partial<PlayStep>, string]>([
    [{ reps: [8, 10] }, "8–10 reps"],
    [{ reps: [1, 1] }, "1 rep"],
    [{ reps: [20, 20], unit: "steps", side: "in-turn" }, "20 steps each side"],
    [{ reps: [8, 8], to_failure: true }, "8 reps, to failure"],
    [{ to_failure: true }, "Max reps"],
    [{ hold: [30, 45] }, "30–45 seconds"],
    [{ hold: [300, 300] }, "5:00 minutes"],
    [{}, " "],
  ])("say what is aimed at: %o", (more, words) => {
    const { figure, unit } = aimOf(step(more));
    expect(`${figure} ${unit}`).toBe(words);
  });

  it("say what to do before a drop, and nothing before other sets", () => {
    expect(moveOf(step({ kind: "drop", text: "Move the pin to 115 kg: 8 reps" }))).toBe("Move the pin to 115 kg");
    expect(moveOf(step({ text: "Set 1 of 3: 8 reps" }))).toBeNull();
  });

  it("say what else a set asks for", () => {
    expect(detailOf(step({ text: "Set 1 of 3: 8 reps, stop with 3 in reserve" }))).toBe("Stop with 3 in reserve");
    expect(detailOf(step({ text: "Set 1 of 3: 8 reps" }))).toBe("");
  });

  it("say what comes next in short", () => {
    const load = { mass: "60 kg", text: "pin at 60 kg", on: "stack", pin: "60 kg" } as const;
    expect(inShort("Leg curl", step({ reps: [8, 10], side: "left", load }))).toBe("Leg curl, left: 8–10 reps, pin at 60 kg");
    expect([45, 60, 90].map(seconds)).toEqual(["45 s", "1:00 min", "1:30 min"]);
  });

  it("say a set in brief", () => {
    expect(inBrief({ session: ID, name: "a", reps: "8.0", load: "80 kg", side: "left" })).toBe("L 8 × 80 kg");
    expect(inBrief({ session: ID, name: "a", seconds: 45 })).toBe("45 s");
  });
});
