/** A moving figure with its controls, the muscles it works, and the same in words. */

import { useEffect, useState } from "preact/hooks";
import { IconButton, Tabs } from "../ui";
import { Drawing } from "./Drawing";
import type { FigureData, FigureView } from "./figures";
import "./figure.css";

const VIEW_WORDS: Record<FigureView["view"], string> = { side: "Side", front: "Front" };
const LITTLE = "(prefers-reduced-motion: reduce)";
/** Muscles that use less of their strength are not listed [%]. */
const LEAST_ACTIVE = 5;
const MOST_LISTED = 6;

/** Whether the device asks for little motion. */
function useLittleMotion(): boolean {
  const [little, setLittle] = useState(() => matchMedia(LITTLE).matches);
  useEffect(() => {
    const asked = matchMedia(LITTLE);
    const heard = () => setLittle(asked.matches);
    asked.addEventListener("change", heard);
    return () => asked.removeEventListener("change", heard);
  }, []);
  return little;
}

interface FigureProps {
  figure: FigureData;
  /** Only the drawing with its controls, as beside a set. */
  small?: boolean;
}

export function Figure({ figure, small = false }: FigureProps) {
  const little = useLittleMotion();
  const [pressed, setPressed] = useState<boolean | null>(null);
  const [wanted, setWanted] = useState<FigureView["view"] | null>(null);
  useEffect(() => setPressed(null), [little]);
  const view = figure.views.find((one) => one.view === wanted) ?? figure.views[0];
  if (!view) return null;
  const plays = pressed ?? !little;
  return (
    <figure class={small ? "figure small-figure" : "figure"}>
      <Drawing svg={view.svg} motion={plays ? "moves" : little ? "still" : "paused"} />
      <div class="figure-keys">
        <IconButton icon={plays ? "pause" : "play"} label={plays ? "Pause the figure" : "Play the figure"} look="normal" onClick={() => setPressed(!plays)} />
        {figure.views.length > 1 && (
          <Tabs label="Seen from" tabs={figure.views.map((one) => ({ value: one.view, label: VIEW_WORDS[one.view] }))} value={view.view} onChange={setWanted} />
        )}
      </div>
      <figcaption>
        {!small && <Worked muscles={figure.muscles} />}
        <details class="more">
          <summary>The movement in words</summary>
          <p>{figure.text}</p>
        </details>
      </figcaption>
    </figure>
  );
}

/** How much of the muscle's colour the drawing gives it; see src/legday/figures/svg.py. */
const shade = (activation: number): string => `${Math.min(100, 8 + 1.15 * activation)}%`;

/** The muscles in the colours of the drawing, those that work hardest first. */
function Worked({ muscles }: Pick<FigureData, "muscles">) {
  const listed = [...muscles].filter(({ activation }) => activation >= LEAST_ACTIVE).sort((a, b) => b.activation - a.activation);
  if (listed.length === 0) return null;
  return (
    <>
      <p class="soft small">How hard muscles work at most, in the model’s middle estimate, as a share of what they could:</p>
      <ul class="worked" aria-label="Muscles at work">
        {listed.slice(0, MOST_LISTED).map(({ muscle, name, activation }) => (
          <li key={muscle}>
            <span class="swatch" style={{ "--load": shade(activation) }} />
            <span>{name}</span> <b>{activation} %</b>
          </li>
        ))}
      </ul>
    </>
  );
}
