/** The journal of this device: what happened is written down first, then shown, then told to other tabs and the server. */

import { computed, signal } from "@preact/signals";
import type { CatalogueExercise, Event, Me, SessionSteps } from "../types";
import { newTail } from "./clock";
import { append, appendStamped, type Database, type Draft, localTime, openDatabase, stamp } from "./database";
import { Things } from "./fold";

const RETRY_MS = 4000;
const PLANNED = "planned";

/** Everything the events tell; take it through `log`, which changes with it. */
const things = new Things();
const version = signal(0);
/** The log: read anything from it inside a component and it shows again when an event comes. */
export const log = computed(() => {
  version.value;
  return { things, version: version.value };
});

/** The planned sessions kept on this device, by date. */
export const planned = signal<readonly SessionSteps[]>([]);
export const catalogue = signal<readonly CatalogueExercise[]>([]);
export const me = signal<Me | null>(null);
/** Events that could not be written down because the device is full; they live in memory until they can. */
export const unsaved = signal<readonly Event[]>([]);
/** Whether this browser lets nothing be kept, as some private windows do. */
export const keepsNothing = signal(false);

let database: Database | null = null;
let device = `d${newTail()}`;
let retry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("legday");

/** Load what is kept. Pages wait for it. */
export const ready: Promise<void> = typeof indexedDB === "undefined" ? Promise.resolve() : open();

async function open(): Promise<void> {
  try {
    database = await openDatabase();
    const [known, events, sessions, exercises, athlete] = await Promise.all([
      value<string>("device"),
      database.getAll("events"),
      database.getAll("planned"),
      value<CatalogueExercise[]>("catalogue"),
      value<Me>("me"),
    ]);
    if (known) device = known;
    else void keepValue("device", device);
    for (const event of events) things.add(event);
    planned.value = byDate(sessions);
    catalogue.value = exercises ?? [];
    me.value = athlete ?? null;
    version.value++;
  } catch {
    keepsNothing.value = true;
  }
}

channel?.addEventListener("message", ({ data }) => {
  if (Array.isArray(data)) show(data as Event[]);
  else if (data === PLANNED) void database?.getAll("planned").then((sessions) => (planned.value = byDate(sessions)));
});

/** Tell other tabs that the planned sessions were renewed. */
export function tellPlanned(): void {
  channel?.postMessage(PLANNED);
}

/** The database of this device; null in a browser that keeps nothing. */
export async function kept(): Promise<Database | null> {
  await ready;
  return database;
}

/** A small value kept on this device. */
export async function value<T>(name: string): Promise<T | undefined> {
  return (await database?.get("values", name)) as T | undefined;
}

/** Keep a small value; a full disk is no reason to stop, the value is then as it was at the next start. */
export async function keepValue(name: string, content: unknown): Promise<void> {
  try {
    if (content === undefined) await database?.delete("values", name);
    else await database?.put("values", content, name);
  } catch {
    // Only comfort is lost: where the player stood, or a newer copy of what the server has.
  }
}

/** Write down changes as events of this device. They show at once and are uploaded when there is a connection. */
export async function record(drafts: readonly Draft[]): Promise<void> {
  await ready;
  const now = new Date();
  let events: Event[];
  try {
    if (!database || unsaved.value.length) throw new DOMException("nothing can be written", "QuotaExceededError");
    events = await append(database, drafts, device, things.greatest, now);
  } catch {
    events = stamp(drafts, device, things.greatest, now);
    unsaved.value = [...unsaved.value, ...events];
    retry ??= setTimeout(saveHeld, RETRY_MS);
  }
  show(events);
  channel?.postMessage(events);
  for (const listener of listeners) listener();
}

/** Try again to write down what could not be; nothing is dropped meanwhile. */
export async function saveHeld(): Promise<void> {
  clearTimeout(retry);
  retry = undefined;
  const held = unsaved.value;
  if (!held.length || !database) return;
  try {
    await appendStamped(database, held);
    unsaved.value = unsaved.value.filter((event) => !held.includes(event));
    for (const listener of listeners) listener();
  } catch {
    retry = setTimeout(saveHeld, RETRY_MS);
  }
}

/** Take in events that are already kept: from the server, or from another tab. */
export function show(events: readonly Event[]): void {
  let news = false;
  for (const event of events) news = things.add(event) || news;
  if (news) version.value++;
}

/** Tell other tabs of events that came from the server. */
export function announce(events: readonly Event[]): void {
  show(events);
  if (events.length) channel?.postMessage(events);
}

/** Call something whenever this device wrote an event. */
export function onRecord(listener: () => void): void {
  listeners.add(listener);
}

export function byDate(sessions: readonly SessionSteps[]): SessionSteps[] {
  return [...sessions].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Today by the device's clock, such as "2026-11-23". */
export const today = (): string => localTime(new Date()).slice(0, 10);
