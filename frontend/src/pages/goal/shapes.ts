/** What the server says of a goal; see src/legday/planner/energy_target.py and src/legday/energy/goal.py. Energies in kcal a day. */

import type { Day, Mass } from "../../types";
import type { BandDay } from "../../charts/TrendChart";
import type { MassGoal } from "../profile";

export interface Limit {
  name: string;
  kept: boolean;
  sentence: string;
}

/** Masses in kilograms. */
export interface PathDay {
  date: Day;
  mass: number;
  low: number;
  high: number;
}

export interface GoalPath {
  start: Day;
  by: Day;
  mass: Mass;
  target: Mass;
  maintenance: number;
  intake: number;
  hold: number;
  /** What the training lets one eat beside. */
  training: number;
  /** Of body mass in the first week [%]. */
  rate: number;
  own: boolean;
  limits: readonly Limit[];
  path: readonly PathDay[];
}

export interface UnsafeGoal {
  target: Mass;
  by: Day;
  reasons: readonly string[];
  nearest: readonly { mass: Mass; by: Day }[];
}

export interface GoalAnswer {
  path: GoalPath | null;
  refusal: UnsafeGoal | null;
  /** Energy of the training of a week that it counts on [kcal]. */
  training: number;
}

export interface EnergyTarget {
  sentence: string;
  plan: string;
  page: string;
  maintenance: number;
  training: number;
  intake: number;
  rate: number;
  /** Grams a day. */
  protein: readonly [number, number];
  protein_sentence: string;
  least_fat: number;
  /** Whether what holds the mass is known from the log, and not from formulas. */
  own: boolean;
  mass_goal: MassGoal | null;
  refusal: UnsafeGoal | null;
  reasons: readonly string[];
}

export interface GoalNow {
  target: EnergyTarget;
  mass: Mass;
  training: number;
  answer: GoalAnswer | null;
  foretold: readonly PathDay[];
  /** In kilograms. */
  weighed: readonly BandDay[];
}

const KG_PER_LB = 0.453_592_37;

export function inUnits(kg: number, units: "kg" | "lb"): number {
  return units === "lb" ? kg / KG_PER_LB : kg;
}

export const asBand = (days: readonly PathDay[], units: "kg" | "lb"): BandDay[] =>
  days.map(({ date, mass, low, high }) => ({ date, mean: inUnits(mass, units), low: inUnits(low, units), high: inUnits(high, units) }));

export const bandIn = (days: readonly BandDay[], units: "kg" | "lb"): BandDay[] =>
  days.map(({ date, mean, low, high }) => ({ date, mean: inUnits(mean, units), low: inUnits(low, units), high: inUnits(high, units) }));

/** 2,150: to ten, as nobody eats more exactly. */
export const kcal = (energy: number): string => (Math.round(energy / 10) * 10).toLocaleString("en-GB");
