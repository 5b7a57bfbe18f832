"""Where an athlete's data lives, and their log from the store and from files."""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from legday.exchange import read_log, settle_names
from legday.log import Log

if TYPE_CHECKING:
    from sqlalchemy import Engine


def data_folder() -> Path:
    """Return the folder of the athlete's data: LEGDAY_HOME, or the platform's folder for user data."""
    own = os.environ.get("LEGDAY_HOME")
    if own:
        return Path(own).expanduser()
    from platformdirs import user_data_path

    return user_data_path("legday", appauthor=False)


def athlete_store() -> "AbstractContextManager[Engine]":
    """Open the store in the data folder."""
    from legday.store import open_store

    return open_store(data_folder())


def has_store() -> bool:
    """Whether anything was ever stored, so that a plan without a log need not load a database."""
    return (data_folder() / "legday.sqlite3").exists()


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
