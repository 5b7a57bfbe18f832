/** A tempo as a clock: which phase of which rep it is, and when to tick. */

export type Tempo = readonly [number, number, number, number];

export interface Beat {
  rep: number;
  /** 0 lowering, 1 at the bottom, 2 lifting, 3 at the top. */
  phase: 0 | 1 | 2 | 3;
  /** Seconds into the phase, from 0. */
  second: number;
}

export const PHASES = ["Lower", "Hold low", "Lift", "Squeeze"] as const;
const ORDER = [0, 1, 2, 3] as const;

/** The length of a rep [s]; a lift as fast as possible is given one second. */
export function repSeconds(tempo: Tempo): number {
  return ORDER.reduce<number>((sum, phase) => sum + lasts(tempo, phase), 0);
}

const lasts = (tempo: Tempo, phase: 0 | 1 | 2 | 3): number => (phase === 0 || phase === 2 ? Math.max(1, tempo[phase]) : tempo[phase]);

/** The beat after so many seconds. */
export function beatAt(tempo: Tempo, elapsed: number): Beat {
  const length = repSeconds(tempo);
  const rep = Math.floor(elapsed / length) + 1;
  let rest = elapsed - (rep - 1) * length;
  for (const phase of ORDER) {
    const seconds = lasts(tempo, phase);
    if (rest < seconds) return { rep, phase, second: Math.floor(rest) };
    rest -= seconds;
  }
  return { rep, phase: 3, second: 0 };
}
