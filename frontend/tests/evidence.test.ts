/** The claims of a topic, by grade in the order the server gives. */

import { expect, test } from "vitest";
import { byGrade, type Claim, GRADE_NAMES, type Register } from "../src/pages/evidence/register";

const claim = (id: string, grade: Claim["grade"], ...topics: string[]): Claim => ({
  id,
  claim: `${id}.`,
  places: [],
  grade,
  in_short: "",
  what_legday_does: "",
  topics,
  findings: [],
});

const register: Register = {
  grades: { supported: "yes", mixed: "partly", unsupported: "not shown", contradicted: "no", "not-testable": "taste" },
  articles: {},
  topics: { fat: "Fat", joints: "Joints" },
  claims: [claim("a", "contradicted", "fat"), claim("b", "supported", "fat", "joints"), claim("c", "contradicted", "joints")],
};

const ids = (topic: string) => byGrade(register, topic).map(({ grade, claims }) => [grade, ...claims.map(({ id }) => id)]);

test("claims stand in groups by grade, in the order of the grades, and empty ones are left out", () => {
  expect(ids("")).toEqual([
    ["supported", "b"],
    ["contradicted", "a", "c"],
  ]);
});

test("a topic leaves its claims", () => {
  expect(ids("joints")).toEqual([
    ["supported", "b"],
    ["contradicted", "c"],
  ]);
  expect(ids("fat")).toEqual([
    ["supported", "b"],
    ["contradicted", "a"],
  ]);
  expect(ids("nothing")).toEqual([]);
});

test("every grade has a name of its own", () => {
  expect(new Set(Object.keys(register.grades).map((grade) => GRADE_NAMES[grade as Claim["grade"]])).size).toBe(5);
});
