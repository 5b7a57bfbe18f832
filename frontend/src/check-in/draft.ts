/** A check-in while it is filled in, and what of it has changed. */

import type { Change, CheckIn, CyclePhase, Joint, Part } from "../types";

export interface Draft {
  sleep: number | null;
  sleep_quality: number | null;
  stress: number | null;
  hydration: number | null;
  soreness: Partial<Record<Part, number>>;
  pain: Partial<Record<Joint, number>>;
  cycle: readonly CyclePhase[];
  note: string;
}

export function draftOf(known: CheckIn | null): Draft {
  return {
    sleep: known?.sleep == null ? null : Number(known.sleep),
    sleep_quality: known?.sleep_quality ?? null,
    stress: known?.stress ?? null,
    hydration: known?.hydration ?? null,
    soreness: known?.soreness ?? {},
    pain: known?.pain ?? {},
    cycle: known?.cycle ?? [],
    note: known?.note ?? "",
  };
}

/** Only what changed: another device may have filled in the rest. */
export function changeOf(before: Draft, after: Draft): Change {
  const change: Record<string, unknown> = {};
  for (const field of ["sleep", "sleep_quality", "stress", "hydration"] as const) {
    if (before[field] !== after[field]) change[field] = after[field];
  }
  for (const field of ["soreness", "pain"] as const) {
    const now: Record<string, number> = after[field];
    const was: Record<string, number> = before[field];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((key) => (was[key] ?? 0) !== (now[key] ?? 0));
    if (keys.length) change[field] = Object.fromEntries(keys.map((key) => [key, now[key] || null]));
  }
  if (before.cycle.join() !== after.cycle.join()) change.cycle = after.cycle.length ? [...after.cycle] : null;
  if (before.note.trim() !== after.note.trim()) change.note = after.note.trim() || null;
  return change;
}
