import { describe, expect, it } from "vitest";
import type { Move } from "../src/pages/plan";
import { moveInWords, reasonFor, replanPath } from "../src/pages/replan/replan";

const move: Move = {
  kind: "left out",
  what: "Calves",
  parts: ["calves"],
  exercises: [],
  from_date: "2026-03-02",
  to_date: null,
  was: "",
  becomes: "",
  say: "Calves of Monday 2 Mar are left out; next week goes on as planned.",
  because: "Monday 2 Mar was missed. No session is left this week to put it in.",
};

describe("a plan made again", () => {
  it("gives a reason without what was said above", () => {
    expect(reasonFor(move, ["Monday 2 Mar was missed."])).toBe("No session is left this week to put it in.");
    expect(reasonFor(move, [])).toBe(move.because);
  });

  it("says sets in words, and leaves other sentences alone", () => {
    expect(moveInWords(move)).toBe(move.say);
    const other: Move = { ...move, kind: "done otherwise", say: "Step-up on Monday: 3 x 10-12/side rir 3 instead of 3 x 10-12/side rir 2." };
    expect(moveInWords(other)).toBe("Step-up on Monday: 3 × 10–12 a side, 3 in reserve instead of 3 × 10–12 a side, 2 in reserve.");
  });

  it("asks about a day that falls out", () => {
    expect(replanPath("plan-1")).toBe("/plans/plan-1/replan");
    expect(replanPath("plan-1", "2026-03-05")).toBe("/plans/plan-1/replan?out=2026-03-05");
  });
});
