/** What a day comes to: energy beside what it is meant to hold, protein, and how many nutrients came with it. */

import { Card } from "../../ui";
import { number } from "../words";
import { type Eaten, type EnergyUnit, type Gram, gramSum, inUnit, kcalSum } from "./foods";
import type { DayFood } from "./shapes";

interface DaySumProps {
  foods: readonly Eaten[];
  unit: EnergyUnit;
  told: DayFood | null;
}

const SHOWN: readonly { name: Gram; label: string }[] = [
  { name: "protein", label: "Protein" },
  { name: "carbohydrate", label: "Carbohydrate" },
  { name: "fat", label: "Fat" },
  { name: "fibre", label: "Fibre" },
];

export function DaySum({ foods, unit, told }: DaySumProps) {
  const kcal = kcalSum(foods);
  const target = told?.target ?? null;
  const protein = gramSum(foods, "protein");
  const least = told?.protein?.[0] ?? null;
  return (
    <Card class="day-sum">
      <p class="day-energy">
        <b class="figures">{inUnit(kcal, unit)}</b>
        <span>
          {target === null ? unit : `of ${inUnit(target, unit)} ${unit}`}
          {target !== null && <small class="soft">{left(kcal, target, unit)}</small>}
        </span>
      </p>
      {target !== null && <progress value={Math.min(kcal, target)} max={target} aria-label="Energy of the day" />}
      <dl class="grams">
        {SHOWN.map(({ name, label }) => {
          const sum = gramSum(foods, name);
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd class="figures">
                {sum ? `${sum.whole ? "" : "≥ "}${number(Math.round(sum.grams))} g` : "–"}
                {name === "protein" && least !== null && <small class="soft"> of {number(least)} g</small>}
              </dd>
            </div>
          );
        })}
      </dl>
      {least !== null && protein && <progress value={Math.min(protein.grams, least)} max={least} aria-label="Protein of the day" />}
      {told && foods.length > 0 && <DensityLine told={told} />}
      {told?.free_meal && told.free_meal.date === told.date && <p class="notice-line">{told.free_meal.say}</p>}
      {told?.budget && <p class="soft small">{budgetLine(told, unit)}</p>}
    </Card>
  );
}

function left(kcal: number, target: number, unit: EnergyUnit): string {
  const rest = target - kcal;
  return rest >= 0 ? `${inUnit(rest, unit)} left` : `${inUnit(-rest, unit)} over`;
}

function DensityLine({ told: { density } }: { told: DayFood }) {
  const { score, empty, sentence, missing } = density;
  return (
    <details class="more">
      <summary>{score === null ? sentence : `Nutrients: ${Math.round(score)} points for 100 kcal`}</summary>
      <p class="soft small">
        {score !== null && `${sentence} `}
        The Nutrient Rich Foods index (NRF9.3) adds up the daily values that 100 kcal bring of nine nutrients, and takes away those of saturated fat,
        added sugar and sodium.
        {missing.length > 0 && ` Not known: ${missing.map((name) => name.replaceAll("-", " ")).join(", ")}.`}
      </p>
      {empty !== null && <p class="soft small">{Math.round(100 * empty)} % of the energy is added sugar and alcohol, which bring nothing else.</p>}
    </details>
  );
}

function budgetLine({ budget, free_meal: meal, date }: DayFood, unit: EnergyUnit): string {
  if (!budget || !meal) return "";
  if (budget.reason) return budget.reason;
  if (meal.date === date) return `The six other days of this week hold ${inUnit(budget.other_days, unit)} ${unit} each, so that the week stays as it was.`;
  return `${inUnit(budget.usual - budget.other_days, unit)} ${unit} a day are put by for this week’s free meal.`;
}
