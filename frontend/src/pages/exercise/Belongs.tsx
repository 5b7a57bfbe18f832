/** When in the workout an exercise belongs, who should leave it out, and what to do instead. */

import { Card } from "../../ui";
import { capital } from "../words";
import { exercisePage } from "./find";
import type { Guide } from "./guide";

const JOINTS: Readonly<Record<string, string>> = { trunk: "lower back" };

export function Belongs({ belongs }: { belongs: Guide["belongs"] }) {
  if (!belongs) return null;
  return (
    <Card title="When in the workout">
      <p>
        <b>{belongs.sentence}</b>
      </p>
      <p>{belongs.why}</p>
      {belongs.source && <p class="soft small">{belongs.source}</p>}
    </Card>
  );
}

export function WhoShouldNot({ guide, back }: { guide: Guide; back: string }) {
  const { avoid, cautions, instead } = guide;
  if (avoid.length + cautions.length + instead.length === 0) return null;
  return (
    <Card title={avoid.length + cautions.length > 0 ? "Not for everyone, and that is fine" : "What else does the same"}>
      {avoid.length > 0 && (
        <ul class="rows">
          {avoid.map(({ joint, advice, why }) => (
            <li key={`${joint} ${advice}`}>
              <b>
                {advice === "avoid" ? "Leave it" : "Take less"} while your {JOINTS[joint] ?? joint} hurts
              </b>
              <p class="soft">{why}</p>
            </li>
          ))}
        </ul>
      )}
      {cautions.length > 0 && (
        <ul class="lines">
          {cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
      {avoid.length > 0 && <p class="soft small">Pain that stays, or that follows a fall, is for a professional to look at.</p>}
      {instead.length > 0 && (
        <div class="stack">
          <h3>{avoid.length > 0 ? "These train much the same" : "In its place"}</h3>
          <ul class="chips">
            {instead.map(({ id, name }) => (
              <li key={id}>
                <a class="chip" href={exercisePage(id, null, back)}>
                  {capital(name)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
