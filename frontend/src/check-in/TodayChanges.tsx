/** What today's check-in changes in a session and why; each change can be overruled. */

import { record } from "../log";
import type { Today } from "../readiness/rules";
import type { CheckInRule, SessionSteps } from "../types";
import { Button, Icon, type IconName } from "../ui";
import { listed, plural } from "../pages/words";
import "./check-in.css";

interface TodayChangesProps {
  session: SessionSteps;
  today: Today;
}

const ICONS: Record<CheckInRule["do"], IconName> = { lighter: "minus", "fewer-sets": "minus", swap: "swap", "leave-out": "skip", move: "skip" };

export function TodayChanges({ session, today }: TodayChangesProps) {
  const shown = today.holding.filter((rule) => today.overruled.has(rule.id) || effects(session, today, rule));
  if (!shown.length) return null;
  const work = session.blocks.filter(({ role }) => role !== "warm-up" && role !== "stretch");
  const nothingLeft = work.every(({ key }) => today.blocks.get(key)?.leftOut);
  const overrule = (rule: CheckInRule, isSo: true | null) => void record([{ about: "session", of: session.id, change: { overruled: { [rule.id]: isSo } } }]);
  return (
    <section class="today-changes" aria-labelledby={`changes-${session.id}`}>
      <h3 id={`changes-${session.id}`}>Changed for today</h3>
      {nothingLeft && <p>Nothing is left to train. Rest is training, too.</p>}
      <ul>
        {shown.map((rule) => {
          const off = today.overruled.has(rule.id);
          return (
            <li key={rule.id} class={off ? "off" : undefined}>
              <Icon name={off ? "check" : ICONS[rule.do]} size={20} />
              <div>
                <p>
                  <b>{off ? "As planned." : rule.say}</b> <span class="soft">{rule.because}</span>
                </p>
                {!off && <p class="small">{effects(session, today, rule)}</p>}
                <div class="row wrap">
                  <Button look="outline" onClick={() => overrule(rule, off ? null : true)}>
                    {off ? "Take the advice" : "Do it as planned"}
                  </Button>
                  <details class="small soft">
                    <summary>Source</summary>
                    {rule.source}
                  </details>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What becomes of the blocks that a rule bears on. */
function effects(session: SessionSteps, today: Today, rule: CheckInRule): string {
  const blocks = session.blocks.filter(({ key }) => rule.blocks?.includes(key));
  const named = (is: (key: string) => boolean) => listed(blocks.filter(({ key }) => is(key)).map(({ name }) => name));
  const changes = today.blocks;
  const swaps = blocks.flatMap(({ key, name, alternatives }) => {
    const other = alternatives?.find(({ exercise }) => exercise === changes.get(key)?.swap);
    return other && rule.do === "swap" ? `${other.name} in place of ${name}.` : [];
  });
  const leavesOut = rule.do !== "lighter" && rule.do !== "fewer-sets";
  const out = leavesOut && named((key) => changes.get(key)?.leftOut ?? false);
  const less = rule.share ?? 1;
  const lighter = less < 1 && named((key) => (changes.get(key)?.share ?? 1) < 1);
  const fewer = (rule.sets_less ?? 0) > 0 && named((key) => (changes.get(key)?.setsLess ?? 0) > 0);
  return [
    out && `Left out: ${out}.`,
    ...swaps,
    lighter && `${Math.round((1 - less) * 100)} % lighter: ${lighter}.`,
    fewer && `${plural(rule.sets_less ?? 0, "set")} less: ${fewer}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
