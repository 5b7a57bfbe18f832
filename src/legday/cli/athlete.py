"""Where an athlete's data lives, and their log from the store and from files."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from legday.exchange import read_log, settle_names
from legday.log import Log
from legday.place import store_place

if TYPE_CHECKING:
    from sqlalchemy import Engine


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
    merged = Log(tuple(sessions[key] for key in sorted(sessions)))
    return settle_names(merged, answers)[0]


def _stored(name: str) -> tuple[Log, dict[str, str]]:
    if not has_store():
        return Log(), {}
    from legday.store import load_log, settled_names

    with athlete_store() as store:
        return load_log(store, name), settled_names(store, name)
