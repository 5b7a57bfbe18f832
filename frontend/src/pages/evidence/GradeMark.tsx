/** A grade as a shape of its own, so that it is told without colour; the word stands beside it. */

import type { Grade } from "./register";

const MARKS: Record<Grade, { outline: string; inside: string; filled?: boolean }> = {
  supported: { outline: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20z", inside: "M7 12.5l3.500 3.500L17 9", filled: true },
  mixed: { outline: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20z", inside: "M12 2a10 10 0 0 1 0 20z" },
  unsupported: { outline: "M12 2l10 10-10 10L2 12z", inside: "M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.700h.01" },
  contradicted: { outline: "M8 2h8l6 6v8l-6 6H8l-6-6V8z", inside: "M8.500 8.500l7 7M15.500 8.500l-7 7", filled: true },
  "not-testable": { outline: "M3 3h18v18H3z", inside: "M8 12h8" },
};

export function GradeMark({ grade }: { grade: Grade }) {
  const { outline, inside, filled } = MARKS[grade];
  return (
    <svg
      class={`grade-mark grade-${grade}`}
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={outline} fill={filled ? "currentColor" : "none"} />
      <path d={inside} class={filled ? "on-mark" : undefined} fill={grade === "mixed" ? "currentColor" : "none"} />
    </svg>
  );
}
