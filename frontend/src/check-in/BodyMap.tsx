/** Legs from the front and from the back: a tap on a part steps its soreness, one on a joint its pain. */

import type { Joint, Part } from "../types";
import { JOINT_NAMES, PAIN_STEPS, PART_NAMES, painWord, SORENESS } from "./words";

interface BodyMapProps {
  soreness: Partial<Record<Part, number>>;
  pain: Partial<Record<Joint, number>>;
  onSoreness: (part: Part, level: number) => void;
  onPain: (joint: Joint, level: number) => void;
}

/** The left half of a figure seen from the front; the right half is its mirror image at x = 60. */
const HALF =
  "M60 6H39C38 22 31 33 28 49C25 70 30 96 35 116C31 136 32 156 37 176C39 188 39 196 38 203C33 210 29 214 30 219H50C51 211 50 204 49 197C53 178 56 159 54 138C53 130 54 122 55 114C58 96 59.500 82 60 68Z";
const QUADS = "M31 59C29 80 32 99 37 112C43 116 49 115 52 110C55 95 56.500 82 57 70C50 68 40 64 31 59Z";
const GLUTES = "M30 42C28 58 38 68 57.500 66C58.500 56 58.500 48 57 38C48 33 36 34 30 42Z";
const HAMS = "M30.500 70C29.500 88 33 102 37 113H51C55 99 57 86 57 72C49 75 39 75 30.500 70Z";
const CALVES = "M35.500 130C31.500 146 34 163 39.500 176H48C52.500 163 54 146 52 130C47 126 40 126 35.500 130Z";
const MIRROR = "translate(120 0) scale(-1 1)";

const nextPain = (level: number): number => PAIN_STEPS.find((step) => step > level) ?? 0;

export function BodyMap({ soreness, pain, onSoreness, onPain }: BodyMapProps) {
  const part = (name: Part, path: string, x: number, y: number) => {
    const level = soreness[name] ?? 0;
    return (
      <Region name={`${PART_NAMES[name]}: ${SORENESS[level]}`} kind="part" level={level} onStep={() => onSoreness(name, (level + 1) % SORENESS.length)}>
        <Between x={x} y={y} reach={12} />
        <path d={path} />
        <path d={path} transform={MIRROR} />
        <Level level={level} x={x} y={y} />
      </Region>
    );
  };
  const joint = (name: Joint, x: number, y: number, radius: number) => {
    const level = pain[name] ?? 0;
    const places = x === 60 ? [60] : [x, 120 - x];
    return (
      <Region
        name={`${JOINT_NAMES[name]}: ${painWord(level)}${level ? `, ${level} of 10` : ""}`}
        kind="joint"
        level={level === 0 ? 0 : level < 3 ? 1 : level < 7 ? 2 : 3}
        onStep={() => onPain(name, nextPain(level))}
      >
        <Between x={x} y={y} reach={radius} />
        {places.map((at) => (
          <g key={at}>
            <circle class="reach" cx={at} cy={y} r={15} />
            <circle cx={at} cy={y} r={radius} />
          </g>
        ))}
        <Level level={level} x={x} y={y} />
      </Region>
    );
  };
  return (
    <div class="body-map">
      <figure>
        <svg viewBox="14 0 92 224">
          <Outline />
          {part("quads", QUADS, 43, 90)}
          {joint("hip", 33, 46, 8.5)}
          {joint("knee", 44, 123, 9)}
          {joint("ankle", 44, 199, 7.5)}
        </svg>
        <figcaption>Front</figcaption>
      </figure>
      <figure>
        <svg viewBox="14 0 92 224">
          <Outline />
          {part("glutes", GLUTES, 45, 53)}
          {part("hams", HAMS, 44, 94)}
          {part("calves", CALVES, 44, 150)}
          {joint("trunk", 60, 20, 9)}
        </svg>
        <figcaption>Back</figcaption>
      </figure>
    </div>
  );
}

function Outline() {
  return (
    <g class="outline" aria-hidden="true">
      <path d={HALF} />
      <path d={HALF} transform={MIRROR} />
    </g>
  );
}

/** What lies between left and right belongs to both: the middle of a region can be tapped, too. */
function Between({ x, y, reach }: { x: number; y: number; reach: number }) {
  return <rect class="reach" x={x} y={y - reach} width={120 - 2 * x} height={2 * reach} />;
}

interface RegionProps {
  name: string;
  kind: "part" | "joint";
  level: number;
  onStep: () => void;
  children: preact.ComponentChildren;
}

/** A part or a joint, left and right together; a button for keys and readers, too. */
function Region({ name, kind, level, onStep, children }: RegionProps) {
  return (
    <g
      class={`region ${kind} level-${level}`}
      role="button"
      tabindex={0}
      aria-label={name}
      onClick={onStep}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onStep();
      }}
    >
      {children}
    </g>
  );
}

/** The level in figures, so that it is not told by colour alone. */
function Level({ level, x, y }: { level: number; x: number; y: number }) {
  if (!level) return null;
  const places = x === 60 ? [60] : [x, 120 - x];
  return (
    <g aria-hidden="true">
      {places.map((at) => (
        <text key={at} x={at} y={y + 4}>
          {level}
        </text>
      ))}
    </g>
  );
}
