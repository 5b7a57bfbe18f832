/** A day on which training falls out: asked about before it is there. */

import { useState } from "preact/hooks";
import { log, planned, today } from "../../log";
import { Button, Card } from "../../ui";
import { Select } from "../fields";
import { addDays, nearDate } from "../words";
import { ReplanCard } from "./ReplanCard";

const DAYS_AHEAD = 14;

export function SomethingCameUp({ plan, onDone }: { plan: string; onDone: () => void }) {
  const [day, setDay] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const now = today();
  const answered = new Set(log.value.things.all("session").flatMap(({ value }) => value.planned_date ?? []));
  const days = planned.value
    .filter((session) => session.plan === plan && session.date >= now && session.date < addDays(now, DAYS_AHEAD) && !answered.has(session.date))
    .map(({ date }) => date);
  if (days.length === 0) return null;
  const chosen = days.includes(day) ? day : (days[0] as string);
  return (
    <>
      <Card title="Something came up?">
        <div class="came-up">
          <Select
            label="I can’t train on"
            value={chosen}
            options={days.map((date) => ({ value: date, label: nearDate(date, now) }))}
            onChange={(date) => {
              setDay(date);
              setAsked(null);
            }}
          />
          <Button look="outline" onClick={() => setAsked(chosen)}>
            What would move?
          </Button>
        </div>
      </Card>
      {asked && (
        <ReplanCard
          plan={plan}
          out={asked}
          onDone={() => {
            setAsked(null);
            onDone();
          }}
        />
      )}
    </>
  );
}
