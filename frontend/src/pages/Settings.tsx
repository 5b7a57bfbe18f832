/** The profile, this device, the data, and what legday is made of. */

import { me } from "../log";
import { Button, Card, EmptyState, Page } from "../ui";
import { Answered } from "./States";
import type { Profile } from "./profile";
import { Data } from "./settings/Data";
import { Device } from "./settings/Device";
import { ProfileForm } from "./settings/ProfileForm";
import { useAnswer } from "./use-answer";
import "./settings/settings.css";

const PARTS_OF_IT = [
  ["Preact and Preact Signals", "MIT"],
  ["idb", "ISC"],
  ["Barlow Condensed", "SIL Open Font License 1.1"],
] as const;

export default function Settings() {
  const profile = useAnswer<Profile | null>("/profile");
  return (
    <Page title="More">
      <Look />
      <div class="columns">
        {profile.data === null && !profile.busy && !profile.error ? (
          <EmptyState title="No profile yet">
            <Button look="primary" href="/start">
              Make my plan
            </Button>
          </EmptyState>
        ) : (
          <Answered asked={profile}>
            {(saved) => saved && <ProfileForm saved={saved} onSaved={() => void profile.refresh()} />}
          </Answered>
        )}
        <div class="stack">
          <Device />
          <Data />
          <About />
        </div>
      </div>
    </Page>
  );
}

/** What can be looked up. */
function Look() {
  return (
    <p class="look-up">
      <Button look="outline" href="/exercises">
        All exercises
      </Button>
      <Button look="outline" href="/evidence">
        What holds up
      </Button>
      <Button look="outline" href="/docs/index.html">
        Handbook
      </Button>
    </p>
  );
}

function About() {
  const version = me.value?.version;
  return (
    <Card title="legday">
      <p>
        {version && `Version ${version}. `}Plans, coaches and logs leg training. It gives no medical advice; see a professional about pain that stays or follows
        a fall.
      </p>
      <details class="more">
        <summary>Licences</summary>
        <ul class="lines">
          <li>legday: Apache License 2.0</li>
          {PARTS_OF_IT.map(([name, licence]) => (
            <li key={name}>
              {name}: {licence}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
