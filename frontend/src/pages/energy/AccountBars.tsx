/** Where energy came from and where it went, by account, as bars of one scale. */

import { settings } from "../../settings";
import { Card } from "../../ui";
import { type AccountLine, type Statement, accountName, isEaten, shown } from "./statement";

export function AccountBars({ statement }: { statement: Statement }) {
  const most = Math.max(...statement.accounts.map(({ a_day }) => Math.abs(a_day)), 1);
  const side = (eaten: boolean) => statement.accounts.filter(({ account, joules }) => isEaten(account) === eaten && joules !== 0);
  return (
    <Card title={`By account, ${settings.value.energyUnit} a day`}>
      <Bars title="In" lines={side(true)} most={most} />
      <Bars title="Out" lines={side(false)} most={most} />
      <p class="soft small">
        Resting, the rest of the day, adaptation and tissue come from a model of the body; training, runs and steps from formulas with a range. “Found by your
        scale” is what your own weigh-ins add to them.
      </p>
    </Card>
  );
}

function Bars({ title, lines, most }: { title: string; lines: readonly AccountLine[]; most: number }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul class="account-bars">
        {[...lines]
          .sort((a, b) => b.a_day - a.a_day)
          .map(({ account, a_day, guessed }) => (
            <li key={account}>
              <span>
                {accountName(account)}
                {guessed !== 0 && " ≈"}
              </span>
              <b>{shown(a_day)}</b>
              <i class={a_day < 0 ? "bar below" : "bar"} style={{ inlineSize: `${(100 * Math.abs(a_day)) / most}%` }} aria-hidden="true" />
            </li>
          ))}
      </ul>
    </section>
  );
}
