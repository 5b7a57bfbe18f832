/** Energies as ranges: added up, taken in part, and written. */

import type { EnergyRange, ExerciseEnergy, SessionEnergy } from "../types";

const KJ_PER_KCAL = 4.184;

export function sum(ranges: readonly EnergyRange[]): EnergyRange {
  return ranges.reduce((all, one) => ({ low: all.low + one.low, best: all.best + one.best, high: all.high + one.high }), { low: 0, best: 0, high: 0 });
}

function part(energy: EnergyRange, share: number): EnergyRange {
  return { low: energy.low * share, best: energy.best * share, high: energy.high * share };
}

/** What was done of a planned session costs its planned energy in the share of the sets that were done of each block. */
export function doneEnergy(planned: SessionEnergy, blocks: readonly { key: string }[], done: readonly { block?: string | null }[]): ExerciseEnergy[] {
  return planned.exercises.flatMap((one, place) => {
    const sets = done.filter(({ block }) => block === blocks[place]?.key).length;
    const share = one.sets ? sets / one.sets : 0;
    if (!share) return [];
    const { met, work, net, gross } = one;
    return [{ ...one, sets, minutes: one.minutes * share, met: part(met, share), work: part(work, share), net: part(net, share), gross: part(gross, share) }];
  });
}

const round = (number: number) => (number >= 100 ? Math.round(number / 10) * 10 : Math.round(number)).toLocaleString("en-GB");

/** 180–260 */
export function span(energy: EnergyRange, times = 1): string {
  const [low, high] = [round(energy.low * times), round(energy.high * times)];
  return low === high ? low : `${low}–${high}`;
}

/** 750–1,090, in kilojoules. */
export const spanInKj = (energy: EnergyRange) => span(energy, KJ_PER_KCAL);
