/** Single values as dots, and lines with bands through or ahead of them: a trend out of noise, a path foretold. */

import { useState } from "preact/hooks";
import { dayAndMonth, daysBetween, fullDate, number } from "../pages/words";
import { Numbers } from "./Numbers";
import { MARGIN, anchor, spreadLabels } from "./axis";
import { linear, niceTicks, spread } from "./scale";
import { useWidth } from "./use-width";
import "./charts.css";

export interface Dot {
  date: string;
  value: number;
  /** More probably wrong than right; drawn hollow. */
  doubted?: boolean;
}

export interface BandDay {
  date: string;
  mean: number;
  low: number;
  high: number;
}

export interface Trend {
  name: string;
  days: readonly BandDay[];
}

interface TrendChartProps {
  title: string;
  unit: string;
  dots?: readonly Dot[];
  dotName?: string;
  trends: readonly Trend[];
  /** What is aimed at: a line across. */
  aim?: { name: string; value: number } | null;
  height?: number;
}

const MOST_ROWS = 60;

/** What the chart shows in one sentence. */
export function trendSummary(title: string, unit: string, trends: readonly Trend[], dots: readonly Dot[] = []): string {
  const told = trends.flatMap(({ name, days }) => {
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return [];
    return `${name}: from ${number(first.mean)} ${unit} on ${fullDate(first.date)} to ${number(last.mean)} ${unit} on ${fullDate(last.date)}, 90 % band ${bandWords(last)} ${unit}`;
  });
  const [first, last] = [dots[0], dots.at(-1)];
  if (!told.length && first && last) told.push(`From ${number(first.value)} ${unit} on ${fullDate(first.date)} to ${number(last.value)} ${unit} on ${fullDate(last.date)}`);
  return `${title}. ${told.join("; ")}.`;
}

const bandWords = ({ low, high }: BandDay): string => `${number(low)}–${number(high)}`;

export function TrendChart({ title, unit, dots = [], dotName = "Weighed", trends, aim = null, height = 220 }: TrendChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [picked, setPicked] = useState<string | null>(null);
  const dates = [...new Set([...dots, ...trends.flatMap(({ days }) => days)].map(({ date }) => date))].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;

  const sure = dots.filter(({ doubted }) => !doubted);
  const values = [...sure.map(({ value }) => value), ...trends.flatMap(({ days }) => days.flatMap(({ low, high }) => [low, high])), ...(aim ? [aim.value] : [])];
  const ticks = niceTicks(values.length ? values : dots.map(({ value }) => value));
  const [least, most] = [ticks[0] as number, ticks.at(-1) as number];
  const span = daysBetween(first, last);
  const x = linear([0, span], span ? [MARGIN.left, width - MARGIN.right] : [width / 2, width / 2]);
  const at = (date: string) => x(daysBetween(first, date));
  const y = linear([least, most], [height - MARGIN.bottom, MARGIN.top]);
  const shown = picked ?? lastKnown(trends, dots) ?? last;
  const dotOf = (date: string) => dots.find((dot) => dot.date === date);
  const pick = (event: PointerEvent) => {
    const left = (event.currentTarget as SVGElement).getBoundingClientRect().left;
    const near = (date: string) => Math.abs(at(date) - (event.clientX - left));
    setPicked(dates.reduce((best, date) => (near(date) < near(best) ? date : best)));
  };
  const marked = dotOf(shown);
  return (
    <figure class="chart trend-chart">
      <div ref={ref}>
        <svg role="img" aria-label={trendSummary(title, unit, trends, dots)} width={width} height={height} viewBox={`0 0 ${width} ${height}`} onPointerDown={pick} onPointerMove={pick}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line class="grid" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text class="axis" x={MARGIN.left - 8} y={y(tick) + 4} text-anchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
          {spreadLabels(dates, at, width).map((date) => (
            <text key={date} class="axis" x={at(date)} y={height - 8} text-anchor={anchor(at(date), width)}>
              {dayAndMonth(date)}
            </text>
          ))}
          {aim && <line class="aim" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(aim.value)} y2={y(aim.value)} />}
          <line class="cursor" x1={at(shown)} x2={at(shown)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          {trends.map(({ name, days }, index) => (
            <g key={name} class={`series series-${index}`}>
              {days.length > 1 && <polygon class="band" points={edge(days, at, y)} />}
              <polyline points={days.map(({ date, mean }) => `${at(date)},${y(mean)}`).join(" ")} />
            </g>
          ))}
          <g class="dots">
            {dots.map(({ date, value, doubted }) => (
              <circle key={date} class={doubted ? "doubted" : undefined} cx={at(date)} cy={y(Math.max(least, Math.min(most, value)))} r={date === shown ? 4.5 : 2.5} />
            ))}
          </g>
        </svg>
      </div>
      <figcaption>
        <span class="readout">
          <b>{fullDate(shown)}</b>
          {trends.map(({ name, days }, index) => {
            const day = dayOf(days, shown);
            return (
              day && (
                <span key={name} class={`key series-${index}`}>
                  {name} {number(day.mean)} {unit} <small>({bandWords(day)})</small>
                </span>
              )
            );
          })}
          {marked && (
            <span class="key dot">
              {dotName} {number(marked.value)} {unit}
              {marked.doubted && <small> probably wrong, left out</small>}
            </span>
          )}
          {aim && (
            <span class="key aim">
              {aim.name} {number(aim.value)} {unit}
            </span>
          )}
        </span>
        <Numbers
          caption={title}
          heads={["Date", ...(dots.length ? [`${dotName} [${unit}]`] : []), ...trends.flatMap(({ name }) => [`${name} [${unit}]`, `90 % band [${unit}]`])]}
          rows={spread(dates, MOST_ROWS).reverse().map((date) => [
            fullDate(date),
            ...(dots.length ? [number(dotOf(date)?.value ?? Number.NaN).replace("NaN", "–")] : []),
            ...trends.flatMap(({ days }) => {
              const day = dayOf(days, date);
              return day ? [number(day.mean), bandWords(day)] : ["–", "–"];
            }),
          ])}
        />
      </figcaption>
    </figure>
  );
}

function edge(days: readonly BandDay[], at: (date: string) => number, y: (value: number) => number): string {
  const above = days.map(({ date, high }) => `${at(date)},${y(high)}`);
  const below = days.map(({ date, low }) => `${at(date)},${y(low)}`);
  return [...above, ...below.reverse()].join(" ");
}

/** The day of a trend, between two days that it tells if need be. */
export function dayOf(days: readonly BandDay[], date: string): BandDay | null {
  const after = days.findIndex((day) => day.date >= date);
  const [next, before] = [days[after], days[after - 1]];
  if (!next) return null;
  if (next.date === date || !before) return next.date === date ? next : null;
  const share = daysBetween(before.date, date) / daysBetween(before.date, next.date);
  const between = (from: number, to: number) => from + (to - from) * share;
  return { date, mean: between(before.mean, next.mean), low: between(before.low, next.low), high: between(before.high, next.high) };
}

/** The last day that was lived: of the dots, else of the line that ends first. */
function lastKnown(trends: readonly Trend[], dots: readonly Dot[]): string | undefined {
  const ends = trends.flatMap(({ days }) => days.at(-1)?.date ?? []).sort();
  return dots.at(-1)?.date ?? ends[0];
}
