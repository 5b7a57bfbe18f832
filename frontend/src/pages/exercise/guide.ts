/** The guide of an exercise as the server gives it, and how its comparisons are put into columns and words. */

import { PARTS, capital, number } from "../words";

export interface Ask {
  what: string;
  unit: string;
  low: number;
  middle: number;
  high: number;
  /** The moment in the hardest position. */
  most?: number | null;
}

export interface Difference {
  group: "joint moment" | "share" | "fibre length";
  what: string;
  unit: string;
  usual: number;
  this: number;
  difference: number;
  /** In how many of 100 models it has that sign. */
  agree: number;
  settled: boolean;
}

export interface AgainstUsual {
  summary: string;
  why_unsettled: string;
  rows: readonly Difference[];
}

export interface GuideVariant {
  id: string;
  name: string;
  how: string;
  emphasis: string | null;
  has_figure: boolean;
  /** Why there is no figure. */
  why_not: string;
  /** null for the usual way, and where nothing was computed. */
  against_usual: AgainstUsual | null;
}

export interface Guide {
  id: string;
  name: string;
  pattern: string;
  level: string;
  equipment: readonly string[];
  cues: readonly string[];
  muscles: { prime: readonly string[]; assist: readonly string[] };
  asks: readonly Ask[];
  variants: readonly GuideVariant[];
  belongs: { where: string; sentence: string; why: string; source: string } | null;
  avoid: readonly { joint: string; advice: "avoid" | "reduce"; why: string }[];
  cautions: readonly string[];
  instead: readonly { id: string; name: string; needs: readonly string[] }[];
}

export interface Column {
  group: Difference["group"];
  what: string;
  /** Short enough for seven beside each other on a phone. */
  head: string;
}

const JOINTS: Readonly<Record<string, string>> = {
  "hip extension": "Hip",
  "knee extension": "Knee",
  "knee flexion": "Knee bend",
  "plantar flexion": "Ankle",
  "hip abduction": "Hip side",
  "hip adduction": "Hip side",
  "back extension": "Back",
};
/** The joints that have a column where something else has not. */
const FIRST_JOINTS = ["hip extension", "knee extension", "plantar flexion"];
const MOST_COLUMNS = 7;
/** Less is no change to speak of, of any unit. */
const LITTLE = 1;

/** The columns in which variants stand beside each other: the joints that change, then the parts. */
export function columnsOf(variants: readonly GuideVariant[]): Column[] {
  const rows = variants.flatMap(({ against_usual: against }) => against?.rows ?? []);
  const most = (group: Difference["group"], what: string) => Math.max(0, ...rows.filter((row) => row.group === group && row.what === what).map(({ difference }) => Math.abs(difference)));
  const has = (group: Difference["group"], what: string) => rows.some((row) => row.group === group && row.what === what);
  const parts = PARTS.filter((part) => has("share", part)).map((part): Column => ({ group: "share", what: part, head: capital(part) }));
  const joints = [...new Set(rows.filter(({ group }) => group === "joint moment").map(({ what }) => what))]
    .filter((what) => most("joint moment", what) >= LITTLE)
    .sort((a, b) => rank(a) - rank(b) || most("joint moment", b) - most("joint moment", a))
    .slice(0, MOST_COLUMNS - parts.length)
    .map((what): Column => ({ group: "joint moment", what, head: JOINTS[what] ?? capital(what) }));
  return [...joints, ...parts];
}

const rank = (what: string): number => (FIRST_JOINTS.includes(what) ? FIRST_JOINTS.indexOf(what) : FIRST_JOINTS.length);

/** What a variant changes of a column; null where it is hardly anything. */
export function differenceIn({ against_usual: against }: GuideVariant, { group, what }: Column): Difference | null {
  return against?.rows.find((row) => row.group === group && row.what === what) ?? null;
}

/** How far a difference can be relied on: what is not settled shows no direction. */
export function sureness({ difference, settled }: Difference): "settled" | "unsettled" | "same" {
  if (Math.abs(difference) < LITTLE) return "same";
  return settled ? "settled" : "unsettled";
}

/** +24, −7 or ±0 */
export function signed(value: number): string {
  const rounded = Math.round(value);
  return rounded === 0 ? "±0" : `${rounded > 0 ? "+" : "−"}${Math.abs(rounded)}`;
}

/** 86 N·m, 38 %; fibre lengths are percents of the optimal, which stands over them. */
export function told(value: number, { unit }: Pick<Difference, "unit">): string {
  return `${number(Math.round(value))} ${shortUnit(unit)}`;
}

export function toldChange({ difference, unit }: Pick<Difference, "difference" | "unit">): string {
  return `${signed(difference)} ${shortUnit(unit)}`;
}

const shortUnit = (unit: string): string => (unit.startsWith("%") ? "%" : unit);

export function agreement({ agree, settled }: Pick<Difference, "agree" | "settled">): string {
  return `${agree} of 100 models agree, ${settled ? "settled" : "not settled"}`;
}
