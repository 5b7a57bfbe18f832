/** The athlete's profile as the server keeps it, its choices in words, and how ways out of a conflict change it. */

import type { WayOut } from "../api";
import { type PartName, WEEKDAYS, type WeekdayName, addDays, amount, capital, weekdayIndex } from "./words";

type MassUnit = "kg" | "lb";

export interface Pain {
  joint: string;
  severity: number;
  weeks?: number;
  after_impact?: boolean;
}

export interface Run {
  kind?: string;
  distance?: string | null;
  time?: string | null;
}

/** The fields of a profile file; what is left out is as the server takes it to be. */
export interface Profile {
  name: string;
  days: Partial<Record<WeekdayName, string>>;
  level?: string;
  sex?: string | null;
  birth_year?: number | null;
  height?: string | null;
  body_mass?: string | null;
  activity?: number | null;
  mass_goal?: MassGoal | null;
  free_meal?: string | null;
  units?: MassUnit;
  goal?: string;
  method?: string | null;
  ranking?: PartName[];
  lagging?: PartName[];
  rest_days?: WeekdayName[];
  other_training?: Partial<Record<WeekdayName, string[]>>;
  runs?: Partial<Record<WeekdayName, Run>>;
  race?: { date: string; distance?: string | null } | null;
  trade_mileage?: boolean;
  place?: string;
  has?: string[];
  lacks?: string[];
  partner?: boolean | WeekdayName[];
  cage?: boolean;
  pain?: Pain[];
  avoid?: string[];
  wishes?: string[];
  increments?: Record<string, string | null>;
  gear?: Gear;
  time_zone?: string | null;
  training_time?: string | null;
}

/** A body mass to reach, by when, and the day it was set. */
export interface MassGoal {
  to: string;
  by: string;
  since?: string | null;
}

/** What can be put on; where nothing is said, what a usual gym has. */
export interface Gear {
  bars?: Record<string, string>;
  plates?: string[];
  dumbbells?: string[];
  kettlebells?: string[];
  stack?: Stack | null;
  stacks?: Record<string, Stack>;
}

export interface Stack {
  lightest: string;
  step: string;
  heaviest?: string | null;
}

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

export const GOALS: Option[] = [
  { value: "grow", label: "Bigger, stronger legs", hint: "Hard sets come first" },
  { value: "hips", label: "Shape the hips", hint: "Glutes lead" },
  { value: "leaner", label: "Get leaner", hint: "Adds a circuit day" },
  { value: "lose-weight", label: "Lose weight", hint: "Keeps the muscle" },
  { value: "performance", label: "Run and jump better", hint: "Jumps while fresh" },
  { value: "tighter-core", label: "A tighter core", hint: "Trunk on every leg day" },
  { value: "longevity", label: "Stay strong for long", hint: "Never to failure" },
];

export const LEVELS: Option[] = [
  { value: "beginner", label: "New to it", hint: "Less than half a year" },
  { value: "intermediate", label: "Some experience", hint: "I know the lifts" },
  { value: "advanced", label: "Experienced", hint: "Years of hard training" },
];

export const PLACES: Option[] = [
  { value: "gym", label: "Gym", hint: "Machines, bars, dumbbells" },
  { value: "home-dumbbells", label: "Home with dumbbells", hint: "Also bands and a bench" },
  { value: "bodyweight", label: "Anywhere", hint: "My body, a wall, a chair" },
];

export const SEXES: Option[] = [
  { value: "", label: "Not said" },
  { value: "female", label: "Woman" },
  { value: "male", label: "Man" },
];

/** Usual days with training and runs left out; see docs/profile.md. */
export const ACTIVITIES: Option[] = [
  { value: "1.4", label: "Sitting", hint: "A desk, a car, a sofa" },
  { value: "1.5", label: "Some walking", hint: "Errands, stairs, a walk; taken if you don’t say" },
  { value: "1.65", label: "On my feet", hint: "Shop, ward, classroom, small children" },
  { value: "1.9", label: "Hard labour", hint: "Building, farming, carrying all day" },
];

export const MASS_UNITS: Option[] = [
  { value: "kg", label: "Kilograms" },
  { value: "lb", label: "Pounds" },
];

export const JOINTS: Option[] = ["hip", "knee", "ankle", "trunk"].map((value) => ({
  value,
  label: value === "trunk" ? "Lower back" : capital(value),
}));

export const METHODS: Option[] = [
  { value: "best", label: "Best for me", hint: "Put together from all of them" },
  { value: "priority-split", label: "Priority split", hint: "The worst part first" },
  { value: "circuit", label: "Circuit", hint: "Strength and jumps, anywhere" },
  { value: "machine-day", label: "Machine day", hint: "One day, three machines" },
  { value: "foundation", label: "Foundation", hint: "Hips first" },
];

export const TRAININGS = [
  "chest", "back", "shoulders", "arms", "run", "hard-run", "long-run", "cycling", "swimming", "sport",
];

export const SESSION_MINUTES = [30, 45, 60, 75, 90] as const;

/** Pain at these joints: what is known of it, else as much as most who name it feel. */
export function painAt(joints: readonly string[], known: readonly Pain[]): Pain[] {
  return joints.map((joint) => known.find((one) => one.joint === joint) ?? { joint, severity: 3 });
}

/** Today and every other day after it, three in all: the first session can begin at once. */
export function firstDays(today: string): WeekdayName[] {
  return [0, 2, 4].map((days) => WEEKDAYS[weekdayIndex(addDays(today, days))] as WeekdayName);
}

export function dayMinutes(profile: Profile, day: WeekdayName): number | null {
  const text = profile.days[day];
  if (!text) return null;
  const hours = /(\d+) *h/.exec(text)?.[1];
  const rest = /(\d+) *min/.exec(text)?.[1];
  if (hours === undefined && rest === undefined) return amount(text);
  return Number(hours ?? 0) * 60 + Number(rest ?? 0);
}

/** The profile with other minutes for legs on a day; null takes the day out. */
export function withDay(profile: Profile, day: WeekdayName, minutes: number | null): Profile {
  const days = { ...profile.days };
  if (minutes === null) delete days[day];
  else days[day] = `${minutes} min`;
  const rest = (profile.rest_days ?? []).filter((one) => minutes === null || one !== day);
  return { ...profile, days, rest_days: rest };
}

/** The profile that a way out asks for, and the words of its button; null where it can't be done by itself. */
export function takeWayOut(profile: Profile, way: WayOut): { profile: Profile; label: string } | null {
  if (!way.opens) return null;
  const time = /^(\d+) min on (\w+) would do$/.exec(way.instead);
  if (way.rule === "minutes" && time) {
    const day = time[2] as WeekdayName;
    const enough = Math.ceil(Number(time[1]) / 5) * 5;
    return { profile: withDay(profile, day, enough), label: `Give ${capital(day)} ${enough} min` };
  }
  const wishes = profile.wishes ?? [];
  if (way.rule === "wish" && wishes.includes(way.about)) {
    return {
      profile: { ...profile, wishes: wishes.filter((wish) => wish !== way.about) },
      label: `Give up “${way.about}”`,
    };
  }
  return null;
}
