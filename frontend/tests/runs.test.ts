import { describe, expect, it } from "vitest";
import { type Done, runOn, saidPace, saidPlanned, saidRun, saidTime, twinOf, typedDistance, typedTime, weeklyRuns } from "../src/pages/runs/runs";

const done = (id: string, start: string, meters: number | null, seconds: number | null = null): Done => ({ id, run: { start }, meters, seconds });

describe("a run as it is typed", () => {
  it.each([
    ["8.2", "km", 8200],
    ["8,25 km", "mi", 8250],
    ["5", "mi", 8046.72],
    ["5 mi", "km", 8046.72],
    ["400 m", "km", 400],
    ["0", "km", null],
    ["far", "km", null],
    ["", "km", null],
    ["1e3", "km", null],
  ] as const)("%s in %s", (text, unit, meters) => {
    const read = typedDistance(text, unit);
    if (meters === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(meters, 6);
  });

  it.each([
    ["45", 2700],
    ["45:15", 2715],
    ["1:05:05", 3905],
    ["90:00", 5400],
    ["45 min", 2700],
    ["1 h 5 min", 3900],
    ["1h", 3600],
    ["0", null],
    ["soon", null],
    ["", null],
    ["4:5", null],
  ])("%s", (text, seconds) => {
    expect(typedTime(text)).toBe(seconds);
  });

  it("comes back as it was typed", () => {
    for (const seconds of [59, 60, 2715, 3600, 3905, 35999]) expect(typedTime(saidTime(seconds))).toBe(seconds);
  });
});

describe("a run as it is said", () => {
  it("tells how far, how long and the pace", () => {
    expect(saidRun({ meters: 8200, seconds: 2714 }, "km")).toBe("8.2 km · 45:14 · 5:31 /km");
    expect(saidRun({ meters: null, seconds: 3905 }, "km")).toBe("1:05:05");
    expect(saidRun({ meters: 16093.44, seconds: null }, "mi")).toBe("10 mi");
    expect(saidPace(1609.344, 480, "mi")).toBe("8:00 /mi");
  });
});

describe("a planned run", () => {
  const profile = {
    runs: { monday: { kind: "easy", distance: "6 km" }, tuesday: { kind: "hard", time: "50 min" } },
    race: { date: "2026-11-24", distance: "10 km" },
    trade_mileage: true,
  };

  it("gives way to legs where it is easy and mileage is traded", () => {
    expect(runOn(profile, "2026-11-23", true)).toEqual({ kind: "easy", size: "6 km", traded: true });
    expect(runOn(profile, "2026-11-23", false)?.traded).toBe(false);
    expect(runOn({ ...profile, trade_mileage: false }, "2026-11-23", true)?.traded).toBe(false);
    expect(runOn(profile, "2026-12-01", true)).toEqual({ kind: "hard", size: "50 min", traded: false });
  });

  it("is the race on its day, and none on a free one", () => {
    expect(saidPlanned(runOn(profile, "2026-11-24", false)!)).toBe("Race of 10 km");
    expect(runOn(profile, "2026-11-25", false)).toBeNull();
  });
});

describe("a run recorded twice", () => {
  const watch = done("watch", "2026-11-22T07:30:00", 8000, 2700);
  it.each([
    ["2026-11-22T07:32:00", 8300, true],
    ["2026-11-22T07:32:01", 8000, false],
    ["2026-11-22T07:29:00", 8500, false],
    ["2026-11-22T07:31:00", null, true],
  ])("%s, %s m", (start, meters, same) => {
    const phone = done("phone", start, meters);
    expect(twinOf(phone, [watch, phone])).toBe(same ? watch : null);
    expect(twinOf(watch, [watch, phone])).toBe(same ? phone : null);
  });

  it("counts once in the week", () => {
    const phone = done("phone", "2026-11-22T07:31:00", 8100, 2710);
    const other = done("later", "2026-11-22T17:00:00", 5000, 1500);
    const before = done("before", "2026-11-15T23:59:00", 3000, 900);
    const weeks = weeklyRuns([other, phone, watch, before], "2026-11-22", 2);
    expect(weeks.map(({ start, runs }) => [start, runs])).toEqual([
      ["2026-11-09", 1],
      ["2026-11-16", 2],
    ]);
    expect(weeks[1]).toMatchObject({ meters: 13100, seconds: 4210 });
  });
});
