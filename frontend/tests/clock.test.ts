import { describe, expect, it } from "vitest";
import { nextId } from "../src/log/clock";

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const milliseconds = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

describe("ids of events", () => {
  it("are UUIDv7 of the device's time", () => {
    const id = nextId(1_795_000_000_123, null);
    expect(id).toMatch(UUID_V7);
    expect(milliseconds(id)).toBe(1_795_000_000_123);
  });

  it("go up whatever the clock does", () => {
    let seen: string | null = null;
    const clocks = [1000, 1000, 999, 5_000_000, 0, -5, 5_000_000, 5_000_001, 17];
    for (let round = 0; round < 400; round++) {
      const id = nextId(clocks[round % clocks.length] as number, seen);
      expect(id).toMatch(UUID_V7);
      if (seen !== null) expect(id > seen).toBe(true);
      seen = id;
    }
  });

  it("go on into the next millisecond when one is full", () => {
    const last = "000000000001-7fff-bfff-ffffffffffff".replace(/^(.{8})(.{4})/, "$1-$2");
    const id = nextId(0, last);
    expect(id > last).toBe(true);
    expect(milliseconds(id)).toBe(2);
    expect(id).toMatch(UUID_V7);
  });

  it("of two devices that go on from the same id do not meet", () => {
    const seen = nextId(1000, null);
    const ids = new Set(Array.from({ length: 500 }, () => nextId(1000, seen)));
    expect(ids.size).toBe(500);
  });
});
