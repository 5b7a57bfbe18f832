/** A ramp test as it is played: answers lead from load to load, and at its end to the load of the work sets. */

import type { Loading, LoggedSet, Mass, PlayStep, RampTest } from "../types";
import type { Reserve } from "./Facts";
import { readMass, spoken } from "./mass";
import type { RunBlock, RunStep } from "./run";

/** The answers after a test set; those above 5 stand for ranges (src/legday/session/ramp_test.py). */
export const TEST_RESERVES: readonly Reserve[] = ["0", "1", "2", "3", "4", "5", "6–9", "10–19", "20–39", "40–59", "60+"].map((label, value) => ({ value, label }));

const KG_PER_LB = 0.453_592_37;
const EPLEY_REPS = 30;
const MOST_JUDGED = 5;

/** What was done in a test set. */
export interface TestAnswer {
  load: Mass;
  reps: number;
  /** None if it was not said; the test ends there. */
  reserve: number | null;
}

function inKg(mass: Mass): number {
  const amount = readMass(mass);
  return amount ? amount.value * (amount.unit === "lb" ? KG_PER_LB : 1) : 0;
}

const riseAfter = (test: RampTest, { reserve }: TestAnswer) => test.rises.find((rise) => reserve !== null && reserve >= rise.reserve);

/** The heaviest of the ladder up to so many kilograms. */
const heaviest = (test: RampTest, kg: number): Loading | undefined => test.ladder.findLast(({ mass }) => inKg(mass) <= kg + 1e-6);

/** The load of the next test set; null where the test is over. */
export function nextLoad(test: RampTest, answer: TestAnswer, aim: number): Loading | null {
  const rise = riseAfter(test, answer);
  const now = inKg(answer.load);
  if (!rise || answer.reps < aim) return null;
  const next = heaviest(test, Math.min(now * rise.share, now + test.most_more));
  return next && inKg(next.mass) > now + 1e-6 ? next : null;
}

/** The load of the work sets after the last test set, or of a part of it; by Epley's relation, on the low side. */
export function workLoad(test: RampTest, answer: TestAnswer, part = 1): Loading {
  const reserve = riseAfter(test, answer)?.shows ?? Math.min(answer.reserve ?? 0, MOST_JUDGED);
  const shown = ((inKg(answer.load) * (EPLEY_REPS + answer.reps + reserve)) / (EPLEY_REPS + test.reps)) * test.share;
  return heaviest(test, shown * part) ?? (test.ladder[0] as Loading);
}

/** Whether a step is a test set. */
export const isTest = (block: RunBlock | null, step: PlayStep): boolean => block?.rampTest?.sets.includes(step.key) ?? false;

/** What a logged set answers; null if it was left out or not done. */
function answerOf(set: LoggedSet, load: Loading | null | undefined): TestAnswer | null {
  if (set.skipped || set.reps == null) return null;
  return { load: set.load ?? load?.mass ?? "0 kg", reps: Number(set.reps), reserve: set.rpe == null ? null : 10 - Number(set.rpe) };
}

/** What follows from a test set, in a sentence; nothing for other sets. */
export function outcomeOf(block: RunBlock | null, step: PlayStep, set: LoggedSet): string {
  const answer = block && isTest(block, step) ? answerOf(set, step.load) : null;
  if (!block?.rampTest || !answer) return "";
  const last = block.rampTest.sets.at(-1) === step.key;
  const next = last ? null : nextLoad(block.rampTest, answer, step.reps?.[0] ?? 0);
  return next ? `There is more in you: take ${next.mass} next.` : `That is enough to know: your work sets begin with ${workLoad(block.rampTest, answer, block.today?.share).mass}.`;
}

/** Put the loads that the tests of a session found into its steps, and leave out test sets that nobody needs any more. */
export function playTests(steps: readonly RunStep[], blocks: readonly RunBlock[], setOf: (step: RunStep) => LoggedSet | null): RunStep[] {
  return blocks.reduce<RunStep[]>((all, block) => (block.rampTest ? playTest(all, block, block.rampTest, setOf) : all), [...steps]);
}

function playTest(steps: readonly RunStep[], block: RunBlock, test: RampTest, setOf: (step: RunStep) => LoggedSet | null): RunStep[] {
  const loads = new Map<string, Loading>();
  const idle = new Set<string>();
  let load = steps.find(({ key }) => key === test.sets[0])?.load ?? null;
  let found: TestAnswer | null = null;
  let over = false;
  let waits = false;
  for (const step of steps.filter(({ key }) => test.sets.includes(key))) {
    const set = setOf(step);
    if (over && !set) {
      idle.add(step.key);
      continue;
    }
    if (load) loads.set(step.key, load);
    const answer = set && answerOf(set, load);
    found = answer ?? found;
    load = answer && nextLoad(test, answer, step.reps?.[0] ?? 0);
    over = set !== null && load === null;
    waits ||= set === null;
  }
  const work = over || !waits ? found : null;
  return steps.flatMap((step) => {
    if (step.block !== block.key) return [step];
    if (idle.has(step.key.replace(/\.rest$/, ""))) return [];
    const load = loads.get(step.key);
    if (load && !step.load) return [{ ...step, load, say: `${step.say} at ${spoken(load.mass)}` }];
    if (!work || step.kind !== "set" || step.load || test.sets.includes(step.key)) return [step];
    return [{ ...step, load: { ...workLoad(test, work, (block.today?.share ?? 1) * (step.share ?? 1)), why: whyOf(work) } }];
  });
}

function whyOf({ load, reps, reserve }: TestAnswer): string {
  const left = TEST_RESERVES.find(({ value }) => value === reserve)?.label;
  return `Your last test set was ${reps} × ${load}${left ? ` with ${left} in reserve` : ""}. The work sets begin a little below what that shows.`;
}
