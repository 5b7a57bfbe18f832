import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { append, type Database, openDatabase } from "../src/log/database";
import { exchange, refused } from "../src/sync/exchange";
import type { Event } from "../src/types";

const NOW = new Date("2026-11-23T18:00:00Z");
const MOST = 3; // small pages, so that every test turns them

/** A server that numbers events as they come, and answers as /api/events does. */
class Server {
  rows: { seq: number; event: Event }[] = [];
  uploads: string[][] = [];
  last = 0;
  refuses: (event: Event) => boolean = () => false;

  take(events: readonly Event[]): void {
    for (const event of events) if (!this.ids().includes(event.id)) this.rows.push({ seq: ++this.last, event });
  }

  ids(): string[] {
    return this.rows.map(({ event }) => event.id);
  }

  answer = async (path: string, options?: RequestInit): Promise<Response> => {
    if (options?.method === "POST") {
      const { events } = JSON.parse(options.body as string) as { events: Event[] };
      if (events.some(this.refuses)) return Response.json({ detail: "No." }, { status: 422 });
      this.take(events);
      this.uploads.push(events.map(({ id }) => id));
      return Response.json({});
    }
    const after = Number(new URL(path, "http://legday").searchParams.get("after"));
    const found = this.rows.filter(({ seq }) => seq > after);
    const page = found.slice(0, MOST);
    return Response.json({ events: page.map(({ event }) => event), cursor: page.at(-1)?.seq ?? after, more: found.length > MOST });
  };
}

let server: Server;
let count = 0;

/** Another server answers at the same address from now on. */
function serve(next: Server): Server {
  server = next;
  return next;
}

beforeEach(() => {
  serve(new Server());
  vi.stubGlobal("fetch", (path: string, options?: RequestInit) => server.answer(path, options));
});
afterEach(() => void vi.unstubAllGlobals());

/** Do something while each call but the first few is lost: half of them on the way there, half on the way back. */
async function failing(calls: number, work: () => Promise<void>): Promise<void> {
  let left = calls;
  vi.stubGlobal("fetch", async (path: string, options?: RequestInit) => {
    if (left-- > 0) return server.answer(path, options);
    if (left % 2) await server.answer(path, options);
    throw new TypeError("no network");
  });
  await work().catch(() => undefined);
  vi.stubGlobal("fetch", (path: string, options?: RequestInit) => server.answer(path, options));
}

const device = (): Promise<Database> => openDatabase(`exchange-${++count}`);
const write = (database: Database, ...things: string[]) =>
  append(database, things.map((of) => ({ about: "set" as const, of, change: { reps: 8 } })), "d1", null, NOW);
const kept = (database: Database): Promise<string[]> => database.getAllKeys("events");

describe("a device and its server", () => {
  it("come to the same events, and then send nothing twice", async () => {
    const [one, other] = [await device(), await device()];
    await write(one, "a", "b", "c", "d");
    await write(other, "e", "f");
    for (const database of [one, other, one, other]) await exchange(database);
    expect(await kept(one)).toEqual([...server.ids()].sort());
    expect(await kept(other)).toEqual(await kept(one));
    expect(server.uploads.flat()).toHaveLength(6);
    expect(await one.count("outbox")).toBe(0);
  });

  it("bring an emptied server all that the device keeps, events of other devices too", async () => {
    const [one, other] = [await device(), await device()];
    await write(other, "a", "b");
    await exchange(other);
    await write(one, "c", "d", "e");
    await exchange(one);
    serve(new Server());
    await exchange(one);
    expect([...server.ids()].sort()).toEqual(await kept(one));
    expect(server.ids()).toHaveLength(5);
    expect(await one.count("outbox")).toBe(0);
  });

  it("bring a server that was set back to a copy only what it lacks", async () => {
    const one = await device();
    const early = await write(one, "a", "b");
    await exchange(one);
    const late = await write(one, "c", "d");
    await exchange(one);
    const copy = serve(new Server());
    copy.take(early);
    await exchange(one);
    expect(server.ids()).toEqual([...early, ...late].map(({ id }) => id));
    expect(server.uploads).toEqual([late.map(({ id }) => id)]);
  });

  it("see that a server was replaced even where it has gone further since", async () => {
    const [one, other] = [await device(), await device()];
    await write(one, "a", "b");
    await exchange(one);
    serve(new Server());
    await write(other, "c", "d", "e", "f", "g");
    await exchange(other);
    await exchange(one);
    await exchange(other);
    expect(server.ids()).toHaveLength(7);
    expect(await kept(one)).toEqual(await kept(other));
  });

  it("write on while the server is empty, and lose nothing", async () => {
    const one = await device();
    await write(one, "a", "b");
    await exchange(one);
    serve(new Server());
    await write(one, "c", "d");
    await exchange(one);
    expect([...server.ids()].sort()).toEqual(await kept(one));
    expect(server.ids()).toHaveLength(4);
  });

  it("do no harm where two tabs exchange at the same time", async () => {
    const [one, other] = [await device(), await device()];
    await write(other, "a", "b", "c", "d", "e");
    await exchange(other);
    await write(one, "f", "g", "h", "i");
    await Promise.all([exchange(one), exchange(one), exchange(one)]);
    await exchange(other);
    expect([...server.ids()].sort()).toEqual(await kept(one));
    expect(server.ids()).toHaveLength(9);
    expect(await kept(other)).toEqual(await kept(one));
    expect(await one.count("outbox")).toBe(0);
  });

  it("keep what the server refuses, and bring it all the rest", async () => {
    const one = await device();
    const [bad] = await write(one, "bad");
    await write(one, "a", "b", "c");
    server.refuses = ({ of }) => of === "bad";
    await exchange(one);
    expect(server.ids()).toHaveLength(3);
    expect(refused.get(bad?.id ?? "")).toBe("No.");
    expect(await one.getAllKeys("outbox")).toEqual([bad?.id]);
  });

  it.each([
    ["three devices and a server that stays", 3, false],
    ["one device and a server that is emptied and set back to copies", 1, true],
  ])("lose nothing where calls and answers are lost: %s", async (_, count, replaced) => {
    for (let seed = 1; seed <= 25; seed++) {
      serve(new Server());
      const devices = await Promise.all(Array.from({ length: count }, device));
      const written: string[] = [];
      const copies: Event[][] = [];
      let state = seed;
      const roll = (sides: number) => (state = (state * 48_271) % 2_147_483_647) % sides;
      for (let time = 0; time < 40; time++) {
        const database = devices[roll(count)] as Database;
        const what = roll(replaced ? 10 : 8);
        if (what < 4) written.push(...(await write(database, `t${time}`, `u${time}`)).map(({ id }) => id));
        else if (what < 6) await exchange(database);
        else if (what < 8) await failing(1 + roll(4), () => exchange(database));
        else if (what === 8) copies.push(server.rows.map(({ event }) => event));
        else serve(new Server()).take(copies[roll(copies.length + 1)] ?? []);
      }
      for (const database of [...devices, ...devices]) await exchange(database);
      expect([...server.ids()].sort()).toEqual([...written].sort());
      for (const database of devices) {
        expect(await kept(database)).toEqual([...written].sort());
        expect(await database.count("outbox")).toBe(0);
      }
    }
  });
});
