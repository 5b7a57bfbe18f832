/** Why the plan is not what it was: every change since it was made, the latest first. */

import { Card } from "../../ui";
import type { PlanChange } from "../plan";
import { fullDate } from "../words";
import { Moves } from "./ReplanCard";

export function PlanChanges({ changes }: { changes: readonly PlanChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Card title="Why did my plan change?">
      <ol class="changes">
        {changes
          .map((change, index) => ({ change, index }))
          .reverse()
          .map(({ change, index }) => (
            <li key={index}>
              <details open={index === changes.length - 1}>
                <summary>
                  <b>{fullDate(change.on)}</b> <span>{change.events.join(" ")}</span>
                </summary>
                <Moves moves={change.moves} events={change.events} />
              </details>
            </li>
          ))}
      </ol>
    </Card>
  );
}
