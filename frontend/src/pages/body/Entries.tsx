/** The entries of a measure, the latest first, each with a way to take it out. */

import { IconButton } from "../../ui";
import { remove } from "../edit";
import { fullDate } from "../words";
import type { Entry } from "./entries";
import { type Kind, said } from "./kinds";

const MOST_LISTED = 60;

export function Entries({ kind, entries }: { kind: Kind; entries: readonly Entry[] }) {
  return (
    <details class="more" open={Boolean(kind.words)}>
      <summary>Entries</summary>
      <ul class="rows">
        {[...entries]
          .reverse()
          .slice(0, MOST_LISTED)
          .map((entry) => (
            <li key={entry.id} class="row">
              <span class="grow">
                <b>
                  {said(kind, entry.value, entry.unit)}
                  {entry.side && `, ${entry.side}`}
                </b>
                <small class="soft">
                  {fullDate(entry.date)}
                  {entry.checked && " · said to be right"}
                  {entry.note && ` · ${entry.note}`}
                </small>
              </span>
              <IconButton
                icon="trash"
                label={`Delete ${said(kind, entry.value, entry.unit)} of ${fullDate(entry.date)}`}
                onClick={() => void remove("measure", entry.id, `${kind.label} of ${fullDate(entry.date)} deleted.`)}
              />
            </li>
          ))}
      </ul>
    </details>
  );
}
