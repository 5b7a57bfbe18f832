/** The log in a few figures: the streak, this week, how well plans were kept. */

import { Card } from "../../ui";
import { dayAndMonth, fullDate, plural } from "../words";
import type { Statistics, WeekDone } from "./statistics";

const WEEKS_SHOWN = 12;

export function Figures({ adherence, streak }: Pick<Statistics, "adherence" | "streak">) {
  const weeks = adherence.slice(-WEEKS_SHOWN);
  const now = weeks.at(-1);
  const planned = weeks.filter((week) => week !== now && week.planned !== null);
  const done = planned.reduce((sum, week) => sum + week.done, 0);
  const wanted = planned.reduce((sum, week) => sum + (week.planned ?? 0), 0);
  return (
    <Card title="Keeping at it">
      <div class="figures-row">
        <Figure value={String(streak.weeks)} label={streak.weeks === 1 ? "week in a row" : "weeks in a row"} />
        {now && <Figure value={now.planned === null ? String(now.done + now.extra) : `${now.done} of ${now.planned}`} label="this week" />}
        {wanted > 0 ? <Figure value={`${Math.round((100 * done) / wanted)} %`} label="of the plan done" /> : <Figure value={String(streak.best)} label="weeks at best" />}
      </div>
      <ol class="week-dots" aria-label="Sessions by week">
        {weeks.map((week) => (
          <Week key={week.start} week={week} />
        ))}
      </ol>
      <p class="soft small">
        {streak.since ? `Since ${fullDate(streak.since)}. ` : ""}Planned rest and easy weeks never break a streak.
      </p>
    </Card>
  );
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <p class="figure-tile">
      <b>{value}</b>
      <span class="soft small">{label}</span>
    </p>
  );
}

function Week({ week }: { week: WeekDone }) {
  const { planned, done, extra, deload, start } = week;
  const left = Math.max(0, (planned ?? 0) - done);
  const said = planned === null ? plural(done + extra, "session") : `${done} of ${planned} planned${extra ? `, ${extra} more` : ""}${deload ? ", an easy week" : ""}`;
  return (
    <li>
      <span class="dots" aria-hidden="true">
        {Array.from({ length: left }, (_, index) => (
          <i key={`left ${index}`} class="dot-left" />
        ))}
        {Array.from({ length: extra }, (_, index) => (
          <i key={`extra ${index}`} class="dot-extra" />
        ))}
        {Array.from({ length: done }, (_, index) => (
          <i key={`done ${index}`} class="dot-done" />
        ))}
      </span>
      <small aria-hidden="true">{dayAndMonth(start).split(" ")[0]}</small>
      <span class="visually-hidden">
        Week of {dayAndMonth(start)}: {said}
      </span>
    </li>
  );
}
