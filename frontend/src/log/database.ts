/** What this device keeps: events, those not uploaded yet, the planned sessions, and small values by name. */

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { Change, Event, SessionSteps, Subject } from "../types";
import { nextId } from "./clock";

interface Schema extends DBSchema {
  events: { key: string; value: Event };
  /** Ids of events that were not read back from the server yet. */
  outbox: { key: string; value: { id: string } };
  planned: { key: string; value: SessionSteps };
  values: { key: string; value: unknown };
}

/** How far this device has read the server's events: the cursor behind the last of them, and its id. */
interface Reach {
  cursor: number;
  last: string;
}

export type Database = IDBPDatabase<Schema>;
type Names = ("events" | "outbox" | "planned" | "values")[];

const REACH = "reach";

/** A change that was not given its id yet. */
export interface Draft {
  about: Subject;
  of: string;
  change: Change;
}

/** Open what is kept on this device; `name` is another one in tests. */
export function openDatabase(name = "legday"): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore("events", { keyPath: "id" });
      database.createObjectStore("outbox", { keyPath: "id" });
      database.createObjectStore("planned", { keyPath: "id" });
      database.createObjectStore("values");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** What fails in a part of a transaction is told by the transaction. */
const toldByAll = () => undefined;

/** The greatest id of the kept events. */
async function greatestId(transaction: IDBPTransaction<Schema, Names, "readwrite">): Promise<string | null> {
  const cursor = await transaction.objectStore("events").openKeyCursor(null, "prev");
  return cursor?.key ?? null;
}

/**
 * Write changes down as events, all or none, each with an id above every kept one: the transaction is closed to other
 * tabs, so no two give the same place in the order. Throws a DOMException named QuotaExceededError on a full disk.
 */
export async function append(database: Database, drafts: readonly Draft[], device: string, seen: string | null, now: Date): Promise<Event[]> {
  const transaction = database.transaction(["events", "outbox"] as Names, "readwrite", { durability: "strict" });
  const written = (async () => {
    const kept = await greatestId(transaction);
    const events = stamp(drafts, device, kept !== null && (seen === null || kept > seen) ? kept : seen, now);
    for (const event of events) {
      transaction.objectStore("events").add(event).catch(toldByAll);
      transaction.objectStore("outbox").add({ id: event.id }).catch(toldByAll);
    }
    transaction.commit(); // now, and not once the page has heard of each: it may be closed before that
    return events;
  })().catch((error: unknown) => {
    if (transaction.error === null) transaction.abort();
    throw error;
  });
  const [events] = await Promise.all([written, transaction.done]);
  return events;
}

/** Give drafts their ids, each above the one before. */
export function stamp(drafts: readonly Draft[], device: string, seen: string | null, now: Date): Event[] {
  let last = seen;
  return drafts.map((draft) => {
    last = nextId(now.getTime(), last);
    return { id: last, at: localTime(now, true), device, ...draft };
  });
}

/**
 * Keep events that this device made but could not write down when they were made. Those that were sent from memory and
 * have come back from the server since do not wait for upload.
 */
export async function appendStamped(database: Database, events: readonly Event[]): Promise<void> {
  const transaction = database.transaction(["events", "outbox"], "readwrite", { durability: "strict" });
  for (const event of events) {
    if (await transaction.objectStore("events").getKey(event.id)) continue;
    void transaction.objectStore("events").put(event);
    void transaction.objectStore("outbox").put({ id: event.id });
  }
  await transaction.done;
}

/** Keep events that came from the server, and how far they reach, in one go. What it has need not be uploaded. */
export async function receive(database: Database, events: readonly Event[], cursor: number): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const transaction = database.transaction(["events", "outbox", "values"], "readwrite");
  for (const event of events) {
    void transaction.objectStore("events").put(event);
    void transaction.objectStore("outbox").delete(event.id);
  }
  void transaction.objectStore("values").put({ cursor, last: last.id } satisfies Reach, REACH);
  await transaction.done;
}

/** How far the server's events were read; undefined before the first. */
export async function reach(database: Database): Promise<Reach | undefined> {
  return (await database.get("values", REACH)) as Reach | undefined;
}

/** Begin anew with a server that is not what it was: read it from its first event, and upload all that it lacks. */
export async function startOver(database: Database): Promise<void> {
  const transaction = database.transaction(["events", "outbox", "values"], "readwrite");
  for (const id of await transaction.objectStore("events").getAllKeys()) void transaction.objectStore("outbox").put({ id });
  void transaction.objectStore("values").delete(REACH);
  await transaction.done;
}

/** The oldest events that wait for upload, but for those named. */
export async function waiting(database: Database, most: number, without: ReadonlySet<string>): Promise<Event[]> {
  const transaction = database.transaction(["events", "outbox"]);
  const ids = (await transaction.objectStore("outbox").getAllKeys()).filter((id) => !without.has(id)).slice(0, most);
  const events = await Promise.all(ids.map((id) => transaction.objectStore("events").get(id)));
  await transaction.done;
  return events.filter((event) => event !== undefined);
}

/**
 * Put the sessions of the current plan in the place of those kept. A session that has begun stays as it was begun: the
 * server makes sessions anew from the log, which would change loads and sides under the athlete's hands.
 */
export async function replacePlanned(database: Database, sessions: readonly SessionSteps[], begun: ReadonlySet<string>): Promise<void> {
  const transaction = database.transaction("planned", "readwrite");
  const fresh = new Set(sessions.map(({ id }) => id));
  const known = new Set(await transaction.store.getAllKeys());
  for (const id of known) {
    if (!fresh.has(id) && !begun.has(id)) void transaction.store.delete(id);
  }
  for (const session of sessions) {
    if (!known.has(session.id) || !begun.has(session.id)) void transaction.store.put(session);
  }
  await transaction.done;
}

/** Local time as ISO 8601, with the offset to UTC if asked for. */
export function localTime(date: Date, offset = false): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  if (!offset) return `${day}T${time}`;
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${day}T${time}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
