/** All exercises: found by their names or by what other apps call them, and by the part they train. */

import { catalogue, log } from "../log";
import type { Part } from "../types";
import { EmptyState, Field, Page, Skeleton, Tabs } from "../ui";
import { exercisePage, foundBy } from "./exercise/find";
import { useKept } from "./exercise/kept";
import { PARTS, capital, plural } from "./words";
import "./common.css";
import "./exercise/exercise.css";

type Wanted = Part | "all" | "other";

const TABS: readonly { value: Wanted; label: string }[] = [
  { value: "all", label: "All" },
  ...PARTS.map((part) => ({ value: part, label: capital(part) })),
  { value: "other", label: "Other" },
];

interface Found {
  id: string;
  name: string;
  part: Part | null;
  note: string;
}

export default function ExercisesPage() {
  const [search, setSearch] = useKept("exercises.search", "");
  const [part, setPart] = useKept<Wanted>("exercises.part", "all");
  const listed = catalogue.value;
  const own: Found[] = log.value.things
    .all("exercise")
    .filter(({ value }) => foundBy({ name: value.name, names: [], variants: [] }, search) !== null)
    .map(({ id, value }) => ({ id, name: value.name, part: value.part ?? null, note: "Your own" }));
  const known: Found[] = listed.flatMap((exercise) => {
    const by = foundBy(exercise, search);
    return by === null ? [] : [{ id: exercise.id, name: exercise.name, part: exercise.part, note: by && search ? `Also: ${by}` : "" }];
  });
  const found = [...own, ...known].filter((one) => part === "all" || (one.part ?? "other") === part).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Page title="Exercises" back="/settings">
      {listed.length === 0 && own.length === 0 ? (
        <Waiting />
      ) : (
        <div class="stack exercises">
          <Field label="Search by any name" type="search" inputMode="search" value={search} onInput={setSearch} />
          <Tabs label="Part" tabs={TABS} value={part} onChange={setPart} />
          <p class="soft small" role="status">
            {found.length ? plural(found.length, "exercise") : "Nothing is called that. Try fewer letters, or another part."}
          </p>
          <ul class="rows exercise-list">
            {found.map(({ id, name, part: of, note }) => (
              <li key={id}>
                <a class="row quiet-link" href={exercisePage(id)}>
                  <span class="grow">
                    <b>{name}</b>
                    {note && <small class="soft">{note}</small>}
                  </span>
                  {of && <span class={`part-mark part-${of}`}>{of}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Page>
  );
}

/** The catalogue comes with the first round of the sync. */
function Waiting() {
  return navigator.onLine ? (
    <Skeleton rows={5} />
  ) : (
    <EmptyState title="The exercises are not on this device yet">
      <p>They come with the first connection and stay.</p>
    </EmptyState>
  );
}
