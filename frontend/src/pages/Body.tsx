/** The body: measures in two taps, their trend out of noise, girths beside the error of the tape, and photos. */

import { useEffect, useState } from "preact/hooks";
import { LineChart, type Series } from "../charts/LineChart";
import { me } from "../log";
import { sync } from "../sync/sync";
import type { MeasureKind } from "../types";
import { Button, Card, Page } from "../ui";
import { AsOf } from "./States";
import { Entries } from "./body/Entries";
import { MassCard } from "./body/MassCard";
import { MeasureSheet } from "./body/MeasureSheet";
import { Limits, Ratios } from "./body/Shape";
import { type Entry, entriesByKind } from "./body/entries";
import { BODY, type Kind, SIGNS, said } from "./body/kinds";
import type { BodyPage, GirthChange, Sides } from "./body/report";
import { inUnit } from "./body/unusual";
import { useAnswer } from "./use-answer";
import { capital, fullDate, number } from "./words";
import "./common.css";
import "./body/body.css";

const ALL_DAYS = 3650;

export default function Body() {
  const [open, setOpen] = useState<Kind | null>(null);
  const asked = useAnswer<BodyPage>(`/body?days=${ALL_DAYS}`);
  const { at, pending } = sync.value;
  useEffect(() => {
    if (pending === 0) void asked.refresh();
  }, [at, pending]);
  const profile = me.value?.profile;
  const units = profile?.units === "lb" ? "lb" : "kg";
  const entries = entriesByKind();
  const of = (kind: MeasureKind) => entries.get(kind) ?? [];
  const { report, leads = [], why = "" } = asked.data ?? {};
  const order = (kinds: readonly Kind[]) => [...kinds].sort((a, b) => rank(leads, a.kind) - rank(leads, b.kind));
  const signsFirst = SIGNS.some(({ kind }) => kind === leads[0]);
  const groups = [
    { title: "Measures", kinds: order(BODY) },
    { title: "Signs of progress", kinds: order(SIGNS) },
  ];
  const shown = order([...BODY, ...SIGNS]).filter(({ kind }) => of(kind).length > 0);
  return (
    <Page
      title="Body"
      actions={
        <>
          <Button look="outline" href="/energy">
            Energy
          </Button>
          <Button look="outline" icon="target" href="/goal">
            Goal
          </Button>
        </>
      }
    >
      <AsOf at={asked.asOf} />
      {(signsFirst ? groups.reverse() : groups).map(({ title, kinds }) => (
        <Tiles key={title} title={title} kinds={kinds} of={of} units={units} onOpen={setOpen} />
      ))}
      {why && <p class="soft">{why}</p>}
      {entries.size === 0 && <p class="soft">Tap a tile to enter the first value. Once a week, at the same time of day, says most.</p>}
      <div class="charts">
        {shown.map((kind) =>
          kind.kind === "body-mass" ? (
            <MassCard key={kind.kind} kind={kind} entries={of(kind.kind)} units={units} report={report?.mass ?? null} />
          ) : (
            <KindCard
              key={kind.kind}
              kind={kind}
              entries={of(kind.kind)}
              changes={report?.girths.filter((girth) => girth.kind === kind.kind) ?? []}
              sides={report?.sides.find((each) => each.kind === kind.kind)}
            />
          ),
        )}
        <Ratios ratios={report?.ratios ?? []} hasHeight={Boolean(profile?.height)} />
        <Card title="Photos">
          <p>Front, side and back, to compare with a slider. They stay on this device: they are never uploaded and in no export.</p>
          <Button look="outline" icon="camera" href="/body/photos">
            Photos
          </Button>
        </Card>
        <Limits />
      </div>
      {open && <MeasureSheet kind={open} units={units} entries={of(open.kind)} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** Those that the goal looks at come first, in its order. */
function rank(leads: readonly MeasureKind[], kind: MeasureKind): number {
  const place = leads.indexOf(kind);
  return place < 0 ? leads.length : place;
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

interface KindCardProps {
  kind: Kind;
  entries: readonly Entry[];
  changes: readonly GirthChange[];
  sides: Sides | undefined;
}

function KindCard({ kind, entries, changes, sides }: KindCardProps) {
  const first = entries[0] as Entry;
  const last = entries.at(-1) as Entry;
  const onSide = (side: Entry["side"]): Series => ({
    name: side ?? kind.label,
    points: entries
      .filter((entry) => entry.side === side)
      .map(({ date, value, unit, note }) => ({ date, value: inUnit(value, unit, last.unit), ...(note && { note }) })),
  });
  const series = (kind.sides ? [onSide("left"), onSide("right"), onSide(null)] : [onSide(null)]).filter(({ points }) => points.length > 0);
  const change = entries.length > 1 && !kind.sides && first.unit === last.unit ? last.value - first.value : null;
  return (
    <Card title={kind.label}>
      {changes.length === 0 && change !== null && !kind.words && (
        <p class="soft">
          {change === 0 ? "No change" : `${change > 0 ? "+" : ""}${number(change)} ${last.unit}`} since {fullDate(first.date)}
        </p>
      )}
      {changes.map(({ side, sentence, since, real }) => (
        <p key={side} class={real ? "" : "soft"}>
          {side && <b>{capital(side)}: </b>}
          {sentence}
          {since && <small class="soft"> Since {fullDate(since)}.</small>}
        </p>
      ))}
      {sides && <p class={sides.real ? "" : "soft"}>{sides.sentence}</p>}
      {!kind.words && <LineChart title={kind.label} unit={last.unit} series={series} height={170} numbers={false} />}
      <Entries kind={kind} entries={entries} />
    </Card>
  );
}
