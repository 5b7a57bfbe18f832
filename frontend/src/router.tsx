/** Addresses and the pages they show. Plain links work: clicks on them are taken here. */

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button, EmptyState, Skeleton } from "./ui";

/** The address shown, without the host. */
export const address = signal(location.pathname);

/** Show another page; `replace` puts it in the place of the present one. */
export function navigate(to: string, replace = false): void {
  if (to !== location.pathname + location.search) history[replace ? "replaceState" : "pushState"](null, "", to);
  address.value = location.pathname;
  scrollTo(0, 0);
}

addEventListener("popstate", () => {
  address.value = location.pathname;
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || link.origin !== location.origin || isServed(link.pathname)) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
});

/** The API and the handbook are the server's own, no pages of the app. */
function isServed(path: string): boolean {
  return path.startsWith("/api/") || path === "/docs" || path.startsWith("/docs/");
}

export type Parameters = Readonly<Record<string, string>>;
export type PageComponent = ComponentType<{ params: Parameters }>;

export interface Route {
  /** Such as "/log/session/:id". */
  pattern: string;
  /** Fetches the page when it is first needed. */
  load?: () => Promise<{ default: PageComponent }>;
  /** The page, where it comes with the app. */
  page?: PageComponent;
  /** Without the tab bar, as for the player. */
  bare?: boolean;
}

/** Find the route of an address, and what its variable parts say. */
export function match(routes: readonly Route[], path: string): { route: Route; params: Parameters } | null {
  const parts = path.split("/").filter(Boolean);
  for (const route of routes) {
    const wanted = route.pattern.split("/").filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((want, at) => {
      const part = parts[at] ?? "";
      if (!want.startsWith(":")) return want === part;
      params[want.slice(1)] = decodeURIComponent(part);
      return true;
    });
    if (fits) return { route, params };
  }
  return null;
}

const loaded = new Map<Route, PageComponent>();

interface ShownProps {
  route: Route;
  params: Parameters;
}

/** The page of a route. */
export function Shown({ route, params }: ShownProps) {
  const [failed, setFailed] = useState(false);
  const [, setArrived] = useState<Route | null>(null);
  const Found = route.page ?? loaded.get(route);
  useEffect(() => {
    setFailed(false);
    if (Found || !route.load) return;
    route.load().then(
      (module) => {
        loaded.set(route, module.default);
        setArrived(route);
      },
      () => setFailed(true),
    );
  }, [route]);
  if (Found) return <Found params={params} />;
  if (!failed) return <div class="page">{<Skeleton />}</div>;
  return (
    <div class="page">
      <EmptyState title="This page is not on your phone yet">
        <p>Connect once and load it again; after that it opens without a signal.</p>
        <Button look="primary" onClick={() => location.reload()}>
          Load again
        </Button>
      </EmptyState>
    </div>
  );
}
