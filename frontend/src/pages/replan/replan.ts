/** What would move if the rest of a plan were made again, as the server tells it, and how it is said. */

import type { Move } from "../plan";
import { setsInWords } from "../plan";

export interface Proposal {
  plan: string;
  version: number;
  /** Names what would move; empty where nothing does. */
  tag: string;
  events: string[];
  moves: Move[];
  conflict: { rule: string; about: string; sentence: string }[];
}

/** Where to ask; `out` is a day that falls out. */
export function replanPath(plan: string, out: string | null = null): string {
  return `/plans/${encodeURIComponent(plan)}/replan${out ? `?out=${out}` : ""}`;
}

/** A move in a lifter's words. */
export function moveInWords(move: Move): string {
  return move.kind === "done otherwise" ? setsInWords(move.say) : move.say;
}

/** The reason for a move, without what was said above all of them. */
export function reasonFor(move: Move, events: readonly string[]): string {
  return events.reduce((text, event) => text.replace(event, ""), move.because).trim();
}

const KEPT = "legday.replan.kept";

/** Whether the athlete looked at just these moves and kept the plan. */
export function wasDeclined(tag: string): boolean {
  try {
    return localStorage.getItem(KEPT) === tag;
  } catch {
    return false;
  }
}

export function decline(tag: string): void {
  try {
    localStorage.setItem(KEPT, tag);
  } catch {
    // A private window: it is asked again next time.
  }
}
