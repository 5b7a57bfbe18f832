/** A body mass and a day, tried out: the intake, the path with its band, or why not and what is safe. */

import { useEffect, useState } from "preact/hooks";
import { send } from "../../api";
import { TrendChart } from "../../charts/TrendChart";
import { today } from "../../log";
import { Button, Card, Field, Skeleton, Stepper, Tabs } from "../../ui";
import { Failed } from "../States";
import type { MassGoal } from "../profile";
import { useAttempt } from "../use-attempt";
import { addDays, amount, daysBetween, fullDate, number } from "../words";
import { type GoalAnswer, type GoalPath, type UnsafeGoal, asBand, kcal } from "./shapes";

const WAIT_MS = 350;
const SPANS = [
  { value: "56", label: "8 weeks" },
  { value: "84", label: "12 weeks" },
  { value: "182", label: "6 months" },
];
/** How far from the mass of today the slider goes [share]. */
const REACH = 0.25;

interface TryGoalProps {
  mass: string;
  units: "kg" | "lb";
  set: MassGoal | null;
  onSet: (goal: MassGoal | null) => Promise<void>;
}

export function TryGoal({ mass, units, set, onSet }: TryGoalProps) {
  const now = amount(mass) ?? 70;
  const [to, setTo] = useState(amount(set?.to) ?? Math.round(now * 0.95));
  const [by, setBy] = useState(set && set.by > today() ? set.by : addDays(today(), 84));
  const [answer, setAnswer] = useState<GoalAnswer | null>(null);
  const asking = useAttempt();
  const keeping = useAttempt();
  const wanted = `${to} ${units}`;
  useEffect(() => {
    let last = true;
    const timer = setTimeout(() => {
      void asking.attempt(async () => {
        const found = await send<GoalAnswer>("POST", "/goal", { to: wanted, by });
        if (last) setAnswer(found);
      });
    }, WAIT_MS);
    return () => {
      last = false;
      clearTimeout(timer);
    };
  }, [wanted, by]);
  const isSet = set?.to === wanted && set.by === by;
  return (
    <Card title="A body mass by a day">
      <Stepper label="Body mass" value={to} step={0.5} unit={units} most={800} onChange={setTo} />
      <input
        type="range"
        class="wide-range"
        aria-label={`Body mass [${units}]`}
        min={Math.round(now * (1 - REACH))}
        max={Math.round(now * (1 + REACH))}
        step={0.5}
        value={to}
        onInput={(event) => setTo(Number(event.currentTarget.value))}
      />
      <p class="soft">
        {to === now ? `What your trend is today, ${mass}.` : `${number(Math.abs(to - now))} ${units} ${to < now ? "less" : "more"} than your trend of today, ${mass}.`}
      </p>
      <Field label="By" type="date" value={by} onInput={(typed) => typed && setBy(typed)} />
      <Tabs label="By when" tabs={SPANS} value={String(daysBetween(today(), by))} onChange={(days) => setBy(addDays(today(), Number(days)))} />
      <div class="stack" aria-live="polite" aria-busy={asking.busy}>
        {asking.problem && !asking.busy && <Failed message={asking.problem} />}
        {!asking.problem && answer?.path && <Way path={answer.path} training={answer.training} units={units} />}
        {!asking.problem && answer?.refusal && (
          <Refused
            refusal={answer.refusal}
            onTake={(goal) => {
              setTo(amount(goal.to) ?? to);
              setBy(goal.by);
            }}
          />
        )}
        {!answer && !asking.problem && <Skeleton rows={2} />}
      </div>
      {keeping.problem && (
        <p class="problem" role="alert">
          {keeping.problem}
        </p>
      )}
      <div class="row wrap">
        {answer?.path && !isSet && (
          <Button look="primary" disabled={keeping.busy || asking.busy} onClick={() => void keeping.attempt(() => onSet({ to: wanted, by, since: today() }))}>
            Set this goal
          </Button>
        )}
        {set && (
          <Button look="outline" disabled={keeping.busy} onClick={() => void keeping.attempt(() => onSet(null))}>
            Drop the goal of {set.to}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Way({ path, training, units }: { path: GoalPath; training: number; units: "kg" | "lb" }) {
  const change = path.intake - path.maintenance - path.training;
  const less = change < 0 ? "less" : "more";
  const days = asBand(path.path, units);
  const target = amount(path.target);
  return (
    <>
      <p>
        <b class="figures big">{kcal(path.intake)}</b> kcal a day
        <br />
        {Math.abs(change) < 5 ? "As much as you spend." : `${kcal(Math.abs(change))} ${less} than you spend.`} Once there, about {kcal(path.hold)} hold {path.target}.
      </p>
      <p class="soft">
        {training >= 10
          ? `Your leg days cost about ${kcal(training)} kcal in the next week; that lets you eat ${kcal(path.training)} kcal a day more.`
          : "No leg day is planned for the next week; with leg days you can eat more on the way."}
      </p>
      <TrendChart title="The way to it" unit={units} trends={[{ name: "Foretold", days }]} aim={target === null ? null : { name: "Goal", value: target }} />
      <p class="soft small">
        {path.own
          ? "The band holds nine of ten people like you who eat this."
          : "The band holds nine of ten people like you who eat this. It is wide because what holds your mass is estimated; four weeks of weighing and logging narrow it."}
      </p>
      <details class="more">
        <summary>The limits it keeps</summary>
        <ul class="lines small">
          {path.limits.map(({ name, sentence }) => (
            <li key={name}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Refused({ refusal, onTake }: { refusal: UnsafeGoal; onTake: (goal: MassGoal) => void }) {
  return (
    <div class="failed" role="alert">
      <p>
        <b>
          {refusal.target} by {fullDate(refusal.by)} is not safe.
        </b>
      </p>
      {refusal.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>The nearest that are:</p>
      <div class="row wrap">
        {refusal.nearest.map(({ mass, by }) => (
          <Button key={mass + by} look="outline" onClick={() => onTake({ to: mass, by })}>
            {number(amount(mass) ?? 0)} {mass.endsWith("lb") ? "lb" : "kg"} by {fullDate(by)}
          </Button>
        ))}
      </div>
    </div>
  );
}
