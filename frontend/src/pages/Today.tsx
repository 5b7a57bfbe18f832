/** Today: the session to train, the one to go on with, or rest and what comes next. */

import { CheckInLine } from "../check-in/CheckInLine";
import { TodayChanges } from "../check-in/TodayChanges";
import { log, me, planned, today } from "../log";
import { todayOf } from "../readiness/today";
import { sync } from "../sync/sync";
import type { LoggedSession, SessionSteps } from "../types";
import { Button, Card, EmptyState, Icon, Page } from "../ui";
import { ReplanCard } from "./replan/ReplanCard";
import { SessionCost, SessionFacts, SessionPreview } from "./SessionPreview";
import { ThisWeek } from "./ThisWeek";
import { TodayRun } from "./runs/TodayRun";
import { addDays, moment, nearDate, plural, weekday, dayAndMonth } from "./words";
import "./common.css";
import "./today.css";

interface Begun {
  id: string;
  session: LoggedSession;
  sets: number;
}

/** Sessions that were begun today or yesterday, the latest first. */
function begunLately(now: string): Begun[] {
  const { things } = log.value;
  return things
    .all("session")
    .filter(({ value }) => value.start.slice(0, 10) >= addDays(now, -1))
    .map(({ id, value }) => ({ id, session: value, sets: things.setsOf(id).filter((set) => !set.value.skipped).length }))
    .sort((a, b) => (a.session.start < b.session.start ? 1 : -1));
}

export default function Today() {
  const now = today();
  const begun = begunLately(now);
  const open = begun.find(({ session }) => !session.finished);
  const done = begun.find(({ session }) => session.finished && session.start.slice(0, 10) === now);
  // a session answers its day, also after the plan was made anew
  const answered = new Set(log.value.things.all("session").flatMap(({ value }) => value.planned_date ?? []));
  const due = planned.value.find(({ date }) => date === now && !answered.has(date));
  const next = planned.value.find(({ date }) => date > now && !answered.has(date));
  const yesterday = planned.value.find((session) => session.next_day && (session.next_date ?? addDays(session.date, 1)) === now);
  const hasPlan = planned.value.length > 0 || Boolean(me.value?.plan);
  return (
    <Page title={`${weekday(now)} ${dayAndMonth(now)}`}>
      <div class={hasPlan ? "columns" : "stack"}>
        <div class="stack">
          {open && <Resume begun={open} steps={planned.value.find(({ id }) => id === open.id)} />}
          {done && <Done begun={done} />}
          {hasPlan && <CheckInLine date={now} ask="How are you today?" />}
          {due && <Due session={due} running={Boolean(open)} />}
          {!due && !open && !done && hasPlan && <Rest walk={yesterday?.next_day ?? ""} next={next} />}
          {me.value?.plan && !open && <ReplanCard plan={me.value.plan.id} />}
          {!hasPlan && !open && <NoPlan />}
          {!due && next && <Next session={next} now={now} />}
          {planned.value.length > 0 && !next && !due && <BlockOver />}
        </div>
        <div class="stack">
          <ThisWeek now={now} />
          <TodayRun now={now} />
          <Button look="outline" icon="plus" href="/food">
            Log food
          </Button>
          {hasPlan && !open && (
            <Button look="outline" icon="plus" href="/train/free">
              Train without a plan
            </Button>
          )}
          <SyncLine />
        </div>
      </div>
    </Page>
  );
}

function Resume({ begun, steps }: { begun: Begun; steps: SessionSteps | undefined }) {
  const sets = new Set(steps?.steps.map(({ set_key }) => set_key).filter(Boolean)).size;
  return (
    <Card class="hero">
      <p class="soft">Under way since {begun.session.start.slice(11, 16)}</p>
      <h2>{begun.session.name}</h2>
      <p>
        {sets > begun.sets ? `${begun.sets} of ${sets} sets` : plural(begun.sets, "set")} done
      </p>
      {sets > 0 && <progress value={Math.min(begun.sets, sets)} max={sets} aria-label="Sets done" />}
      <Button look="primary" large wide icon="play" href={`/train/${begun.id}`}>
        Go on
      </Button>
    </Card>
  );
}

function Done({ begun }: { begun: Begun }) {
  return (
    <Card class="done-card">
      <p class="row good">
        <Icon name="check" /> <b>Session done</b>
      </p>
      <h2>{begun.session.name}</h2>
      <p>{begun.sets > 0 ? `${plural(begun.sets, "set")} logged. Well earned.` : "No sets were logged."}</p>
      <Button look="outline" href={`/log/session/${begun.id}`}>
        See it in the log
      </Button>
    </Card>
  );
}

function Due({ session, running }: { session: SessionSteps; running: boolean }) {
  const changes = todayOf(session);
  return (
    <Card class="hero">
      <h2>{session.name}</h2>
      <SessionFacts session={session} />
      {!running && (
        <Button look="primary" large wide icon="play" href={`/train/${session.id}`}>
          Start
        </Button>
      )}
      <TodayChanges session={session} today={changes} />
      <SessionPreview session={session} today={changes} />
      <SessionCost session={session} />
      {session.food && <p class="soft small">{session.food}</p>}
    </Card>
  );
}

function Rest({ walk, next }: { walk: string; next: SessionSteps | undefined }) {
  return (
    <Card class="rest-card">
      <h2>Rest day</h2>
      <p>{next ? "Legs grow today, not in the gym. Planned rest keeps your streak." : "Nothing is planned today."}</p>
      {walk && (
        <p class="row">
          <Icon name="walk" /> <span class="grow">{walk}</span>
        </p>
      )}
    </Card>
  );
}

function Next({ session, now }: { session: SessionSteps; now: string }) {
  return (
    <Card>
      <p class="soft">Next: {nearDate(session.date, now).replace("Tomorrow", "tomorrow")}</p>
      <h2>{session.name}</h2>
      <SessionFacts session={session} />
      <details class="more">
        <summary>What is in it</summary>
        <SessionPreview session={session} />
        <SessionCost session={session} />
      </details>
      <Button look="outline" href={`/train/${session.id}`}>
        Do it today
      </Button>
    </Card>
  );
}

function NoPlan() {
  return (
    <EmptyState title="Your legs, planned and coached">
      <p>Four short questions, then your first session is ready to start.</p>
      <Button look="primary" large href="/start">
        Make my plan
      </Button>
      <p>
        Or <a href="/train/free">just train</a>, <a href="/imports">bring a log</a>, or <a href="/settings">restore an export</a>.
      </p>
    </EmptyState>
  );
}

function BlockOver() {
  return (
    <EmptyState title="The block is done">
      <p>The next one starts from what you logged.</p>
      <Button look="primary" href="/plan">
        Make the next block
      </Button>
    </EmptyState>
  );
}

function SyncLine() {
  const { is, at, pending } = sync.value;
  if (is === "idle") return null;
  const kept = pending > 0 ? `${plural(pending, "change")} kept on this phone` : "Everything is on this phone";
  const said = is === "synced" && pending === 0 ? `Up to date${at ? `, ${moment(at)}` : ""}` : `${kept}${at ? `; last in step ${moment(at)}` : ""}`;
  return (
    <p class="as-of">
      <Icon name={is === "synced" ? "check" : "offline"} size={18} /> {said}
    </p>
  );
}
