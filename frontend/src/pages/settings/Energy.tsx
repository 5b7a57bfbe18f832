/** What the energy ledger needs to know: the usual day, a body mass to reach, and the planned free meal. */

import { today } from "../../log";
import { Button, Field } from "../../ui";
import { Amount, ChooseOne } from "../fields";
import { ACTIVITIES } from "../profile";
import { addDays, amount, fullDate } from "../words";
import { type EditorProps, Section } from "./section";

const USUAL_GOAL_DAYS = 84;

export function Energy({ profile, change, problems }: EditorProps) {
  const units = profile.units ?? "kg";
  const { mass_goal: goal, free_meal: free } = profile;
  const activity = ACTIVITIES.find(({ value }) => Number(value) === profile.activity);
  const now = [activity?.label, goal && `${goal.to} by ${fullDate(goal.by)}`, free && `free meal ${free}`].filter(Boolean).join(" · ");
  const set = (to: string, by: string) => change({ mass_goal: { to, by, since: today() } });
  const start = amount(profile.body_mass) ?? (units === "lb" ? 155 : 70);
  return (
    <Section title="Energy" now={now || "Usual day, goal of body mass, free meal"} fields={["activity", "mass_goal", "free_meal"]} problems={problems}>
      <ChooseOne
        label="My usual day, training and runs left out"
        look="tiles"
        options={ACTIVITIES}
        value={String(profile.activity ?? "")}
        onChoose={(value) => change({ activity: Number(value) })}
      />
      <div class="amounts">
        <Amount
          label="I want to weigh"
          value={amount(goal?.to)}
          step={0.5}
          start={start}
          most={800}
          suffix={goal?.to.endsWith("lb") ? "lb" : units}
          onChange={(value) => (value ? set(`${value} ${goal?.to.endsWith("lb") ? "lb" : units}`, goal?.by ?? addDays(today(), USUAL_GOAL_DAYS)) : change({ mass_goal: null }))}
        />
        {goal && <Field label="By" type="date" value={goal.by} onInput={(by) => by && set(goal.to, by)} />}
      </div>
      <Button look="outline" icon="target" href="/goal">
        See what it takes
      </Button>
      <Amount
        label="A planned free meal each week holds"
        value={amount(free)}
        step={50}
        start={900}
        most={5000}
        suffix={free?.endsWith("kJ") ? "kJ" : "kcal"}
        onChange={(value) => change({ free_meal: value ? `${value} ${free?.endsWith("kJ") ? "kJ" : "kcal"}` : null })}
      />
    </Section>
  );
}
