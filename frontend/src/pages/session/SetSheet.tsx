/** A set opened for change: what was done, how hard it was, which side, pain and a note. */

import { useState } from "preact/hooks";
import { catalogue } from "../../log";
import type { Change, LoggedSet } from "../../types";
import { Button, Field, Sheet } from "../../ui";
import { Amount, ChooseOne } from "../fields";
import { amount } from "../words";
import { partsOf } from "./shapes";
import { reserveOf } from "./set-words";

interface SetSheetProps {
  title: string;
  set: LoggedSet;
  units: "kg" | "lb";
  /** Gets the fields that differ from the set as it was. */
  onSave: (change: Change) => void;
  onRemove?: () => void;
  onClose: () => void;
}

const KINDS = [
  { value: "normal", label: "Set" },
  { value: "warm-up", label: "Warm-up" },
  { value: "work", label: "Work" },
  { value: "failure", label: "To failure" },
];
const SIDES = [
  { value: "", label: "Both" },
  { value: "left", label: "Left" },
  { value: "right", label: "Right" },
];
const PAINS = [
  { value: "", label: "None" },
  { value: "hip", label: "Hip" },
  { value: "knee", label: "Knee" },
  { value: "ankle", label: "Ankle" },
  { value: "trunk", label: "Lower back" },
];

const asNumber = (value: unknown) => (value === null || value === undefined ? null : Number(value));

export function SetSheet({ title, set, units, onSave, onRemove, onClose }: SetSheetProps) {
  const [draft, setDraft] = useState<LoggedSet>(set);
  const change = (fields: Partial<LoggedSet>) => setDraft((now) => ({ ...now, ...fields }));
  const unit = /lb$/.test(draft.load ?? "") ? "lb" : draft.load ? "kg" : units;
  const step = unit === "lb" ? 5 : 2.5;
  const exercise = catalogue.value.find(({ id }) => id === set.exercise);
  const timed = set.seconds !== null && set.seconds !== undefined && (set.reps === null || set.reps === undefined);
  const oneSided = Boolean(set.side) || (exercise !== undefined && exercise.sides !== "both");
  const reserve = reserveOf(draft);
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(difference(set, draft));
        }}
      >
        <div class="amounts">
          {timed ? (
            <Amount label="Seconds" value={asNumber(draft.seconds)} step={5} onChange={(seconds) => change({ seconds })} />
          ) : (
            <Amount label="Reps" value={asNumber(draft.reps)} most={1000} onChange={(reps) => change({ reps })} />
          )}
          <Amount
            label="Load"
            value={amount(draft.load)}
            step={step}
            most={2000}
            suffix={unit}
            onChange={(load) => change({ load: load === null ? null : `${load} ${unit}` })}
          />
          <Amount label="Reps in reserve" value={reserve} most={10} onChange={(left) => change({ rpe: left === null ? null : 10 - left })} />
          <Amount label="Pauses" value={draft.pauses ?? null} most={1000} onChange={(pauses) => change({ pauses })} />
        </div>
        {partsOf(draft).map(([key, part]) => (
          <fieldset key={key} class="amounts sub">
            <legend class="field-label">Then: {part.kind}</legend>
            <Amount label="Reps" value={asNumber(part.reps)} onChange={(reps) => change({ parts: { ...draft.parts, [key]: { ...part, reps } } })} />
            <Amount
              label="Load"
              value={amount(part.load)}
              step={step}
              suffix={unit}
              onChange={(load) => change({ parts: { ...draft.parts, [key]: { ...part, load: load === null ? null : `${load} ${unit}` } } })}
            />
          </fieldset>
        ))}
        {oneSided && <ChooseOne label="Side" options={SIDES} value={draft.side ?? ""} onChoose={(side) => change({ side: (side || null) as LoggedSet["side"] })} />}
        <details class="more">
          <summary>Kind, pain, note</summary>
          <ChooseOne label="Kind of set" options={KINDS} value={draft.kind ?? "normal"} onChoose={(kind) => change({ kind: kind as LoggedSet["kind"] })} />
          <ChooseOne label="Pain" options={PAINS} value={draft.pain ?? ""} onChoose={(pain) => change({ pain: (pain || null) as LoggedSet["pain"] })} />
          <Field label="Note" value={draft.note ?? ""} onInput={(note) => change({ note: note || null })} maxLength={4000} />
        </details>
        <Button look="primary" large wide type="submit">
          Save
        </Button>
        {onRemove && (
          <Button look="danger" icon="trash" wide onClick={onRemove}>
            Delete this set
          </Button>
        )}
      </form>
    </Sheet>
  );
}

/** The merge patch that leads from one record to another. */
export function difference(before: object, after: object): Change {
  const was = before as Change;
  const is = after as Change;
  const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
  const patch: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [old, now] = [was[field] ?? null, is[field] ?? null];
    if (isObject(old) && isObject(now)) {
      const inner = difference(old, now);
      if (Object.keys(inner).length) patch[field] = inner;
    } else if (old !== now) {
      patch[field] = now;
    }
  }
  return patch;
}
