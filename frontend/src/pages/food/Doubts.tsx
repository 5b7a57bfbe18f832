/** Questions about what can hardly be right, each answered with one tap. */

import { useEffect, useState } from "preact/hooks";
import { inverse, log, record } from "../../log";
import { sync } from "../../sync/sync";
import { Button, Card, toast } from "../../ui";
import { useAnswer } from "../use-answer";
import type { Doubt } from "./shapes";

const SHOWN = 3;

export function Doubts() {
  const asked = useAnswer<Doubt[]>("/doubts");
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const { at, pending } = sync.value;
  useEffect(() => {
    if (pending === 0) void asked.refresh();
  }, [at, pending]);
  const key = ({ kind, of }: Doubt) => `${kind} ${of}`;
  const open = (asked.data ?? []).filter((doubt) => !answered.has(key(doubt)));
  if (open.length === 0) return null;
  const answer = async (doubt: Doubt, { label, answers }: Doubt["choices"][number]) => {
    const { things } = log.value;
    const back = answers.map(({ about, of, change }) => ({ about, of, change: inverse(things.raw(about, of) ?? {}, change) }));
    setAnswered((now) => new Set([...now, key(doubt)]));
    await record(answers);
    toast(`${label}.`, () => {
      setAnswered((now) => new Set([...now].filter((each) => each !== key(doubt))));
      void record(back);
    });
  };
  return (
    <Card title={open.length === 1 ? "Is this right?" : `Is this right? ${open.length} questions`} class="doubts">
      <ul class="rows">
        {open.slice(0, SHOWN).map((doubt) => (
          <li key={key(doubt)} class="stack">
            <p>{doubt.question}</p>
            <div class="row wrap">
              {doubt.choices.map((choice) => (
                <Button key={choice.label} look="outline" onClick={() => void answer(doubt, choice)}>
                  {choice.label}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && <p class="soft small">The others come after these.</p>}
    </Card>
  );
}
