/** Inputs: a text with its label, a pad of values to tap, a number with less and more. */

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "./Icon";

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  problem?: string;
  lines?: number;
  type?: "text" | "search" | "date";
  inputMode?: "text" | "decimal" | "numeric" | "search";
  maxLength?: number;
  autoFocus?: boolean;
}

export function Field({ label, value, onInput, hint, problem, lines, type = "text", inputMode, maxLength, autoFocus }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  const shared = { id, value, maxLength, autoFocus, "aria-describedby": described, "aria-invalid": problem ? true : undefined } as const;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {lines ? (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...shared} type={type as "text"} inputMode={inputMode} autoComplete="off" onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {hint && (
        <small id={`${id}-hint`} class="soft">
          {hint}
        </small>
      )}
      {problem && (
        <p id={`${id}-problem`} class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}

interface PadProps<T> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T | null;
  onPick: (value: T) => void;
  /** Wider keys, for words. */
  words?: boolean;
}

/** Values side by side, one tap each. */
export function Pad<T extends string | number>({ label, options, value, onPick, words }: PadProps<T>) {
  return (
    <div class={words ? "pad words" : "pad"} role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onPick(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}

interface StepperProps {
  label: string;
  value: number;
  step: number;
  onChange: (value: number) => void;
  unit?: string;
  most?: number;
}

/** A number with a large less and more; it can be typed as well. */
export function Stepper({ label, value, step, onChange, unit, most = 100_000 }: StepperProps) {
  const [typed, setTyped] = useState<string | null>(null); // what is shown again meanwhile must not undo what is typed
  const set = (next: number) => onChange(Math.min(most, Math.max(0, Math.round(next * 100) / 100)));
  return (
    <div class="step-entry" role="group" aria-label={label}>
      <button type="button" aria-label={`Less: ${step}${unit ? ` ${unit}` : ""}`} onClick={() => set(value - step)}>
        <Icon name="minus" size={28} />
      </button>
      <input
        type="text"
        inputMode="decimal"
        aria-label={unit ? `${label} [${unit}]` : label}
        value={typed ?? String(value)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => {
          const read = Number(event.currentTarget.value.trim().replace(",", "."));
          setTyped(null);
          if (Number.isFinite(read)) set(read);
          else event.currentTarget.value = String(value);
        }}
      />
      <button type="button" aria-label={`More: ${step}${unit ? ` ${unit}` : ""}`} onClick={() => set(value + step)}>
        <Icon name="plus" size={28} />
      </button>
    </div>
  );
}

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { value: T; label: ComponentChildren }[];
  value: T;
  onChange: (value: T) => void;
}

/** A few views of one thing, one of them shown. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <div class="segmented" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.value} type="button" aria-pressed={tab.value === value} onClick={() => onChange(tab.value)}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}
