/** Recipes and meals that are eaten often: made of foods, eaten by the serving. */

import type { Change, Recipe } from "../../types";
import { type Eaten, GRAMS, kcalOf } from "./foods";

/** The change that makes a recipe of foods. */
export function recipeOf(name: string, servings: number, foods: readonly Eaten[]): Change {
  const items = foods.map(({ value }, place) => {
    const grams = Object.fromEntries(GRAMS.flatMap((gram) => (value[gram] === undefined || value[gram] === null ? [] : [[gram, value[gram]]])));
    const item = { name: value.name || "Food", energy: value.energy, ...grams, ...(value.nutrients && { nutrients: value.nutrients }) };
    return [String(place).padStart(3, "0"), item];
  });
  return { name: name.trim().slice(0, 200), servings, items: Object.fromEntries(items) };
}

/** The food that servings of a recipe are; grams and nutrients only where every item tells them. */
export function servingsOf(id: string, recipe: Recipe, servings: number): Change {
  const items = Object.values(recipe.items ?? {});
  const share = servings / (Number(recipe.servings ?? 1) || 1);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const total = (amounts: readonly unknown[]) =>
    amounts.every((amount) => amount !== undefined && amount !== null) ? rounded(share * amounts.reduce<number>((sum, amount) => sum + Number(amount), 0)) : null;
  const grams = GRAMS.map((gram) => [gram, total(items.map((item) => item[gram]))] as const).filter(([, sum]) => sum !== null);
  const names = Object.keys(items[0]?.nutrients ?? {});
  const nutrients = names.map((name) => [name, total(items.map((item) => item.nutrients?.[name]))] as const).filter(([, sum]) => sum !== null);
  const kcal = items.reduce((sum, item) => sum + kcalOf(item.energy), 0);
  return {
    name: recipe.name,
    recipe: id,
    servings,
    energy: `${Math.round(share * kcal)} kcal`,
    ...Object.fromEntries(grams),
    ...(nutrients.length > 0 && { nutrients: Object.fromEntries(nutrients) }),
  };
}
