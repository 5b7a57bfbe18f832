"""Histories of a week that did not go as planned, drawn from a seed: as a log, and as what a checker needs to know."""

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple

from checker import PARTS, share_for

from legday.log import Log, LoggedSession, LoggedSet
from legday.planner import Plan, Session

DAY = dt.timedelta(days=1)


class History(NamedTuple):
    """What was done up to a day: the log, and each session with its hard sets."""

    today: dt.date
    log: Log
    done: list[dict[str, Any]]
    missed: list[dt.date]


def history_of(plan: Plan, seed: int) -> History:
    """Draw how the days up to a day went: done, missed, done a day later, or stopped half way."""
    random = Random(f"history {seed}")  # noqa: S311 no secret
    today = plan.request.start + random.randrange(1, 7 * plan.request.weeks) * DAY
    sessions: list[LoggedSession] = []
    done: list[dict[str, Any]] = []
    missed: list[dt.date] = []
    for planned in (session for week in plan.weeks for session in week.sessions if session.date < today):
        how = random.choice(("done", "done", "missed", "later", "half"))
        if how == "missed":
            missed.append(planned.date)
            continue
        on = planned.date + DAY if how == "later" and planned.date + DAY < today else planned.date
        share = 0.4 if how == "half" else 1.0
        session, facts = trained(planned, on, share)
        if session.sets:
            sessions.append(session)
            done.append(facts)
        else:
            missed.append(planned.date)
    return History(today, Log(tuple(sorted(sessions, key=lambda each: each.start))), done, missed)


def trained(planned: Session, on: dt.date, share: float = 1.0) -> tuple[LoggedSession, dict[str, Any]]:
    """Log the first share of a session's sets on a day."""
    left = round(share * sum(item.count for item in planned.items))
    sets: list[LoggedSet] = []
    direct: dict[str, float] = {}
    effective: dict[str, float] = {}
    for item in planned.items:
        count = min(item.count, left)
        left -= count
        kind = "normal" if item.part else "warm-up"
        reps = Decimal(10)
        sets += [LoggedSet(item.name, item.exercise, n + 1, kind, reps, block=item.slot) for n in range(count)]  # type: ignore[arg-type]
        if item.part and count:
            hard = item.hard_sets * count / item.count
            direct[item.part] = direct.get(item.part, 0) + hard
            as_told = {"part": item.part, "exercise": item.exercise, "variant": item.variant}
            for part in PARTS:
                effective[part] = effective.get(part, 0) + share_for(part, as_told) * hard
    start = dt.datetime.combine(on, dt.time(18))
    session = LoggedSession(
        start, "Legs", tuple(sets), id=f"plan:{planned.date}", plan="plan", planned_date=planned.date
    )
    facts = {"on": str(on), "planned": str(planned.date), "direct": direct, "effective": effective}
    return session, facts
