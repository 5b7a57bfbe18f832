/** What the server tells of the food of a day and of doubts. */

import type { Change, Subject } from "../../types";

export interface Density {
  score: number | null;
  known: string[];
  missing: string[];
  sugar_for_added: boolean;
  empty: number | null;
  sentence: string;
}

export interface DayFood {
  date: string;
  lines: { food: { id: string }; density: Density; counts: boolean }[];
  density: Density;
  target: number | null;
  budget: { usual: number; free_day: number; other_days: number; most: number; reason: string } | null;
  free_meal: { date: string; meal: string; session: string; energy: string; say: string } | null;
  protein: [number, number] | null;
}

export interface Doubt {
  kind: string;
  about: Subject;
  of: string;
  date: string;
  question: string;
  choices: { label: string; answers: { about: Subject; of: string; change: Change }[] }[];
}
