/** What the server tells about imports. */

import type { Subject } from "../../types";
import { listed, plural } from "../words";

export interface NameReport {
  mapped: { name: string; exercise: string; variant: string | null; how: string; sets: number }[];
  unsettled: { name: string; sets: number; candidates: string[] }[];
  other: { name: string; sets: number }[];
}

export interface Preview {
  format: string;
  kind: "log" | "diary";
  rows: number;
  kept: number;
  sets: number;
  /** What a diary holds, by kind: food, run, measure and day. */
  things: Partial<Record<Subject, number>>;
  notes: string[];
  other: Record<string, number>;
  listed: { line: number; reason: string }[];
  listed_count: number;
  unit: "kg" | "lb" | null;
  unit_basis: string;
  sessions: number;
  first: string | null;
  last: string | null;
  names: NameReport;
}

export interface Imported {
  preview: Preview;
  saved: {
    import_id: number;
    is_new: boolean;
    sessions_added: number;
    sessions_known: number;
    sets_added: number;
    things_added: number;
    things_changed: number;
    things_known: number;
    kept_by_hand: number;
  };
}

export interface PastImport {
  id: number;
  source: string;
  format: string;
  imported_at: string;
  rows: number;
  sets: number;
  things: number;
  listed: number;
}

const WORDS: Partial<Record<Subject, string>> = { food: "food", run: "run", measure: "measure", day: "day" };

/** Says what a diary holds: 12 foods and 3 measures. */
export function saidThings(things: Preview["things"]): string {
  const said = Object.entries(WORDS).flatMap(([about, word]) => {
    const count = things[about as Subject] ?? 0;
    return count > 0 ? [plural(count, word)] : [];
  });
  return listed(said) || "nothing for the diary";
}

/** Says what a past import took in. */
export function saidImport({ sets, things }: Pick<PastImport, "sets" | "things">): string {
  return things > 0 ? plural(things, "entry", "entries") : plural(sets, "set");
}
