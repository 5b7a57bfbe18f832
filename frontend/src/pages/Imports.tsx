/** Logs and diaries of other apps: a file looked at first, taken in, taken back, and its names settled. */

import { useRef, useState } from "preact/hooks";
import { send, sendFile } from "../api";
import { Button, Card, Page, Sheet, Skeleton, toast } from "../ui";
import { Answered, Failed } from "./States";
import { Names } from "./imports/Names";
import { PreviewCard } from "./imports/PreviewCard";
import { type Imported, type NameReport, type PastImport, type Preview, saidImport } from "./imports/shapes";
import { syncNow } from "../sync";
import { useAnswer } from "./use-answer";
import { useAttempt } from "./use-attempt";
import { capital, fullDate, number, plural } from "./words";

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
      if (saved.is_new && saved.things_added + saved.things_changed + saved.things_known > 0) {
        const byHand = saved.kept_by_hand > 0 ? ` ${plural(saved.kept_by_hand, "entry", "entries")} of yours stay as you wrote them.` : "";
        const changed = saved.things_changed > 0 ? `, ${number(saved.things_changed)} changed` : "";
        toast(`${plural(saved.things_added, "new entry", "new entries")}${changed}.${byHand}`, () => void takeBack(saved.import_id));
        syncNow();
      } else if (saved.is_new) {
        toast(`Took in ${plural(saved.sets_added, "set")} of ${plural(saved.sessions_added, "session")}.`, () => void takeBack(saved.import_id));
      } else {
        toast("This file was taken in before; nothing was added.");
      }
      await refresh();
    });
  const takeBack = (id: number) =>
    attempt(async () => {
      const undone = await send<{ sessions: number; sets: number; things: number }>("DELETE", `/imports/${id}`);
      const sets = `${plural(undone.sessions, "session")} with ${plural(undone.sets, "set")}`;
      toast(`Took back ${undone.things > 0 ? plural(undone.things, "entry", "entries") : sets}.`);
      syncNow();
      await refresh();
    });

  return (
    <Page title="Import a file" back="/settings">
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
        Choose a file that another app exported. Training: Strong, Hevy, FitNotes, a spreadsheet as CSV, and more. Food and weight:
        MyFitnessPal, Cronometer, MacroFactor, Apple Health. Runs: FIT, TCX, GPX. You see what is in it before anything is kept.
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
                {capital(one.format)}, {saidImport(one)}
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
          <p>What it brought leaves your log, except what another import holds. What you logged yourself stays. You can take the file in again.</p>
          <Button
            look="danger"
            wide
            onClick={() => {
              setAsked(null);
              onTakeBack(asked.id);
            }}
          >
            Take back {saidImport(asked)}
          </Button>
        </Sheet>
      )}
    </Card>
  );
}
