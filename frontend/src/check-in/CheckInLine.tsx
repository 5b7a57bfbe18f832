/** The way to the check-in of a day, and what was said in it. */

import { useState } from "preact/hooks";
import { checkInOf } from "../readiness/today";
import type { Day } from "../types";
import { Button } from "../ui";
import { CheckInSheet } from "./CheckInSheet";
import { inBrief } from "./words";
import "./check-in.css";

interface CheckInLineProps {
  date: Day;
  /** What stands there before anything is said. */
  ask: string;
}

export function CheckInLine({ date, ask }: CheckInLineProps) {
  const [open, setOpen] = useState(false);
  const said = checkInOf(date);
  const brief = said ? inBrief(said) : [];
  const isSaid = brief.length > 0 || Boolean(said?.note);
  return (
    <section class="check-in-line" aria-label="Check-in">
      <div class="grow">
        {isSaid ? (
          <>
            <p class="small">{brief.join(" · ")}</p>
            {said?.note && <p class="small soft">{said.note}</p>}
          </>
        ) : (
          <p>{ask}</p>
        )}
      </div>
      <Button look="outline" onClick={() => setOpen(true)}>
        {isSaid ? "Change" : "Check in"}
      </Button>
      {open && <CheckInSheet date={date} onClose={() => setOpen(false)} />}
    </section>
  );
}
