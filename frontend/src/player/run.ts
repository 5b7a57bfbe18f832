/** A session as it is played: the planned steps with what the athlete swapped, put in order or added. */

import type { Alternative, Block, Day, LastTime, LoggedSession, LoggedSet, Mass, Part, PlayStep, RampTest, Role, SessionSteps, WhatIf } from "../types";
import type { BlockToday, Today } from "../readiness/rules";
import { ease } from "./ease";
import { EXTRA } from "./keys";
import { loadingOf, usualLoading } from "./mass";
import { playTests } from "./ramp";

/** An exercise that can be added: of the catalogue, or the athlete's own. */
export interface Known {
  id: string;
  name: string;
  part: Part | null;
  oneSided: boolean;
  loadOn: string;
}

export interface RunBlock {
  key: string;
  role: Role;
  exercise: string;
  name: string;
  variant: string | null;
  variantName: string;
  how: string;
  part: Part | null;
  group: string;
  oneSided: boolean;
  note: string;
  because: readonly string[];
  lastTime: LastTime | null;
  alternatives: readonly Alternative[];
  whatIf: readonly WhatIf[];
  /** The least by which its load changes, if that is known. */
  increment: Mass | null;
  /** What its load is put on, in the words of the catalogue. */
  loadOn: string;
  /** Whether its load is still to be found. */
  loadUnknown: boolean;
  /** How test sets find it. */
  rampTest: RampTest | null;
  /** Whether another exercise stands in for the planned one. */
  swapped: boolean;
  /** Whether the athlete put it in. */
  added: boolean;
  /** What today's check-in changes in it. */
  today?: BlockToday | null;
}

export interface RunStep extends PlayStep {
  /** Whether it stands for one more set of an exercise that the athlete put in, as long as they want some. */
  open?: boolean;
  /** Its block with the exercise that its set was begun with, where another stands in since. */
  begunAs?: RunBlock;
  /** The load of the plan, where today's is lighter. */
  plannedMass?: Mass;
}

export interface Run {
  id: string;
  name: string;
  planned: SessionSteps | null;
  blocks: readonly RunBlock[];
  steps: readonly RunStep[];
  /** The sets by id. */
  sets: ReadonlyMap<string, LoggedSet>;
  /** What today's check-in makes of it. */
  today: Today | null;
}

interface RunInput {
  id: string;
  planned: SessionSteps | null;
  session: LoggedSession | null;
  sets: readonly { id: string; value: LoggedSet }[];
  /** Sets that were added and not done yet, as keys made by `extraKey`. */
  extras: readonly string[];
  known: (exercise: string) => Known | null;
  /** What this device knows of the last time an exercise was done, for those that the plan says nothing of. */
  lastTime?: (exercise: string) => Past | null;
  /** What today's check-in makes of the planned session. */
  today?: Today | null;
}

export interface Past {
  date: Day;
  sets: readonly LoggedSet[];
}

const FREE_REST = [90, 150] as const;

/** The id of the set that a step belongs to. */
export const setId = (run: { id: string }, step: PlayStep): string => `${run.id}:${step.set_key ?? step.key}`;

/** Put together what is to be played; the same events give the same run on every device. */
export function buildRun(input: RunInput): Run {
  const { id, planned, session } = input;
  const sets = new Map(input.sets.map((set) => [set.id, set.value]));
  const today = input.today ?? null;
  const swaps = { ...swapsOf(today), ...session?.swaps };
  const own = (planned?.blocks ?? []).map((block) => ({ ...plannedBlock(block, swaps[block.key], input.known), today: today?.blocks.get(block.key) ?? null }));
  const steps = (planned?.blocks ?? []).reduce<RunStep[]>(
    (all, block) => swapSteps(all, block, swaps[block.key], { id }, sets),
    [...(planned?.steps ?? [])],
  );
  const isDone = (step: RunStep): boolean => Boolean(step.set_key) && sets.has(setId({ id }, step));
  const increment = (key: string): Mass | null => own.find((block) => block.key === key)?.increment ?? null;
  const withExtras = addExtras(steps, id, sets, input.extras);
  const eased = today ? ease({ steps: withExtras, today, isDone, increment }) : withExtras;
  const extended = playTests(eased, own, (step) => sets.get(setId({ id }, step)) ?? null);
  const added = Object.entries(session?.added ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, exercise]) => addedBlock(key, exercise, input));
  const past = (block: RunBlock) => input.lastTime?.(block.exercise)?.sets ?? [];
  const all = [...extended, ...added.flatMap((block) => freeSteps(block, id, sets, past(block)))];
  const stays = (block: RunBlock): boolean => !block.today?.leftOut || extended.some((step) => step.block === block.key);
  const order = inSequence([...own.filter(stays), ...added], session?.sequence ?? []);
  const played = sortSteps(all, order).map((step) => asBegun(step, own, sets, input));
  const name = session?.name ?? planned?.name ?? "Training";
  return { id, name, planned, blocks: order, steps: played, sets, today };
}

/** The exercises that stand in today, unless the athlete chose otherwise. */
function swapsOf(today: Today | null): Record<string, string> {
  return Object.fromEntries([...(today?.blocks ?? [])].flatMap(([block, { swap }]) => (swap ? [[block, swap]] : [])));
}

function plannedBlock(block: Block, chosen: string | undefined, known: RunInput["known"]): RunBlock {
  const swap = chosen === block.exercise ? undefined : chosen;
  const base = {
    key: block.key,
    role: block.role,
    part: block.part ?? null,
    group: block.group ?? "",
    alternatives: block.alternatives ?? [],
    whatIf: block.what_if ?? [],
    because: block.because ?? [],
    oneSided: block.one_sided ?? false,
    increment: swap === undefined ? (block.increment ?? null) : null,
    loadUnknown: swap === undefined && (block.load_unknown ?? false),
    rampTest: swap === undefined ? (block.ramp_test ?? null) : null,
    added: false,
  };
  const other = swap === undefined ? undefined : base.alternatives.find(({ exercise }) => exercise === swap);
  if (other) {
    const { exercise, name, variant, variant_name: variantName, how, why, last_time: lastTime, load_on: loadOn } = other;
    return { ...base, exercise, loadOn, name, variant, variantName, how, note: why, lastTime: lastTime ?? null, swapped: true };
  }
  const exercise = swap === undefined ? null : known(swap);
  if (exercise) {
    const { id, name, oneSided, loadOn } = exercise;
    return { ...base, exercise: id, loadOn, name, oneSided, variant: null, variantName: "", how: "", note: "", lastTime: null, swapped: true };
  }
  const { name, variant, variant_name: variantName, how } = block;
  return {
    ...base,
    exercise: block.exercise,
    loadOn: block.load_on,
    name,
    variant,
    variantName,
    how,
    note: block.note ?? "",
    lastTime: block.last_time ?? null,
    swapped: false,
  };
}

function addedBlock(key: string, exercise: string, { known, lastTime }: RunInput): RunBlock {
  const found = known(exercise);
  const past = lastTime?.(exercise) ?? null;
  return {
    key,
    role: "main",
    exercise,
    loadOn: found?.loadOn ?? "",
    name: found?.name ?? "Exercise",
    variant: null,
    variantName: "",
    how: "",
    part: found?.part ?? null,
    group: "",
    oneSided: found?.oneSided ?? false,
    note: "",
    because: [],
    lastTime: past && { date: past.date, sets: past.sets.map(inBrief) },
    alternatives: [],
    whatIf: [],
    increment: null,
    loadUnknown: false,
    rampTest: null,
    swapped: false,
    added: true,
  };
}

/** A set that was begun before its exercise was swapped goes on with that exercise to its last drop. */
function asBegun(step: RunStep, own: readonly RunBlock[], sets: ReadonlyMap<string, LoggedSet>, { id, planned, known }: RunInput): RunStep {
  const exercise = step.set_key ? sets.get(setId({ id }, step))?.exercise : null;
  const now = own.find(({ key }) => key === step.block);
  const block = planned?.blocks.find(({ key }) => key === step.block);
  if (!exercise || !now || !block || now.exercise === exercise) return step;
  return { ...step, begunAs: plannedBlock(block, exercise === block.exercise ? undefined : exercise, known) };
}

const numberOf = (step: PlayStep): number => step.set_number ?? 1;
const isRamp = (step: PlayStep): boolean => step.set_kind === "warm-up";

/** Put the steps of the exercise that stands in where the block's own steps were; sets that are done stay done. */
function swapSteps(
  all: RunStep[],
  block: Block,
  swap: string | undefined,
  run: { id: string },
  sets: ReadonlyMap<string, LoggedSet>,
): RunStep[] {
  if (swap === undefined || swap === block.exercise) return all;
  const other = block.alternatives?.find(({ exercise }) => exercise === swap);
  const done = (step: PlayStep): boolean => Boolean(step.set_key) && sets.has(setId(run, step));
  const tests = block.ramp_test?.sets ?? [];
  const isTest = (step: PlayStep): boolean => tests.includes(step.key.replace(/\.rest$/, ""));
  if (!other) return all.filter((step) => !isTest(step) || done(step)).map((step) => (step.block === block.key && !done(step) ? { ...step, load: null, what_if: [] } : step));
  const numbers = new Set(all.filter((step) => step.block === block.key && !isRamp(step) && done(step)).map(numberOf));
  const fresh = other.steps.filter((step) => isRamp(step) || !numbers.has(numberOf(step)));
  const result: RunStep[] = [];
  const placed = new Set<PlayStep>();
  for (const step of all) {
    if (step.block !== block.key) {
      result.push(step);
      continue;
    }
    if (numbers.has(numberOf(step)) && !isRamp(step)) result.push(step);
    for (const one of fresh) {
      if (placed.has(one) || numberOf(one) > numberOf(step)) continue;
      placed.add(one);
      result.push({ ...one, block: block.key });
    }
  }
  return result;
}

/** Repeat the last set of a block for each set that was added to it. */
function addExtras(steps: RunStep[], id: string, sets: ReadonlyMap<string, LoggedSet>, extras: readonly string[]): RunStep[] {
  const keys = new Set(extras);
  for (const key of sets.keys()) {
    const found = key.startsWith(`${id}:`) ? EXTRA.exec(key.slice(id.length + 1)) : null;
    if (found) keys.add(`${found[1]}.x${found[2]}`);
  }
  const result = [...steps];
  for (const key of [...keys].sort((a, b) => (a.slice(-12) < b.slice(-12) ? -1 : 1))) {
    const block = EXTRA.exec(key)?.[1];
    const mine = result.filter((step) => step.block === block);
    const last = mine.findLast(({ kind }) => kind === "set");
    if (!last) continue;
    const rest = mine.find(({ kind, set_key: of }) => kind === "rest" && !of);
    const model = mine.filter((step) => numberOf(step) === numberOf(last) && isRamp(step) === isRamp(last) && !(step.kind === "rest" && !step.set_key));
    const number = numberOf(last) + 1;
    const copies = model.map((step) => ({ ...step, ...renamed(step, key, last), set_number: number, sets: number }));
    const between = rest ? [{ ...rest, key: `${key}.rest`, set_number: numberOf(last) }] : [];
    const at = result.lastIndexOf(mine.at(-1) as RunStep);
    result.splice(at + 1, 0, ...between, ...copies);
  }
  return result;
}

/** New keys for a step that is repeated; the letter of a side stays. */
function renamed(step: RunStep, key: string, last: RunStep): { key: string; set_key: string | null } {
  const stem = (last.set_key ?? last.key).replace(/[A-Za-z]$/, "");
  const rename = (old: string): string => (old.startsWith(stem) ? key + old.slice(stem.length) : `${key}.${old}`);
  return { key: rename(step.key), set_key: step.set_key ? rename(step.set_key) : null };
}

/** The sets done of an exercise that the athlete put in, and one more. */
function freeSteps(block: RunBlock, id: string, sets: ReadonlyMap<string, LoggedSet>, past: readonly LoggedSet[]): RunStep[] {
  const start = `${id}:${block.key}.`;
  const numbers = [...sets.keys()].filter((key) => key.startsWith(start)).map((key) => Number(/^\d+/.exec(key.slice(start.length))?.[0]));
  const done = [...new Set(numbers.filter((number) => number > 0))].sort((a, b) => a - b);
  const open = (done.at(-1) ?? 0) + 1;
  return [...done, open].flatMap((number, at) => {
    const set = (side: "left" | "right" | null): RunStep => {
      const key = `${block.key}.${number}${side ? (side === "left" ? "L" : "R") : ""}`;
      const like = past.filter((one) => !side || one.side === side)[number - 1];
      const aim = like?.reps == null ? {} : { reps: [Number(like.reps), Number(like.reps)] as const };
      const load = like?.load ? { load: loadingOf(like.load, usualLoading(block.loadOn, like.load.endsWith("lb") ? "lb" : "kg")) } : {};
      const common = { key, block: block.key, kind: "set" as const, text: "", say: block.name, seconds: 45, ...aim, ...load };
      return { ...common, set_number: number, sets: open, set_key: key, side, open: number === open };
    };
    const rest: RunStep = {
      key: `${block.key}.${number}.rest`,
      block: block.key,
      kind: "rest",
      text: "Rest",
      say: "Rest",
      seconds: FREE_REST[0],
      rest: FREE_REST,
      set_number: number,
    };
    const played = block.oneSided ? [set("left"), set("right")] : [set(null)];
    return at < done.length ? [...played, rest] : played;
  });
}

/** A set in few words, such as "8 × 80 kg". */
export function inBrief({ reps, seconds, load, side }: LoggedSet): string {
  const amount = reps == null ? `${Number(seconds ?? 0)} s` : String(Number(reps));
  return `${side ? `${side === "left" ? "L" : "R"} ` : ""}${amount}${load ? ` × ${load}` : ""}`;
}

/** Blocks in the order the athlete gave them; those of a group stay together, and new ones go to the end. */
function inSequence(blocks: readonly RunBlock[], sequence: readonly string[]): RunBlock[] {
  const place = (block: RunBlock): number => {
    const mates = block.group ? blocks.filter(({ group }) => group === block.group) : [block];
    const places = mates.map(({ key }) => sequence.indexOf(key)).filter((at) => at >= 0);
    return places.length ? Math.min(...places) : sequence.length + blocks.indexOf(mates[0] as RunBlock);
  };
  return [...blocks].sort((a, b) => place(a) - place(b) || blocks.indexOf(a) - blocks.indexOf(b));
}

/** Steps in the order of their blocks; those of a group keep their turns. */
function sortSteps(steps: readonly RunStep[], blocks: readonly RunBlock[]): RunStep[] {
  const unit = new Map(blocks.map((block) => [block.key, block.group || block.key]));
  const order = [...new Set(blocks.map((block) => block.group || block.key))];
  const place = (step: RunStep): number => order.indexOf(unit.get(step.block) ?? "");
  return steps.map((step, at) => ({ step, at })).sort((a, b) => place(a.step) - place(b.step) || a.at - b.at).map(({ step }) => step);
}
