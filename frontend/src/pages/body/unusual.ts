/** Values that look like a slip: a question is asked before they are kept. */

import { daysBetween, fullDate, number } from "../words";
import type { Entry } from "./entries";
import type { Kind } from "./kinds";

export interface Question {
  text: string;
  /** The value that was probably meant, in the unit of the entry. */
  mend: number | null;
  /** How that is said. */
  mendLabel: string;
}

const FACTORS: Readonly<Record<string, { factor: number; other: string }>> = {
  kg: { factor: 2.204_622_6, other: "lb" },
  lb: { factor: 1 / 2.204_622_6, other: "kg" },
  cm: { factor: 1 / 2.54, other: "in" },
  in: { factor: 2.54, other: "cm" },
};
/** How near a value must be to the factor between two units [share]. */
const NEAR = 0.12;
/** A change that is asked about [share of the last value], for body mass and for girths. */
const MASS_JUMP = 0.08;
const GIRTH_JUMP = 0.12;
/** With time a body changes: each four weeks more are allowed so much again. */
const WEEKS_AGAIN = 28;

/** What to ask about a value, or null where it is as could be expected after those before. */
export function question(kind: Kind, value: number, unit: string, date: string, before: readonly Entry[]): Question | null {
  const girth = unit === "cm" || unit === "in";
  if (kind.kind !== "body-mass" && !girth) return null;
  const last = reference(before, unit, date);
  const units = FACTORS[unit];
  if (!last || !units) return null;
  const told = `On ${fullDate(last.date)} it was ${number(last.value)} ${unit}.`;
  // typed in the other unit, the number is the last one times the factor
  const meant = value / units.factor;
  if (Math.abs(meant / last.value - 1) < NEAR) {
    const mend = Math.round(meant * 10) / 10;
    return { text: `${told} Did you mean ${number(value)} ${units.other}?`, mend, mendLabel: `${number(value)} ${units.other}, that is ${number(mend)} ${unit}` };
  }
  const allowed = (girth ? GIRTH_JUMP : MASS_JUMP) * (1 + Math.abs(daysBetween(last.date, date)) / WEEKS_AGAIN);
  const change = value / last.value - 1;
  if (Math.abs(change) <= allowed) return null;
  return { text: `${told} This is ${number(Math.abs(change) * 100)} % ${change > 0 ? "more" : "less"}. Is it right?`, mend: null, mendLabel: "" };
}

/** The entry nearest in time, as the middle of the three nearest so that one slip does not lead. */
function reference(before: readonly Entry[], unit: string, date: string): { date: string; value: number } | null {
  const near = [...before]
    .map((entry) => ({ date: entry.date, value: inUnit(entry.value, entry.unit, unit) }))
    .sort((a, b) => Math.abs(daysBetween(a.date, date)) - Math.abs(daysBetween(b.date, date)))
    .slice(0, 3);
  const [nearest] = near;
  if (!nearest) return null;
  const middle = near.map(({ value }) => value).sort((a, b) => a - b)[Math.floor((near.length - 1) / 2)] as number;
  return near.length < 3 ? nearest : (near.find(({ value }) => value === middle) ?? nearest);
}

/** A value in another unit of the same quantity. */
export function inUnit(value: number, unit: string, wanted: string): number {
  const units = FACTORS[unit];
  return units && unit !== wanted && units.other === wanted ? value * units.factor : value;
}
