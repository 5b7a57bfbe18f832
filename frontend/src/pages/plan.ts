/** A plan as the server tells it, and its words for the pages. */

import type { PartName } from "./words";

export interface PlanSummary {
  id: string;
  start: string;
  weeks: number;
  end: string;
  method_name?: string;
  status?: string;
  /** 1 as it was made, and one more for each time it was made again. */
  version?: number;
}

/** One thing that moved when a plan was made again; see src/legday/planner/plan.py. */
export interface Move {
  kind: "moved" | "left out" | "shortened" | "added" | "swapped" | "load changed" | "done otherwise";
  what: string;
  parts: PartName[];
  /** None where it is about a whole session. */
  exercises: string[];
  from_date: string | null;
  to_date: string | null;
  was: string;
  becomes: string;
  say: string;
  because: string;
}

export interface PlanChange {
  on: string;
  events: string[];
  moves: Move[];
}

export interface PlanItem {
  slot: string;
  role: "warm-up" | "support" | "main" | "finish" | "stretch";
  exercise: string;
  name: string;
  variant: string;
  variant_name: string;
  how: string;
  part: PartName | null;
  sets: string;
  minutes: number;
  load: { text: string; basis: string; kg: number | null } | null;
  because: string[];
  note: string;
}

export interface PlanSession {
  date: string;
  weekday: string;
  minutes: number;
  minutes_at_hand: number;
  parts: PartName[];
  items: PlanItem[];
  before: string[];
  next_day: { date: string; what: string } | null;
  food: string;
  /** What becomes of the day's run. */
  beside?: string;
}

/** A run of the athlete's week on its date, or the race; see src/legday/planner/running.py. */
export interface PlannedRun {
  date: string;
  kind: "easy" | "hard" | "long" | "race";
  distance: string | null;
  time: string | null;
  traded: boolean;
}

export interface PlanWeek {
  number: number;
  start: string;
  deload: boolean;
  /** Whether it leads up to a race; not there in plans made before tapers were. */
  taper?: boolean;
  runs?: PlannedRun[];
  mileage?: string;
  free_meal?: { date: string; say: string } | null;
  sessions: PlanSession[];
  volumes: { part: PartName; target: number; effective: number; direct: number }[];
  joints: { joint: string; low: number; medium: number; high: number; moment?: number }[];
  /** Effective sets of each muscle; not there in plans made before muscles were counted. */
  muscles?: { muscle: string; name: string; sets: number }[];
}

export interface Plan {
  status: "optimal" | "feasible" | "infeasible";
  gap: number;
  athlete: string;
  method_name: string;
  chosen_because: string;
  ranking: PartName[];
  weeks: PlanWeek[];
  warnings: string[];
  notes: string[];
  changes?: PlanChange[];
}

const WORDS: [RegExp, string][] = [
  [/ x hold /g, " × hold "],
  [/ x /g, " × "],
  [/ @ bw/g, ""],
  [/ @ /g, " at "],
  [/(\d)-(\d)/g, "$1–$2"],
  [/ rir (\d+(?:–\d+)?)/g, ", $1 in reserve"],
  [/ alternating/g, ", alternating"],
  [/ not to failure/g, ", not to failure"],
  [/ to failure/g, " to failure"],
  [/ no rest/g, ", no rest"],
  [/ rest (\S+(?: min)?)/g, ", rest $1"],
  [/(\d)s\b/g, "$1 s"],
  [/\/side/g, " a side"],
  [/ > /g, ", then "],
  [/ drop (\S+(?: kg| lb)?)/g, ", $1 less each time"],
  [/ point (\d+) then flex/g, ", toes pointed for $1, then flexed"],
  [/ negative (\d+ s)/g, " lowered over $1"],
];

/** A line of the set language as a lifter says it: `2 x 10-12 rir 3` is 2 × 10–12, 3 in reserve. */
export function setsInWords(line: string): string {
  return WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), line);
}

/** Only how many sets of how many: 3 × 8–12, with a word for what makes them harder. */
export function setsInShort(line: string): string {
  const found = /^(\d+)(?: work)? x (?:hold )?(\d+(?:-\d+)?(?: ?s\b| min| steps)?(?:\/side)?)/.exec(line);
  if (!found) return setsInWords(line);
  const extra = [
    [/ > |drop/, "drops"],
    [/rest-pause/, "rest-pause"],
    [/myo/, "mini-sets"],
    [/forced/, "forced"],
    [/pyramid/, "pyramid"],
  ].find(([pattern]) => (pattern as RegExp).test(line))?.[1];
  return setsInWords(`${found[1]} x ${found[2]}`) + (extra ? `, ${extra as string}` : "");
}

export const ROLE_WORDS: Record<PlanItem["role"], string> = {
  "warm-up": "Warm-up",
  support: "Joints first",
  main: "Work",
  finish: "Finish",
  stretch: "Stretch",
};
