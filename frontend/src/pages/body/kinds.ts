/** What is measured: kinds of measures with their units, their steps, and where an entry begins. */

import type { MeasureKind } from "../../types";

export interface Kind {
  kind: MeasureKind;
  label: string;
  /** The unit for kilograms or pounds as the athlete's own. */
  unit: (mass: "kg" | "lb") => string;
  step: number;
  start: (mass: "kg" | "lb") => number;
  most: number;
  sides?: boolean;
  hint?: string;
  /** Words for the values, from 1. */
  words?: readonly string[];
}

const girth = (mass: "kg" | "lb") => (mass === "lb" ? "in" : "cm");
const inches = (cm: number) => (mass: "kg" | "lb") => (mass === "lb" ? Math.round(cm / 2.54) : cm);

export const BODY: readonly Kind[] = [
  { kind: "body-mass", label: "Body mass", unit: (mass) => mass, step: 0.1, start: (mass) => (mass === "lb" ? 155 : 70), most: 800, hint: "In the morning, before you eat and drink" },
  {
    kind: "waist",
    label: "Waist",
    unit: girth,
    step: 0.5,
    start: inches(80),
    most: 300,
    hint: "Midway between the lowest rib and the top of the hip bone, tape level, after breathing out",
  },
  { kind: "hip", label: "Hip", unit: girth, step: 0.5, start: inches(98), most: 300, hint: "Where it is widest, feet together" },
  { kind: "thigh", label: "Thigh", unit: girth, step: 0.5, start: inches(56), most: 200, sides: true, hint: "Halfway between hip crease and kneecap, weight on both feet" },
  { kind: "calf", label: "Calf", unit: girth, step: 0.5, start: inches(37), most: 150, sides: true, hint: "Where it is widest, weight on both feet" },
  { kind: "body-fat", label: "Body fat", unit: () => "%", step: 0.5, start: () => 20, most: 75, hint: "Always by the same device: it can miss by several points" },
];

export const SIGNS: readonly Kind[] = [
  { kind: "wall-sit", label: "Wall sit", unit: () => "s", step: 5, start: () => 60, most: 3600, hint: "Knees and hips at 90°, until you stand up" },
  {
    kind: "single-leg-stand",
    label: "Single-leg stand",
    unit: () => "s",
    step: 5,
    start: () => 30,
    most: 3600,
    sides: true,
    hint: "Eyes closed, until the other foot touches",
  },
  { kind: "stairs", label: "Stairs", unit: () => "floors", step: 1, start: () => 4, most: 500, hint: "Floors before you want to stop" },
  {
    kind: "squat-depth",
    label: "Squat depth",
    unit: () => "",
    step: 1,
    start: () => 2,
    most: 3,
    words: ["Above parallel", "Parallel", "Below parallel"],
  },
];

export const KINDS: readonly Kind[] = [...BODY, ...SIGNS];

const digits = (value: number) => String(Math.round(value * 10) / 10);

/** A value as it is said: `82.5 kg`, `Below parallel`. */
export function said(kind: Kind, value: number, unit: string): string {
  return kind.words?.[value - 1] ?? `${digits(value)} ${unit}`.trim();
}
