/** Measures in the log of this device, those not uploaded yet among them, by kind and oldest first. */

import { log } from "../../log";
import type { MeasureKind, Side } from "../../types";

export interface Entry {
  id: string;
  date: string;
  value: number;
  unit: string;
  side: Side | null;
  note: string;
  /** The athlete was asked whether it is right, and said so. */
  checked: boolean;
}

export function entriesByKind(): Map<MeasureKind, Entry[]> {
  const found = new Map<MeasureKind, Entry[]>();
  for (const { id, value: measure } of log.value.things.all("measure")) {
    const entries = found.get(measure.kind) ?? [];
    found.set(measure.kind, entries);
    entries.push({
      id,
      date: measure.date.slice(0, 10),
      value: Number(measure.value),
      unit: measure.unit,
      side: measure.side ?? null,
      note: measure.note ?? "",
      checked: measure.checked ?? false,
    });
  }
  for (const entries of found.values()) entries.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  return found;
}
