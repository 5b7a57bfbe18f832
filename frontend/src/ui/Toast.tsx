/** Short messages at the bottom, with a way to undo what they tell of. */

import { signal } from "@preact/signals";

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SHOWN_MS = 6000;
const toasts = signal<readonly Toast[]>([]);
let last = 0;

const dismiss = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Say something for a few seconds; `undo` offers to take it back. */
export function toast(text: string, undo?: () => void): void {
  const id = ++last;
  toasts.value = [...toasts.value.slice(-1), { id, text, undo }];
  setTimeout(() => dismiss(id), SHOWN_MS);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text, undo }) => (
        <div key={id} class="toast">
          <p>{text}</p>
          {undo && (
            <button
              type="button"
              onClick={() => {
                dismiss(id);
                undo();
              }}
            >
              Undo
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
