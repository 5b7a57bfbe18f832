/** Every way to do an exercise beside the others: what it changes, and in how many models. */

import { Still } from "../../figure/Still";
import { Card, Icon } from "../../ui";
import { PARTS, type PartName, number } from "../words";
import { type AgainstUsual, type Column, type Difference, type GuideVariant, agreement, columnsOf, differenceIn, signed, sureness, toldChange } from "./guide";

interface VariantsProps {
  exercise: string;
  variants: readonly GuideVariant[];
  chosen: string;
  /** Show a variant in the figure. */
  onChoose: (variant: string) => void;
}

export function Variants({ exercise, variants, chosen, onChoose }: VariantsProps) {
  if (variants.length < 2) return null;
  const columns = columnsOf(variants);
  return (
    <Card class="variants-card" title="Its ways side by side">
      {columns.length > 0 ? (
        <>
          <p class="soft small">
            Each against the usual way: joints in newton metres, parts in points of their share; ≈ is hardly a change. The small number is how many of 100 models agree.{" "}
            <span class="key settled">Filled</span> is settled, <span class="key unsettled">dashed</span> is not, so do not choose by it.
          </p>
          <table class="variants">
            <thead>
              <tr>
                {columns.map(({ what, head, group }) => (
                  <th key={`${group} ${what}`} scope="col" class={group === "share" ? `part-${what}` : ""}>
                    {head}
                    {group === "joint moment" && <span class="visually-hidden">, moment of {what}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            {variants.map((variant, index) => (
              <tbody key={variant.id} class={variant.id === chosen ? "chosen" : ""}>
                <tr>
                  <th scope="rowgroup" colSpan={columns.length}>
                    <VariantName exercise={exercise} variant={variant} usual={index === 0} chosen={variant.id === chosen} onChoose={onChoose} />
                  </th>
                </tr>
                {variant.against_usual && (
                  <tr>
                    {columns.map((column) => (
                      <Cell key={`${column.group} ${column.what}`} difference={differenceIn(variant, column)} column={column} />
                    ))}
                  </tr>
                )}
                {variant.against_usual && (
                  <tr>
                    <td colSpan={columns.length}>
                      <p class="small">{variant.against_usual.summary}</p>
                      <AllNumbers against={variant.against_usual} name={variant.name} />
                    </td>
                  </tr>
                )}
              </tbody>
            ))}
          </table>
        </>
      ) : (
        <ul class="rows">
          {variants.map((variant, index) => (
            <li key={variant.id}>
              <VariantName exercise={exercise} variant={variant} usual={index === 0} chosen={variant.id === chosen} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface VariantNameProps {
  exercise: string;
  variant: GuideVariant;
  usual: boolean;
  chosen: boolean;
  onChoose: (variant: string) => void;
}

function VariantName({ exercise, variant, usual, chosen, onChoose }: VariantNameProps) {
  const { id, name, how, emphasis, has_figure: drawn, against_usual: against } = variant;
  // What models do not agree about are the stance, the toes and the width of the feet, all seen from the front.
  const front = Boolean(against?.why_unsettled);
  return (
    <div class="variant-name">
      <button type="button" aria-pressed={chosen} onClick={() => onChoose(id)}>
        {drawn && <Still exercise={exercise} variant={id} front={front} />}
        <span class="grow">
          {name}
          {usual && <small class="soft"> · the usual way</small>}
          {emphasis && PARTS.includes(emphasis as PartName) && <small class={`part-mark part-${emphasis}`}>for {emphasis}</small>}
        </span>
        <Icon name={chosen ? "check" : "play"} size={18} />
        <span class="visually-hidden">{chosen ? "shown above" : "show it above"}</span>
      </button>
      <p class="soft small">{how}</p>
    </div>
  );
}

function Cell({ difference, column }: { difference: Difference | null; column: Column }) {
  if (!difference) {
    return (
      <td class="cell same">
        <b aria-hidden="true">≈</b>
        <span class="visually-hidden">hardly a change</span>
      </td>
    );
  }
  const sure = sureness(difference);
  return (
    <td class={`cell ${sure} ${column.group === "share" ? `part-${column.what}` : ""}`}>
      <b aria-hidden="true">{signed(difference.difference)}</b>
      <small aria-hidden="true">{difference.agree}</small>
      <span class="visually-hidden">
        {toldChange(difference)}; {agreement(difference)}
      </span>
    </td>
  );
}

const GROUPS: readonly { group: Difference["group"]; title: string }[] = [
  { group: "joint moment", title: "Joint moments, the greatest through the range [N·m]" },
  { group: "share", title: "Share of the active muscle [%]" },
  { group: "fibre length", title: "Fibres at their longest [% of the best length]" },
];

function AllNumbers({ against, name }: { against: AgainstUsual; name: string }) {
  const { rows } = against;
  if (rows.length === 0) return null;
  return (
    <details class="more">
      <summary>
        All numbers<span class="visually-hidden"> of {name}</span>
      </summary>
      {GROUPS.filter(({ group }) => rows.some((row) => row.group === group)).map(({ group, title }) => (
        <table key={group} class="small-table differences">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">What</span>
              </th>
              <th scope="col">Usual</th>
              <th scope="col">This</th>
              <th scope="col">Agree, of 100</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => row.group === group)
              .map((row) => (
                <tr key={row.what}>
                  <th scope="row">{row.what}</th>
                  <td>{number(Math.round(row.usual))}</td>
                  <td>{number(Math.round(row.this))}</td>
                  <td>
                    {row.agree}
                    <small class={row.settled ? "good" : "soft"}>{row.settled ? "settled" : "not settled"}</small>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}
