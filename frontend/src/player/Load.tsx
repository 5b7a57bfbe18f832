/** A load as a picture: the plates of one side, the pin in its stack, the dumbbells. */

import type { Loading, Mass } from "../types";
import { readMass } from "./mass";

interface Plate {
  height: number;
  width: number;
  colour: string;
}

/** Colours and sizes as on competition plates; pounds take those of the nearest. */
function plateOf(mass: Mass): Plate {
  const { value, unit } = readMass(mass) ?? { value: 0, unit: "kg" as const };
  const kg = unit === "kg" ? value : value * 0.45359237;
  if (kg >= 20.2) return { height: 100, width: 17, colour: "var(--plate-red)" };
  if (kg >= 17.5) return { height: 100, width: 15, colour: "var(--plate-blue)" };
  if (kg >= 12.5) return { height: 88, width: 14, colour: "var(--plate-yellow)" };
  if (kg >= 7.5) return { height: 72, width: 13, colour: "var(--plate-green)" };
  if (kg >= 4) return { height: 56, width: 11, colour: "var(--plate-white)" };
  if (kg >= 2) return { height: 44, width: 9, colour: "var(--plate-iron)" };
  return { height: 34, width: 7, colour: "var(--plate-iron)" };
}

const GAP = 2;

function Plates({ plates, bar }: { plates: readonly Mass[]; bar: boolean }) {
  const drawn = plates.map((mass) => ({ mass, ...plateOf(mass) }));
  const width = drawn.reduce((sum, plate) => sum + plate.width + GAP, 0);
  let x = bar ? 42 : 14;
  const length = x + width + 26;
  return (
    <svg class="load-picture" viewBox={`0 0 ${length} 108`} style={{ aspectRatio: `${length} / 108` }} aria-hidden="true">
      <rect x="0" y="50" width={bar ? 36 : 10} height="8" rx="2" fill="var(--line-strong)" />
      <rect x={bar ? 34 : 8} y="42" width="6" height="24" rx="2" fill="var(--line-strong)" />
      <rect x={bar ? 40 : 14} y="48" width={length - 42} height="12" rx="3" fill="var(--line-strong)" />
      {drawn.map(({ height, width: thick, colour }, at) => {
        const left = x;
        x += thick + GAP;
        return <rect key={at} x={left} y={54 - height / 2} width={thick} height={height} rx="3" fill={colour} stroke="var(--ink)" stroke-opacity="0.35" />;
      })}
    </svg>
  );
}

function Stack({ pin }: { pin: Mass }) {
  return (
    <svg class="load-picture" viewBox="0 0 150 108" aria-hidden="true">
      {Array.from({ length: 8 }, (_, row) => (
        <rect key={row} x="12" y={4 + row * 13} width="66" height="11" rx="2" fill={row < 5 ? "var(--plate-iron)" : "var(--raised)"} stroke="var(--line-strong)" />
      ))}
      <rect x="42" y="0" width="6" height="62" fill="var(--line-strong)" />
      <rect x="70" y="57" width="34" height="9" rx="4" fill="var(--accent)" stroke="var(--ink)" stroke-opacity="0.5" />
      <circle cx="108" cy="61.5" r="10" fill="var(--accent)" stroke="var(--ink)" stroke-opacity="0.5" />
      <title>{pin}</title>
    </svg>
  );
}

function Dumbbells({ two }: { two: boolean }) {
  const one = (y: number) => (
    <g transform={`translate(0 ${y})`}>
      <rect x="14" y="16" width="92" height="8" rx="3" fill="var(--line-strong)" />
      {[10, 92].map((x) => (
        <rect key={x} x={x} y="0" width="18" height="40" rx="5" fill="var(--plate-iron)" />
      ))}
      {[2, 110].map((x) => (
        <rect key={x} x={x} y="7" width="8" height="26" rx="3" fill="var(--plate-iron)" />
      ))}
    </g>
  );
  return (
    <svg class="load-picture" viewBox="0 0 120 108" aria-hidden="true">
      {one(two ? 6 : 34)}
      {two && one(62)}
    </svg>
  );
}

function Picture({ load }: { load: Loading }) {
  if (load.per_side?.length) return <Plates plates={load.per_side} bar={Boolean(load.bar)} />;
  if (load.peg?.length) return <Plates plates={load.peg} bar={false} />;
  if (load.bar) return <Plates plates={[]} bar />;
  if (load.pin) return <Stack pin={load.pin} />;
  if (load.on === "dumbbells" || load.on === "dumbbell") return <Dumbbells two={load.on === "dumbbells"} />;
  return null;
}

/** A load: its mass in large figures, how it is put on, and why it was rounded. */
export function Load({ load, because }: { load: Loading; because?: string | undefined }) {
  const [figure, unit] = load.mass.split(" ");
  const nothing = load.on === "bodyweight" && !Number(figure);
  const how = load.text === load.mass ? "" : load.text.replace(`${load.mass}: `, "").replaceAll(" x ", " × ");
  return (
    <div class="load">
      <Picture load={load} />
      <div>
        <p class="load-mass figures">
          {nothing ? "Bodyweight" : figure}
          {!nothing && <small> {unit}</small>}
        </p>
        {how && !nothing && <p class="soft">{how}</p>}
        {because && <p class="load-why">{because}</p>}
        {load.why && (
          <details class="load-why">
            <summary>Why this load</summary>
            {load.why}
          </details>
        )}
      </div>
    </div>
  );
}
