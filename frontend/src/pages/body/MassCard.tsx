/** Body mass: every weigh-in as a dot, and the trend that the server draws out of them. */

import { useState } from "preact/hooks";
import { TrendChart } from "../../charts/TrendChart";
import { today } from "../../log";
import { Card, Tabs } from "../../ui";
import { addDays, fullDate, number } from "../words";
import { Entries } from "./Entries";
import type { Entry } from "./entries";
import type { Kind } from "./kinds";
import type { MassReport } from "./report";
import { inUnit } from "./unusual";

type Span = "90" | "365" | "all";
const SPANS: readonly { value: Span; label: string }[] = [
  { value: "90", label: "3 months" },
  { value: "365", label: "A year" },
  { value: "all", label: "All" },
];

interface MassCardProps {
  kind: Kind;
  entries: readonly Entry[];
  units: "kg" | "lb";
  report: MassReport | null;
}

export function MassCard({ kind, entries, units, report }: MassCardProps) {
  const [span, setSpan] = useState<Span>("90");
  const from = span === "all" ? "" : addDays(today(), -Number(span));
  const doubted = new Set(report?.weighed.filter((day) => day.doubted).map(({ date }) => date));
  const days = report?.unit === units ? report.trend.filter(({ date }) => date >= from) : [];
  const dots = byDay(entries, units)
    .filter(({ date }) => date >= from)
    .map((dot) => ({ ...dot, doubted: doubted.has(dot.date) }));
  const last = report?.trend.at(-1);
  return (
    <Card title="Body mass">
      {last && report && (
        <p>
          <b class="figures big">{number(last.mean)}</b> {report.unit} <span class="soft">trend on {fullDate(last.date)}</span>
          <br />
          {report.sentence}
        </p>
      )}
      <Tabs label="How far back" tabs={SPANS} value={span} onChange={setSpan} />
      {dots.length ? (
        <TrendChart title="Body mass" unit={units} dots={dots} trends={days.length ? [{ name: "Trend", days }] : []} />
      ) : (
        <p class="soft">Nothing was weighed in this time.</p>
      )}
      <p class="soft small">
        {days.length
          ? `The band holds the trend nine times in ten. Water, food and salt move single mornings by ${units === "lb" ? "two pounds" : "a kilogram"} and more; the trend leaves that out.`
          : "The trend is drawn by the server; it shows here once there is a connection."}
      </p>
      <Entries kind={kind} entries={entries} />
    </Card>
  );
}

/** One value a day, the mean of its weigh-ins. */
function byDay(entries: readonly Entry[], units: "kg" | "lb"): { date: string; value: number }[] {
  const found = new Map<string, number[]>();
  for (const { date, value, unit } of entries) found.set(date, [...(found.get(date) ?? []), inUnit(value, unit, units)]);
  return [...found].map(([date, values]) => ({ date, value: values.reduce((sum, one) => sum + one, 0) / values.length }));
}
