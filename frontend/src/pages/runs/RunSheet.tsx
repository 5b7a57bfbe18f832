/** A run logged fast: how far, how long, and what it was; today's planned run stands there already. */

import { useState } from "preact/hooks";
import { localTime, newThingId, record, today } from "../../log";
import type { Change } from "../../types";
import { Button, Field, Pad, Sheet, toast } from "../../ui";
import "./runs.css";
import { nearDate, number } from "../words";
import { type Done, KINDS, type Planned, type RunKind, doneRuns, inUnit, plannedMeters, runUnit, saidPace, saidRun, saidTime, twinOf, typedDistance, typedTime } from "./runs";

interface RunSheetProps {
  /** The run to change; a new one without it. */
  done?: Done;
  planned?: Planned | null;
  onClose: () => void;
}

export function RunSheet({ done, planned = null, onClose }: RunSheetProps) {
  const unit = runUnit();
  const hoped = planned && !planned.traded ? plannedMeters(planned.size) : null;
  const first = done ? done.meters : hoped;
  const [far, setFar] = useState(first === null ? "" : number(Math.round(inUnit(first, unit) * 100) / 100));
  const [long, setLong] = useState(done?.seconds ? saidTime(done.seconds) : "");
  const [kind, setKind] = useState<RunKind>(done?.run.kind ?? planned?.kind ?? "easy");
  const [date, setDate] = useState(done?.run.start.slice(0, 10) ?? today());
  const [time, setTime] = useState(done?.run.start.slice(11, 16) ?? "");
  const [note, setNote] = useState(done?.run.note ?? "");
  const [tried, setTried] = useState(false);

  const farWasSet = done !== undefined && done.meters !== null && far === number(Math.round(inUnit(done.meters, unit) * 100) / 100);
  const meters = farWasSet ? done.meters : typedDistance(far, unit);
  const seconds = done?.seconds && long === saidTime(done.seconds) ? done.seconds : typedTime(long);
  const problems = {
    far: far.trim() !== "" && meters === null ? `Write a distance such as 8.2 ${unit}.` : "",
    long: long.trim() !== "" && seconds === null ? "Write a time such as 45:30 or 1:05:00." : "",
    time: time.trim() !== "" && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(time.trim()) ? "Write a time such as 07:30." : "",
    none: meters === null && seconds === null ? "Write how far or how long it was." : "",
    fast: meters !== null && seconds !== null && meters / seconds > 12 ? "Nobody runs that fast; look at the distance and the time." : "",
    ahead: date > today() ? "This day is still to come." : "",
  };
  const problem = Object.values(problems).find(Boolean) ?? "";

  const save = async () => {
    setTried(true);
    if (problem) return;
    const of = done?.id ?? newThingId();
    const clock = time.trim() ? time.trim().padStart(5, "0") : date === today() ? clockNow(seconds) : "12:00";
    const start = done && clock === done.run.start.slice(11, 16) && date === done.run.start.slice(0, 10) ? done.run.start : `${date}T${clock}:00`;
    const change: Change = { start, kind, meters: meters === null ? null : Math.round(meters * 10) / 10, seconds, note: note || null };
    await record([{ about: "run", of, change }]);
    const saved = doneRuns();
    const made = saved.find(({ id }) => id === of);
    const twin = made && twinOf(made, saved);
    const said = saidRun({ meters, seconds }, unit);
    const told = twin ? `${said} is saved, but it looks like the run that is there already: same start, same distance.` : `Run saved: ${said}.`;
    const before: Change = done ? { start: done.run.start, kind: done.run.kind ?? null, meters: done.run.meters ?? null, seconds: done.run.seconds ?? null, note: done.run.note ?? null } : { removed: true };
    toast(told, () => void record([{ about: "run", of, change: before }]));
    onClose();
  };

  return (
    <Sheet title={done ? "Change a run" : "Log a run"} onClose={onClose}>
      <div class="amounts">
        <Field label="How far" value={far} onInput={setFar} inputMode="decimal" hint={`In ${unit}`} problem={problems.far} />
        <Field label="How long" value={long} onInput={setLong} hint="45:30, or minutes" problem={problems.long} />
      </div>
      <p class="soft figures" aria-live="polite">
        {meters !== null && seconds !== null && !problems.fast ? saidPace(meters, seconds, unit) : "\u00a0"}
      </p>
      <Pad words label="Kind of run" options={KINDS} value={kind} onPick={setKind} />
      {(tried || problems.fast || problems.ahead) && problem && !problems.far && !problems.long && !problems.time && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Button look="primary" large wide onClick={() => void save()}>
        Save
      </Button>
      <details class="more" open={done !== undefined || Boolean(problems.time)}>
        <summary>{date === today() ? "Another day or time, a note" : nearDate(date, today())}</summary>
        <div class="amounts run-when">
          <Field label="Day" type="date" value={date} onInput={(typed) => typed && setDate(typed)} />
          <Field label="Began at" value={time} onInput={setTime} hint="24-hour clock, such as 07:30" problem={problems.time} />
        </div>
        <Field label="Note" value={note} onInput={setNote} maxLength={4000} />
      </details>
    </Sheet>
  );
}

/** A run that is logged without a time ended now. */
function clockNow(seconds: number | null): string {
  const now = new Date();
  const began = localTime(new Date(now.getTime() - 1000 * (seconds ?? 0)));
  return began.slice(0, 10) === localTime(now).slice(0, 10) ? began.slice(11, 16) : "00:00";
}
