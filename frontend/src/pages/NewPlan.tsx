/** The next plan: after this one, or in its place. */

import { useState } from "preact/hooks";
import { today } from "../log";
import { Button, Card, Field } from "../ui";
import { Amount } from "./fields";
import { PlanProgress, PlanTrouble, type PlanWish, usePlanMaker } from "./making-plan";
import type { PlanSummary } from "./plan";
import type { Profile } from "./profile";
import { useAnswer } from "./use-answer";
import { fullDate } from "./words";

export function NewPlan({ summary, onNew }: { summary: PlanSummary; onNew: () => void }) {
  const profile = useAnswer<Profile>("/profile");
  const maker = usePlanMaker();
  const [start, setStart] = useState(today());
  const [weeks, setWeeks] = useState(4);
  const [wish, setWish] = useState<PlanWish>({});
  const over = summary.end <= today();

  const make = async (wanted: PlanWish, changed: Profile | null = null) => {
    setWish(wanted);
    if (await maker.make(changed, wanted)) onNew();
  };
  return (
    <Card title="What comes next">
      {maker.busy ? (
        <PlanProgress />
      ) : maker.error && profile.data ? (
        <PlanTrouble error={maker.error} profile={profile.data} onRetry={(changed) => void make(wish, changed)} onBack={maker.forget} />
      ) : (
        <>
          <div class="row wrap">
            <Button look={over ? "primary" : "normal"} onClick={() => void make({ start: over ? today() : summary.end, weeks: summary.weeks })}>
              {over ? "Make the next block" : `Continue from ${fullDate(summary.end)}`}
            </Button>
            <Button look="outline" href="/settings">
              Change my profile
            </Button>
          </div>
          <details class="more">
            <summary>A new plan in its place</summary>
            <Field label="First day" type="date" value={start} onInput={setStart} />
            <Amount label="Weeks" value={weeks} most={12} onChange={(value) => setWeeks(Math.max(1, value ?? 4))} />
            <Button onClick={() => void make({ start, weeks })}>Make this plan</Button>
            <p class="soft small">The plan you have is kept. What you logged stays as it is.</p>
          </details>
        </>
      )}
    </Card>
  );
}
