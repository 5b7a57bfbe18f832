/** The parts of a session as coloured marks that also say their names. */

import { type PartName, capital } from "./words";

export function PartMarks({ parts }: { parts: readonly PartName[] }) {
  return (
    <span class="part-marks">
      {parts.map((part) => (
        <span key={part} class={`part-mark part-${part}`}>
          {capital(part)}
        </span>
      ))}
    </span>
  );
}
