/** Hard sets of each part, week by week, with a mark at what was aimed at. */

import { PARTS, type PartName, capital, dayAndMonth, number, plural } from "../pages/words";
import { Numbers } from "./Numbers";
import { linear, niceTicks, spread } from "./scale";
import { useWidth } from "./use-width";
import "./charts.css";

interface PartWeek {
  start: string;
  sets: Partial<Record<PartName, number>>;
  targets?: Partial<Record<PartName, number>>;
}

const HEIGHT = 104;
const MARGIN = { top: 8, right: 2, bottom: 20, left: 24 };

interface PartBarsProps {
  weeks: readonly PartWeek[];
  /** The week that the figures are about, from 0; the last one if not given. */
  current?: number;
}

export function PartBars({ weeks, current = weeks.length - 1 }: PartBarsProps) {
  const most = Math.max(...weeks.flatMap((week) => PARTS.flatMap((part) => [week.sets[part] ?? 0, week.targets?.[part] ?? 0])));
  const ticks = niceTicks([most], 2, true);
  return (
    <figure class="chart">
      <div class="part-bars">
        {PARTS.map((part) => (
          <Strip key={part} part={part} weeks={weeks} ticks={ticks} current={current} />
        ))}
      </div>
      <figcaption>
        <p class="soft small">
          Hard sets a week{weeks.some((week) => week.targets) && <>; the line <span class="target-key" /> is what the plan aims at</>}.
        </p>
        <Numbers
          caption="Hard sets of each part by week"
          heads={["Week of", ...PARTS.map(capital)]}
          rows={[...weeks].reverse().map((week) => [
            dayAndMonth(week.start),
            ...PARTS.map((part) => {
              const target = week.targets?.[part];
              return number(week.sets[part] ?? 0) + (target === undefined ? "" : ` of ${number(target)}`);
            }),
          ])}
        />
      </figcaption>
    </figure>
  );
}

interface StripProps {
  part: PartName;
  weeks: readonly PartWeek[];
  ticks: readonly number[];
  current: number;
}

function Strip({ part, weeks, ticks, current }: StripProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const y = linear([0, ticks.at(-1) as number], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const slot = (width - MARGIN.left - MARGIN.right) / weeks.length;
  const bar = Math.min(28, slot * 0.72);
  const left = (index: number) => MARGIN.left + slot * index + (slot - bar) / 2;
  const last = weeks.at(-1);
  const aim = weeks[current]?.targets?.[part];
  const now = number(weeks[current]?.sets[part] ?? 0) + (aim === undefined ? "" : ` of ${number(aim)}`);
  const told = weeks.map((week) => `${dayAndMonth(week.start)} ${number(week.sets[part] ?? 0)}`).join(", ");
  return (
    <div ref={ref} class={`part-${part}`}>
      <p class="strip-head">
        <b>{capital(part)}</b> <span class="soft">{now}</span>
      </p>
      <svg
        role="img"
        aria-label={`${capital(part)}: hard sets in ${plural(weeks.length, "week")}, ${told}`}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={MARGIN.left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text class="axis" x={MARGIN.left - 6} y={y(tick) + 4} text-anchor="end">
              {number(tick)}
            </text>
          </g>
        ))}
        {weeks.map((week, index) => {
          const target = week.targets?.[part];
          return (
            <g key={week.start}>
              <rect class={index === current ? "bar current" : "bar"} x={left(index)} y={y(week.sets[part] ?? 0)} width={bar} height={y(0) - y(week.sets[part] ?? 0)} rx={2} />
              {target !== undefined && <line class="target" x1={left(index) - 2} x2={left(index) + bar + 2} y1={y(target)} y2={y(target)} />}
            </g>
          );
        })}
        {spread(weeks, Math.floor(width / 64)).map((week) => (
          <text key={week.start} class="axis" x={left(weeks.indexOf(week)) + bar / 2} y={HEIGHT - 5} text-anchor={week === last ? "end" : "middle"} dx={week === last ? bar / 2 : 0}>
            {dayAndMonth(week.start)}
          </text>
        ))}
      </svg>
    </div>
  );
}
