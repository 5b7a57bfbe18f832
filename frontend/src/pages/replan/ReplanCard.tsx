/** What would move in the rest of the plan, and why: to be taken, or the plan kept as it is. */

import { useEffect, useState } from "preact/hooks";
import { send } from "../../api";
import { log } from "../../log";
import { sync, syncNow } from "../../sync";
import { Button, Card, toast } from "../../ui";
import type { Move } from "../plan";
import { AsOf, Failed } from "../States";
import { useAnswer } from "../use-answer";
import { useAttempt } from "../use-attempt";
import { type Proposal, decline, moveInWords, reasonFor, replanPath, wasDeclined } from "./replan";
import "./replan.css";

interface ReplanCardProps {
  plan: string;
  /** A day that falls out, where the athlete asks about one. */
  out?: string | null;
  onDone?: () => void;
}

export function ReplanCard({ plan, out = null, onDone }: ReplanCardProps) {
  const asked = useAnswer<Proposal>(replanPath(plan, out));
  const { busy, problem, attempt } = useAttempt();
  const [declined, setDeclined] = useState("");
  const { data, asOf, refresh } = asked;
  const inStep = sync.value.pending === 0;
  const logged = log.value;
  useEffect(() => {
    if (inStep) void refresh();
  }, [logged, inStep, refresh]);

  if (!data) return out && asked.error ? <Failed message={asked.error.message} again={() => void refresh()} /> : null;
  if (data.conflict.length > 0) return <Conflict proposal={data} />;
  if (data.moves.length === 0) return out ? <p class="soft">Nothing has to move for that.</p> : null;
  if (!out && (declined === data.tag || wasDeclined(data.tag))) return null;

  const take = () =>
    attempt(async () => {
      try {
        await send("POST", replanPath(plan), { tag: data.tag, ...(out ? { out } : {}) });
      } catch (error) {
        await refresh();
        throw error;
      }
      syncNow();
      toast("The plan is changed.");
      await refresh();
      onDone?.();
    });
  const keep = () => {
    if (!out) decline(data.tag);
    setDeclined(data.tag);
    onDone?.();
  };
  return (
    <Card title={out ? "What would move" : "Your week could change"} class="replan">
      <p>{data.events.join(" ")}</p>
      <Moves moves={data.moves} events={data.events} />
      <AsOf at={asOf} />
      {problem && <Failed message={problem} />}
      <div class="row wrap">
        <Button look="primary" disabled={busy || asOf !== null} onClick={() => void take()}>
          {busy ? "Taking it …" : "Take it"}
        </Button>
        <Button look="outline" disabled={busy} onClick={keep}>
          Keep as is
        </Button>
      </div>
      {asOf !== null && <p class="soft small">It can be taken when the server is reached again. Until then the plan stays.</p>}
    </Card>
  );
}

const SHOWN_AT_ONCE = 4;

/** The moves, each with its reason; many of them are folded. */
export function Moves({ moves, events }: { moves: readonly Move[]; events: readonly string[] }) {
  const rows = moves.map((move) => {
    const reason = reasonFor(move, events);
    return (
      <li key={move.say}>
        {moveInWords(move)}
        {reason && <small>{reason}</small>}
      </li>
    );
  });
  const folded = rows.slice(SHOWN_AT_ONCE);
  return (
    <>
      <ul class="moves">{rows.slice(0, SHOWN_AT_ONCE)}</ul>
      {folded.length > 0 && (
        <details class="more">
          <summary>{folded.length === 1 ? "One more" : `${folded.length} more`}</summary>
          <ul class="moves">{folded}</ul>
        </details>
      )}
      <p class="soft small">Everything else stays as it was.</p>
    </>
  );
}

function Conflict({ proposal }: { proposal: Proposal }) {
  return (
    <Card title="Your profile and your plan part ways">
      <p>With what you changed, these can’t all hold in the weeks to come:</p>
      <ul class="lines">
        {proposal.conflict.map(({ rule, about, sentence }) => (
          <li key={`${rule} ${about}`}>
            {about}
            <small class="soft"> {sentence}</small>
          </li>
        ))}
      </ul>
      <p class="soft">The plan goes on as it is.</p>
      <Button look="outline" href="/settings">
        Look at my profile
      </Button>
    </Card>
  );
}
