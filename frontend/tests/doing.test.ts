/** How comparisons of parts are worded and drawn. */

import { describe, expect, it } from "vitest";
import { type Balance, balanceWords, percent } from "../src/pages/logbook/doing";

const strength: Balance = { part: "hams", other: "quads", measured: "strength", value: -0.08, low: -0.11, high: -0.05, weeks: 8, lagging: "hams" };
const sets: Balance = { part: "glutes", other: "quads", measured: "hard-sets", value: 0.5, low: 0.4, high: 0.625, weeks: 8, lagging: null };

describe("changes", () => {
  it("are told in percent with their sign", () => {
    expect(percent(Math.log(1.02), 1)).toBe("+2.0 %");
    expect(percent(Math.log(0.9))).toBe("−10 %");
    expect(percent(0.001)).toBe("0 %");
  });
});

describe("a balance", () => {
  it("of strength says who is behind, with the interval", () => {
    const words = balanceWords(strength);
    expect(words.figure).toBe("−8 %");
    expect(words.label).toBe("Hams gained −8 % against quads, −10 % to −5 %. Hams lag.");
    expect(words.bar.low).toBeLessThan(words.bar.value);
    expect(words.bar.high).toBeLessThan(-words.bar.bounds);
  });

  it("of hard sets is as far from even either way", () => {
    const words = balanceWords(sets);
    expect(words.figure).toBe("0.5 : 1");
    expect(words.label).toContain("Even, as far as the log shows.");
    const turned = balanceWords({ ...sets, value: 2, low: 1.6, high: 2.5 });
    expect(turned.bar.value).toBeCloseTo(-words.bar.value);
    expect([turned.bar.low, turned.bar.high]).toEqual([-words.bar.high, -words.bar.low].map((end) => expect.closeTo(end, 9)));
  });
});
