"""Opens the store, a SQLite file or a database by its URL, and brings its tables up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

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
            said = str(error.orig).strip().splitlines()[0]
            raise InputError.at(_named(engine), f"this store can't be opened: {said}") from error
        yield engine
    finally:
        engine.dispose()


class StoreError(OSError):
    """The store can't take or give anything at the moment, such as on a full disk; nothing was half-written."""


@contextmanager
def writing(store: Engine) -> Iterator[Connection]:
    """Begin a transaction that writes: it waits for its turn, and is kept whole or not at all.

    Raises StoreError if the store can't be written, such as on a full disk.
    """
    try:
        with store.execution_options(writes=True).begin() as connection:
            yield connection
    except OperationalError as error:
        raise StoreError(f"nothing was kept: {_reason(error)}") from error


@contextmanager
def reading(store: Engine) -> Iterator[Connection]:
    """Begin a transaction that reads, and sees the store as it was at one moment."""
    snapshot = {} if store.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    try:
        with store.execution_options(**snapshot).connect() as connection:
            yield connection
    except OperationalError as error:
        raise StoreError(f"the store can't be read: {_reason(error)}") from error


def _reason(error: OperationalError) -> str:
    said = str(error.orig).strip().splitlines()[0]
    if "full" in said or getattr(error.orig, "sqlstate", None) == "53100":
        return "the disk with the store is full; make room and try again"
    if "locked" in said:
        return "another program holds the store; try again"
    return said


def _engine(place: Path | str) -> Engine:
    if isinstance(place, str) and "://" in place:
        try:
            url = make_url(place)
            if url.get_backend_name() not in ("sqlite", "postgresql"):
                raise ArgumentError
            engine = create_engine(url)
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            name = place.partition("://")[0]
            message = f"{name}:// is no database that legday keeps its data in; write sqlite:/// or postgresql://"
            raise InputError.at("", message) from error
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
