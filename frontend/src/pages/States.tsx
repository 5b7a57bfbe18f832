/** What a page shows while it waits, when it can't go on, and when it is offline. */

import type { ComponentChildren } from "preact";
import { Button, Icon, Skeleton } from "../ui";
import type { Asked } from "./use-answer";
import { moment } from "./words";
import "./common.css";

export function Failed({ message, again }: { message: string; again?: () => void }) {
  return (
    <div class="failed" role="alert">
      <p>{message}</p>
      {again && (
        <Button look="outline" onClick={again}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** One quiet line that says how old the page is, where the server can't be reached. */
export function AsOf({ at }: { at: number | null }) {
  return at === null ? null : (
    <p class="as-of" role="status">
      <Icon name="offline" size={18} /> Offline, as of {moment(at)}
    </p>
  );
}

interface AnsweredProps<T> {
  asked: Asked<T>;
  children: (data: T) => ComponentChildren;
  rows?: number;
}

/** The answer once there is one; until then the wait, or what went wrong. */
export function Answered<T>({ asked, children, rows }: AnsweredProps<T>) {
  const { data, error, asOf, refresh } = asked;
  if (data !== null) {
    return (
      <>
        <AsOf at={asOf} />
        {error && !error.offline && <Failed message={error.message} again={() => void refresh()} />}
        {children(data)}
      </>
    );
  }
  if (!error) return <Skeleton rows={rows} />;
  const unseen = "You are offline, and this page was not opened here before. What you log is kept all the same.";
  return <Failed message={error.offline ? unseen : error.message} again={() => void refresh()} />;
}
