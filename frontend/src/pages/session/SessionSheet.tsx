/** A session opened for change: its name, day, length and note. */

import { useState } from "preact/hooks";
import type { Change } from "../../types";
import { Button, Field, Sheet } from "../../ui";
import type { ShownSession } from "./shapes";

interface SessionSheetProps {
  session: ShownSession;
  onClose: () => void;
  onSave: (change: Change) => void;
  onRemove: () => void;
}

export function SessionSheet({ session, onClose, onSave, onRemove }: SessionSheetProps) {
  const { name, start, note, seconds } = session.value;
  const [fields, setFields] = useState({ name, date: start.slice(0, 10), note: note ?? "", minutes: seconds ? String(Math.round(seconds / 60)) : "" });
  const save = () => {
    const change: Record<string, unknown> = {};
    if (fields.name.trim() && fields.name !== name) change.name = fields.name.trim();
    if (fields.date && fields.date !== start.slice(0, 10)) change.start = `${fields.date}${start.slice(10)}`;
    if (fields.note !== (note ?? "")) change.note = fields.note || null;
    const length = Math.round(Number(fields.minutes) * 60);
    if (fields.minutes !== "" && length >= 0 && length <= 604_800 && length !== seconds) change.seconds = length;
    if (Object.keys(change).length) onSave(change);
    else onClose();
  };
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));
  return (
    <Sheet title="The session" onClose={onClose}>
      <Field label="Name" value={fields.name} maxLength={200} onInput={(typed) => set({ name: typed })} />
      <Field label="Day" type="date" value={fields.date} onInput={(typed) => set({ date: typed })} />
      <Field label="Minutes" inputMode="numeric" value={fields.minutes} onInput={(typed) => set({ minutes: typed })} />
      <Field label="Note" lines={3} value={fields.note} maxLength={4000} onInput={(typed) => set({ note: typed })} />
      <Button look="primary" large wide onClick={save}>
        Save
      </Button>
      <Button look="danger" icon="trash" wide onClick={onRemove}>
        Delete this session
      </Button>
    </Sheet>
  );
}
