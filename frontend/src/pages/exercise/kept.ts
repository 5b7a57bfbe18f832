/** What was typed and chosen on a page, still there when one comes back to it. */

import { useState } from "preact/hooks";

const kept = new Map<string, unknown>();

export function useKept<T>(name: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.get(name) as T | undefined) ?? first);
  const set = (next: T) => {
    kept.set(name, next);
    setValue(next);
  };
  return [value, set];
}
