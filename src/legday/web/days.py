"""A day's planned session, ready to be played, and the log that it looks back on."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from litestar import get
from litestar.params import FromPath
from sqlalchemy import Engine

from legday.log import Log
from legday.planner import Plan
from legday.progress import Followed, follow
from legday.session import SessionSteps, make_session
from legday.store import list_plans, load_log, load_plan, log_version
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal


@dataclass(eq=False)
class _Known:
    """A log at a version of the store, and the sessions made ready with it; `before` is an earlier one as followed."""

    version: tuple[Any, ...]
    log: Log
    steps: dict[tuple[str, int, dt.date], SessionSteps | None]
    before: Followed | None

    @cached_property
    def followed(self) -> Followed:
        """The log followed on from where it was followed before, so that a new session costs no more than itself."""
        before, self.before = self.before, None
        return follow(self.log, before)

    @property
    def latest(self) -> Followed | None:
        """The log as far as it was followed."""
        return vars(self).get("followed", self.before)


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
            known.steps[key] = make_session(plan, plan_id, date, known.log, known.followed)
        except LookupError:
            known.steps[key] = None
    return known.steps[key]


def current_log(store: Engine, athlete: str) -> Log:
    """Return the log of an athlete; it is loaded again only when something changed."""
    return _now_known(store, athlete).log


def current_followed(store: Engine, athlete: str) -> Followed:
    """Return the log of an athlete as it was followed; what was followed before is not gone through again."""
    return _now_known(store, athlete).followed


def _now_known(store: Engine, athlete: str) -> _Known:
    with _loading:
        all_known = _known.setdefault(store, {})
        version = log_version(store, athlete)
        known = all_known.get(athlete)
        if known is None or known.version != version:
            before = known.latest if known else None
            known = all_known[athlete] = _Known(version, load_log(store, athlete), {}, before)
        return known


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
