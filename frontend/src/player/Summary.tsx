/** The end of a session: what was done, what was left out, and what to do tomorrow. */

import { useState } from "preact/hooks";
import { EnergyDone } from "../energy/EnergyCard";
import { doneEnergy } from "../energy/ranges";
import { navigate } from "../router";
import type { LoggedSession } from "../types";
import { Button, Card, Field, Icon, IconButton, toast } from "../ui";
import { discard, finish, goTo, reopen } from "./actions";
import { dropCursor } from "./cursor";
import { readMass } from "./mass";
import { resumeAt } from "./progress";
import { inBrief, type Run } from "./run";

interface SummaryProps {
  run: Run;
  session: LoggedSession;
  at: number;
  onBack: () => void;
}

/** Sessions that are closed later than this were left open: their length is not the time since they began. */
const LONGEST_S = 4 * 3600;

export function Summary({ run, session, at, onBack }: SummaryProps) {
  const [note, setNote] = useState(session.note ?? "");
  const [started] = useState(Date.now());
  const sets = [...run.sets.values()].filter((set) => !set.skipped && (set.reps != null || set.seconds != null));
  const left = [...run.sets.values()].filter((set) => set.skipped).length;
  const since = (started - new Date(session.start).getTime()) / 1000;
  const seconds = session.seconds ?? Math.min(since, LONGEST_S);
  const hard = sets.filter((set) => set.kind !== "warm-up").length;
  const moved = sets.reduce((sum, set) => sum + (readMass(set.load)?.value ?? 0) * Number(set.reps ?? 0), 0);
  const unit = readMass(sets.find((set) => set.load)?.load)?.unit ?? "kg";
  const { planned } = run;
  const energy = planned?.energy ? doneEnergy(planned.energy, planned.blocks, sets) : [];
  const more = at < run.steps.length && run.steps.slice(at).some((step) => step.set_key && !step.open);
  const end = async () => {
    await finish(run, seconds, note.trim());
    await dropCursor(run.id);
    navigate("/", true);
    toast("Session kept.");
  };
  const drop = async () => {
    await discard(run, run.sets);
    await dropCursor(run.id);
    navigate("/", true);
    toast("Session thrown away.");
  };
  const goOn = async () => {
    if (session.finished) await reopen(run);
    onBack();
    if (at >= run.steps.length) goTo(run, Math.min(resumeAt(run), Math.max(0, run.steps.length - 1)));
  };
  return (
    <div class="player">
      <header class="player-head">
        <IconButton icon="close" label="Back to today" onClick={() => navigate("/")} />
      </header>
      <div class="player-body summary">
        <div>
          <p class="place">{session.finished ? "Done" : more ? "Finish early? What you did counts." : "That was all of it."}</p>
          <h1>{run.name}</h1>
        </div>
        <dl class="totals">
          <Total figure={hard} label={hard === 1 ? "set" : "sets"} />
          <Total figure={Math.round(seconds / 60)} label="minutes" />
          {moved > 0 && <Total figure={Math.round(moved).toLocaleString("en-GB")} label={`${unit} × reps`} />}
        </dl>
        <Card>
          {sets.length > 0 ? (
            <ul class="done-list">
              {run.blocks.flatMap(({ key }) => {
                const mine = sets.filter((set) => set.block === key);
                return [...new Set(mine.map(({ name }) => name))].map((name) => (
                  <li key={`${key} ${name}`}>
                    <b>{name}</b>
                    <span class="figures">{alike(mine.filter((set) => set.name === name).map(inBrief)).join("   ")}</span>
                  </li>
                ));
              })}
            </ul>
          ) : (
            <p>No set is logged yet.</p>
          )}
          {left > 0 && <p class="soft">{left === 1 ? "One set was" : `${left} sets were`} skipped.</p>}
        </Card>
        {energy.length > 0 && <EnergyDone exercises={energy} />}
        {planned?.next_day && (
          <Card class="next-day">
            <p class="row">
              <Icon name="walk" size={28} />
              <span>
                <b>Tomorrow.</b> {planned.next_day}
              </span>
            </p>
            {planned.food && <p class="soft">{planned.food}</p>}
          </Card>
        )}
        {!session.finished && <Field label="A note on the session" value={note} onInput={setNote} lines={2} maxLength={4000} />}
        <div class="row wrap">
          <Button onClick={() => void goOn()}>{session.finished ? "Open it again" : more ? "Go on training" : "Back to the last step"}</Button>
          {!session.finished && !sets.length && <Button onClick={() => void end()}>Count it as done</Button>}
        </div>
      </div>
      <footer class="player-foot">
        {session.finished ? (
          <Go label="Back to today" onClick={() => navigate("/")} />
        ) : sets.length ? (
          <Go label="Finish" onClick={() => void end()} />
        ) : (
          <Go label="Throw it away" onClick={() => void drop()} />
        )}
      </footer>
    </div>
  );
}

function Go({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="go" onClick={onClick}>
      {label}
    </button>
  );
}

function Total({ figure, label }: { figure: number | string; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="figures">{figure}</dd>
    </div>
  );
}

/** Equal sets are told once, with how many there were. */
function alike(sets: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const set of sets) counts.set(set, (counts.get(set) ?? 0) + 1);
  return [...counts].map(([set, count]) => (count > 1 ? `${count} sets of ${set}` : set));
}
