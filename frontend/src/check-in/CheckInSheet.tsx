/** The check-in of a day in ten seconds: tap what is worth saying, leave out the rest. */

import { useState } from "preact/hooks";
import { ChooseSome } from "../pages/fields";
import { record } from "../log";
import { checkInId, checkInOf } from "../readiness/today";
import type { CyclePhase, Day, Joint, Part } from "../types";
import { Button, Field, IconButton, Sheet, toast } from "../ui";
import { BodyMap } from "./BodyMap";
import { changeOf, type Draft, draftOf } from "./draft";
import { HOURS, JOINT_NAMES, MOST_PAIN, painWord, PART_NAMES, PHASES, SCALES, SORENESS } from "./words";
import "./check-in.css";

interface CheckInSheetProps {
  date: Day;
  onClose: () => void;
}

export function CheckInSheet({ date, onClose }: CheckInSheetProps) {
  const [before] = useState(() => draftOf(checkInOf(date)));
  const [draft, setDraft] = useState(before);
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const setSoreness = (part: Part, level: number) => setDraft((now) => ({ ...now, soreness: { ...now.soreness, [part]: level } }));
  const setPain = (joint: Joint, level: number) => setDraft((now) => ({ ...now, pain: { ...now.pain, [joint]: level } }));
  const save = async () => {
    const change = changeOf(before, draft);
    onClose();
    if (!Object.keys(change).length) return;
    await record([{ about: "check-in", of: checkInId(date), change: { removed: null, ...change } }]);
    toast("Checked in.");
  };
  return (
    <Sheet title="How are you today?" onClose={onClose}>
      <div class="check-in">
        <p class="soft">Tap what is sore or hurts, again for more. Everything is optional.</p>
        <BodyMap soreness={draft.soreness} pain={draft.pain} onSoreness={setSoreness} onPain={setPain} />
        <Said draft={draft} onSoreness={setSoreness} onPain={setPain} />
        <Scale label="Sleep" values={HOURS} words={HOURS.map((hours) => (hours === HOURS[0] ? `≤${hours} h` : hours === 9 ? "9+ h" : `${hours} h`))} value={draft.sleep} onPick={(sleep) => set({ sleep })} />
        {SCALES.map(({ field, label, words }) => (
          <Scale key={field} label={label} values={words.map((_, at) => at + 1)} words={words} value={draft[field]} onPick={(picked) => set({ [field]: picked })} />
        ))}
        <details class="more" open={draft.note !== "" || draft.cycle.length > 0}>
          <summary>Cycle, a note</summary>
          <ChooseSome label="Cycle" options={PHASES} values={draft.cycle} onChange={(cycle) => set({ cycle: cycle as CyclePhase[] })} />
          <p class="soft small">The cycle changes nothing by itself: its effect on strength is small and differs from woman to woman. It is shown beside what you did.</p>
          <Field label="Note" value={draft.note} onInput={(note) => set({ note })} lines={2} maxLength={4000} />
        </details>
        <div class="check-in-foot">
          <Button look="primary" large wide onClick={() => void save()}>
            Done
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface ScaleProps {
  label: string;
  values: readonly number[];
  words: readonly string[];
  value: number | null;
  onPick: (value: number | null) => void;
}

/** A few values side by side; a second tap takes one back. */
function Scale({ label, values, words, value, onPick }: ScaleProps) {
  // a value between two chips, from another device, stands at the one below
  const at = value === null ? -1 : Math.max(0, values.findLastIndex((one) => one <= value));
  return (
    <div class="check-in-scale" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div class="segmented">
        {values.map((one, place) => (
          <button key={one} type="button" aria-pressed={place === at} onClick={() => onPick(place === at ? null : one)}>
            {words[place]}
          </button>
        ))}
      </div>
    </div>
  );
}

interface SaidProps {
  draft: Draft;
  onSoreness: (part: Part, level: number) => void;
  onPain: (joint: Joint, level: number) => void;
}

/** What was tapped, in words, with less and more. */
function Said({ draft, onSoreness, onPain }: SaidProps) {
  const parts = (Object.keys(PART_NAMES) as Part[]).filter((part) => draft.soreness[part]);
  const joints = (Object.keys(JOINT_NAMES) as Joint[]).filter((joint) => draft.pain[joint]);
  return (
    <ul class="check-in-said" aria-live="polite">
      {parts.map((part) => {
        const level = draft.soreness[part] ?? 0;
        return <Row key={part} name={PART_NAMES[part]} words={SORENESS[level] ?? ""} level={level} most={SORENESS.length - 1} onChange={(next) => onSoreness(part, next)} />;
      })}
      {joints.map((joint) => {
        const level = draft.pain[joint] ?? 0;
        return <Row key={joint} name={JOINT_NAMES[joint]} words={`${painWord(level)}, ${level} of 10`} level={level} most={MOST_PAIN} onChange={(next) => onPain(joint, next)} />;
      })}
      {joints.some((joint) => (draft.pain[joint] ?? 0) >= 7) && <li class="see-professional">Pain this strong is a reason to see a professional.</li>}
    </ul>
  );
}

interface RowProps {
  name: string;
  words: string;
  level: number;
  most: number;
  onChange: (level: number) => void;
}

function Row({ name, words, level, most, onChange }: RowProps) {
  return (
    <li>
      <span class="grow">
        <b>{name}</b> {words}
      </span>
      <IconButton icon="minus" label={`${name}: less`} onClick={() => onChange(level - 1)} />
      <IconButton icon="plus" label={`${name}: more`} disabled={level >= most} onClick={() => onChange(level + 1)} />
    </li>
  );
}
