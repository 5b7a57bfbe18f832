/** Logs of other apps: a file looked at first, taken in, taken back, and its names settled. */

import { useRef, useState } from "preact/hooks";
import { send, sendFile } from "../api";
import { Button, Card, Page, Sheet, Skeleton, toast } from "../ui";
import { Answered, Failed } from "./States";
import { Names } from "./imports/Names";
import { PreviewCard } from "./imports/PreviewCard";
import type { Imported, NameReport, PastImport, Preview } from "./imports/shapes";
import { useAnswer } from "./use-answer";
import { useAttempt } from "./use-attempt";
import { capital, fullDate, plural } from "./words";

interface Chosen {
  file: File;
  unit: "kg" | "lb" | null;
  preview: Preview | null;
}

export default function Imports() {
  const past = useAnswer<PastImport[]>("/imports");
  const names = useAnswer<NameReport>("/names");
  const [settled, setSettled] = useState<NameReport | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { busy, problem, attempt } = useAttempt();

  const refresh = async () => {
    setSettled(null);
    await Promise.all([past.refresh(), names.refresh()]);
  };
  const path = (start: string, unit: Chosen["unit"]) => (unit ? `${start}?unit=${unit}` : start);
  const look = (file: File, unit: Chosen["unit"]) =>
    attempt(async () => {
      setChosen((now) => ({ file, unit, preview: now?.file === file ? now.preview : null }));
      setChosen({ file, unit, preview: await sendFile<Preview>(path("/imports/preview", unit), file) });
    });
  const take = ({ file, unit }: Chosen) =>
    attempt(async () => {
      const { saved } = await sendFile<Imported>(path("/imports", unit), file);
      setChosen(null);
      if (saved.is_new) {
        toast(`Took in ${plural(saved.sets_added, "set")} of ${plural(saved.sessions_added, "session")}.`, () => void takeBack(saved.import_id));
      } else {
        toast("This file was taken in before; nothing was added.");
      }
      await refresh();
    });
  const takeBack = (id: number) =>
    attempt(async () => {
      const undone = await send<{ sessions: number; sets: number }>("DELETE", `/imports/${id}`);
      toast(`Took back ${plural(undone.sessions, "session")} with ${plural(undone.sets, "set")}.`);
      await refresh();
    });

  return (
    <Page title="Import a log" back="/settings">
      <div class="columns">
        <div class="stack">
          <Choose busy={busy} onFile={(file) => void look(file, null)} />
          {problem && <Failed message={problem} />}
          {chosen && !chosen.preview && busy && <Skeleton rows={1} />}
          {chosen?.preview && (
            <PreviewCard
              name={chosen.file.name}
              preview={chosen.preview}
              busy={busy}
              onUnit={(unit) => void look(chosen.file, unit)}
              onTake={() => void take(chosen)}
              onDrop={() => setChosen(null)}
            />
          )}
          {(settled ?? names.data) && <Names report={(settled ?? names.data) as NameReport} onChange={setSettled} />}
        </div>
        <div class="stack">
          <Answered asked={past} rows={1}>
            {(imports) => imports.length > 0 && <Past imports={imports} onTakeBack={(id) => void takeBack(id)} />}
          </Answered>
        </div>
      </div>
    </Page>
  );
}

function Choose({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Card>
      <p>
        Choose a file that another app exported: Strong, Hevy, FitNotes, StrongLifts, Garmin, a spreadsheet as CSV, and more. You see
        what is in it before anything is kept.
      </p>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label="File of another app"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <div>
        <Button look="primary" icon="upload" disabled={busy} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
      </div>
    </Card>
  );
}

function Past({ imports, onTakeBack }: { imports: readonly PastImport[]; onTakeBack: (id: number) => void }) {
  const [asked, setAsked] = useState<PastImport | null>(null);
  return (
    <Card title="Taken in so far">
      <ul class="rows">
        {[...imports].reverse().map((one) => (
          <li key={one.id} class="row">
            <span class="grow">
              <b>{one.source}</b>
              <small class="soft">
                {capital(one.format)}, {plural(one.sets, "set")}
                {one.listed > 0 && `, ${plural(one.listed, "row")} unread`}, on {fullDate(one.imported_at)}
              </small>
            </span>
            <Button look="outline" onClick={() => setAsked(one)}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <Sheet title={`Take back ${asked.source}?`} onClose={() => setAsked(null)}>
          <p>Its sessions leave your log, except those that another import holds. What you logged yourself stays. You can take the file in again.</p>
          <Button
            look="danger"
            wide
            onClick={() => {
              setAsked(null);
              onTakeBack(asked.id);
            }}
          >
            Take back {plural(asked.sets, "set")}
          </Button>
        </Sheet>
      )}
    </Card>
  );
}
