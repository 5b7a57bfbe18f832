/** What the log adds up to, as the server tells it: see src/legday/progress. */

import type { LoggedSet, Mass, MeasureKind, Side } from "../../types";
import type { PartName } from "../words";

/** `planned` is null where no plan covers the week; `extra` are sessions beside the planned ones. */
export interface WeekDone {
  start: string;
  planned: number | null;
  done: number;
  extra: number;
  deload: boolean;
}

export interface Feat {
  date: string;
  session: string;
  set: string;
  load?: Mass | null;
  reps?: number | string | null;
  seconds?: number | string | null;
  e1rm?: Mass | null;
}

export interface ExerciseRecords {
  exercise: string;
  heaviest?: Feat | null;
  e1rm?: Feat | null;
  most_reps?: readonly Feat[];
  longest_hold?: Feat | null;
}

/** `share` is that by which the weaker side is behind; `weaker` is null where that is too little to matter. */
export interface SideDifference {
  exercise: string;
  unit: "kg" | "reps" | "s";
  left: number;
  right: number;
  share: number;
  weaker: Side | null;
  sessions: number;
  date: string;
}

export interface MeasureSeries {
  kind: MeasureKind;
  side: Side | null;
  unit: string;
  points: readonly { date: string; value: number }[];
  best: number;
  change: number;
}

export interface Soreness {
  part: PartName;
  level: number;
  peak_from: string;
  peak_until: string;
  gone_by: string;
}

export interface Statistics {
  sessions: number;
  sets: number;
  weekly_hard_sets: readonly { start: string; hard_sets: Partial<Record<PartName, number>> }[];
  adherence: readonly WeekDone[];
  streak: { weeks: number; since: string | null; best: number };
  records: readonly ExerciseRecords[];
  sides: readonly SideDifference[];
  signs: readonly MeasureSeries[];
  soreness: readonly Soreness[];
}

/** What a session did of an exercise in one variant. */
/** The one-repetition maximum as believed after a session, and the band that holds it in four of five cases. */
export interface StrengthPoint {
  date: string;
  e1rm: Mass;
  low: Mass;
  high: Mass;
  /** The athlete stopped with reps in hand, so that the session showed no more than a lower bound. */
  at_least: boolean;
}

export interface ExerciseHistory {
  sessions: readonly ExerciseSession[];
  strength: readonly StrengthPoint[];
}

export interface ExerciseSession {
  date: string;
  session: string;
  name: string;
  variant: string | null;
  sets: number;
  reps: number | string;
  top: LoggedSet;
  volume?: Mass | null;
  e1rm?: Mass | null;
  longest?: number | string | null;
}
