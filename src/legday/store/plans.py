"""Plans of athletes, each kept as it was made, the current one and those before it."""

import datetime as dt
import hashlib

import msgspec
from sqlalchemy import Engine, bindparam, insert, select

from legday.documents import InputError, decode, encode
from legday.planner import Plan
from legday.progress import WeekPlan
from legday.store.athletes import athlete_id, make_athlete
from legday.store.database import reading, writing
from legday.store.tables import plans


class SavedPlan(msgspec.Struct, frozen=True):
    """A plan without its contents: when it was made, its first day, its method, and the days of its weeks."""

    id: str
    made_at: dt.datetime
    start: dt.date
    method_name: str
    weeks: tuple[WeekPlan, ...]

    @property
    def end(self) -> dt.date:
        """The day after its last week."""
        return self.start + dt.timedelta(weeks=len(self.weeks))


_LIST = (  # built once: that is most of what a short query costs
    select(*(plans.c[name] for name in SavedPlan.__struct_fields__))
    .where(plans.c.athlete_id == bindparam("owner"))
    .order_by(plans.c.made_at.desc(), plans.c.id.desc())
)


def save_plan(store: Engine, athlete: str, plan: Plan, now: dt.datetime) -> str:
    """Keep a plan as the athlete's current one, and return its id. Those before it stay."""
    document = encode(plan)
    identifier = f"plan-{hashlib.sha256(document + now.isoformat().encode()).hexdigest()[:12]}"
    weeks = [WeekPlan(week.start, tuple(s.date for s in week.sessions), week.deload) for week in plan.weeks]
    with writing(store) as connection:
        values = {
            "athlete_id": make_athlete(connection, athlete),
            "id": identifier,
            "made_at": now,
            "start": plan.request.start,
            "method_name": plan.method_name,
            "weeks": msgspec.to_builtins(weeks),
            "document": document.decode(),
        }
        connection.execute(insert(plans).values(values))
    return identifier


def list_plans(store: Engine, athlete: str) -> tuple[SavedPlan, ...]:
    """List the plans of an athlete, the current one first."""
    with reading(store) as connection:
        rows = connection.execute(_LIST, {"owner": athlete_id(connection, athlete)}).all()
    return tuple(
        SavedPlan(row.id, row.made_at, row.start, row.method_name, msgspec.convert(row.weeks, tuple[WeekPlan, ...]))
        for row in rows
    )


def load_plan(store: Engine, athlete: str, identifier: str) -> Plan:
    """Load a plan; raises InputError if the athlete has none of that id, or another version of legday wrote it."""
    with reading(store) as connection:
        mine = plans.c.athlete_id == athlete_id(connection, athlete), plans.c.id == identifier
        document = connection.execute(select(plans.c.document).where(*mine)).scalar()
    if document is None:
        raise InputError.at("", f"{athlete} has no plan {identifier}")
    try:
        return decode(document, Plan)
    except msgspec.ValidationError as error:
        message = f"plan {identifier} was written by another version of legday; make a new one"
        raise InputError.at("", message) from error


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
