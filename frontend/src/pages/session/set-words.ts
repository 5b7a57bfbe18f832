/** Sets in words: as they were planned, and as they were done. */

import type { LoggedSet, PartKind, PlayStep, Range, SetPart } from "../../types";
import { number, plural } from "../words";
import { partsOf } from "./shapes";

const PART_WORDS: Record<PartKind, string> = {
  drop: "drop",
  forced: "forced",
  negative: "negatives",
  partials: "partials",
  pulses: "pulses",
  "rest-pause": "rest-pause",
  myo: "mini-set",
};

const span = ([low, high]: Range) => (low === high ? String(low) : `${low}–${high}`);
/** A mass without the zeros that end its decimals: `80.00 kg` is 80 kg. */
const massText = (mass: string | null | undefined) => (mass ?? "").replace(/(\.\d*?)0+(?= )/, "$1").replace(/\.(?= )/, "");

/** A stretch of time: 45 s, 5 min, 1:30 min. */
function secondsWords(given: number | string): string {
  const seconds = Number(given);
  if (seconds < 90) return `${number(seconds)} s`;
  const rest = Math.round(seconds % 60);
  return `${Math.floor(seconds / 60)}${rest ? `:${String(rest).padStart(2, "0")}` : ""} min`;
}

const holdWords = ([low, high]: Range) => (low === high ? secondsWords(high) : `${span([low, high])} s`);

/** What a planned set asks for: `8–10 × 80 kg`, with what follows inside it. */
export function plannedWords(steps: readonly PlayStep[]): string {
  const [first, ...rest] = steps.filter(({ set_key }) => set_key);
  if (!first) return "";
  const aim = first.hold ? holdWords(first.hold) : first.reps ? `${span(first.reps)}${first.unit === "steps" ? " steps" : ""}` : first.to_failure ? "to failure" : "";
  const own = [aim, loadWords(first)].filter(Boolean).join(" × ");
  const parts = rest.flatMap((step) => (step.part_kind ? [{ kind: step.part_kind, own: step.part_kind === "drop" ? loadWords(step) : "" }] : []));
  return withParts(own || first.text, parts);
}

function loadWords({ load }: PlayStep): string {
  if (!load || load.on === "bodyweight") return "";
  return massText(load.each ?? load.mass);
}

/** What follows inside a set: drops one by one, all else counted together. */
function withParts(own: string, parts: readonly { kind: PartKind; own: string }[]): string {
  const drops = parts.filter(({ kind }) => kind === "drop").map((part) => part.own || PART_WORDS.drop);
  const others = [...new Set(parts.map(({ kind }) => kind))]
    .filter((kind) => kind !== "drop")
    .map((kind) => {
      const same = parts.filter((part) => part.kind === kind);
      const amounts = same.map((part) => part.own).filter(Boolean);
      return amounts.length === same.length ? ` + ${amounts.join(" + ")} ${PART_WORDS[kind]}` : ` + ${same.length > 1 ? `${same.length} × ` : ""}${PART_WORDS[kind]}`;
    });
  return [own, ...drops].join(" → ") + others.join("");
}

/** What was done: `8 × 80 kg → 6 × 70 kg`. */
export function doneWords(set: LoggedSet): string {
  const own = [amountWords(set), massText(set.load)].filter(Boolean).join(" × ");
  return withParts(
    own || "done",
    partsOf(set).map(([, part]) => ({ kind: part.kind, own: partWords(part) })),
  );
}

function amountWords(set: LoggedSet): string {
  if (set.reps !== null && set.reps !== undefined) return number(set.reps);
  if (set.seconds !== null && set.seconds !== undefined) return secondsWords(set.seconds);
  return set.meters ? `${number(set.meters)} m` : "";
}

function partWords({ kind, reps, load, seconds }: SetPart): string {
  const own = reps !== null && reps !== undefined ? number(reps) : seconds ? secondsWords(seconds) : "";
  return kind === "drop" ? [own, massText(load)].filter(Boolean).join(" × ") : own;
}

/** What else was noted of a set: reserve, pauses, side, pain. */
export function detailWords(set: LoggedSet): string {
  const reserve = reserveOf(set);
  return [
    set.kind === "warm-up" && "warm-up",
    set.kind === "failure" && "to failure",
    set.side,
    reserve !== null && set.kind !== "warm-up" && `${number(reserve)} in reserve`,
    set.pauses ? plural(set.pauses, "pause") : set.kind === "work" && "no pause: not a work set",
    set.pain && `pain: ${set.pain === "trunk" ? "lower back" : set.pain}`,
    set.note,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Reps left in reserve, from the rating of perceived exertion: 10 less it. */
export function reserveOf(set: LoggedSet): number | null {
  return set.rpe === null || set.rpe === undefined ? null : 10 - Number(set.rpe);
}
