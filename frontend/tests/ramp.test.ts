import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isDone, loadOf, next, repsOf } from "../src/player/progress";
import { nextLoad, outcomeOf, type TestAnswer, workLoad } from "../src/player/ramp";
import { buildRun, type Run, setId } from "../src/player/run";
import type { Block, Loading, LoggedSession, LoggedSet, PlayStep, RampTest, SessionSteps } from "../src/types";

interface Vector {
  first: Loading;
  test: RampTest;
  plays: { sets: { load: string; reps: number; reserve: number }[]; work: string }[];
}

/** Made by tests/session/test_ramp_test.py. */
const VECTORS = JSON.parse(readFileSync(new URL("../../tests/session/ramp_vectors.json", import.meta.url), "utf-8")) as Vector[];
const [squat] = VECTORS as [Vector];
const ID = "plan-1:2026-11-23";

const step = (key: string, more: Partial<PlayStep> = {}): PlayStep => ({ key, block: "squat", kind: "set", text: "", say: "Set", seconds: 20, set_key: key, ...more });
const testSet = (key: string, at: number): PlayStep[] => [
  step(key, { set_kind: "warm-up", reps: [5, 5], set_number: at + 1, sets: 5, text: `Test set ${at + 1}: 5 reps`, load: at ? null : squat.first }),
  step(`${key}.rest`, { kind: "rest", set_key: null, rest: [30, 60] }),
];

const block: Block = {
  key: "squat",
  role: "main",
  exercise: "squat",
  name: "Squat",
  variant: "usual",
  variant_name: "",
  how: "",
  sets: "2 x 8-12",
  load_on: "barbell",
  load_unknown: true,
  ramp_test: { ...squat.test, sets: squat.test.sets.map((key) => key.replace(/^a/, "squat")) },
};

const TESTS = block.ramp_test?.sets ?? [];

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
  blocks: [block],
  steps: [step("squat.go", { kind: "station-change", set_key: null }), ...TESTS.flatMap(testSet), step("squat.1", { reps: [8, 12] }), step("squat.2", { reps: [8, 12] })],
};

const did = (reps: number, rir: number | null, load: string): Partial<LoggedSet> => ({ reps, load, ...(rir === null ? {} : { rpe: 10 - rir }) });

function run(sets: Record<string, Partial<LoggedSet>>, session: Partial<LoggedSession> = {}): Run {
  const logged = Object.entries(sets).map(([key, value]) => ({ id: `${ID}:${key}`, value: { session: ID, name: "Squat", exercise: "squat", ...value } as LoggedSet }));
  return buildRun({ id: ID, planned: PLANNED, session: { start: "", name: "Quads", ...session } as LoggedSession, sets: logged, extras: [], known: (id) => ({ id, name: id, part: null, oneSided: false, loadOn: "stack" }) });
}

const keys = ({ steps }: Run) => steps.filter(({ kind }) => kind === "set").map(({ key }) => key);
const of = (made: Run, key: string) => made.steps.find((one) => one.key === key) as Run["steps"][number];

describe("the rules of a ramp test", () => {
  it.each(VECTORS.flatMap(({ first, test, plays }) => plays.map((play) => ({ first, test, play }))))("are obeyed as on the server, to $play.work", ({ first, test, play }) => {
    let load: Loading | null = first;
    play.sets.forEach((done, at) => {
      expect(load?.mass).toBe(done.load);
      load = at + 1 < test.sets.length ? nextLoad(test, done, 5) : null;
    });
    expect(load).toBeNull();
    expect(workLoad(test, play.sets.at(-1) as TestAnswer).mass).toBe(play.work);
  });

  it("end where fewer reps were done than asked, or nothing was said of what was left", () => {
    expect(nextLoad(squat.test, { load: "20 kg", reps: 4, reserve: 10 }, 5)).toBeNull();
    expect(nextLoad(squat.test, { load: "20 kg", reps: 5, reserve: null }, 5)).toBeNull();
  });

  it("hold in pounds, too", () => {
    const mass = nextLoad(squat.test, { load: "44.1 lb", reps: 5, reserve: 10 }, 5)?.mass ?? "";
    expect(mass).toBe(nextLoad(squat.test, { load: "20 kg", reps: 5, reserve: 10 }, 5)?.mass);
  });
});

describe("a session with a ramp test", () => {
  const [one, two] = TESTS as [string, string];
  const heavier = nextLoad(squat.test, { load: "20 kg", reps: 5, reserve: 8 }, 5) as Loading;

  it("begins with the first load, and nothing is known of the others", () => {
    const made = run({});
    expect(keys(made)).toEqual([...TESTS, "squat.1", "squat.2"]);
    expect(of(made, one).load?.mass).toBe("20 kg");
    expect(TESTS.slice(1).map((key) => of(made, key).load)).toEqual([null, null, null, null]);
    expect(loadOf(made, of(made, "squat.1")).load).toBeNull();
  });

  it("goes on with what the answer allows", () => {
    const made = run({ [one]: did(5, 8, "20 kg") });
    expect(loadOf(made, of(made, two)).load?.mass).toBe(heavier.mass);
    expect(of(made, two).say).toContain("kilos");
    expect(loadOf(made, of(made, "squat.1")).load).toBeNull();
    expect(outcomeOf(made.blocks[0] ?? null, of(made, one), made.sets.get(setId(made, of(made, one))) as LoggedSet)).toContain(heavier.mass);
  });

  it("leaves the rest of the test out when it is over, and tells the work load", () => {
    const made = run({ [one]: did(5, 8, "20 kg"), [two]: did(5, 3, heavier.mass) });
    const expected = workLoad(squat.test, { load: heavier.mass, reps: 5, reserve: 3 }).mass;
    expect(keys(made)).toEqual([one, two, "squat.1", "squat.2"]);
    expect(made.steps.filter(({ kind }) => kind === "rest").map(({ key }) => key)).toEqual([`${one}.rest`, `${two}.rest`]);
    expect(loadOf(made, of(made, "squat.1")).load?.mass).toBe(expected);
    expect(of(made, "squat.1").load?.why).toContain("3 in reserve");
    expect(repsOf(made, of(made, "squat.1"))).toBe(12);
    expect(isDone(made, of(made, "squat.1"))).toBe(false);
    const rest = made.steps.findIndex(({ key }) => key === `${two}.rest`);
    expect(made.steps[next(made, rest)]?.key).toBe("squat.1");
  });

  it("is over when a test set is left out, with what was shown so far", () => {
    expect(keys(run({ [one]: { skipped: true } }))).toEqual([one, "squat.1", "squat.2"]);
    const made = run({ [one]: did(5, 8, "20 kg"), [two]: { skipped: true } });
    expect(of(made, "squat.1").load?.mass).toBe(workLoad(squat.test, { load: "20 kg", reps: 5, reserve: 8 }).mass);
  });

  it("follows the load that was taken in place of the proposed one", () => {
    const made = run({ [one]: did(5, 8, "40 kg") });
    expect(of(made, two).load?.mass).toBe(nextLoad(squat.test, { load: "40 kg", reps: 5, reserve: 8 }, 5)?.mass);
  });

  it("goes on in later sets with what was lifted in the first", () => {
    const made = run({ [one]: did(5, 2, "20 kg"), "squat.1": did(10, null, "22.5 kg") });
    expect(loadOf(made, of(made, "squat.2")).load?.mass).toBe("22.5 kg");
  });

  it("is no test any more with another exercise in its place", () => {
    expect(keys(run({}, { swaps: { squat: "leg-press" } }))).toEqual(["squat.1", "squat.2"]);
  });
});
