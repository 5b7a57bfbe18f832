import { describe, expect, it } from "vitest";
import { loadingOf, platesFor, shareOf } from "../src/player/mass";
import { afterSet, advice, blockOf, chanceOf, leaveOut, loadOf, next, repsOf, resumeAt, tally } from "../src/player/progress";
import { extraKey } from "../src/player/keys";
import { buildRun, type Run, type RunStep, setId } from "../src/player/run";
import { chanceWords } from "../src/ui/Chance";
import { beatAt, repSeconds } from "../src/player/tempo";
import type { Block, LoggedSession, LoggedSet, PlayStep, SessionSteps } from "../src/types";

const ID = "plan-1:2026-11-23";

const block = (key: string, more: Partial<Block> = {}): Block => ({
  key,
  role: "main",
  exercise: `${key}-exercise`,
  name: key,
  variant: "usual",
  variant_name: "",
  how: "",
  sets: "",
  load_on: "barbell",
  ...more,
});

const start = (of: string, number: number, more: Partial<PlayStep> = {}): PlayStep => ({
  key: `${of}.${number}`,
  block: of,
  kind: "set",
  text: "",
  say: "",
  seconds: 40,
  set_number: number,
  sets: 2,
  set_key: `${of}.${number}`,
  reps: [8, 10],
  load: { mass: "80 kg", text: "80 kg", on: "barbell", bar: "20 kg" },
  ...more,
});

const rest = (of: string, number: number): PlayStep => ({
  key: `${of}.${number}.rest`,
  block: of,
  kind: "rest",
  text: "Rest",
  say: "",
  seconds: 90,
  set_number: number,
  rest: [60, 90],
});

const drop = (of: string, number: number): PlayStep => ({
  ...start(of, number),
  key: `${of}.${number}.01`,
  kind: "drop",
  part_key: "01",
  part_kind: "drop",
  load: { mass: "60 kg", text: "60 kg", on: "barbell", bar: "20 kg" },
  share: 0.75,
});

const fewer: PlayStep["what_if"] = [{ when: "fewer-reps", do: "lower-load", say: "Less.", below: 8, load: { mass: "72.5 kg", text: "72.5 kg", on: "barbell" } }];

const PLANNED: SessionSteps = {
  id: ID,
  plan: "plan-1",
  date: "2026-11-23",
  weekday: "Monday",
  week: 1,
  deload: false,
  name: "Quads",
  minutes: 60,
  parts: ["quads"],
  blocks: [
    block("a", {
      alternatives: [
        { exercise: "other", name: "Other", variant: "usual", variant_name: "", how: "", why: "", load_on: "stack", steps: [1, 2].map((number) => start("a", number, { key: `a.s1.${number}`, set_key: `a.s1.${number}` })) },
      ],
    }),
    block("b"),
  ],
  steps: [
    start("a", 1, { what_if: fewer }),
    drop("a", 1),
    rest("a", 1),
    start("a", 2),
    drop("a", 2),
    start("b", 1),
    rest("b", 1),
    start("b", 2),
  ],
};

function run(sets: Record<string, Partial<LoggedSet>> = {}, session: Partial<LoggedSession> = {}, extras: string[] = []): Run {
  return buildRun({
    id: ID,
    planned: PLANNED,
    session: { start: "2026-11-23T18:00:00", name: "Quads", ...session },
    sets: Object.entries(sets).map(([key, value]) => ({ id: `${ID}:${key}`, value: { session: ID, name: key, ...value } })),
    extras,
    known: (id) => ({ id, name: id, part: null, oneSided: id === "one-legged", loadOn: "" }),
  });
}

const keys = (of: Run): string[] => of.steps.map(({ key }) => key);

describe("a run", () => {
  it("is the planned steps as long as nothing is changed", () => {
    expect(keys(run())).toEqual(PLANNED.steps.map(({ key }) => key));
  });

  it("follows the order the athlete gave to the blocks", () => {
    expect(keys(run({}, { sequence: ["b", "a"] }))).toEqual(["b.1", "b.1.rest", "b.2", "a.1", "a.1.01", "a.1.rest", "a.2", "a.2.01"]);
  });

  it("takes the steps of a swapped exercise and keeps the sets that are done", () => {
    const swapped = run({ "a.1": { reps: 8, parts: { "01": { kind: "drop", reps: 5 } } } }, { swaps: { a: "other" } });
    expect(swapped.blocks[0]).toMatchObject({ exercise: "other", name: "Other", swapped: true });
    expect(keys(swapped).slice(0, 4)).toEqual(["a.1", "a.1.01", "a.1.rest", "a.s1.2"]);
    expect(swapped.steps[resumeAt(swapped)]?.key).toBe("a.s1.2");
  });

  it("goes on to the last drop with the exercise that a set was begun with", () => {
    const begun = { "a.1": { exercise: "a-exercise", name: "a", reps: 8, load: "80 kg" } };
    for (const stands of ["other", "hop"]) {
      const swapped = run(begun, { swaps: { a: stands } });
      const [first, link, , after] = swapped.steps.filter(({ block: of }) => of === "a") as RunStep[];
      expect([first, link].map((step) => blockOf(swapped, step as RunStep)?.name)).toEqual(["a", "a"]);
      expect(loadOf(swapped, link as RunStep).load?.mass).toBe("60 kg");
      expect(blockOf(swapped, after as RunStep)?.exercise).toBe(stands);
    }
    const back = run({ "a.s1.1": { exercise: "other", name: "Other", reps: 8 } });
    expect(back.steps.every(({ begunAs }) => begunAs === undefined)).toBe(true);
  });

  it("asks for any exercise that stands in without a load", () => {
    const swapped = run({}, { swaps: { b: "hop" } });
    expect(swapped.steps.filter(({ block: of }) => of === "b").map(({ load }) => load ?? null)).toEqual([null, null, null]);
  });

  it("repeats the whole last set for an added one, after a rest, on every device once it is logged", () => {
    const key = extraKey("a", "0123456789ab");
    expect(keys(run({}, {}, [key])).slice(0, 8)).toEqual(["a.1", "a.1.01", "a.1.rest", "a.2", "a.2.01", `${key}.rest`, key, `${key}.01`]);
    expect(keys(run({ [key]: { reps: 6 } }))).toEqual(keys(run({}, {}, [key])));
  });

  it("offers one more set of an added exercise, left and right apart where it is done with one leg", () => {
    const added = { added: { a1: "hop", a2: "one-legged" } };
    const tail = (of: Run) => keys(of).filter((key) => key.startsWith("a1") || key.startsWith("a2"));
    expect(tail(run({}, added))).toEqual(["a1.1", "a2.1L", "a2.1R"]);
    expect(tail(run({ "a1.1": { reps: 5 }, "a2.1L": { reps: 5 } }, added))).toEqual(["a1.1", "a1.1.rest", "a1.2", "a2.1L", "a2.1R", "a2.1.rest", "a2.2L", "a2.2R"]);
  });
});

describe("the place in a run", () => {
  it("goes on after the last step that is logged", () => {
    expect(run().steps[resumeAt(run())]?.key).toBe("a.1");
    const begun = run({ "a.1": { reps: 8 } });
    expect(begun.steps[resumeAt(begun)]?.key).toBe("a.1.01");
    const whole = run({ "b.2": { reps: 8 } });
    expect(resumeAt(whole)).toBe(whole.steps.length);
  });

  it("passes what another device has logged, with the rest before it", () => {
    const other = run({ "a.2": { reps: 8, parts: { "01": { kind: "drop", reps: 5 } } } });
    expect(other.steps[next(other, 1)]?.key).toBe("b.1");
  });

  it("passes the drops and the rest of a set that is left out", () => {
    const left = run({ "a.1": { skipped: true } });
    expect(left.steps[afterSet(left, 0)]?.key).toBe("a.2");
    expect(tally(left, "a")).toEqual({ all: 2, done: 0, skipped: 1 });
  });
});

describe("what-if rules", () => {
  const second = PLANNED.steps[3] as PlayStep;

  it("lower the load of the next set after too few reps", () => {
    const few = run({ "a.1": { reps: 6, load: "80 kg" } });
    expect(loadOf(few, second).load?.mass).toBe("72.5 kg");
    expect(loadOf(few, second).because?.say).toBe("Less.");
    expect(loadOf(run({ "a.1": { reps: "8", load: "80 kg" } }), second).because).toBeNull();
  });

  it("take a tenth off a load that the athlete chose", () => {
    expect(loadOf(run({ "a.1": { reps: 6, load: "100 kg" } }), second).load?.mass).toBe("90 kg");
  });

  it("carry a load that the athlete chose to the next sets and to the drops", () => {
    const own = run({ "a.1": { reps: 9, load: "100 kg" } });
    expect(loadOf(own, second).load).toMatchObject({ mass: "100 kg", per_side: ["25 kg", "15 kg"] });
    expect(loadOf(own, PLANNED.steps[1] as PlayStep).load?.mass).toBe("75 kg");
    expect(repsOf(own, second)).toBe(9);
  });

  it("tell that a work set without a pause was none", () => {
    const step = start("a", 1, { what_if: [{ when: "no-pause-needed", do: "heavier-next-time", say: "More." }] });
    const set = { session: ID, name: "a", reps: 20 };
    expect(advice(step, { ...set, pauses: 0 })).toHaveLength(1);
    expect(advice(step, { ...set, pauses: 1 })).toHaveLength(0);
    expect(advice(step, set)).toHaveLength(0);
  });

  it("leave out blocks until the time suffices", () => {
    const rule = { when: "out-of-time", do: "leave-out", say: "", blocks: ["b", "a"] } as const;
    expect(leaveOut(run(), 0, rule, 60)).toEqual([]);
    expect(leaveOut(run(), 0, rule, 5)).toEqual(["b"]);
    expect(leaveOut(run(), 0, rule, 1)).toEqual(["b", "a"]);
  });
});

describe("loads", () => {
  it("are made of the plates there are", () => {
    expect(platesFor({ value: 142.5, unit: "kg" }, { value: 20, unit: "kg" })).toEqual(["25 kg", "25 kg", "10 kg", "1.25 kg"]);
    expect(platesFor({ value: 225, unit: "lb" }, { value: 45, unit: "lb" })).toEqual(["45 lb", "45 lb"]);
    expect(platesFor({ value: 81, unit: "kg" }, { value: 20, unit: "kg" })).toBeNull();
  });

  it("keep what they are put on", () => {
    expect(loadingOf("65 kg", { mass: "60 kg", text: "", on: "stack", pin: "60 kg" })).toMatchObject({ pin: "65 kg", text: "pin at 65 kg" });
  });

  it("are rounded down to what they can change by", () => {
    expect(shareOf("100 kg", 0.86, "5 kg")).toBe("85 kg");
    expect(shareOf("100 lb", 0.9, null)).toBe("90 lb");
    expect(shareOf("3 kg", 0.1, null)).toBe("2.5 kg");
  });
});

describe("a tempo", () => {
  it("goes through the phases of each rep second by second", () => {
    const tempo = [3, 1, 0, 1] as const;
    expect(repSeconds(tempo)).toBe(6);
    const told = [0, 2.9, 3, 4, 5, 6].map((elapsed) => beatAt(tempo, elapsed));
    expect(told.map(({ rep, phase, second }) => [rep, phase, second])).toEqual([[1, 0, 0], [1, 0, 2], [1, 1, 0], [1, 2, 0], [1, 3, 0], [2, 0, 0]]);
  });
});

it("ids of planned sets are the session and the key of the set", () => {
  expect(setId(run(), PLANNED.steps[1] as PlayStep)).toBe(`${ID}:a.1`);
});

describe("the chance of a set", () => {
  const load = { mass: "80 kg", text: "80 kg", on: "barbell" } as const;
  const set = { ...start("a", 1, { load, chance: 0.86 }) } as RunStep;

  it("holds for the planned load of a work set alone", () => {
    expect(chanceOf(set, load)).toBe(0.86);
    expect(chanceOf(set, { ...load, mass: "75 kg" })).toBeNull();
    expect(chanceOf(set, null)).toBeNull();
    expect(chanceOf({ ...set, set_kind: "warm-up" }, load)).toBeNull();
    expect(chanceOf({ ...set, chance: null }, load)).toBeNull();
  });

  it.each([
    [0.99, "Almost sure you make it"],
    [0.86, "9 in 10 you make it"],
    [0.12, "1 in 10 you make it"],
    [0.02, "You will hardly make it"],
  ])("%f is told as a lifter says it", (chance, words) => {
    expect(chanceWords(chance)).toBe(words);
  });
});
