/** Fetches the figures of the sessions that are kept on this device before they are needed where there is no signal. */

import type { Alternative, Block, PlayStep, SessionSteps } from "../types";
import { addDays } from "../pages/words";
import { Refused } from "../sync/http";
import { fetchFigure, figurePath, keptFigure, type Tempo } from "./figures";

/** Sessions so far ahead get their figures [days], those sooner also of what may stand in; by then there has been a connection. */
const DAYS_AHEAD = 21;
const DAYS_INSTEAD = 7;
/** A kept figure is looked up again after that time [ms]. */
const RENEW_MS = 7 * 86_400_000;

/** The addresses of the figures that sessions show, those of the next session first, what may stand in last. */
export function figuresOf(sessions: readonly SessionSteps[], today: string): string[] {
  const due = sessions.filter(({ date }) => date >= today && date <= addDays(today, DAYS_AHEAD)).sort((a, b) => (a.date < b.date ? -1 : 1));
  const soon = due.filter(({ date }) => date <= addDays(today, DAYS_INSTEAD));
  const own = due.flatMap(({ blocks, steps }) => blocks.flatMap((block) => paths(block, steps.filter((step) => step.block === block.key))));
  const instead = soon.flatMap(({ blocks }) => blocks.flatMap(({ alternatives }) => (alternatives ?? []).flatMap((one) => paths(one, one.steps))));
  return [...new Set([...own, ...instead])];
}

function paths({ exercise, variant }: Pick<Block | Alternative, "exercise" | "variant">, steps: readonly PlayStep[]): string[] {
  const tempos = new Map<string, Tempo | null>(steps.filter(({ set_key }) => set_key).map(({ tempo }) => [String(tempo ?? ""), tempo ?? null]));
  return (tempos.size ? [...tempos.values()] : [null]).map((tempo) => figurePath(exercise, variant, tempo));
}

/** What the server will not draw is not needed; without a connection there is no use in going on. */
function goOnIfRefused(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}

let finished = "";
let running = false;

/** Keep the figures of sessions, one after the other; what could not be had is tried in the next round. */
export async function keepFigures(sessions: readonly SessionSteps[], today: string): Promise<void> {
  const wanted = figuresOf(sessions, today);
  if (running || wanted.join(" ") === finished) return;
  running = true;
  try {
    for (const path of wanted) {
      const kept = await keptFigure(path);
      if (!kept || Date.now() - kept.at > RENEW_MS) await fetchFigure(path).catch(goOnIfRefused);
    }
    finished = wanted.join(" ");
  } catch {
    // No connection any more; the next round goes on from here.
  } finally {
    running = false;
  }
}
