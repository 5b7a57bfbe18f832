import { describe, expect, it } from "vitest";
import { doneEnergy, span, spanInKj, sum } from "../src/energy/ranges";
import type { EnergyRange, ExerciseEnergy, SessionEnergy } from "../src/types";

const range = (low: number, best: number, high: number): EnergyRange => ({ low, best, high });

function exercise(name: string, sets: number, net: EnergyRange): ExerciseEnergy {
  return { exercise: name, name, movement: name, sets, minutes: 10, met: net, work: net, net, gross: net };
}

const squat = exercise("squat", 4, range(40, 60, 80));
const raise = exercise("raise", 2, range(10, 12, 20));
const all = sum([squat.net, raise.net]);
const session: SessionEnergy = {
  body_mass: 80, minutes: 20, minutes_from: "planned", exercises: [squat, raise],
  met: all, work: all, net: all, gross: all, running: all, upper_body: all, compared: "", notes: [],
};
const blocks = [{ key: "a" }, { key: "b" }];
const done = (...keys: string[]) => keys.map((block) => ({ block }));

describe("the energy of what was done", () => {
  it("is all of the plan's when every set is done", () => {
    const found = doneEnergy(session, blocks, done("a", "a", "a", "a", "b", "b"));
    expect(sum(found.map(({ net }) => net))).toEqual(all);
  });

  it("is the share of the sets, by block, and nothing of a block that was not begun", () => {
    const found = doneEnergy(session, blocks, done("a", "a", "a"));
    expect(found.map(({ name, sets, minutes, net }) => ({ name, sets, minutes, net }))).toEqual([{ name: "squat", sets: 3, minutes: 7.5, net: range(30, 45, 60) }]);
  });

  it("is nothing before the first set, and of sets of other blocks", () => {
    expect(doneEnergy(session, blocks, [])).toEqual([]);
    expect(doneEnergy(session, blocks, done("added"))).toEqual([]);
  });
});

describe("a range as text", () => {
  it("rounds to tens from a hundred on", () => {
    expect(span(range(84.4, 120, 263.7))).toBe("84–260");
    expect(spanInKj(range(100, 120, 250))).toBe("420–1,050");
    expect(span(range(3.1, 3.2, 3.4))).toBe("3");
  });
});
