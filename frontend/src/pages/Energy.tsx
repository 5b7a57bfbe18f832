/** The energy ledger as a statement: what came in, what went out, and what the body's stores hold. */

import { useState } from "preact/hooks";
import { LineChart, type Series } from "../charts/LineChart";
import { log, me, today } from "../log";
import { settings } from "../settings";
import { Button, Card, EmptyState, Page } from "../ui";
import { Answered } from "./States";
import { AccountBars } from "./energy/AccountBars";
import { StatementCard } from "./energy/StatementCard";
import { type EnergyView, type Statement, massIn, verdict } from "./energy/statement";
import { ChooseOne } from "./fields";
import { counted, inUnit, kcalSum, onDay } from "./food/foods";
import { Doubts } from "./food/Doubts";
import type { GoalNow } from "./goal/shapes";
import { useAnswer } from "./use-answer";
import { addDays } from "./words";
import "./common.css";
import "./energy/energy.css";

const RANGES = [
  { value: "7", label: "7 days" },
  { value: "14", label: "14 days" },
  { value: "28", label: "4 weeks" },
  { value: "91", label: "13 weeks" },
];

export default function Energy() {
  const [days, setDays] = useState("14");
  const now = me.value?.today;
  const view = useAnswer<EnergyView>(now ? `/energy?from=${addDays(now, -Number(days))}&to=${addDays(now, -1)}` : null);
  return (
    <Page title="Energy" back="/body">
      <nav class="energy-links" aria-label="Energy">
        <Button look="primary" href="/food">
          Log food
        </Button>
        <Button look="outline" href="/goal">
          Goal
        </Button>
      </nav>
      <Answered asked={view} rows={6}>
        {(shown) => (
          <>
            {!shown.missing && <TodayCard />}
            {shown.missing && <Missing sentence={shown.missing.sentence} />}
            {shown.statement && (
              <>
                <ChooseOne hideLabel label="Days" options={RANGES} value={days} onChoose={setDays} />
                <Shown statement={shown.statement} />
              </>
            )}
            {!shown.missing && !shown.statement && <Nothing begins={shown.begins} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Shown({ statement }: { statement: Statement }) {
  const { expenditure } = statement;
  const unit = me.value?.profile?.units === "lb" ? "lb" : "kg";
  const energy = settings.value.energyUnit;
  return (
    <div class="columns">
      <div class="stack">
        <Card class="verdict">
          <p class="big">{verdict(statement)}</p>
          {expenditure && (
            <p>
              You spend about{" "}
              <b>
                {inUnit(expenditure.mean, energy)} {energy}
              </b>{" "}
              a day
              <span class="soft">
                {" "}
                ({inUnit(expenditure.low, energy)} to {inUnit(expenditure.high, energy)} in nine of ten cases).
              </span>
            </p>
          )}
        </Card>
        <StatementCard statement={statement} unit={unit} />
      </div>
      <div class="stack">
        <Card title="Books and scale">
          <LineChart title="Body mass" unit={unit} series={massSeries(statement, unit)} height={200} numbers={false} />
          <p class="soft small">{statement.scale_says}</p>
        </Card>
        <AccountBars statement={statement} />
        <Doubts />
      </div>
    </div>
  );
}

function massSeries({ days }: Statement, unit: "kg" | "lb"): readonly Series[] {
  const books = days.map(({ date, mass }) => ({ date, value: massIn(mass, unit) }));
  const trend = days.flatMap(({ date, trend }) => (trend === null ? [] : [{ date, value: massIn(trend, unit) }]));
  return [{ name: "Books", points: books }, ...(trend.length > 0 ? [{ name: "Scale’s trend", points: trend }] : [])];
}

/** What was eaten today beside what the goal asks for. */
function TodayCard() {
  const goal = useAnswer<GoalNow>("/goal");
  const eaten = kcalSum(counted(onDay(log.value.things.all("food"), today())));
  const energy = settings.value.energyUnit;
  const target = goal.data?.target;
  if (!target) return null;
  return (
    <Card title="Today">
      <p>
        <b>{inUnit(eaten, energy)}</b> of {inUnit(target.intake, energy)} {energy}, with {target.protein[0]} to {target.protein[1]} g of protein
      </p>
      <progress value={Math.min(eaten, target.intake)} max={target.intake} aria-label="Energy of today" />
      <p class="soft small">
        {target.sentence} <a href="/goal">Why?</a>
      </p>
    </Card>
  );
}

function Missing({ sentence }: { sentence: string }) {
  return (
    <div class="notice">
      <p>To keep your books, {sentence}.</p>
      <Button look="outline" href="/settings">
        Fill in
      </Button>
    </div>
  );
}

function Nothing({ begins }: { begins: string | null }) {
  return (
    <EmptyState title={begins ? "Nothing in these days" : "The books begin with the first meal"}>
      <p>Log what you eat, or only what the day came to. Weigh yourself some mornings, and the books learn what you really spend.</p>
    </EmptyState>
  );
}
