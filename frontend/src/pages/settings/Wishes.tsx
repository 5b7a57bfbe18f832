/** What the athlete asks for in a few words, and exercises they will not do. */

import { useState } from "preact/hooks";
import { catalogue } from "../../log";
import { Button, Field, IconButton } from "../../ui";
import { Select } from "../fields";
import { plural, spaced } from "../words";
import { type EditorProps, Section } from "./section";

const EXAMPLES = ["prefer squats on monday", "no lunges", "more glutes, less quads", "calves first", "at most 3 leg days a week"];

export function Wishes({ profile, change, problems }: EditorProps) {
  const wishes = profile.wishes ?? [];
  const avoid = profile.avoid ?? [];
  const [typed, setTyped] = useState("");
  const exercises = catalogue.value;
  const add = (wish: string) => {
    if (wish.trim() && !wishes.includes(wish.trim())) change({ wishes: [...wishes, wish.trim()] });
    setTyped("");
  };
  const now = [wishes.length && plural(wishes.length, "wish", "wishes"), avoid.length && `${plural(avoid.length, "exercise")} left out`].filter(Boolean).join(" · ");
  return (
    <Section title="Wishes" now={now || "None"} fields={["wishes", "avoid"]} problems={problems}>
      <Removable items={wishes.map((wish) => ({ key: wish, label: wish }))} onRemove={(gone) => change({ wishes: wishes.filter((wish) => wish !== gone) })} />
      <div class="row end">
        <div class="grow">
          <Field label="A wish" value={typed} hint="With “prefer” before it, it is weighed against the rest" onInput={setTyped} />
        </div>
        <Button onClick={() => add(typed)}>Add</Button>
      </div>
      <div class="chips" role="group" aria-label="Examples">
        {EXAMPLES.filter((wish) => !wishes.includes(wish)).map((wish) => (
          <button key={wish} type="button" class="chip" onClick={() => add(wish)}>
            {wish}
          </button>
        ))}
      </div>
      <Removable
        items={avoid.map((id) => ({ key: id, label: `Never ${(exercises.find((one) => one.id === id)?.name ?? spaced(id)).toLowerCase()}` }))}
        onRemove={(gone) => change({ avoid: avoid.filter((id) => id !== gone) })}
      />
      <Select
        label="Leave an exercise out"
        options={[{ value: "", label: "Choose …" }, ...exercises.filter(({ id }) => !avoid.includes(id)).map(({ id, name }) => ({ value: id, label: name }))]}
        value=""
        onChange={(id) => id && change({ avoid: [...avoid, id] })}
      />
    </Section>
  );
}

function Removable({ items, onRemove }: { items: readonly { key: string; label: string }[]; onRemove: (key: string) => void }) {
  if (items.length === 0) return null;
  return (
    <ul class="rows">
      {items.map(({ key, label }) => (
        <li key={key} class="row">
          <span class="grow">{label}</span>
          <IconButton icon="close" label={`Remove: ${label}`} onClick={() => onRemove(key)} />
        </li>
      ))}
    </ul>
  );
}
