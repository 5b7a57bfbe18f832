/** Fields of forms beside those of the ui: tiles to choose one, chips to switch on, switches, lists, small steppers. */

import { useId, useState } from "preact/hooks";
import type { Option } from "./profile";
import { number } from "./words";
import "./fields.css";

interface ChooseOneProps {
  label: string;
  hideLabel?: boolean;
  options: readonly Pick<Option, "value" | "label" | "hint">[];
  value: string;
  onChoose: (value: string) => void;
  look?: Look;
}

/** `tiles` are large, one under the other; `chips` stand side by side, `chips even` as wide as each other in one row. */
type Look = "tiles" | "chips" | "chips even";

/** One of a few, as radio buttons that look like tiles or chips. */
export function ChooseOne({ label, hideLabel = false, options, value, onChoose, look = "chips" }: ChooseOneProps) {
  const name = useId();
  return (
    <fieldset class="field choose">
      <legend class={hideLabel ? "visually-hidden" : "field-label"}>{label}</legend>
      <div class={look}>
        {options.map((option) => (
          <label key={option.value} class="option">
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>
              {option.label}
              {look === "tiles" && option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ChooseSomeProps {
  label: string;
  hideLabel?: boolean;
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  look?: Look;
}

/** Any of a few, as check boxes that look like chips. */
export function ChooseSome({ label, hideLabel = false, options, values, onChange, look = "chips" }: ChooseSomeProps) {
  return (
    <fieldset class="field choose">
      <legend class={hideLabel ? "visually-hidden" : "field-label"}>{label}</legend>
      <div class={look}>
        {options.map(({ value, label: text }) => (
          <label key={value} class="option">
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={() => onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, hint, on, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}

interface SelectProps {
  label: string;
  hideLabel?: boolean;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

export function Select({ label, hideLabel = false, options, value, onChange }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label class={hideLabel ? "visually-hidden" : "field-label"} for={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface AmountProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  step?: number;
  start?: number;
  suffix?: string;
  most?: number;
  hideLabel?: boolean;
}

/** A number with a button down and a button up; the number itself can be typed. */
export function Amount({ label, value, onChange, step = 1, start = 0, suffix, most = 100_000, hideLabel = false }: AmountProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null); // what is shown again meanwhile must not undo what is typed
  const move = (by: number) => onChange(Math.min(most, Math.max(0, Math.round(((value ?? start) + by) * 100) / 100)));
  return (
    <div class="field">
      <label class={hideLabel ? "visually-hidden" : "field-label"} for={id}>
        {label}
      </label>
      <span class="stepper">
        <button type="button" aria-label={`${label}: less`} onClick={() => move(-step)}>
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          value={typed ?? (value === null ? "" : String(value))}
          placeholder="–"
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => {
            const said = event.currentTarget.value.trim().replace(",", ".");
            const read = Number(said);
            setTyped(null);
            if (said !== "" && !(read >= 0 && read <= most)) event.currentTarget.value = value === null ? "" : number(value);
            else onChange(said === "" ? null : read);
          }}
        />
        {suffix && <span class="suffix">{suffix}</span>}
        <button type="button" aria-label={`${label}: more`} onClick={() => move(step)}>
          +
        </button>
      </span>
    </div>
  );
}
