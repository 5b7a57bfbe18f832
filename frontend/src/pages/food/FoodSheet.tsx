/** A food entered number first, or changed: energy, then all else if wanted. */

import { useState } from "preact/hooks";
import { inverse, localTime, newThingId, record, today } from "../../log";
import { saveSettings, settings } from "../../settings";
import type { Draft } from "../../log";
import { Button, Field, Pad, Sheet, toast } from "../../ui";
import { Switch } from "../fields";
import { capital } from "../words";
import { type Entry, NO_GRAMS, type Problem, type Question, changeOf, entryOf, problemOf, questionOf } from "./entry";
import { type Eaten, type EnergyUnit, GRAMS, MEALS, mealAt } from "./foods";

interface FoodSheetProps {
  date: string;
  food: Eaten | null;
  onClose: () => void;
}

const UNITS: readonly { value: EnergyUnit; label: string }[] = [
  { value: "kcal", label: "kcal" },
  { value: "kJ", label: "kJ" },
];

export function FoodSheet({ date, food, onClose }: FoodSheetProps) {
  const [entry, setEntry] = useState<Entry>(() => (food ? entryOf(food.value) : fresh(date)));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState<Question | null>(null);
  const set = (change: Partial<Entry>) => {
    setEntry((now) => ({ ...now, ...change }));
    setProblem(null);
    setAsked(null);
  };
  const about = (field: Problem["field"]) => (problem?.field === field ? problem.message : undefined);

  const enter = () => {
    const wrong = problemOf(entry, today());
    setProblem(wrong);
    if (wrong) return;
    const unsure = food?.value.checked ? null : questionOf(entry);
    if (unsure) setAsked(unsure);
    else void save(entry, food?.value.checked === true);
  };
  const save = async (kept: Entry, checked: boolean) => {
    const of = food?.id ?? newThingId();
    const change = changeOf(kept, food?.value ?? null, checked);
    if (Object.keys(change).length > 0) {
      const back: Draft = { about: "food", of, change: food ? inverse(food.value as unknown as Draft["change"], change) : { removed: true } };
      await record([{ about: "food", of, change }]);
      toast(`${kept.name || "Food"}: ${kept.energy} ${kept.unit}.`, () => void record([back]));
    }
    onClose();
  };
  const remove = async () => {
    if (!food) return;
    await record([{ about: "food", of: food.id, change: { removed: true } }]);
    toast("Removed.", () => void record([{ about: "food", of: food.id, change: { removed: null } }]));
    onClose();
  };

  return (
    <Sheet title={food ? "Change food" : "Add food"} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <div class="energy-entry">
          <Field label={`Energy [${entry.unit}]`} value={entry.energy} inputMode="decimal" autoFocus problem={about("energy")} onInput={(energy) => set({ energy })} />
          <Pad
            label="Unit of energy"
            options={UNITS}
            value={entry.unit}
            onPick={(unit) => {
              set({ unit });
              saveSettings({ energyUnit: unit });
            }}
          />
        </div>
        <Field label="What it was" value={entry.name} maxLength={200} hint="With a name it comes back below as one tap." onInput={(name) => set({ name })} />
        {!entry.wholeDay && <Pad words label="Meal" options={MEALS} value={entry.meal} onPick={(meal) => set({ meal: meal === entry.meal ? null : meal })} />}
        <details class="more" open={GRAMS.some((gram) => entry.grams[gram] !== "")}>
          <summary>Protein, carbohydrate, fat</summary>
          <div class="amounts grams-entry">
            {GRAMS.map((gram) => (
              <Field
                key={gram}
                label={`${capital(gram)} [g]`}
                value={entry.grams[gram]}
                inputMode="decimal"
                problem={about(gram)}
                onInput={(text) => set({ grams: { ...entry.grams, [gram]: text } })}
              />
            ))}
          </div>
        </details>
        <details class="more" open={entry.wholeDay || entry.free}>
          <summary>Another day or time, free meal</summary>
          <div class="amounts">
            <Field label="Day" type="date" value={entry.date} problem={about("date")} onInput={(day) => day && set({ date: day })} />
            <Field label="Time" value={entry.time} problem={about("time")} onInput={(time) => set({ time })} />
          </div>
          <div class="switches">
            <Switch label="The total of the day" hint="In place of its meals" on={entry.wholeDay} onChange={(wholeDay) => set({ wholeDay })} />
            <Switch label="This is the free meal" hint="The one you planned by the quad day" on={entry.free} onChange={(free) => set({ free })} />
          </div>
        </details>
        {asked ? (
          <div class="notice" role="alert" ref={(shown) => shown?.scrollIntoView({ block: "end" })}>
            <p>{asked.text}</p>
            <div class="row wrap">
              {asked.mend && (
                <Button look="primary" onClick={() => asked.mend && void save({ ...entry, energy: asked.mend.energy, unit: asked.mend.unit }, false)}>
                  It is {asked.mend.label}
                </Button>
              )}
              <Button look="outline" onClick={() => void save(entry, true)}>
                {entry.energy} {entry.unit} is right
              </Button>
            </div>
          </div>
        ) : (
          <Button type="submit" look="primary" large wide>
            {food ? "Save" : "Add"}
          </Button>
        )}
        {food && (
          <Button look="plain" icon="trash" onClick={() => void remove()}>
            Remove
          </Button>
        )}
      </form>
    </Sheet>
  );
}

function fresh(date: string): Entry {
  const now = localTime(new Date());
  const here = date === now.slice(0, 10);
  return {
    energy: "",
    unit: settings.value.energyUnit,
    name: "",
    date,
    time: here ? now.slice(11, 16) : "",
    meal: here ? mealAt(Number(now.slice(11, 13))) : null,
    grams: NO_GRAMS,
    wholeDay: false,
    free: false,
  };
}
