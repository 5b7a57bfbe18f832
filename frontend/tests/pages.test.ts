import { describe, expect, it } from "vitest";
import { linear, niceTicks, spread } from "../src/charts/scale";
import { merge } from "../src/log";
import { Things } from "../src/log/fold";
import type { ExerciseSession } from "../src/pages/logbook/statistics";
import { setsInShort, setsInWords } from "../src/pages/plan";
import { type Profile, takeWayOut } from "../src/pages/profile";
import { difference } from "../src/pages/session/SetSheet";
import { summary } from "../src/charts/LineChart";
import { METRICS, type Metric, historySeries, strengthNote, strengthSeries, unitOf } from "../src/pages/session/history";
import { type ServerSession, sessionNow } from "../src/pages/session/shapes";
import type { Change, LoggedSet, SessionSteps, Subject } from "../src/types";

describe("the set language", () => {
  it.each([
    ["2 x 10-12 rir 3", "2 × 10–12, 3 in reserve"],
    ["3 x hold 30s/side no rest", "3 × hold 30 s a side, no rest"],
    ["1 x 5 min @ bw", "1 × 5 min"],
    ["4 x 8-10 to failure rest 60-90s", "4 × 8–10 to failure, rest 60–90 s"],
    ["3 x 10 alternating not to failure", "3 × 10, alternating, not to failure"],
    ["2 x 8 drop 10 kg", "2 × 8, 10 kg less each time"],
    ["4 x 6 > 6 > 6", "4 × 6, then 6, then 6"],
    ["3 x 6 negative 4 s", "3 × 6 lowered over 4 s"],
  ])("%s is told as a lifter says it", (line, words) => {
    expect(setsInWords(line)).toBe(words);
  });

  it.each([
    ["4 x 8-10 to failure rest 60-90s", "4 × 8–10"],
    ["3 work x 20 rest 2 min", "3 × 20"],
    ["3 x hold 30s/side", "3 × 30 s a side"],
    ["4 x 6 > 6 > 6", "4 × 6, drops"],
    ["2 x 8 drop 10 kg", "2 × 8, drops"],
    ["1 x 12 rest-pause", "1 × 12, rest-pause"],
    ["2 x 8 +2 forced", "2 × 8, forced"],
    ["2 x 15 steps", "2 × 15 steps"],
  ])("%s is told in short", (line, words) => {
    expect(setsInShort(line)).toBe(words);
  });

  it("tells a line that does not begin with sets and reps as it is", () => {
    expect(setsInShort("pyramid 12-8")).toBe("pyramid 12–8");
  });
});

describe("a session as it is now", () => {
  const ID = "plan-1:2026-11-23";
  const server = (more: Partial<ServerSession> = {}): ServerSession => ({
    id: ID,
    start: "2026-11-23T18:00:00",
    name: "Quads",
    planned: null,
    sets: [
      { id: `${ID}:a.1`, name: "Squat", reps: 8, load: "80 kg" },
      { id: `${ID}:a.2`, name: "Squat", reps: 7, load: "80 kg", parts: [{ kind: "drop", reps: 5, load: "60 kg" }] },
    ],
    ...more,
  });
  const told = (...events: [Subject, string, Change][]): Things => {
    const things = new Things();
    events.forEach(([about, of, change], at) => {
      things.add({ id: `0199${at}`, at: "", device: "d1", about, of, change });
    });
    return things;
  };
  const none = new Map<string, Change[]>();
  const ids = (things: Things, patches: ReadonlyMap<string, readonly Change[]> = none) =>
    sessionNow(ID, server(), things, patches, null)?.sets.map(({ id }) => id.slice(ID.length + 1));

  it("is what the server said, with the keys that events give to the parts of a set", () => {
    const shown = sessionNow(ID, server(), told(), none, null);
    expect(shown?.value).toMatchObject({ name: "Quads", start: "2026-11-23T18:00:00" });
    expect(shown?.sets[1]?.value).toMatchObject({ session: ID, order: 2, parts: { "000": { kind: "drop", reps: 5, load: "60 kg" } } });
  });

  it("is changed by the events of this device, and then by what was just changed on the page", () => {
    const of = `${ID}:a.1`;
    const events = told(["set", of, { reps: 9 }], ["session", ID, { note: "good" }]);
    const shown = sessionNow(ID, server(), events, new Map([[of, [{ reps: 10 }, { pauses: 2 }]]]), null);
    expect(shown?.sets[0]?.value).toMatchObject({ reps: 10, pauses: 2, load: "80 kg" });
    expect(shown?.value.note).toBe("good");
  });

  it("leaves out sets that were removed or skipped, and shows them again when they are put back", () => {
    const of = `${ID}:a.1`;
    expect(ids(told(["set", of, { removed: true }]))).toEqual(["a.2"]);
    expect(ids(told(["set", of, { skipped: true }]))).toEqual(["a.2"]);
    expect(ids(told(["set", of, { removed: true }]), new Map([[of, [{ removed: null }]]]))).toEqual(["a.1", "a.2"]);
  });

  it("puts in sets that only this device knows, in their place, and none of other sessions", () => {
    const set = (session: string, order: number): Change => ({ session, name: "Squat", reps: 6, order });
    const events = told(["set", `${ID}:a.x1`, set(ID, 1.5)], ["set", "other:a.1", set("other", 1)]);
    expect(ids(events, new Map([[`${ID}:a.x2`, [set(ID, 3)]]]))).toEqual(["a.1", "a.x1", "a.2", "a.x2"]);
  });

  it("is known from this device alone while the server does not answer", () => {
    const steps = { id: ID } as SessionSteps;
    const events = told(["session", ID, { start: "2026-11-23T18:00:00", name: "Quads" }], ["set", `${ID}:a.1`, { session: ID, name: "Squat", reps: 8 }]);
    const shown = sessionNow(ID, null, events, none, steps);
    expect(shown).toMatchObject({ planned: steps, removed: false });
    expect(shown?.sets).toHaveLength(1);
    expect(sessionNow(ID, null, told(), none, steps)).toBeNull();
  });

  it("says that it was removed", () => {
    expect(sessionNow(ID, server(), told(["session", ID, { removed: true }]), none, null)?.removed).toBe(true);
  });
});

describe("the difference of two records", () => {
  const set: LoggedSet = { session: "s", name: "Squat", reps: 8, load: "80 kg", pain: "knee", parts: { "01": { kind: "drop", reps: 5, load: "60 kg" } } };

  it("names only what differs, and takes away by null", () => {
    expect(difference(set, { ...set, reps: 9, pain: null })).toEqual({ reps: 9, pain: null });
    expect(difference(set, { ...set, note: "good" })).toEqual({ note: "good" });
  });

  it("goes into the parts of a set", () => {
    expect(difference(set, { ...set, parts: { "01": { kind: "drop", reps: 6, load: "60 kg" } } })).toEqual({ parts: { "01": { reps: 6 } } });
  });

  it("is empty where nothing differs, missing and null being alike", () => {
    expect(difference(set, { ...set, note: null, parts: structuredClone(set.parts) })).toEqual({});
  });

  it("is the merge patch that leads from one to the other", () => {
    const other = { ...set, load: "82.5 kg", parts: { "01": { kind: "drop", reps: 5, load: null }, "02": { kind: "drop", reps: 3 } } };
    const { load: _, ...part } = other.parts["01"];
    expect(merge(set, difference(set, other))).toEqual({ ...other, parts: { ...other.parts, "01": part } });
  });
});

describe("a way out of a conflict", () => {
  const profile: Profile = { name: "me", days: { monday: "30 min", friday: "1 h" }, wishes: ["squats on monday", "no machines"], rest_days: ["sunday"] };
  const way = { rule: "minutes", about: "monday", instead: "42 min on monday would do", opens: true, leads_to: "a plan" };

  it("gives a day the minutes that would do, rounded up to five", () => {
    const taken = takeWayOut(profile, way);
    expect(taken).toEqual({ profile: { ...profile, days: { ...profile.days, monday: "45 min" } }, label: "Give Monday 45 min" });
  });

  it("opens a day that was a rest day", () => {
    const taken = takeWayOut(profile, { ...way, instead: "40 min on sunday would do" });
    expect(taken?.profile).toMatchObject({ days: { sunday: "40 min" }, rest_days: [] });
  });

  it("takes back one wish and keeps the others", () => {
    const taken = takeWayOut(profile, { ...way, rule: "wish", about: "no machines" });
    expect(taken?.profile.wishes).toEqual(["squats on monday"]);
    expect(taken?.label).toContain("no machines");
  });

  it("is none where it opens no plan, or can't be done by itself", () => {
    expect(takeWayOut(profile, { ...way, opens: false })).toBeNull();
    expect(takeWayOut(profile, { ...way, rule: "wish", about: "unknown" })).toBeNull();
    expect(takeWayOut(profile, { ...way, rule: "joints" })).toBeNull();
  });

  it("leaves the profile that it was given as it was", () => {
    const before = structuredClone(profile);
    takeWayOut(profile, way);
    takeWayOut(profile, { ...way, rule: "wish", about: "no machines" });
    expect(profile).toEqual(before);
  });
});

describe("ticks", () => {
  const samples = [[155, 191.3], [0, 1], [3, 3], [0], [-5, 5], [0.12, 0.19], [99.9, 100], [2, 37], [1200, 48_000]];

  it.each(samples)("enclose all values with even, round steps: %s, %s", (...values: (number | undefined)[]) => {
    const given = values.filter((value) => value !== undefined);
    const ticks = niceTicks(given);
    const steps = ticks.slice(1).map((tick, at) => tick - (ticks[at] as number));
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks[0]).toBeLessThanOrEqual(Math.min(...given));
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...given));
    const step = steps[0] as number;
    for (const one of steps) expect(one).toBeCloseTo(step, 9);
    const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
    expect([1, 2, 2.5, 5].some((round) => Math.abs(leading - round) < 1e-6)).toBe(true);
  });

  it("waste no room: without the first or the last a value would be outside", () => {
    for (const values of samples.filter(([low, high]) => high !== undefined && low !== high)) {
      const ticks = niceTicks(values);
      expect(ticks[1]).toBeGreaterThan(Math.min(...values));
      expect(ticks.at(-2)).toBeLessThan(Math.max(...values));
    }
  });

  it("begin at zero where that is asked for, even for values that are all zero", () => {
    expect(niceTicks([33, 15], 2, true)).toEqual([0, 20, 40]);
    expect(niceTicks([0, 0], 2, true)).toEqual([0, 0.5, 1]);
  });

  it("are spread so that the last is always shown", () => {
    expect(spread([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
    expect(spread([1, 2], 5)).toEqual([1, 2]);
    expect(linear([10, 20], [0, 100])(12)).toBeCloseTo(20);
  });
});

describe("the lines of an exercise", () => {
  const session = (date: string, more: Partial<ExerciseSession>): ExerciseSession =>
    ({ session: date, date, variant: null, sets: 3, reps: 24, volume: null, e1rm: null, longest: null, top: { name: "Squat" }, ...more }) as unknown as ExerciseSession;
  const metric = (wanted: Metric) => METRICS.find(({ value }) => value === wanted) as (typeof METRICS)[number];

  it("have a point for each day, the best of it, in the order of days", () => {
    const given = [session("2026-11-09", { e1rm: "190 kg" }), session("2026-11-02", { e1rm: "180 kg" }), session("2026-11-09", { e1rm: "185 kg" })];
    expect(historySeries(given, metric("e1rm"), null)).toEqual([
      { name: "all", points: [{ date: "2026-11-02", value: 180 }, { date: "2026-11-09", value: 190 }] },
    ]);
  });

  it("are in the unit of the latest session, pounds and kilograms made alike", () => {
    const given = [session("2026-11-02", { e1rm: "225 lb" }), session("2026-11-09", { e1rm: "100 kg" })];
    expect(unitOf(given, metric("e1rm"))).toBe("kg");
    expect(historySeries(given, metric("e1rm"), null)[0]?.points[0]?.value).toBeCloseTo(102.06, 2);
    expect(historySeries([...given].reverse(), metric("e1rm"), null)[0]?.points.at(-1)?.value).toBeCloseTo(220.46, 2);
  });

  it("are apart for each variant where they are named", () => {
    const given = [session("2026-11-02", { reps: 20, variant: "narrow" }), session("2026-11-09", { reps: 22 })];
    const series = historySeries(given, metric("reps"), (variant) => variant ?? "usual");
    expect(series.map(({ name, points }) => [name, points.length])).toEqual([["narrow", 1], ["usual", 1]]);
    expect(unitOf(given, metric("reps"))).toBe("reps");
  });

  it("leave out sessions that say nothing of the metric", () => {
    expect(historySeries([session("2026-11-02", { reps: 0 })], metric("reps"), null)).toEqual([]);
    expect(historySeries([session("2026-11-02", {})], metric("longest"), null)).toEqual([]);
  });
});

describe("strength over time", () => {
  const point = (date: string, e1rm: number, more = {}) => ({ date, e1rm: `${e1rm} kg`, low: `${e1rm - 10} kg`, high: `${e1rm + 10} kg`, at_least: false, ...more });

  it("has a band, marks lower bounds, and is told of the later session of a day", () => {
    const series = strengthSeries([point("2026-03-02", 100), point("2026-03-02", 104), point("2026-03-05", 106, { at_least: true })]);
    expect(series[0]?.points).toEqual([
      { date: "2026-03-02", value: 104, band: [94, 114], atLeast: false },
      { date: "2026-03-05", value: 106, band: [96, 116], atLeast: true },
    ]);
    expect(summary("Strength", "kg", series)).toContain("80 % band 96–116 kg");
  });

  it("says what hollow points mean only where there are some", () => {
    expect(strengthNote([point("2026-03-02", 100)])).not.toContain("Hollow");
    expect(strengthNote([point("2026-03-02", 100, { at_least: true })])).toContain("lower bounds");
  });

  it("is no line where the log shows none", () => {
    expect(strengthSeries([])).toEqual([]);
  });
});
