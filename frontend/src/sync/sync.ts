/** Keeps this device and the server alike: uploads what waits, fetches what is new, tries again on a timer. */

import { signal } from "@preact/signals";
import { type Database, replacePlanned } from "../log/database";
import { byDate, catalogue, keepValue, kept, log, me, onRecord, planned, saveHeld, tellPlanned, today, unsaved, value } from "../log/journal";
import type { CatalogueExercise, Me, SessionSteps } from "../types";
import { exchange, refused } from "./exchange";
import { fresh, Refused, upload } from "./http";

export interface SyncState {
  /** "idle" before the first try. */
  is: "idle" | "synced" | "offline" | "refused" | "sign-in";
  /** Events that the server has not confirmed. */
  pending: number;
  at: number | null;
  message: string;
}

export const sync = signal<SyncState>({ is: "idle", pending: 0, at: null, message: "" });

const SOON_MS = 300;
const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = 60_000;
const USUAL_MS = 30_000;
const AHEAD_MS = 4000;

let timer: ReturnType<typeof setTimeout> | undefined;
let ahead: ReturnType<typeof setTimeout> | undefined;
let running = false;
let again = false;
let failures = 0;

/** Start to keep in step. Call once. */
export function startSync(): void {
  onRecord(() => ask(SOON_MS));
  addEventListener("online", () => ask(0));
  document.addEventListener("visibilitychange", () => ask(document.visibilityState === "visible" ? 0 : SOON_MS));
  plan(0);
}

/** Try now. */
export function syncNow(): void {
  ask(0);
}

/** Ask for a round; one that is under way may have passed by what is new, so another follows it. */
function ask(delay: number): void {
  again = true;
  plan(delay);
}

function plan(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void run(), delay);
}

async function run(): Promise<void> {
  if (running) return;
  running = true;
  again = false;
  try {
    await alone(async () => {
      failures = (await round()) ? 0 : failures + 1;
    });
  } finally {
    running = false;
    const wait = failures ? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)) : USUAL_MS;
    plan(again ? SOON_MS : wait);
  }
}

/** One tab at a time; a browser without locks does the work twice, which does no harm. */
async function alone(work: () => Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request("legday-sync", work);
  else await work();
}

/** Answers whether all went through. */
async function round(): Promise<boolean> {
  const database = await kept();
  try {
    await saveHeld();
    await sendHeld();
    if (database) await exchange(database);
    await refresh(database);
    keepAhead();
    const message = refused.values().next().value ?? "";
    await report(database, refused.size ? "refused" : "synced", message, Date.now());
    return true;
  } catch (error) {
    const signIn = error instanceof Refused && error.status === 401;
    const is = signIn ? "sign-in" : error instanceof Refused ? "refused" : "offline";
    await report(database, is, reason(error), sync.value.at);
    return false;
  }
}

function reason(error: unknown): string {
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "This device is full. Free some space to go on.";
  return error instanceof Refused ? error.message : "";
}

async function report(database: Database | null, is: SyncState["is"], message: string, at: number | null): Promise<void> {
  const pending = (await database?.count("outbox").catch(() => 0)) ?? 0;
  sync.value = { is, message, at, pending: pending + unsaved.value.length };
}

/** What a full device could not write down goes to the server straight from memory. */
async function sendHeld(): Promise<void> {
  if (unsaved.value.length) await upload(unsaved.value);
}

/** The figures of the kept sessions come after all else, the page that is looked at first of all. */
function keepAhead(): void {
  if (planned.value.length === 0 || ahead) return;
  ahead = setTimeout(() => {
    ahead = undefined;
    void import("../figure/ahead").then(
      ({ keepFigures }) => keepFigures(planned.value, today()),
      () => undefined,
    );
  }, AHEAD_MS);
}

/** Fetch the athlete, the sessions of the plan and the catalogue, if they changed. */
async function refresh(database: Database | null): Promise<void> {
  await renew<Me>("/api/me", "me", async (athlete) => {
    me.value = athlete;
  });
  await renew<CatalogueExercise[]>("/api/catalogue", "catalogue", async (exercises) => {
    catalogue.value = exercises;
  });
  const plan = me.value?.plan;
  if (!plan) return;
  const path = `/api/plans/${encodeURIComponent(plan.id)}/sessions`;
  const known = await value<{ path: string; etag: string | undefined }>("sessions");
  const news = await fresh<SessionSteps[]>(path, known?.path === path ? known.etag : undefined);
  if (!news) return;
  const begun = new Set(log.value.things.all("session").map(({ id }) => id));
  if (database) await replacePlanned(database, news.data, begun);
  planned.value = byDate(database ? await database.getAll("planned") : news.data);
  await keepValue("sessions", { path, etag: news.etag });
  tellPlanned();
}

async function renew<T>(path: string, name: string, take: (data: T) => Promise<void>): Promise<void> {
  const etag = await value<string>(`${name}.etag`);
  const news = await fresh<T>(path, etag);
  if (!news) return;
  await take(news.data);
  await keepValue(name, news.data);
  await keepValue(`${name}.etag`, news.etag);
}
