/** The logbook: a calendar, every session, and what they add up to. */

import { useState } from "preact/hooks";
import { CalendarHeat } from "../charts/CalendarHeat";
import { PartBars } from "../charts/PartBars";
import { planned, today } from "../log";
import { Button, Card, Page, Tabs } from "../ui";
import { Answered, AsOf } from "./States";
import { Doing } from "./logbook/Doing";
import { Figures } from "./logbook/Figures";
import { Month } from "./logbook/Month";
import { Records, Sides } from "./logbook/Records";
import { SessionList } from "./logbook/SessionList";
import { Signs, SorenessCard } from "./logbook/Signs";
import { Trunk } from "./logbook/Trunk";
import type { Progress } from "./logbook/doing";
import { RunsCard } from "./runs/RunsCard";
import { type SessionInShort, useSessions } from "./logbook/sessions";
import type { Statistics } from "./logbook/statistics";
import type { Plan } from "./plan";
import { useAnswer } from "./use-answer";
import { addDays, weekdayIndex } from "./words";
import "./logbook/logbook.css";

const WEEKS_OF_SETS = 8;

export default function Logbook() {
  const sessions = useSessions("");
  const [shown, setShown] = useState<"sessions" | "progress">("sessions");
  const statistics = useAnswer<Statistics>("/statistics");
  const progress = useAnswer<Progress>("/progress");
  return (
    <Page
      title="Log"
      actions={
        <Button look="outline" icon="plus" href="/train/free">
          Train
        </Button>
      }
    >
      <AsOf at={sessions.asOf} />
      <div class="narrow-only">
        <Tabs
          label="What is shown"
          tabs={[
            { value: "sessions", label: "Sessions" },
            { value: "progress", label: "Progress" },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div class={`columns show-${shown}`}>
        <div class="stack sessions-column">
          <div class="card">
            <Month sessions={sessions.items} />
          </div>
          <RunsCard />
          <SessionList all={sessions} />
        </div>
        <div class="stack progress-column">
          <Answered asked={{ ...statistics, asOf: null }} rows={2}>
            {(data) => <Summary data={data} progress={progress.data} sessions={sessions.items} />}
          </Answered>
        </div>
      </div>
    </Page>
  );
}

interface SummaryProps {
  data: Statistics;
  progress: Progress | null;
  sessions: readonly SessionInShort[];
}

function Summary({ data, progress, sessions }: SummaryProps) {
  const days = new Map<string, number>();
  for (const { start, sets } of sessions) days.set(start.slice(0, 10), (days.get(start.slice(0, 10)) ?? 0) + sets);
  return (
    <>
      {progress && <Doing progress={progress} />}
      <Figures adherence={data.adherence} streak={data.streak} />
      {data.sets > 0 && (
        <Card title="Hard sets a week">
          <Sets data={data} />
        </Card>
      )}
      {days.size > 0 && (
        <Card title="Half a year">
          <CalendarHeat days={days} until={today()} />
        </Card>
      )}
      <Records records={data.records} />
      <Sides sides={data.sides} />
      <Trunk />
      <Signs series={data.signs} />
      <SorenessCard soreness={data.soreness} />
      <Button look="outline" href="/exercises">
        All exercises
      </Button>
    </>
  );
}

/** The latest weeks, this one too, each beside what the plan in force aims at in it. */
function Sets({ data }: { data: Statistics }) {
  const id = planned.value.at(-1)?.plan;
  const { data: plan } = useAnswer<Plan>(id ? `/plans/${id}` : null);
  const done = new Map(data.weekly_hard_sets.map((week) => [week.start, week.hard_sets]));
  const monday = addDays(today(), -weekdayIndex(today()));
  const weeks = Array.from({ length: WEEKS_OF_SETS }, (_, index) => addDays(monday, 7 * (index - WEEKS_OF_SETS + 1)));
  return (
    <PartBars
      weeks={weeks.map((start) => {
        const week = plan?.weeks.find((one) => one.start >= start && one.start < addDays(start, 7));
        const targets = week && Object.fromEntries(week.volumes.map(({ part, target }) => [part, target]));
        return { start, sets: done.get(start) ?? {}, ...(targets && { targets }) };
      })}
    />
  );
}
