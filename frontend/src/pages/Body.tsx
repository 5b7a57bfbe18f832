/** The body: measures in two taps, how they went over time, and signs of progress that people can feel. */

import { useState } from "preact/hooks";
import { LineChart, type Series } from "../charts/LineChart";
import { me } from "../log";
import type { MeasureKind } from "../types";
import { Card, IconButton, Page } from "../ui";
import { MeasureSheet } from "./body/MeasureSheet";
import { type Entry, entriesByKind } from "./body/entries";
import { BODY, type Kind, SIGNS, said } from "./body/kinds";
import { remove } from "./edit";
import { fullDate, number } from "./words";
import "./common.css";
import "./body/body.css";

const MOST_LISTED = 60;

export default function Body() {
  const [open, setOpen] = useState<Kind | null>(null);
  const units = me.value?.profile?.units === "lb" ? "lb" : "kg";
  const entries = entriesByKind();
  const of = (kind: MeasureKind) => entries.get(kind) ?? [];
  return (
    <Page title="Body">
      <Tiles title="Measures" kinds={BODY} of={of} units={units} onOpen={setOpen} />
      <Tiles title="Signs of progress" kinds={SIGNS} of={of} units={units} onOpen={setOpen} />
      {entries.size === 0 && <p class="soft">Tap a tile to enter the first value. Once a week, at the same time of day, says most.</p>}
      <div class="charts">
        {[...BODY, ...SIGNS].filter(({ kind }) => of(kind).length > 0).map((kind) => <KindCard key={kind.kind} kind={kind} entries={of(kind.kind)} />)}
      </div>
      {open && <MeasureSheet kind={open} units={units} entries={of(open.kind)} onClose={() => setOpen(null)} />}
    </Page>
  );
}

interface TilesProps {
  title: string;
  kinds: readonly Kind[];
  of: (kind: MeasureKind) => readonly Entry[];
  units: "kg" | "lb";
  onOpen: (kind: Kind) => void;
}

function Tiles({ title, kinds, of, units, onOpen }: TilesProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      <div class="tiles-grid">
        {kinds.map((kind) => {
          const last = of(kind.kind).at(-1);
          return (
            <button key={kind.kind} type="button" class="tile" onClick={() => onOpen(kind)}>
              <span>{kind.label}</span>
              {last ? (
                <b class={kind.words ? "" : "figures"}>
                  {kind.words ? said(kind, last.value, last.unit) : number(last.value)}
                  {!kind.words && <small> {last.unit}</small>}
                </b>
              ) : (
                <b class="figures soft">
                  +<small> {kind.unit(units)}</small>
                </b>
              )}
            </button>
          );
        })}
      </div>
    </section>
  );
}

function KindCard({ kind, entries }: { kind: Kind; entries: readonly Entry[] }) {
  const first = entries[0] as Entry;
  const last = entries.at(-1) as Entry;
  const same = entries.filter(({ unit }) => unit === last.unit);
  const onSide = (side: Entry["side"]): Series => ({
    name: side ?? kind.label,
    points: same.filter((entry) => entry.side === side).map(({ date, value, note }) => ({ date, value, ...(note && { note }) })),
  });
  const series = (kind.sides ? [onSide("left"), onSide("right"), onSide(null)] : [onSide(null)]).filter(({ points }) => points.length > 0);
  const change = entries.length > 1 && !kind.sides && first.unit === last.unit ? last.value - first.value : null;
  return (
    <Card title={kind.label}>
      {change !== null && !kind.words && (
        <p class="soft">
          {change === 0 ? "No change" : `${change > 0 ? "+" : ""}${number(change)} ${last.unit}`} since {fullDate(first.date)}
        </p>
      )}
      {!kind.words && <LineChart title={kind.label} unit={last.unit} series={series} height={170} numbers={false} />}
      <details class="more" open={Boolean(kind.words)}>
        <summary>Entries</summary>
        <ul class="rows">
          {[...entries]
            .reverse()
            .slice(0, MOST_LISTED)
            .map((entry) => (
              <li key={entry.id} class="row">
                <span class="grow">
                  <b>
                    {said(kind, entry.value, entry.unit)}
                    {entry.side && `, ${entry.side}`}
                  </b>
                  <small class="soft">
                    {fullDate(entry.date)}
                    {entry.note && ` · ${entry.note}`}
                  </small>
                </span>
                <IconButton
                  icon="trash"
                  label={`Delete ${said(kind, entry.value, entry.unit)} of ${fullDate(entry.date)}`}
                  onClick={() => void remove("measure", entry.id, `${kind.label} of ${fullDate(entry.date)} deleted.`)}
                />
              </li>
            ))}
        </ul>
      </details>
    </Card>
  );
}
