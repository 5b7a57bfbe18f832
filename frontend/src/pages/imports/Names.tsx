/** Names of exercises that need the athlete's word: what each of them stands for. */

import { useState } from "preact/hooks";
import { send } from "../../api";
import type { CatalogueExercise } from "../../types";
import { Button, Card, toast } from "../../ui";
import { Select } from "../fields";
import { asApiError, useAnswer } from "../use-answer";
import { plural, spaced } from "../words";
import type { NameReport } from "./shapes";

interface NamesProps {
  report: NameReport;
  onChange: (report: NameReport) => void;
}

export function Names({ report, onChange }: NamesProps) {
  const { data: catalogue } = useAnswer<CatalogueExercise[]>("/catalogue");
  const known = new Map((catalogue ?? []).map(({ id, name }) => [id, name]));
  if (report.unsettled.length === 0) return null;
  const settle = async (name: string, answer: string) => {
    try {
      onChange(await send<NameReport>("PUT", "/names", { name, answer }));
      toast(`${name} is ${answer === "other" ? "no leg exercise" : (known.get(answer) ?? spaced(answer)).toLowerCase()}.`);
    } catch (error) {
      toast(asApiError(error).message);
    }
  };
  return (
    <Card title="Which exercise is this?">
      <p class="soft">Settled once, these count in your log and give your plans their loads.</p>
      <ul class="rows">
        {report.unsettled.map(({ name, sets, candidates }) => (
          <li key={name} class="stack">
            <p>
              <b>{name}</b> <span class="soft">{plural(sets, "set")}</span>
            </p>
            <div class="row wrap">
              {candidates.slice(0, 3).map((candidate) => (
                <Button key={candidate} look="outline" onClick={() => void settle(name, candidate)}>
                  {known.get(candidate) ?? spaced(candidate)}
                </Button>
              ))}
              <Button look="plain" onClick={() => void settle(name, "other")}>
                No leg exercise
              </Button>
            </div>
            <Another name={name} catalogue={catalogue ?? []} onPick={(answer) => void settle(name, answer)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface AnotherProps {
  name: string;
  catalogue: readonly CatalogueExercise[];
  onPick: (exercise: string) => void;
}

function Another({ name, catalogue, onPick }: AnotherProps) {
  const [picked, setPicked] = useState("");
  return (
    <div class="row">
      <div class="grow">
        <Select
          hideLabel
          label={`Another exercise for ${name}`}
          options={[{ value: "", label: "Another exercise …" }, ...catalogue.map(({ id, name: label }) => ({ value: id, label }))]}
          value={picked}
          onChange={setPicked}
        />
      </div>
      {picked && <Button onClick={() => onPick(picked)}>Settle</Button>}
    </div>
  );
}
