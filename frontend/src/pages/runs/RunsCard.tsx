/** The runs of the log: what each week came to, and every run. */

import { useState } from "preact/hooks";
import { today } from "../../log";
import { Button, Card, IconButton } from "../../ui";
import { remove } from "../edit";
import { dayAndMonth, fullDate, plural, weekday } from "../words";
import { RunSheet } from "./RunSheet";
import { type Done, doneRuns, inUnit, runUnit, runner, saidDistance, saidRun, saidTime, twinOf, weeklyRuns } from "./runs";
import "./runs.css";

const WEEKS = 8;
const FIRST_SHOWN = 6;
const MORE_SHOWN = 30;

export function RunsCard() {
  const [open, setOpen] = useState<Done | "new" | null>(null);
  const [most, setMost] = useState(FIRST_SHOWN);
  const all = doneRuns();
  const isRunner = Object.keys(runner()?.runs ?? {}).length > 0;
  if (!isRunner && all.length === 0) return null;
  return (
    <Card title="Runs">
      {all.length === 0 ? (
        <p class="soft">
          Nothing logged yet. Runs of a watch can come as FIT, TCX or GPX files: <a href="/imports">import them</a>.
        </p>
      ) : (
        <Mileage all={all} />
      )}
      <div>
        <Button look="outline" icon="plus" onClick={() => setOpen("new")}>
          Log a run
        </Button>
      </div>
      {all.length > 0 && (
        <ul class="rows">
          {all.slice(0, most).map((one) => (
            <RunRow key={one.id} one={one} all={all} onOpen={() => setOpen(one)} />
          ))}
        </ul>
      )}
      {all.length > most && (
        <Button look="plain" onClick={() => setMost(most + MORE_SHOWN)}>
          Show older ones
        </Button>
      )}
      {open && <RunSheet {...(open !== "new" && { done: open })} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function Mileage({ all }: { all: readonly Done[] }) {
  const unit = runUnit();
  const weeks = weeklyRuns(all, today(), WEEKS);
  const most = Math.max(1, ...weeks.map(({ meters }) => meters));
  const last = weeks[WEEKS - 1];
  return (
    <figure class="mileage">
      <ol class="mileage-bars" aria-label={`${unit} run a week`}>
        {weeks.map(({ start, meters, seconds, runs }, index) => (
          <li key={start} title={`Week of ${dayAndMonth(start)}: ${plural(runs, "run")}, ${saidDistance(meters, unit)}, ${saidTime(seconds)}`}>
            <small class="figures">{meters > 0 ? Math.round(inUnit(meters, unit)) : ""}</small>
            <span class="mileage-bar" style={{ height: `${(56 * meters) / most}px` }} />
            <small class="soft">{index % 2 ? dayAndMonth(start) : "\u00a0"}</small>
            <span class="visually-hidden">
              {plural(runs, "run")}, {saidDistance(meters, unit)}
            </span>
          </li>
        ))}
      </ol>
      {last && (
        <figcaption class="soft small">
          This week: {plural(last.runs, "run")}, {saidDistance(last.meters, unit)}
          {last.seconds > 0 && ` in ${saidTime(last.seconds)}`}.
        </figcaption>
      )}
    </figure>
  );
}

function RunRow({ one, all, onOpen }: { one: Done; all: readonly Done[]; onOpen: () => void }) {
  const date = one.run.start.slice(0, 10);
  const said = saidRun(one, runUnit()) || "A run";
  const twin = twinOf(one, all);
  const kind = one.run.kind ? `${one.run.kind.charAt(0).toUpperCase()}${one.run.kind.slice(1)}` : "";
  const details = [`${weekday(date).slice(0, 3)} ${fullDate(date)}, ${one.run.start.slice(11, 16)}`, kind, one.run.name, one.run.heart_rate && `${one.run.heart_rate} /min`, one.run.note];
  return (
    <li>
      <div class="row">
        <button type="button" class="run-row grow" onClick={onOpen} aria-label={`Change the run of ${fullDate(date)}: ${said}`}>
          <b class="figures">{said}</b>
          <small class="soft">{details.filter(Boolean).join(" · ")}</small>
        </button>
        <IconButton icon="trash" label={`Delete the run of ${fullDate(date)}: ${said}`} onClick={() => void remove("run", one.id, `Run of ${fullDate(date)} deleted.`)} />
      </div>
      {twin && <p class="soft small">The same run seems to be here twice, from two sources. Its distance counts once; delete one of them.</p>}
    </li>
  );
}
