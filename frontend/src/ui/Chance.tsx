/** How probable it is that a planned set succeeds: ten marks, and the same in words. */

/** The chance as an athlete says it, such as "9 in 10 you make it". */
export function chanceWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths >= 10) return "Almost sure you make it";
  if (tenths <= 0) return "You will hardly make it";
  return `${tenths} in 10 you make it`;
}

/** Below this chance it is said to take less. */
const EVEN = 0.5;

interface ChanceProps {
  value: number;
  /** Whether it is the least of several sets. */
  every?: boolean;
}

export function Chance({ value, every = false }: ChanceProps) {
  const tenths = Math.round(value * 10);
  return (
    <p class={value < EVEN ? "chance low" : "chance"}>
      <svg width="59" height="8" viewBox="0 0 59 8" aria-hidden="true">
        {Array.from({ length: 10 }, (_, at) => (
          <rect key={at} class={at < tenths ? "full" : "empty"} x={at * 6 + 0.5} y="0.5" width="4" height="7" rx="1" />
        ))}
      </svg>
      <span>
        <span class="visually-hidden">By your log{every ? ", in the hardest set" : ""}: </span>
        {chanceWords(value)}
        {value < EVEN && ": take less if it feels heavy"}
      </span>
    </p>
  );
}
