/** The screen of a step: a thin head, the step, and the keys under the thumb. */

import { useEffect, useState } from "preact/hooks";
import { navigate } from "../router";
import { settings } from "../settings";
import type { LoggedSession } from "../types";
import { Icon, IconButton, Pad, Sheet, toast } from "../ui";
import { doStep, extendRest, goTo, undo } from "./actions";
import { cursor, moveCursor } from "./cursor";
import { GoView } from "./GoView";
import { useNow } from "./hooks";
import { Senses } from "./Intro";
import { readMass, type Unit } from "./mass";
import { Otherwise } from "./Otherwise";
import { Overview } from "./Overview";
import { blockOf, isDone, loadAtHand, next, repsOf } from "./progress";
import { isTest, TEST_RESERVES } from "./ramp";
import { RestView } from "./RestView";
import type { Run, RunStep } from "./run";
import { SetFacts } from "./SetFacts";
import { SetView } from "./SetView";
import { speak, unlockSound, vibrate } from "./sound";
import { beatAt } from "./tempo";

interface StepScreenProps {
  run: Run;
  at: number;
  session: LoggedSession;
  unit: Unit;
  onFinish: () => void;
}

const LEAD_IN_MS = 3000;
type Open = "otherwise" | "overview" | "pauses" | "reserve" | "senses" | null;

export function StepScreen({ run, at, session, unit, onFinish }: StepScreenProps) {
  const step = run.steps[at] as RunStep;
  const block = blockOf(run, step);
  const [open, setOpen] = useState<Open>(null);
  const [beating, setBeating] = useState<{ step: string; since: number } | null>(null);
  const { timer, entry } = cursor.value;
  const holding = timer?.kind === "hold" && timer.step === step.key;
  const beat = beating?.step === step.key ? beating.since : null;
  const close = () => setOpen(null);

  useEffect(() => {
    speak(step.say);
    scrollTo(0, 0);
  }, [step.key]);

  const onward = () => goTo(run, next(run, at));
  const log = (seconds: number | null = null) => {
    vibrate(30);
    setBeating(null);
    void doStep(run, at, seconds);
  };
  const done = () => {
    unlockSound();
    if (!step.set_key || step.kind === "rest" || isDone(run, step)) return onward();
    if (step.hold && !holding) return moveCursor({ timer: { step: step.key, kind: "hold", startedAt: Date.now() + LEAD_IN_MS, extra: 0 } });
    if (step.hold) {
      const held = Math.round((Date.now() - (timer?.startedAt ?? Date.now())) / 1000);
      return held > 0 ? log(held) : moveCursor({ timer: null });
    }
    if (beat !== null && step.tempo) countBeats(step.tempo, beat);
    if (step.pause_seconds && step.kind === "set" && entry.pauses === undefined) return setOpen("pauses");
    if (isTest(block, step) && entry.rir === undefined) return setOpen("reserve");
    log();
  };
  const takeBack = () =>
    void undo(run).then((label) => {
      setBeating(null);
      toast(label ? `Taken back: ${label.toLowerCase()}.` : "There is nothing to take back.");
    });

  return (
    <div class="player" data-step={step.key}>
      <Head run={run} at={at} session={session} onSenses={() => setOpen("senses")} />
      <p class="visually-hidden" aria-live="polite">
        {step.say}
      </p>
      <div class="player-body">
        {step.kind === "rest" ? (
          <RestView key={step.key} run={run} at={at} step={step} unit={unit} onOver={onward} />
        ) : step.set_key ? (
          <SetView key={step.key} run={run} step={step} block={block} unit={unit} beatingSince={beat} onHeld={log} />
        ) : (
          <GoView run={run} at={at} step={step} block={block} />
        )}
      </div>
      <footer class="player-foot">
        {step.set_key && step.kind !== "rest" && !holding && <SetFacts run={run} step={step} unit={unit} />}
        <div class="player-keys">
          <Key icon="undo" label="Undo" disabled={!cursor.value.undo.length} onClick={takeBack} />
          {step.kind === "rest" ? (
            [-15, 15].map((seconds) => <Key key={seconds} label={`${seconds < 0 ? "−" : "+"}15 s`} onClick={() => extendRest(step, seconds)} />)
          ) : step.tempo && !holding ? (
            <Key
              icon="metronome"
              label={beat === null ? "Tempo" : "Stop"}
              onClick={() => {
                unlockSound();
                setBeating(beat === null ? { step: step.key, since: Date.now() + LEAD_IN_MS } : null);
              }}
            />
          ) : step.hold && !holding ? (
            <Key icon="check" label="Did it" onClick={() => log(step.hold?.[1] ?? null)} />
          ) : (
            <Key icon="list" label="All sets" onClick={() => setOpen("overview")} />
          )}
          <Key icon="more" label="Change" onClick={() => setOpen("otherwise")} />
        </div>
        <button type="button" class={step.kind === "rest" ? "go calm" : "go"} onClick={done}>
          {goLabel(run, step, unit, holding)}
        </button>
      </footer>
      {open === "otherwise" && (
        <Otherwise
          run={run}
          at={at}
          onClose={close}
          onOverview={() => setOpen("overview")}
          onFinish={() => {
            close();
            onFinish();
          }}
        />
      )}
      {open === "overview" && <Overview run={run} at={at} onClose={close} />}
      {open === "senses" && (
        <Sheet title="Cues" onClose={close}>
          <Senses />
        </Sheet>
      )}
      {open === "reserve" && (
        <Sheet title="How many more could you have done?" onClose={close}>
          <Pad
            label="Reps left in reserve"
            options={TEST_RESERVES}
            value={null}
            onPick={(rir) => {
              close();
              moveCursor({ entry: { ...cursor.value.entry, rir } });
              log();
            }}
          />
          <p class="soft">Your best guess is good enough. It decides the load of the next set; if you are unsure, take less.</p>
        </Sheet>
      )}
      {open === "pauses" && (
        <Sheet title="How often did you pause at the top?" onClose={close}>
          <Pad
            label="Pauses"
            options={Array.from({ length: 8 }, (_, value) => ({ value, label: String(value) }))}
            value={null}
            onPick={(pauses) => {
              close();
              moveCursor({ entry: { ...cursor.value.entry, pauses } });
              log();
            }}
          />
          <p class="soft">A work set needs at least one pause. Without one it is kept as a set, and the load goes up next time.</p>
        </Sheet>
      )}
    </div>
  );
}

/** The reps that the metronome counted are proposed as the reps done. */
function countBeats(tempo: NonNullable<RunStep["tempo"]>, since: number): void {
  const reps = beatAt(tempo, Math.max(0, (Date.now() - since) / 1000)).rep - 1;
  const { entry } = cursor.value;
  if (reps > 0 && entry.reps === undefined) moveCursor({ entry: { ...entry, reps } });
}

function goLabel(run: Run, step: RunStep, unit: Unit, holding: boolean): string {
  if (step.kind === "rest") return "Skip the rest";
  if (!step.set_key) return "Next";
  if (step.hold) return holding ? "Stop" : "Start";
  const { entry } = cursor.value;
  const reps = entry.reps ?? repsOf(run, step);
  const { load } = loadAtHand(run, step, entry.load, unit);
  const mass = readMass(load?.mass)?.value ? load?.mass : "";
  if (isDone(run, step)) return "Next";
  return reps === null ? "Done" : `Done: ${reps}${mass ? ` × ${mass}` : ""}`;
}

interface KeyProps {
  icon?: "undo" | "metronome" | "list" | "more" | "check";
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

function Key({ icon, label, disabled, onClick }: KeyProps) {
  return (
    <button type="button" class={icon ? "key" : "key figures"} disabled={disabled} onClick={onClick}>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
    </button>
  );
}

function Head({ run, at, session, onSenses }: { run: Run; at: number; session: LoggedSession; onSenses: () => void }) {
  const now = useNow(10_000);
  const minutes = Math.max(0, Math.floor((now - new Date(session.start).getTime()) / 60_000));
  const here = run.steps[at]?.block;
  return (
    <header class="player-head">
      <IconButton icon="close" label="Leave; the session stays open" onClick={() => navigate("/")} />
      <ol class="player-progress" aria-label={`Exercise ${run.blocks.findIndex(({ key }) => key === here) + 1} of ${run.blocks.length}`}>
        {run.blocks.map((block) => (
          <li key={block.key} class={block.key === here ? "here" : undefined}>
            <span style={{ width: `${share(run, block.key)}%` }} />
          </li>
        ))}
      </ol>
      <span class="figures" aria-label={`${minutes} minutes so far`} role="img">
        {minutes}′
      </span>
      <IconButton icon={settings.value.sound || settings.value.voice ? "sound" : "silent"} label="Cues" onClick={onSenses} />
    </header>
  );
}

/** How much of a block is done [%]. */
function share(run: Run, block: string): number {
  const steps = run.steps.filter((step) => step.block === block && step.set_key && step.kind !== "rest" && !step.open);
  return steps.length ? (100 * steps.filter((step) => isDone(run, step)).length) / steps.length : 0;
}
