"""Who the athlete is: the profile, and what the app shows first."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from litestar import get, put
from litestar.params import RawBody

import legday
from legday.documents import InputError, decode, encode, read
from legday.planner import Profile
from legday.store import list_plans, load_profile, save_profile
from legday.web.bodies import read_body, told_field
from legday.web.given import Athlete, Store

_EXAMPLE = {"name": "Ann", "days": {"monday": "60 min", "thursday": "45 min"}, "level": "beginner", "place": "gym"}


class CurrentPlan(msgspec.Struct, frozen=True):
    """The plan in force; `end` is the day after its last week."""

    id: str
    start: dt.date
    weeks: int
    end: dt.date


class Me(msgspec.Struct, frozen=True):
    """What the app shows first: whose it is, their profile and plan if there are any, and the date where they are."""

    name: str
    profile: Profile | None
    plan: CurrentPlan | None
    today: dt.date
    version: str


@get("/me", sync_to_thread=True)
def show_me(store: Store, athlete: Athlete) -> Me:
    """Show whose app this is, their profile and the plan in force."""
    profile = load_profile(store, athlete)
    saved = list_plans(store, athlete)[:1]
    plan = next((CurrentPlan(each.id, each.start, len(each.weeks), each.end) for each in saved), None)
    return Me(athlete, profile, plan, now_of(profile).date(), legday.__version__)


@get("/profile", sync_to_thread=True)
def show_profile(store: Store, athlete: Athlete) -> Profile | None:
    """Show the profile; null as long as there is none."""
    return load_profile(store, athlete)


@put("/profile", sync_to_thread=True, opt={"takes": Profile, "example": _EXAMPLE})
def change_profile(body: RawBody, store: Store, athlete: Athlete) -> Profile:
    """Keep a profile in place of the one before; what is wrong with it is told field by field."""
    profile = _read(encode(read_body(body, dict[str, Any])))
    save_profile(store, athlete, profile, dt.datetime.now(dt.UTC))
    return profile


def now_of(profile: Profile | None) -> dt.datetime:
    """Return the local time where the athlete is: in the time zone of the profile, else in that of the server."""
    zone = ZoneInfo(profile.time_zone) if profile and profile.time_zone else None
    return dt.datetime.now(zone).replace(tzinfo=None)


def _read(body: bytes) -> Profile:
    try:
        return decode(body, Profile)
    except msgspec.ValidationError as error:
        first = told_field(error)
    read(Profile, body.decode(), "")  # JSON is YAML, and the reader of files finds every problem, not the first alone
    raise InputError.at("", first.message, field=first.field)


HANDLERS = (show_me, show_profile, change_profile)
