"""Plans of athletes: the current one, those before it, and the versions of each that was changed."""

import datetime as dt
import hashlib
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update

from legday.documents import InputError, decode, encode
from legday.planner import Plan
from legday.progress import WeekPlan
from legday.store.athletes import athlete_id, make_athlete
from legday.store.database import reading, writing
from legday.store.tables import plan_versions, plans


class SavedPlan(msgspec.Struct, frozen=True):
    """A plan without its contents: when it was made, its first day, its method, and the days of its weeks.

    `version` counts up from 1 as it is changed.
    """

    id: str
    made_at: dt.datetime
    start: dt.date
    method_name: str
    weeks: tuple[WeekPlan, ...]
    version: int = 1

    @property
    def end(self) -> dt.date:
        """The day after its last week."""
        return self.start + dt.timedelta(weeks=len(self.weeks))


_VERSIONS = (
    select(func.count())
    .where(plan_versions.c.athlete_id == plans.c.athlete_id, plan_versions.c.plan_id == plans.c.id)
    .scalar_subquery()
)
_LIST = (  # built once: that is most of what a short query costs
    select(
        *(plans.c[name] for name in SavedPlan.__struct_fields__ if name != "version"),
        (_VERSIONS + 1).label("version"),
    )
    .where(plans.c.athlete_id == bindparam("owner"))
    .order_by(plans.c.made_at.desc(), plans.c.id.desc())
)


def save_plan(store: Engine, athlete: str, plan: Plan, now: dt.datetime) -> str:
    """Keep a plan as the athlete's current one, and return its id. Those before it stay."""
    document = encode(plan)
    identifier = f"plan-{hashlib.sha256(document + now.isoformat().encode()).hexdigest()[:12]}"
    with writing(store) as connection:
        values = {
            "athlete_id": make_athlete(connection, athlete),
            "id": identifier,
            "made_at": now,
            "start": plan.request.start,
            "method_name": plan.method_name,
            "weeks": _days_of(plan),
            "document": document.decode(),
        }
        connection.execute(insert(plans).values(values))
    return identifier


def change_plan(store: Engine, athlete: str, identifier: str, plan: Plan, now: dt.datetime, *, version: int) -> bool:
    """Put a plan made again in the place of the one of that id, which is kept as a version of it.

    Parameters
    ----------
    version
        The version that it was made from; where another one is in force by now, nothing is changed.

    Returns
    -------
    bool
        Whether it is in force now.
    """
    with writing(store) as connection:
        owner = athlete_id(connection, athlete)
        mine = plans.c.athlete_id == owner, plans.c.id == identifier
        held = connection.execute(select(plans.c.document, _VERSIONS + 1).where(*mine).with_for_update()).one_or_none()
        if held is None or held[1] != version:
            return False
        kept = {"athlete_id": owner, "plan_id": identifier, "number": version, "replaced_at": now, "document": held[0]}
        connection.execute(insert(plan_versions).values(kept))
        values = {"weeks": _days_of(plan), "document": encode(plan).decode()}
        connection.execute(update(plans).where(*mine).values(values))
    return True


def _days_of(plan: Plan) -> Any:
    """The days of each week, those among them that were let go: a missed session stays a planned one."""
    let_go = {date for change in plan.changes for date in change.let_go}
    weeks = []
    for week in plan.weeks:
        missed = {date for date in let_go if 0 <= (date - week.start).days < 7}
        days = {session.date for session in week.sessions} | missed
        weeks.append(WeekPlan(week.start, tuple(sorted(days)), week.deload))
    return msgspec.to_builtins(weeks)


def list_plans(store: Engine, athlete: str) -> tuple[SavedPlan, ...]:
    """List the plans of an athlete, the current one first."""
    with reading(store) as connection:
        rows = connection.execute(_LIST, {"owner": athlete_id(connection, athlete)}).all()
    return tuple(
        SavedPlan(
            row.id,
            row.made_at,
            row.start,
            row.method_name,
            msgspec.convert(row.weeks, tuple[WeekPlan, ...]),
            row.version,
        )
        for row in rows
    )


def load_plan(store: Engine, athlete: str, identifier: str, version: int | None = None) -> Plan:
    """Load a plan, as it is or as it was in a `version` that was replaced.

    Raises InputError if the athlete has none of that id, or another version of legday wrote it.
    """
    with reading(store) as connection:
        document = _document(connection, athlete_id(connection, athlete), identifier, version)
    if document is None:
        which = f"plan {identifier}" if version is None else f"version {version} of plan {identifier}"
        raise InputError.at("", f"{athlete} has no {which}")
    try:
        return decode(document, Plan)
    except msgspec.ValidationError as error:
        message = f"plan {identifier} was written by another version of legday; make a new one"
        raise InputError.at("", message) from error


def _document(connection: Connection, owner: int | None, identifier: str, version: int | None) -> str | None:
    if version is None:
        query = select(plans.c.document).where(plans.c.athlete_id == owner, plans.c.id == identifier)
    else:
        its = plan_versions.c.plan_id == identifier, plan_versions.c.number == version
        query = select(plan_versions.c.document).where(plan_versions.c.athlete_id == owner, *its)
    found: str | None = connection.execute(query).scalar()
    return found


def current_plan(store: Engine, athlete: str) -> tuple[str, Plan] | None:
    """Load the plan that was made last, with its id; None if there is none."""
    saved = list_plans(store, athlete)
    return (saved[0].id, load_plan(store, athlete, saved[0].id)) if saved else None


def planned_weeks(saved: tuple[SavedPlan, ...]) -> tuple[WeekPlan, ...]:
    """Put together the weeks that held, oldest first: a plan holds from its first day until a later one begins.

    `saved` are plans as `list_plans` gives them. Of a week in which plans change, each gives its own days.
    """
    weeks: dict[dt.date, WeekPlan] = {}
    until = dt.date.max
    for plan in saved:
        for week in plan.weeks:
            monday = week.start - dt.timedelta(days=week.start.weekday())
            before = weeks.get(monday, WeekPlan(monday, (), False))
            days = tuple(sorted({*before.sessions, *(day for day in week.sessions if day < until)}))
            weeks[monday] = WeekPlan(monday, days, before.deload or week.deload)
        until = min(until, plan.start)
    return tuple(weeks[monday] for monday in sorted(weeks))
