/** The days of a statement as rows that open, between the opening and the closing balance. */

import { settings } from "../../settings";
import { Card } from "../../ui";
import { dayAndMonth, weekday } from "../words";
import { type Balance, type DayLine, type Posting, type Statement, isEaten, mass, shown, signed } from "./statement";

const GUESSED = "≈";

export function StatementCard({ statement, unit }: { statement: Statement; unit: "kg" | "lb" }) {
  const { days, opening, closing, eaten, spent, guessed } = statement;
  const off = eaten - spent - (closing.joules - opening.joules);
  return (
    <Card title="Statement">
      <p class="soft small">In {settings.value.energyUnit}. Tap a day for its lines.</p>
      <div class="statement">
        <p class="statement-row head" aria-hidden="true">
          <span />
          <span>eaten</span>
          <span>spent</span>
          <span>change</span>
        </p>
        <BalanceRow label="Opening" balance={opening} unit={unit} />
        {days.map((day) => (
          <DayRow key={day.date} day={day} unit={unit} />
        ))}
        <BalanceRow label="Closing" balance={closing} unit={unit} />
        <p class="statement-row total">
          <span>Sum</span>
          <span>{shown(eaten)}</span>
          <span>{shown(spent)}</span>
          <span>{signed(closing.joules - opening.joules)}</span>
        </p>
      </div>
      {guessed > 0 && (
        <p class="soft small">
          {GUESSED} marks what is not as you logged it: {Math.round((100 * guessed) / Math.max(eaten, 1))} % of what was eaten.
        </p>
      )}
      <p class="soft small">
        Eaten − spent − change of the stores = <b>{off} J</b>
      </p>
    </Card>
  );
}

function BalanceRow({ label, balance, unit }: { label: string; balance: Balance; unit: "kg" | "lb" }) {
  return (
    <p class="statement-balance">
      <b>{label}</b>
      <span>
        <b>{shown(balance.joules)}</b>
        <small class="soft">
          {mass(balance.fat_kg, unit)} fat, {mass(balance.lean_kg, unit)} lean tissue; {mass(balance.mass, unit)} in all
        </small>
      </span>
    </p>
  );
}

function DayRow({ day, unit }: { day: DayLine; unit: "kg" | "lb" }) {
  return (
    <details class="statement-day">
      <summary class="statement-row">
        <span>
          <b>{weekday(day.date).slice(0, 3)}</b> {dayAndMonth(day.date)}
        </span>
        <span>
          <span class="visually-hidden">eaten </span>
          {shown(day.eaten)}
          {day.guessed > 0 && <Guessed />}
        </span>
        <span>
          <span class="visually-hidden">spent </span>
          {shown(day.spent)}
        </span>
        <span class={day.change < 0 ? "out" : "in"}>
          <span class="visually-hidden">change </span>
          {signed(day.change)}
        </span>
      </summary>
      <ul class="postings">
        {day.postings.map((posting, index) => (
          <PostingRow key={index} posting={posting} />
        ))}
        <li class="posting sum">
          <span>Balance of the stores</span>
          <b>{shown(day.balance)}</b>
        </li>
        {day.scale !== null && (
          <li class="posting">
            <span>On the scale</span>
            <span>{mass(day.scale, unit)}</span>
          </li>
        )}
      </ul>
    </details>
  );
}

function PostingRow({ posting }: { posting: Posting }) {
  const { label, joules, account, sure, why } = posting;
  return (
    <li class="posting">
      <span>
        {label}
        {sure === "guessed" && <Guessed />}
        {why && <small class="soft">{why}</small>}
      </span>
      <span class={isEaten(account) ? "in" : "out"}>{isEaten(account) ? signed(joules) : signed(-joules)}</span>
    </li>
  );
}

function Guessed() {
  return (
    <span class="guessed" title="Not as you logged it">
      {" "}
      {GUESSED}
      <span class="visually-hidden"> guessed</span>
    </span>
  );
}
