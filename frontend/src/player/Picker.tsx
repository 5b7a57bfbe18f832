/** Find an exercise of the catalogue or of one's own, or make one. */

import { useMemo, useState } from "preact/hooks";
import { foundBy } from "../pages/exercise/find";
import { catalogue, log, newThingId, record } from "../log";
import type { Part } from "../types";
import { Button, Field, Pad, Sheet, Tabs } from "../ui";

interface PickerProps {
  title: string;
  onPick: (exercise: string) => void;
  onClose: () => void;
}

interface Choice {
  id: string;
  name: string;
  names: readonly string[];
  part: Part | null;
  own: boolean;
}

const MOST_SHOWN = 60;
const PARTS: readonly { value: Part | "all"; label: string }[] = [
  { value: "all", label: "All" },
  { value: "quads", label: "Quads" },
  { value: "hams", label: "Hams" },
  { value: "glutes", label: "Glutes" },
  { value: "calves", label: "Calves" },
];

export function Picker({ title, onPick, onClose }: PickerProps) {
  const [search, setSearch] = useState("");
  const [part, setPart] = useState<Part | "all">("all");
  const [making, setMaking] = useState(false);
  const list = catalogue.value;
  const { things, version } = log.value;
  const choices = useMemo<Choice[]>(() => {
    const own = things.all("exercise").map(({ id, value }) => ({ id, name: value.name, names: [], part: value.part ?? null, own: true }));
    const listed = list.map(({ id, name, names, part: of }) => ({ id, name, names, part: of, own: false }));
    return [...own.sort(byName), ...listed.sort(byName)];
  }, [list, version]);
  const found = choices.filter((choice) => (part === "all" || choice.part === part) && foundBy({ ...choice, variants: [] }, search) !== null);
  if (making) return <OwnExercise name={search} onMade={onPick} onClose={() => setMaking(false)} />;
  return (
    <Sheet title={title} onClose={onClose}>
      <Field label="Search" type="search" value={search} onInput={setSearch} />
      <Tabs label="Part" tabs={PARTS} value={part} onChange={setPart} />
      <ul class="choices">
        {found.slice(0, MOST_SHOWN).map(({ id, name, part: of, own }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>
              <span>{name}</span>
              <small class="soft">{own ? "Your own" : (of ?? "")}</small>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && <p class="soft">{found.length - MOST_SHOWN} more: type some letters.</p>}
      {!found.length && <p>{list.length ? "Nothing is called that." : "The catalogue is not on this device yet. It comes with the first connection."}</p>}
      <Button icon="plus" wide onClick={() => setMaking(true)}>
        Make your own exercise
      </Button>
    </Sheet>
  );
}

const byName = (a: Choice, b: Choice): number => a.name.localeCompare(b.name);

function OwnExercise({ name, onMade, onClose }: { name: string; onMade: (id: string) => void; onClose: () => void }) {
  const [called, setCalled] = useState(name);
  const [part, setPart] = useState<Part | "all">("all");
  const [sides, setSides] = useState<"both" | "one">("both");
  const [problem, setProblem] = useState("");
  const make = async () => {
    const text = called.trim();
    if (!text) {
      setProblem("Give it a name.");
      return;
    }
    const of = newThingId();
    await record([{ about: "exercise", of, change: { name: text, sides, ...(part === "all" ? {} : { part }) } }]);
    onMade(of);
  };
  return (
    <Sheet title="Your own exercise" onClose={onClose}>
      <Field label="Name" value={called} onInput={setCalled} maxLength={200} problem={problem} />
      <div class="stack">
        <p class="field-label">What it is for</p>
        <Pad words label="What it is for" options={[{ value: "all", label: "Other" }, ...PARTS.slice(1)]} value={part} onPick={setPart} />
      </div>
      <div class="stack">
        <p class="field-label">Legs</p>
        <Pad
          words
          label="Legs"
          options={[
            { value: "both", label: "Both at once" },
            { value: "one", label: "One at a time" },
          ]}
          value={sides}
          onPick={setSides}
        />
      </div>
      <Button look="primary" large wide onClick={make}>
        Make it
      </Button>
    </Sheet>
  );
}
