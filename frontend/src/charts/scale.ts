/** Scales and ticks of the charts: where a value lies, and the round numbers beside an axis. */

type Scale = (value: number) => number;

export function linear([low, high]: [number, number], [from, to]: [number, number]): Scale {
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that makes at most `count` steps of a span. */
function niceStep(span: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => span / step <= count) ?? 10 * power;
}

/** Round numbers that enclose all values, lowest first; there are always two or more. */
export function niceTicks(values: readonly number[], count = 4, fromZero = false): number[] {
  const low = fromZero ? 0 : Math.min(...values);
  const high = Math.max(...values, fromZero ? 1 : -Infinity);
  const step = niceStep(high - low || Math.abs(high) / 10 || 1, count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** At most `count` of the items, evenly spread, the last one always among them. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const every = Math.max(1, Math.ceil(items.length / Math.max(1, count)));
  return items.filter((_, index) => (items.length - 1 - index) % every === 0);
}
