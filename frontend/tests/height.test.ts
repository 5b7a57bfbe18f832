import { describe, expect, it } from "vitest";
import { feetAndInches, heightCm } from "../src/pages/height";

describe("heights", () => {
  it.each([
    ["178 cm", 178],
    ["178", 178],
    ["1.78 m", 178],
    ["1,78", 178],
    ["5 ft 10 in", 177.8],
    ["5 ft", 152.4],
    ["5'10\"", 177.8],
  ])("%s is read", (text, cm) => {
    expect(heightCm(text)).toBeCloseTo(cm, 6);
  });

  it("that are none are not", () => {
    for (const text of ["", null, undefined, "tall", "5 stone"]) expect(heightCm(text)).toBeNull();
  });

  it("go to feet and inches and back, to half an inch", () => {
    for (let half = 2 * 48; half < 2 * 96; half++) {
      const [feet, inches] = feetAndInches((half / 2) * 2.54);
      expect(heightCm(`${feet} ft ${inches} in`)).toBeCloseTo((half / 2) * 2.54, 6);
      expect(inches).toBeLessThan(12);
    }
  });
});
