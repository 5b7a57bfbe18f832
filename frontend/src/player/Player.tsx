/** The player: one step of a session on the screen at a time. */

import { useEffect, useState } from "preact/hooks";
import { me } from "../log";
import type { Parameters } from "../router";
import { settings } from "../settings";
import { sync, syncNow, tellRest } from "../sync";
import { Button, EmptyState, Page, Skeleton } from "../ui";
import { cursor } from "./cursor";
import { useAwake, useSession } from "./hooks";
import { Intro } from "./Intro";
import type { Unit } from "./mass";
import "./player.css";
import "./screens.css";
import { StepScreen } from "./StepScreen";
import { Summary } from "./Summary";

export default function Player({ params }: { params: Parameters }) {
  const id = params.id ?? "";
  const found = useSession(id);
  const [finishing, setFinishing] = useState(false);
  useAwake();
  useEffect(() => {
    document.title = `${found?.run.name ?? "Training"} · legday`;
  }, [found?.run.name]);
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === "visible" && !cursor.value.timer) void tellRest(null, "", "");
    };
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, []);
  if (!found) return <Page title="Training">{<Skeleton />}</Page>;
  const { run, at, session } = found;
  if (!run.planned && !session) return <NotHere />;
  if (!session) return <Intro run={run} />;
  const over = finishing || session.finished === true || at >= run.steps.length;
  if (over) return <Summary run={run} session={session} at={at} onBack={() => setFinishing(false)} />;
  return <StepScreen run={run} at={at} session={session} unit={unitOf()} onFinish={() => setFinishing(true)} />;
}

/** The unit in which loads are entered. */
function unitOf(): Unit {
  return settings.value.unit ?? (me.value?.profile?.units === "lb" ? "lb" : "kg");
}

function NotHere() {
  const waits = sync.value.is === "idle";
  return (
    <Page title="Training" back="/">
      <EmptyState title={waits ? "Looking for this session" : "This session is not on this device"}>
        <p>{waits ? "One moment." : "Sessions of your plan come with the first connection and stay. You can always train without a plan."}</p>
        <div class="row wrap">
          <Button look="primary" href="/train/free">
            Train without a plan
          </Button>
          <Button onClick={syncNow}>Look again</Button>
        </div>
      </EmptyState>
    </Page>
  );
}
