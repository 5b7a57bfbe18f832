/** The details of a set that is logged, to be put right. */

import type { Change } from "../types";
import { editSet } from "./actions";
import { type Fact, Facts, type FactValues } from "./Facts";
import type { Unit } from "./mass";
import { blockOf, setOf } from "./progress";
import { isTest, TEST_RESERVES } from "./ramp";
import type { Run, RunStep } from "./run";

interface LoggedFactsProps {
  run: Run;
  step: RunStep;
  unit: Unit;
}

export function LoggedFacts({ run, step, unit }: LoggedFactsProps) {
  const set = setOf(run, step);
  if (!set) return null;
  const told = (step.part_key ? set.parts?.[step.part_key] : undefined) ?? set;
  const loadOn = blockOf(run, step)?.loadOn;
  const pauses = step.pause_seconds || set.pauses != null;
  const shown: Fact[] = [...(told.reps == null ? [] : (["reps"] as const)), ...(told.load || loadOn !== "none" ? (["load"] as const) : []), "rir", ...(pauses ? (["pauses"] as const) : []), "pain", "note"];
  return (
    <Facts
      shown={shown}
      unit={unit}
      aim={step.reps}
      {...(isTest(blockOf(run, step), step) && { reserves: TEST_RESERVES })}
      values={{
        reps: told.reps == null ? null : Number(told.reps),
        load: told.load ?? null,
        rir: set.rpe == null ? null : 10 - Number(set.rpe),
        pauses: set.pauses ?? null,
        pain: set.pain ?? null,
        note: set.note ?? "",
      }}
      onChange={(values) => void editSet(run, step, changeOf(step, values))}
    />
  );
}

/** What was put right as a change of the set; reps and load belong to the part of the set that the step is. */
function changeOf(step: RunStep, { reps, load, rir, pauses, pain, note }: FactValues): Change {
  const amount = { ...(reps === undefined ? {} : { reps }), ...(load === undefined ? {} : { load }) };
  const here = step.part_key && Object.keys(amount).length ? { parts: { [step.part_key]: amount } } : amount;
  return {
    ...here,
    ...(rir == null ? {} : { rpe: 10 - rir }),
    ...(pauses === undefined ? {} : { pauses }),
    ...(pain === undefined ? {} : { pain }),
    ...(note === undefined ? {} : { note: note || null }),
  };
}
