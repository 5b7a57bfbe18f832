"""Plans: made in a thread of their own, one at a time, and kept with all that came before."""

import datetime as dt
import threading
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import FromPath, RawBody

from legday.documents import InputError
from legday.planner import Plan, make_plan, next_monday
from legday.session import SessionSteps, make_sessions
from legday.store import SavedPlan, list_plans, load_plan, load_profile, save_plan
from legday.web.bodies import read_body
from legday.web.days import current_followed, kept_plan
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal
from legday.web.profile import now_of

one_at_a_time = threading.Lock()  # a solver takes all the cores there are


class PlanWish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to plan: from which day, the next Monday if not given, and for how many weeks."""

    start: dt.date | None = None
    weeks: Annotated[int, msgspec.Meta(ge=1, le=12)] = 4


class PlanSummary(msgspec.Struct, frozen=True):
    """A plan in short; `end` is the day after its last week, `sessions` are their dates.

    `version` is 1 as it was made, and one more for each time it was made again since.
    """

    id: str
    made_at: dt.datetime
    start: dt.date
    end: dt.date
    weeks: int
    method_name: str
    sessions: tuple[dt.date, ...]
    version: int = 1


@post(
    "/plans",
    sync_to_thread=True,
    opt={"takes": PlanWish, "refuses": (404, 409), "example": {"start": "2026-11-23", "weeks": 4}},
)
def make(body: RawBody, store: Store, athlete: Athlete) -> PlanSummary:
    """Plan a block from the profile and the log, and put it in force; plans before it are kept.

    Takes a few seconds. Where there is no plan, the answer is a 409 that holds the demands that can't hold together
    and the ways out, the cheapest first.
    """
    wish = read_body(body, PlanWish)
    profile = load_profile(store, athlete)
    if profile is None:
        raise Refusal(404, "there is no profile to plan from; PUT one to /api/profile first")
    start = wish.start or next_monday(now_of(profile).date())
    later = any(saved.end <= start for saved in list_plans(store, athlete)[:1])
    followed = current_followed(store, athlete)
    with one_at_a_time:
        plan = make_plan(profile, followed.log, start, wish.weeks, later_block=later, followed=followed)
    if plan.status == "infeasible":
        sentence = "no plan keeps all of this together: " + "; ".join(demand.about for demand in plan.conflict)
        raise Refusal(409, sentence, conflict=plan.conflict, relaxations=plan.relaxations)
    save_plan(store, athlete, plan, dt.datetime.now(dt.UTC))
    return summary_of(list_plans(store, athlete)[0])


@get("/plans", sync_to_thread=True)
def show_all(store: Store, athlete: Athlete) -> list[PlanSummary]:
    """List the plans, the newest first."""
    return [summary_of(saved) for saved in list_plans(store, athlete)]


@get("/plans/current", sync_to_thread=True, opt={"refuses": (404,)})
def show_current(store: Store, athlete: Athlete) -> Plan:
    """Show the plan in force in full."""
    saved = list_plans(store, athlete)
    if not saved:
        raise Refusal(404, "there is no plan yet; POST to /api/plans to make one")
    return kept_plan(store, athlete, saved[0].id)


@get("/plans/{plan_id:str}", sync_to_thread=True)
def show(plan_id: FromPath[str], store: Store, athlete: Athlete) -> Plan:
    """Show a plan in full."""
    return kept_plan(store, athlete, plan_id)


@get("/plans/{plan_id:str}/versions/{version:int}", sync_to_thread=True)
def show_version(plan_id: FromPath[str], version: FromPath[int], store: Store, athlete: Athlete) -> Plan:
    """Show a plan as it was in a version that was replaced."""
    kept_plan(store, athlete, plan_id)
    try:
        return load_plan(store, athlete, plan_id, version)
    except InputError:
        raise Refusal(404, "there is no such version; versions count from 1 to the one before it is now") from None


@get("/plans/{plan_id:str}/sessions", sync_to_thread=True)
def show_sessions(plan_id: FromPath[str], store: Store, athlete: Athlete) -> list[SessionSteps]:
    """Show all sessions of a plan as steps: all that a phone needs to train without a network."""
    followed = current_followed(store, athlete)
    return list(make_sessions(kept_plan(store, athlete, plan_id), plan_id, followed.log, followed))


def summary_of(saved: SavedPlan) -> PlanSummary:
    """Tell a plan in short."""
    return PlanSummary(
        id=saved.id,
        made_at=saved.made_at,
        start=saved.start,
        end=saved.end,
        weeks=len(saved.weeks),
        method_name=saved.method_name,
        sessions=tuple(date for week in saved.weeks for date in week.sessions),
        version=saved.version,
    )


HANDLERS = (make, show_all, show_current, show, show_version, show_sessions)
