/** The energy statement as the server tells it, in joules, and the words for it. */

import { settings } from "../../settings";
import { inUnit } from "../food/foods";
import { capital } from "../words";

export interface Posting {
  account: string;
  joules: number;
  label: string;
  sure: "logged" | "estimated" | "guessed";
  why: string;
}

export interface Balance {
  joules: number;
  fat_kg: number;
  lean_kg: number;
  mass: number;
}

export interface DayLine {
  date: string;
  eaten: number;
  spent: number;
  change: number;
  balance: number;
  guessed: number;
  mass: number;
  trend: number | null;
  scale: number | null;
  postings: readonly Posting[];
}

export interface AccountLine {
  account: string;
  joules: number;
  a_day: number;
  guessed: number;
}

export interface Statement {
  first: string;
  last: string;
  opening: Balance;
  closing: Balance;
  eaten: number;
  spent: number;
  accounts: readonly AccountLine[];
  days: readonly DayLine[];
  guessed: number;
  expenditure: { mean: number; low: number; high: number } | null;
  scale_says: string;
}

export interface EnergyView {
  statement: Statement | null;
  begins: string | null;
  missing: { fields: readonly string[]; sentence: string } | null;
}

const JOULES_PER_KCAL = 4184;

/** 2,310, in the unit that the athlete reads energies in. */
export const shown = (joules: number): string => inUnit(joules / JOULES_PER_KCAL, settings.value.energyUnit).replace("-", "−");

/** +120 or −330 */
export const signed = (joules: number): string => (joules > 0 ? `+${shown(joules)}` : shown(joules));

const ACCOUNTS: Readonly<Record<string, string>> = {
  food: "Food you logged",
  unlogged: "Food not logged",
  "rest-of-day": "The rest of the day",
  digestion: "Digesting",
  building: "Building tissue",
  found: "Found by your scale",
};

export const accountName = (account: string): string => ACCOUNTS[account] ?? capital(account);

export const isEaten = (account: string): boolean => account === "food" || account === "unlogged";

/** Less than this a day is called even [kcal]. */
const EVEN_KCAL = 50;
const POUNDS = 1 / 0.45359237;

/** 82.1 kg, or as many pounds. */
export const massIn = (kilograms: number, unit: "kg" | "lb"): number => (unit === "lb" ? kilograms * POUNDS : kilograms);
export const mass = (kilograms: number, unit: "kg" | "lb"): string => `${massIn(kilograms, unit).toFixed(1)} ${unit}`;

/** What a range of days did to the body, in one sentence. */
export function verdict({ days, opening, closing }: Statement): string {
  const a_day = (closing.joules - opening.joules) / days.length;
  const fat = closing.fat_kg - opening.fat_kg;
  const grams = `${Math.abs(Math.round(fat * 100)) * 10} g ${fat < 0 ? "less" : "more"} fat`;
  if (Math.abs(a_day) < EVEN_KCAL * JOULES_PER_KCAL) return "You ate what you spent.";
  return `You ate ${shown(Math.abs(a_day))} ${settings.value.energyUnit} a day ${a_day < 0 ? "less" : "more"} than you spent: about ${grams}.`;
}
