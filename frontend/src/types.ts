/** The shapes that the server and this app speak: see src/legday/session/model.py and src/legday/log/events.py. */

/** A mass with its unit as entered, such as "80 kg" or "175 lb". */
export type Mass = string;
/** A number that the server may send as text, so that no digit is lost. */
export type Decimal = number | string;
/** A day, such as "2026-11-23". */
export type Day = string;

export type Part = "glutes" | "quads" | "hams" | "calves";
export type Joint = "trunk" | "hip" | "knee" | "ankle";
export type SetKind = "normal" | "warm-up" | "drop" | "failure" | "work";
export type Side = "left" | "right";
export type PartKind = "drop" | "forced" | "negative" | "partials" | "pulses" | "rest-pause" | "myo";
export type StepKind = "set" | PartKind | "rest" | "side-change" | "station-change";
export type Role = "warm-up" | "support" | "main" | "finish" | "stretch";
export type Trigger = "fewer-reps" | "no-pause-needed" | "too-sore" | "machine-taken" | "out-of-time" | "warm-up-heavy";
export type Answer = "lower-load" | "heavier-next-time" | "leave-out" | "swap" | "finish";
export type MeasureKind =
  | "body-mass"
  | "body-fat"
  | "waist"
  | "hip"
  | "thigh"
  | "calf"
  | "wall-sit"
  | "single-leg-stand"
  | "stairs"
  | "squat-depth";
/** Lowest and highest. */
export type Range = readonly [number, number];

export interface Loading {
  mass: Mass;
  text: string;
  on: "barbell" | "dumbbells" | "dumbbell" | "kettlebell" | "stack" | "plates" | "band" | "bodyweight";
  bar?: Mass | null;
  per_side?: readonly Mass[];
  /** The plates on the one peg of a machine, the innermost first. */
  peg?: readonly Mass[];
  pin?: Mass | null;
  each?: Mass | null;
  why?: string;
}

export interface TechniqueChange {
  from_rep: number;
  say: string;
}

export interface WhatIf {
  when: Trigger;
  do: Answer;
  say: string;
  below?: number | null;
  load?: Loading | null;
  part?: Part | null;
  blocks?: readonly string[];
  swap_to?: readonly string[];
  /** Reps in reserve under which "warm-up-heavy" holds. */
  reserve?: number | null;
}

/** One thing that a check-in says; see src/legday/progress/readiness.py. */
export interface Sign {
  of: "sleep" | "sleep_quality" | "stress" | "hydration" | "soreness" | "pain";
  at?: Part | Joint | null;
  least?: number | null;
  below?: number | null;
  /** In so many days in a row. */
  days?: number;
  /** Only so many hours after the part was last trained. */
  after?: number | null;
}

/** What is done when a check-in says all of some signs, on some blocks of a session. */
export interface CheckInRule {
  id: string;
  topic: string;
  when: readonly Sign[];
  do: "lighter" | "fewer-sets" | "swap" | "leave-out" | "move";
  say: string;
  because: string;
  source: string;
  part?: Part | null;
  joint?: Joint | null;
  share?: number;
  sets_less?: number;
  blocks?: readonly string[];
  swap_to?: readonly string[];
}

export interface PlayStep {
  key: string;
  block: string;
  kind: StepKind;
  text: string;
  say: string;
  seconds: number;
  set_number?: number;
  sets?: number;
  link?: number;
  set_key?: string | null;
  part_key?: string | null;
  part_kind?: PartKind | null;
  set_kind?: SetKind;
  reps?: Range | null;
  hold?: Range | null;
  rest?: Range | null;
  unit?: "reps" | "steps";
  to_failure?: boolean;
  reserve?: Range | null;
  /** How probable the least reps are, where the log shows strength. */
  chance?: number | null;
  side?: Side | "in-turn" | null;
  load?: Loading | null;
  /** The part of the written load that it is, where that is known. */
  share?: number | null;
  /** Seconds of lowering, at the bottom, of lifting, at the top. */
  tempo?: readonly [number, number, number, number] | null;
  pause_seconds?: number | null;
  cues?: readonly { name: string; reps?: number | null }[];
  technique?: readonly TechniqueChange[];
  partner?: string;
  /** What to do instead without a partner. */
  alone?: string;
  what_if?: readonly WhatIf[];
}

/** With so many reps in reserve or more after a test set, the next one takes up to `share` times its load. */
export interface RampRise {
  reserve: number;
  share: number;
  /** The reps in reserve that it counts as. */
  shows: number;
}

/** How test sets find a load that is not known. */
export interface RampTest {
  /** The keys of the test sets. */
  sets: readonly string[];
  /** The loads there are, the lightest first. */
  ladder: readonly Loading[];
  /** The most reserve first. */
  rises: readonly RampRise[];
  /** The most by which a load rises [kg]. */
  most_more: number;
  /** Reps of a work set, with those in reserve. */
  reps: number;
  /** The part of what was shown that is lifted. */
  share: number;
}

export interface LastTime {
  date: Day;
  sets: readonly string[];
  note?: string;
}

export interface Alternative {
  exercise: string;
  name: string;
  variant: string;
  variant_name: string;
  how: string;
  why: string;
  load_on: string;
  steps: readonly PlayStep[];
  last_time?: LastTime | null;
}

export interface Block {
  key: string;
  role: Role;
  exercise: string;
  name: string;
  variant: string;
  variant_name: string;
  how: string;
  sets: string;
  load_on: string;
  part?: Part | null;
  joints?: readonly Joint[];
  minutes?: number;
  one_sided?: boolean;
  group?: string;
  because?: readonly string[];
  note?: string;
  load_basis?: string;
  load_unknown?: boolean;
  ramp_test?: RampTest | null;
  /** The least by which its load changes. */
  increment?: Mass | null;
  last_time?: LastTime | null;
  alternatives?: readonly Alternative[];
  what_if?: readonly WhatIf[];
}

/** An energy [kcal]; 1 kcal is 4.184 kJ. */
export interface EnergyRange {
  low: number;
  best: number;
  high: number;
}

/** What an exercise of a session costs, above rest but for `gross`; see src/legday/energy/exercise_energy.py. */
export interface ExerciseEnergy {
  exercise: string;
  name: string;
  movement: string;
  sets: number;
  minutes: number;
  /** The estimate from METs and the time. */
  met: EnergyRange;
  /** The estimate from the work of the lifts. */
  work: EnergyRange;
  net: EnergyRange;
  gross: EnergyRange;
}

export interface SessionEnergy {
  body_mass: number;
  minutes: number;
  minutes_from: "told" | "planned" | "estimated";
  exercises: readonly ExerciseEnergy[];
  met: EnergyRange;
  work: EnergyRange;
  net: EnergyRange;
  gross: EnergyRange;
  /** The same minutes of running, and of upper-body lifting. */
  running: EnergyRange;
  upper_body: EnergyRange;
  compared: string;
  notes: readonly string[];
}

export interface SessionSteps {
  id: string;
  plan: string;
  date: Day;
  weekday: string;
  week: number;
  deload: boolean;
  name: string;
  minutes: number;
  parts: readonly Part[];
  blocks: readonly Block[];
  steps: readonly PlayStep[];
  what_if?: readonly WhatIf[];
  before?: readonly string[];
  next_day?: string;
  next_date?: Day | null;
  food?: string;
  /** Those of a topic in the order of their strength. */
  readiness?: readonly CheckInRule[];
  /** When each part was last trained hard, by the server's log. */
  trained?: Readonly<Partial<Record<Part, string>>>;
  /** Its exercises in the order of the blocks; none where the body mass is not known. */
  energy?: SessionEnergy | null;
}

export interface CatalogueVariant {
  id: string;
  name: string;
  how: string;
}

export interface CatalogueExercise {
  id: string;
  name: string;
  part: Part | null;
  kind: "strength" | "plyometric" | "hold" | "cardio" | "mobility";
  /** What apps and lifters call it. */
  names: readonly string[];
  sides: "both" | "each" | "alternating";
  load_on: string;
  joints: readonly string[];
  variants: readonly CatalogueVariant[];
}

export interface Me {
  name: string;
  profile: Record<string, unknown> | null;
  plan: { id: string; start: Day; weeks: number; end: Day } | null;
  today: Day;
  version: string;
}

export type Subject = "session" | "set" | "measure" | "exercise" | "check-in" | "food" | "recipe" | "run" | "day";

/** One change of one thing: a merge patch (RFC 7396). Ids are UUIDv7 and put all events in one order. */
export interface Event {
  id: string;
  at: string;
  device: string;
  about: Subject;
  of: string;
  change: Change;
}

export type Change = Readonly<Record<string, unknown>>;

export interface SetPart {
  kind: PartKind;
  reps?: Decimal | null;
  load?: Mass | null;
  seconds?: Decimal | null;
}

/** A set as the events tell it; `parts` are in the order of their keys. */
export interface LoggedSet {
  session: string;
  name: string;
  exercise?: string | null;
  variant?: string | null;
  order?: number;
  kind?: SetKind | null;
  reps?: Decimal | null;
  load?: Mass | null;
  seconds?: Decimal | null;
  meters?: Decimal | null;
  rpe?: Decimal | null;
  side?: Side | null;
  pauses?: number | null;
  pain?: Joint | null;
  parts?: Readonly<Record<string, SetPart>> | null;
  block?: string | null;
  step?: string | null;
  note?: string | null;
  skipped?: boolean | null;
  removed?: boolean | null;
}

/** A session as the events tell it. */
export interface LoggedSession {
  start: string;
  name: string;
  plan?: string | null;
  planned_date?: Day | null;
  finished?: boolean | null;
  seconds?: number | null;
  note?: string | null;
  swaps?: Readonly<Record<string, string>> | null;
  sequence?: readonly string[] | null;
  added?: Readonly<Record<string, string>> | null;
  /** The check-in rules that are set aside. */
  overruled?: Readonly<Record<string, boolean>> | null;
  removed?: boolean | null;
}

export interface Measure {
  date: Day;
  kind: MeasureKind;
  value: Decimal;
  unit: string;
  side?: Side | null;
  note?: string | null;
  /** The athlete was asked whether it is right, and said so. */
  checked?: boolean | null;
  removed?: boolean | null;
}

export interface OwnExercise {
  name: string;
  part?: Part | null;
  sides?: "both" | "one";
  note?: string | null;
  removed?: boolean | null;
}

export type CyclePhase = "menstruation" | "follicular" | "ovulation" | "luteal" | "cramps";

/** How the athlete was on a day; the day is in its id. */
export interface CheckIn {
  /** Hours of the night before. */
  sleep?: Decimal | null;
  /** 1 to 5, the best. */
  sleep_quality?: number | null;
  /** 1 to 5, the most. */
  stress?: number | null;
  /** 1 to 5, the best. */
  hydration?: number | null;
  /** 0 to 3. */
  soreness?: Readonly<Partial<Record<Part, number>>> | null;
  /** 0 to 10. */
  pain?: Readonly<Partial<Record<Joint, number>>> | null;
  cycle?: readonly CyclePhase[] | null;
  note?: string | null;
  removed?: boolean | null;
}

/** An energy with its unit, such as "650 kcal" or "2720 kJ". */
export type Energy = string;

/** What is known of something eaten, in grams; nutrients in their own units. */
export interface FoodFacts {
  energy: Energy;
  protein?: Decimal | null;
  carbohydrate?: Decimal | null;
  fat?: Decimal | null;
  alcohol?: Decimal | null;
  fibre?: Decimal | null;
  nutrients?: Readonly<Record<string, Decimal>> | null;
}

export type Meal = "breakfast" | "lunch" | "dinner" | "snack";

/** Something eaten, or the total of a whole day. */
export interface Food extends FoodFacts {
  date: Day;
  name?: string | null;
  time?: string | null;
  meal?: Meal | null;
  servings?: Decimal | null;
  recipe?: string | null;
  whole_day?: boolean | null;
  /** The planned free meal. */
  free?: boolean | null;
  checked?: boolean | null;
  note?: string | null;
  removed?: boolean | null;
}

/** A recipe or a meal that is eaten often; its items are in the order of their keys. */
export interface Recipe {
  name: string;
  servings?: Decimal | null;
  items?: Readonly<Record<string, FoodFacts & { name: string }>> | null;
  note?: string | null;
  removed?: boolean | null;
}

export interface LoggedRun {
  start: string;
  name?: string | null;
  kind?: "easy" | "hard" | "long" | "race" | null;
  meters?: Decimal | null;
  seconds?: Decimal | null;
  ascent?: Decimal | null;
  heart_rate?: number | null;
  note?: string | null;
  removed?: boolean | null;
}

/** What is said of a day; the day is in its id. */
export interface LoggedDay {
  /** Whether all that was eaten is logged. */
  complete?: boolean | null;
  steps?: number | null;
  note?: string | null;
  removed?: boolean | null;
}
