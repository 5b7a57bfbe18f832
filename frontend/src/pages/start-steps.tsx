/** The questions of the first minutes, one screen each. */

import type { JSX } from "preact";
import { BirthYear, HeightField } from "./body-fields";
import { Amount, ChooseOne, ChooseSome, Switch } from "./fields";
import { GOALS, JOINTS, LEVELS, MASS_UNITS, PLACES, type Profile, SESSION_MINUTES, SEXES, dayMinutes, painAt, withDay } from "./profile";
import { WEEKDAYS, type WeekdayName, amount, capital } from "./words";

export interface StepProps {
  profile: Profile;
  change: (change: Partial<Profile>) => void;
}

interface Step {
  title: string;
  Body: (props: StepProps) => JSX.Element;
  /** Why the step can't be left yet. */
  problem?: (profile: Profile) => string | null;
}

const DAYS = WEEKDAYS.map((day) => ({ value: day, label: capital(day).slice(0, 3) }));

function Goal({ profile, change }: StepProps) {
  return <ChooseOne hideLabel label="What do you train for?" look="tiles" options={GOALS} value={profile.goal ?? ""} onChoose={(goal) => change({ goal })} />;
}

function LevelStep({ profile, change }: StepProps) {
  const pain = profile.pain ?? [];
  return (
    <>
      <ChooseOne hideLabel label="How much have you lifted?" look="tiles" options={LEVELS} value={profile.level ?? ""} onChoose={(level) => change({ level })} />
      <ChooseSome
        label="Does anything hurt?"
        options={JOINTS}
        values={pain.map(({ joint }) => joint)}
        onChange={(joints) => change({ pain: painAt(joints, pain) })}
      />
      {pain.map(({ joint, severity }, index) => (
        <label key={joint} class="field">
          <span class="field-label">
            {JOINTS.find(({ value }) => value === joint)?.label}: {severity} of 10
          </span>
          <input
            type="range"
            min={1}
            max={10}
            value={severity}
            onInput={(event) => {
              const felt = Number(event.currentTarget.value);
              change({ pain: pain.map((one, at) => (at === index ? { ...one, severity: felt } : one)) });
            }}
          />
        </label>
      ))}
      {pain.some(({ severity }) => severity >= 7) && (
        <p class="notice">Pain this strong belongs before a professional first. The plan will be gentle there, but it is no treatment.</p>
      )}
    </>
  );
}

function Days({ profile, change }: StepProps) {
  const chosen = WEEKDAYS.filter((day) => profile.days[day]);
  const lengths = chosen.map((day) => dayMinutes(profile, day));
  const same = lengths.every((length) => length === lengths[0]) ? lengths[0] : null;
  const usual = lengths[0] ?? 60;
  const setDays = (days: string[]) =>
    change({ days: Object.fromEntries(days.map((day) => [day, profile.days[day as WeekdayName] ?? `${usual} min`])) });
  return (
    <>
      <ChooseSome label="Days for legs" look="chips even" options={DAYS} values={chosen} onChange={setDays} />
      <ChooseOne
        label="Minutes on each"
        look="chips even"
        options={SESSION_MINUTES.map((each) => ({ value: String(each), label: String(each) }))}
        value={String(same ?? "")}
        onChoose={(value) => change({ days: Object.fromEntries(chosen.map((day) => [day, `${value} min`])) })}
      />
      {chosen.length > 1 && (
        <details class="more">
          <summary>Not the same every day</summary>
          {chosen.map((day) => (
            <Amount
              key={day}
              label={capital(day)}
              value={dayMinutes(profile, day)}
              step={5}
              most={300}
              suffix="min"
              onChange={(value) => change(withDay(profile, day, Math.max(5, value ?? usual)))}
            />
          ))}
        </details>
      )}
    </>
  );
}

function Where({ profile, change }: StepProps) {
  return (
    <>
      <ChooseOne hideLabel label="Where do you train?" look="tiles" options={PLACES} value={profile.place ?? ""} onChoose={(place) => change({ place })} />
      {profile.place !== "bodyweight" && (
        <div class="switches">
          <Switch label="Somebody spots me" hint="Opens forced reps and helped negatives" on={profile.partner === true} onChange={(partner) => change({ partner })} />
          {profile.place === "gym" && (
            <Switch label="I squat in a cage" hint="With safety bars: sets may go to failure" on={profile.cage === true} onChange={(cage) => change({ cage })} />
          )}
        </div>
      )}
      <AboutMe profile={profile} change={change} />
    </>
  );
}

/** What sharpens the plan and can be left as it is. */
function AboutMe({ profile, change }: StepProps) {
  const units = profile.units ?? "kg";
  const mass = amount(profile.body_mass);
  return (
    <details class="more">
      <summary>Units, body mass, height, age, sex</summary>
      <ChooseOne
        label="Loads in"
        options={MASS_UNITS}
        value={units}
        onChoose={(value) => change({ units: value as "kg" | "lb", ...(mass !== null && { body_mass: `${mass} ${value}` }) })}
      />
      <Amount
        label="Body mass"
        value={mass}
        start={units === "kg" ? 70 : 155}
        suffix={units}
        most={units === "kg" ? 350 : 770}
        onChange={(value) => change({ body_mass: value ? `${value} ${units}` : null })}
      />
      <div class="amounts">
        <BirthYear year={profile.birth_year} onChange={(year) => change({ birth_year: year })} />
        <HeightField height={profile.height} units={units} onChange={(height) => change({ height })} />
      </div>
      <ChooseOne label="I am a" options={SEXES} value={profile.sex ?? ""} onChoose={(sex) => change({ sex: sex || null })} />
    </details>
  );
}

function bodyProblem({ body_mass: mass, units }: Profile): string | null {
  const value = amount(mass);
  if (value === null) return null;
  const kg = units === "lb" ? value * 0.453_592_37 : value;
  return kg >= 25 && kg <= 350 ? null : "Body mass must be between 25 and 350 kg (55 and 770 lb), or left empty.";
}

export const STEPS: readonly Step[] = [
  { title: "What do you train for?", Body: Goal },
  { title: "How much have you lifted?", Body: LevelStep },
  {
    title: "When do you have time for legs?",
    Body: Days,
    problem: ({ days }) => (Object.keys(days).length ? null : "Choose at least one day."),
  },
  { title: "Where do you train?", Body: Where, problem: bodyProblem },
];
