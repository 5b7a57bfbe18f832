/** What a chosen file holds, every row accounted for, before anything is kept. */

import { Button, Card } from "../../ui";
import { ChooseOne } from "../fields";
import { MASS_UNITS } from "../profile";
import { capital, fullDate, number, plural } from "../words";
import { type Preview, saidThings } from "./shapes";
import "./imports.css";

interface PreviewCardProps {
  name: string;
  preview: Preview;
  busy: boolean;
  onUnit: (unit: "kg" | "lb") => void;
  onTake: () => void;
  onDrop: () => void;
}

export function PreviewCard({ name, preview, busy, onUnit, onTake, onDrop }: PreviewCardProps) {
  const { rows, kept, sets, other, listed, listed_count: unread, names } = preview;
  const diary = preview.kind === "diary";
  const others = Object.entries(other);
  const otherRows = others.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Card title={name}>
      <p>
        {capital(preview.format)}, {diary ? saidThings(preview.things) : plural(preview.sessions, "session")}
        {preview.first && preview.last && ` from ${fullDate(preview.first)} to ${fullDate(preview.last)}`}.
      </p>
      <dl class="sum">
        <Term count={rows} label="rows" />
        <span aria-hidden="true">=</span>
        <Term count={kept} label={diary ? "taken in" : "sets"} strong />
        <span aria-hidden="true">+</span>
        <Term count={otherRows} label="other" />
        <span aria-hidden="true">+</span>
        <Term count={unread} label="unread" />
      </dl>
      {others.length > 0 && <p class="soft">Other: {others.map(([kind, count]) => `${number(count)} ${kind}`).join(", ")}.</p>}
      {unread > 0 && (
        <details class="more">
          <summary>{plural(unread, "row")} that can’t be read</summary>
          <ul class="lines">
            {listed.map(({ line, reason }) => (
              <li key={line}>
                <b>Line {line}</b>: {reason}
              </li>
            ))}
            {unread > listed.length && <li>and {number(unread - listed.length)} more</li>}
          </ul>
        </details>
      )}
      {preview.notes.map((note) => (
        <p key={note} class="soft">
          {note}
        </p>
      ))}
      {!diary && (
        <>
          <p>
            {plural(names.mapped.length, "name")} of exercises known
            {names.unsettled.length > 0 && `, ${names.unsettled.length} to settle afterwards`}
            {names.other.length > 0 && `, ${names.other.length} that train something else`}.
          </p>
          <ChooseOne
            label="Weights in"
            options={MASS_UNITS}
            value={preview.unit ?? ""}
            onChoose={(unit) => onUnit(unit as "kg" | "lb")}
          />
          {preview.unit_basis && <p class="soft small">{preview.unit_basis}</p>}
        </>
      )}
      <div class="row wrap">
        <Button look="primary" icon="check" disabled={busy || kept === 0} onClick={onTake}>
          {busy ? "Taking in …" : diary ? "Take it in" : `Take in ${plural(sets, "set")}`}
        </Button>
        <Button look="plain" disabled={busy} onClick={onDrop}>
          Leave it
        </Button>
      </div>
    </Card>
  );
}

function Term({ count, label, strong = false }: { count: number; label: string; strong?: boolean }) {
  return (
    <div class={strong ? "strong" : ""}>
      <dt>{label}</dt>
      <dd class="figures">{number(count)}</dd>
    </div>
  );
}
