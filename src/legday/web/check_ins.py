"""The check-in of a day, and what it asks for today."""

import datetime as dt
from typing import Any

from litestar import delete, get, patch
from litestar.params import FromPath, RawBody
from sqlalchemy import Engine

from legday.log import CheckIn, CheckInChange, Event, check_in_id
from legday.progress import Readiness, readiness
from legday.session import Today, session_today
from legday.store import load_profile
from legday.web.bodies import read_body
from legday.web.days import current_log, day_of
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal
from legday.web.profile import now_of
from legday.web.things import record_change

_EXAMPLE = {
    "sleep": 7.5,
    "sleep_quality": 4,
    "stress": 2,
    "hydration": 4,
    "soreness": {"calves": 2},
    "pain": {"knee": 1},
}


@get("/check-ins", sync_to_thread=True)
def show_check_ins(store: Store, athlete: Athlete) -> tuple[CheckIn, ...]:
    """List the check-ins, the oldest first."""
    return current_log(store, athlete).check_ins


@patch("/check-ins/{date:date}", sync_to_thread=True, opt={"takes": CheckInChange, "example": _EXAMPLE})
def check_in(date: FromPath[dt.date], body: RawBody, store: Store, athlete: Athlete) -> Event:
    """Fill in the check-in of a day: what is given is changed, null takes it away, the rest stays."""
    return record_change(store, athlete, "check-in", check_in_id(date), read_body(body, dict[str, Any]))


@delete("/check-ins/{date:date}", status_code=200, sync_to_thread=True)
def remove_check_in(date: FromPath[dt.date], store: Store, athlete: Athlete) -> Event:
    """Take the check-in of a day out of the log; filling in `"removed": null` puts it back."""
    if all(each.date != date for each in current_log(store, athlete).check_ins):
        raise Refusal(404, f"there is no check-in of {date}")
    return record_change(store, athlete, "check-in", check_in_id(date), {"removed": True})


@get("/readiness", sync_to_thread=True)
def show_readiness(store: Store, athlete: Athlete) -> Readiness:
    """Show what today's check-in asks for: the rules that hold, and the parts to train on another day."""
    return readiness(current_log(store, athlete), _now(store, athlete))


@get("/days/{date:date}/today", sync_to_thread=True)
def show_session_today(date: FromPath[dt.date], store: Store, athlete: Athlete) -> Today:
    """Show what today's check-in makes of the session that is planned for a date, without what was overruled."""
    steps = day_of(store, athlete, date)
    log = current_log(store, athlete)
    overruled = next((session.overruled for session in log.sessions if session.id == steps.id), ())
    check_ins = {each.date: each for each in log.check_ins}
    return session_today(steps, check_ins, _now(store, athlete), overruled)


def _now(store: Engine, athlete: str) -> dt.datetime:
    return now_of(load_profile(store, athlete)).replace(microsecond=0, second=0, minute=0)


HANDLERS = (show_check_ins, check_in, remove_check_in, show_readiness, show_session_today)
