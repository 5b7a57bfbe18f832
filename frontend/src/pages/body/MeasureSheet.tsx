/** A measure entered in two taps: the last value stands there already. */

import { useState } from "preact/hooks";
import { newThingId, record, today } from "../../log";
import type { Change, Side } from "../../types";
import { Button, Field, Pad, Sheet, Stepper, toast } from "../../ui";
import type { Entry } from "./entries";
import { type Kind, said } from "./kinds";

interface MeasureSheetProps {
  kind: Kind;
  units: "kg" | "lb";
  entries: readonly Entry[];
  onClose: () => void;
}

export function MeasureSheet({ kind, units, entries, onClose }: MeasureSheetProps) {
  const latest = (side: Side | null) => entries.findLast((entry) => (entry.side ?? null) === side);
  const [side, setSide] = useState<Side | null>(kind.sides ? "left" : null);
  const unit = latest(side)?.unit ?? kind.unit(units);
  const first = (of: Side | null) => latest(of)?.value ?? entries.at(-1)?.value ?? kind.start(units);
  const [value, setValue] = useState(first(side));
  const [date, setDate] = useState(today());
  const [note, setNote] = useState("");

  const save = async (measured: number) => {
    const of = newThingId();
    const change: Change = { date, kind: kind.kind, value: measured, unit, ...(side && { side }), ...(note && { note }) };
    await record([{ about: "measure", of, change }]);
    toast(`${kind.label}${side ? `, ${side}` : ""}: ${said(kind, measured, unit)}.`, () => void record([{ about: "measure", of, change: { removed: true } }]));
    const other = side === "left" ? "right" : null;
    if (other) {
      setSide(other);
      setValue(first(other) === first("left") ? measured : first(other));
    } else {
      onClose();
    }
  };

  return (
    <Sheet title={kind.label} onClose={onClose}>
      {kind.hint && <p class="soft">{kind.hint}.</p>}
      {kind.sides && (
        <Pad
          words
          label="Side"
          options={[
            { value: "left", label: "Left" },
            { value: "right", label: "Right" },
          ]}
          value={side}
          onPick={(picked) => {
            setSide(picked as Side);
            setValue(first(picked as Side));
          }}
        />
      )}
      {kind.words ? (
        <Pad words label={kind.label} options={kind.words.map((label, index) => ({ value: index + 1, label }))} value={value} onPick={(picked) => void save(picked)} />
      ) : (
        <>
          <Stepper label={kind.label} value={value} step={kind.step} unit={unit} most={kind.most} onChange={setValue} />
          <Button look="primary" large wide onClick={() => void save(value)}>
            Save {said(kind, value, unit)}
            {side ? `, ${side}` : ""}
          </Button>
        </>
      )}
      <details class="more">
        <summary>Another day, a note</summary>
        <Field label="Day" type="date" value={date} onInput={(typed) => typed && setDate(typed)} />
        <Field label="Note" value={note} onInput={setNote} maxLength={4000} />
      </details>
    </Sheet>
  );
}
