/** The goal: what it changes in food, plan and pages, and a body mass by a day with its path. */

import { useEffect } from "preact/hooks";
import { send } from "../api";
import { TrendChart, dayOf } from "../charts/TrendChart";
import { sync, syncNow } from "../sync";
import { Button, Card, EmptyState, Page, toast } from "../ui";
import { Answered } from "./States";
import { AskPerson } from "./goal/AskPerson";
import { TryGoal } from "./goal/TryGoal";
import { type EnergyTarget, type GoalNow, asBand, bandIn, kcal } from "./goal/shapes";
import { GOALS, type MassGoal, type Profile } from "./profile";
import { useAnswer } from "./use-answer";
import { amount, fullDate, number } from "./words";
import "./common.css";
import "./goal/goal.css";

const CONFLICT = 409;

export default function Goal() {
  const profile = useAnswer<Profile | null>("/profile");
  const now = useAnswer<GoalNow>("/goal");
  const { at, pending } = sync.value;
  useEffect(() => {
    if (pending === 0) void now.refresh();
  }, [at, pending]);
  const save = async (changed: Profile) => {
    await send("PUT", "/profile", changed);
    syncNow();
    await Promise.all([profile.refresh(), now.refresh()]);
  };
  const saved = profile.data;
  return (
    <Page title="Goal" back="/body">
      <Answered asked={profile}>
        {() =>
          !saved ? (
            <EmptyState title="No profile yet">
              <Button look="primary" href="/start">
                Make my plan
              </Button>
            </EmptyState>
          ) : now.data === null && now.error?.status === CONFLICT ? (
            <AskPerson profile={saved} sentence={now.error.message} onSave={save} />
          ) : (
            <Answered asked={now}>{(found) => <Found now={found} profile={saved} onSave={save} />}</Answered>
          )
        }
      </Answered>
    </Page>
  );
}

interface FoundProps {
  now: GoalNow;
  profile: Profile;
  onSave: (profile: Profile) => Promise<void>;
}

function Found({ now, profile, onSave }: FoundProps) {
  const units = profile.units ?? "kg";
  const set = profile.mass_goal ?? null;
  const keep = async (goal: MassGoal | null) => {
    await onSave({ ...profile, mass_goal: goal });
    toast(goal ? `Your goal is ${goal.to} by ${fullDate(goal.by)}.` : "The goal of body mass is dropped.", () => void onSave({ ...profile, mass_goal: set }));
  };
  const tryOne = <TryGoal key={set ? set.to + set.by : "none"} mass={now.mass} units={units} set={set} onSet={keep} />;
  const changes = (
    <>
      <Today target={now.target} assumed={profile.activity == null} />
      <Changes target={now.target} goal={GOALS.find(({ value }) => value === (profile.goal ?? "grow"))?.label ?? ""} />
    </>
  );
  return (
    <div class="columns">
      <div class="stack">
        {set && now.foretold.length > 0 && now.weighed.length > 0 && <SoFar now={now} set={set} units={units} />}
        {set ? changes : tryOne}
      </div>
      <div class="stack">{set ? tryOne : changes}</div>
    </div>
  );
}

/** What was weighed since the goal was set, over what was foretold that day. */
function SoFar({ now, set, units }: { now: GoalNow; set: MassGoal; units: "kg" | "lb" }) {
  const weighed = bandIn(now.weighed, units);
  const foretold = asBand(now.foretold, units);
  const last = weighed.at(-1);
  const due = last && dayOf(foretold, last.date);
  const target = amount(set.to);
  const inside = last && due && last.mean >= due.low && last.mean <= due.high;
  return (
    <Card title={`${set.to} by ${fullDate(set.by)}`}>
      {last && due && (
        <p>
          Your trend is {number(last.mean)} {units}, {inside ? "inside" : "outside"} what was foretold ({number(due.low)}–{number(due.high)}).
          {!inside && " Then what you spend or eat differs from the estimate: go by the intake below, which begins from today."}
        </p>
      )}
      <TrendChart title="The way so far" unit={units} trends={[{ name: "Trend", days: weighed }, { name: "Foretold", days: foretold }]} aim={target === null ? null : { name: "Goal", value: target }} />
    </Card>
  );
}

function Today({ target, assumed }: { target: EnergyTarget; assumed: boolean }) {
  const [least, most] = target.protein;
  return (
    <Card title="To eat in a day">
      <dl class="facts">
        <dt>Energy</dt>
        <dd>
          <b class="figures">{kcal(target.intake)}</b> kcal
        </dd>
        <dt>Protein</dt>
        <dd>
          <b class="figures">
            {least}–{most}
          </b>{" "}
          g
        </dd>
        <dt>Fat, at least</dt>
        <dd>
          <b class="figures">{target.least_fat}</b> g
        </dd>
      </dl>
      <p class="soft">
        About {kcal(target.maintenance)} kcal hold your mass today
        {target.training >= 5 && `, ${kcal(target.training)} of them for leg days`}.{target.own ? " That is by what you weighed and logged." : " That is estimated; a few weeks of weighing and logging food tell it better."}
        {!target.own && assumed && " Your usual day is taken to be one with some walking; say more in the profile."}
      </p>
      {target.reasons.map((reason) => (
        <p key={reason} class="notice">
          {reason}
        </p>
      ))}
      {target.refusal && (
        <p class="notice">
          {target.refusal.target} by {fullDate(target.refusal.by)} is not safe any more, so this goes for {target.mass_goal ? `${target.mass_goal.to} by ${fullDate(target.mass_goal.by)}` : "your mass of today"}.
        </p>
      )}
      <p class="soft small">{target.protein_sentence} The rest is carbohydrate and fat as you like it.</p>
      <p class="soft small">Not for you if you are pregnant or ill, or have had an eating disorder: ask a doctor.</p>
    </Card>
  );
}

function Changes({ target, goal }: { target: EnergyTarget; goal: string }) {
  return (
    <Card title={`What “${goal}” changes`}>
      <dl class="changes">
        <dt>Food</dt>
        <dd>{target.sentence}</dd>
        <dt>Plan</dt>
        <dd>{target.plan}</dd>
        <dt>Body page</dt>
        <dd>{target.page}</dd>
      </dl>
      <Button look="outline" href="/settings">
        Another goal
      </Button>
    </Card>
  );
}
