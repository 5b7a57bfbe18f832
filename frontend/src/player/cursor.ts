/** Where this device stands in a session: little enough to be lost without harm, as all that was done is in the events. */

import { signal } from "@preact/signals";
import { type Draft, keepValue, value } from "../log";
import type { Joint } from "../types";

/** A timer told by when it began, so that a lock, another tab or a reload does not stop it. */
export interface Timer {
  step: string;
  kind: "rest" | "hold";
  /** [ms since 1970] */
  startedAt: number;
  /** Seconds put on or taken off. */
  extra: number;
}

/** What was entered for the step at hand before it is done. */
export interface Entry {
  reps?: number;
  load?: string | null;
  rir?: number;
  pauses?: number;
  pain?: Joint;
  note?: string;
  /** Reps of the other side where sides alternate within a set and differ. */
  otherReps?: number;
}

export interface Undo {
  label: string;
  drafts: Draft[];
  step: string | null;
  extras: string[];
}

export interface Cursor {
  /** The key of the step at hand; null at the end, undefined before the first. */
  step: string | null | undefined;
  timer: Timer | null;
  entry: Entry;
  extras: string[];
  undo: Undo[];
}

const MOST_UNDO = 30;
const EMPTY: Cursor = { step: undefined, timer: null, entry: {}, extras: [], undo: [] };

export const cursor = signal<Cursor>(EMPTY);
let session = "";

/** Take up a session where this device left it. */
export async function loadCursor(id: string): Promise<void> {
  const known = await value<Cursor>(`player:${id}`);
  session = id;
  cursor.value = known ? { ...EMPTY, ...known } : EMPTY;
}

/** Move, and keep the place. */
export function moveCursor(change: Partial<Cursor>): void {
  const undo = (change.undo ?? cursor.value.undo).slice(-MOST_UNDO);
  cursor.value = { ...cursor.value, ...change, undo };
  void keepValue(`player:${session}`, cursor.value);
}

/** Forget the place in a session that is over. */
export async function dropCursor(id: string): Promise<void> {
  cursor.value = EMPTY;
  await keepValue(`player:${id}`, undefined);
}
