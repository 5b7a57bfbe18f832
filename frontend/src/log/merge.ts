/** JSON merge patches (RFC 7396), and the patch that takes one back. */

import type { Change } from "../types";

const isObject = (value: unknown): value is Change => typeof value === "object" && value !== null && !Array.isArray(value);

/** Apply a patch: null takes a field out, objects are merged, all else replaces. */
export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

/** The patch that leads back to what `before` said in the fields that `patch` touches. */
export function inverse(before: unknown, patch: Change): Change {
  const known = isObject(before) ? before : {};
  const back: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch)) {
    const old = known[key];
    if (isObject(value) && isObject(old)) back[key] = { ...inverse(old, value) };
    else back[key] = old ?? null;
  }
  return back;
}
