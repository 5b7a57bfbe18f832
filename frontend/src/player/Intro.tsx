/** The last look at a session before it begins. */

import { CheckInLine } from "../check-in/CheckInLine";
import { TodayChanges } from "../check-in/TodayChanges";
import { today } from "../log";
import { settings, saveSettings } from "../settings";
import { SessionCost, SessionPreview } from "../pages/SessionPreview";
import type { PlayStep } from "../types";
import { Icon, IconButton } from "../ui";
import { navigate } from "../router";
import { beginSession } from "./actions";
import type { Run } from "./run";
import { unlockSound } from "./sound";

/** What the athlete switches on or off for the session. */
export function Senses() {
  const { sound, voice, vibration, notifications } = settings.value;
  const ask = async () => {
    const allowed = !notifications && "Notification" in window && (await Notification.requestPermission()) === "granted";
    saveSettings({ notifications: allowed });
  };
  return (
    <div class="senses" role="group" aria-label="Cues">
      <Sense on={sound} label="Beeps" onClick={() => saveSettings({ sound: !sound })} />
      <Sense on={voice} label="Voice" onClick={() => saveSettings({ voice: !voice })} />
      <Sense on={vibration} label="Vibration" onClick={() => saveSettings({ vibration: !vibration })} />
      {"Notification" in window && <Sense on={notifications} label="Lock screen timer" onClick={() => void ask()} />}
    </div>
  );
}

function Sense({ on, label, onClick }: { on: boolean; label: string; onClick: () => void }) {
  return (
    <button type="button" class="fact" aria-pressed={on} onClick={onClick}>
      {on && <Icon name="check" size={16} />} {label}
    </button>
  );
}

/** The minutes of the plan, less what today's check-in takes off. */
function minutesOf({ planned, steps, today }: Run): number {
  const seconds = (all: readonly PlayStep[]) => all.reduce((sum, step) => sum + step.seconds, 0);
  const off = planned && today?.blocks.size ? (seconds(planned.steps) - seconds(steps)) / 60 : 0;
  return Math.max(1, Math.round((planned?.minutes ?? 0) - Math.max(0, off)));
}

export function Intro({ run }: { run: Run }) {
  const { planned } = run;
  const begin = () => {
    unlockSound();
    void beginSession(run);
  };
  return (
    <div class="player intro">
      <header class="player-head">
        <IconButton icon="close" label="Back to today" onClick={() => navigate("/")} />
      </header>
      <div class="player-body">
        <div>
          <p class="place">
            {planned?.weekday}, week {planned?.week}
            {planned?.deload && " · easy week"}
          </p>
          <h1>{run.name}</h1>
          <p class="intro-figures">
            <span class="figures">{minutesOf(run)}</span> min <span class="figures">{run.blocks.length}</span> exercises
          </p>
        </div>
        {planned?.before?.length ? <p>Legs first: {planned.before.join(" and ")} comes after this.</p> : null}
        {planned && <CheckInLine date={today()} ask="How are you today?" />}
        {planned && run.today && <TodayChanges session={planned} today={run.today} />}
        <Senses />
        {planned && <SessionPreview session={planned} {...(run.today && { today: run.today })} />}
        {planned && <SessionCost session={planned} />}
      </div>
      <footer class="player-foot">
        <button type="button" class="go" onClick={begin}>
          Start
        </button>
      </footer>
    </div>
  );
}
