/** The few calls that keep this device and the server alike. */

import type { Event } from "../types";

/** The server can't be reached, or it failed: try later. */
export class Unreachable extends Error {}

/** The server refuses what it was sent. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const PATIENCE_MS = 20_000;

async function call(path: string, options: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS), ...options });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (response.ok || response.status === 304) return response;
  if (response.status >= 500 || response.status === 408 || response.status === 429) throw new Unreachable(String(response.status));
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
  throw new Refused(response.status, problem.detail ?? problem.title ?? `The server refused this (${response.status}).`);
}

export async function upload(events: readonly Event[]): Promise<void> {
  await call("/api/events", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Legday": "1" },
    body: JSON.stringify({ events }),
  });
}

export interface Page {
  events: Event[];
  cursor: number;
  more: boolean;
}

/** Fetch the events behind a cursor, 0 for the first ones. */
export async function download(after: number): Promise<Page> {
  const response = await call(`/api/events?after=${after}&limit=1000`);
  return (await response.json()) as Page;
}

/** Fetch something if it changed since; null if not. */
export async function fresh<T>(path: string, etag: string | undefined): Promise<{ data: T; etag: string | undefined } | null> {
  const response = await call(path, etag ? { headers: { "If-None-Match": etag } } : {});
  if (response.status === 304) return null;
  return { data: (await response.json()) as T, etag: response.headers.get("ETag") ?? undefined };
}
