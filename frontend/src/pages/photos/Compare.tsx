/** Two photos of one view over each other, with a slider between them. */

import { useState } from "preact/hooks";
import { Select } from "../fields";
import { Card, Tabs } from "../../ui";
import { capital, fullDate } from "../words";
import { type Photo, VIEWS, type View } from "./store";

interface CompareProps {
  photos: readonly Photo[];
  urls: ReadonlyMap<string, string>;
}

export function Compare({ photos, urls }: CompareProps) {
  const views = VIEWS.filter((view) => photos.filter((photo) => photo.view === view).length > 1);
  const [chosen, setChosen] = useState<View | null>(null);
  const [pair, setPair] = useState<{ left?: string; right?: string }>({});
  const [share, setShare] = useState(50);
  const view = chosen && views.includes(chosen) ? chosen : views[0];
  if (!view) return null;
  const of = photos.filter((photo) => photo.view === view);
  const right = of.find(({ id }) => id === pair.right) ?? (of[0] as Photo);
  const left = of.find(({ id }) => id === pair.left) ?? (of.at(-1) as Photo);
  const options = of.map(({ id, date }) => ({ value: id, label: fullDate(date) }));
  return (
    <Card title="Compare">
      {views.length > 1 && <Tabs label="View" tabs={views.map((value) => ({ value, label: capital(value) }))} value={view} onChange={setChosen} />}
      <div class="amounts">
        <Select label="Left" options={options} value={left.id} onChange={(id) => setPair({ ...pair, left: id })} />
        <Select label="Right" options={options} value={right.id} onChange={(id) => setPair({ ...pair, right: id })} />
      </div>
      <div class="compare" style={{ aspectRatio: `${right.width} / ${right.height}` }}>
        <img src={urls.get(left.id)} alt={`${capital(view)}, ${fullDate(left.date)}`} />
        <img src={urls.get(right.id)} alt={`${capital(view)}, ${fullDate(right.date)}`} style={{ clipPath: `inset(0 0 0 ${share}%)` }} />
        <span class="divider" style={{ left: `${share}%` }} />
      </div>
      <label class="field">
        <span class="field-label">How much of the left one</span>
        <input type="range" min={0} max={100} value={share} onInput={(event) => setShare(Number(event.currentTarget.value))} />
      </label>
      <p class="soft small">The same place, light, distance and time of day make the two comparable. Light alone can change how a leg looks.</p>
    </Card>
  );
}
