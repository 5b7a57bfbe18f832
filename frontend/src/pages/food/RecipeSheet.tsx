/** A recipe made of what was logged. */

import { useState } from "preact/hooks";
import { newThingId, record } from "../../log";
import { Button, Field, Sheet, Stepper, toast } from "../../ui";
import { ChooseSome } from "../fields";
import { type Eaten, inUnit, kcalOf } from "./foods";
import { recipeOf } from "./recipes";

interface RecipeSheetProps {
  foods: readonly Eaten[];
  onClose: () => void;
}

export function RecipeSheet({ foods, onClose }: RecipeSheetProps) {
  const [chosen, setChosen] = useState<string[]>(foods.map(({ id }) => id));
  const [name, setName] = useState("");
  const [servings, setServings] = useState(1);
  const parts = foods.filter(({ id }) => chosen.includes(id));
  const kcal = parts.reduce((sum, { value }) => sum + kcalOf(value.energy), 0);
  const save = async () => {
    const of = newThingId();
    await record([{ about: "recipe", of, change: recipeOf(name, servings, parts) }]);
    toast(`${name.trim()} is kept.`, () => void record([{ about: "recipe", of, change: { removed: true } }]));
    onClose();
  };
  return (
    <Sheet title="Make a recipe" onClose={onClose}>
      <Field label="Name" value={name} maxLength={200} onInput={setName} />
      <ChooseSome
        label="Made of"
        options={foods.map(({ id, value }) => ({ value: id, label: `${value.name || "Food"}, ${value.energy}` }))}
        values={chosen}
        onChange={setChosen}
      />
      <p class="field-label" aria-hidden="true">
        Servings it makes
      </p>
      <Stepper label="Servings it makes" value={servings} step={1} most={100} onChange={(next) => setServings(Math.max(next, 0.25))} />
      <p class="soft">{inUnit(kcal / servings, "kcal")} kcal a serving.</p>
      <Button look="primary" large wide disabled={!name.trim() || parts.length === 0} onClick={() => void save()}>
        Keep it
      </Button>
    </Sheet>
  );
}
