/** What a planned session holds, before it begins: warm-up and stretch in a line, the work exercise by exercise. */

import { EnergyLine, EnergyUnknown } from "../energy/EnergyCard";
import type { BlockToday, Today } from "../readiness/rules";
import type { Block, SessionSteps } from "../types";
import { Chance } from "../ui";
import { exercisePage } from "./exercise/find";
import { PartMarks } from "./PartMarks";
import { setsInShort } from "./plan";
import { type PartName, minutes, plural } from "./words";
import "./preview.css";

/** The loads of a block's work sets, `80 kg` or `60–80 kg`, or how to find them. */
export function blockLoad(session: SessionSteps, block: Block): string {
  const loads = session.steps
    .filter((step) => step.block === block.key && step.set_key && step.load && (step.set_kind ?? "normal") !== "warm-up")
    .map(({ load }) => (load?.on === "dumbbells" || load?.on === "bodyweight" ? load.text : (load?.mass ?? "")));
  const first = loads[0];
  if (first === undefined) return block.ramp_test ? "a test finds the load" : block.load_unknown ? "find the load" : "";
  const others = new Set(loads);
  return others.size === 1 ? first : `${first} → ${loads.at(-1)}`;
}

/** How probable a block's work sets are, the least of all; null where that is not known or today's loads are others. */
function blockChance(session: SessionSteps, block: Block, change: BlockToday | undefined): number | null {
  if (change && (change.swap || change.leftOut || change.share < 1)) return null;
  const chances = session.steps.flatMap(({ block: of, chance, set_kind: kind }) => (of === block.key && chance != null && kind !== "warm-up" ? [chance] : []));
  return chances.length ? Math.min(...chances) : null;
}

/** What the session costs, as planned. */
export function SessionCost({ session }: { session: SessionSteps }) {
  return session.energy ? <EnergyLine energy={session.energy} /> : <EnergyUnknown />;
}

export function SessionFacts({ session }: { session: SessionSteps }) {
  return (
    <p class="in-brief">
      <PartMarks parts={session.parts as PartName[]} />
      <span>{minutes(session.minutes)}</span>
      <span>
        Week {session.week}
        {session.deload && ", easy"}
      </span>
    </p>
  );
}

/** How a block is done today, where that is not as planned. */
function otherwise(block: Block, change: BlockToday | undefined): string {
  if (!change) return "";
  if (change.leftOut) return "Left out today";
  const other = block.alternatives?.find(({ exercise }) => exercise === change.swap);
  const lighter = change.share < 1 ? `${Math.round((1 - change.share) * 100)} % lighter` : "";
  const fewer = change.setsLess ? `${plural(change.setsLess, "set")} less` : "";
  const said = [other ? `${other.name} instead` : "", lighter, fewer].filter(Boolean).join(", ");
  return said ? `Today: ${said}` : "";
}

interface SessionPreviewProps {
  session: SessionSteps;
  /** What the check-in changes in it. */
  today?: Today;
}

export function SessionPreview({ session, today }: SessionPreviewProps) {
  const aside = (role: string) => session.blocks.filter((block) => block.role === role);
  const work = session.blocks.filter(({ role }) => role !== "warm-up" && role !== "stretch");
  return (
    <ol class="preview">
      <Aside name="Warm-up" blocks={aside("warm-up")} />
      {work.map((block) => {
        const chance = blockChance(session, block, today?.blocks.get(block.key));
        return (
          <li key={block.key} class={`${block.part ? `part-${block.part}` : ""} ${today?.blocks.get(block.key)?.leftOut ? "left-out" : ""}`}>
            <span class="preview-name">
              <a href={exercisePage(block.exercise, block.variant, location.pathname)}>{block.name}</a>
              <small>{block.variant_name}</small>
              {today?.blocks.has(block.key) && <small class="otherwise">{otherwise(block, today.blocks.get(block.key))}</small>}
            </span>
            <span class="preview-sets">
              {setsInShort(block.sets)}
              <small>{blockLoad(session, block)}</small>
            </span>
            {chance !== null && <Chance value={chance} every />}
          </li>
        );
      })}
      <Aside name="Stretch" blocks={aside("stretch")} />
    </ol>
  );
}

function Aside({ name, blocks }: { name: string; blocks: readonly Block[] }) {
  if (blocks.length === 0) return null;
  const time = blocks.reduce((sum, block) => sum + (block.minutes ?? 0), 0);
  return (
    <li class="aside">
      <span class="preview-name">
        {name}
        <small>{blocks.map((block) => block.name.toLowerCase()).join(", ")}</small>
      </span>
      <span class="preview-sets">
        {time >= 1 ? minutes(time) : plural(blocks.length, "exercise")}
      </span>
    </li>
  );
}
