/** Finding an exercise by what people call it, and the addresses of its page. */

import type { CatalogueExercise } from "../../types";

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Whether every word that was typed begins a word of the name, in any order. */
export function fits(name: string, search: string): boolean {
  const words = wordsOf(name);
  return wordsOf(search).every((part) => words.some((word) => word.startsWith(part)));
}

/** What an exercise was found by: its own name as "", another name as it is; null where it does not fit. */
export function foundBy({ name, names, variants }: Pick<CatalogueExercise, "name" | "names" | "variants">, search: string): string | null {
  if (fits(name, search)) return "";
  return [...(names ?? []), ...variants.map((variant) => `${name}: ${variant.name.toLowerCase()}`)].find((one) => fits(one, search)) ?? null;
}

/** The page of an exercise, with the variant to show and the page to go back to. */
export function exercisePage(exercise: string, variant: string | null = null, from = ""): string {
  const asked = new URLSearchParams({ ...(variant && { variant }), ...(from && { from }) }).toString();
  return `/exercise/${encodeURIComponent(exercise)}${asked && `?${asked}`}`;
}

/** Where the arrow of an exercise's page leads: to the page it was opened from, if that is one of ours. */
export function cameFrom(search: string, usual: string): string {
  const from = new URLSearchParams(search).get("from") ?? "";
  return /^\/(?![/\\])/.test(from) ? from : usual;
}
