/** The words of a check-in: its scales, and what was said in brief. */

import { listed, number } from "../pages/words";
import type { CheckIn, CyclePhase, Joint, Part } from "../types";

export const PART_NAMES: Record<Part, string> = { quads: "Quads", glutes: "Glutes", hams: "Hams", calves: "Calves" };
export const JOINT_NAMES: Record<Joint, string> = { trunk: "Back", hip: "Hips", knee: "Knees", ankle: "Ankles" };

export const SORENESS = ["not sore", "stiff", "sore", "very sore"] as const;
/** The levels that a tap goes through; any other is set beside. */
export const PAIN_STEPS = [0, 2, 4, 7] as const;
export const MOST_PAIN = 10;

/** A pain of 0 to 10 in words. */
export function painWord(level: number): string {
  if (level === 0) return "no pain";
  return level < 3 ? "mild pain" : level < 7 ? "pain" : "strong pain";
}

interface Scale {
  field: "sleep_quality" | "stress" | "hydration";
  label: string;
  words: readonly string[];
}

/** Each from 1 to 5. */
export const SCALES: readonly Scale[] = [
  { field: "sleep_quality", label: "How was the night?", words: ["Awful", "Poor", "OK", "Good", "Great"] },
  { field: "stress", label: "Stress", words: ["None", "Low", "Some", "High", "Severe"] },
  { field: "hydration", label: "Water so far", words: ["Dry", "Little", "OK", "Good", "Plenty"] },
];

export const HOURS = [4, 5, 6, 7, 8, 9] as const;

export const PHASES: readonly { value: CyclePhase; label: string }[] = [
  { value: "menstruation", label: "Period" },
  { value: "follicular", label: "Follicular" },
  { value: "ovulation", label: "Ovulation" },
  { value: "luteal", label: "Luteal" },
  { value: "cramps", label: "Cramps" },
];

/** What was said, a few words for each thing. */
export function inBrief(said: CheckIn): string[] {
  const scale = (at: number) => {
    const { field, words } = SCALES[at] as Scale;
    return said[field] ? (words[(said[field] as number) - 1] ?? "").toLowerCase() : "";
  };
  const hours = said.sleep == null ? "" : `${number(said.sleep)} h`;
  const sleep = [hours, scale(0)].filter(Boolean).join(", ");
  const sore = (Object.keys(PART_NAMES) as Part[]).filter((part) => said.soreness?.[part]).map((part) => `${PART_NAMES[part].toLowerCase()} ${SORENESS[said.soreness?.[part] ?? 0]}`);
  const hurts = (Object.keys(JOINT_NAMES) as Joint[]).filter((joint) => said.pain?.[joint]).map((joint) => `${JOINT_NAMES[joint].toLowerCase()} ${said.pain?.[joint]} of 10`);
  const cycle = (said.cycle ?? []).map((phase) => (PHASES.find(({ value }) => value === phase)?.label ?? phase).toLowerCase());
  return [
    sleep && `Sleep: ${sleep}`,
    scale(1) && `Stress: ${scale(1)}`,
    scale(2) && `Water: ${scale(2)}`,
    sore.length ? `Soreness: ${listed(sore)}` : "",
    hurts.length ? `Pain: ${listed(hurts)}` : "",
    cycle.length ? `Cycle: ${listed(cycle)}` : "",
  ].filter(Boolean) as string[];
}
