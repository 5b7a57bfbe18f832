/** A step to lift or hold: what, how many, with what, how, and what it was last time. */

import { useEffect, useRef } from "preact/hooks";
import { settings } from "../settings";
import type { RunBlock, RunStep } from "./run";
import { Chance, Icon, type IconName } from "../ui";
import { cursor } from "./cursor";
import { HowItMoves } from "./HowItMoves";
import { useNow } from "./hooks";
import { Load } from "./Load";
import type { Unit } from "./mass";
import { chanceOf, isDone, loadAtHand, repsOf, span } from "./progress";
import { isTest } from "./ramp";
import { tellsTheDay } from "./SetFacts";
import type { Run } from "./run";
import { beep, signalEnd, signalTick, speak } from "./sound";
import { beatAt, PHASES, type Tempo } from "./tempo";
import { aimOf, clock, detailOf, moveOf, placeInSet, SIDES } from "./words";

interface SetViewProps {
  run: Run;
  step: RunStep;
  block: RunBlock | null;
  unit: Unit;
  /** The metronome runs since then [ms since 1970], or is off. */
  beatingSince: number | null;
  onHeld: (seconds: number) => void;
}

export function SetView({ run, step, block, unit, beatingSince, onHeld }: SetViewProps) {
  const { entry, timer } = cursor.value;
  const { load, because } = loadAtHand(run, step, entry.load, unit);
  const aim = aimOf(step);
  const chance = chanceOf(step, load);
  const holding = timer?.kind === "hold" && timer.step === step.key;
  return (
    <div class="step-view">
      <div class="step-name">
        <p class="place">
          {placeInSet(step)}
          {step.side && <span class={`side ${step.side}`}>{SIDES[step.side]}</span>}
        </p>
        <h1>{moveOf(step) ?? block?.name ?? run.name}</h1>
        <p class="soft">{moveOf(step) ? block?.name : block?.variantName}</p>
      </div>
      {holding ? (
        <HoldClock startedAt={timer.startedAt} hold={step.hold ?? null} onHeld={onHeld} />
      ) : beatingSince !== null && step.tempo ? (
        <Beat tempo={step.tempo} since={beatingSince} technique={step.technique ?? []} />
      ) : aim.figure ? (
        <p class="aim">
          <span class="figures">{aim.figure}</span> <span class="aim-unit">{aim.unit}</span>
        </p>
      ) : (
        <p class="aim free">
          <span class="figures">{entry.reps ?? repsOf(run, step) ?? ""}</span> <span class="aim-unit">reps</span>
        </p>
      )}
      {load && <Load load={load} because={because?.say ?? (step.plannedMass ? `Lighter today; planned are ${step.plannedMass}.` : undefined)} />}
      {chance !== null && !isDone(run, step) && <Chance value={chance} />}
      {step.kind === "set" && <LastTime block={block} />}
      {isTest(block, step) && <Cues lines={[{ icon: "info", text: "This set helps to find your load: say after it how many more you could have done." }]} />}
      <Cues lines={cuesOf(step)} />
      {step.kind === "set" && block?.how && (step.set_number ?? 1) === 1 && <Cues lines={[{ icon: "info", text: block.how }]} />}
      {step.kind === "set" && block && !holding && <HowItMoves block={block} tempo={step.tempo} />}
    </div>
  );
}

/** What was done and noted the last time. */
export function LastTime({ block }: { block: RunBlock | null }) {
  const last = block?.lastTime;
  return last ? (
    <div class="last-time">
      <p>
        <b>Last time</b> <span class="soft">{day(last.date)}</span>
      </p>
      <p class="figures">{last.sets.join("   ").replaceAll(" x ", " × ")}</p>
      {last.note && <p>“{last.note}”</p>}
    </div>
  ) : null;
}

const day = (date: string): string => new Date(`${date}T12:00`).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });

interface Line {
  icon: IconName;
  text: string;
}

/** How the reps are to be done, and what a partner does. */
function cuesOf(step: RunStep): Line[] {
  const change = ({ from_rep: from, say }: { from_rep: number; say: string }): Line => ({ icon: "swap", text: from > 1 ? `From rep ${from}: ${say}` : say });
  const detail = detailOf(step);
  const reserve = step.reserve && !detail.includes("reserve") ? `Stop with ${span(step.reserve)} reps in reserve` : "";
  const partner = step.partner && step.partner !== `${moveOf(step)}.` ? step.partner : "";
  const lines: Line[] = [
    ...(step.technique ?? []).map(change),
    { icon: "partner", text: partner },
    { icon: "info", text: step.alone ?? "" },
    { icon: "metronome", text: step.tempo ? `Tempo: ${tempoWords(step.tempo)}` : "" },
    { icon: "timer", text: detail },
    { icon: "info", text: reserve },
    { icon: "info", text: step.set_kind === "warm-up" && tellsTheDay(step) ? "Heavier than usual? Tap RIR, and the work sets begin lighter." : "" },
  ];
  return lines.filter(({ text }) => text !== "");
}

function Cues({ lines }: { lines: readonly Line[] }) {
  return lines.length ? (
    <ul class="cues">
      {lines.map(({ icon, text }) => (
        <li key={text}>
          <Icon name={icon} size={20} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  ) : null;
}

function tempoWords(tempo: Tempo): string {
  const verbs = ["down", "hold", "up", "squeeze"];
  return tempo.map((value, at) => (value ? `${verbs[at]} ${value} s` : "")).filter(Boolean).join(", ");
}

/** A hold, counted down from its highest aim, after three seconds to get ready. */
function HoldClock({ startedAt, hold, onHeld }: { startedAt: number; hold: readonly [number, number] | null; onHeld: (seconds: number) => void }) {
  const now = useNow(200);
  const elapsed = (now - startedAt) / 1000;
  const most = hold?.[1] ?? Number.POSITIVE_INFINITY;
  const whole = Math.floor(elapsed);
  const told = useRef(whole);
  useEffect(() => {
    if (whole === told.current) return;
    told.current = whole;
    if (whole < 0) signalTick();
    else if (whole === 0) {
      beep(880, 0.25);
      speak("Go");
    } else if (most - whole <= 3 && most - whole > 0) signalTick();
  }, [whole]);
  useEffect(() => {
    if (elapsed < most) return;
    signalEnd();
    onHeld(most);
  }, [elapsed >= most]);
  const shown = elapsed < 0 ? Math.ceil(-elapsed) : Number.isFinite(most) ? most - elapsed : elapsed;
  return (
    <p class="aim running" role="timer">
      <span class="figures">{clock(shown)}</span> <span class="aim-unit">{elapsed < 0 ? "get ready" : "to go"}</span>
    </p>
  );
}

/** The metronome: which rep and phase it is, with a tick every second. */
function Beat({ tempo, since, technique }: { tempo: Tempo; since: number; technique: NonNullable<RunStep["technique"]> }) {
  const now = useNow(60);
  const elapsed = (now - since) / 1000;
  const beat = elapsed < 0 ? null : beatAt(tempo, elapsed);
  const key = beat ? `${beat.rep} ${beat.phase} ${beat.second}` : String(Math.ceil(elapsed));
  useEffect(() => {
    if (!beat) {
      signalTick();
      return;
    }
    if (settings.value.sound) beep(beat.second > 0 ? 440 : beat.phase === 2 ? 990 : 660, 0.06);
    if (beat.phase !== 0 || beat.second > 0) return;
    const change = technique.find(({ from_rep }) => from_rep === beat.rep);
    speak(change ? change.say : String(beat.rep));
  }, [key]);
  return (
    <p class="aim running" aria-label={beat ? `Rep ${beat.rep}` : "Get ready"}>
      <span class="figures">{beat ? beat.rep : Math.ceil(-elapsed)}</span>{" "}
      <span class="aim-unit">{beat ? `${PHASES[beat.phase]} ${Math.max(1, tempo[beat.phase]) - beat.second}` : "get ready"}</span>
    </p>
  );
}
