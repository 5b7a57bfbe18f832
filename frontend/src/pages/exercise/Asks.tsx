/** What an exercise asks of joints and muscles: bars with the spread of the models. */

import { Card } from "../../ui";
import { capital } from "../words";
import { type Ask, told } from "./guide";

export function Asks({ asks }: { asks: readonly Ask[] }) {
  if (asks.length === 0) return null;
  const moments = asks.filter(({ unit }) => unit === "N·m");
  const shares = asks.filter(({ unit }) => unit !== "N·m");
  return (
    <Card title="What it asks of you">
      {moments.length > 0 && <Bars title="Of your joints, the greatest through the range" asks={moments} most={Math.max(...moments.map(({ high }) => high), 1)} />}
      {shares.length > 0 && <Bars title="Of your muscles, the share of what is active" asks={shares} most={Math.max(...shares.map(({ high }) => high), 50)} />}
      <p class="soft small">
        Computed, not measured, for the usual way at a load as hard as a working set. The bar is the middle of 200 models of different people; 90 of 100 of them lie along the
        thin line.
      </p>
    </Card>
  );
}

function Bars({ title, asks, most }: { title: string; asks: readonly Ask[]; most: number }) {
  const share = (value: number) => `${(100 * Math.max(0, Math.min(value, most))) / most}%`;
  return (
    <div class="asks">
      <h3>{title}</h3>
      <ul class="ask-bars">
        {asks.map((ask) => (
          <li key={ask.what} class={`part-${ask.what}`}>
            <span>
              {capital(ask.what)}
              {ask.most ? <small class="soft">up to {told(ask.most, ask)}</small> : null}
            </span>
            <span class="ask-bar" aria-hidden="true">
              <i class="ask-middle" style={{ width: share(ask.middle) }} />
              <i class="ask-spread" style={{ left: share(ask.low), width: share(ask.high - ask.low) }} />
            </span>
            <span class="ask-number">
              <b>{told(ask.middle, ask)}</b>
              <span class="visually-hidden">
                , from {told(ask.low, ask)} to {told(ask.high, ask)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
