/** What comes after a rest or a change of sides: the set, its exercise, its aim and its load. */

import { Chance } from "../ui";
import { Load } from "./Load";
import { blockOf, chanceOf, loadOf } from "./progress";
import type { Run, RunStep } from "./run";
import { aimOf, placeInSet, SIDES } from "./words";

interface UpNextProps {
  run: Run;
  step: RunStep;
  /** Whether it is told how the exercise is done. */
  how?: boolean;
}

export function UpNext({ run, step, how = false }: UpNextProps) {
  const block = blockOf(run, step);
  const { load, because } = loadOf(run, step);
  const chance = chanceOf(step, load);
  const { figure, unit } = aimOf(step);
  return (
    <section class="up-next" aria-label="Next">
      <p class="place">
        Next · {placeInSet(step)}
        {step.side && <span class={`side ${step.side}`}>{SIDES[step.side]}</span>}
      </p>
      <h2>{block?.name}</h2>
      {figure && (
        <p>
          {figure} {unit}
        </p>
      )}
      {how && block?.how && <p class="soft">{block.how}</p>}
      {load && <Load load={load} because={because?.say} />}
      {chance !== null && <Chance value={chance} />}
    </section>
  );
}
