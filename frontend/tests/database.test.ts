import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { nextId } from "../src/log/clock";
import { append, appendStamped, openDatabase, receive, replacePlanned, stamp, waiting } from "../src/log/database";
import type { SessionSteps } from "../src/types";

const NOW = new Date("2026-11-23T18:00:00Z");
const set = (of: string) => ({ about: "set" as const, of, change: { reps: 8 } });
let count = 0;
const fresh = () => openDatabase(`test-${++count}`);

describe("what this device keeps", () => {
  it("writes events and lists them for upload until they come from the server", async () => {
    const database = await fresh();
    const events = await append(database, [set("a"), set("b")], "d1", null, NOW);
    expect(await waiting(database, 10, new Set())).toEqual(events);
    await receive(database, events.slice(0, 1), 1);
    expect(await waiting(database, 10, new Set())).toEqual(events.slice(1));
    expect(await database.count("events")).toBe(2);
  });

  it("puts each event above all that are kept, those of another tab included", async () => {
    const database = await fresh();
    const far = nextId(NOW.getTime() + 86_400_000, null);
    await receive(database, [{ id: far, at: "2026-11-24T18:00:00Z", device: "d2", ...set("a") }], 7);
    const tabs = await Promise.all([1, 2, 3].map((tab) => append(database, [set(`t${tab}`), set(`u${tab}`)], "d1", null, NOW)));
    const ids = tabs.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id > far).toBe(true);
  });

  it("writes all changes of one action or none", async () => {
    const database = await fresh();
    const broken = { ...set("b"), change: { reps: () => 1 } }; // can't be stored
    await expect(append(database, [set("a"), broken], "d1", null, NOW)).rejects.toThrow();
    expect(await database.count("events")).toBe(0);
    expect(await database.count("outbox")).toBe(0);
  });

  it("keeps a session as it was begun when the plan is fetched again", async () => {
    const database = await fresh();
    const session = (id: string, minutes: number) => ({ id, minutes }) as SessionSteps;
    await replacePlanned(database, [session("a", 40), session("b", 50), session("c", 60)], new Set());
    await replacePlanned(database, [session("a", 41), session("b", 51)], new Set(["a", "c"]));
    const kept = await database.getAll("planned");
    expect(kept.map(({ id, minutes }) => [id, minutes])).toEqual([["a", 40], ["b", 51], ["c", 60]]);
  });

  it("lists events that were held in memory, unless they came from the server meanwhile", async () => {
    const database = await fresh();
    const held = stamp([set("a"), set("b")], "d1", null, NOW);
    await receive(database, held.slice(0, 1), 1);
    await appendStamped(database, held);
    expect(await waiting(database, 10, new Set())).toEqual(held.slice(1));
    expect(await database.count("events")).toBe(2);
  });

  it("stamps held events in order above what was seen", () => {
    const seen = nextId(NOW.getTime() + 1000, null);
    const ids = stamp([set("a"), set("b")], "d1", seen, NOW).map(({ id }) => id);
    expect([seen, ...ids]).toEqual([seen, ...ids].sort());
  });
});
