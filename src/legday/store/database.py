"""Opens the store, a SQLite file or a database by its URL, and brings its tables up to date."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from legday.documents import InputError

FILE_NAME = "legday.sqlite3"

_MIGRATIONS = Path(__file__).parent / "migrations"
_SETTINGS = (
    "PRAGMA journal_mode=WAL",  # readers and one writer at a time; a crash leaves the last commit
    "PRAGMA synchronous=FULL",  # a commit is on the disk when it returns
    "PRAGMA foreign_keys=ON",
)
_BUSY_SECONDS = 30


@contextmanager
def open_store(place: Path | str) -> Iterator[Engine]:
    """Open the store for the time of a `with` block, making and updating it as needed.

    Parameters
    ----------
    place
        The folder of the SQLite file `legday.sqlite3`, made if it is not there, or a database URL.

    Raises
    ------
    InputError
        It can't be opened, is no store of legday, or was made by a newer legday.
    """
    engine = _engine(place)
    try:
        try:
            _bring_up_to_date(engine)
        except DatabaseError as error:
            raise InputError.at(_named(engine), f"this store can't be opened: {error.orig}") from error
        yield engine
    finally:
        engine.dispose()


def writing(store: Engine) -> AbstractContextManager[Connection]:
    """Begin a transaction that writes: it waits for its turn, and is kept whole or not at all."""
    return store.execution_options(writes=True).begin()


def _engine(place: Path | str) -> Engine:
    if isinstance(place, str) and "://" in place:
        engine = create_engine(place)
    else:
        folder = Path(place)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError.at(str(folder), f"this folder can't be made: {error.strerror}") from error
        engine = create_engine(f"sqlite:///{folder / FILE_NAME}", connect_args={"timeout": _BUSY_SECONDS})
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin alone, so that they cover DDL, too
    for setting in _SETTINGS:
        connection.execute(setting)


def _begin(connection: Connection) -> None:
    # a transaction that means to write takes its turn at once: one that read first could only fail later
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine) -> None:
    known = sorted(file.name[1:5] for file in (_MIGRATIONS / "versions").glob("v[0-9]*.py"))
    with engine.connect() as connection:
        has_version = inspect(connection).has_table("alembic_version")
        query = text("SELECT version_num FROM alembic_version")
        version = connection.execute(query).scalar() if has_version else None
    if version is not None and version not in known:
        raise InputError.at(_named(engine), "this store was made by a newer legday; update legday")
    if version != known[-1]:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        with writing(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _named(engine: Engine) -> str:
    return (
        engine.url.database
        if engine.dialect.name == "sqlite" and engine.url.database
        else engine.url.render_as_string()
    )
