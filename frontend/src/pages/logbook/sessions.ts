/** The sessions of the log: what the server lists, with what this device knows and has not uploaded yet. */

import { useEffect, useState } from "preact/hooks";
import { get } from "../../api";
import { log } from "../../log";
import { asApiError, useAnswer } from "../use-answer";

export interface SessionInShort {
  id: string;
  start: string;
  name: string;
  seconds?: number | null;
  note?: string;
  plan?: string | null;
  planned_date?: string | null;
  finished?: boolean;
  sets: number;
  exercises: readonly string[];
}

interface SessionPage {
  items: SessionInShort[];
  next: string | null;
}

export interface Listed {
  items: readonly SessionInShort[];
  loading: boolean;
  asOf: number | null;
  error: string;
  /** Fetch older ones; null at the end. */
  more: (() => void) | null;
}

const PAGE = 200;

/** List sessions, the newest first; with words, those that have all of them. */
export function useSessions(words: string): Listed {
  const search = words.trim();
  const path = `/sessions?limit=${PAGE}${search ? `&search=${encodeURIComponent(search)}` : ""}`;
  const first = useAnswer<SessionPage>(path);
  const [older, setOlder] = useState<{ path: string; pages: SessionPage[]; error: string }>({ path, pages: [], error: "" });
  useEffect(() => setOlder({ path, pages: [], error: "" }), [path]);

  const pages = first.data ? [first.data, ...(older.path === path ? older.pages : [])] : [];
  const next = pages.at(-1)?.next ?? null;
  const more = async () => {
    try {
      const { data } = await get<SessionPage>(`${path}&before=${encodeURIComponent(next ?? "")}`);
      setOlder((now) => ({ path, pages: now.path === path ? [...now.pages, data] : [data], error: "" }));
    } catch (error) {
      setOlder((now) => ({ ...now, error: asApiError(error).message }));
    }
  };
  return {
    items: withLocal(pages.flatMap(({ items }) => items), search),
    loading: first.data === null && first.error === null,
    asOf: first.asOf,
    error: older.error || (first.error && !first.error.offline ? first.error.message : ""),
    more: next ? () => void more() : null,
  };
}

const setsDone = (id: string) => log.value.things.setsOf(id).filter((set) => !set.value.skipped);

/** Put in the sessions of this device that the list lacks, take out those deleted here or without a set, and show changes made here. */
function withLocal(listed: readonly SessionInShort[], search: string): SessionInShort[] {
  const { things } = log.value;
  const found = new Map(listed.map((session) => [session.id, session]));
  for (const [id, session] of found) {
    const raw = things.raw("session", id);
    if (raw?.removed === true || (session.sets === 0 && setsDone(id).length === 0)) found.delete(id);
    else if (raw) found.set(id, { ...session, ...raw } as SessionInShort);
  }
  for (const { id, value } of things.all("session")) {
    if (found.has(id)) continue;
    const sets = setsDone(id);
    const exercises = [...new Set(sets.map((set) => set.value.name))];
    const texts = [value.name, value.note ?? "", ...exercises].map((text) => text.toLowerCase());
    const isFound = search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => texts.some((text) => text.includes(word)));
    if (sets.length > 0 && isFound) {
      found.set(id, { id, start: value.start, name: value.name, seconds: value.seconds ?? null, plan: value.plan ?? null, planned_date: value.planned_date ?? null, sets: sets.length, exercises });
    }
  }
  return [...found.values()].sort((a, b) => (a.start < b.start ? 1 : -1));
}
