/** What the athlete did of an exercise: how strong, how much, each variant apart, session by session. */

import { useState } from "preact/hooks";
import { LineChart } from "../../charts/LineChart";
import { Card } from "../../ui";
import { ChooseOne, Select } from "../fields";
import type { ExerciseSession, StrengthPoint } from "../logbook/statistics";
import { METRICS, type Metric, historySeries, strengthNote, strengthSeries, unitOf } from "../session/history";
import { doneWords } from "../session/set-words";
import { keyedSet } from "../session/shapes";
import { amount, fullDate, number, plural } from "../words";

const ALL = "all";
const MOST_LINES = 3;

interface HistoryProps {
  sessions: readonly ExerciseSession[];
  strength: readonly StrengthPoint[];
  variantName: (variant: string | null) => string;
}

export function History({ sessions: all, strength, variantName }: HistoryProps) {
  const variants = [...new Set(all.map(({ variant }) => variant ?? ""))];
  const [chosen, setChosen] = useState(ALL);
  const sessions = chosen === ALL ? all : all.filter(({ variant }) => (variant ?? "") === chosen);
  const nameOf = chosen === ALL && variants.length > 1 && variants.length <= MOST_LINES ? variantName : null;
  const offered = METRICS.filter((metric) => historySeries(sessions, metric, null).length > 0);
  const [wanted, setWanted] = useState<Metric>("e1rm");
  const metric = offered.find(({ value }) => value === wanted) ?? offered[0];
  const believed = metric?.value === "e1rm" && chosen === ALL ? strengthSeries(strength) : [];
  return (
    <>
      {variants.length > 1 && (
        <Select
          label="Variant"
          options={[{ value: ALL, label: "All variants" }, ...variants.map((one) => ({ value: one, label: variantName(one || null) }))]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {metric && (
        <Card>
          {offered.length > 1 && <ChooseOne hideLabel label="What is shown" options={offered} value={metric.value} onChoose={(value) => setWanted(value as Metric)} />}
          {believed.length > 0 ? (
            <LineChart title={metric.title} unit={strength.at(-1)?.e1rm.split(" ")[1] ?? "kg"} series={believed} height={220} />
          ) : (
            <LineChart title={metric.title} unit={unitOf(sessions, metric)} series={historySeries(sessions, metric, nameOf)} height={220} />
          )}
          {(believed.length > 0 || metric.note) && <p class="soft small">{believed.length > 0 ? strengthNote(strength) : metric.note}</p>}
        </Card>
      )}
      <Card title={plural(new Set(sessions.map(({ session }) => session)).size, "session")}>
        <ul class="rows">
          {[...sessions].reverse().map((one) => (
            <SessionRow key={`${one.session} ${one.variant}`} session={one} variant={variants.length > 1 && one.variant ? variantName(one.variant) : ""} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function SessionRow({ session, variant }: { session: ExerciseSession; variant: string }) {
  const { date, sets, reps, top, e1rm } = session;
  return (
    <li>
      <a class="row quiet-link" href={`/log/session/${session.session}`}>
        <span class="grow">
          <b>{doneWords(keyedSet(top))}</b>
          <small class="soft">
            {fullDate(date)} · {plural(sets, "set")}
            {Number(reps) > 0 && `, ${plural(Number(reps), "rep")}`}
            {variant && ` · ${variant}`}
          </small>
        </span>
        {e1rm && <span class="soft small nowrap">1RM ≈ {number(amount(e1rm) ?? 0)} {e1rm.split(" ")[1]}</span>}
      </a>
    </li>
  );
}
