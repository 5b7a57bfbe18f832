/** What pages are made of: a page with its head, cards, what stands where there is nothing yet, and while waiting. */

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Icon } from "./Icon";

interface PageProps {
  title: string;
  children: ComponentChildren;
  /** Where the arrow at the left leads, on pages below another. */
  back?: string;
  actions?: ComponentChildren;
}

export function Page({ title, children, back, actions }: PageProps) {
  useEffect(() => {
    document.title = `${title} · legday`;
  }, [title]);
  return (
    <div class="page">
      <header class="page-head">
        {back && (
          <a class="button icon-only plain" href={back} aria-label="Back">
            <Icon name="back" />
          </a>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {actions}
      </header>
      {children}
    </div>
  );
}

interface CardProps {
  children: ComponentChildren;
  title?: string;
  class?: string;
}

export function Card({ children, title, class: extra }: CardProps) {
  return (
    <section class={extra ? `card ${extra}` : "card"}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

interface EmptyStateProps {
  title: string;
  children?: ComponentChildren;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div class="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} />
      ))}
    </div>
  );
}
