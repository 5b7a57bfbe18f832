/** The journal of a device with a full disk, and of two tabs. */

import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";

type Journal = typeof import("../src/log/journal");

/** The app as another tab, or a later start, has it. */
async function tab(): Promise<Journal> {
  vi.resetModules();
  const journal = await import("../src/log/journal");
  await journal.ready;
  return journal;
}

const set = (of: string, reps = 8) => ({ about: "set" as const, of, change: { session: "s", name: "Squat", reps } });
const shown = ({ log }: Journal) => log.value.things.setsOf("s").map(({ id, value }) => `${id}: ${value.reps}`);

afterEach(() => void vi.restoreAllMocks());

it("a full disk loses nothing: what can't be written shows, is kept in order, and is written once there is room", async () => {
  const journal = await tab();
  await journal.record([set("a")]);
  const full = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await journal.record([set("b")]);
  await journal.record([set("a", 9)]);
  expect(shown(journal)).toEqual(["a: 9", "b: 8"]);
  expect(journal.unsaved.value).toHaveLength(2);
  expect(await (await journal.kept())?.count("events")).toBe(1);

  full.mockRestore();
  await journal.saveHeld();
  expect(journal.unsaved.value).toEqual([]);
  expect(await (await journal.kept())?.count("outbox")).toBe(3);
  expect(shown(await tab())).toEqual(["a: 9", "b: 8"]);
});

it("two tabs show what the other writes, and never give the same id", async () => {
  const [one, other] = [await tab(), await tab()];
  await Promise.all([one.record([set("c"), set("d")]), other.record([set("e")])]);
  await vi.waitFor(() => {
    expect(shown(one)).toEqual(shown(other));
    expect(shown(one)).toContain("e: 8");
    expect(shown(other)).toContain("d: 8");
  });
  const events = (await (await one.kept())?.getAllKeys("events")) ?? [];
  expect(events).toHaveLength(6);
});
