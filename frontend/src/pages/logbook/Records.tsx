/** Records, and what the left side does differently from the right. */

import { catalogue } from "../../log";
import { Card } from "../../ui";
import { amount, fullDate, number, spaced } from "../words";
import type { ExerciseRecords, Feat, SideDifference } from "./statistics";

const MOST = 8;

const nameOf = (exercise: string) => catalogue.value.find(({ id }) => id === exercise)?.name ?? spaced(exercise);

const short = (mass: string) => `${number(amount(mass) ?? 0)} ${mass.endsWith("lb") ? "lb" : "kg"}`;

function featWords({ load, reps, seconds }: Feat): string {
  const own = reps ? number(reps) : seconds ? `${number(seconds)} s` : "";
  return [own, load && short(load)].filter(Boolean).join(" × ");
}

/** The record that tells most of an exercise: its estimated maximum, else its longest hold, else its most reps. */
function told({ e1rm, heaviest, longest_hold, most_reps }: ExerciseRecords): { feat: Feat; figure: string } | null {
  if (e1rm?.e1rm) return { feat: e1rm, figure: short(e1rm.e1rm) };
  if (heaviest?.load) return { feat: heaviest, figure: short(heaviest.load) };
  if (longest_hold?.seconds) return { feat: longest_hold, figure: `${number(longest_hold.seconds)} s` };
  const most = most_reps?.at(-1);
  return most?.reps ? { feat: most, figure: `${number(most.reps)} reps` } : null;
}

export function Records({ records }: { records: readonly ExerciseRecords[] }) {
  const rows = records
    .flatMap((record) => {
      const best = told(record);
      return best ? [{ exercise: record.exercise, ...best }] : [];
    })
    .sort((a, b) => (a.feat.date < b.feat.date ? 1 : -1));
  if (rows.length === 0) return null;
  return (
    <Card title="Records">
      <ul class="rows">
        {rows.slice(0, MOST).map((row) => (
          <Row key={row.exercise} {...row} />
        ))}
      </ul>
      {rows.length > MOST && (
        <details class="more">
          <summary>All {rows.length}</summary>
          <ul class="rows">
            {rows.slice(MOST).map((row) => (
              <Row key={row.exercise} {...row} />
            ))}
          </ul>
        </details>
      )}
      <p class="soft small">The figure is the most that one rep might be, estimated from the set below the name.</p>
    </Card>
  );
}

function Row({ exercise, feat, figure }: { exercise: string; feat: Feat; figure: string }) {
  return (
    <li>
      <a class="row quiet-link" href={`/log/exercise/${exercise}`}>
        <span class="grow">
          <b>{nameOf(exercise)}</b>
          <small class="soft">
            {featWords(feat)}, {fullDate(feat.date)}
          </small>
        </span>
        <b class="figures lead-figure">{figure}</b>
      </a>
    </li>
  );
}

export function Sides({ sides }: { sides: readonly SideDifference[] }) {
  if (sides.length === 0) return null;
  return (
    <Card title="Left and right">
      <ul class="rows">
        {sides.map((one) => (
          <li key={one.exercise}>
            <SideRow difference={one} />
          </li>
        ))}
      </ul>
      <p class="soft small">Below a tenth the sides count as even. The weaker side goes first.</p>
    </Card>
  );
}

export function SideRow({ difference }: { difference: SideDifference }) {
  const { exercise, unit, left, right, share, weaker } = difference;
  const most = Math.max(left, right);
  return (
    <div class="stack sides">
      <p class="row">
        <a class="grow quiet-link" href={`/log/exercise/${exercise}`}>
          <b>{nameOf(exercise)}</b>
        </a>
        <span class="soft small">{weaker ? `${weaker} ${Math.round(share * 100)} % behind` : "even"}</span>
      </p>
      <SideBar name="Left" value={left} most={most} unit={unit} />
      <SideBar name="Right" value={right} most={most} unit={unit} />
    </div>
  );
}

function SideBar({ name, value, most, unit }: { name: string; value: number; most: number; unit: string }) {
  return (
    <p class="side-bar">
      <span>{name}</span>
      <progress value={value} max={most || 1} aria-label={`${name}: ${number(value)} ${unit}`} />
      <span>
        {number(value)} {unit}
      </span>
    </p>
  );
}
