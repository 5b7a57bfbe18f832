/** The steps of a session as today's check-in leaves them: blocks out, sets off, loads down. What is done stays. */

import type { BlockToday, Today } from "../readiness/rules";
import type { Loading, Mass, WhatIf } from "../types";
import { isExtra } from "./keys";
import { lightened, spoken } from "./mass";
import type { RunStep } from "./run";

interface Eased {
  steps: readonly RunStep[];
  today: Today;
  isDone: (step: RunStep) => boolean;
  /** The least by which the load of a block changes. */
  increment: (block: string) => Mass | null;
}

/** What is left of the steps. */
export function ease({ steps, today, isDone, increment }: Eased): RunStep[] {
  let left = [...steps];
  for (const [block, change] of today.blocks) {
    const mine = left.filter((step) => step.block === block);
    const out = change.leftOut ? mine.filter((step) => !isDone(step)) : lastSets(mine, change, isDone);
    if (out.length) left = left.filter((step) => !out.includes(step));
    if (change.share < 1) left = left.map((step) => (step.block === block ? lighter(step, change.share, increment(block)) : step));
    if (!change.leftOut && out.length) left = left.map((step) => (step.block === block ? recounted(step, change.setsLess) : step));
  }
  return left;
}

const leadsUp = (step: RunStep): boolean => step.set_kind === "warm-up";
const numberOf = (step: RunStep): number => step.set_number ?? 1;

/** The steps of the last planned sets of a block, as many as are taken off, and the rests that are then for nothing. */
function lastSets(mine: readonly RunStep[], { setsLess }: BlockToday, isDone: (step: RunStep) => boolean): RunStep[] {
  const own = mine.filter((step) => !leadsUp(step) && !isExtra(step));
  const work = own.filter((step) => step.set_key);
  const numbers = [...new Set(work.map(numberOf))].sort((a, b) => a - b);
  const off = numbers.slice(Math.max(1, numbers.length - setsLess)).filter((number) => !work.some((step) => numberOf(step) === number && isDone(step)));
  if (!setsLess || !off.length) return [];
  const out = own.filter((step) => off.includes(numberOf(step)) && step.kind !== "station-change");
  const left = mine.filter((step) => !out.includes(step));
  return [...out, ...left.filter((step, at) => step.kind === "rest" && (left[at + 1]?.kind ?? "rest") === "rest")];
}

/** A step that tells of one set less in all. */
function recounted(step: RunStep, less: number): RunStep {
  if (leadsUp(step) || isExtra(step)) return step;
  const count = (text: string) => text.replace(/^((?:work )?set \d+ of )(\d+)/i, (_, before: string, all: string) => `${before}${Number(all) - less}`);
  return { ...step, text: count(step.text), ...(step.sets ? { sets: Math.max(1, step.sets - less) } : {}) };
}

function lighter(step: RunStep, share: number, increment: Mass | null): RunStep {
  if (!step.load) return step;
  const load = lightened(step.load, share, increment);
  if (load === step.load) return step;
  const what_if = step.what_if?.map((rule) => lighterRule(rule, share, increment));
  return { ...step, ...said(step, step.load, load), load, chance: null, plannedMass: step.load.mass, ...(what_if ? { what_if } : {}) };
}

/** What is taken after a set that was too hard goes down, too, so that it is never more than the set itself. */
function lighterRule(rule: WhatIf, share: number, increment: Mass | null): WhatIf {
  if (!rule.load || rule.do !== "lower-load") return rule;
  const load = lightened(rule.load, share, increment);
  return { ...rule, load, say: rule.say.replace(rule.load.mass, load.mass) };
}

function said(step: RunStep, before: Loading, load: Loading): { text: string; say: string } {
  return {
    text: step.text.replace(before.text, load.text).replace(before.mass, load.mass),
    say: step.say.replace(spoken(before.text), spoken(load.text)).replace(spoken(before.mass), spoken(load.mass)),
  };
}
