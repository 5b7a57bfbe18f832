/** A measure entered in two taps: the last value stands there already. */

import { useState } from "preact/hooks";
import { newThingId, record, today } from "../../log";
import type { Change, Side } from "../../types";
import { Button, Field, Pad, Sheet, Stepper, toast } from "../../ui";
import type { Entry } from "./entries";
import { type Kind, said } from "./kinds";
import { type Question, question } from "./unusual";

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
  const [asked, setAsked] = useState<(Question & { value: number }) | null>(null);
  const ahead = date > today();

  const enter = (measured: number) => {
    const unsure = question(kind, measured, unit, date, entries.filter((entry) => (entry.side ?? null) === side));
    if (unsure) setAsked({ ...unsure, value: measured });
    else void save(measured);
  };
  const save = async (measured: number, checked = false) => {
    setAsked(null);
    const of = newThingId();
    const change: Change = { date, kind: kind.kind, value: measured, unit, ...(side && { side }), ...(note && { note }), ...(checked && { checked }) };
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
        <Pad words label={kind.label} options={kind.words.map((label, index) => ({ value: index + 1, label }))} value={value} onPick={(picked) => !ahead && void save(picked)} />
      ) : (
        <>
          <Stepper label={kind.label} value={value} step={kind.step} unit={unit} most={kind.most} onChange={(next) => {
              setValue(next);
              setAsked(null);
            }} />
          {asked ? (
            <Asked question={asked} kept={said(kind, asked.value, unit)} onMend={(mended) => void save(mended)} onKeep={() => void save(asked.value, true)} />
          ) : (
            <Button look="primary" large wide disabled={ahead} onClick={() => enter(value)}>
              Save {said(kind, value, unit)}
              {side ? `, ${side}` : ""}
            </Button>
          )}
        </>
      )}
      <details class="more">
        <summary>Another day, a note</summary>
        <Field label="Day" type="date" value={date} problem={ahead ? "This day is still to come; choose today or an earlier one." : undefined} onInput={(typed) => typed && setDate(typed)} />
        <Field label="Note" value={note} onInput={setNote} maxLength={4000} />
      </details>
    </Sheet>
  );
}

interface AskedProps {
  question: Question;
  kept: string;
  onMend: (value: number) => void;
  onKeep: () => void;
}

/** A value that looks like a slip, with the answers: what was probably meant, or that it is right. */
function Asked({ question: { text, mend, mendLabel }, kept, onMend, onKeep }: AskedProps) {
  return (
    <div class="notice" role="alert">
      <p>{text}</p>
      <div class="row wrap">
        {mend !== null && (
          <Button look="primary" onClick={() => onMend(mend)}>
            {mendLabel}
          </Button>
        )}
        <Button look="outline" onClick={onKeep}>
          {kept} is right
        </Button>
      </div>
      <p class="soft small">Or change the number above.</p>
    </div>
  );
}
