/** What a week's sets ask of joints, and how many of them each muscle has. */

import type { PlanWeek } from "./plan";
import { capital, number, spaced } from "./words";

export function WeekBody({ week: { joints, muscles = [] } }: { week: PlanWeek }) {
  return (
    <>
      {joints.length > 0 && (
        <table class="small-table">
          <caption>Sets that load each joint this week, and what a set asks of it at most, on average</caption>
          <thead>
            <tr>
              <th scope="col">Joint</th>
              <th scope="col">Little</th>
              <th scope="col">Some</th>
              <th scope="col">Much</th>
              <th scope="col">N·m</th>
            </tr>
          </thead>
          <tbody>
            {joints.map(({ joint, low, medium, high, moment }) => (
              <tr key={joint}>
                <th scope="row">{joint === "trunk" ? "Lower back" : capital(spaced(joint))}</th>
                <td>{low}</td>
                <td>{medium}</td>
                <td>{high}</td>
                <td>{moment || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {muscles.length > 0 && (
        <details>
          <summary>Muscle by muscle</summary>
          <table class="small-table">
            <caption>Effective sets this week: 1 for what a set is done for, less for what works beside it, as the model of muscles has it</caption>
            <tbody>
              {muscles.map(({ muscle, name, sets }) => (
                <tr key={muscle}>
                  <th scope="row">{capital(name)}</th>
                  <td>{sets ? number(sets) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
