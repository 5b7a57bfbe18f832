/** Who the athlete is, what they train for, and where it hurts. */

import { Field, IconButton } from "../../ui";
import { BirthYear, HeightField } from "../body-fields";
import { Amount, ChooseOne, ChooseSome, Select, Switch } from "../fields";
import { GOALS, JOINTS, LEVELS, MASS_UNITS, METHODS, type Option, type Pain, SEXES, painAt } from "../profile";
import { PARTS, type PartName, amount, capital, listed } from "../words";
import { type EditorProps, Section } from "./section";

const labelOf = (options: readonly Option[], value: string | null | undefined) => options.find((option) => option.value === (value ?? ""))?.label ?? "";

export function You({ profile, change, problems }: EditorProps) {
  const units = profile.units ?? "kg";
  const mass = amount(profile.body_mass);
  const massUnit = profile.body_mass?.endsWith("lb") ? "lb" : profile.body_mass ? "kg" : units;
  const now = [profile.name, profile.body_mass, units === "lb" ? "pounds" : "kilograms"].filter(Boolean).join(" · ");
  return (
    <Section title="You" now={now} fields={["name", "sex", "birth_year", "height", "body_mass", "units"]} problems={problems}>
      <Field label="Name" value={profile.name} maxLength={80} onInput={(name) => change({ name })} />
      <ChooseOne label="I am a" options={SEXES} value={profile.sex ?? ""} onChoose={(sex) => change({ sex: sex || null })} />
      <div class="amounts">
        <BirthYear year={profile.birth_year} onChange={(year) => change({ birth_year: year })} />
        <HeightField height={profile.height} units={units} onChange={(height) => change({ height })} />
      </div>
      <Amount label="Body mass" value={mass} suffix={massUnit} start={70} most={800} onChange={(value) => change({ body_mass: value ? `${value} ${massUnit}` : null })} />
      <ChooseOne
        label="Loads in"
        options={MASS_UNITS}
        value={units}
        onChoose={(value) => change({ units: value as "kg" | "lb" })}
      />
    </Section>
  );
}

export function Aim({ profile, change, problems }: EditorProps) {
  const now = [labelOf(GOALS, profile.goal), labelOf(LEVELS, profile.level), labelOf(METHODS, profile.method ?? "best")].join(" · ");
  return (
    <Section title="Training" now={now} fields={["goal", "level", "method", "ranking", "lagging"]} problems={problems}>
      <Select label="Goal" options={GOALS} value={profile.goal ?? ""} onChange={(goal) => change({ goal })} />
      <Select label="Method" options={METHODS} value={profile.method ?? "best"} onChange={(method) => change({ method })} />
      <ChooseOne label="Level" options={LEVELS} value={profile.level ?? ""} onChoose={(level) => change({ level })} />
      <Ranking ranking={profile.ranking ?? []} onChange={(ranking) => change({ ranking })} />
      <ChooseSome
        label="These lag behind"
        options={PARTS.map((part) => ({ value: part, label: capital(part) }))}
        values={profile.lagging ?? []}
        onChange={(lagging) => change({ lagging: lagging as PartName[] })}
      />
    </Section>
  );
}

function Ranking({ ranking, onChange }: { ranking: readonly PartName[]; onChange: (ranking: PartName[]) => void }) {
  const own = ranking.length > 0;
  const order = [...ranking, ...PARTS.filter((part) => !ranking.includes(part))];
  const move = (index: number, by: number) => {
    const moved = [...order];
    const [part] = moved.splice(index, 1);
    if (part) moved.splice(index + by, 0, part);
    onChange(moved);
  };
  return (
    <div class="stack">
      <Switch label="My own order of the parts" hint={own ? "The worst first" : "Else the method's"} on={own} onChange={(on) => onChange(on ? [...PARTS] : [])} />
      {own && (
        <ol class="rows" aria-label="Order of the parts">
          {order.map((part, index) => (
            <li key={part} class={`row part-${part}`}>
              <span class="grow">
                {index + 1}. {capital(part)}
              </span>
              <IconButton icon="up" label={`${part} earlier`} disabled={index === 0} onClick={() => move(index, -1)} />
              <IconButton icon="down" label={`${part} later`} disabled={index === order.length - 1} onClick={() => move(index, 1)} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

export function PainSection({ profile, change, problems }: EditorProps) {
  const pains = profile.pain ?? [];
  const set = (joint: string, fields: Partial<Pain>) => change({ pain: pains.map((one) => (one.joint === joint ? { ...one, ...fields } : one)) });
  const name = (joint: string) => labelOf(JOINTS, joint);
  return (
    <Section
      title="Pain"
      now={pains.length ? listed(pains.map(({ joint, severity }) => `${name(joint).toLowerCase()} ${severity} of 10`)) : "None"}
      fields={["pain"]}
      problems={problems}
    >
      <ChooseSome
        label="It hurts at"
        options={JOINTS}
        values={pains.map(({ joint }) => joint)}
        onChange={(joints) => change({ pain: painAt(joints, pains) })}
      />
      {pains.map((pain) => (
        <fieldset key={pain.joint} class="stack sub">
          <legend class="field-label">{name(pain.joint)}</legend>
          <div class="amounts">
            <Amount label="How much, of 10" value={pain.severity} most={10} onChange={(value) => set(pain.joint, { severity: Math.round(value ?? 0) })} />
            <Amount label="For how many weeks" value={pain.weeks ?? 0} most={2000} onChange={(value) => set(pain.joint, { weeks: Math.round(value ?? 0) })} />
          </div>
          <Switch label="A fall or a blow began it" on={pain.after_impact === true} onChange={(on) => set(pain.joint, { after_impact: on })} />
          {(pain.severity >= 7 || pain.after_impact || (pain.weeks ?? 0) >= 6) && (
            <p class="notice">See a professional about this. The plan will be gentle there, but it is no treatment.</p>
          )}
        </fieldset>
      ))}
    </Section>
  );
}
