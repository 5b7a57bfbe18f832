/** A session's sets beside what was planned, exercise by exercise. */

import type { Block, LoggedSet, PlayStep, SessionSteps } from "../../types";
import { amount } from "../words";
import type { ShownSession, ShownSet } from "./shapes";

/** A line of an exercise: a planned set, a set that was done, or both. */
export interface Row {
  key: string;
  steps: readonly PlayStep[];
  done: ShownSet | null;
}

/** An exercise of a session. */
export interface Group {
  key: string;
  name: string;
  exercise: string | null;
  variantName: string;
  block: Block | null;
  rows: readonly Row[];
}

export function groups(session: ShownSession): Group[] {
  const left = new Map(session.sets.map((set) => [set.id, set]));
  const found: Group[] = [];
  for (const block of session.planned?.blocks ?? []) {
    const rows: Row[] = plannedSets(session.planned as SessionSteps, block.key).map(([key, steps]) => {
      const id = `${session.id}:${key}`;
      const done = left.get(id) ?? null;
      left.delete(id);
      return { key, steps, done };
    });
    for (const set of [...left.values()].filter(({ value }) => value.block === block.key)) {
      left.delete(set.id);
      rows.push({ key: set.id, steps: [], done: set });
    }
    const isAside = block.role === "warm-up" || block.role === "stretch";
    if (rows.length === 0 || (isAside && rows.every((row) => row.done === null))) continue;
    const done = rows.find((row) => row.done)?.done?.value;
    const swapped = done?.exercise && done.exercise !== block.exercise;
    found.push({
      key: block.key,
      name: swapped ? done.name : block.name,
      exercise: swapped ? (done.exercise ?? null) : block.exercise,
      variantName: swapped ? `in place of ${block.name.toLowerCase()}` : block.variant_name,
      block,
      rows,
    });
  }
  return [...found, ...unplanned([...left.values()])];
}

function plannedSets(planned: SessionSteps, block: string): [string, PlayStep[]][] {
  const sets = new Map<string, PlayStep[]>();
  for (const step of planned.steps) {
    if (step.block !== block || !step.set_key) continue;
    sets.set(step.set_key, [...(sets.get(step.set_key) ?? []), step]);
  }
  return [...sets];
}

function unplanned(sets: readonly ShownSet[]): Group[] {
  const byName = new Map<string, ShownSet[]>();
  for (const set of sets) {
    const key = set.value.block || set.value.exercise || set.value.name;
    byName.set(key, [...(byName.get(key) ?? []), set]);
  }
  return [...byName].map(([key, same]) => {
    const first = same[0] as ShownSet;
    return {
      key,
      name: first.value.name,
      exercise: first.value.exercise ?? null,
      variantName: "",
      block: null,
      rows: same.map((set) => ({ key: set.id, steps: [], done: set })),
    };
  });
}

/** A planned set as if it were done just so, to begin from. */
export function asPlanned(session: string, group: Group, steps: readonly PlayStep[], order: number): LoggedSet {
  const first = steps[0];
  const load = first?.load && amount(first.load.mass) ? first.load.mass : null;
  return {
    session,
    name: group.name,
    exercise: group.exercise,
    variant: group.block?.variant ?? null,
    block: group.block?.key ?? null,
    step: first?.key ?? null,
    order,
    kind: first?.set_kind ?? "normal",
    reps: first?.reps?.[0] ?? null,
    seconds: first?.hold?.[0] ?? null,
    load,
    side: first?.side === "left" || first?.side === "right" ? first.side : null,
  };
}
