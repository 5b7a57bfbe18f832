/** The whole profile: changed section by section, kept with one button, planned anew with another. */

import { useState } from "preact/hooks";
import { send } from "../../api";
import { today } from "../../log";
import { navigate } from "../../router";
import { syncNow } from "../../sync";
import { Button, toast } from "../../ui";
import { PlanProgress, PlanTrouble, usePlanMaker } from "../making-plan";
import type { Profile } from "../profile";
import { asApiError } from "../use-answer";
import { Aim, PainSection, You } from "./Person";
import { Energy } from "./Energy";
import { GearSection, Place } from "./Place";
import { Week } from "./Week";
import { Wishes } from "./Wishes";
import type { FieldProblem } from "../../api";

interface ProfileFormProps {
  saved: Profile;
  onSaved: () => void;
}

export function ProfileForm({ saved, onSaved }: ProfileFormProps) {
  const [draft, setDraft] = useState(saved);
  const [revision, setRevision] = useState(0); // fields begin anew when changes are discarded
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const maker = usePlanMaker();
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);

  const save = async (): Promise<boolean> => {
    setBusy(true);
    setProblems([]);
    try {
      setDraft(await send<Profile>("PUT", "/profile", draft));
      syncNow();
      onSaved();
      return true;
    } catch (caught) {
      const error = asApiError(caught);
      const whole = { field: "", message: error.offline ? "You are offline; save once the server can be reached." : error.message };
      setProblems(error.problem.problems?.length ? error.problem.problems : [whole]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const plan = async (profile: Profile | null) => {
    if (profile) setDraft(profile);
    if (await maker.make(profile, { start: today() })) {
      syncNow();
      onSaved();
      navigate("/plan");
    }
  };
  const props = {
    profile: draft,
    problems,
    change: (change: Partial<Profile>) => setDraft((now) => ({ ...now, ...change })),
  };
  if (maker.busy) return <PlanProgress />;
  if (maker.error) return <PlanTrouble error={maker.error} profile={draft} onRetry={(changed) => void plan(changed)} onBack={maker.forget} />;
  return (
    <section key={revision} class="stack" aria-label="Profile">
      <You {...props} />
      <Aim {...props} />
      <Energy {...props} />
      <Week {...props} />
      <Place {...props} />
      <GearSection {...props} />
      <PainSection {...props} />
      <Wishes {...props} />
      {isChanged && (
        <div class="save-bar">
          {problems[0] && (
            <p class="problem" role="alert">
              {problems[0].field && `${problems[0].field}: `}
              {problems[0].message}
            </p>
          )}
          <Button look="outline" disabled={busy} onClick={() => void save().then((kept) => kept && toast("Profile saved. Your plan stays as it is."))}>
            Save
          </Button>
          <Button look="primary" disabled={busy} onClick={() => void save().then((kept) => kept && void plan(null))}>
            Save and plan anew
          </Button>
          <Button
            look="plain"
            disabled={busy}
            onClick={() => {
              setDraft(saved);
              setProblems([]);
              setRevision(revision + 1);
            }}
          >
            Discard
          </Button>
        </div>
      )}
    </section>
  );
}
