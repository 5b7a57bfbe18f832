/** What was eaten, in the log of this device: which foods of a day count, their sums, and energies as they are written. */

import type { Food, FoodFacts, LoggedDay, Meal } from "../../types";

export interface Eaten {
  id: string;
  value: Food;
}

export const KJ_PER_KCAL = 4.184;
export const MEALS: readonly { value: Meal; label: string }[] = [
  { value: "breakfast", label: "Breakfast" },
  { value: "lunch", label: "Lunch" },
  { value: "dinner", label: "Dinner" },
  { value: "snack", label: "Snack" },
];
export const GRAMS = ["protein", "carbohydrate", "fat", "alcohol", "fibre"] as const;
export type Gram = (typeof GRAMS)[number];

/** An energy such as "650 kcal" or "2720 kJ" in kilocalories. */
export function kcalOf(energy: string): number {
  const value = Number.parseFloat(energy);
  return energy.trim().endsWith("J") ? value / KJ_PER_KCAL : value;
}

/** Kilocalories in the unit that is shown, without a unit: 2,350. */
export function inUnit(kcal: number, unit: EnergyUnit): string {
  return Math.round(unit === "kJ" ? kcal * KJ_PER_KCAL : kcal).toLocaleString("en");
}

export type EnergyUnit = "kcal" | "kJ";

/** What file a food was imported from, such as "myfitnesspal"; empty for what was written down in legday. */
export function sourceOf(id: string): string {
  const [start, source, ...rest] = id.split(":");
  return start === "food" && rest.length ? (source ?? "") : "";
}

/** The foods of a day that count, as the server counts them (`legday.energy.counted_foods`). */
export function counted(foods: readonly Eaten[]): Eaten[] {
  const bySource = new Map<string, Eaten[]>();
  for (const food of foods) {
    const source = sourceOf(food.id);
    bySource.set(source, [...(bySource.get(source) ?? []), food]);
  }
  const kept = new Map([...bySource].map(([source, all]) => [source, inPlace(source, all)]));
  const totals = [...kept.values()].flat().filter(({ value }) => value.whole_day);
  if (kept.size < 2 || totals.every(({ value }) => value.checked)) return foods.filter((food) => [...kept.values()].flat().includes(food));
  const most = [...kept.keys()].sort().reduce((best, source) => (kcalSum(kept.get(source) ?? []) > kcalSum(kept.get(best) ?? []) ? source : best));
  return kept.get(most) ?? [];
}

function inPlace(source: string, foods: Eaten[]): Eaten[] {
  const totals = foods.filter(({ value }) => value.whole_day);
  if (totals.length === 0) return foods;
  return source === "" ? totals.slice(-1) : totals;
}

export function kcalSum(foods: readonly Eaten[]): number {
  return foods.reduce((sum, { value }) => sum + kcalOf(value.energy), 0);
}

/** A sum of grams, and whether it is known of all foods; null where nothing is known. */
export function gramSum(foods: readonly Eaten[], name: Gram): { grams: number; whole: boolean } | null {
  const known = foods.filter(({ value }) => value[name] !== undefined && value[name] !== null);
  if (known.length === 0) return null;
  return { grams: known.reduce((sum, { value }) => sum + Number(value[name]), 0), whole: known.length === foods.length };
}

/** The foods of a day in the order of the log: by time, then id. */
export function onDay(all: readonly Eaten[], date: string): Eaten[] {
  return all
    .filter(({ value }) => value.date === date)
    .sort((a, b) => ((a.value.time ?? "") === (b.value.time ?? "") ? (a.id < b.id ? -1 : 1) : (a.value.time ?? "") < (b.value.time ?? "") ? -1 : 1));
}

/** The meal that an hour of the day is usually of. */
export function mealAt(hour: number): Meal {
  if (hour >= 4 && hour < 11) return "breakfast";
  if (hour >= 11 && hour < 15) return "lunch";
  return hour >= 17 && hour < 22 ? "dinner" : "snack";
}

/** What is known of a food without when it was eaten: what is copied when it is eaten again. */
export function factsOf(food: Food): FoodFacts & Pick<Food, "name" | "recipe" | "servings"> {
  const { energy, name, recipe, servings, nutrients } = food;
  const grams = Object.fromEntries(GRAMS.flatMap((gram) => (food[gram] === undefined || food[gram] === null ? [] : [[gram, food[gram]]])));
  return { energy, ...grams, ...(name && { name }), ...(recipe && { recipe }), ...(servings && { servings }), ...(nutrients && { nutrients }) };
}

export const dayId = (date: string): string => `day:${date}`;

export function isComplete(day: LoggedDay | null): boolean {
  return day?.complete === true;
}
