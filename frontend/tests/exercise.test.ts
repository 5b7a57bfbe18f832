import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { figuresOf, keepFigures } from "../src/figure/ahead";
import { apart, styleFor } from "../src/figure/drawing";
import { figurePath, keptFigure } from "../src/figure/figures";
import { cameFrom, exercisePage, fits, foundBy } from "../src/pages/exercise/find";
import { type Difference, type GuideVariant, agreement, columnsOf, differenceIn, signed, sureness, told } from "../src/pages/exercise/guide";
import type { Block, PlayStep, SessionSteps } from "../src/types";

const row = (group: Difference["group"], what: string, difference: number, more: Partial<Difference> = {}): Difference => ({
  group,
  what,
  unit: group === "joint moment" ? "N·m" : "%",
  usual: 50,
  this: 50 + difference,
  difference,
  agree: 97,
  settled: true,
  ...more,
});
const variant = (id: string, rows: readonly Difference[] | null): GuideVariant => ({
  id,
  name: id,
  how: "",
  emphasis: null,
  has_figure: true,
  why_not: "",
  against_usual: rows && { summary: "", why_unsettled: "", rows },
});

describe("variants side by side", () => {
  const high = variant("high", [row("joint moment", "knee extension", -37), row("share", "quads", -12), row("share", "vastus medialis", -5)]);
  const wide = variant("wide", [row("joint moment", "hip extension", -7, { settled: false }), row("share", "calves", 3), row("fibre length", "soleus", 9)]);

  it("have a column for each joint and part that changes in any of them, joints first", () => {
    expect(columnsOf([variant("usual", null), high, wide]).map(({ head }) => head)).toEqual(["Hip", "Knee", "Quads", "Calves"]);
  });

  it("never have more than seven columns, and drop the joints that change least", () => {
    const joints = ["hip extension", "knee extension", "plantar flexion", "hip abduction", "back extension", "hip adduction"];
    const all = variant("all", [
      ...joints.map((what, at) => row("joint moment", what, 60 - 10 * at)),
      ...["glutes", "quads", "hams", "calves"].map((what) => row("share", what, 6)),
    ]);
    expect(columnsOf([all]).map(({ what }) => what)).toEqual(["hip extension", "knee extension", "plantar flexion", "glutes", "quads", "hams", "calves"]);
  });

  it("say nothing where a variant hardly changes a column", () => {
    const [hip, knee] = columnsOf([high, wide]) as [ReturnType<typeof columnsOf>[number], ReturnType<typeof columnsOf>[number]];
    expect(differenceIn(high, hip)).toBeNull();
    expect(differenceIn(high, knee)?.difference).toBe(-37);
  });

  it("tell how sure a difference is", () => {
    expect(sureness(row("share", "quads", -12))).toBe("settled");
    expect(sureness(row("share", "quads", -12, { settled: false }))).toBe("unsettled");
    expect(sureness(row("share", "quads", 0.4))).toBe("same");
    expect(agreement({ agree: 97, settled: false })).toBe("97 of 100 models agree, not settled");
  });

  it("write numbers as they are read", () => {
    expect([signed(26.4), signed(-0.2), signed(-7)]).toEqual(["+26", "±0", "−7"]);
    expect([told(86.6, { unit: "N·m" }), told(135, { unit: "% of optimal" })]).toEqual(["87 N·m", "135 %"]);
  });
});

describe("finding an exercise", () => {
  const squat = { name: "Barbell back squat", names: ["Squat (Barbell)", "Low Bar Squat"], variants: [{ id: "wide", name: "Wide stance", how: "" }] };

  it("takes the beginnings of words in any order", () => {
    expect(fits(squat.name, "squ barb")).toBe(true);
    expect(fits(squat.name, "quat")).toBe(false);
  });

  it("finds by what apps call it and by a variant, and says so", () => {
    expect(foundBy(squat, "back sq")).toBe("");
    expect(foundBy(squat, "low bar")).toBe("Low Bar Squat");
    expect(foundBy(squat, "squat wide")).toBe("Barbell back squat: wide stance");
    expect(foundBy(squat, "deadlift")).toBeNull();
  });

  it("leads back to the page it came from, and to none of elsewhere", () => {
    expect(exercisePage("squat", "wide", "/plan")).toBe("/exercise/squat?variant=wide&from=%2Fplan");
    expect(cameFrom("?variant=wide&from=%2Fplan", "/exercises")).toBe("/plan");
    expect(cameFrom("?from=//example.org", "/exercises")).toBe("/exercises");
    expect(cameFrom("?from=javascript:alert(1)", "/exercises")).toBe("/exercises");
    expect(cameFrom("", "/log")).toBe("/log");
  });
});

describe("the style of a picture", () => {
  const css = ".a{animation:2s k}@media(prefers-reduced-motion:reduce){.a{animation:none}}@media (prefers-color-scheme: dark) { .a { fill: #fff } }";

  it("is taken out of the picture whole, with its entities read", () => {
    const found = apart(`<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[.a{}]]></style><g style="fill:red"/><style>.b &gt; .c{}</style></svg>`);
    expect(found.css).toBe(".a{}\n.b > .c{}");
    expect(found.markup).not.toMatch(/<style|[^-]style=/);
  });

  it("moves on request whatever the device asks for, and stands with all its poses where it is to", () => {
    expect(styleFor(css, true)).toContain("@media not all {.a{animation:none}}");
    expect(styleFor(css, false)).toContain("@media all {.a{animation:none}}");
  });

  it("leaves light and dark to the app", () => {
    expect(styleFor(css, true)).toContain("@media  not all  { .a { fill: #fff } }");
  });
});

describe("figures for the sessions of this device", () => {
  const session = (date: string, blocks: [string, string][], steps: Partial<PlayStep>[] = [], alternatives: string[] = []): SessionSteps => ({
    id: date,
    plan: "p",
    date,
    weekday: "monday",
    week: 1,
    deload: false,
    name: "Legs",
    minutes: 60,
    parts: [],
    blocks: blocks.map(([key, exercise]) => ({
      key,
      exercise,
      variant: "usual",
      alternatives: alternatives.map((one) => ({ exercise: one, variant: "usual", steps: [] })),
    })) as unknown as Block[],
    steps: steps as PlayStep[],
  });
  afterEach(() => vi.unstubAllGlobals());

  it("are those of the next sessions at the tempo of their sets, then of what may stand in", () => {
    const later = session("2026-11-25", [["a", "deadlift"]]);
    const afterAWeek = session("2026-12-02", [["a", "glute-bridge"]], [], ["frog-pump"]);
    const first = session(
      "2026-11-23",
      [["a", "squat"], ["b", "leg-press"]],
      [
        { block: "a", set_key: "a.1", tempo: [3, 1, 0, 1] },
        { block: "a", set_key: "a.2", tempo: [3, 1, 0, 1] },
        { block: "b", set_key: "b.1" },
        { block: "b", set_key: null, tempo: [9, 9, 9, 9] },
      ],
      ["belt-squat"],
    );
    const past = session("2026-11-20", [["a", "lunge"]]);
    expect(figuresOf([afterAWeek, later, past, first, session("2026-12-24", [["a", "step-up"]])], "2026-11-23")).toEqual([
      "/api/exercises/squat/figures/usual?tempo=3-1-x-1",
      "/api/exercises/leg-press/figures/usual",
      "/api/exercises/deadlift/figures/usual",
      "/api/exercises/glute-bridge/figures/usual",
      "/api/exercises/belt-squat/figures/usual",
    ]);
  });

  it("are kept, once for all sessions; that there is none is kept as well", async () => {
    const asked: string[] = [];
    const figure = { text: "Down and up.", views: [], muscles: [] };
    vi.stubGlobal("fetch", async (path: string) => {
      asked.push(path);
      return path.includes("stretch") ? new Response("{}", { status: 404 }) : Response.json(figure);
    });
    const sessions = [session("2026-11-23", [["a", "squat"], ["b", "stretch"]]), session("2026-11-25", [["a", "squat"]])];
    await keepFigures(sessions, "2026-11-23");
    await keepFigures([...sessions].reverse(), "2026-11-24");
    expect(asked).toEqual([figurePath("squat", "usual"), figurePath("stretch", "usual")]);
    expect((await keptFigure(figurePath("squat", "usual")))?.figure).toEqual(figure);
    expect((await keptFigure(figurePath("stretch", "usual")))?.figure).toBeNull();
  });

  it("that could not be had are tried again", async () => {
    let connected = false;
    vi.stubGlobal("fetch", async () => {
      if (!connected) throw new TypeError("no network");
      return Response.json({ text: "", views: [], muscles: [] });
    });
    const sessions = [session("2026-11-23", [["a", "hack-squat"]])];
    await keepFigures(sessions, "2026-11-23");
    expect(await keptFigure(figurePath("hack-squat", "usual"))).toBeUndefined();
    connected = true;
    await keepFigures(sessions, "2026-11-23");
    expect(await keptFigure(figurePath("hack-squat", "usual"))).toBeDefined();
  });
});
