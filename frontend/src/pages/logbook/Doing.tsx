/** How the athlete is doing: plateaus with their reasons and answer, fatigue, balance, and a level to move to. */

import { useState } from "preact/hooks";
import { get, send } from "../../api";
import { IntervalBar } from "../../charts/IntervalBar";
import { catalogue } from "../../log";
import { Button, Card } from "../../ui";
import { Failed } from "../States";
import type { Profile } from "../profile";
import { useAttempt } from "../use-attempt";
import { capital, dayAndMonth, listed, spaced } from "../words";
import { type Balance, type LevelMove, type Plateau, type Progress, balanceWords, percent } from "./doing";

const nameOf = (exercise: string) => catalogue.value.find(({ id }) => id === exercise)?.name ?? spaced(exercise);

export function Doing({ progress }: { progress: Progress }) {
  const { plateaus, fatigue, balance, level, answers } = progress;
  const stalled = new Set(plateaus.flatMap(({ plateau }) => plateau.exercises));
  const rising = progress.strengths.filter(({ exercise, per_week_low }) => (per_week_low ?? 0) > 0 && !stalled.has(exercise));
  const behind = answers.filter(({ kind }) => kind === "lagging");
  if (progress.strengths.length === 0) return null;
  return (
    <Card title="How you are doing">
      {rising.length > 0 && (
        <p>
          Getting stronger in {listed([...rising.slice(0, 3).map(({ exercise }) => nameOf(exercise).toLowerCase()), ...(rising.length > 3 ? [`${rising.length - 3} more`] : [])])}.
        </p>
      )}
      {fatigue.signs.length > 0 && (
        <section class={fatigue.due ? "finding warned" : "finding"}>
          <h3>{fatigue.due ? "An easy week is due" : "A sign of fatigue"}</h3>
          {fatigue.signs.map((sign) => (
            <p key={sign}>{sign}</p>
          ))}
          <Does text={fatigue.due ? "The next plan begins with an easy week." : "Not enough by itself to change the plan."} source={fatigue.source} />
        </section>
      )}
      {plateaus.map((each) => (
        <PlateauFinding key={each.plateau.exercises.join()} found={each} silent={fatigue.due} />
      ))}
      {plateaus.length === 0 && !fatigue.due && <p class="soft">No plateau, and no fatigue that shows in what you lift.</p>}
      {level && <LevelFinding move={level} />}
      {balance.length > 0 && (
        <section class="finding">
          <h3>Balance</h3>
          {balance.map((each) => (
            <BalanceRow key={`${each.part} ${each.other} ${each.measured}`} balance={each} />
          ))}
          {behind.map(({ does, part }) => (
            <p key={part}>{does}</p>
          ))}
          <p class="soft small">The bar holds the truth in four of five cases. A part lags only where all of it says so.</p>
        </section>
      )}
    </Card>
  );
}

function PlateauFinding({ found, silent }: { found: Plateau; silent: boolean }) {
  const { plateau, reasons, answer } = found;
  return (
    <section class="finding warned">
      <h3>{listed(plateau.exercises.map(nameOf))}</h3>
      <p>
        No stronger since about {dayAndMonth(plateau.since)}; before that {percent(plateau.per_week, 1)} a week.
      </p>
      {reasons.length > 0 ? (
        <ul class="lines">
          {reasons.map(({ kind, sentence, source }) => (
            <li key={kind}>
              {sentence} <small class="soft">{capital(source)}.</small>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">The log shows no reason for it.</p>
      )}
      {!silent && <Does text={answer.does} source={answer.source} />}
    </section>
  );
}

function Does({ text, source }: { text: string; source: string }) {
  return (
    <p>
      <b>{text}</b> <small class="soft">{capital(source)}.</small>
    </p>
  );
}

function LevelFinding({ move }: { move: LevelMove }) {
  const { busy, problem, attempt } = useAttempt();
  const [accepted, setAccepted] = useState(false);
  const accept = () =>
    attempt(async () => {
      const { data } = await get<Profile | null>("/profile");
      if (data) await send("PUT", "/profile", { ...data, level: move.to });
      setAccepted(true);
    });
  return (
    <section class="finding">
      <h3>{capital(move.to)} may fit you better</h3>
      <ul class="lines">
        {move.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {problem && <Failed message={problem} />}
      {accepted ? (
        <p role="status">Your level is now {move.to}. The next plan uses it.</p>
      ) : (
        <p>
          <Button look="outline" disabled={busy} onClick={() => void accept()}>
            Move to {move.to}
          </Button>
        </p>
      )}
    </section>
  );
}

function BalanceRow({ balance }: { balance: Balance }) {
  const words = balanceWords(balance);
  return (
    <div class={`stack balance part-${balance.part}`}>
      <p class="row">
        <span class="grow">{words.what}</span>
        <b class="figures">{words.figure}</b>
      </p>
      <IntervalBar {...words.bar} label={words.label} />
      <p class="row soft small ends">
        <span>{words.ends[0]}</span>
        <span>{words.ends[1]}</span>
      </p>
    </div>
  );
}
