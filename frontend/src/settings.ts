/** How this device behaves: look, sounds, voice, vibration. Kept on the device, not in the log. */

import { effect, signal } from "@preact/signals";

export interface Settings {
  theme: "system" | "light" | "dark";
  /** The unit in which new loads are entered; null follows the profile. */
  unit: "kg" | "lb" | null;
  /** The unit in which energy is entered and shown. */
  energyUnit: "kcal" | "kJ";
  sound: boolean;
  voice: boolean;
  metronome: boolean;
  vibration: boolean;
  keepAwake: boolean;
  notifications: boolean;
  /** Whether the player shows how an exercise moves. */
  figure: boolean;
}

const KEY = "legday.settings";
const USUAL: Settings = {
  theme: "system",
  unit: null,
  energyUnit: "kcal",
  sound: true,
  voice: false,
  metronome: true,
  vibration: true,
  keepAwake: true,
  notifications: false,
  figure: true,
};

function read(): Settings {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>) };
  } catch {
    return USUAL;
  }
}

export const settings = signal<Settings>(read());

/** Change some settings and keep them. */
export function saveSettings(change: Partial<Settings>): void {
  settings.value = { ...settings.value, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings.value));
  } catch {
    // They hold until the app is closed.
  }
}

addEventListener("storage", ({ key }) => {
  if (key === KEY) settings.value = read();
});

effect(() => {
  const { theme } = settings.value;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
});
