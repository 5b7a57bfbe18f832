/** Half a year of days at a glance: the more hard sets, the fuller the square. */

import { addDays, dayAndMonth, fullDate, monthName, plural, weekdayIndex } from "../pages/words";
import { useWidth } from "./use-width";
import "./charts.css";

interface CalendarHeatProps {
  /** Sets by ISO date; days without training are left out. */
  days: ReadonlyMap<string, number>;
  until: string;
  weeks?: number;
}

const LEFT = 30;
const TOP = 18;

export function CalendarHeat({ days, until, weeks = 26 }: CalendarHeatProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const monday = addDays(until, -weekdayIndex(until));
  const cell = Math.min(22, Math.floor((width - LEFT) / weeks));
  const starts = Array.from({ length: weeks }, (_, index) => addDays(monday, 7 * (index - weeks + 1)));
  const most = Math.max(1, ...days.values());
  const trained = starts.flatMap((start) => week(start)).filter((date) => days.has(date));
  return (
    <div ref={ref} class="chart">
      <svg
        role="img"
        aria-label={`Trained on ${plural(trained.length, "day")} from ${dayAndMonth(starts[0] as string)} to ${dayAndMonth(until)}.`}
        width={width}
        height={TOP + 7 * cell}
        viewBox={`0 0 ${width} ${TOP + 7 * cell}`}
      >
        {["Mon", "Thu", "Sun"].map((day, index) => (
          <text key={day} class="axis" x={0} y={TOP + cell * (3 * index + 0.78)}>
            {day}
          </text>
        ))}
        {starts.map((start, column) => (
          <g key={start}>
            {Number(start.slice(8)) <= 7 && column < weeks - 2 && (
              <text class="axis" x={LEFT + column * cell} y={11}>
                {monthName(start).slice(0, 3)}
              </text>
            )}
            {week(start).map((date, row) => {
              const sets = days.get(date) ?? 0;
              if (date > until) return null;
              return (
                <rect
                  key={date}
                  class={`heat heat-${sets ? Math.min(4, 1 + Math.floor((4 * sets) / (most + 1))) : 0}`}
                  x={LEFT + column * cell + 1}
                  y={TOP + row * cell + 1}
                  width={cell - 2}
                  height={cell - 2}
                  rx={2}
                >
                  <title>{`${fullDate(date)}: ${sets ? plural(sets, "set") : "no sets"}`}</title>
                </rect>
              );
            })}
          </g>
        ))}
      </svg>
    </div>
  );
}

function week(start: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(start, index));
}
