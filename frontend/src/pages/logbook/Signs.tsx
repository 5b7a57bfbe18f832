/** Signs of progress that people can feel, and the soreness to expect. */

import { today } from "../../log";
import { Card } from "../../ui";
import { SIGNS, said } from "../body/kinds";
import { capital, fullDate, nearDate } from "../words";
import type { MeasureSeries, Soreness } from "./statistics";

export function Signs({ series }: { series: readonly MeasureSeries[] }) {
  const found = series.flatMap((one) => {
    const kind = SIGNS.find((sign) => sign.kind === one.kind);
    const [first, last] = [one.points[0], one.points.at(-1)];
    return kind && first && last ? [{ ...one, kind, first, last }] : [];
  });
  return (
    <Card title="Signs of progress">
      {found.length > 0 ? (
        <ul class="rows">
          {found.map(({ kind, side, unit, first, last }) => (
            <li key={`${kind.kind} ${side}`} class="row">
              <span class="grow">
                <b>
                  {kind.label}
                  {side && `, ${side}`}
                </b>
                {first !== last && (
                  <small class="soft">
                    from {said(kind, first.value, unit)} on {fullDate(first.date)}
                  </small>
                )}
              </span>
              <b>{said(kind, last.value, unit)}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">A longer wall sit, a steadier leg, more stairs, a deeper squat: note them now and then.</p>
      )}
      <p>
        <a href="/body">{found.length > 0 ? "Note another" : "Note one"}</a>
      </p>
    </Card>
  );
}

export function SorenessCard({ soreness }: { soreness: readonly Soreness[] }) {
  const now = today();
  const sore = soreness.filter(({ gone_by }) => gone_by.slice(0, 10) >= now);
  if (sore.length === 0) return null;
  const day = (moment: string) => nearDate(moment.slice(0, 10), now).toLowerCase().replace(/^(\w+day)/, (name) => capital(name));
  return (
    <Card title="Soreness to expect">
      <ul class="rows">
        {sore.map(({ part, level, peak_until, gone_by }) => (
          <li key={part} class={`stack part-${part}`}>
            <p class="side-bar part-bar">
              <b>{capital(part)}</b>
              <progress value={level} max={1} aria-label={`${capital(part)}: ${Math.round(level * 100)} % of the peak`} />
            </p>
            <small class="soft">
              {peak_until.slice(0, 10) >= now ? `Most until ${day(peak_until)}, gone` : "Gone"} by {day(gone_by)}
            </small>
          </li>
        ))}
      </ul>
      <p class="soft small">Soreness peaks one to three days after training and says little about how good a session was.</p>
    </Card>
  );
}
