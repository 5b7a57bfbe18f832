/** The figure of the chosen way to do an exercise, with all ways to choose from. */

import { Figure } from "../../figure/Figure";
import { figurePath, useFigure } from "../../figure/figures";
import { Card } from "../../ui";
import { Select } from "../fields";

export interface Way {
  id: string;
  name: string;
  how: string;
  /** Why there is no figure; not said where the guide is not known. */
  why_not?: string;
  has_figure?: boolean;
}

interface FigureCardProps {
  exercise: string;
  ways: readonly Way[];
  chosen: string;
  onChoose: (variant: string) => void;
}

export function FigureCard({ exercise, ways, chosen, onChoose }: FigureCardProps) {
  const way = ways.find(({ id }) => id === chosen) ?? ways[0];
  const { figure, is } = useFigure(way && way.has_figure !== false ? figurePath(exercise, way.id) : null);
  if (!way) return null;
  return (
    <Card class="figure-card">
      {ways.length > 1 && (
        <Select label="Way to do it" options={ways.map(({ id, name }) => ({ value: id, label: name }))} value={way.id} onChange={onChoose} />
      )}
      {figure ? (
        <Figure figure={figure} />
      ) : way.has_figure === false || is === "none" ? (
        <p class="soft">{way.why_not || "There is no moving figure of this one."}</p>
      ) : is === "offline" ? (
        <p class="soft">The moving figure is not on this device yet. It comes with the next connection.</p>
      ) : (
        <div class="figure-wait" aria-busy="true" />
      )}
      <p>{way.how}</p>
    </Card>
  );
}
