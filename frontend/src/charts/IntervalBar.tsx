/** A number with its interval on a line, with the middle and the bounds marked. */

import "./charts.css";

interface IntervalBarProps {
  value: number;
  low: number;
  high: number;
  /** The line goes so far to each side of 0. */
  most: number;
  /** Marks are so far to each side of 0. */
  bounds: number;
  label: string;
}

export function IntervalBar({ value, low, high, most, bounds, label }: IntervalBarProps) {
  const at = (number: number) => 50 + 50 * Math.max(-1, Math.min(1, number / most));
  const from = Math.min(at(low), 98);
  return (
    <svg class="interval-bar" role="img" aria-label={label} width="100%" height={24}>
      <line class="grid" x1="0%" x2="100%" y1={12} y2={12} />
      {[-bounds, 0, bounds].map((mark) => (
        <line key={mark} class={mark === 0 ? "middle" : "grid"} x1={`${at(mark)}%`} x2={`${at(mark)}%`} y1={mark === 0 ? 2 : 6} y2={mark === 0 ? 22 : 18} />
      ))}
      <rect class="interval" x={`${from}%`} width={`${Math.max(1.5, at(high) - from)}%`} y={7} height={10} rx={5} />
      <circle class="value" cx={`${Math.max(1.5, Math.min(98.5, at(value)))}%`} cy={12} r={5} />
    </svg>
  );
}
