/** What an athlete can do in a session. Each writes events, moves the cursor, and can be undone. */

import { type Draft, inverse, localTime, log, newTail, record } from "../log";
import type { Change, LoggedSet, PlayStep, Subject } from "../types";
import { type Cursor, cursor, moveCursor, type Undo } from "./cursor";
import { readMass } from "./mass";
import { afterSet, blockOf, isDone, loadOf, next, repsOf } from "./progress";
import { extraKey } from "./keys";
import { type Run, type RunStep, setId } from "./run";

const raw = (about: Subject, of: string): Change | null => log.value.things.raw(about, of);

/** What takes a draft back. */
function back({ about, of, change }: Draft): Draft {
  const before = raw(about, of);
  if (!before || before.name === undefined) return { about, of, change: { removed: true } };
  return { about, of, change: inverse({ removed: false, ...before }, change) };
}

/** A change that begins a thing anew: nothing stays of one that was removed. */
function anew(about: Subject, of: string, change: Change): Change {
  const before = raw(about, of);
  if (!before?.removed) return change;
  const cleared: Record<string, unknown> = {};
  for (const key of Object.keys(before)) cleared[key] = null;
  const parts = before.parts as Change | undefined;
  const oldParts = parts ? Object.fromEntries(Object.keys(parts).map((key) => [key, null])) : null;
  const newParts = change.parts as Change | undefined;
  return { ...cleared, ...change, removed: false, ...(oldParts && newParts ? { parts: { ...oldParts, ...newParts } } : {}) };
}

/** Write drafts down and go to a place; one undo takes both back. */
async function commit(run: Run, label: string, drafts: readonly Draft[], to: Partial<Cursor>): Promise<void> {
  const { step, extras, undo } = cursor.value;
  const entry: Undo = { label, drafts: drafts.map(back).reverse(), step: step ?? null, extras };
  await record(drafts);
  moveCursor({ entry: {}, timer: null, ...to, undo: [...undo, entry] });
  if (to.step !== undefined) startRest(run, to.step);
}

/** The place of a step as a cursor keeps it, null for the end. */
const keyAt = (run: Run, at: number): string | null => run.steps[at]?.key ?? null;

function startRest(run: Run, key: string | null): void {
  const step = run.steps.find((one) => one.key === key);
  const rests = step ? step.kind === "rest" : key?.endsWith(".rest"); // the rest after an open set is made with the set
  if (key && rests) moveCursor({ timer: { step: key, kind: "rest", startedAt: Date.now(), extra: 0 } });
}

/** Put seconds on a rest that runs, or take them off. */
export function extendRest(step: PlayStep, seconds: number): void {
  const { timer } = cursor.value;
  if (timer?.step !== step.key) return;
  const most = step.rest?.[1] ?? step.seconds;
  moveCursor({ timer: { ...timer, extra: Math.max(timer.extra + seconds, -most) } });
}

/** Go to a step without logging anything. */
export function goTo(run: Run, at: number): void {
  moveCursor({ step: keyAt(run, at), entry: {}, timer: null });
  startRest(run, keyAt(run, at));
}

/** Begin a session, or take it up again. */
export async function beginSession(run: Run): Promise<void> {
  const { planned } = run;
  const change: Change = {
    start: localTime(new Date()),
    name: run.name,
    finished: false,
    ...(planned ? { plan: planned.plan, planned_date: planned.date } : {}),
  };
  const old = raw("session", run.id)?.removed ? [...run.sets.keys()] : []; // sets of a session that was thrown away
  const cleared: Draft[] = old.map((of) => ({ about: "set", of, change: { removed: true } }));
  await record([...cleared, { about: "session", of: run.id, change: anew("session", run.id, change) }]);
  goTo(run, 0);
}

/** What a step that is done says of its set. */
function setDrafts(run: Run, step: RunStep, at: number, seconds: number | null): Draft[] {
  const { entry } = cursor.value;
  const of = setId(run, step);
  const load = entry.load === undefined ? (loadOf(run, step).load?.mass ?? null) : entry.load;
  const lifted = readMass(load)?.value ? load : null;
  const reps = seconds === null ? (entry.reps ?? repsOf(run, step)) : null;
  const details = {
    ...(entry.rir === undefined ? {} : { rpe: 10 - entry.rir }),
    ...(entry.pauses === undefined ? {} : { pauses: entry.pauses }),
    ...(entry.pain === undefined ? {} : { pain: entry.pain }),
    ...(entry.note ? { note: entry.note } : {}),
  };
  const done = { ...(reps === null ? {} : { reps }), ...(seconds === null ? {} : { seconds }), ...(lifted ? { load: lifted } : {}) };
  if (step.part_key) {
    const parts = { [step.part_key]: { kind: step.part_kind ?? "drop", ...done } };
    const set = raw("set", of)?.name === undefined ? aboutSet(run, step, at) : {};
    return [{ about: "set", of, change: anew("set", of, { ...set, ...details, parts }) }];
  }
  const about = aboutSet(run, step, at);
  if (entry.otherReps === undefined || step.side !== "in-turn") {
    return [{ about: "set", of, change: anew("set", of, { ...about, ...done, ...details }) }];
  }
  const other = `${of}.R`;
  return [
    { about: "set", of, change: anew("set", of, { ...about, ...done, ...details, side: "left" }) },
    { about: "set", of: other, change: anew("set", other, { ...about, ...done, reps: entry.otherReps, side: "right" }) },
  ];
}

function aboutSet(run: Run, step: RunStep, at: number): Change {
  const block = blockOf(run, step);
  return {
    session: run.id,
    name: block?.name ?? "Exercise",
    exercise: block?.exercise ?? null,
    ...(block?.variant ? { variant: block.variant } : {}),
    order: at,
    kind: step.set_kind ?? "normal",
    ...(step.side === "left" || step.side === "right" ? { side: step.side } : {}),
    block: step.block,
    step: step.key,
  };
}

/** Log the step at hand as entered or proposed, and go on. `seconds` is what was held. */
export async function doStep(run: Run, at: number, seconds: number | null = null): Promise<void> {
  const step = run.steps[at];
  if (!step?.set_key) return goTo(run, next(run, at));
  await commit(run, "Set logged", setDrafts(run, step, at, seconds), { step: keyAfter(run, at, step) });
}

/** Where to go after a step; after the open set of an added exercise, to the rest that will stand after it. */
function keyAfter(run: Run, at: number, step: RunStep): string | null {
  const place = next(run, at);
  const last = step.open && run.steps[place]?.block !== step.block;
  return last ? restKey(step) : keyAt(run, place);
}

const restKey = (step: RunStep): string => `${step.block}.${step.set_number ?? 1}.rest`;

/** Leave out the set of the step at hand; what is left of one that was begun, and an open one, are just passed. */
export async function skipSet(run: Run, at: number): Promise<void> {
  const step = run.steps[at];
  if (step?.part_key) return goTo(run, next(run, run.steps.findLastIndex(({ set_key: key }) => key === step.set_key)));
  if (!step?.set_key || step.open) return goTo(run, next(run, at));
  const of = setId(run, step);
  const change = anew("set", of, { ...aboutSet(run, step, at), skipped: true });
  await commit(run, "Set skipped", [{ about: "set", of, change }], { step: keyAt(run, afterSet(run, at)) });
}

/** Leave out what is not done of some blocks. */
export async function leaveOutBlocks(run: Run, blocks: readonly string[], at: number): Promise<void> {
  const drafts = new Map<string, Draft>();
  run.steps.forEach((step, place) => {
    if (!blocks.includes(step.block) || !step.set_key || step.part_key || step.open || isDone(run, step) || step.kind === "rest") return;
    const of = setId(run, step);
    drafts.set(of, { about: "set", of, change: anew("set", of, { ...aboutSet(run, step, place), skipped: true }) });
  });
  const here = run.steps[at];
  const place = here && blocks.includes(here.block) ? run.steps.findIndex((step, i) => i > at && !blocks.includes(step.block) && !isDone(run, step)) : at;
  await commit(run, "Skipped", [...drafts.values()], { step: keyAt(run, place < 0 ? run.steps.length : place) });
}

/** Do another exercise in the place of a block; null goes back to the planned one. */
export async function swapBlock(run: Run, block: string, exercise: string | null): Promise<void> {
  await commit(run, "Exercise swapped", [{ about: "session", of: run.id, change: { swaps: { [block]: exercise } } }], {});
}

/** Put the blocks in another order. */
export async function reorder(run: Run, sequence: readonly string[]): Promise<void> {
  const change = { sequence: [...sequence] };
  await commit(run, "Order changed", [{ about: "session", of: run.id, change }], {});
}

/** Put one more set after the last of a block, and go to it. */
export function addSet(block: string): string {
  const key = extraKey(block, newTail());
  const { step, extras, undo } = cursor.value;
  moveCursor({ extras: [...extras, key], undo: [...undo, { label: "Set added", drafts: [], step: step ?? null, extras }] });
  return key;
}

/** Put an exercise in at the end; answers with its block. */
export async function addExercise(run: { id: string }, exercise: string): Promise<string> {
  const block = `a${Date.now().toString(36)}`;
  const drafts: Draft[] = [{ about: "session", of: run.id, change: { added: { [block]: exercise } } }];
  await record(drafts);
  return block;
}

/** Change a set that is logged. */
export async function editSet(run: Run, step: PlayStep, change: Change): Promise<void> {
  const of = setId(run, step);
  const { timer, entry } = cursor.value;
  await commit(run, "Set changed", [{ about: "set", of, change }], { timer, entry });
}

/** Take back what was done last; answers with what that was. */
export async function undo(run: Run): Promise<string | null> {
  const last = cursor.value.undo.at(-1);
  if (!last) return null;
  if (last.drafts.length) await record(last.drafts);
  moveCursor({ step: last.step, extras: last.extras, undo: cursor.value.undo.slice(0, -1), timer: null, entry: {} });
  const step = run.steps.find(({ key }) => key === last.step);
  if (step?.kind === "rest") startRest(run, step.key);
  return last.label;
}

/** Close the session; what was done counts. */
export async function finish(run: Run, seconds: number, note: string): Promise<void> {
  const change: Change = { finished: true, seconds: Math.min(604_800, Math.max(0, Math.round(seconds))), ...(note ? { note } : {}) };
  await record([{ about: "session", of: run.id, change }]);
}

/** Open a session again that was closed. */
export async function reopen(run: Run): Promise<void> {
  await record([{ about: "session", of: run.id, change: { finished: false } }]);
}

/** Take a session out of the log, with all of its sets. */
export async function discard(run: Run, sets: ReadonlyMap<string, LoggedSet>): Promise<void> {
  const drafts: Draft[] = [...sets.keys()].map((of) => ({ about: "set", of, change: { removed: true } }));
  await record([...drafts, { about: "session", of: run.id, change: { removed: true } }]);
}
