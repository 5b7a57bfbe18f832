/** When it goes otherwise than planned: swap, leave out, too sore, out of time, finish. Works without a network. */

import { useState } from "preact/hooks";
import { CheckInLine } from "../check-in/CheckInLine";
import { TodayChanges } from "../check-in/TodayChanges";
import { today } from "../log";
import type { WhatIf } from "../types";
import { Button, Pad, Sheet, toast } from "../ui";
import { addSet, goTo, leaveOutBlocks, skipSet, swapBlock } from "./actions";
import { Picker } from "./Picker";
import { leaveOut } from "./progress";
import type { Run, RunBlock } from "./run";

interface OtherwiseProps {
  run: Run;
  at: number;
  onClose: () => void;
  onFinish: () => void;
  onOverview: () => void;
}

type Shown = "menu" | "swap" | "time" | "any" | "today";

const rules = (run: Run, when: WhatIf["when"]): WhatIf[] => (run.planned?.what_if ?? []).filter((rule) => rule.when === when);

export function Otherwise({ run, at, onClose, onFinish, onOverview }: OtherwiseProps) {
  const [shown, setShown] = useState<Shown>("menu");
  const step = run.steps[at];
  const block = run.blocks.find(({ key }) => key === step?.block) ?? null;
  const swapped = step?.part_key ? "Swapped from the next set on." : "Swapped.";
  const act = (work: Promise<unknown>, said: string) => {
    onClose();
    void work.then(() => toast(said));
  };
  if (shown === "any" && block) {
    return <Picker title={`In place of ${block.name}`} onClose={() => setShown("swap")} onPick={(exercise) => act(swapBlock(run, block.key, exercise), swapped)} />;
  }
  if (shown === "swap" && block) {
    return <Swap run={run} block={block} onClose={onClose} onAny={() => setShown("any")} onPick={(exercise) => act(swapBlock(run, block.key, exercise), swapped)} />;
  }
  if (shown === "today" && run.planned && run.today) {
    return (
      <Sheet title="How I am today" onClose={onClose}>
        <CheckInLine date={today()} ask="No check-in yet." />
        <TodayChanges session={run.planned} today={run.today} />
      </Sheet>
    );
  }
  if (shown === "time") return <OutOfTime run={run} at={at} onClose={onClose} onFinish={onFinish} act={act} />;
  const sore = [...rules(run, "too-sore"), ...(block?.whatIf ?? []).filter(({ when }) => when === "too-sore")];
  return (
    <Sheet title="Change of plan" onClose={onClose}>
      <div class="choices-grid">
        {step?.set_key && (
          <Button wide icon="skip" onClick={() => act(skipSet(run, at), step.open || step.part_key ? "On to what is next." : "Set skipped.")}>
            {step.open ? "Enough of this exercise" : step.part_key ? "Skip the rest of this set" : "Skip this set"}
          </Button>
        )}
        {block && !block.added && (
          <Button wide icon="swap" onClick={() => setShown("swap")}>
            Swap {block.name}
          </Button>
        )}
        {block && !block.added && (
          <Button
            wide
            icon="plus"
            onClick={() => {
              addSet(block.key);
              onClose();
              toast(`One more set of ${block.name}.`);
            }}
          >
            Add a set
          </Button>
        )}
        {block && (
          <Button wide icon="close" onClick={() => act(leaveOutBlocks(run, [block.key], at), `${block.name} skipped.`)}>
            Skip {block.name}
          </Button>
        )}
        <Button wide icon="list" onClick={onOverview}>
          All sets, order, more exercises
        </Button>
        {run.planned && (
          <Button wide icon="body" onClick={() => setShown("today")}>
            How I am today
          </Button>
        )}
        {run.planned && (
          <Button wide icon="timer" onClick={() => setShown("time")}>
            Out of time
          </Button>
        )}
        {sore.map((rule) => (
          <Button key={rule.say} wide icon="pain" onClick={() => act(leaveOutBlocks(run, rule.blocks ?? (block ? [block.key] : []), at), "Skipped. Rest is training too.")}>
            {rule.part ? `My ${rule.part} are too sore` : "Too sore"}
          </Button>
        ))}
        <Button wide icon="back" disabled={at === 0} onClick={() => (onClose(), goTo(run, at - 1))}>
          Back one step
        </Button>
        <Button wide icon="check" look="outline" onClick={onFinish}>
          Finish here
        </Button>
      </div>
    </Sheet>
  );
}

interface SwapProps {
  run: Run;
  block: RunBlock;
  onClose: () => void;
  onAny: () => void;
  onPick: (exercise: string | null) => void;
}

function Swap({ run, block, onClose, onAny, onPick }: SwapProps) {
  const taken = [...block.whatIf, ...rules(run, "machine-taken")].find(({ when }) => when === "machine-taken");
  const best = taken?.swap_to ?? [];
  const place = (exercise: string) => (best.includes(exercise) ? best.indexOf(exercise) : best.length);
  const choices = [...block.alternatives].filter(({ exercise }) => exercise !== block.exercise).sort((a, b) => place(a.exercise) - place(b.exercise));
  return (
    <Sheet title={`Swap ${block.name}`} onClose={onClose}>
      {taken && <p class="soft">{taken.say}</p>}
      <ul class="choices">
        {choices.map(({ exercise, name, variant_name: variant, why, how }) => (
          <li key={exercise}>
            <button type="button" onClick={() => onPick(exercise)}>
              <span>
                <b>{name}</b>
                {variant && <small class="block">{variant}</small>}
                <small class="soft block">{why || how}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {block.swapped && <Button wide onClick={() => onPick(block.today?.swap ? plannedExercise(run, block) : null)}>Back to the planned one</Button>}
      <Button wide icon="search" onClick={onAny}>
        Any other exercise
      </Button>
    </Sheet>
  );
}

/** The exercise that the plan has in a block; chosen by name where a check-in put another in its place. */
const plannedExercise = (run: Run, block: RunBlock): string | null => run.planned?.blocks.find(({ key }) => key === block.key)?.exercise ?? null;

interface OutOfTimeProps {
  run: Run;
  at: number;
  onClose: () => void;
  onFinish: () => void;
  act: (work: Promise<unknown>, said: string) => void;
}

function OutOfTime({ run, at, onClose, onFinish, act }: OutOfTimeProps) {
  const rule = rules(run, "out-of-time").find((one) => one.do === "leave-out");
  const [minutes, setMinutes] = useState<number | null>(null);
  const out = rule && minutes !== null ? leaveOut(run, at, rule, minutes) : [];
  const names = out.map((key) => run.blocks.find((block) => block.key === key)?.name ?? key);
  return (
    <Sheet title="How many minutes do you have?" onClose={onClose}>
      <Pad label="Minutes" options={[5, 10, 15, 20, 30, 45, 60, 75].map((value) => ({ value, label: String(value) }))} value={minutes} onPick={setMinutes} />
      {minutes !== null && (
        <>
          <p role="status">{names.length ? `Skip ${names.join(", ")}. ${rule?.say ?? ""}` : "That is enough for all that is left."}</p>
          {names.length > 0 && (
            <Button look="primary" large wide onClick={() => act(leaveOutBlocks(run, out, at), "Skipped. What you did counts.")}>
              Skip {names.length === 1 ? "it" : "them"}
            </Button>
          )}
        </>
      )}
      <Button wide look="outline" onClick={onFinish}>
        Finish here
      </Button>
    </Sheet>
  );
}
