"""Where an athlete's data lives, and their log from the store and from files."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from legday.exchange import read_log, settle_names
from legday.log import Log
from legday.place import store_place

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from legday.planner import Profile
    from legday.progress import WeekPlan


def athlete_store() -> "AbstractContextManager[Engine]":
    """Open the athlete's store."""
    from legday.store import open_store

    return open_store(store_place())


def has_store() -> bool:
    """Whether anything was ever stored, so that a plan without a log need not load a database."""
    place = store_place()
    return isinstance(place, str) or (place / "legday.sqlite3").exists()


def athlete_log(name: str, files: tuple[Path, ...]) -> Log:
    """Put together what was imported for an athlete and the logs in files, each session once, oldest first.

    Raises InputError if a file is no log that legday reads.
    """
    stored, answers = _stored(name)
    logs = [stored, *(read_log(file, str(file)).log for file in files)]
    sessions = {(session.start, session.name): session for log in logs for session in log.sessions}
    merged = msgspec.structs.replace(stored, sessions=tuple(sessions[key] for key in sorted(sessions)))
    return settle_names(merged, answers)[0]


def athlete_plans(name: str) -> "tuple[Profile | None, tuple[WeekPlan, ...]]":
    """Load the profile that is kept for an athlete, if there is one, and the weeks of their plans."""
    if not has_store():
        return None, ()
    from legday.store import list_plans, load_profile, planned_weeks

    with athlete_store() as store:
        return load_profile(store, name), planned_weeks(list_plans(store, name))


def _stored(name: str) -> tuple[Log, dict[str, str]]:
    if not has_store():
        return Log(), {}
    from legday.store import load_log, settled_names

    with athlete_store() as store:
        return load_log(store, name), settled_names(store, name)
