/** An exercise over time: how strong, how much, each variant and each side apart. */

import { useState } from "preact/hooks";
import { LineChart } from "../charts/LineChart";
import { catalogue } from "../log";
import { Card, EmptyState, Page } from "../ui";
import { Answered } from "./States";
import { ClaimsAbout } from "./evidence/ClaimsAbout";
import { ChooseOne, Select } from "./fields";
import { SideRow } from "./logbook/Records";
import type { ExerciseHistory, ExerciseSession, Statistics, StrengthPoint } from "./logbook/statistics";
import { METRICS, type Metric, historySeries, strengthNote, strengthSeries, unitOf } from "./session/history";
import { doneWords } from "./session/set-words";
import { keyedSet } from "./session/shapes";
import { useAnswer } from "./use-answer";
import { amount, fullDate, number, plural, spaced } from "./words";
import "./common.css";

const ALL = "all";
const MOST_LINES = 3;

export default function ExerciseHistoryPage({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? "";
  const history = useAnswer<ExerciseHistory>(`/exercises/${encodeURIComponent(id)}/history`);
  const statistics = useAnswer<Statistics>("/statistics");
  const exercise = catalogue.value.find((one) => one.id === id);
  const sides = statistics.data?.sides.find((one) => one.exercise === id);
  const variantName = (variant: string | null) => exercise?.variants.find((one) => one.id === variant)?.name ?? (variant ? spaced(variant) : "Variant not said");
  return (
    <Page title={exercise?.name ?? spaced(id)} back="/log">
      <div class="columns">
        <div class="stack">
          <Answered asked={history}>
            {({ sessions, strength }) =>
              sessions.length > 0 ? (
                <Shown sessions={sessions} strength={strength} variantName={variantName} />
              ) : (
                <EmptyState title="Not done yet">
                  <p>Once you log it, it stands here with its loads over time.</p>
                </EmptyState>
              )
            }
          </Answered>
        </div>
        <div class="stack">
          {sides && (
            <Card title="Left and right">
              <SideRow difference={sides} />
            </Card>
          )}
          <ClaimsAbout exercise={id} />
          {exercise && exercise.variants.length > 0 && (
            <Card title="Ways to do it">
              <ul class="rows">
                {exercise.variants.map((variant) => (
                  <li key={variant.id}>
                    <b>{variant.name}</b>
                    <small class="soft">{variant.how}</small>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}

interface HistoryProps {
  sessions: readonly ExerciseSession[];
  strength: readonly StrengthPoint[];
  variantName: (variant: string | null) => string;
}

function Shown({ sessions: all, strength, variantName }: HistoryProps) {
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
