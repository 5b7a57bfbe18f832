/** The week's lifts that load the trunk, done and planned. */

import { Card } from "../../ui";
import { useAnswer } from "../use-answer";
import { plural } from "../words";

type Use = "loads-much" | "loads" | "trains";

interface TrunkWeek {
  loading: number;
  training: number;
  lifts: readonly { exercise: string; name: string; use: Use; sets: number }[];
}

const USES: Record<Use, string> = { "loads-much": "loads it much", loads: "loads it", trains: "trains it" };

export function Trunk() {
  const { data } = useAnswer<{ done: TrunkWeek; planned: TrunkWeek | null }>("/trunk");
  if (!data) return null;
  const { done, planned } = data;
  const sets = new Map(done.lifts.map((lift) => [lift.exercise, lift.sets]));
  const left = planned?.lifts.filter(({ exercise }) => !sets.has(exercise)).map((lift) => ({ ...lift, sets: 0 })) ?? [];
  const aims = new Map(planned?.lifts.map((lift) => [lift.exercise, lift.sets]));
  const shown = [...done.lifts, ...left];
  return (
    <Card title="Trunk this week">
      <p>
        <b>{plural(done.loading, "set")}</b> loaded the trunk{planned && ` (${planned.loading} planned)`}
        {(done.training > 0 || Boolean(planned?.training)) && `, ${done.training} trained it directly${planned ? ` (${planned.training} planned)` : ""}`}.
      </p>
      {shown.length > 0 ? (
        <ul class="rows">
          {shown.map(({ exercise, name, use, sets: number }) => (
            <li key={exercise} class="row">
              <span class="grow">
                {name} <small class="soft">{USES[use]}</small>
              </span>
              <span class="figures">
                {number}
                {aims.has(exercise) && <span class="soft"> of {aims.get(exercise)}</span>}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">Squats, deadlifts and lunges load the deep core; leg presses hardly do.</p>
      )}
    </Card>
  );
}
