/** What the energy pages must know before they can say anything, asked for on the spot. */

import { useState } from "preact/hooks";
import { Button, Card } from "../../ui";
import { BirthYear, HeightField } from "../body-fields";
import { Amount, ChooseOne } from "../fields";
import { type Profile, SEXES } from "../profile";
import { useAttempt } from "../use-attempt";
import { amount } from "../words";

interface AskPersonProps {
  profile: Profile;
  sentence: string;
  onSave: (profile: Profile) => Promise<void>;
}

export function AskPerson({ profile, sentence, onSave }: AskPersonProps) {
  const [draft, setDraft] = useState(profile);
  const { busy, problem, attempt } = useAttempt();
  const units = draft.units ?? "kg";
  const change = (fields: Partial<Profile>) => setDraft({ ...draft, ...fields });
  return (
    <Card title="First, about you">
      <p>{sentence.charAt(0).toUpperCase() + sentence.slice(1)}.</p>
      <ChooseOne label="I am a" options={SEXES.filter(({ value }) => value)} value={draft.sex ?? ""} onChoose={(sex) => change({ sex })} />
      <div class="amounts">
        <BirthYear year={draft.birth_year} onChange={(year) => change({ birth_year: year })} />
        <HeightField height={draft.height} units={units} onChange={(height) => change({ height })} />
        <Amount
          label="Body mass"
          value={amount(draft.body_mass)}
          start={units === "lb" ? 155 : 70}
          suffix={units}
          most={800}
          onChange={(value) => change({ body_mass: value ? `${value} ${units}` : null })}
        />
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Button look="primary" disabled={busy} onClick={() => void attempt(() => onSave(draft))}>
        Save
      </Button>
      <p class="soft small">The equations differ by sex, age and height. This stays in your profile.</p>
    </Card>
  );
}
