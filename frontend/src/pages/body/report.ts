/** What the server makes of the body's measures; see src/legday/progress/body_report.py. */

import type { BandDay } from "../../charts/TrendChart";
import type { Day, MeasureKind, Side } from "../../types";

export interface MassReport {
  unit: "kg" | "lb";
  weighed: readonly { date: Day; value: number; doubted: boolean }[];
  trend: readonly BandDay[];
  /** What a week changes. */
  week: { mean: number; low: number; high: number };
  sentence: string;
}

export interface GirthChange {
  kind: MeasureKind;
  side: Side | null;
  unit: string;
  date: Day;
  value: number;
  readings: number;
  since: Day | null;
  change: number | null;
  error: number | null;
  /** More than readings alone differ. */
  real: boolean;
  sentence: string;
}

export interface Ratio {
  name: "waist-to-height" | "waist-to-hip";
  value: number;
  bound: number | null;
  date: Day;
  sentence: string;
  source: string;
}

export interface Sides {
  kind: MeasureKind;
  unit: string;
  left: number;
  right: number;
  error: number;
  real: boolean;
  sentence: string;
}

export interface BodyPage {
  report: { mass: MassReport | null; girths: readonly GirthChange[]; ratios: readonly Ratio[]; sides: readonly Sides[] };
  /** The measures that the goal looks at first, and why. */
  leads: readonly MeasureKind[];
  why: string;
}
