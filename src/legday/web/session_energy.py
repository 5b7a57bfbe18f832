"""What sessions cost, done and planned, and the sets of a week that load the trunk (METHODS F9, F10)."""

import datetime as dt
from typing import Annotated

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter
from sqlalchemy import Engine

from legday.energy import Effort, Movement, SessionEnergy, Source, load_movements, session_energy
from legday.planner import PlannedWeek, planned_trunk_sets
from legday.progress import TrunkWeek, trunk_sets
from legday.session import athlete_height, athlete_mass
from legday.store import list_plans, load_profile
from legday.web.days import current_log, day_of, kept_plan
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal
from legday.web.profile import now_of

_NO_MASS = "your body mass is not known; log a weight, or put it into the profile"


class TrunkWeeks(msgspec.Struct, frozen=True):
    """A week's sets that load or train the trunk: as done, and as planned where a plan holds the week."""

    done: TrunkWeek
    planned: TrunkWeek | None


class Basis(msgspec.Struct, frozen=True):
    """What estimates of energy rest on: studies, codes by effort, and what is taken for each kind of movement."""

    sources: dict[str, Source]
    efforts: dict[str, Effort]
    movements: dict[str, Movement]


@get("/sessions/{session_id:str}/energy", sync_to_thread=True, opt={"refuses": (409,)})
def show_session_energy(session_id: FromPath[str], store: Store, athlete: Athlete) -> SessionEnergy:
    """Estimate what a session cost, by exercise, beside the same minutes of running and of upper-body lifting."""
    log, profile = current_log(store, athlete), load_profile(store, athlete)
    session = next((each for each in log.sessions if each.id == session_id), None)
    if session is None:
        raise Refusal(404, "there is no such session")
    mass = athlete_mass(profile, log, session.start.date())
    if mass is None:
        raise Refusal(409, _NO_MASS)
    return session_energy(session, mass, height=athlete_height(profile))


@get("/days/{date:date}/energy", sync_to_thread=True, opt={"refuses": (409,)})
def show_day_energy(date: FromPath[dt.date], store: Store, athlete: Athlete) -> SessionEnergy:
    """Estimate what the session planned for a date will cost; it is in its steps, too."""
    energy = day_of(store, athlete, date).energy
    if energy is None:
        raise Refusal(409, _NO_MASS)
    return energy


@get("/trunk", sync_to_thread=True)
def show_trunk(store: Store, athlete: Athlete, week: Annotated[dt.date | None, QueryParameter()] = None) -> TrunkWeeks:
    """List the lifts of a week that load the trunk, with their sets; `week` is any day of it, else it is this week."""
    day = week or now_of(load_profile(store, athlete)).date()
    planned = _planned_week(store, athlete, day)
    return TrunkWeeks(trunk_sets(current_log(store, athlete), day), planned_trunk_sets(planned) if planned else None)


@get("/energy/basis", sync_to_thread=True)
def show_basis() -> Basis:
    """Show what the estimates of energy rest on."""
    known = load_movements()
    return Basis(known.sources, known.efforts, {**known.movements, "other": known.other})


def _planned_week(store: Engine, athlete: str, day: dt.date) -> PlannedWeek | None:
    saved = next((each for each in list_plans(store, athlete) if each.start <= day < each.end), None)
    weeks = kept_plan(store, athlete, saved.id).weeks if saved else ()
    return next((each for each in weeks if 0 <= (day - each.start).days < 7), None)


HANDLERS = (show_session_energy, show_day_energy, show_trunk, show_basis)
