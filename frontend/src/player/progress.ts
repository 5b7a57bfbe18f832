/** Where an athlete stands in a run: what is done, what comes next, and what the what-if rules make of it. */

import type { Loading, LoggedSet, Mass, PlayStep, Range, WhatIf } from "../types";
import { loadingOf, readMass, shareOf, type Unit, usualLoading } from "./mass";
import { type Run, type RunBlock, type RunStep, setId } from "./run";

/** The set that a step belongs to, as far as it is logged. */
export function setOf(run: Run, step: PlayStep): LoggedSet | null {
  return step.set_key ? (run.sets.get(setId(run, step)) ?? null) : null;
}

/** Whether a step that is logged was done or left out. */
export function isDone(run: Run, step: PlayStep): boolean {
  const set = setOf(run, step);
  if (!set) return false;
  if (set.skipped) return true;
  if (step.part_key) return set.parts?.[step.part_key] !== undefined;
  return set.reps != null || set.seconds != null || set.meters != null;
}

export const isLogged = (step: PlayStep): boolean => Boolean(step.set_key) && step.kind !== "rest";

/** The block of a step, with the exercise that its set was begun with. */
export const blockOf = (run: Run, step: RunStep): RunBlock | null => step.begunAs ?? run.blocks.find(({ key }) => key === step.block) ?? null;

/** The place after a step: the next that is not done, without the rest before one that is done; the end if none is. */
export function next(run: Run, at: number): number {
  let place = at + 1;
  for (;;) {
    const step = run.steps[place];
    if (!step) return run.steps.length;
    if (isDone(run, step)) place++;
    else if (step.kind === "rest" && restIsIdle(run, place)) place++;
    else return place;
  }
}

/** Whether what a rest leads to is done already, or was left out. */
function restIsIdle(run: Run, at: number): boolean {
  const after = run.steps.slice(at + 1).find(isLogged);
  return after !== undefined && isDone(run, after);
}

/** The place after a set that is left out: past its own steps and past the rest after them. */
export function afterSet(run: Run, at: number): number {
  const step = run.steps[at];
  let place = at;
  while (place < run.steps.length && (run.steps[place] as RunStep).set_key === step?.set_key) place++;
  if (run.steps[place]?.kind === "rest") place++;
  return next(run, place - 1);
}

/** The place from which a device goes on that has no place of its own: after the last step that is logged, and its rest. */
export function resumeAt(run: Run): number {
  const last = run.steps.findLastIndex((step) => isDone(run, step));
  const place = next(run, last);
  return run.steps[place]?.kind === "rest" ? next(run, place) : place;
}

/** The place of the step with a key, null for the end; where the key is unknown, as after a swap, the next of its block. */
export function placeOf(run: Run, key: string | null | undefined): number {
  if (key === null) return run.steps.length;
  const at = run.steps.findIndex((step) => step.key === key);
  if (at >= 0) return at;
  const block = key && run.blocks.find((one) => key.startsWith(`${one.key}.`))?.key;
  const mine = run.steps.findIndex((step) => step.block === block && isLogged(step) && !isDone(run, step));
  return mine >= 0 ? mine : resumeAt(run);
}

/** The next step that is something to lift or hold. */
export function upcoming(run: Run, at: number): RunStep | null {
  return run.steps.slice(at).find((step) => isLogged(step) && !isDone(run, step)) ?? null;
}

/** The start of the set before this one in its block that was meant alike, if it is logged; of the same side rather. */
function before(run: Run, step: PlayStep): { step: RunStep; set: LoggedSet } | null {
  const at = run.steps.findIndex(({ key }) => key === step.key);
  const alike = run.steps.slice(0, at).filter((other) => {
    const leadsUp = (one: PlayStep): boolean => one.set_kind === "warm-up";
    const same = other.block === step.block && other.kind === "set" && other.set_key !== step.set_key && leadsUp(other) === leadsUp(step);
    return same && other.load?.mass === step.load?.mass && other.share === step.share && isDone(run, other) && !setOf(run, other)?.skipped;
  });
  const found = alike.findLast(({ side }) => side === step.side) ?? alike.at(-1);
  const set = found && setOf(run, found);
  return found && set ? { step: found, set } : null;
}

/** The what-if rules that a logged set brings about, the first of each answer. */
export function advice(step: PlayStep, set: LoggedSet): WhatIf[] {
  const brought = (step.what_if ?? []).filter((rule) => {
    if (rule.when === "fewer-reps") return rule.below != null && set.reps != null && Number(set.reps) < rule.below;
    if (rule.when === "no-pause-needed") return set.pauses === 0;
    if (rule.when === "warm-up-heavy") return isHeavier(rule, set);
    return false;
  });
  return brought.filter((rule, at) => brought.findIndex((one) => one.do === rule.do) === at);
}

/** Whether a set ended early or left fewer reps in reserve than it should have. */
function isHeavier({ below, reserve }: WhatIf, { reps, rpe }: LoggedSet): boolean {
  return (below != null && reps != null && Number(reps) < below) || (reserve != null && rpe != null && 10 - Number(rpe) < reserve);
}

/** What the sets that led up to a first work set make of it: lighter if they were too hard, never heavier. */
function afterLeadingUp(run: Run, step: RunStep): WhatIf | null {
  const planned = readMass(step.load?.mass);
  if (step.set_kind === "warm-up" || !planned) return null;
  const at = run.steps.findIndex(({ key }) => key === step.key);
  const lead = run.steps.slice(0, at).findLast((other) => other.block === step.block && other.set_kind === "warm-up" && other.what_if?.length);
  const set = lead && setOf(run, lead);
  const rule = set && advice(lead, set).find((one) => one.when === "warm-up-heavy" && one.load);
  return rule && (readMass(rule.load?.mass)?.value ?? 0) < planned.value ? rule : null;
}

/** The load to do a step with: less after too few reps, as the athlete changed it, else as planned. */
export function loadOf(run: Run, step: RunStep): { load: Loading | null; because: WhatIf | null } {
  const planned = step.load ?? null;
  const increment = blockOf(run, step)?.increment;
  if (step.kind !== "set") return { load: linkLoad(run, step, increment), because: null };
  const last = before(run, step);
  if (!last) {
    const lead = afterLeadingUp(run, step);
    return { load: lead?.load ?? planned, because: lead };
  }
  const asPlanned = last.set.load != null && last.set.load === last.step.plannedMass; // begun before the check-in made it lighter
  const own = asPlanned ? last.step.load?.mass : last.set.load;
  const rule = advice(last.step, last.set).find((one) => one.do === "lower-load");
  if (rule?.load && (own === undefined || own === last.step.load?.mass)) return { load: rule.load, because: rule };
  const less = rule && own ? shareOf(own, 0.9, increment) : null;
  if (rule && less) return { load: loadingOf(less, planned), because: rule };
  return { load: own ? loadingOf(own, planned) : planned, because: null };
}

/** How probable a planned work set is with the load at hand; null where that is not known, as with another load than planned. */
export function chanceOf(step: RunStep, load: Loading | null): number | null {
  return step.chance != null && step.set_kind !== "warm-up" && load?.mass === step.load?.mass && !step.open ? step.chance : null;
}

/** The load that is at hand: as entered, null for none, else as proposed and why. */
export function loadAtHand(run: Run, step: RunStep, entered: Mass | null | undefined, unit: Unit): { load: Loading | null; because: WhatIf | null } {
  const proposed = loadOf(run, step);
  if (entered === undefined) return proposed;
  const like = proposed.load ?? usualLoading(blockOf(run, step)?.loadOn ?? "", unit);
  return { load: entered === null ? null : loadingOf(entered, like), because: null };
}

/** The load of a link of a chain: as planned, or its share of what the chain was begun with. */
function linkLoad(run: Run, step: RunStep, increment: Mass | null | undefined): Loading | null {
  const start = run.steps.find((one) => one.set_key === step.set_key && one.kind === "set");
  const own = start && setOf(run, start)?.load;
  if (!own || own === start.load?.mass) return step.load ?? null;
  const share = step.share ?? (step.kind === "drop" ? null : 1);
  const mass = share === null ? null : share === 1 ? own : shareOf(own, share, increment);
  return mass ? loadingOf(mass, step.load ?? start.load) : (step.load ?? null);
}

/** The reps to propose: as in the set before where that is within the aim, else the highest of the aim. */
export function repsOf(run: Run, step: RunStep): number | null {
  if (step.hold) return null;
  const said = before(run, step)?.set.reps;
  const last = said == null ? null : Math.round(Number(said));
  const aim = step.reps;
  if (!aim) return last ?? (step.kind === "set" ? 10 : 1);
  return last !== null && last >= aim[0] && last <= aim[1] ? last : aim[1];
}

/** A range in words: "8–10", or "8". */
export const span = ([low, high]: Range): string => (low === high ? String(low) : `${low}–${high}`);

/** How many sets of a block there are and how many are done or left out; both sides make one, ramp-up sets none. */
export function tally(run: Run, block: string): { done: number; all: number; skipped: number } {
  const starts = run.steps.filter((step) => step.block === block && step.kind === "set" && step.set_key && !step.open);
  const work = starts.filter((step) => step.set_kind !== "warm-up");
  const sets = new Map<string, RunStep[]>();
  for (const step of work.length ? work : starts) {
    const key = (step.set_key ?? "").replace(/[LR]$/, "");
    sets.set(key, [...(sets.get(key) ?? []), step]);
  }
  const over = [...sets.values()].filter((sides) => sides.every((step) => isDone(run, step)));
  const skipped = over.filter((sides) => sides.every((step) => setOf(run, step)?.skipped)).length;
  return { all: sets.size, done: over.length - skipped, skipped };
}

/** The blocks that are left out, in the order of a rule, until what remains takes no longer than the time there is [min]. */
export function leaveOut(run: Run, at: number, rule: WhatIf, minutes: number): string[] {
  const left = run.steps.slice(at).filter((step) => !isDone(run, step));
  let seconds = left.reduce((sum, step) => sum + step.seconds, 0);
  const out: string[] = [];
  for (const block of rule.blocks ?? []) {
    if (seconds <= minutes * 60) break;
    const saved = left.filter((step) => step.block === block).reduce((sum, step) => sum + step.seconds, 0);
    if (saved === 0) continue;
    seconds -= saved;
    out.push(block);
  }
  return out;
}
