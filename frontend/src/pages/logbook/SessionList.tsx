/** Sessions by month, the newest first, found by words. */

import { useEffect, useState } from "preact/hooks";
import { Button, EmptyState, Field, Skeleton } from "../../ui";
import { Failed } from "../States";
import { monthName, plural, weekday } from "../words";
import { type Listed, type SessionInShort, useSessions } from "./sessions";

const PAUSE_MS = 250;
const FIRST_SHOWN = 12;
const MORE_SHOWN = 30;

export function SessionList({ all }: { all: Listed }) {
  const [typed, setTyped] = useState("");
  const [words, setWords] = useState("");
  const [most, setMost] = useState(FIRST_SHOWN);
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useSessions(words);
  const listed = words.trim() ? found : all;
  const shown = listed.items.slice(0, most);
  const hasMore = shown.length < listed.items.length || listed.more !== null;
  const showMore = () => {
    if (shown.length + MORE_SHOWN > listed.items.length) listed.more?.();
    setMost(most + MORE_SHOWN);
  };
  return (
    <section class="stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">Sessions</h2>
      <Field label="Search" type="search" inputMode="search" value={typed} onInput={setTyped} hint="Sessions, exercises, notes" />
      {listed.loading && <Skeleton rows={2} />}
      {listed.error && <Failed message={listed.error} />}
      {!listed.loading && shown.length === 0 && (
        <EmptyState title={words.trim() ? "Nothing found" : "Nothing logged yet"}>
          {words.trim() ? (
            <p>No session has all of these words.</p>
          ) : (
            <>
              <p>Your first session will stand here. Logs of other apps can come too.</p>
              <Button look="outline" href="/imports">
                Import a log
              </Button>
            </>
          )}
        </EmptyState>
      )}
      {byMonth(shown).map(([month, sessions]) => (
        <div key={month} class="card">
          <h3>
            {monthName(`${month}-01`)} {month.slice(0, 4)}
          </h3>
          <ul class="rows">
            {sessions.map((session) => (
              <li key={session.id}>
                <SessionLink session={session} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {hasMore && shown.length > 0 && (
        <Button look="outline" onClick={showMore}>
          Show older ones
        </Button>
      )}
    </section>
  );
}

function byMonth(sessions: readonly SessionInShort[]): [string, SessionInShort[]][] {
  const months = new Map<string, SessionInShort[]>();
  for (const session of sessions) {
    const month = session.start.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), session]);
  }
  return [...months];
}

function SessionLink({ session }: { session: SessionInShort }) {
  const date = session.start.slice(0, 10);
  return (
    <a class="session-link" href={`/log/session/${session.id}`}>
      <time dateTime={date}>
        <b>{Number(date.slice(8))}</b> {weekday(date).slice(0, 3)}
      </time>
      <span class="clip">
        <b>{session.name}</b>
        <small>{session.exercises.join(", ")}</small>
      </span>
      <span class="soft small">
        {plural(session.sets, "set")}
      </span>
    </a>
  );
}
