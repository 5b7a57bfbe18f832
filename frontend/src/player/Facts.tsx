/** What is said of a set beside doing it, as chips: a tap opens the values, a second tap takes one. */

import { useState } from "preact/hooks";
import type { Joint } from "../types";
import { Button, Field, Pad, Sheet, Stepper, Tabs } from "../ui";
import { STEP, type Unit, readMass, writeMass } from "./mass";

export type Fact = "reps" | "load" | "rir" | "pauses" | "side" | "pain" | "note";

export interface FactValues {
  reps?: number | null;
  load?: string | null;
  rir?: number | null;
  pauses?: number | null;
  pain?: Joint | null;
  note?: string | null;
  otherReps?: number | null;
}

/** An answer to how many reps were left, and how it is written. */
export interface Reserve {
  value: number;
  label: string;
}

interface FactsProps {
  shown: readonly Fact[];
  values: FactValues;
  unit: Unit;
  aim?: readonly [number, number] | null | undefined;
  /** What can be said of the reps in reserve, where that is more than usual. */
  reserves?: readonly Reserve[];
  /** The one that has yet to be told, and is pointed at. */
  wanted?: Fact | undefined;
  onChange: (values: FactValues) => void;
}

const JOINTS: readonly { value: Joint; label: string }[] = [
  { value: "hip", label: "Hip" },
  { value: "knee", label: "Knee" },
  { value: "ankle", label: "Ankle" },
  { value: "trunk", label: "Back" },
];

const TITLES: Record<Fact, string> = {
  reps: "Reps",
  load: "Load",
  rir: "Reps left in reserve",
  pauses: "Pauses at the top",
  side: "Left and right",
  pain: "Where does it hurt?",
  note: "Note",
};

const RESERVES: readonly Reserve[] = [0, 1, 2, 3, 4, 5].map((value) => ({ value, label: value === 5 ? "5+" : String(value) }));

/** The words on the chip of a fact. */
function label(fact: Fact, values: FactValues, reserves: readonly Reserve[]): string {
  if (fact === "reps") return values.reps == null ? "Reps" : `${values.reps} ${values.reps === 1 ? "rep" : "reps"}`;
  if (fact === "load") return values.load || "Load";
  if (fact === "rir") return values.rir == null ? "RIR" : `RIR ${reserves.find(({ value }) => value === values.rir)?.label ?? values.rir}`;
  if (fact === "pauses") return values.pauses == null ? "Pauses" : `${values.pauses} ${values.pauses === 1 ? "pause" : "pauses"}`;
  if (fact === "side") return values.otherReps == null ? "L = R" : `L ${values.reps} · R ${values.otherReps}`;
  if (fact === "pain") return values.pain ? `Pain: ${JOINTS.find(({ value }) => value === values.pain)?.label.toLowerCase()}` : "Pain";
  return values.note ? "Note ✓" : "Note";
}

const isSet = (fact: Fact, values: FactValues): boolean =>
  ({
    reps: false,
    load: false,
    rir: values.rir != null,
    pauses: values.pauses != null,
    side: values.otherReps != null,
    pain: values.pain != null,
    note: Boolean(values.note),
  })[fact];

export function Facts({ shown, values, unit, aim, reserves = RESERVES, wanted, onChange }: FactsProps) {
  const [open, setOpen] = useState<Fact | null>(null);
  const take = (change: FactValues) => {
    setOpen(null);
    onChange(change);
  };
  return (
    <>
      <div class="facts" role="group" aria-label="Details of the set">
        {shown.map((fact) => (
          <button key={fact} type="button" class={`fact ${fact === wanted ? "wanted" : isSet(fact, values) ? "said" : ""}`} aria-haspopup="dialog" onClick={() => setOpen(fact)}>
            {label(fact, values, reserves)}
            {fact === wanted && "?"}
          </button>
        ))}
      </div>
      {open && (
        <Sheet title={TITLES[open]} onClose={() => setOpen(null)}>
          <FactEntry fact={open} values={values} unit={unit} aim={aim} reserves={reserves} onTake={take} />
        </Sheet>
      )}
    </>
  );
}

interface EntryProps {
  fact: Fact;
  values: FactValues;
  unit: Unit;
  aim?: readonly [number, number] | null | undefined;
  reserves: readonly Reserve[];
  onTake: (values: FactValues) => void;
}

function FactEntry({ fact, values, unit, aim, reserves, onTake }: EntryProps) {
  if (fact === "reps") return <RepsEntry value={values.reps ?? null} aim={aim} onTake={(reps) => onTake({ reps })} />;
  if (fact === "load") return <LoadEntry value={values.load ?? null} unit={unit} onTake={(load) => onTake({ load })} />;
  if (fact === "side") return <RepsEntry value={values.otherReps ?? values.reps ?? null} aim={aim} label="Reps of the right side" onTake={(otherReps) => onTake({ otherReps })} />;
  if (fact === "note") return <NoteEntry value={values.note ?? ""} onTake={(note) => onTake({ note })} />;
  if (fact === "pain") {
    return (
      <>
        <Pad words label="Joint" options={JOINTS} value={values.pain ?? null} onPick={(pain) => onTake({ pain })} />
        <p class="soft">Sharp pain is a reason to stop the exercise. Swap or skip it under “Change”.</p>
        {values.pain && <Button onClick={() => onTake({ pain: null })}>No pain</Button>}
      </>
    );
  }
  const options = fact === "rir" ? reserves : Array.from({ length: 10 }, (_, value) => ({ value, label: String(value) }));
  const value = fact === "rir" ? values.rir : values.pauses;
  return <Pad label={TITLES[fact]} options={options} value={value ?? null} onPick={(picked) => onTake(fact === "rir" ? { rir: picked } : { pauses: picked })} />;
}

interface RepsEntryProps {
  value: number | null;
  aim?: readonly [number, number] | null | undefined;
  label?: string;
  onTake: (reps: number) => void;
}

/** Reps around the aim, one tap each; any other number can be typed. */
function RepsEntry({ value, aim, label: name = "Reps", onTake }: RepsEntryProps) {
  const middle = aim?.[1] ?? value ?? 10;
  const first = Math.max(0, middle - 11);
  const [typed, setTyped] = useState("");
  const number = Number(typed);
  return (
    <>
      <Pad label={name} options={Array.from({ length: 16 }, (_, at) => ({ value: first + at, label: String(first + at) }))} value={value} onPick={onTake} />
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed && number >= 0 && number <= 1000) onTake(Math.round(number));
        }}
      >
        <div class="grow">
          <Field label="Another number" value={typed} onInput={setTyped} inputMode="numeric" maxLength={4} />
        </div>
        <Button type="submit" disabled={!typed || !(number >= 0 && number <= 1000)}>
          Take it
        </Button>
      </form>
    </>
  );
}

/** What is offered where no load is known. */
const FIRST_LOADS: Record<Unit, readonly number[]> = { kg: [5, 10, 15, 20, 30, 40, 60, 80], lb: [10, 20, 30, 45, 65, 95, 135, 185] };

function LoadEntry({ value, unit, onTake }: { value: string | null; unit: Unit; onTake: (load: string | null) => void }) {
  const known = readMass(value);
  const [amount, setAmount] = useState({ value: known?.value ?? 0, unit: known?.unit ?? unit });
  const near = amount.value
    ? [-4, -3, -2, -1, 0, 1, 2, 3].map((steps) => Math.round((amount.value + steps * STEP[amount.unit]) * 100) / 100).filter((one) => one >= 0)
    : FIRST_LOADS[amount.unit];
  return (
    <>
      <Stepper label="Load" unit={amount.unit} value={amount.value} step={STEP[amount.unit]} onChange={(next) => setAmount({ ...amount, value: next })} />
      <Pad
        label="Loads near it"
        options={near.map((one) => ({ value: one, label: String(one) }))}
        value={amount.value}
        onPick={(picked) => onTake(writeMass({ ...amount, value: picked }))}
      />
      <Tabs
        label="Unit"
        tabs={[
          { value: "kg", label: "kg" },
          { value: "lb", label: "lb" },
        ]}
        value={amount.unit}
        onChange={(next) => setAmount({ ...amount, unit: next })}
      />
      <Button look="primary" large wide onClick={() => onTake(amount.value ? writeMass(amount) : null)}>
        {amount.value ? `Take ${writeMass(amount)}` : "No load"}
      </Button>
    </>
  );
}

function NoteEntry({ value, onTake }: { value: string; onTake: (note: string) => void }) {
  const [text, setText] = useState(value);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onTake(text.trim());
      }}
    >
      <Field label="What to remember next time" value={text} onInput={setText} lines={3} maxLength={1000} />
      <Button type="submit" look="primary" large wide>
        Keep the note
      </Button>
    </form>
  );
}
