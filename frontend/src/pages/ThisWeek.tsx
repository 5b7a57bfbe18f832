/** The planned sessions and runs of this week: what is done, what is left, what was missed. */

import { log, planned } from "../log";
import { Card, Icon } from "../ui";
import { doneRuns, plannedRun } from "./runs/runs";
import { addDays, minutes, weekday, weekdayIndex } from "./words";

export function ThisWeek({ now }: { now: string }) {
  const monday = addDays(now, -weekdayIndex(now));
  const week = planned.value.filter(({ date }) => date >= monday && date < addDays(monday, 7));
  const ran = new Set(doneRuns().map(({ run }) => run.start.slice(0, 10)));
  const runs = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).flatMap((date) => {
    const run = plannedRun(date);
    return run && !run.traded ? [{ date, run }] : [];
  });
  if (week.length === 0 && runs.length === 0) return null;
  const done = new Map(log.value.things.all("session").map(({ id, value }) => [value.planned_date, { id, finished: Boolean(value.finished) }]));
  return (
    <Card title="This week">
      <ul class="rows">
        {week.map(({ date, name, minutes: length }) => {
          const session = done.get(date);
          const said = session?.finished ? "done" : session ? "under way" : date < now ? "missed" : minutes(length);
          return (
            <li key={date}>
              <a class="row quiet-link" href={session ? `/log/session/${session.id}` : "/plan"} aria-current={date === now ? "date" : undefined}>
                <span class="grow">
                  <b>{name}</b>
                  <small class="soft">{date === now ? "Today" : weekday(date)}</small>
                </span>
                {session?.finished && <Icon name="check" size={20} />}
                <span class={session?.finished ? "good" : "soft"}>{said}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {runs.length > 0 && (
        <p class="soft small">
          Runs:{" "}
          {runs.map(({ date, run }, index) => (
            <span key={date}>
              {index > 0 && ", "}
              <span class={ran.has(date) ? "good" : ""}>
                {weekday(date).slice(0, 3)} {run.kind} {run.size}
                {ran.has(date) && " (done)"}
              </span>
            </span>
          ))}
          .
        </p>
      )}
    </Card>
  );
}
