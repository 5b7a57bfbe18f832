/** The moving figure of the exercise at hand, at the tempo of its set; folded away for who knows it. */

import { Figure } from "../figure/Figure";
import { figurePath, useFigure } from "../figure/figures";
import { catalogue } from "../log";
import { saveSettings, settings } from "../settings";
import type { RunBlock } from "./run";
import type { Tempo } from "./tempo";

interface HowItMovesProps {
  block: RunBlock;
  tempo: Tempo | null | undefined;
}

export function HowItMoves({ block, tempo }: HowItMovesProps) {
  const known = catalogue.value.find(({ id }) => id === block.exercise);
  const variant = block.variant ?? known?.variants[0]?.id;
  const { figure } = useFigure(variant ? figurePath(block.exercise, variant, tempo) : null);
  if (!figure) return null;
  const open = settings.value.figure;
  return (
    <details
      class="how-it-moves"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== settings.value.figure) saveSettings({ figure: currentTarget.open });
      }}
    >
      <summary>How it moves</summary>
      {open && <Figure figure={figure} small />}
    </details>
  );
}
