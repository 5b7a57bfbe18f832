/** The plan: its weeks and sessions, the sets of each part, and why every choice was made. */

import { useState } from "preact/hooks";
import { PartBars } from "../charts/PartBars";
import { NewPlan } from "./NewPlan";
import { PlanChanges } from "./replan/PlanChanges";
import { ReplanCard } from "./replan/ReplanCard";
import { SomethingCameUp } from "./replan/SomethingCameUp";
import { PartMarks } from "./PartMarks";
import { planned, today } from "../log";
import { Button, Card, EmptyState, Page, Tabs } from "../ui";
import type { Me, SessionSteps } from "../types";
import { Answered } from "./States";
import { blockLoad } from "./SessionPreview";
import { exercisePage } from "./exercise/find";
import { WeekBody } from "./WeekBody";
import { WeekFigure } from "./WeekFigure";
import { type Plan, type PlanItem, type PlanSession, type PlanSummary, ROLE_WORDS, setsInShort, setsInWords } from "./plan";
import { useAnswer } from "./use-answer";
import { PARTS, addDays, fullDate, listed, minutes, nearDate, number } from "./words";
import "./plan.css";

export default function PlanPage() {
  const me = useAnswer<Me>("/me");
  const plan = useAnswer<Plan>(me.data?.plan ? `/plans/${me.data.plan.id}` : null);
  return (
    <Page title="Plan">
      <Answered asked={{ ...me, asOf: null }}>
        {({ plan: current }) =>
          current ? (
            <Answered asked={plan}>
              {(data) => <Weeks plan={data} summary={current} onNew={() => void me.refresh().then(plan.refresh)} />}
            </Answered>
          ) : (
            <EmptyState title="No plan yet">
              <p>Four short questions, and your first session is ready.</p>
              <Button look="primary" href="/start">
                Make my plan
              </Button>
            </EmptyState>
          )
        }
      </Answered>
    </Page>
  );
}

function WeekLabel({ number: week, kind }: { number: number; kind: string }) {
  return (
    <>
      <span class="visually-hidden">Week </span>
      {week}
      {kind && ` ${kind}`}
    </>
  );
}

function Weeks({ plan, summary, onNew }: { plan: Plan; summary: PlanSummary; onNew: () => void }) {
  const now = today();
  const current = plan.weeks.findIndex(({ start }) => now >= start && now < addDays(start, 7));
  const [shown, setShown] = useState(Math.max(0, current));
  const week = plan.weeks[shown] ?? plan.weeks[0];
  if (!week) return null;
  return (
    <>
      <p class="lead">
        <b>{plan.method_name}</b>
        <span class="proof">{plan.changes?.length ? "Made again" : plan.status === "optimal" ? "Proven best" : `Within ${number(100 * plan.gap)} % of best`}</span>
        <span class="soft">
          {fullDate(summary.start)} to {fullDate(addDays(summary.end, -1))}
        </span>
      </p>
      {plan.warnings.map((warning) => (
        <p key={warning} class="notice">
          {warning}
        </p>
      ))}
      <div class="columns">
        <section class="stack" aria-labelledby="week-title">
          <ReplanCard plan={summary.id} onDone={onNew} />
          <Tabs
            label="Weeks"
            tabs={plan.weeks.map((one, index) => ({ value: String(index), label: <WeekLabel number={one.number} kind={one.deload ? "easy" : one.taper ? "taper" : ""} /> }))}
            value={String(shown)}
            onChange={(value) => setShown(Number(value))}
          />
          <h2 id="week-title">
            Week {week.number}
            {week.deload ? ", an easy one" : week.taper && ", before your race"}
          </h2>
          <WeekFigure week={week} today={now} />
          {week.mileage && <p class="soft">Runs: {week.mileage}.</p>}
          {week.free_meal && (
            <p class="soft">
              {nearDate(week.free_meal.date, now)}: {week.free_meal.say}
            </p>
          )}
          {week.sessions.map((session) => (
            <SessionCard key={session.date} session={session} steps={planned.value.find(({ plan: of, date }) => of === summary.id && date === session.date)} open={week.sessions.length === 1 || session.date === now} now={now} />
          ))}
        </section>
        <div class="stack">
          <Card title="Sets of each part">
            <PartBars
              current={shown}
              weeks={plan.weeks.map((one) => ({
                start: one.start,
                sets: Object.fromEntries(one.volumes.map(({ part, effective }) => [part, effective])),
                targets: Object.fromEntries(one.volumes.map(({ part, target }) => [part, target])),
              }))}
            />
          </Card>
          <Reasons plan={plan} week={week} />
          <SomethingCameUp plan={summary.id} onDone={onNew} />
          <PlanChanges changes={plan.changes ?? []} />
          <NewPlan summary={summary} onNew={onNew} />
        </div>
      </div>
    </>
  );
}

interface SessionCardProps {
  session: PlanSession;
  /** The same session as steps, with loads from the log of today. */
  steps: SessionSteps | undefined;
  open: boolean;
  now: string;
}

function SessionCard({ session, steps, open, now }: SessionCardProps) {
  const roles = [...new Set(session.items.map(({ role }) => role))];
  return (
    <details class="card session-card" open={open}>
      <summary>
        <h3>{nearDate(session.date, now)}</h3>
        <span class="in-brief">
          <PartMarks parts={session.parts} />
          <span>{minutes(session.minutes)}</span>
        </span>
      </summary>
      {session.before.length > 0 && <p class="soft">The same day: {listed(session.before.map((one) => one.replace("-", " ")))}.</p>}
      {session.beside && <p class="soft">{session.beside}</p>}
      {roles.map((role) => (
        <div key={role}>
          <h4>{ROLE_WORDS[role]}</h4>
          <ul class="items">
            {session.items
              .filter((item) => item.role === role)
              .map((item) => (
                <Item key={item.slot} item={item} steps={steps} />
              ))}
          </ul>
        </div>
      ))}
      {session.next_day && <p class="soft">The day after: {session.next_day.what}</p>}
      {session.food && <p class="soft">{session.food}</p>}
    </details>
  );
}

function Item({ item, steps }: { item: PlanItem; steps: SessionSteps | undefined }) {
  const block = steps?.blocks.find(({ exercise, variant }) => exercise === item.exercise && variant === item.variant);
  const load = steps && block ? blockLoad(steps, block) : (item.load?.text ?? "");
  const basis = block?.load_basis || item.load?.basis;
  return (
    <li class={item.part ? `part-${item.part}` : ""}>
      <details class="item">
        <summary>
          <span class="preview-name">
            {item.name}
            <small>{item.variant_name}</small>
          </span>
          <span class="preview-sets">
            {setsInShort(item.sets)}
            <small>{load}</small>
          </span>
        </summary>
        <p>{setsInWords(item.sets)}.</p>
        <p class="soft">{item.how}</p>
        {item.note && <p>{item.note}</p>}
        <h5>Why</h5>
        <ul class="why">
          {item.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {basis && <li>{basis}</li>}
        </ul>
        <p class="item-links">
          <a href={exercisePage(item.exercise, item.variant, "/plan")}>How it is done and what it asks</a>
          <a href={`/log/exercise/${item.exercise}?from=/plan`}>What you did of it so far</a>
        </p>
      </details>
    </li>
  );
}

function Reasons({ plan, week }: { plan: Plan; week: Plan["weeks"][number] }) {
  const order = PARTS.filter((part) => !plan.ranking.includes(part)).length ? [] : plan.ranking;
  return (
    <Card title="Why this plan">
      <ul class="lines">
        <li>The method: {plan.chosen_because}.</li>
        {order.length > 0 && <li>The parts in order: {listed(order)}.</li>}
        {plan.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <WeekBody week={week} />
    </Card>
  );
}
