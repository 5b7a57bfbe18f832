/** The lines drawn from the history of an exercise. */

import type { Series } from "../../charts/LineChart";
import type { ExerciseSession, StrengthPoint } from "../logbook/statistics";
import { amount } from "../words";

export type Metric = "e1rm" | "top" | "volume" | "reps" | "longest";

interface MetricWords {
  value: Metric;
  label: string;
  title: string;
  note: string;
  of: (session: ExerciseSession) => string | number | null | undefined;
}

export const METRICS: readonly MetricWords[] = [
  {
    value: "e1rm",
    label: "Strength",
    title: "Estimated one-repetition maximum",
    note: "The most that one rep might be, estimated from the best set by Epley’s relation.",
    of: ({ e1rm }) => e1rm,
  },
  { value: "top", label: "Top set", title: "Heaviest set", note: "", of: ({ top }) => top.load },
  { value: "volume", label: "Volume", title: "Load times reps", note: "Load times reps over all sets of a session.", of: ({ volume }) => volume },
  { value: "reps", label: "Reps", title: "Reps in a session", note: "", of: ({ reps }) => (Number(reps) > 0 ? reps : null) },
  { value: "longest", label: "Hold", title: "Longest hold", note: "", of: ({ longest }) => longest },
];

const PER_LB = 0.453_592_37;

/** The unit of a metric: that of the latest session that has one. */
export function unitOf(sessions: readonly ExerciseSession[], metric: MetricWords): string {
  if (metric.value === "reps") return "reps";
  if (metric.value === "longest") return "s";
  const latest = sessions.map(metric.of).findLast((given) => typeof given === "string");
  return String(latest ?? "").endsWith("lb") ? "lb" : "kg";
}

/** A line for each variant, or one for all, with a point for each day. */
export function historySeries(sessions: readonly ExerciseSession[], metric: MetricWords, nameOf: ((variant: string | null) => string) | null): Series[] {
  const unit = unitOf(sessions, metric);
  const lines = new Map<string, Map<string, number>>();
  for (const session of sessions) {
    const given = metric.of(session);
    const value = valueIn(given, unit);
    if (value === null) continue;
    const name = nameOf ? nameOf(session.variant) : "all";
    const days = lines.get(name) ?? new Map<string, number>();
    lines.set(name, days.set(session.date, Math.max(value, days.get(session.date) ?? 0)));
  }
  return [...lines].map(([name, days]) => ({
    name,
    points: [...days].map(([date, value]) => ({ date, value })).sort((a, b) => (a.date < b.date ? -1 : 1)),
  }));
}

/** What is said of the strength that the log shows, beside its chart. */
export function strengthNote(strength: readonly StrengthPoint[]): string {
  const hollow = strength.some(({ at_least: bound }) => bound);
  return (
    "What your whole log says of the most that one rep might be. The band holds the truth in four of five cases." +
    (hollow ? " Hollow points are lower bounds: you stopped with reps in hand, so that day only showed that you can do at least so much." : "")
  );
}

/** The line of the strength that the log shows, with its band; of two sessions on a day the later. */
export function strengthSeries(strength: readonly StrengthPoint[]): Series[] {
  const days = new Map(strength.map((point) => [point.date, point]));
  const points = [...days.values()].flatMap(({ date, e1rm, low, high, at_least: atLeast }) => {
    const value = amount(e1rm);
    return value === null ? [] : [{ date, value, band: [amount(low) ?? value, amount(high) ?? value] as const, atLeast }];
  });
  return points.length ? [{ name: "One-repetition maximum", points }] : [];
}

function valueIn(given: string | number | null | undefined, unit: string): number | null {
  const value = typeof given === "number" ? given : amount(given);
  if (value === null || typeof given !== "string") return value;
  if (unit === "kg" && given.endsWith("lb")) return value * PER_LB;
  return unit === "lb" && given.endsWith("kg") ? value / PER_LB : value;
}
