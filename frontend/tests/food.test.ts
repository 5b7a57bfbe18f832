import { describe, expect, it } from "vitest";
import { type Entry, NO_GRAMS, changeOf, entryOf, problemOf, questionOf, typed } from "../src/pages/food/entry";
import { type Eaten, counted, factsOf, gramSum, kcalOf, kcalSum, mealAt } from "../src/pages/food/foods";
import { recents } from "../src/pages/food/recents";
import { recipeOf, servingsOf } from "../src/pages/food/recipes";
import type { Food, Recipe } from "../src/types";

const TODAY = "2026-11-23";
let made = 0;
const eaten = (value: Partial<Food>, id = `f${made++}`): Eaten => ({ id, value: { date: TODAY, energy: "500 kcal", ...value } });
const entry = (change: Partial<Entry>): Entry => ({
  energy: "650",
  unit: "kcal",
  name: "Rice",
  date: TODAY,
  time: "12:30",
  meal: "lunch",
  grams: NO_GRAMS,
  wholeDay: false,
  free: false,
  ...change,
});

describe("which foods of a day count", () => {
  const ids = (foods: readonly Eaten[]) => counted(foods).map(({ id }) => id);

  it("all of one source without a total", () => {
    expect(ids([eaten({}, "a"), eaten({}, "b"), eaten({}, "food:cronometer:2026-11-23:x.1")])).toEqual(["a", "b", "food:cronometer:2026-11-23:x.1"]);
  });

  it("the total in place of the meals of its source, the last that was written down", () => {
    expect(ids([eaten({}, "a"), eaten({ whole_day: true }, "b"), eaten({ whole_day: true }, "c")])).toEqual(["c"]);
  });

  it("of two sources the one with the most energy, until the athlete says both", () => {
    const file = (checked: boolean) => eaten({ whole_day: true, energy: "2000 kcal", checked }, "food:cronometer:2026-11-23:day");
    expect(ids([eaten({}, "a"), file(false)])).toEqual(["food:cronometer:2026-11-23:day"]);
    expect(ids([eaten({ energy: "9000 kJ" }, "a"), file(false)])).toEqual(["a"]);
    expect(ids([eaten({}, "a"), file(true)])).toEqual(["a", "food:cronometer:2026-11-23:day"]);
  });
});

describe("sums", () => {
  it("add kcal and kJ, and say where grams are not known of all", () => {
    const foods = [eaten({ energy: "100 kcal", protein: 10 }), eaten({ energy: "418.4 kJ", protein: "2.5" }), eaten({ energy: "50 kcal" })];
    expect(kcalSum(foods)).toBeCloseTo(250, 9);
    expect(gramSum(foods, "protein")).toEqual({ grams: 12.5, whole: false });
    expect(gramSum(foods, "fat")).toBeNull();
    expect(kcalOf("2092 kJ")).toBeCloseTo(500, 9);
  });

  it("know the meal of an hour", () => {
    expect([3, 7, 12, 16, 19, 23].map(mealAt)).toEqual(["snack", "breakfast", "lunch", "snack", "dinner", "snack"]);
  });
});

describe("recents", () => {
  const names = (foods: readonly Eaten[], hour: number) => recents(foods, TODAY, hour).map(({ food }) => food.value.name);

  it("prefer what is eaten at this hour", () => {
    const foods = [eaten({ name: "Oats", time: "07:30", date: "2026-11-22" }), eaten({ name: "Curry", time: "19:00", date: "2026-11-22" })];
    expect(names(foods, 8)).toEqual(["Oats", "Curry"]);
    expect(names(foods, 20)).toEqual(["Curry", "Oats"]);
  });

  it("prefer what is eaten often, and lately", () => {
    const often = [20, 21, 22].map((day) => eaten({ name: "Skyr", time: "12:00", date: `2026-11-${day}` }));
    const once = eaten({ name: "Cake", time: "12:00", date: "2026-11-22" });
    const longAgo = eaten({ name: "Soup", time: "12:00", date: "2026-06-01" });
    expect(names([longAgo, once, ...often], 12)).toEqual(["Skyr", "Cake", "Soup"]);
  });

  it("count midnight as near to eleven", () => {
    const foods = [eaten({ name: "Late", time: "23:30", date: "2026-11-22" }), eaten({ name: "Noon", time: "12:00", date: "2026-11-22" })];
    expect(names(foods, 0.5)).toEqual(["Late", "Noon"]);
  });

  it("show each name once, as it was last eaten, without totals, the future and what has no name", () => {
    const foods = [
      eaten({ name: "Oats", energy: "300 kcal", date: "2026-11-20" }),
      eaten({ name: " oats", energy: "350 kcal", date: "2026-11-22" }),
      eaten({ name: "All", whole_day: true }),
      eaten({ name: "Tomorrow", date: "2026-11-24" }),
      eaten({}),
    ];
    expect(recents(foods, TODAY, 8).map(({ food }) => food.value.energy)).toEqual(["350 kcal"]);
  });

  it("copy what is known, not when it was", () => {
    expect(factsOf({ date: TODAY, time: "08:00", meal: "lunch", name: "Oats", energy: "300 kcal", protein: 12, checked: true, free: true })).toEqual({
      name: "Oats",
      energy: "300 kcal",
      protein: 12,
    });
  });
});

describe("an entry", () => {
  it.each([
    ["", "Type how much energy it has."],
    ["abc", "Type a number of kcal, such as 650."],
    ["-5", "An energy can’t be below zero."],
    ["20001", "Nobody eats 20001 kcal. Check the number, and whether it is kJ."],
  ])("%j is refused in one sentence", (energy, message) => {
    expect(problemOf(entry({ energy }), TODAY)).toEqual({ field: "energy", message });
  });

  it("is fine with a comma, in kJ, and in the future if it is the planned free meal", () => {
    expect(typed("650,5")).toBe(650.5);
    expect(problemOf(entry({ energy: "20001", unit: "kJ" }), TODAY)).toBeNull();
    expect(problemOf(entry({ date: "2026-11-24" }), TODAY)?.field).toBe("date");
    expect(problemOf(entry({ date: "2026-11-24", free: true }), TODAY)).toBeNull();
    expect(problemOf(entry({ grams: { ...NO_GRAMS, fat: "-1" } }), TODAY)?.field).toBe("fat");
    expect(problemOf(entry({ time: "25:00" }), TODAY)?.field).toBe("time");
  });

  it("asks where kJ were typed as kcal", () => {
    const grams = { ...NO_GRAMS, protein: "40", carbohydrate: "60", fat: "20" };
    expect(questionOf(entry({ energy: "580", grams }))).toBeNull();
    expect(questionOf(entry({ energy: "2427", grams }))?.mend).toEqual({ label: "2427 kJ", energy: "2427", unit: "kJ" });
    expect(questionOf(entry({ energy: "1200", grams }))?.mend).toEqual({ label: "580 kcal", energy: "580", unit: "kcal" });
  });

  it("asks about a meal above 3,000 kcal and a day above 6,000", () => {
    expect(questionOf(entry({ energy: "3001" }))?.mend?.unit).toBe("kJ");
    expect(questionOf(entry({ energy: "3001", wholeDay: true }))).toBeNull();
    expect(questionOf(entry({ energy: "6001", wholeDay: true }))).not.toBeNull();
  });

  it("makes a change of what is new alone, and takes away what was cleared", () => {
    expect(changeOf(entry({}), null, false)).toEqual({ date: TODAY, energy: "650 kcal", name: "Rice", time: "12:30", meal: "lunch" });
    const before: Food = { date: TODAY, energy: "650 kcal", name: "Rice", time: "12:30", meal: "lunch", protein: 12 };
    expect(changeOf(entryOf(before), before, false)).toEqual({});
    expect(changeOf({ ...entryOf(before), name: "", grams: NO_GRAMS, energy: "700" }, before, true)).toEqual({
      name: null,
      protein: null,
      energy: "700 kcal",
      checked: true,
    });
  });
});

describe("recipes", () => {
  const parts = [eaten({ name: "Oats", energy: "370 kcal", protein: 13, fat: 7 }), eaten({ name: "Milk", energy: "418.4 kJ", protein: 7 })];
  const recipe = recipeOf("Porridge ", 2, parts) as unknown as Recipe;

  it("are made of foods", () => {
    expect(recipe).toMatchObject({ name: "Porridge", servings: 2, items: { "000": { name: "Oats" }, "001": { name: "Milk", energy: "418.4 kJ" } } });
  });

  it("are eaten by the serving; what not every part tells is not known", () => {
    expect(servingsOf("r", recipe, 1)).toEqual({ name: "Porridge", recipe: "r", servings: 1, energy: "235 kcal", protein: 10 });
  });
});
