/** Installs the service worker and says when a newer version of the app waits. */

import { signal } from "@preact/signals";

/** A newer version that waits to be taken over. */
export const update = signal<ServiceWorker | null>(null);

export async function installWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const had = navigator.serviceWorker.controller !== null;
  let reloading = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!had || reloading) return;
    reloading = true;
    location.reload();
  });
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    const watch = (worker: ServiceWorker | null) =>
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && navigator.serviceWorker.controller) update.value = worker;
      });
    if (registration.waiting && navigator.serviceWorker.controller) update.value = registration.waiting;
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
  } catch {
    // Without a worker the app works as long as the server can be reached.
  }
}

/** Go over to the newer version; the page is loaded again. */
export function takeOver(): void {
  update.value?.postMessage({ type: "take-over" });
}

/** Ask that the browser does not clear what is kept here when space runs short. */
export async function keepStorage(): Promise<void> {
  if (navigator.storage?.persist && !(await navigator.storage.persisted())) await navigator.storage.persist();
}

/** Show a rest outside the app, where that is allowed; null takes it away. */
export async function tellRest(until: number | null, next: string, address: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.active?.postMessage({ type: "rest", until, next, address });
}
