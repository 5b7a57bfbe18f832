/** The run of today, planned or done, and the button to log one. */

import { useState } from "preact/hooks";
import { Button, Card, Icon } from "../../ui";
import { daysBetween } from "../words";
import { RunSheet } from "./RunSheet";
import { doneRuns, plannedRun, runUnit, runner, saidPlanned, saidRun } from "./runs";
import "./runs.css";

const RACE_NEAR_DAYS = 21;

export function TodayRun({ now }: { now: string }) {
  const [open, setOpen] = useState(false);
  const profile = runner();
  const done = doneRuns().filter(({ run }) => run.start.slice(0, 10) === now);
  const due = plannedRun(now);
  const isRunner = Boolean(profile?.race) || Object.keys(profile?.runs ?? {}).length > 0;
  const toRace = profile?.race ? daysBetween(now, profile.race.date) : null;
  const raceSaid = toRace !== null && toRace > 0 && toRace <= RACE_NEAR_DAYS && `Your race is in ${toRace === 1 ? "1 day" : `${toRace} days`}.`;
  const sheet = open && <RunSheet planned={due} onClose={() => setOpen(false)} />;
  if (!isRunner && done.length === 0) {
    return (
      <>
        <Button look="plain" icon="run" onClick={() => setOpen(true)}>
          Log a run
        </Button>
        {sheet}
      </>
    );
  }
  return (
    <Card class="run-card">
      <p class="row">
        <Icon name={done.length > 0 ? "check" : "run"} />
        <b class="grow">{done.length > 0 ? "Run done" : due === null ? "No run today" : due.traded ? "No run today: legs" : saidPlanned(due)}</b>
      </p>
      {done.map((one) => (
        <p key={one.id} class="figures">
          {saidRun(one, runUnit())}
        </p>
      ))}
      {done.length === 0 && due?.traded && <p class="soft">Legs take the place of your {saidPlanned(due).toLowerCase()}.</p>}
      {raceSaid && <p class="soft">{raceSaid}</p>}
      <Button look={due && !due.traded && done.length === 0 ? "primary" : "outline"} onClick={() => setOpen(true)}>
        {done.length > 0 ? "Log another run" : "Log a run"}
      </Button>
      {sheet}
    </Card>
  );
}
