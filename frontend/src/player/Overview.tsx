/** The whole session on one sheet: what is done, what is left, in which order; jump, move and add exercises. */

import { useState } from "preact/hooks";
import { Button, Icon, IconButton, Sheet } from "../ui";
import { addExercise, goTo, reorder } from "./actions";
import { moveCursor } from "./cursor";
import { Picker } from "./Picker";
import { isDone, isLogged, setOf, tally } from "./progress";
import type { Run, RunBlock } from "./run";

interface OverviewProps {
  run: Run;
  at: number;
  onClose: () => void;
}

export function Overview({ run, at, onClose }: OverviewProps) {
  const [picking, setPicking] = useState(false);
  const here = run.steps[at]?.block;
  if (picking) {
    return (
      <Picker
        title="Add an exercise"
        onClose={() => setPicking(false)}
        onPick={(exercise) => {
          onClose();
          void addExercise(run, exercise).then((block) => moveCursor({ step: `${block}.1`, timer: null, entry: {} }));
        }}
      />
    );
  }
  const units = [...new Set(run.blocks.map((block) => block.group || block.key))];
  const move = (block: RunBlock, by: number) => {
    const from = units.indexOf(block.group || block.key);
    const order = units.filter((_, place) => place !== from);
    order.splice(from + by, 0, units[from] as string);
    void reorder(
      run,
      order.flatMap((unit) => run.blocks.filter((one) => (one.group || one.key) === unit).map(({ key }) => key)),
    );
  };
  const jump = (block: RunBlock) => {
    const to = run.steps.findIndex((step) => step.block === block.key && (!step.set_key || !isDone(run, step)) && step.kind !== "rest");
    const any = run.steps.findIndex((step) => step.block === block.key && isLogged(step));
    goTo(run, to >= 0 ? to : any);
    onClose();
  };
  return (
    <Sheet title={run.name} onClose={onClose}>
      <ol class="overview">
        {run.blocks.map((block) => {
          const { done, all, skipped } = tally(run, block.key);
          const place = units.indexOf(block.group || block.key);
          return (
            <li key={block.key} class={block.key === here ? "here" : undefined}>
              <button type="button" class="overview-name" aria-current={block.key === here ? "step" : undefined} onClick={() => jump(block)}>
                <span class={all > 0 && done + skipped >= all ? "mark done" : "mark"}>{all > 0 && done + skipped >= all && <Icon name="check" size={16} />}</span>
                <span>
                  {block.name}
                  <small class="soft block">
                    {block.added ? doneSets(run, block) : `${done} of ${all === 1 ? "1 set" : `${all} sets`}`}
                    {skipped > 0 && `, ${skipped} skipped`}
                    {block.group && " · in turn"}
                  </small>
                </span>
              </button>
              <IconButton icon="up" label={`Move ${block.name} up`} disabled={place === 0} onClick={() => move(block, -1)} />
              <IconButton icon="down" label={`Move ${block.name} down`} disabled={place === units.length - 1} onClick={() => move(block, 1)} />
            </li>
          );
        })}
      </ol>
      <Button icon="plus" wide onClick={() => setPicking(true)}>
        Add an exercise
      </Button>
    </Sheet>
  );
}

function doneSets(run: Run, block: RunBlock): string {
  const sets = run.steps.filter((step) => step.block === block.key && step.kind === "set" && setOf(run, step));
  return sets.length === 1 ? "1 set" : `${sets.length} sets`;
}
