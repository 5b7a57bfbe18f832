/** Values over time as lines with points; series differ by dash and mark as well as by colour. */

import { useState } from "preact/hooks";
import { dayAndMonth, daysBetween, fullDate, number } from "../pages/words";
import { Numbers } from "./Numbers";
import { MARGIN, anchor, spreadLabels } from "./axis";
import { linear, niceTicks } from "./scale";
import { useWidth } from "./use-width";
import "./charts.css";

interface Point {
  date: string;
  value: number;
  note?: string;
  /** Where the truth lies in four of five cases. */
  band?: readonly [number, number];
  /** Whether the value is only a lower bound; its point is drawn hollow. */
  atLeast?: boolean;
}

export interface Series {
  name: string;
  points: readonly Point[];
}

interface LineChartProps {
  title: string;
  unit: string;
  series: readonly Series[];
  height?: number;
  /** Whether the numbers stand below as a table; not where a list beside the chart tells them. */
  numbers?: boolean;
}

const bandWords = ([low, high]: readonly [number, number]): string => `${number(low)}–${number(high)}`;

/** What the chart shows in one sentence. */
export function summary(title: string, unit: string, series: readonly Series[]): string {
  const told = series
    .filter(({ points }) => points.length > 0)
    .map(({ name, points }) => {
      const first = points[0] as Point;
      const last = points.at(-1) as Point;
      const subject = series.length > 1 ? `${name}: ` : "";
      const band = last.band ? `, 80 % band ${bandWords(last.band)} ${unit}` : "";
      if (points.length === 1) return `${subject}${number(first.value)} ${unit} on ${fullDate(first.date)}${band}`;
      const high = Math.max(...points.map(({ value }) => value));
      return (
        `${subject}from ${number(first.value)} ${unit} on ${fullDate(first.date)} ` +
        `to ${number(last.value)} ${unit} on ${fullDate(last.date)}, highest ${number(high)} ${unit}${band}`
      );
    });
  return `${title}. ${told.join("; ")}.`;
}

export function LineChart({ title, unit, series, height = 200, numbers = true }: LineChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [picked, setPicked] = useState<string | null>(null);
  const points = series.flatMap((each) => each.points);
  const dates = [...new Set(points.map(({ date }) => date))].sort();
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return null;

  const banded = points.some(({ band }) => band);
  const ticks = niceTicks(points.flatMap(({ value, band }) => [value, ...(band ?? [])]));
  const days = daysBetween(first, last);
  const x = linear([0, days], days ? [MARGIN.left, width - MARGIN.right] : [width / 2, width / 2]);
  const at = (date: string) => x(daysBetween(first, date));
  const y = linear([ticks[0] as number, ticks.at(-1) as number], [height - MARGIN.bottom, MARGIN.top]);
  const labels = spreadLabels(dates, at, width);
  const shown = picked ?? last;

  const pick = (event: PointerEvent) => {
    const left = (event.currentTarget as SVGElement).getBoundingClientRect().left;
    const near = (date: string) => Math.abs(at(date) - (event.clientX - left));
    setPicked(dates.reduce((best, date) => (near(date) < near(best) ? date : best)));
  };

  return (
    <figure class="chart">
      <div ref={ref}>
        <svg
          role="img"
          aria-label={summary(title, unit, series)}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          onPointerDown={pick}
          onPointerMove={pick}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line class="grid" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text class="axis" x={MARGIN.left - 8} y={y(tick) + 4} text-anchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
          {labels.map((date) => (
            <text key={date} class="axis" x={at(date)} y={height - 8} text-anchor={anchor(at(date), width)}>
              {dayAndMonth(date)}
            </text>
          ))}
          <line class="cursor" x1={at(shown)} x2={at(shown)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          {series.map((each, index) => (
            <g key={each.name} class={`series series-${index}`}>
              <Band points={each.points} x={at} y={y} />
              <polyline points={each.points.map(({ date, value }) => `${at(date)},${y(value)}`).join(" ")} />
              {each.points.map(({ date, value, atLeast }) =>
                index === 0 ? (
                  <circle key={date} class={atLeast ? "hollow" : undefined} cx={at(date)} cy={y(value)} r={date === shown ? 5 : atLeast ? 3.5 : 3} />
                ) : (
                  <rect key={date} x={at(date) - 3.5} y={y(value) - 3.5} width={7} height={7} />
                ),
              )}
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        <span class="readout">
          <b>{fullDate(shown)}</b>
          {series.map((each, index) => {
            const point = each.points.find(({ date }) => date === shown);
            return (
              <span key={each.name} class={`key series-${index}`}>
                {series.length > 1 && `${each.name} `}
                {point ? `${number(point.value)} ${unit}` : "–"}
                {point?.band && <small> ({bandWords(point.band)})</small>}
                {point?.atLeast && <small> lower bound</small>}
                {point?.note && <small> {point.note}</small>}
              </span>
            );
          })}
        </span>
        {numbers && (
          <Numbers
            caption={title}
            heads={["Date", ...series.flatMap(({ name }) => [`${name} [${unit}]`, ...(banded ? [`80 % band [${unit}]`] : [])])]}
            rows={[...dates].reverse().map((date) => [
              fullDate(date),
              ...series.flatMap((each) => {
                const point = each.points.find((one) => one.date === date);
                const value = point ? `${number(point.value)}${point.atLeast ? ", lower bound" : ""}` : "–";
                return [value, ...(banded ? [point?.band ? bandWords(point.band) : "–"] : [])];
              }),
            ])}
          />
        )}
      </figcaption>
    </figure>
  );
}

interface BandProps {
  points: readonly Point[];
  x: (date: string) => number;
  y: (value: number) => number;
}

/** The band around a line; of a single point an upright stroke. */
function Band({ points, x, y }: BandProps) {
  const known = points.flatMap(({ date, band }) => (band ? [{ at: x(date), low: y(band[0]), high: y(band[1]) }] : []));
  const [first] = known;
  if (!first) return null;
  if (known.length === 1) return <line class="band" x1={first.at} x2={first.at} y1={first.low} y2={first.high} />;
  const edge = [...known.map(({ at, high }) => `${at},${high}`), ...[...known].reverse().map(({ at, low }) => `${at},${low}`)];
  return <polygon class="band" points={edge.join(" ")} />;
}
