/** The player's words for what a step asks. */

import type { PlayStep } from "../types";
import { span } from "./progress";
import type { RunStep } from "./run";

/** Seconds as "1:05", or "45". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A stretch of seconds in words, such as "45 s" or "1:30 min". */
export const seconds = (value: number): string => (value < 60 ? `${Math.round(value)} s` : `${clock(value)} min`);

/** Which set it is: "Set 2 of 4", "Ramp-up set", "Set 1, drop 3". */
export function placeInSet(step: RunStep): string {
  const number = step.set_number ?? 1;
  if (step.kind === "set") {
    const told = /^(?:.*?set \d+ of \d+|ramp-up set|test set \d+)/i.exec(step.text)?.[0];
    if (told && !step.key.includes(".x")) return told;
    return (step.sets ?? 1) === 1 || step.open ? `Set ${number}` : `Set ${number} of ${step.sets}`;
  }
  const names: Partial<Record<PlayStep["kind"], string>> = {
    drop: `Set ${number}, drop ${Math.max(1, (step.link ?? 2) - 1)}`,
    forced: "Forced reps",
    negative: "Negatives",
    partials: "Partial reps",
    pulses: "Pulses",
    "rest-pause": "Rest-pause",
    myo: "Myo-reps",
  };
  return names[step.kind] ?? "";
}

/** What is to be done before a link of a chain: "Move the pin to 115 kg", "Strip one plate (15 kg)"; null at its start. */
export function moveOf(step: RunStep): string | null {
  return step.kind === "drop" ? (step.text.split(":")[0] ?? null) : null;
}

/** What the text of a set says beside its place, reps and load, such as "well short of failure". */
export function detailOf(step: RunStep): string {
  if (step.kind !== "set" || step.technique?.length) return "";
  const aim = step.text.slice(step.text.indexOf(": ") + 1);
  const rest = aim.split(/[,;] /).slice(1).join(", ");
  return rest ? rest[0]?.toUpperCase() + rest.slice(1) : "";
}

export interface Aim {
  figure: string;
  unit: string;
}

/** What is aimed at, as a large figure and its unit. */
export function aimOf(step: PlayStep): Aim {
  if (step.hold) return { figure: step.hold[0] === step.hold[1] ? clock(step.hold[1]) : `${clock(step.hold[0])}–${clock(step.hold[1])}`, unit: step.hold[1] < 60 ? "seconds" : "minutes" };
  const each = step.side === "in-turn" ? " each side" : "";
  const unit = step.unit ?? "reps";
  if (step.reps) return { figure: span(step.reps), unit: `${step.reps[1] === 1 ? unit.replace(/s$/, "") : unit}${each}${step.to_failure ? ", to failure" : ""}` };
  return step.to_failure ? { figure: "Max", unit: `${unit}${each}` } : { figure: "", unit: "" };
}

export const SIDES = { left: "Left", right: "Right", "in-turn": "Sides in turn" } as const;

/** What comes next in a few words, for rests and the lock screen. */
export function inShort(name: string, step: RunStep): string {
  const { figure, unit } = aimOf(step);
  const side = step.side === "left" || step.side === "right" ? `, ${step.side}` : "";
  const load = step.load?.text ? `, ${step.load.text}` : "";
  return `${name}${side}${figure ? `: ${figure} ${unit}` : ""}${load}`;
}
