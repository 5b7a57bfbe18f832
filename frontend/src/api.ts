/** The server's REST API: typed calls, refusals as one sentence, and the last answers kept for when there is no signal. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** What the server says when it refuses (RFC 9457), with what legday adds for profiles and plans. */
interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  problems?: FieldProblem[];
  conflict?: Demand[];
  relaxations?: WayOut[];
}

export interface FieldProblem {
  field: string;
  message: string;
}

/** A demand that can't hold together with the others of a conflict. */
interface Demand {
  rule: string;
  about: string;
  sentence: string;
}

/** A way out of a conflict, the cheapest first. */
export interface WayOut {
  rule: string;
  about: string;
  instead: string;
  opens: boolean;
  leads_to: string;
}

/** A call that did not succeed; `status` is 0 where the server can't be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problem: Problem = {},
  ) {
    super(message);
    this.name = "ApiError";
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

/** An answer, and when the server gave it; `offline` where it is an older one because the server can't be reached. */
export interface Answer<T> {
  data: T;
  at: number;
  offline: boolean;
}

interface Kept {
  body: unknown;
  etag: string | null;
  at: number;
}

interface AnswersSchema extends DBSchema {
  answers: { key: string; value: Kept };
}

/** Answers that are kept; the least recent beyond that are forgotten. */
const MOST_KEPT = 300;

let opened: Promise<IDBPDatabase<AnswersSchema> | null> | undefined;

/** The kept answers; null in a browser that keeps nothing, such as a private window. */
function answers(): Promise<IDBPDatabase<AnswersSchema> | null> {
  opened ??= openDB<AnswersSchema>("legday-answers", 1, {
    upgrade: (database) => {
      database.createObjectStore("answers");
    },
  }).catch(() => null);
  return opened;
}

async function kept(path: string): Promise<Kept | undefined> {
  return (await answers())?.get("answers", path).catch(() => undefined);
}

async function keep(path: string, answer: Kept): Promise<void> {
  const database = await answers();
  try {
    await database?.put("answers", answer, path);
    if (database && (await database.count("answers")) > MOST_KEPT) await forgetOldest(database);
  } catch {
    // A full disk: the page works on with what the server answers.
  }
}

async function forgetOldest(database: IDBPDatabase<AnswersSchema>): Promise<void> {
  const keys = await database.getAllKeys("answers");
  const values = await database.getAll("answers");
  const order = keys.map((key, index) => ({ key, at: values[index]?.at ?? 0 })).sort((a, b) => a.at - b.at);
  for (const { key } of order.slice(0, MOST_KEPT / 3)) await database.delete("answers", key);
}

/** Forget every kept answer, as after another athlete's data was restored. */
export async function forgetAnswers(): Promise<void> {
  await (await answers())?.clear("answers");
}

/** The last answer of a path that is kept on this device, without asking the server. */
export async function lastKnown<T>(path: string): Promise<Answer<T> | null> {
  const known = await kept(path);
  return known ? { data: known.body as T, at: known.at, offline: true } : null;
}

/** Ask for a path below /api; without a connection the last known answer is given. Throws ApiError. */
export async function get<T>(path: string): Promise<Answer<T>> {
  const known = await kept(path);
  let response: Response;
  try {
    response = await call(path, { headers: known?.etag ? { "If-None-Match": known.etag } : {} });
  } catch (error) {
    if (known && error instanceof ApiError && error.offline) return { data: known.body as T, at: known.at, offline: true };
    throw error;
  }
  const at = Date.now();
  if (response.status === 304 && known) {
    await keep(path, { ...known, at });
    return { data: known.body as T, at, offline: false };
  }
  if (!response.ok) throw await refusal(response);
  const body: unknown = await response.json();
  await keep(path, { body, etag: response.headers.get("ETag"), at });
  return { data: body as T, at, offline: false };
}

/** Change something on the server; answers with what it says, null if nothing. Throws ApiError. */
export async function send<T>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { "X-Legday": "1", "Content-Type": "application/json" };
  const response = await call(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  return read<T>(response);
}

/** Send a file as it is, under its name. Throws ApiError. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  const headers = {
    "X-Legday": "1",
    "X-File-Name": encodeURIComponent(file.name),
    "Content-Type": "application/octet-stream",
  };
  return read<T>(await call(path, { method: "POST", headers, body: file }));
}

/** Fetch a file and give it to the browser to save; answers with its name. Throws ApiError. */
export async function download(path: string, fallback: string): Promise<string> {
  const response = await call(path, {});
  if (!response.ok) throw await refusal(response);
  const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? fallback;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

async function call(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api${path}`, { credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    throw new ApiError(0, "The server can’t be reached. Check the connection, then try again.");
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : null) as T;
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const said = problem.detail || problem.title;
  const fallback =
    response.status >= 500
      ? `The server failed (${response.status}). Nothing was changed; try again.`
      : `The server refused this (${response.status}).`;
  return new ApiError(response.status, said || fallback, problem);
}
