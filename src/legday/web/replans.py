"""Plans made again: what would move is shown first, and holds only once the athlete takes it."""

import datetime as dt
import hashlib
from functools import lru_cache
from typing import Annotated, Any

import msgspec
from litestar import get, post
from litestar.params import FromPath, QueryParameter, RawBody
from sqlalchemy import Engine

from legday.anatomy import Part
from legday.documents import decode, encode
from legday.planner import Conflict, Move, Plan, Profile, Replan, replan
from legday.progress import readiness
from legday.store import change_plan, list_plans, load_profile, log_version
from legday.web.bodies import read_body
from legday.web.days import current_log, kept_plan
from legday.web.given import Athlete, Store
from legday.web.plans import PlanSummary, one_at_a_time, summary_of
from legday.web.problems import Refusal
from legday.web.profile import now_of


class Proposal(msgspec.Struct, frozen=True):
    """How a plan could go on: what happened, what would move and why; without moves all goes on as planned.

    `tag` is what to send to take it. `conflict` says why a changed profile leaves no plan for the weeks to come.
    """

    plan: str
    version: int
    tag: str
    events: tuple[str, ...]
    moves: tuple[Move, ...]
    conflict: tuple[Conflict, ...]


class Taking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which proposal is taken: its tag, and what it was asked with."""

    tag: Annotated[str, msgspec.Meta(max_length=100)]
    sore: Part | None = None
    out: dt.date | None = None


@get("/plans/{plan_id:str}/replan", sync_to_thread=True)
def propose(
    plan_id: FromPath[str],
    store: Store,
    athlete: Athlete,
    sore: Annotated[Part | None, QueryParameter()] = None,
    out: Annotated[dt.date | None, QueryParameter()] = None,
) -> Proposal:
    """Show what would move if the rest of a plan were made again, from the log and the profile as they are now.

    `sore` is a part that can't be trained today, beside what the check-in says; `out` a day that falls out.
    """
    made, version = _made(store, athlete, plan_id, sore, out)
    return Proposal(plan_id, version, _tag(made, version), made.events, made.moves, made.conflict)


@post(
    "/plans/{plan_id:str}/replan",
    status_code=200,
    sync_to_thread=True,
    opt={"takes": Taking, "refuses": (404, 409), "example": {"tag": "4f1d2c"}},
)
def take(plan_id: FromPath[str], body: RawBody, store: Store, athlete: Athlete) -> PlanSummary:
    """Put a proposal in force. The plan keeps its id; what it was stays as a version of it.

    A proposal that is no longer what would move is refused with a 409: look again.
    """
    taking = read_body(body, Taking)
    made, version = _made(store, athlete, plan_id, taking.sore, taking.out)
    now = dt.datetime.now(dt.UTC)
    is_it = bool(made.moves) and taking.tag == _tag(made, version)
    if not is_it or not change_plan(store, athlete, plan_id, made.plan, now, version=version):
        raise Refusal(409, "something changed in the meantime; look at what would move now, then decide")
    return next(summary_of(saved) for saved in list_plans(store, athlete) if saved.id == plan_id)


def _made(store: Engine, athlete: str, plan_id: str, sore: Part | None, out: dt.date | None) -> tuple[Replan, int]:
    plan = kept_plan(store, athlete, plan_id)
    version = next(saved.version for saved in list_plans(store, athlete) if saved.id == plan_id)
    profile = load_profile(store, athlete) or plan.request.profile
    now = now_of(profile)
    moves = readiness(current_log(store, athlete), now).moves
    parts = frozenset(moves if sore is None else (*moves, sore))
    asked = _Asked(plan_id, version, log_version(store, athlete), encode(profile), now.date(), parts, out)
    return _solved(store, athlete, asked), version


class _Asked(msgspec.Struct, frozen=True):
    """All that a proposal depends on."""

    plan: str
    version: int
    log: tuple[Any, ...]
    profile: bytes
    today: dt.date
    sore: frozenset[Part]
    out: dt.date | None


@lru_cache(maxsize=8)
def _solved(store: Engine, athlete: str, asked: _Asked) -> Replan:
    plan: Plan = kept_plan(store, athlete, asked.plan)
    with one_at_a_time:
        return replan(
            plan,
            current_log(store, athlete),
            asked.today,
            profile=decode(asked.profile, Profile),
            sore=asked.sore,
            missed=() if asked.out is None else (asked.out,),
        )


def _tag(made: Replan, version: int) -> str:
    """A name for what would move; nothing where nothing does."""
    if not made.moves:
        return ""
    return hashlib.blake2b(encode((version, made.moves)), digest_size=12).hexdigest()


HANDLERS = (propose, take)
