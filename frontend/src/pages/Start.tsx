/** The first minutes: four short questions with good answers already chosen, then the plan. */

import { useEffect, useRef, useState } from "preact/hooks";
import { navigate } from "../router";
import { me, today } from "../log";
import { Button } from "../ui";
import { PlanProgress, PlanTrouble, usePlanMaker } from "./making-plan";
import { type Profile, firstDays } from "./profile";
import { STEPS, type StepProps } from "./start-steps";
import "./common.css";
import "./start.css";

/** What the athlete said before, if anything; else what most would say. */
function firstProfile(): Profile {
  const known = me.value?.profile as Profile | null | undefined;
  if (known) return known;
  const pounds = /^en-(US|LR)|^my/.test(navigator.language);
  const days = Object.fromEntries(firstDays(today()).map((day) => [day, "60 min"]));
  return { name: "me", goal: "grow", level: "beginner", days, place: "gym", units: pounds ? "lb" : "kg", partner: false, cage: false };
}

export default function Start() {
  const [profile, setProfile] = useState(firstProfile);
  const [step, setStep] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const maker = usePlanMaker();
  const current = STEPS[step] as (typeof STEPS)[number];
  const isLast = step === STEPS.length - 1;

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [step]);

  const make = async (wanted: Profile) => {
    setProfile(wanted);
    if (await maker.make(wanted, { start: today(), weeks: 4 })) navigate("/");
  };
  const go = (to: number) => {
    maker.forget();
    setStep(to);
  };

  if (maker.busy) {
    return (
      <div class="page start">
        <h1 class="visually-hidden">Your first plan</h1>
        <PlanProgress />
      </div>
    );
  }
  if (maker.error) {
    return (
      <div class="page start">
        <h1>Almost there</h1>
        <PlanTrouble error={maker.error} profile={profile} onRetry={(changed) => void make(changed)} onBack={() => go(2)} />
      </div>
    );
  }

  const props: StepProps = {
    profile,
    change: (change) => setProfile((now) => ({ ...now, ...change })),
  };
  const problem = current.problem?.(profile);
  return (
    <form
      class="page start"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem) return;
        if (isLast) void make(profile);
        else go(step + 1);
      }}
    >
      <p class="start-steps" aria-label={`Step ${step + 1} of ${STEPS.length}`} role="img">
        {STEPS.map((one, index) => (
          <span key={one.title} class={index <= step ? "done" : ""} />
        ))}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {current.title}
      </h1>
      <div class="start-body">
        <current.Body {...props} />
      </div>
      <div class="start-actions">
        {problem && (
          <p class="problem" role="status">
            {problem}
          </p>
        )}
        <div class="row">
          {step > 0 && (
            <Button large onClick={() => go(step - 1)}>
              Back
            </Button>
          )}
          <Button look="primary" large wide type="submit" disabled={Boolean(problem)}>
            {isLast ? "Make my plan" : "Next"}
          </Button>
        </div>
      </div>
    </form>
  );
}
