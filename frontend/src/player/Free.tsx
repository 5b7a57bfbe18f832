/** A session without a plan: take an exercise and begin; more are added on the way. */

import { useState } from "preact/hooks";
import { localTime, log, newThingId, record } from "../log";
import { navigate } from "../router";
import { Button, Card, EmptyState, Page } from "../ui";
import { addExercise } from "./actions";
import { Picker } from "./Picker";
import "./player.css";
import "./screens.css";
import { unlockSound } from "./sound";

export default function Free() {
  const [picking, setPicking] = useState(false);
  const open = log.value.things.all("session").filter(({ id, value }) => id.startsWith("free:") && !value.finished);
  const begin = async (exercise: string) => {
    unlockSound();
    const id = `free:${newThingId()}`;
    await record([{ about: "session", of: id, change: { start: localTime(new Date()), name: "Training", finished: false } }]);
    await addExercise({ id }, exercise);
    navigate(`/train/${id}`, true);
  };
  return (
    <Page title="Train without a plan" back="/">
      <EmptyState title="What do you begin with?">
        <p>Take an exercise, log its sets, add more as you go. Rests are timed; all of it works without a signal.</p>
        <Button look="primary" large icon="search" onClick={() => setPicking(true)}>
          Choose an exercise
        </Button>
      </EmptyState>
      {open.length > 0 && (
        <Card title="Still open">
          <ul class="choices">
            {open.map(({ id, value }) => (
              <li key={id}>
                <a class="button wide" href={`/train/${id}`}>
                  {value.name}, {new Date(value.start).toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" })}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {picking && <Picker title="Choose an exercise" onClose={() => setPicking(false)} onPick={(exercise) => void begin(exercise)} />}
    </Page>
  );
}
