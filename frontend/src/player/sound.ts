/** Beeps, spoken cues, vibration and a screen that stays on, each as far as the device can and the athlete wants it. */

import { settings } from "../settings";

let audio: AudioContext | null = null;

/** Call on a tap: browsers let sound begin only then. */
export function unlockSound(): void {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") void audio.resume();
  } catch {
    audio = null;
  }
}

/** A beep at a pitch [Hz], for so long [s], so many seconds from now. */
export function beep(pitch: number, length = 0.12, delay = 0, volume = 0.25): void {
  if (!audio || audio.state !== "running") return;
  const at = audio.currentTime + delay;
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.01);
  gain.gain.exponentialRampToValueAtTime(0.001, at + length);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + length + 0.02);
}

/** Say that something is over: three rising beeps and a vibration. */
export function signalEnd(): void {
  if (settings.value.sound) [660, 880, 1100].forEach((pitch, at) => beep(pitch, 0.16, at * 0.18));
  vibrate([120, 80, 120, 80, 240]);
}

/** One of the last three seconds before an end. */
export function signalTick(): void {
  if (settings.value.sound) beep(520, 0.08);
}

/** Say that the least rest is over. */
export function signalReady(): void {
  if (settings.value.sound) beep(740, 0.12);
  vibrate(80);
}

export function vibrate(pattern: number | number[]): void {
  if (settings.value.vibration && "vibrate" in navigator) navigator.vibrate(pattern);
}

/** Speak a cue in the place of what is being spoken. */
export function speak(text: string): void {
  if (!settings.value.voice || !("speechSynthesis" in window) || !text) return;
  speechSynthesis.cancel();
  const cue = new SpeechSynthesisUtterance(text);
  cue.lang = "en";
  cue.rate = 1.05;
  speechSynthesis.speak(cue);
}

let lock: WakeLockSentinel | null = null;

/** Keep the screen on, or let it sleep. A lock is lost when the app is hidden: call again when it is seen. */
export async function keepAwake(on: boolean): Promise<void> {
  try {
    if (!on) {
      await lock?.release();
      lock = null;
    } else if ("wakeLock" in navigator && document.visibilityState === "visible" && (!lock || lock.released)) {
      lock = await navigator.wakeLock.request("screen");
    }
  } catch {
    lock = null;
  }
}
