/** How the athlete is doing, as the server tells it, and how its comparisons are worded: see src/legday/progress. */

import { type PartName, capital, number } from "../words";

export interface ExerciseStrength {
  exercise: string;
  name: string;
  e1rm: number;
  low: number;
  high: number;
  per_week: number | null;
  per_week_low: number | null;
  per_week_high: number | null;
}

export interface Answer {
  kind: "more-sets" | "fewer-sets" | "closer-to-failure" | "other-variant" | "deload" | "lagging";
  part: PartName | null;
  because: string;
  does: string;
  source: string;
}

export interface Plateau {
  plateau: { part: PartName | null; exercises: readonly string[]; since: string; odds: number; per_week: number };
  reasons: readonly { kind: string; sentence: string; source: string }[];
  answer: Answer;
}

export interface Balance {
  part: PartName;
  other: PartName;
  measured: "hard-sets" | "strength";
  value: number;
  low: number;
  high: number;
  weeks: number;
  lagging: PartName | null;
}

export interface LevelMove {
  level: string;
  to: string;
  reasons: readonly string[];
}

export interface Progress {
  strengths: readonly ExerciseStrength[];
  plateaus: readonly Plateau[];
  fatigue: { due: boolean; signs: readonly string[]; source: string };
  balance: readonly Balance[];
  level: LevelMove | null;
  answers: readonly Answer[];
}

interface BalanceWords {
  what: string;
  figure: string;
  label: string;
  /** What a bar to the left and to the right of the middle means. */
  ends: readonly [string, string];
  bar: { value: number; low: number; high: number; most: number; bounds: number };
}

/** Shown to both sides: a part five times the other, or a fifth stronger. The marks are where one of them lags. */
const MOST_TIMES = Math.log(5);
const OUT_OF_BALANCE = Math.log(3);
const MOST_GAIN = 0.2;
const LAGS_FROM = 0.03;

export function balanceWords({ part, other, measured, value, low, high, weeks, lagging }: Balance): BalanceWords {
  const lags = lagging ? `${capital(lagging)} lag.` : "Even, as far as the log shows.";
  if (measured === "hard-sets") {
    const times = (amount: number) => number(amount);
    return {
      what: `Hard sets, ${part} to ${other}`,
      figure: `${times(value)} : 1`,
      label: `${capital(part)} get ${times(value)} hard sets for one of the ${other}, ${times(low)} to ${times(high)}. ${lags}`,
      ends: [`more ${other}`, `more ${part}`],
      bar: { value: Math.log(value), low: Math.log(low), high: Math.log(high), most: MOST_TIMES, bounds: OUT_OF_BALANCE },
    };
  }
  return {
    what: `Strength, ${part} against ${other}, ${weeks} weeks`,
    figure: percent(value),
    label: `${capital(part)} gained ${percent(value)} against ${other}, ${percent(low)} to ${percent(high)}. ${lags}`,
    ends: [`${other} gained more`, `${part} gained more`],
    bar: { value, low, high, most: MOST_GAIN, bounds: LAGS_FROM },
  };
}

/** A change of a logarithm as percent with its sign. */
export function percent(change: number, digits = 0): string {
  const share = 100 * (Math.exp(change) - 1);
  const figure = Math.abs(share).toFixed(digits);
  return `${Number(figure) === 0 ? "" : share < 0 ? "−" : "+"}${figure} %`;
}
