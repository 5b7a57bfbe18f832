/** A session as the server shows it, and the sets of a session brought together with what this device knows. */

import { merge } from "../../log";
import type { Things } from "../../log";
import type { Change, LoggedSession, LoggedSet, SessionSteps, SetPart } from "../../types";

type ServerSet = Omit<LoggedSet, "session" | "parts"> & { id: string; parts?: readonly SetPart[] };

export interface ServerSession extends LoggedSession {
  id: string;
  sets: readonly ServerSet[];
  planned: SessionSteps | null;
}

/** A set with its id. */
export interface ShownSet {
  id: string;
  value: LoggedSet;
}

export interface ShownSession {
  id: string;
  value: LoggedSession;
  sets: readonly ShownSet[];
  planned: SessionSteps | null;
  removed: boolean;
}

/** Changes made on a page since the server was asked, by thing, in order. */
export type Patches = ReadonlyMap<string, readonly Change[]>;

/** The parts of a set with the keys by which events change them. */
function keyed(parts: readonly SetPart[] | undefined): Record<string, SetPart> {
  return Object.fromEntries((parts ?? []).map((part, place) => [String(place).padStart(3, "0"), part]));
}

/** A set of the server with its parts as events have them. */
export function keyedSet(set: LoggedSet): LoggedSet {
  return Array.isArray(set.parts) ? { ...set, parts: keyed(set.parts as readonly SetPart[]) } : set;
}

/**
 * A session as it is now: what the server said, then what the events of this device say, then what was just changed
 * on the page. Null if neither knows it.
 */
export function sessionNow(id: string, server: ServerSession | null, things: Things, patches: Patches, planned: SessionSteps | null): ShownSession | null {
  const now = (of: string, base: unknown, about: "session" | "set"): Change =>
    [things.raw(about, of) ?? {}, ...(patches.get(of) ?? [])].reduce<unknown>(merge, base ?? {}) as Change;

  const { sets: serverSets = [], planned: serverPlanned = null, ...base } = server ?? ({} as Partial<ServerSession>);
  const value = now(id, base, "session") as unknown as LoggedSession;
  if (!value.start || !value.name) return null;

  const found = new Map<string, unknown>();
  for (const [index, { id: of, parts, ...set }] of serverSets.entries()) {
    found.set(of, { order: index + 1, ...set, session: id, parts: keyed(parts) });
  }
  for (const { id: of } of things.setsOf(id)) if (!found.has(of)) found.set(of, {});
  for (const of of patches.keys()) if (of !== id && !found.has(of)) found.set(of, {});
  const sets = [...found]
    .map(([of, known]) => ({ id: of, value: now(of, known, "set") as unknown as LoggedSet }))
    .filter(({ value: set }) => set.name && set.session === id && !set.removed && !set.skipped)
    .sort((a, b) => (a.value.order ?? 0) - (b.value.order ?? 0) || (a.id < b.id ? -1 : 1));
  return { id, value, sets, planned: serverPlanned ?? planned, removed: value.removed === true };
}

/** The parts of a set with their keys, in order. */
export function partsOf(set: LoggedSet): [string, SetPart][] {
  return Object.entries(set.parts ?? {})
    .filter(([, part]) => part?.kind)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
