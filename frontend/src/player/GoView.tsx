/** A step between sets: walk to the next exercise and set it up, or change sides. */

import { Icon } from "../ui";
import { HowItMoves } from "./HowItMoves";
import { Load } from "./Load";
import { loadOf, tally, upcoming } from "./progress";
import type { Run, RunBlock, RunStep } from "./run";
import { LastTime } from "./SetView";
import { UpNext } from "./UpNext";

interface GoViewProps {
  run: Run;
  at: number;
  step: RunStep;
  block: RunBlock | null;
}

export function GoView({ run, at, step, block }: GoViewProps) {
  const first = upcoming(run, at);
  const load = first?.block === step.block ? loadOf(run, first).load : null;
  if (step.kind !== "station-change" || !block) {
    return (
      <div class="step-view">
        <p class="place">{block?.name}</p>
        <h1 class="say">{step.text}</h1>
        {first?.side && <UpNext run={run} step={first} />}
      </div>
    );
  }
  const { all } = tally(run, block.key);
  return (
    <div class="step-view">
      <div class="step-name">
        <p class="place">
          Set up{all > 0 && ` · ${all === 1 ? "1 set" : `${all} sets`}`}
          {block.group && " · in turn"}
        </p>
        <h1 class="say">{block.name}</h1>
        {block.variantName && <p class="soft">{block.variantName}</p>}
      </div>
      {load && <Load load={load} />}
      {block.how && (
        <ul class="cues">
          <li>
            <Icon name="info" size={20} />
            <span>{block.how}</span>
          </li>
        </ul>
      )}
      <HowItMoves block={block} tempo={first?.block === step.block ? first.tempo : null} />
      {block.note && <p>{block.note}</p>}
      {!load && block.loadUnknown && first?.reps && <p class="advice">No load is known for this yet. Take one that leaves you at {first.reps[1]} good reps and enter it; the next sets go from there.</p>}
      <LastTime block={block} />
      {block.because.length > 0 && (
        <details>
          <summary>Why this is here</summary>
          <ul class="because">
            {block.because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
