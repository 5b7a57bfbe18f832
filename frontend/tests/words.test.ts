/** Dates, numbers and sets as the pages write them. */

import { describe, expect, it } from "vitest";
import { type Profile, dayMinutes, firstDays, painAt, withDay } from "../src/pages/profile";
import { asPlanned, groups } from "../src/pages/session/rows";
import { detailWords, doneWords, plannedWords, reserveOf } from "../src/pages/session/set-words";
import type { ShownSession } from "../src/pages/session/shapes";
import { WEEKDAYS, addDays, amount, daysBetween, fullDate, listed, minutes, nearDate, number, plural, weekday, weekdayIndex } from "../src/pages/words";
import type { Block, LoggedSet, PlayStep, SessionSteps } from "../src/types";

const DAYS = Array.from({ length: 800 }, (_, at) => addDays("2027-02-20", at));

describe("dates", () => {
  it("go on one by one, through leap days and the ends of years", () => {
    DAYS.forEach((day, at) => {
      expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      expect(daysBetween("2027-02-20", day)).toBe(at);
      expect(weekdayIndex(day)).toBe((5 + at) % 7);
    });
    expect(DAYS).toContain("2028-02-29");
  });

  it("are told by how near they are", () => {
    expect([-1, 0, 1, 2].map((by) => nearDate(addDays("2026-12-31", by), "2026-12-31"))).toEqual(["Yesterday", "Today", "Tomorrow", "Saturday 2 Jan"]);
    expect(fullDate("2026-11-03T18:00:00")).toBe("3 Nov 2026");
    expect(weekday("2026-11-23")).toBe("Monday");
  });
});

describe("numbers and lists", () => {
  it("are short", () => {
    expect([1, 0.04, 2.25, -1.5, "80.00"].map(number)).toEqual(["1", "0", "2.3", "−1.5", "80"]);
    expect([plural(1, "set"), plural(0, "set"), plural(2, "rep")]).toEqual(["1 set", "0 sets", "2 reps"]);
    expect([59, 60, 75, 119.6].map(minutes)).toEqual(["59 min", "1 h", "1 h 15 min", "2 h"]);
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
    expect(["82.5 kg", "-3", "", null].map(amount)).toEqual([82.5, -3, null, null]);
  });
});

describe("a profile", () => {
  it("begins today and trains on three days, never on two in a row", () => {
    for (const day of DAYS.slice(0, 7)) {
      const days = firstDays(day).map((name) => WEEKDAYS.indexOf(name));
      expect(days[0]).toBe(weekdayIndex(day));
      expect(new Set(days).size).toBe(3);
      expect(days.slice(1).map((one, at) => (one - (days[at] as number) + 7) % 7)).toEqual([2, 2]);
    }
  });

  it("reads the minutes of a day as people write them", () => {
    const profile: Profile = { name: "me", days: { monday: "1 h 15 min", tuesday: "45 min", friday: "2 h", sunday: "40" } };
    expect(WEEKDAYS.map((day) => dayMinutes(profile, day))).toEqual([75, 45, null, null, 120, null, 40]);
  });

  it("takes a day in and out, and a day with training is no rest day", () => {
    const profile: Profile = { name: "me", days: { monday: "60 min" }, rest_days: ["sunday"] };
    const more = withDay(profile, "sunday", 30);
    expect(more).toMatchObject({ days: { monday: "60 min", sunday: "30 min" }, rest_days: [] });
    expect(withDay(more, "monday", null).days).toEqual({ sunday: "30 min" });
    expect(profile.days).toEqual({ monday: "60 min" });
  });

  it("keeps what is known of a pain that is named again", () => {
    const knee = { joint: "knee", severity: 6, weeks: 4 };
    expect(painAt(["knee", "hip"], [knee])).toEqual([knee, { joint: "hip", severity: 3 }]);
    expect(painAt([], [knee])).toEqual([]);
  });
});

const step = (more: Partial<PlayStep> = {}): PlayStep => ({ key: "a.1", set_key: "a.1", block: "a", kind: "set", text: "", say: "", seconds: 40, ...more });
const stack = (mass: string) => ({ mass, text: `pin at ${mass}`, on: "stack" as const, pin: mass });
const set = (more: Partial<LoggedSet>): LoggedSet => ({ session: "s", name: "Squat", ...more });

describe("a planned set", () => {
  it.each<[string, PlayStep[], string]>([
    ["reps and load", [step({ reps: [8, 10], load: stack("80 kg") })], "8–10 × 80 kg"],
    ["dumbbells, each", [step({ reps: [12, 12], load: { mass: "24 kg", each: "12 kg", text: "2 × 12 kg", on: "dumbbells" } })], "12 × 12 kg"],
    ["a hold", [step({ hold: [30, 45] })], "30–45 s"],
    ["minutes", [step({ hold: [300, 300] })], "5 min"],
    ["failure", [step({ to_failure: true })], "to failure"],
    ["drops, one by one", [step({ reps: [6, 6], load: stack("80 kg") }), step({ kind: "drop", part_kind: "drop", part_key: "01", load: stack("70 kg") })], "6 × 80 kg → 70 kg"],
    ["what else follows, together", [step({ reps: [8, 8] }), ...["01", "02"].map((part) => step({ kind: "forced", part_kind: "forced", part_key: part }))], "8 + 2 × forced"],
  ])("is told with %s", (_, steps, words) => {
    expect(plannedWords(steps)).toBe(words);
  });
});

describe("a set that was done", () => {
  it.each<[Partial<LoggedSet>, string]>([
    [{ reps: "8", load: "80.00 kg" }, "8 × 80 kg"],
    [{ seconds: 45 }, "45 s"],
    [{ seconds: "300" }, "5 min"],
    [{ seconds: 95 }, "1:35 min"],
    [{ meters: 400 }, "400 m"],
    [{}, "done"],
    [{ reps: 6, load: "80 kg", parts: { "02": { kind: "drop", reps: 4, load: "60 kg" }, "01": { kind: "drop", reps: 5, load: "70 kg" } } }, "6 × 80 kg → 5 × 70 kg → 4 × 60 kg"],
    [{ reps: 8, parts: { "01": { kind: "forced", reps: 1 }, "02": { kind: "forced", reps: 1 } } }, "8 + 1 + 1 forced"],
  ])("is told in short: %o", (more, words) => {
    expect(doneWords(set(more))).toBe(words);
  });

  it("is told with what was noted of it", () => {
    expect(detailWords(set({ side: "left", rpe: 8.5, pain: "trunk", note: "slow" }))).toBe("left · 1.5 in reserve · pain: lower back · slow");
    expect(detailWords(set({ kind: "warm-up", rpe: 5 }))).toBe("warm-up");
    expect(detailWords(set({ kind: "work", pauses: 0 }))).toBe("no pause: not a work set");
    expect([reserveOf(set({ rpe: "10" })), reserveOf(set({}))]).toEqual([0, null]);
  });
});

describe("a session by exercise", () => {
  const block = (key: string, more: Partial<Block> = {}): Block => ({ key, role: "main", exercise: key, name: key, variant: "usual", variant_name: "upright", how: "", sets: "", load_on: "stack", ...more });
  const planned = {
    id: "s",
    blocks: [block("warm", { role: "warm-up" }), block("a"), block("b")],
    steps: [step({ key: "warm.1", set_key: "warm.1", block: "warm" }), step({ reps: [8, 8] }), step({ key: "a.2", set_key: "a.2" }), step({ key: "b.1", set_key: "b.1", block: "b" })],
  } as unknown as SessionSteps;
  const session = (...sets: [string, Partial<LoggedSet>][]): ShownSession => ({
    id: "s",
    value: { start: "2026-11-23T18:00:00", name: "Legs" },
    sets: sets.map(([key, more]) => ({ id: `s:${key}`, value: set(more) })),
    planned,
    removed: false,
  });
  const told = (shown: ShownSession) => groups(shown).map(({ name, rows }) => `${name}: ${rows.map(({ done }) => (done ? "done" : "open")).join(" ")}`);

  it("shows what is planned and not done, without warm-ups that nobody logged", () => {
    expect(told(session(["a.1", { block: "a" }]))).toEqual(["a: done open", "b: open"]);
    expect(told(session(["warm.1", { block: "warm" }]))).toContain("warm: done");
  });

  it("puts added sets to their exercise and strange ones at the end; none is lost or shown twice", () => {
    const shown = session(["a.1", { block: "a" }], ["a.x1", { block: "a" }], ["z.1", { name: "Hop", exercise: "hop" }], ["z.2", { name: "Hop", exercise: "hop" }]);
    expect(told(shown)).toEqual(["a: done open done", "b: open", "Hop: done done"]);
    const ids = groups(shown).flatMap(({ rows }) => rows.flatMap(({ done }) => done?.id ?? []));
    expect([...ids].sort()).toEqual(shown.sets.map(({ id }) => id).sort());
  });

  it("names the exercise that stood in", () => {
    const [group] = groups(session(["a.1", { block: "a", name: "Hack squat", exercise: "hack-squat" }]));
    expect(group).toMatchObject({ name: "Hack squat", exercise: "hack-squat", variantName: "in place of a" });
  });

  it("begins a set that was not done as it was planned", () => {
    const [, group] = groups(session(["warm.1", { block: "warm" }]));
    const like = step({ key: "a.1L", reps: [8, 10], load: stack("80 kg"), side: "left" });
    expect(asPlanned("s", group as NonNullable<typeof group>, [like], 3)).toMatchObject({ session: "s", exercise: "a", reps: 8, load: "80 kg", side: "left", step: "a.1L", order: 3 });
  });
});
