/** The exchange of events between this device and the server: what waits goes up, what is new comes down. */

import { type Database, reach, receive, startOver, waiting } from "../log/database";
import { announce } from "../log/journal";
import type { Event } from "../types";
import { download, Refused, upload } from "./http";

const BATCH = 500;

/** Events that the server refuses one by one; they are kept and not sent again until the app is started again. */
export const refused = new Map<string, string>();

/**
 * Bring this device and the server to the same events. Throws what `upload` and `download` throw.
 *
 * An event waits until it was read back from the server, not only until the server took it: a server that is set back
 * to a copy between the two is sent it again.
 */
export async function exchange(database: Database): Promise<void> {
  do await sendWaiting(database);
  while (await fetchNew(database));
}

async function sendWaiting(database: Database): Promise<void> {
  const sent = new Set<string>();
  for (;;) {
    const events = await waiting(database, BATCH, new Set([...sent, ...refused.keys()]));
    if (!events.length) return;
    await send(events);
    for (const { id } of events) sent.add(id);
  }
}

/** Upload events; where the server refuses some, find out which, so that the others get through. */
async function send(events: readonly Event[]): Promise<void> {
  try {
    await upload(events);
  } catch (error) {
    const theirs = error instanceof Refused && [400, 409, 413, 422].includes(error.status);
    if (!theirs) throw error;
    if (events.length === 1) {
      for (const { id } of events) refused.set(id, error.message);
      return;
    }
    const middle = Math.floor(events.length / 2);
    await send(events.slice(0, middle));
    await send(events.slice(middle));
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
