/** The frame of the app: which page is shown, the tab bar, and what must be said on every page. */

import { useEffect, useRef, useState } from "preact/hooks";
import { keepsNothing, ready, unsaved } from "./log";
import Today from "./pages/Today";
import { address, match, type PageComponent, type Route, Shown } from "./router";
import { takeOver, update } from "./sync";
import { Button, EmptyState, Icon, type IconName, Page, Toasts } from "./ui";

/** Pages are given the variable parts of their address; most need none. */
const page = (load: () => Promise<{ default: unknown }>): Route["load"] => load as () => Promise<{ default: PageComponent }>;

const ROUTES: readonly Route[] = [
  { pattern: "/", page: Today },
  { pattern: "/start", load: page(() => import("./pages/Start")), bare: true },
  { pattern: "/plan", load: page(() => import("./pages/Plan")) },
  { pattern: "/log", load: page(() => import("./pages/Logbook")) },
  { pattern: "/log/session/:id", load: page(() => import("./pages/SessionView")) },
  { pattern: "/log/exercise/:id", load: page(() => import("./pages/Exercise")) },
  { pattern: "/exercise/:id", load: page(() => import("./pages/Exercise")) },
  { pattern: "/exercises", load: page(() => import("./pages/Exercises")) },
  { pattern: "/body", load: page(() => import("./pages/Body")) },
  { pattern: "/body/photos", load: page(() => import("./pages/Photos")) },
  { pattern: "/energy", load: page(() => import("./pages/Energy")) },
  { pattern: "/food", load: page(() => import("./pages/Food")) },
  { pattern: "/goal", load: page(() => import("./pages/Goal")) },
  { pattern: "/imports", load: page(() => import("./pages/Imports")) },
  { pattern: "/evidence", load: page(() => import("./pages/Evidence")) },
  { pattern: "/settings", load: page(() => import("./pages/Settings")) },
  { pattern: "/train/free", load: page(() => import("./player/Free")), bare: true },
  { pattern: "/train/:id", load: page(() => import("./player/Player")), bare: true },
];

const TABS: readonly { href: string; label: string; icon: IconName; under: readonly string[] }[] = [
  { href: "/", label: "Today", icon: "today", under: [] },
  { href: "/plan", label: "Plan", icon: "plan", under: ["/plan"] },
  { href: "/log", label: "Log", icon: "log", under: ["/log"] },
  { href: "/body", label: "Body", icon: "body", under: ["/body", "/energy", "/food", "/goal"] },
  { href: "/settings", label: "More", icon: "more", under: ["/settings", "/exercises", "/exercise", "/imports", "/evidence"] },
];

function Nav({ path }: { path: string }) {
  return (
    <nav class="nav" aria-label="Main">
      <span class="brand">
        <img src="/icon.svg" width="32" height="32" alt="" />
        legday
      </span>
      {TABS.map(({ href, label, icon, under }) => {
        const here = path === href || under.some((start) => path === start || path.startsWith(`${start}/`));
        return (
          <a key={href} href={href} aria-current={here ? "page" : undefined}>
            <Icon name={icon} />
            {label}
          </a>
        );
      })}
    </nav>
  );
}

function Banners() {
  const held = unsaved.value.length;
  return (
    <>
      {held > 0 && (
        <div class="banner" role="alert">
          <p>
            <b>Not saved on this device yet: {held === 1 ? "one change" : `${held} changes`}.</b>{" "}
            {keepsNothing.value
              ? "This browser window keeps nothing. Leave it open until the server can be reached, and use a normal window next time."
              : "It is full. Free some space and leave the app open; it goes on trying."}
          </p>
        </div>
      )}
      {update.value && (
        <div class="banner quiet" role="status">
          <p>A newer version is ready.</p>
          <Button onClick={takeOver}>Use it</Button>
        </div>
      )}
    </>
  );
}

export function App() {
  const path = address.value;
  const [open, setOpen] = useState(() => path === "/" && isFirstVisit());
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    void ready.then(() => setOpen(true));
  }, []);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
  const found = match(ROUTES, path);
  const bare = found?.route.bare ?? false;
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <div class={bare ? "shell bare" : "shell"}>
        <Banners />
        <main id="main" ref={main} tabIndex={-1}>
          {open && (found ? <Shown key={path} route={found.route} params={found.params} /> : <NotFound />)}
        </main>
        {!bare && <Nav path={path} />}
      </div>
      <Toasts />
    </>
  );
}

const VISITED = "legday.visited";

/** Whether this device was never here: then nothing is kept that a page would have to wait for. */
function isFirstVisit(): boolean {
  try {
    const first = localStorage.getItem(VISITED) === null;
    localStorage.setItem(VISITED, "1");
    return first;
  } catch {
    return false;
  }
}

function NotFound() {
  return (
    <Page title="Nothing here">
      <EmptyState title="This address leads nowhere">
        <Button look="primary" href="/">
          Go to today
        </Button>
      </EmptyState>
    </Page>
  );
}
