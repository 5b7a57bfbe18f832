/** Food: logged in two taps, the day's sum, what can hardly be right, recipes, and yesterday once more. */

import { useEffect, useState } from "preact/hooks";
import { localTime, log, newThingId, record, today, type Draft } from "../log";
import { settings } from "../settings";
import { sync } from "../sync/sync";
import type { Meal, Recipe } from "../types";
import { Button, Card, IconButton, Page, toast } from "../ui";
import { AsOf } from "./States";
import { Switch } from "./fields";
import { DaySum } from "./food/DaySum";
import { Doubts } from "./food/Doubts";
import { FoodSheet } from "./food/FoodSheet";
import { RecipeSheet } from "./food/RecipeSheet";
import { type Eaten, type EnergyUnit, MEALS, counted, dayId, factsOf, inUnit, isComplete, kcalOf, kcalSum, mealAt, onDay } from "./food/foods";
import { recents } from "./food/recents";
import { servingsOf } from "./food/recipes";
import type { DayFood } from "./food/shapes";
import { useAnswer } from "./use-answer";
import { addDays, nearDate } from "./words";
import "./common.css";
import "./food/food.css";

export default function Food() {
  const [date, setDate] = useState(today());
  const [open, setOpen] = useState<Eaten | "new" | null>(null);
  const [making, setMaking] = useState(false);
  const told = useAnswer<DayFood>(`/days/${date}/food`);
  const { at, pending } = sync.value;
  useEffect(() => {
    if (pending === 0) void told.refresh();
  }, [at, pending]);
  const { things } = log.value;
  const unit = settings.value.energyUnit;
  const all = things.all("food");
  const foods = onDay(all, date);
  const counts = counted(foods);
  const complete = isComplete(things.get("day", dayId(date)));

  return (
    <Page title="Food" back="/energy">
      <nav class="day-nav" aria-label="Day">
        <IconButton icon="back" label="The day before" onClick={() => setDate(addDays(date, -1))} />
        <h2>{nearDate(date, today())}</h2>
        <IconButton icon="forward" label="The day after" disabled={date >= today()} onClick={() => setDate(addDays(date, 1))} />
      </nav>
      <AsOf at={told.asOf} />
      <div class="columns">
        <div class="stack">
          <DaySum foods={counts} unit={unit} told={told.data?.date === date ? told.data : null} />
          <Button look="primary" large wide icon="plus" onClick={() => setOpen("new")}>
            Add food
          </Button>
          <Again all={all} date={date} unit={unit} />
          <Card title={foods.length > 0 ? "Logged" : "Nothing logged yet"}>
            {foods.length > 0 && <Lines foods={foods} counts={counts} unit={unit} onOpen={setOpen} />}
            <div class="switches">
              <Switch
                label={date === today() ? "All I ate today is logged" : "All I ate on this day is logged"}
                hint="Then a small sum is a small day, not a gap"
                on={complete}
                onChange={(on) => void record([{ about: "day", of: dayId(date), change: { complete: on } }])}
              />
            </div>
          </Card>
        </div>
        <div class="stack">
          <Doubts />
          <Yesterday all={all} date={date} unit={unit} />
          <Recipes recipes={things.all("recipe")} date={date} canMake={foods.length > 0} onMake={() => setMaking(true)} />
          <p class="soft small">
            You log in another app? <a href="/imports">Import its file</a>: MyFitnessPal, Cronometer, MacroFactor, Apple Health.
          </p>
        </div>
      </div>
      {open && <FoodSheet date={date} food={open === "new" ? null : open} onClose={() => setOpen(null)} />}
      {making && <RecipeSheet foods={foods} onClose={() => setMaking(false)} />}
    </Page>
  );
}

/** When a food of a day is eaten: now, if the day is today. */
function when(date: string): { date: string; time?: string; meal?: Meal } {
  const now = localTime(new Date());
  if (date !== now.slice(0, 10)) return { date };
  return { date, time: now.slice(11, 16), meal: mealAt(Number(now.slice(11, 13))) };
}

async function keep(drafts: readonly Draft[], said: string): Promise<void> {
  await record(drafts);
  toast(said, () => void record(drafts.map(({ about, of }) => ({ about, of, change: { removed: true } }))));
}

interface DayProps {
  all: readonly Eaten[];
  date: string;
  unit: EnergyUnit;
}

/** What is likely to be eaten now, one tap each. */
function Again({ all, date, unit }: DayProps) {
  const now = localTime(new Date());
  const likely = recents(all, date, Number(now.slice(11, 13)) + Number(now.slice(14, 16)) / 60);
  if (likely.length === 0) return null;
  return (
    <section class="again" aria-label="Eat again">
      {likely.map(({ food: { value } }) => (
        <button
          key={value.name}
          type="button"
          class="chip"
          onClick={() => void keep([{ about: "food", of: newThingId(), change: { ...factsOf(value), ...when(date) } }], `${value.name}: ${value.energy}.`)}
        >
          {value.name} <small class="soft">{inUnit(kcalOf(value.energy), unit)}</small>
        </button>
      ))}
    </section>
  );
}

interface LinesProps {
  foods: readonly Eaten[];
  counts: readonly Eaten[];
  unit: EnergyUnit;
  onOpen: (food: Eaten) => void;
}

function Lines({ foods, counts, unit, onOpen }: LinesProps) {
  const groups = [...MEALS, { value: null, label: "" }]
    .map(({ value, label }) => ({ label, of: foods.filter((food) => (food.value.meal ?? null) === value) }))
    .filter(({ of }) => of.length > 0);
  return (
    <>
      {groups.map(({ label, of }) => (
        <section key={label} class="meal">
          {label && (
            <h3>
              {label} <small class="soft">{inUnit(kcalSum(of), unit)}</small>
            </h3>
          )}
          <ul class="rows">
            {of.map((food) => {
              const { name, energy, time, whole_day: whole, free, protein } = food.value;
              const beside = [whole && "total of the day", free && "free meal", time, protein !== undefined && protein !== null && `${Math.round(Number(protein))} g protein`];
              const aside = !counts.includes(food);
              return (
                <li key={food.id}>
                  <button type="button" class="food-line" onClick={() => onOpen(food)}>
                    <span class="grow">
                      {name || (whole ? "All of the day" : "Food")}
                      <small class="soft">{[...beside, aside && "not counted: told twice"].filter(Boolean).join(", ")}</small>
                    </span>
                    <b class={aside ? "figures aside" : "figures"}>{inUnit(kcalOf(energy), unit)}</b>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The meals of the day before, to be eaten once more. */
function Yesterday({ all, date, unit }: DayProps) {
  const before = counted(onDay(all, addDays(date, -1))).filter(({ value }) => !value.whole_day && !value.free);
  const meals = MEALS.map((meal) => ({ ...meal, foods: before.filter(({ value }) => value.meal === meal.value) })).filter(({ foods }) => foods.length > 0);
  if (meals.length === 0) return null;
  return (
    <Card title="The day before, once more">
      <div class="stack tight">
        {meals.map(({ value: meal, label, foods }) => (
          <Button
            key={meal}
            look="outline"
            onClick={() =>
              void keep(
                foods.map(({ value }) => ({ about: "food" as const, of: newThingId(), change: { ...factsOf(value), date, meal, ...(value.time && { time: value.time }) } })),
                `${label} copied.`,
              )
            }
          >
            Copy {label.toLowerCase()}, {inUnit(kcalSum(foods), unit)} {unit}
          </Button>
        ))}
      </div>
    </Card>
  );
}

interface RecipesProps {
  recipes: readonly { id: string; value: Recipe }[];
  date: string;
  canMake: boolean;
  onMake: () => void;
}

function Recipes({ recipes, date, canMake, onMake }: RecipesProps) {
  const inOrder = [...recipes].sort((a, b) => (a.value.name < b.value.name ? -1 : 1));
  return (
    <Card title="Meals and recipes">
      {inOrder.length === 0 && <p class="soft">{canMake ? "Keep what you eat often, and log it with one tap." : "Log the parts of a meal first; then keep them as a recipe."}</p>}
      <ul class="rows">
        {inOrder.map(({ id, value }) => {
          const serving = servingsOf(id, value, 1);
          return (
            <li key={id} class="row">
              <span class="grow">
                <b>{value.name}</b>
                <small class="soft">{String(serving.energy)} a serving</small>
              </span>
              <Button look="outline" onClick={() => void keep([{ about: "food", of: newThingId(), change: { ...serving, ...when(date) } }], `${value.name}: ${String(serving.energy)}.`)}>
                Log one
              </Button>
              <IconButton
                icon="trash"
                label={`Remove ${value.name}`}
                onClick={() => {
                  void record([{ about: "recipe", of: id, change: { removed: true } }]);
                  toast(`${value.name} is removed.`, () => void record([{ about: "recipe", of: id, change: { removed: null } }]));
                }}
              />
            </li>
          );
        })}
      </ul>
      {canMake && (
        <Button look="plain" icon="plus" onClick={onMake}>
          Make a recipe of this day’s food
        </Button>
      )}
    </Card>
  );
}
