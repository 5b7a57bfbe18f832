/** Saving a profile and making its plan, with the wait, a refusal, and the ways out of a conflict on screen. */

import { useEffect, useRef, useState } from "preact/hooks";
import { type ApiError, send } from "../api";
import { planned } from "../log";
import { syncNow } from "../sync";
import { Button } from "../ui";
import { Failed } from "./States";
import { type Profile, takeWayOut } from "./profile";
import { asApiError } from "./use-answer";
import { WEEKDAYS, capital } from "./words";
import "./making-plan.css";

const LONGEST_WAIT_MS = 8000;

export interface PlanWish {
  start?: string;
  weeks?: number;
}

interface PlanMaker {
  busy: boolean;
  error: ApiError | null;
  /** Save the profile, if one is given, and make a plan; says whether there is one. */
  make: (profile: Profile | null, wish: PlanWish) => Promise<boolean>;
  forget: () => void;
}

export function usePlanMaker(): PlanMaker {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const make = async (profile: Profile | null, wish: PlanWish) => {
    setBusy(true);
    setError(null);
    try {
      if (profile) await send("PUT", "/profile", profile);
      const { id } = await send<{ id: string }>("POST", "/plans", wish);
      await sessionsOf(id);
      return true;
    } catch (caught) {
      setError(asApiError(caught));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, make, forget: () => setError(null) };
}

/** Wait until the sessions of a plan are on this device, so that the next page can show them; not for ever. */
async function sessionsOf(plan: string): Promise<void> {
  syncNow();
  const until = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < until && !planned.value.some((session) => session.plan === plan)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The wait for the solver, with the seconds it has taken. */
export function PlanProgress() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <section class="making" aria-labelledby="making-title">
      <h2 id="making-title">Making your plan</h2>
      <progress aria-label="Making your plan" />
      <p class="soft" role="status">
        {seconds < 2 ? "Reading what you said" : seconds < 8 ? "Weighing exercises, days and sets" : "Proving that there is no better one"} …{" "}
        <span aria-hidden="true">{seconds} s</span>
      </p>
    </section>
  );
}

interface PlanTroubleProps {
  error: ApiError;
  profile: Profile;
  /** Try again with a changed profile. */
  onRetry: (profile: Profile) => void;
  onBack?: () => void;
}

/** Why there is no plan, in the athlete's words, and what to press to get one. */
export function PlanTrouble({ error, profile, onRetry, onBack }: PlanTroubleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [error]);
  const { conflict, relaxations = [], problems = [] } = error.problem;
  const ways = relaxations.flatMap((way) => {
    const taken = takeWayOut(profile, way);
    return taken ? [{ ...taken, leads: way.leads_to }] : [];
  });
  if (!conflict?.length) {
    return (
      <div>
        <Failed message={error.message} again={() => onRetry(profile)} />
        {problems.length > 0 && (
          <ul>
            {problems.map(({ field, message }) => (
              <li key={field}>
                <b>{field}</b>: {message}
              </li>
            ))}
          </ul>
        )}
        {onBack && <BackButton onBack={onBack} />}
      </div>
    );
  }
  return (
    <section class="trouble" aria-labelledby="trouble-title">
      <h2 id="trouble-title" ref={heading} tabIndex={-1}>
        These can’t all hold together
      </h2>
      <ul class="demands">
        {conflict.map(({ rule, about, sentence }) => (
          <li key={`${rule} ${about}`}>
            {capital(withDays(about))}
            <small>{OWN_WORDS[rule] ?? sentence}</small>
          </li>
        ))}
      </ul>
      {ways.length > 0 ? (
        <>
          <h3>Ways out</h3>
          <div class="ways">
            {ways.map(({ profile: changed, label, leads }, index) => (
              <button key={label} type="button" class={index === 0 ? "button primary" : "button"} onClick={() => onRetry(changed)}>
                {label}
                <small>Gives {leads}</small>
              </button>
            ))}
          </div>
        </>
      ) : (
        <p>No single change opens a plan. Give legs more days or more minutes, or take back a wish.</p>
      )}
      {onBack && <BackButton onBack={onBack} />}
    </section>
  );
}

/** Demands that are the athlete's own. */
const OWN_WORDS: Readonly<Record<string, string>> = { wish: "You asked for this.", minutes: "The time you gave for that day." };

const withDays = (text: string) => text.replace(new RegExp(`\\b(${WEEKDAYS.join("|")})\\b`, "g"), capital);

function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <Button look="plain" onClick={onBack}>
      Change my answers
    </Button>
  );
}
