"""A day's planned session, ready to be played, and the log that it looks back on."""

import datetime as dt
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from litestar import get
from litestar.params import FromPath
from sqlalchemy import Engine

from legday.log import Log
from legday.planner import Plan
from legday.session import SessionSteps, make_session
from legday.store import list_plans, load_log, load_plan, log_version
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal


class _Known(NamedTuple):
    """A log as it was at a version of the store, and the sessions made ready with it."""

    version: tuple[Any, ...]
    log: Log
    steps: dict[tuple[str, int, dt.date], SessionSteps | None]


_known: WeakKeyDictionary[Engine, dict[str, _Known]] = WeakKeyDictionary()
_loading = Lock()


@get("/days/{date:date}", sync_to_thread=True)
def show_day(date: FromPath[dt.date], store: Store, athlete: Athlete) -> SessionSteps:
    """Show the session that the plan in force holds for a date, as steps."""
    return day_of(store, athlete, date)


def day_of(store: Engine, athlete: str, date: dt.date) -> SessionSteps:
    """Return the session that the plan in force holds for a date; raises Refusal if there is none."""
    for saved in list_plans(store, athlete):
        if saved.start <= date:
            steps = steps_of(store, athlete, saved.id, date) if date < saved.end else None
            if steps is not None:
                return steps
            break  # a plan holds from its first day until a later one begins
    raise Refusal(404, f"no session is planned for {date}")


def steps_of(store: Engine, athlete: str, plan_id: str, date: dt.date) -> SessionSteps | None:
    """Return the session of a plan on a date as steps; None if there is none."""
    plan = kept_plan(store, athlete, plan_id)
    known = _now_known(store, athlete)
    key = plan_id, len(plan.changes), date
    if key not in known.steps:
        try:
            known.steps[key] = make_session(plan, plan_id, date, known.log)
        except LookupError:
            known.steps[key] = None
    return known.steps[key]


def current_log(store: Engine, athlete: str) -> Log:
    """Return the log of an athlete; it is loaded again only when something changed."""
    return _now_known(store, athlete).log


def _now_known(store: Engine, athlete: str) -> _Known:
    with _loading:
        all_known = _known.setdefault(store, {})
        version = log_version(store, athlete)
        if athlete not in all_known or all_known[athlete].version != version:
            all_known[athlete] = _Known(version, load_log(store, athlete), {})
        return all_known[athlete]


def kept_plan(store: Engine, athlete: str, plan_id: str) -> Plan:
    """Load a plan, each version of it once; raises Refusal if there is none of that id."""
    for saved in list_plans(store, athlete):
        if saved.id == plan_id:
            return _version(store, athlete, plan_id, saved.version)
    raise Refusal(404, "there is no such plan; GET /api/plans lists them")


@lru_cache(maxsize=8)
def _version(store: Engine, athlete: str, plan_id: str, version: int) -> Plan:  # noqa: ARG001 - names what is kept
    return load_plan(store, athlete, plan_id)


HANDLERS = (show_day,)
