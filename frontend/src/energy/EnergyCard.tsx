/** What a session costs: the range, its exercises, running and upper-body lifting beside it, and how it is known. */

import { useState } from "preact/hooks";
import { useAnswer } from "../pages/use-answer";
import type { EnergyRange, ExerciseEnergy, SessionEnergy } from "../types";
import { Card } from "../ui";
import { span, spanInKj, sum } from "./ranges";
import "./energy.css";

interface Source {
  about: string;
  cite: string;
  doi?: string;
}

export function EnergyCard({ energy }: { energy: SessionEnergy }) {
  return (
    <Card title="Energy">
      <EnergyFacts energy={energy} />
    </Card>
  );
}

/** One line that opens, for a session that is still to come. */
export function EnergyLine({ energy }: { energy: SessionEnergy }) {
  return (
    <details class="energy-line">
      <summary>
        About <span class="figures">{span(energy.net)}</span> kcal above rest
      </summary>
      <EnergyFacts energy={energy} told />
    </details>
  );
}

/** What was done so far, by the plan's own estimate. */
export function EnergyDone({ exercises }: { exercises: readonly ExerciseEnergy[] }) {
  return (
    <Card title="Energy">
      <Figure net={sum(exercises.map(({ net }) => net))} gross={sum(exercises.map(({ gross }) => gross))} />
      <Exercises exercises={exercises} />
      <Known met={sum(exercises.map(({ met }) => met))} work={sum(exercises.map(({ work }) => work))} notes={["Worked out from the plan, in the share of its sets that you did."]} />
    </Card>
  );
}

/** Where the body mass is not known. */
export function EnergyUnknown() {
  return (
    <p class="small soft">
      Log your <a href="/body">weight</a> to see what this costs in energy.
    </p>
  );
}

/** `told` is where the figure already stands above. */
function EnergyFacts({ energy, told = false }: { energy: SessionEnergy; told?: boolean }) {
  const { net, gross, running, upper_body: upperBody } = energy;
  const most = Math.max(net.high, running.high, upperBody.high);
  const known = { told: "", planned: " as planned", estimated: ", estimated" }[energy.minutes_from];
  return (
    <div class="energy">
      <Figure net={net} gross={gross} told={told} />
      <div class="energy-bars" role="group" aria-label="The same minutes of other training, in kcal above rest">
        <Bar name="This session" energy={net} most={most} own />
        <Bar name="Running" energy={running} most={most} />
        <Bar name="Upper-body lifting" energy={upperBody} most={most} />
        <p class="small soft">
          Each for {Math.round(energy.minutes)} minutes{known}, kcal above rest.
        </p>
      </div>
      {energy.compared && <p class="small">{energy.compared}</p>}
      <Exercises exercises={energy.exercises} />
      <Known met={energy.met} work={energy.work} notes={energy.notes} />
    </div>
  );
}

function Figure({ net, gross, told = false }: { net: EnergyRange; gross: EnergyRange; told?: boolean }) {
  return (
    <div class="energy-figure">
      {!told && (
        <p>
          about <b class="figures">{span(net)}</b> kcal
        </p>
      )}
      <p class="small soft">
        {told ? "That is" : "Above rest;"} {spanInKj(net)} kJ. With what rest costs anyway, {span(gross)} kcal.
      </p>
    </div>
  );
}

function Bar({ name, energy, most, own = false }: { name: string; energy: EnergyRange; most: number; own?: boolean }) {
  const at = (kcal: number) => `${(100 * kcal) / (most || 1)}%`;
  return (
    <div class={own ? "energy-bar own" : "energy-bar"}>
      <span>{name}</span>
      <span class="figures">{span(energy)}</span>
      <svg width="100%" height={12} aria-hidden="true">
        <rect class="track" width="100%" height={12} rx={6} />
        <rect class="range" x={at(energy.low)} width={at(energy.high - energy.low)} height={12} rx={6} />
        <circle class="best" cx={at(energy.best)} cy={6} r={4} />
      </svg>
    </div>
  );
}

function Exercises({ exercises }: { exercises: readonly ExerciseEnergy[] }) {
  return (
    <details class="more">
      <summary>By exercise</summary>
      <ul class="energy-list">
        {exercises.map((one, place) => (
          <li key={`${one.exercise} ${place}`}>
            <span>{one.name}</span>
            <span class="figures">{span(one.net)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Known({ met, work, notes }: { met: EnergyRange; work: EnergyRange; notes: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How is this known?</summary>
      <p class="small">Nobody measured your breath, so there are two estimates. The range goes from the mean of their low ends to the mean of their high ends.</p>
      <dl class="energy-estimates">
        <Estimate name="By time" energy={met} how="METs of such exercises, times your body mass and the minutes." />
        <Estimate name="By work" energy={work} how="What was lifted, how far and how often, by what muscles make of energy; lowering and standing about counted in." />
      </dl>
      {notes.length > 0 && (
        <ul class="small soft energy-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {open && <Sources />}
    </details>
  );
}

function Estimate({ name, energy, how }: { name: string; energy: EnergyRange; how: string }) {
  return (
    <div>
      <dt>
        {name}: <span class="figures">{Math.round(energy.best)}</span> kcal <span class="soft">({span(energy)})</span>
      </dt>
      <dd class="small soft">{how}</dd>
    </div>
  );
}

function Sources() {
  const { data, error } = useAnswer<{ sources: Record<string, Source> }>("/energy/basis");
  if (!data) return error ? <p class="small soft">The sources are shown when you are online.</p> : null;
  return (
    <ul class="small soft energy-notes">
      {Object.values(data.sources).map(({ about, cite, doi }) => (
        <li key={cite}>
          {doi ? (
            <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
              {cite}
            </a>
          ) : (
            cite
          )}
          : {about}.
        </li>
      ))}
    </ul>
  );
}
