/** The service worker: keeps the app for a start without a network, and shows the end of a rest on the lock screen. */

export {};

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const PREFIX = "legday-";
const CACHE = PREFIX + __VERSION__;
const REST = "rest";
/** What was read of the handbook; it outlives versions of the app. */
const HANDBOOK = "handbook";
const NOT_READ = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>legday</title>
<h1>This page is not on your phone yet</h1><p>Open it once with a connection; after that it opens without.</p><p><a href="/">To the app</a></p></html>`;

self.addEventListener("install", (event) => {
  event.waitUntil(fill());
});

/** Fetch what is new; files whose names carry their hash are taken over from the version before. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    __FILES__.map(async (file) => {
      const old = file.startsWith("/assets/") ? await caches.match(file) : undefined;
      if (old) await cache.put(file, old);
      else await cache.add(new Request(file, { cache: "reload" }));
    }),
  );
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
  if (/^\/docs(\/|$)/.test(url.pathname)) {
    event.respondWith(read(event, url.pathname));
    return;
  }
  const shell = request.mode === "navigate";
  if (shell && !isPage(url.pathname)) return;
  event.respondWith(answer(request, shell ? "/" : url.pathname));
});

/** Pages have no dot in the last part of their address; "/login" is the server's own. */
function isPage(path: string): boolean {
  return path !== "/login" && path !== "/logout" && !path.slice(path.lastIndexOf("/")).includes(".");
}

async function answer(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(key)) ?? fetch(request);
}

/** The handbook comes from the server where it can be reached, else as it was read last. */
async function read(event: FetchEvent, path: string): Promise<Response> {
  const cache = await caches.open(HANDBOOK);
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(cache.put(path, answer.clone()).catch(() => undefined));
    return answer;
  } catch {
    const key = path === "/docs" || path === "/docs/" ? "/docs/index.html" : path;
    return (await cache.match(key)) ?? new Response(NOT_READ, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

interface RestMessage {
  type: "rest";
  /** When the rest ends [ms since 1970]; null if it is over or given up. */
  until: number | null;
  next: string;
  address: string;
}

let pending: ReturnType<typeof setTimeout> | undefined;

self.addEventListener("message", (event) => {
  const message = event.data as RestMessage | { type: "take-over" };
  if (message.type === "take-over") void self.skipWaiting();
  if (message.type === "rest") event.waitUntil(rest(message));
});

async function rest({ until, next, address }: RestMessage): Promise<void> {
  clearTimeout(pending);
  for (const shown of await self.registration.getNotifications({ tag: REST })) shown.close();
  if (until === null || Notification.permission !== "granted") return;
  const body = next ? `Next: ${next}` : "";
  const look = { tag: REST, icon: "/icon-192.png", badge: "/icon-192.png", data: address, body };
  const clock = new Date(until).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  await self.registration.showNotification(`Rest until ${clock}`, { ...look, silent: true });
  await new Promise<void>((resolve) => {
    pending = setTimeout(resolve, Math.max(0, until - Date.now()));
  });
  const seen = (await self.clients.matchAll({ type: "window" })).some(({ visibilityState }) => visibilityState === "visible");
  if (seen) {
    for (const shown of await self.registration.getNotifications({ tag: REST })) shown.close();
    return;
  }
  const over: NotificationOptions & { renotify: boolean } = { ...look, renotify: true, requireInteraction: true };
  await self.registration.showNotification("Rest is over", over);
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    (async () => {
      const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const open = windows[0];
      if (open) await open.focus();
      else await self.clients.openWindow(String(event.notification.data ?? "/"));
    })(),
  );
});
