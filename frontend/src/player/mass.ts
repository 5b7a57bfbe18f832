/** Masses as they are entered, and how a load of the athlete's own choice is put on. */

import type { Loading, Mass } from "../types";

export type Unit = "kg" | "lb";

export interface Amount {
  value: number;
  unit: Unit;
}

/** Plates of one side as most gyms have them, the heaviest first. */
const PLATES: Record<Unit, readonly number[]> = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25],
  lb: [45, 35, 25, 10, 5, 2.5],
};

/** What less and more change a load by. */
export const STEP: Record<Unit, number> = { kg: 2.5, lb: 5 };

/** Read "82.5 kg"; null if it is no mass. */
export function readMass(text: Mass | null | undefined): Amount | null {
  const found = /^(-?\d+(?:\.\d+)?) (kg|lb)$/.exec(text ?? "");
  return found ? { value: Number(found[1]), unit: found[2] as Unit } : null;
}

export const writeMass = ({ value, unit }: Amount): Mass => `${Math.round(value * 100) / 100} ${unit}`;

/** The plates of each side that make up a mass on a bar, the heaviest first; null if none do. */
export function platesFor(mass: Amount, bar: Amount): Mass[] | null {
  if (mass.unit !== bar.unit) return null;
  let rest = Math.round(((mass.value - bar.value) / 2) * 1000) / 1000;
  const plates: Mass[] = [];
  for (const plate of PLATES[mass.unit]) {
    for (; rest >= plate; rest = Math.round((rest - plate) * 1000) / 1000) plates.push(`${plate} ${mass.unit}`);
  }
  return rest === 0 ? plates : null;
}

/** Plates in words, as "2 × 20 kg + 5 kg". */
function platesInWords(plates: readonly Mass[]): string {
  const counts = new Map<Mass, number>();
  for (const plate of plates) counts.set(plate, (counts.get(plate) ?? 0) + 1);
  return [...counts].map(([plate, count]) => (count > 1 ? `${count} × ${plate}` : plate)).join(" + ");
}

/** How a load that the athlete chose is put on, on the same thing as the planned one. */
export function loadingOf(mass: Mass, like: Loading | null | undefined): Loading {
  const amount = readMass(mass);
  if (!like || !amount) return { mass, text: mass, on: like?.on ?? "bodyweight" };
  if (like.mass === mass) return like;
  const bar = readMass(like.bar);
  const plates = bar ? platesFor(amount, bar) : null;
  if (plates && like.bar) return { mass, on: like.on, bar: like.bar, per_side: plates, text: `${mass}: ${platesInWords(plates)} a side` };
  if (like.pin) return { mass, on: like.on, pin: mass, text: `pin at ${mass}` };
  if (like.each) return { mass, on: like.on, each: mass, text: like.on === "dumbbells" ? `2 × ${mass}` : mass };
  return { mass, on: like.on, text: mass };
}

/** What an exercise is loaded with where no planned load tells, in the words of the catalogue. */
export function usualLoading(loadOn: string, unit: Unit): Loading | null {
  const mass = `0 ${unit}`;
  if (loadOn === "barbell") return { mass, text: "", on: "barbell", bar: unit === "kg" ? "20 kg" : "45 lb" };
  if (loadOn === "stack") return { mass, text: "", on: "stack", pin: mass };
  if (loadOn === "dumbbells" || loadOn === "dumbbell") return { mass, text: "", on: loadOn, each: mass };
  return null;
}

/** A share of a mass, rounded down to what it can change by. */
export function shareOf(mass: Mass, share: number, increment: Mass | null | undefined): Mass | null {
  const amount = readMass(mass);
  if (!amount) return null;
  const least = readMass(increment);
  const step = least?.unit === amount.unit && least.value > 0 ? least.value : STEP[amount.unit];
  return writeMass({ ...amount, value: Math.max(step, Math.floor((amount.value * share) / step + 1e-9) * step) });
}

/** A planned load made lighter by a share at least, in whole steps down from it; never below an empty bar. */
export function lightened(load: Loading, share: number, increment: Mass | null | undefined): Loading {
  const amount = readMass(load.mass);
  if (!amount) return load;
  const least = readMass(increment);
  const step = least?.unit === amount.unit && least.value > 0 ? least.value : STEP[amount.unit];
  const less = amount.value - Math.ceil((amount.value * (1 - share)) / step - 1e-9) * step;
  const bar = readMass(load.bar);
  const lowest = bar?.unit === amount.unit ? bar.value : step;
  const value = Math.max(less, lowest);
  return value < amount.value ? loadingOf(writeMass({ ...amount, value }), load) : load;
}

/** A load as it is read out. */
export const spoken = (text: string): string => text.replaceAll(" kg", " kilos").replaceAll(" lb", " pounds").replaceAll(" x ", " times ");
