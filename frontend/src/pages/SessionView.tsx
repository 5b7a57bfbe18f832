/** A session as it was done, beside what was planned; every set can be changed, and each change undone. */

import { useEffect, useState } from "preact/hooks";
import { CheckInLine } from "../check-in/CheckInLine";
import { EnergyCard, EnergyUnknown } from "../energy/EnergyCard";
import { log, me, newTail, planned, today } from "../log";
import { checkInOf } from "../readiness/today";
import { navigate } from "../router";
import { sync } from "../sync";
import type { Change, LoggedSet, SessionEnergy } from "../types";
import { Button, EmptyState, IconButton, Page, Skeleton } from "../ui";
import { AsOf, Failed } from "./States";
import { edit, remove } from "./edit";
import { GroupCard } from "./session/GroupCard";
import { SessionSheet } from "./session/SessionSheet";
import { SetSheet } from "./session/SetSheet";
import { type Group, type Row, asPlanned, groups } from "./session/rows";
import { type Patches, type ServerSession, type ShownSession, sessionNow } from "./session/shapes";
import { useAnswer } from "./use-answer";
import { fullDate, minutes, plural, weekday } from "./words";
import "./session/session.css";

interface Opened {
  id: string;
  title: string;
  set: LoggedSet;
  isNew: boolean;
}

export default function SessionView({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? "";
  const asked = useAnswer<ServerSession>(`/sessions/${encodeURIComponent(id)}`);
  const [patches, setPatches] = useState<Patches>(new Map());
  const { at, pending } = sync.value;
  useEffect(() => {
    if (patches.size > 0 && pending === 0) void asked.refresh().then(() => setPatches(new Map()));
  }, [at, pending]);

  const shown = sessionNow(id, asked.data, log.value.things, patches, planned.value.find((one) => one.id === id) ?? null);
  const restore = (of: string) => {
    note(of, { removed: null });
    void edit({ about: "session", of, change: { removed: null } });
  };
  const note = (of: string, change: Change) => setPatches((now) => new Map(now).set(of, [...(now.get(of) ?? []), change]));
  if (shown?.removed || (!shown && log.value.things.raw("session", id)?.removed === true)) {
    return <Removed name={shown?.value.name ?? "Session"} onRestore={() => restore(id)} />;
  }
  if (!shown) {
    const gone = asked.error && !asked.error.offline;
    return (
      <Page title="Session" back="/log">
        {!asked.error && <Skeleton />}
        {gone && (
          <EmptyState title="This session is not in the log">
            <p>It was deleted, or its import was taken back.</p>
            <Button look="primary" href="/log">
              Open the log
            </Button>
          </EmptyState>
        )}
        {asked.error?.offline && <Failed message="You are offline, and this session was not opened here before." again={() => void asked.refresh()} />}
      </Page>
    );
  }
  return <Shown session={shown} asOf={asked.asOf} onChange={note} />;
}

function Removed({ name, onRestore }: { name: string; onRestore: () => void }) {
  return (
    <Page title={name} back="/log">
      <EmptyState title="This session was deleted">
        <Button look="primary" icon="undo" onClick={onRestore}>
          Put it back
        </Button>
      </EmptyState>
    </Page>
  );
}

interface ShownProps {
  session: ShownSession;
  asOf: number | null;
  onChange: (of: string, change: Change) => void;
}

function Shown({ session, asOf, onChange }: ShownProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [editing, setEditing] = useState(false);
  const { value, sets } = session;
  const units = me.value?.profile?.units === "lb" ? "lb" : "kg";
  const found = groups(session);
  const date = value.start.slice(0, 10);

  const change = (of: string, about: "session" | "set", fields: Change, before: unknown, said: string) => {
    onChange(of, fields);
    void edit({ about, of, change: fields, before }, said, (back) => onChange(of, back));
  };
  const removeThing = (about: "session" | "set", of: string, said: string) => {
    onChange(of, { removed: true });
    void remove(about, of, said, (back) => onChange(of, back));
  };
  const open = (group: Group, row: Row, index: number) => {
    const id = row.done?.id ?? `${session.id}:${row.key}`;
    const set = row.done?.value ?? asPlanned(session.id, group, row.steps, nextOrder(session, group));
    setOpened({ id, title: `${group.name}, set ${index + 1}`, set, isNew: !row.done });
  };
  const add = (group: Group) => {
    const last = group.rows.findLast((row) => row.done)?.done?.value;
    const order = nextOrder(session, group);
    const block = group.block?.key ?? last?.block ?? "";
    const like = last ?? asPlanned(session.id, group, group.rows[0]?.steps ?? [], order);
    const set = { ...sameAgain(like), session: session.id, order, ...(block && { block }) };
    setOpened({ id: `${session.id}:${block || "added"}.x${newTail()}`, title: `${group.name}, one more`, set, isNew: true });
  };
  return (
    <Page title={value.name} back="/log" actions={<IconButton icon="edit" label="Change the session" onClick={() => setEditing(true)} />}>
      <AsOf at={asOf} />
      <p class="in-brief">
        <span>
          {weekday(date)} {fullDate(date)}, {value.start.slice(11, 16)}
        </span>
        {value.seconds ? <span>{minutes(value.seconds / 60)}</span> : null}
        <span>{plural(sets.length, "set")}</span>
      </p>
      {value.note && <p class="note-text">{value.note}</p>}
      {(date === today() || checkInOf(date)) && <CheckInLine date={date} ask="How are you today?" />}
      {!value.finished && value.finished !== undefined && (
        <Button look="primary" icon="play" href={`/train/${session.id}`}>
          Go on with it
        </Button>
      )}
      <div class="cards">
        {found.map((group) => (
          <GroupCard key={group.key} group={group} planned={session.planned !== null} onOpen={open} onAdd={() => add(group)} />
        ))}
      </div>
      {found.length === 0 ? <EmptyState title="No sets in this session" /> : <Cost session={session.id} />}
      {opened && (
        <SetSheet
          key={opened.id}
          title={opened.title}
          set={opened.set}
          units={units}
          onClose={() => setOpened(null)}
          onSave={(fields) => {
            const whole = opened.isNew ? { ...withoutNulls(opened.set), ...fields, removed: null, skipped: null } : fields;
            if (Object.keys(whole).length) change(opened.id, "set", whole, opened.isNew ? { removed: true } : opened.set, opened.isNew ? "Set added." : "Set changed.");
            setOpened(null);
          }}
          {...(!opened.isNew && {
            onRemove: () => {
              removeThing("set", opened.id, "Set deleted.");
              setOpened(null);
            },
          })}
        />
      )}
      {editing && (
        <SessionSheet
          session={session}
          onClose={() => setEditing(false)}
          onSave={(fields) => {
            change(session.id, "session", fields, value, "Session changed.");
            setEditing(false);
          }}
          onRemove={() => {
            removeThing("session", session.id, `${value.name} deleted.`);
            navigate("/log");
          }}
        />
      )}
    </Page>
  );
}

/** What it cost, by what the server has of it; worked out again when sets have been changed and sent. */
function Cost({ session }: { session: string }) {
  const asked = useAnswer<SessionEnergy>(`/sessions/${encodeURIComponent(session)}/energy`);
  const { at, pending } = sync.value;
  useEffect(() => {
    if (pending === 0) void asked.refresh();
  }, [at, pending]);
  if (asked.data) return <EnergyCard energy={asked.data} />;
  return asked.error?.status === 409 ? <EnergyUnknown /> : null;
}

/** Behind the last set of an exercise and before the next exercise. */
function nextOrder(session: ShownSession, group: Group): number {
  const orders = group.rows.flatMap(({ done }) => (done ? [done.value.order ?? 0] : []));
  const all = session.sets.map(({ value }) => value.order ?? 0);
  if (orders.length === 0) return Math.max(0, ...all) + 1;
  const last = Math.max(...orders);
  const after = all.filter((order) => order > last);
  return after.length ? (last + Math.min(...after)) / 2 : last + 1;
}

/** What a set and the next one of the same exercise have in common. */
function sameAgain({ name, exercise, variant, kind, reps, load, seconds, meters, side }: LoggedSet): Omit<LoggedSet, "session"> {
  return { name, exercise, variant, kind, reps, load, seconds, meters, side };
}

function withoutNulls(set: LoggedSet): Change {
  return Object.fromEntries(Object.entries(set).filter(([, field]) => field !== null && field !== undefined));
}
