/** An exercise: how it moves and is done, what it asks, its variants beside each other, and the athlete's own history. */

import { useEffect, useState } from "preact/hooks";
import { catalogue, log } from "../log";
import { Card, EmptyState, Page, Tabs } from "../ui";
import { Answered, AsOf } from "./States";
import { ClaimsAbout } from "./evidence/ClaimsAbout";
import { Asks } from "./exercise/Asks";
import { Belongs, WhoShouldNot } from "./exercise/Belongs";
import { FigureCard } from "./exercise/FigureCard";
import { cameFrom } from "./exercise/find";
import type { Guide } from "./exercise/guide";
import { History } from "./exercise/History";
import { Variants } from "./exercise/Variants";
import { SideRow } from "./logbook/Records";
import type { ExerciseHistory, Statistics } from "./logbook/statistics";
import { useAnswer } from "./use-answer";
import { capital, listed, spaced } from "./words";
import "./common.css";
import "./exercise/exercise.css";
import "./fields.css";

type Shown = "guide" | "log";

const variantAsked = (): string => new URLSearchParams(location.search).get("variant") ?? "";

export default function ExercisePage({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? "";
  const logFirst = location.pathname.startsWith("/log/");
  const [back] = useState(() => cameFrom(location.search, logFirst ? "/log" : "/exercises"));
  const exercise = catalogue.value.find((one) => one.id === id);
  const own = log.value.things.get("exercise", id);
  const guide = useAnswer<Guide>(exercise ? `/exercises/${encodeURIComponent(id)}/guide` : null);
  const [chosen, setChosen] = useState(variantAsked);
  const [shown, setShown] = useState<Shown>(logFirst ? "log" : "guide");
  const ways = guide.data?.variants ?? exercise?.variants ?? [];
  const variant = ways.find((one) => one.id === chosen)?.id ?? ways[0]?.id ?? "";
  const name = guide.data?.name ?? exercise?.name ?? own?.name ?? spaced(id);
  const choose = (next: string) => {
    setChosen(next);
    const query = new URLSearchParams(location.search);
    query.set("variant", next);
    history.replaceState(null, "", `${location.pathname}?${query}`);
  };
  useEffect(() => setShown(logFirst || !exercise ? "log" : "guide"), [logFirst, !exercise]);
  return (
    <Page title={name} back={back}>
      {exercise && (
        <div class="narrow-only">
          <Tabs
            label="What is shown"
            tabs={[
              { value: "guide", label: "How to" },
              { value: "log", label: "Your log" },
            ]}
            value={shown}
            onChange={setShown}
          />
        </div>
      )}
      <AsOf at={guide.asOf} />
      <div class={`columns exercise show-${shown}`}>
        {exercise && (
          <div class="stack guide-part">
            <FigureCard exercise={id} ways={ways} chosen={variant} onChoose={choose} />
            {guide.data && <HowTo guide={guide.data} />}
            {guide.data && <Asks asks={guide.data.asks} />}
            {guide.data && (
              <Variants
                exercise={id}
                variants={guide.data.variants}
                chosen={variant}
                onChoose={(next) => {
                  choose(next);
                  document.querySelector(".figure-card")?.scrollIntoView({ block: "start" });
                }}
              />
            )}
          </div>
        )}
        <div class="stack">
          {guide.data && (
            <div class="stack guide-part">
              <Belongs belongs={guide.data.belongs} />
              <WhoShouldNot guide={guide.data} back={back} />
            </div>
          )}
          <div class="stack log-part">
            <Yours id={id} />
          </div>
          <div class="guide-part claims-part">
            <ClaimsAbout exercise={id} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function HowTo({ guide }: { guide: Guide }) {
  const { cues, muscles, equipment, level } = guide;
  return (
    <Card title="How to do it">
      {cues.length > 0 && (
        <ol class="cue-list">
          {cues.map((cue) => (
            <li key={cue}>{cue}</li>
          ))}
        </ol>
      )}
      <dl class="about">
        <dt>Works</dt>
        <dd>
          {capital(listed(muscles.prime))}
          {muscles.assist.length > 0 && <span class="soft">; {listed(muscles.assist)} help</span>}
        </dd>
        {equipment.length > 0 && (
          <>
            <dt>Needs</dt>
            <dd>{capital(listed(equipment))}</dd>
          </>
        )}
        {level && (
          <>
            <dt>For</dt>
            <dd>{LEVELS[level] ?? capital(level)}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}

const LEVELS: Readonly<Record<string, string>> = {
  beginner: "Everyone, beginners too",
  intermediate: "Those who have trained for a while",
  advanced: "Those who have trained for years",
};

/** What the athlete did of it, and the difference between the sides. */
function Yours({ id }: { id: string }) {
  const asked = useAnswer<ExerciseHistory>(`/exercises/${encodeURIComponent(id)}/history`);
  const statistics = useAnswer<Statistics>("/statistics");
  const exercise = catalogue.value.find((one) => one.id === id);
  const sides = statistics.data?.sides.find((one) => one.exercise === id);
  const variantName = (variant: string | null) => exercise?.variants.find((one) => one.id === variant)?.name ?? (variant ? spaced(variant) : "Variant not said");
  return (
    <>
      <Answered asked={asked}>
        {({ sessions, strength }) =>
          sessions.length > 0 ? (
            <History sessions={sessions} strength={strength} variantName={variantName} />
          ) : (
            <EmptyState title="Not done yet">
              <p>Once you log it, it stands here with its loads over time.</p>
            </EmptyState>
          )
        }
      </Answered>
      {sides && (
        <Card title="Left and right">
          <SideRow difference={sides} />
        </Card>
      )}
    </>
  );
}
