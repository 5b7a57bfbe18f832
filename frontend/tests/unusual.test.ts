import { describe, expect, it } from "vitest";
import type { Entry } from "../src/pages/body/entries";
import { type Kind, KINDS } from "../src/pages/body/kinds";
import { inUnit, question } from "../src/pages/body/unusual";

const kind = (name: string) => KINDS.find((each) => each.kind === name) as Kind;
const entries = (unit: string, ...values: [string, number][]): Entry[] =>
  values.map(([date, value], id) => ({ id: String(id), date, value, unit, side: null, note: "", checked: false }));
const STEADY = entries("kg", ["2026-11-01", 80.4], ["2026-11-08", 79.8], ["2026-11-15", 80.1]);

describe("a value that looks like a slip", () => {
  it("typed in the other unit is asked about, with what was meant", () => {
    const asked = question(kind("body-mass"), 176, "kg", "2026-11-21", STEADY);
    expect(asked?.text).toContain("Did you mean 176 lb?");
    expect(asked?.mend).toBeCloseTo(79.8, 1);
    const pounds = question(kind("body-mass"), 80, "lb", "2026-11-21", entries("lb", ["2026-11-15", 177]));
    expect(pounds?.mend).toBeCloseTo(176.4, 1);
    const waist = question(kind("waist"), 33, "cm", "2026-11-21", entries("cm", ["2026-11-15", 84]));
    expect(waist?.mend).toBeCloseTo(83.8, 1);
  });

  it("that jumps is asked about, with nothing to mend", () => {
    const asked = question(kind("body-mass"), 90, "kg", "2026-11-16", STEADY);
    expect(asked).toMatchObject({ mend: null });
    expect(asked?.text).toContain("% more");
    expect(question(kind("body-mass"), 8, "kg", "2026-11-16", STEADY)).not.toBeNull();
  });

  it("is no question where it could be", () => {
    expect(question(kind("body-mass"), 81.5, "kg", "2026-11-16", STEADY)).toBeNull();
    expect(question(kind("body-mass"), 100, "kg", "2026-11-16", [])).toBeNull();
    expect(question(kind("wall-sit"), 240, "s", "2026-11-16", entries("s", ["2026-11-15", 60]))).toBeNull();
    expect(question(kind("body-mass"), 72, "kg", "2027-05-01", STEADY), "half a year later").toBeNull();
  });

  it("does not follow a slip that was kept before", () => {
    const slipped = [...STEADY, ...entries("kg", ["2026-11-16", 176])];
    expect(question(kind("body-mass"), 80, "kg", "2026-11-17", slipped)).toBeNull();
  });

  it("knows entries in the other unit", () => {
    expect(inUnit(100, "kg", "lb")).toBeCloseTo(220.46, 2);
    expect(inUnit(10, "in", "cm")).toBeCloseTo(25.4, 6);
    expect(inUnit(20, "%", "cm")).toBe(20);
    expect(question(kind("body-mass"), 80, "kg", "2026-11-21", entries("lb", ["2026-11-15", 177]))).toBeNull();
  });
});
