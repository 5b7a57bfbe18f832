/** The athlete's week: days and minutes for legs, rest, other training, runs, and a race. */

import { Field } from "../../ui";
import { Amount, ChooseSome, Select, Switch } from "../fields";
import { type Profile, type Run, TRAININGS, dayMinutes, withDay } from "../profile";
import { WEEKDAYS, type WeekdayName, capital, minutes, spaced } from "../words";
import { type EditorProps, Section } from "./section";

const FIELDS = ["days", "rest_days", "other_training", "runs", "race", "trade_mileage", "time_zone", "training_time"];
const RUNS = [
  { value: "", label: "No run" },
  { value: "easy", label: "Easy run" },
  { value: "hard", label: "Hard run" },
  { value: "long", label: "Long run" },
];
const USUAL_MINUTES = 60;

export function Week({ profile, change, problems }: EditorProps) {
  const days = WEEKDAYS.filter((day) => profile.days[day]);
  const all = days.reduce((sum, day) => sum + (dayMinutes(profile, day) ?? 0), 0);
  const now = `${days.map((day) => capital(day).slice(0, 3)).join(", ")} · ${minutes(all)} a week`;
  return (
    <Section title="Week" now={now} fields={FIELDS} problems={problems}>
      {WEEKDAYS.map((day) => (
        <Day key={day} day={day} profile={profile} change={change} />
      ))}
      <Race profile={profile} change={change} />
      <div class="amounts">
        <Field label="Training begins at" value={profile.training_time ?? ""} hint="24-hour clock, such as 18:30" onInput={(time) => change({ training_time: time.trim() || null })} />
        <Field
          label="Time zone"
          value={profile.time_zone ?? ""}
          hint={`Such as ${Intl.DateTimeFormat().resolvedOptions().timeZone}`}
          onInput={(zone) => change({ time_zone: zone.trim() || null })}
        />
      </div>
    </Section>
  );
}

type DayProps = Pick<EditorProps, "profile" | "change"> & { day: WeekdayName };

function Day({ day, profile, change }: DayProps) {
  const legs = dayMinutes(profile, day);
  const other = profile.other_training?.[day] ?? [];
  const run = profile.runs?.[day];
  const isRest = profile.rest_days?.includes(day) ?? false;
  const said = [legs !== null && `legs ${minutes(legs)}`, run && `${run.kind ?? "easy"} run`, ...other.map((one) => one.replace("-", " ")), isRest && "rest"].filter(Boolean);
  return (
    <details class="day">
      <summary>
        <b>{capital(day)}</b> <span class="soft">{said.join(", ") || "free"}</span>
      </summary>
      <div class="stack">
        <Switch label="Legs" on={legs !== null} onChange={(on) => change(withDay(profile, day, on ? USUAL_MINUTES : null))} />
        {legs !== null && <Amount label="Minutes for legs" value={legs} step={5} most={300} suffix="min" onChange={(value) => change(withDay(profile, day, value ?? USUAL_MINUTES))} />}
        {legs === null && (
          <Switch
            label="Always rest"
            on={isRest}
            onChange={(on) => change({ rest_days: on ? [...(profile.rest_days ?? []), day] : (profile.rest_days ?? []).filter((one) => one !== day) })}
          />
        )}
        <ChooseSome
          label="Other training"
          options={TRAININGS.map((value) => ({ value, label: spaced(value) }))}
          values={other}
          onChange={(values) => change({ other_training: withEntry(profile.other_training, day, values.length ? values : null) })}
        />
        <div class="amounts">
          <Select
            label="Run"
            options={RUNS}
            value={run ? (run.kind ?? "easy") : ""}
            onChange={(kind) => change({ runs: withEntry(profile.runs, day, kind ? { ...run, kind } : null) })}
          />
          {run && (
            <Field
              label="How far or how long"
              value={run.distance ?? run.time ?? ""}
              hint="8 km, 5 mi or 45 min"
              onInput={(size) => change({ runs: withEntry(profile.runs, day, sized(run, size)) })}
            />
          )}
        </div>
      </div>
    </details>
  );
}

function sized(run: Run, size: string): Run {
  const isTime = /\d\s*(h|min)/.test(size);
  return { kind: run.kind ?? "easy", distance: size && !isTime ? size : null, time: size && isTime ? size : null };
}

function withEntry<T>(entries: Partial<Record<WeekdayName, T>> | undefined, day: WeekdayName, entry: T | null): Partial<Record<WeekdayName, T>> {
  const next = { ...entries };
  if (entry === null) delete next[day];
  else next[day] = entry;
  return next;
}

function Race({ profile, change }: Pick<EditorProps, "profile" | "change">) {
  const set = (race: Profile["race"]) => change({ race });
  return (
    <div class="stack">
      {Object.keys(profile.runs ?? {}).length > 0 && (
        <Switch label="Legs may take the place of easy runs" on={profile.trade_mileage === true} onChange={(on) => change({ trade_mileage: on })} />
      )}
      <div class="amounts">
        <Field label="Race day" type="date" value={profile.race?.date ?? ""} onInput={(date) => set(date ? { ...profile.race, date } : null)} />
        {profile.race && (
          <Field label="Race distance" value={profile.race.distance ?? ""} hint="21.1 km" onInput={(distance) => profile.race && set({ date: profile.race.date, distance: distance || null })} />
        )}
      </div>
    </div>
  );
}
