/** The energy ledger as a statement: what came in, what went out, and what the body's stores hold. */

import { useState } from "preact/hooks";
import { LineChart, type Series } from "../charts/LineChart";
import { me } from "../log";
import { Button, Card, EmptyState, Page } from "../ui";
import { Answered } from "./States";
import { AccountBars } from "./energy/AccountBars";
import { StatementCard } from "./energy/StatementCard";
import { type EnergyView, type Statement, massIn, verdict } from "./energy/statement";
import { ChooseOne } from "./fields";
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
  const today = me.value?.today;
  const from = today && addDays(today, -Number(days));
  const view = useAnswer<EnergyView>(from ? `/energy?from=${from}&to=${addDays(today, -1)}` : null);
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
  return (
    <div class="columns">
      <div class="stack">
        <Card class="verdict">
          <p class="big">{verdict(statement)}</p>
          {expenditure && (
            <p>
              You spend about <b>{Math.round(expenditure.mean).toLocaleString("en")} kcal</b> a day
              <span class="soft">
                {" "}
                ({Math.round(expenditure.low).toLocaleString("en")} to {Math.round(expenditure.high).toLocaleString("en")} in nine of ten cases).
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
      </div>
    </div>
  );
}

function massSeries({ days }: Statement, unit: "kg" | "lb"): readonly Series[] {
  const books = days.map(({ date, mass }) => ({ date, value: massIn(mass, unit) }));
  const trend = days.flatMap(({ date, trend }) => (trend === null ? [] : [{ date, value: massIn(trend, unit) }]));
  return [{ name: "Books", points: books }, ...(trend.length > 0 ? [{ name: "Scale’s trend", points: trend }] : [])];
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
