/** What a check-in makes of a session: the rules that came with it, obeyed without a network. */

import type { CheckIn, CheckInRule, Day, Part, SessionSteps, Sign } from "../types";

/** What is known when rules are asked. */
export interface Told {
  date: Day;
  checkIn: (date: Day) => CheckIn | null;
  /** How long ago a part was last trained hard [h]; infinite if not lately. */
  hoursSince: (part: Part) => number;
}

/** How a block is done today otherwise than planned. */
export interface BlockToday {
  leftOut: boolean;
  swap: string | null;
  /** What is left of the load. */
  share: number;
  /** How many sets are taken off; one always stays. */
  setsLess: number;
}

export interface Today {
  /** The rules that hold, the strongest of each topic, those that are overruled too. */
  holding: readonly CheckInRule[];
  overruled: ReadonlySet<string>;
  /** The blocks that change. */
  blocks: ReadonlyMap<string, BlockToday>;
}

const DAY_MS = 86_400_000;

/** The rules that hold, the strongest of each topic. */
export function rulesThatHold(rules: readonly CheckInRule[], told: Told): CheckInRule[] {
  const strongest = new Map<string, CheckInRule>();
  for (const rule of rules) {
    if (rule.when.every((sign) => isSaid(sign, told))) strongest.set(rule.topic, rule);
  }
  return [...strongest.values()];
}

function isSaid(sign: Sign, { date, checkIn, hoursSince }: Told): boolean {
  if (sign.after != null && hoursSince(sign.at as Part) < sign.after) return false;
  for (let day = 0; day < (sign.days ?? 1); day++) {
    const said = numberOf(checkIn(new Date(Date.parse(`${date}T00:00:00Z`) - day * DAY_MS).toISOString().slice(0, 10)), sign);
    if (said === null || (sign.least != null && said < sign.least) || (sign.below != null && said >= sign.below)) return false;
  }
  return true;
}

/** What a check-in says of a sign; nothing of a part or a joint is as good as a zero. */
function numberOf(checkIn: CheckIn | null, { of, at }: Sign): number | null {
  const said = of === "soreness" ? checkIn?.soreness?.[at as Part] : of === "pain" ? checkIn?.pain?.[at as "knee"] : checkIn?.[of];
  return said == null ? null : Number(said);
}

/**
 * What the rules make of a session. They don't add up: the least share and the most sets count. What stands in must
 * spare every joint that hurts so much that something else is done for it.
 */
export function sessionToday(session: SessionSteps, told: Told, overruled: ReadonlySet<string>): Today {
  const holding = rulesThatHold(session.readiness ?? [], told);
  const obeyed = holding.filter(({ id }) => !overruled.has(id));
  const toSpare = obeyed.filter((rule) => rule.joint && (rule.do === "swap" || rule.do === "leave-out"));
  const blocks = new Map<string, BlockToday>();
  for (const block of session.blocks) {
    const mine = obeyed.filter((rule) => rule.blocks?.includes(block.key));
    if (!mine.length) continue;
    const others = (block.alternatives ?? []).map(({ exercise }) => exercise);
    const taken = new Set([...blocks.values()].map(({ swap }) => swap));
    const change = changed(mine, toSpare, others, taken);
    if (change.leftOut || change.swap || change.share < 1 || change.setsLess) blocks.set(block.key, change);
  }
  return { holding, overruled, blocks };
}

function changed(mine: readonly CheckInRule[], toSpare: readonly CheckInRule[], others: readonly string[], taken: ReadonlySet<string | null>): BlockToday {
  const out: BlockToday = { leftOut: true, swap: null, share: 1, setsLess: 0 };
  if (mine.some((rule) => rule.do === "leave-out" || rule.do === "move")) return out;
  const spares = (rule: CheckInRule, exercise: string) => rule.swap_to?.includes(exercise) ?? false;
  const hurting = mine.filter((rule) => rule.do === "swap");
  const sparing = others.filter((exercise) => toSpare.every((rule) => spares(rule, exercise)));
  const swap = hurting.length ? (sparing.find((exercise) => !taken.has(exercise)) ?? sparing[0] ?? null) : null;
  // What spares one joint is not for the other.
  if (swap === null && hurting.some((rule) => others.some((exercise) => spares(rule, exercise)))) return out;
  const eased = swap === null ? mine : mine.filter((rule) => rule.do !== "swap");
  return {
    leftOut: false,
    swap,
    share: Math.min(1, ...eased.map((rule) => rule.share ?? 1)),
    setsLess: Math.max(0, ...eased.map((rule) => rule.sets_less ?? 0)),
  };
}
