/** An exercise of a session: its sets as planned and as done, each a button that opens it. */

import { Button } from "../../ui";
import type { Group, Row } from "./rows";
import { detailWords, doneWords, plannedWords } from "./set-words";

interface GroupCardProps {
  group: Group;
  planned: boolean;
  onOpen: (group: Group, row: Row, index: number) => void;
  onAdd: () => void;
}

export function GroupCard({ group, planned: hasPlan, onOpen, onAdd }: GroupCardProps) {
  const title = group.exercise ? <a href={`/log/exercise/${group.exercise}`}>{group.name}</a> : group.name;
  return (
    <section class={group.block?.part ? `card sets part-${group.block.part}` : "card sets"}>
      <h2>
        {title}
        {group.variantName && <small class="soft">{group.variantName}</small>}
      </h2>
      <table class={hasPlan ? "sets-table with-plan" : "sets-table"}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Set</span>
            </th>
            {hasPlan && <th scope="col">Planned</th>}
            <th scope="col">
              <span class={hasPlan ? "" : "visually-hidden"}>Done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row, index) => (
            <tr key={row.key}>
              <th scope="row">{index + 1}</th>
              {hasPlan && (
                <td class="soft">
                  {plannedWords(row.steps) || "–"}
                  {!row.done && row.steps[0]?.side && <small>{row.steps[0].side.replace("in-turn", "sides in turn")}</small>}
                </td>
              )}
              <td>
                <button type="button" class={row.done ? "set-button" : "set-button not-done"} onClick={() => onOpen(group, row, index)}>
                  {row.done ? doneWords(row.done.value) : "Not done"}
                  {row.done && <small>{detailWords(row.done.value)}</small>}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button look="plain" icon="plus" onClick={onAdd}>
          Add a set
        </Button>
      </div>
    </section>
  );
}
