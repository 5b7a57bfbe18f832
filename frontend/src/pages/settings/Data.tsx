/** All that an athlete owns as one file, in and out, and how far this device is in step with the server. */

import { useRef } from "preact/hooks";
import { download, forgetAnswers, sendFile } from "../../api";
import { today } from "../../log";
import { sync, syncNow } from "../../sync";
import { Button, Card, Icon, toast } from "../../ui";
import { useAttempt } from "../use-attempt";
import { moment, plural } from "../words";

export function Data() {
  const { busy, problem, attempt } = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  const { at, pending, is, message } = sync.value;

  const save = () => attempt(async () => toast(`Saved as ${await download("/export", `legday-${today()}.zip`)}.`));
  const restore = (file: File) =>
    attempt(async () => {
      await sendFile("/restore", file);
      await forgetAnswers();
      syncNow();
      toast("Everything is back.");
    });
  return (
    <Card title="Your data">
      <p class="row">
        <Icon name={is === "synced" ? "check" : "offline"} />
        <span class="grow">
          {pending > 0 ? `${plural(pending, "change")} kept on this device, not uploaded yet` : "All changes are uploaded"}
          <small class="soft">{message || (at ? `In step with the server at ${moment(at)}` : "Not in step with the server yet")}</small>
        </span>
        <Button look="plain" onClick={syncNow}>
          Try now
        </Button>
      </p>
      <div class="row wrap">
        <Button icon="download" disabled={busy} onClick={() => void save()}>
          Export everything
        </Button>
        <Button icon="upload" look="outline" disabled={busy} onClick={() => input.current?.click()}>
          Restore an export
        </Button>
        <Button icon="list" look="outline" href="/imports">
          Import a log
        </Button>
      </div>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label="Export to restore"
        accept=".zip,application/zip"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) void restore(file);
        }}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="soft small">One file with your profile, plans, log, imports and names. It restores into an empty legday, with nothing lost.</p>
    </Card>
  );
}
