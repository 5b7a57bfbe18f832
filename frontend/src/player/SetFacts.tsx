/** The details of the set at hand: entered before it is done, put right once it is. */

import { cursor, type Entry, moveCursor } from "./cursor";
import { type Fact, Facts } from "./Facts";
import { LoggedFacts } from "./LoggedFacts";
import type { Unit } from "./mass";
import { blockOf, isDone, loadAtHand, repsOf } from "./progress";
import { isTest, TEST_RESERVES } from "./ramp";
import type { Run, RunStep } from "./run";

interface SetFactsProps {
  run: Run;
  step: RunStep;
  unit: Unit;
}

export function SetFacts({ run, step, unit }: SetFactsProps) {
  if (isDone(run, step)) return <LoggedFacts run={run} step={step} unit={unit} />;
  const { entry } = cursor.value;
  const block = blockOf(run, step);
  const { load } = loadAtHand(run, step, entry.load, unit);
  const testing = isTest(block, step);
  const shown: Fact[] = [
    ...(step.hold ? [] : (["reps"] as const)),
    ...(load || block?.loadOn !== "none" ? (["load"] as const) : []),
    ...(step.side === "in-turn" && !step.part_key ? (["side"] as const) : []),
    ...(step.hold || (step.set_kind === "warm-up" && !tellsTheDay(step) && !testing) ? [] : (["rir"] as const)),
    "pain",
    "note",
  ];
  return (
    <Facts
      shown={shown}
      unit={unit}
      aim={step.reps}
      {...(testing && { reserves: TEST_RESERVES })}
      wanted={!load && block?.loadUnknown ? "load" : undefined}
      values={{
        reps: entry.reps ?? repsOf(run, step),
        load: load?.mass ?? null,
        rir: entry.rir ?? null,
        pain: entry.pain ?? null,
        note: entry.note ?? "",
        otherReps: entry.otherReps ?? null,
      }}
      onChange={(values) => moveCursor({ entry: withoutNull({ ...entry, ...values }) })}
    />
  );
}

/** Whether how hard a set was decides on the sets after it. */
export const tellsTheDay = (step: RunStep): boolean => step.what_if?.some(({ when }) => when === "warm-up-heavy") ?? false;

/** What was taken back is no entry. A load of null says that there was none. */
function withoutNull(values: Record<string, unknown>): Entry {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => key === "load" || (value !== null && value !== "")));
}
