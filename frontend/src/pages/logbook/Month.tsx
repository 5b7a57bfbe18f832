/** A month of days: trained, planned, missed, or rest. */

import { useState } from "preact/hooks";
import { planned, today } from "../../log";
import { IconButton } from "../../ui";
import { addDays, fullDate, monthName, plural, weekday, weekdayIndex } from "../words";
import type { SessionInShort } from "./sessions";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export function Month({ sessions }: { sessions: readonly SessionInShort[] }) {
  const now = today();
  const [month, setMonth] = useState(now.slice(0, 7));
  const done = new Map<string, SessionInShort[]>();
  for (const session of sessions) {
    const date = session.start.slice(0, 10);
    done.set(date, [...(done.get(date) ?? []), session]);
  }
  const answered = new Set(sessions.map(({ planned_date, start }) => planned_date ?? start.slice(0, 10)));
  const wanted = new Map(planned.value.map((session) => [session.date, session]));
  const first = `${month}-01`;
  const start = addDays(first, -weekdayIndex(first));
  const days = Array.from({ length: 42 }, (_, index) => addDays(start, index));
  const weeks = [0, 7, 14, 21, 28, 35].map((at) => days.slice(at, at + 7)).filter((week) => week.some((date) => date.startsWith(month)));
  const move = (by: number) => setMonth(addDays(first, by > 0 ? 31 : -1).slice(0, 7));

  return (
    <div class="stack">
      <div class="month-head">
        <IconButton icon="back" label="The month before" onClick={() => move(-1)} />
        <h2 aria-live="polite">
          {monthName(first)} {month.slice(0, 4)}
        </h2>
        <IconButton icon="forward" label="The month after" onClick={() => move(1)} />
      </div>
      <table class="month">
        <thead>
          <tr>
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  {date.startsWith(month) && <Day date={date} now={now} done={done.get(date) ?? []} name={wanted.get(date)?.name ?? null} isAnswered={answered.has(date)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend">
        <span class="key-done">trained</span>
        <span class="key-planned">planned</span>
        <span class="key-missed">missed</span>
      </p>
    </div>
  );
}

interface DayProps {
  date: string;
  now: string;
  done: readonly SessionInShort[];
  /** What the plan holds for the day. */
  name: string | null;
  isAnswered: boolean;
}

function Day({ date, now, done, name, isAnswered }: DayProps) {
  const number = Number(date.slice(8));
  const mark = date === now ? " is-today" : "";
  const [first] = done;
  const day = `${weekday(date)} ${fullDate(date)}`;
  if (first) {
    const sets = done.reduce((sum, session) => sum + session.sets, 0);
    return (
      <a class={`done${mark}`} href={`/log/session/${first.id}`} aria-label={`${day}: ${done.map((session) => session.name).join(", ")}, ${plural(sets, "set")}`}>
        {number}
      </a>
    );
  }
  if (name && date >= now && !isAnswered) {
    return (
      <a class={`planned${mark}`} href={date === now ? "/" : "/plan"} aria-label={`${day}: planned, ${name}`}>
        {number}
      </a>
    );
  }
  if (name && date < now && !isAnswered) {
    return (
      <span class={`missed${mark}`}>
        {number}
        <span class="visually-hidden">, missed: {name}</span>
      </span>
    );
  }
  return <span class={`rest${mark}`}>{number}</span>;
}
