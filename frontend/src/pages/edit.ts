/** Changes that the pages make to the log: written down as events, said in a toast, taken back with one tap. */

import { inverse, record } from "../log";
import type { Change, Subject } from "../types";
import { toast } from "../ui";

interface Edit {
  about: Subject;
  of: string;
  change: Change;
  /** What the thing was before, as far as the change touches it. */
  before?: unknown;
}

/** Write a change down; `said` tells of it and offers to undo it. */
export async function edit({ about, of, change, before }: Edit, said?: string, onUndo?: (change: Change) => void): Promise<void> {
  await record([{ about, of, change }]);
  if (!said) return;
  const back = inverse(before ?? {}, change);
  toast(said, () => {
    void record([{ about, of, change: back }]);
    onUndo?.(back);
  });
}

/** Take a thing out of the log, with a way back. */
export function remove(about: Subject, of: string, said: string, onUndo?: (change: Change) => void): Promise<void> {
  return edit({ about, of, change: { removed: true } }, said, onUndo);
}
