/** A rest: how long it still takes, what comes next, and the set just done, to be put right. */

import { useEffect, useRef } from "preact/hooks";
import { tellRest } from "../sync";
import { settings } from "../settings";
import { Icon } from "../ui";
import { cursor, moveCursor, type Timer } from "./cursor";
import { useNow } from "./hooks";
import { LoggedFacts } from "./LoggedFacts";
import type { Unit } from "./mass";
import { advice, blockOf, isDone, isLogged, loadOf, setOf, upcoming } from "./progress";
import { outcomeOf } from "./ramp";
import type { Run, RunStep } from "./run";
import { signalEnd, signalReady, signalTick, speak } from "./sound";
import { UpNext } from "./UpNext";
import { clock, inShort, placeInSet } from "./words";

interface RestViewProps {
  run: Run;
  at: number;
  step: RunStep;
  unit: Unit;
  onOver: () => void;
}

const LEAST_SHOWN = 5;

export function RestView({ run, at, step, unit, onOver }: RestViewProps) {
  const after = upcoming(run, at);
  const block = after && blockOf(run, after);
  const says = after && block ? inShort(block.name, { ...after, load: loadOf(run, after).load }) : "";
  const last = run.steps.slice(0, at).findLast((one) => isLogged(one) && isDone(run, one));
  return (
    <div class="step-view rest-view">
      <RestClock step={step} says={says} onOver={onOver} />
      {last && <JustDone run={run} step={last} unit={unit} />}
      {after && <UpNext run={run} step={after} how={blockOf(run, last ?? after)?.key !== block?.key} />}
    </div>
  );
}

function RestClock({ step, says, onOver }: { step: RunStep; says: string; onOver: () => void }) {
  const now = useNow(200);
  const known = cursor.value.timer;
  const timer: Timer = known?.step === step.key ? known : { step: step.key, kind: "rest", startedAt: now, extra: 0 };
  const [low, high] = step.rest ?? [step.seconds, step.seconds];
  const until = timer.startedAt + (high + timer.extra) * 1000;
  const left = (until - now) / 1000;
  const ready = (now - timer.startedAt) / 1000 >= low;
  const whole = Math.ceil(left);
  const total = Math.max(1, high + timer.extra);
  const told = useRef(whole);
  const began = useRef(ready);

  useEffect(() => {
    if (known?.step !== step.key) moveCursor({ timer });
  }, [step.key]);
  useEffect(() => {
    if (settings.value.notifications && total >= LEAST_SHOWN) void tellRest(until, says, location.pathname);
    return () => {
      if (Date.now() < until) void tellRest(null, "", ""); // given up; the end of a rest stays on the lock screen
    };
  }, [until, says]);
  useEffect(() => {
    if (whole !== told.current && whole > 0 && whole <= 3) signalTick();
    told.current = whole;
  }, [whole]);
  useEffect(() => {
    if (ready && !began.current && left > 3) {
      signalReady();
      speak("Ready when you are");
    }
    began.current = ready;
  }, [ready]);
  useEffect(() => {
    if (left > 0) return;
    signalEnd();
    onOver();
  }, [left <= 0]);

  return (
    <div class="rest-clock">
      <h1 class="place">{low < high && ready ? "Ready when you are" : (step.text || "Rest").replace(/(\d)-(\d)/g, "$1–$2")}</h1>
      <p class="aim running" role="timer" aria-label={`Rest, ${Math.max(0, whole)} seconds left`}>
        <span class="figures">{clock(left)}</span>
      </p>
      <svg class="rest-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" fill="var(--raised)" />
        <rect width={100 * Math.min(1, Math.max(0, left / total))} height="4" fill="var(--accent)" />
        {low < high && <rect x={100 * (1 - low / total)} width="0.6" height="4" fill="var(--ink)" />}
      </svg>
    </div>
  );
}

/** The set before the rest: what was logged, what follows from it, and a way to put it right. */
function JustDone({ run, step, unit }: { run: Run; step: RunStep; unit: Unit }) {
  const set = setOf(run, step);
  if (!set || set.skipped) return null;
  const start = run.steps.find((one) => one.set_key === step.set_key && one.kind === "set") ?? step;
  const outcome = outcomeOf(blockOf(run, step), step, set);
  return (
    <section class="just-done" aria-label="Just done">
      {advice(start, set).map((rule) => (
        <p key={rule.when} class="advice" role="status">
          <Icon name="info" size={20} />
          <span>{rule.say}</span>
        </p>
      ))}
      {outcome && (
        <p class="advice" role="status">
          <Icon name="info" size={20} />
          <span>{outcome}</span>
        </p>
      )}
      <p class="place">Just done · {step.part_key ? placeInSet(step) : set.name}</p>
      <LoggedFacts run={run} step={step} unit={unit} />
    </section>
  );
}
