/** How this device looks and sounds. */

import { type Settings, saveSettings, settings } from "../../settings";
import { Card, Tabs, toast } from "../../ui";
import { Switch } from "../fields";

type Flag = "sound" | "voice" | "metronome" | "vibration" | "keepAwake" | "notifications";

const FLAGS: readonly { flag: Flag; label: string; hint: string }[] = [
  { flag: "sound", label: "Sounds", hint: "When a rest or a hold ends" },
  { flag: "voice", label: "Spoken cues", hint: "What comes next, read aloud" },
  { flag: "metronome", label: "Metronome", hint: "For sets with a tempo" },
  { flag: "vibration", label: "Vibration", hint: "Where the phone can" },
  { flag: "keepAwake", label: "Keep the screen on", hint: "While a session runs" },
  { flag: "notifications", label: "Notifications", hint: "When a rest ends behind another app" },
];

export function Device() {
  const now = settings.value;
  const set = async (flag: Flag, on: boolean) => {
    if (flag === "notifications" && on && !(await mayNotify())) {
      toast("The browser does not allow notifications for this page; allow them in its settings first.");
      return;
    }
    saveSettings({ [flag]: on });
  };
  return (
    <Card title="This device">
      <Tabs
        label="Look"
        tabs={[
          { value: "system", label: "System" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
        value={now.theme}
        onChange={(theme: Settings["theme"]) => saveSettings({ theme })}
      />
      <div class="switches">
        {FLAGS.map(({ flag, label, hint }) => (
          <Switch key={flag} label={label} hint={hint} on={now[flag]} onChange={(on) => void set(flag, on)} />
        ))}
      </div>
    </Card>
  );
}

async function mayNotify(): Promise<boolean> {
  if (typeof Notification === "undefined") return false;
  return Notification.permission === "granted" || (await Notification.requestPermission()) === "granted";
}
