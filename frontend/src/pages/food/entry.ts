/** A food as it is typed: numbers read as people write them, refused in one sentence, or asked about. */

import type { Change, Food, Meal } from "../../types";
import { type EnergyUnit, GRAMS, type Gram, KJ_PER_KCAL } from "./foods";

export interface Entry {
  energy: string;
  unit: EnergyUnit;
  name: string;
  date: string;
  time: string;
  meal: Meal | null;
  grams: Readonly<Record<Gram, string>>;
  wholeDay: boolean;
  free: boolean;
}

export interface Problem {
  field: "energy" | "date" | "time" | Gram;
  message: string;
}

/** A value that looks like a slip, and what was probably meant. */
export interface Question {
  text: string;
  mend: { label: string; energy: string; unit: EnergyUnit } | null;
}

/** More than this nobody eats in a day [kcal]. */
const MOST_KCAL = 20_000;
const MOST_OF_FOOD = 3000;
const MOST_OF_DAY = 6000;
const MOST_GRAMS = 5000;
const NEAR_SHARE = 0.25;
const NEAR_KCAL = 150;

export const NO_GRAMS: Readonly<Record<Gram, string>> = { protein: "", carbohydrate: "", fat: "", alcohol: "", fibre: "" };

/** The number in what was typed, with a point or a comma; null if it is empty, NaN if it is no number. */
export function typed(text: string): number | null {
  const bare = text.trim().replace(",", ".");
  return bare === "" ? null : /^-?\d*\.?\d+$|^-?\d+\.$/.test(bare) ? Number(bare) : Number.NaN;
}

export function problemOf(entry: Entry, today: string): Problem | null {
  const energy = typed(entry.energy);
  const other: EnergyUnit = entry.unit === "kcal" ? "kJ" : "kcal";
  if (energy === null) return { field: "energy", message: "Type how much energy it has." };
  if (Number.isNaN(energy)) return { field: "energy", message: `Type a number of ${entry.unit}, such as 650.` };
  if (energy < 0) return { field: "energy", message: "An energy can’t be below zero." };
  if (kcal(entry) > MOST_KCAL) return { field: "energy", message: `Nobody eats ${entry.energy} ${entry.unit}. Check the number, and whether it is ${other}.` };
  for (const gram of GRAMS) {
    const grams = typed(entry.grams[gram]);
    if (grams === null) continue;
    if (Number.isNaN(grams)) return { field: gram, message: "Type a number of grams, such as 32." };
    if (grams < 0 || grams > MOST_GRAMS) return { field: gram, message: `Grams are between 0 and ${MOST_GRAMS.toLocaleString("en")}.` };
  }
  if (entry.time && !/^([01]\d|2[0-3]):[0-5]\d$/.test(entry.time)) return { field: "time", message: "Type a time such as 12:30." };
  if (entry.date > today && !entry.free) return { field: "date", message: "This day is still to come; choose today or an earlier one." };
  return null;
}

/** What to ask about an entry without problems; null where nothing looks like a slip. */
export function questionOf(entry: Entry): Question | null {
  const told = kcal(entry);
  const swapped = { label: `${entry.energy} kJ`, energy: entry.energy, unit: "kJ" as const };
  const [protein, carbohydrate, fat] = (["protein", "carbohydrate", "fat"] as const).map((gram) => typed(entry.grams[gram]));
  if (protein !== null && carbohydrate !== null && fat !== null && protein !== undefined && carbohydrate !== undefined && fat !== undefined) {
    const fibre = typed(entry.grams.fibre) ?? 0;
    const base = 4 * protein + 9 * fat + 7 * (typed(entry.grams.alcohol) ?? 0);
    const low = base + 4 * Math.max(0, carbohydrate - fibre);
    const high = base + 4 * carbohydrate + 2 * fibre;
    const slack = Math.max(NEAR_SHARE * high, NEAR_KCAL);
    if (told < low - slack || told > high + slack) {
      const middle = Math.round((low + high) / 2);
      const isKj = entry.unit === "kcal" && Math.abs(told / KJ_PER_KCAL - middle) <= slack;
      return {
        text: `The grams come to about ${middle.toLocaleString("en")} kcal, but it says ${entry.energy} ${entry.unit}.`,
        mend: isKj ? swapped : { label: `${middle} kcal`, energy: String(middle), unit: "kcal" },
      };
    }
  }
  if (told > (entry.wholeDay ? MOST_OF_DAY : MOST_OF_FOOD)) {
    const what = entry.wholeDay ? "in one day" : "in one meal";
    return { text: `${Math.round(told).toLocaleString("en")} kcal ${what}: is that right?`, mend: entry.unit === "kcal" ? swapped : null };
  }
  return null;
}

function kcal({ energy, unit }: Entry): number {
  return (typed(energy) ?? 0) / (unit === "kJ" ? KJ_PER_KCAL : 1);
}

/** The fields of the food that an entry makes; null takes away what was there before. */
export function changeOf(entry: Entry, before: Food | null, checked: boolean): Change {
  const fields: Record<string, unknown> = {
    date: entry.date,
    energy: `${typed(entry.energy) ?? 0} ${entry.unit}`,
    name: entry.name.trim().slice(0, 200) || null,
    time: entry.time || null,
    meal: entry.wholeDay ? null : entry.meal,
    ...Object.fromEntries(GRAMS.map((gram) => [gram, typed(entry.grams[gram])])),
    whole_day: entry.wholeDay || null,
    free: entry.free || null,
    checked: checked || null,
  };
  const was = (before ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => (value === null ? (was[name] ?? null) !== null : value !== was[name])));
}

export function entryOf(food: Food): Entry {
  const unit: EnergyUnit = food.energy.trim().endsWith("J") ? "kJ" : "kcal";
  return {
    energy: String(Number.parseFloat(food.energy)),
    unit,
    name: food.name ?? "",
    date: food.date,
    time: food.time ?? "",
    meal: food.meal ?? null,
    grams: Object.fromEntries(GRAMS.map((gram) => [gram, food[gram] === undefined || food[gram] === null ? "" : String(Number(food[gram]))])) as Record<Gram, string>,
    wholeDay: food.whole_day === true,
    free: food.free === true,
  };
}
