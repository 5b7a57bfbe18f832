/** An answer of the server as a page needs it: the last known one at once, then the fresh one. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Answer, ApiError, get, lastKnown } from "../api";

export interface Asked<T> {
  /** The answer to show, or null while there is none. */
  data: T | null;
  /** Why there is no fresh answer, or null. */
  error: ApiError | null;
  /** When the answer shown was given, where it is not a fresh one. */
  asOf: number | null;
  busy: boolean;
  refresh: () => Promise<void>;
}

interface State<T> {
  path: string | null;
  answer: Answer<T> | null;
  error: ApiError | null;
  busy: boolean;
}

/** Ask for a path below /api and again when the page comes back into view; null asks for nothing. */
export function useAnswer<T>(path: string | null): Asked<T> {
  const [state, setState] = useState<State<T>>({ path, answer: null, error: null, busy: path !== null });
  const asking = useRef(path);
  asking.current = path;

  const refresh = useCallback(async () => {
    if (path === null) return;
    const set = (change: Partial<State<T>>) => {
      if (asking.current === path) setState((now) => ({ ...(now.path === path ? now : fresh<T>(path)), ...change }));
    };
    set({ busy: true });
    try {
      set({ answer: await get<T>(path), error: null, busy: false });
    } catch (error) {
      set({ error: asApiError(error), busy: false });
    }
  }, [path]);

  useEffect(() => {
    if (path === null) return;
    let first = true;
    void lastKnown<T>(path).then((answer) => {
      if (first && answer && asking.current === path) {
        setState((now) => (now.path === path && now.answer ? now : { path, answer, error: null, busy: true }));
      }
    });
    void refresh().then(() => {
      first = false;
    });
    const again = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    document.addEventListener("visibilitychange", again);
    window.addEventListener("online", again);
    return () => {
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("online", again);
    };
  }, [path, refresh]);

  const { answer, error, busy } = state.path === path ? state : fresh<T>(path);
  const stale = answer !== null && answer.offline && !busy;
  return { data: answer?.data ?? null, error, asOf: stale ? answer.at : null, busy, refresh };
}

function fresh<T>(path: string | null): State<T> {
  return { path, answer: null, error: null, busy: path !== null };
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(-1, error instanceof Error ? error.message : "Something went wrong; try again.");
}
