/** Where the athlete trains, who helps, and what can be put on a bar, a machine or in a hand. */

import { useState } from "preact/hooks";
import { Field } from "../../ui";
import { EQUIPMENT, atHand, corrections } from "../equipment";
import { ChooseOne, ChooseSome, Switch } from "../fields";
import { type Gear, PLACES, type Stack } from "../profile";
import { WEEKDAYS, type WeekdayName, capital, plural, spaced } from "../words";
import { type EditorProps, Section } from "./section";

export function Place({ profile, change, problems }: EditorProps) {
  const owned = atHand(profile);
  const partner = profile.partner ?? false;
  const place = PLACES.find(({ value }) => value === (profile.place ?? "gym"))?.label ?? "";
  const now = [place, partner ? "a partner" : "alone", profile.cage ? "a cage" : ""].filter(Boolean).join(" · ");
  return (
    <Section title="Place and help" now={now} fields={["place", "has", "lacks", "partner", "cage"]} problems={problems}>
      <ChooseOne label="Place" options={PLACES} value={profile.place ?? "gym"} onChoose={(value) => change({ place: value, has: [], lacks: [] })} />
      <ChooseOne
        label="A training partner"
        options={[
          { value: "no", label: "No" },
          { value: "yes", label: "Always" },
          { value: "days", label: "On some days" },
        ]}
        value={Array.isArray(partner) ? "days" : partner ? "yes" : "no"}
        onChoose={(value) => change({ partner: value === "days" ? [] : value === "yes" })}
      />
      {Array.isArray(partner) && (
        <ChooseSome
          label="On these days"
          options={WEEKDAYS.map((day) => ({ value: day, label: capital(day).slice(0, 3) }))}
          values={partner}
          onChange={(days) => change({ partner: days as WeekdayName[] })}
        />
      )}
      <Switch label="I squat in a cage" hint="With safety bars" on={profile.cage === true} onChange={(cage) => change({ cage })} />
      <details class="more">
        <summary>What is there: {plural(owned.length, "thing")}</summary>
        {EQUIPMENT.map(({ group, items }) => (
          <ChooseSome
            key={group}
            label={group}
            options={items.map((value) => ({ value, label: spaced(value).replace(" machine", "") }))}
            values={owned.filter((one) => items.includes(one))}
            onChange={(chosen) => change(corrections(profile.place, [...owned.filter((one) => !items.includes(one)), ...chosen]))}
          />
        ))}
      </details>
    </Section>
  );
}

const STEPS = [
  { key: "barbell", label: "Barbell, both sides together" },
  { key: "dumbbells", label: "Dumbbells, each" },
  { key: "stack", label: "Weight stack" },
  { key: "plates", label: "Plate machine" },
];

export function GearSection({ profile, change, problems }: EditorProps) {
  const gear = profile.gear ?? {};
  const units = profile.units ?? "kg";
  const set = (fields: Partial<Gear>) => change({ gear: { ...gear, ...fields } });
  const own = [gear.bars?.barbell && `bar ${gear.bars.barbell}`, gear.plates?.length && "own plates", gear.dumbbells?.length && "own dumbbells", gear.stack && "own stack"];
  const step = profile.increments ?? {};
  return (
    <Section title="Bars, plates, dumbbells" now={own.filter(Boolean).join(" · ") || "As in a usual gym"} fields={["gear", "increments"]} problems={problems}>
      <p class="soft">Leave empty what is as in a usual gym. Loads are then rounded to what you can really put on.</p>
      <MassField label="The bar" hint={units === "lb" ? "45 lb" : "20 kg"} units={units} value={gear.bars?.barbell ?? ""} onChange={(bar) => set({ bars: withBar(gear.bars, bar) })} />
      <ListField label="Plates, both sides together" hint={units === "lb" ? "4 x 45, 2 x 25, 2 x 10" : "4 x 20, 2 x 10, 4 x 5, 2 x 2.5"} units={units} values={gear.plates ?? []} onChange={(plates) => set({ plates })} />
      <ListField label="Pairs of dumbbells" hint={units === "lb" ? "10, 15, 20, 25" : "6, 8, 10, 12.5"} units={units} values={gear.dumbbells ?? []} onChange={(dumbbells) => set({ dumbbells })} />
      <ListField label="Kettlebells" hint={units === "lb" ? "25, 35" : "12, 16, 24"} units={units} values={gear.kettlebells ?? []} onChange={(kettlebells) => set({ kettlebells })} />
      <StackFields stack={gear.stack ?? null} units={units} onChange={(stack) => set({ stack })} />
      <fieldset class="sub">
        <legend class="field-label">Smallest change of load</legend>
        <div class="amounts">
          {STEPS.map(({ key, label }) => (
            <MassField key={key} label={label} units={units} value={step[key] ?? ""} onChange={(mass) => change({ increments: { ...step, [key]: mass || null } })} />
          ))}
        </div>
      </fieldset>
    </Section>
  );
}

function withBar(bars: Record<string, string> | undefined, bar: string): Record<string, string> {
  const { barbell: _, ...others } = bars ?? {};
  return bar ? { ...others, barbell: bar } : others;
}

const withUnit = (text: string, units: "kg" | "lb") => (/[a-z]\s*$/i.test(text) || !/\d/.test(text) ? text.trim() : `${text.trim()} ${units}`);

interface MassFieldProps {
  label: string;
  hint?: string;
  units: "kg" | "lb";
  value: string;
  onChange: (mass: string) => void;
}

function MassField({ label, hint, units, value, onChange }: MassFieldProps) {
  return <ListField label={label} {...(hint && { hint })} units={units} values={value ? [value] : []} onChange={([mass]) => onChange(mass ?? "")} />;
}

interface ListFieldProps {
  label: string;
  hint?: string;
  units: "kg" | "lb";
  values: readonly string[];
  onChange: (values: string[]) => void;
}

/** Masses with commas between; the unit can be left out. */
function ListField({ label, hint, units, values, onChange }: ListFieldProps) {
  const [typed, setTyped] = useState(values.join(", "));
  return (
    <Field
      label={label}
      {...(hint && { hint: `Such as ${hint}` })}
      value={typed}
      onInput={(text) => {
        setTyped(text);
        onChange(text.split(/[,;]\s*/).filter((one) => one.trim()).map((one) => withUnit(one, units)));
      }}
    />
  );
}

function StackFields({ stack, units, onChange }: { stack: Stack | null; units: "kg" | "lb"; onChange: (stack: Stack | null) => void }) {
  const usual: Stack = units === "lb" ? { lightest: "10 lb", step: "10 lb" } : { lightest: "5 kg", step: "5 kg" };
  return (
    <div class="stack">
      <Switch label="My own weight stacks" hint="First hole, steps, last hole" on={stack !== null} onChange={(on) => onChange(on ? usual : null)} />
      {stack && (
        <div class="amounts">
          <MassField label="First hole" units={units} value={stack.lightest} onChange={(lightest) => onChange({ ...stack, lightest })} />
          <MassField label="Each further hole" units={units} value={stack.step} onChange={(step) => onChange({ ...stack, step })} />
          <MassField label="Last hole" units={units} value={stack.heaviest ?? ""} onChange={(heaviest) => onChange({ ...stack, heaviest: heaviest || null })} />
        </div>
      )}
    </div>
  );
}

