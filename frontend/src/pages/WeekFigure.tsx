/** A week at a glance: which parts are trained on which day, how long, what is run, and what is free. */

import type { PlanWeek, PlannedRun } from "./plan";
import { addDays, capital, dayAndMonth, minutes, weekday } from "./words";
import "./runs/runs.css";

export function WeekFigure({ week, today }: { week: PlanWeek; today: string }) {
  const days = Array.from({ length: 7 }, (_, index) => addDays(week.start, index));
  return (
    <ol class="week-figure" aria-label={`Week ${week.number}`}>
      {days.map((date) => {
        const session = week.sessions.find((one) => one.date === date);
        const run = week.runs?.find((one) => one.date === date);
        return (
          <li key={date} class={date === today ? "today" : ""} aria-current={date === today ? "date" : undefined}>
            <span class="week-day">
              <abbr title={`${weekday(date)} ${dayAndMonth(date)}`}>{weekday(date).slice(0, 3)}</abbr>
              <small>{Number(date.slice(8))}</small>
            </span>
            {session ? (
              <>
                {session.parts.map((part) => (
                  <span key={part} class={`part-dot part-${part}`}>
                    <span aria-hidden="true">{capital(part).charAt(0)}</span>
                    <span class="visually-hidden">{part}</span>
                  </span>
                ))}
                <small>
                  <span aria-hidden="true">{Math.round(session.minutes)}′</span>
                  <span class="visually-hidden">{minutes(session.minutes)}</span>
                </small>
              </>
            ) : (
              !run && (
                <span class="soft" aria-label="rest">
                  –
                </span>
              )
            )}
            {run && <RunMark run={run} />}
          </li>
        );
      })}
    </ol>
  );
}

/** A run of the day; one that gives way to legs is crossed out. */
function RunMark({ run }: { run: PlannedRun }) {
  const said = `${run.kind} ${run.distance ?? run.time ?? "run"}`;
  return (
    <span class={run.kind === "race" ? "run-mark race" : "run-mark"}>
      {run.traded ? (
        <>
          <s aria-hidden="true">{said}</s>
          <span class="visually-hidden">{said} run gives way to legs</span>
        </>
      ) : (
        said
      )}
    </span>
  );
}
