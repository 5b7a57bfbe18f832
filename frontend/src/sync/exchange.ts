/** The exchange of events between this device and the server: what waits goes up, what is new comes down. */

import { confirm, type Database, reach, receive, startOver, waiting } from "../log/database";
import { announce } from "../log/journal";
import type { Event } from "../types";
import { download, Refused, upload } from "./http";

const BATCH = 500;

/** Events that the server refuses one by one; they are kept and not sent again until the app is started again. */
export const refused = new Map<string, string>();

/** Bring this device and the server to the same events. Throws what `upload` and `download` throw. */
export async function exchange(database: Database): Promise<void> {
  await sendWaiting(database);
  if (await fetchNew(database)) await sendWaiting(database);
}

async function sendWaiting(database: Database): Promise<void> {
  for (;;) {
    const events = await waiting(database, BATCH, new Set(refused.keys()));
    if (!events.length) return;
    await send(database, events);
  }
}

/** Upload events; where the server refuses some, find out which, so that the others get through. */
async function send(database: Database, events: readonly Event[]): Promise<void> {
  try {
    await upload(events);
    await confirm(
      database,
      events.map(({ id }) => id),
    );
  } catch (error) {
    const theirs = error instanceof Refused && [400, 409, 413, 422].includes(error.status);
    if (!theirs) throw error;
    if (events.length === 1) {
      for (const { id } of events) refused.set(id, error.message);
      return;
    }
    const middle = Math.floor(events.length / 2);
    await send(database, events.slice(0, middle));
    await send(database, events.slice(middle));
  }
}

/**
 * Fetch what this device has not seen; answers whether there is something to upload anew.
 *
 * Each time the last event seen is asked for again. A server that does not give it at the same place is not what it
 * was: it was emptied, restored or replaced. Then all events are fetched, and what it lacks is sent to it.
 */
async function fetchNew(database: Database): Promise<boolean> {
  let anew = false;
  for (;;) {
    const seen = await reach(database);
    const page = await download(seen ? seen.cursor - 1 : 0);
    if (seen && page.events[0]?.id !== seen.last) {
      await startOver(database);
      anew = true;
      continue;
    }
    const news = seen ? page.events.slice(1) : page.events;
    await receive(database, news, page.cursor);
    announce(news);
    if (!page.more) return anew;
  }
}
