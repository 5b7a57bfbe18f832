"""The store on a real SQLite file: round trips, imports that add nothing twice, undo, crashes, isolation."""

import datetime as dt
import hashlib
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from legday.documents import InputError
from legday.exchange import Reading, SourceRow, read_log, settle_names
from legday.log import Log, LoggedSession, LoggedSet
from legday.store import (
    FILE_NAME,
    Saved,
    load_log,
    open_store,
    past_imports,
    save_import,
    settle_name,
    settled_names,
    undo_import,
)
from legday.store.tables import metadata
from legday.units import Mass

NOW = dt.datetime(2026, 11, 20, 18, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
HEAD = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Notes"


def export(*days: int, sets: int = 2, name: str = "Legs") -> bytes:
    rows = (
        f'2026-09-{day:02} 18:00:00,{name},Squat (Barbell),{number},{80 + day}.5,8,"day {day}"'
        for day in days
        for number in range(1, sets + 1)
    )
    return "\n".join([HEAD, *rows, ""]).encode()


def save(store: Engine, content: bytes, athlete: str = "Ann") -> Saved:
    digest = hashlib.sha256(content).hexdigest()
    return save_import(store, athlete, read_log(content, "log.csv"), "log.csv", digest, NOW)


def plain(log: Log) -> Log:
    """Take from a loaded log what loading adds: ids, and what names stand for."""
    replace = msgspec.structs.replace
    return Log(
        tuple(
            replace(
                session,
                id="",
                sets=tuple(replace(done, id="", exercise=None, variant=None) for done in session.sets),
            )
            for session in log.sessions
        )
    )


def counts(store: Engine) -> dict[str, int]:
    with store.connect() as connection:
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in metadata.tables}  # noqa: S608


def test_an_import_comes_back_as_it_was_read(store: Engine) -> None:
    content = export(1, 3, 2) + b"2026-09-04 18:00:00,Legs,Squat (Barbell),1,100,-2,\n"
    reading = read_log(content, "log.csv")
    saved = save(store, content)
    assert (saved.is_new, saved.sessions_added, saved.sessions_known, saved.sets_added) == (True, 3, 0, 6)
    assert plain(load_log(store, "Ann")) == reading.log
    [past] = past_imports(store, "Ann")
    assert (past.id, past.source, past.format, past.unit) == (saved.import_id, "log.csv", "strong", "kg")
    assert (past.imported_at, past.imported_at.utcoffset()) == (NOW, dt.timedelta(0))
    assert (past.rows, past.sets, past.other, past.listed) == (7, 6, {}, 1)


def test_every_row_of_the_source_is_kept_with_what_became_of_it(store: Engine) -> None:
    content = export(1) + b"2026-09-04 18:00:00,Legs,Squat,Rest Timer,,,\n2026-09-04 18:00:00,Legs,Squat,1,100,-2,\n"
    save(store, content)
    with store.connect() as connection:
        rows = connection.execute(text("SELECT line, became, detail, raw FROM import_rows ORDER BY number")).all()
    assert [row.raw for row in rows] == content.decode().splitlines()[1:]
    assert [(row.line, row.became, row.detail) for row in rows] == [
        (2, "set", ""),
        (3, "set", ""),
        (4, "other", "rest timer"),
        (5, "listed", "reps: -2 is negative"),
    ]


def test_importing_a_file_again_adds_nothing_and_says_so(store: Engine) -> None:
    first = save(store, export(1, 2))
    before = counts(store)
    again = save(store, export(1, 2))
    assert (again.import_id, again.is_new, again.sessions_added, again.sets_added) == (first.import_id, False, 0, 0)
    assert counts(store) == before


def test_a_newer_export_adds_only_the_sessions_that_are_not_there(store: Engine) -> None:
    save(store, export(1, 2))
    newer = save(store, export(1, 2, 3, 4))
    assert (newer.is_new, newer.sessions_added, newer.sessions_known, newer.sets_added) == (True, 2, 2, 4)
    assert plain(load_log(store, "Ann")) == read_log(export(1, 2, 3, 4), "log.csv").log


def test_imports_at_the_same_time_wait_for_each_other(store: Engine) -> None:
    files = [export(1, day) for day in range(2, 8)] + [export(20)] * 6
    with ThreadPoolExecutor(max_workers=6) as pool:
        saved = list(pool.map(lambda content: save(store, content), files))
    assert sum(one.is_new for one in saved[6:]) == 1
    assert all(one.is_new for one in saved[:6])
    assert [session.start.day for session in load_log(store, "Ann").sessions] == [1, 2, 3, 4, 5, 6, 7, 20]


def test_sessions_of_one_start_and_different_names_are_two(store: Engine) -> None:
    save(store, export(1))
    assert save(store, export(1, name="Arms")).sessions_added == 1
    assert [session.name for session in load_log(store, "Ann").sessions] == ["Arms", "Legs"]


def test_undo_takes_back_an_import_and_nothing_else(store: Engine) -> None:
    save(store, export(1, 2))
    before, log = counts(store), load_log(store, "Ann")
    added = save(store, export(2, 3))
    undone = undo_import(store, "Ann", added.import_id)
    assert (undone.sessions, undone.sets) == (1, 2)
    assert counts(store) == before
    assert load_log(store, "Ann") == log
    assert save(store, export(2, 3)).is_new


def test_undo_keeps_sessions_that_another_import_holds(store: Engine) -> None:
    first = save(store, export(1, 2))
    save(store, export(1, 2, 3))
    assert undo_import(store, "Ann", first.import_id).sessions == 0
    assert [session.start.day for session in load_log(store, "Ann").sessions] == [1, 2, 3]


def test_undo_of_everything_leaves_nothing_but_the_athlete(store: Engine) -> None:
    for saved in (save(store, export(1, 2)), save(store, export(2, 3))):
        undo_import(store, "Ann", saved.import_id)
    assert counts(store) == dict.fromkeys(metadata.tables, 0) | {"athletes": 1}


def test_athletes_are_apart(store: Engine) -> None:
    mine = save(store, export(1, 2), "Ann")
    yours = save(store, export(1, 2), "Bob")
    assert yours.is_new
    settle_name(store, "Ann", "My lift", "leg-press", NOW)
    assert settled_names(store, "Bob") == {}
    with pytest.raises(InputError, match=rf"^Bob has no import {mine.import_id}; there are {yours.import_id}$"):
        undo_import(store, "Bob", mine.import_id)
    undo_import(store, "Ann", mine.import_id)
    assert load_log(store, "Ann") == Log()
    assert len(load_log(store, "Bob").sessions) == 2
    assert load_log(store, "Eve") == Log()
    assert past_imports(store, "Eve") == ()


def test_answers_about_names_are_kept_and_replaced(store: Engine) -> None:
    settle_name(store, "Ann", "My lift", "leg-press", NOW)
    settle_name(store, "Ann", "Bench", "other", NOW)
    settle_name(store, "Ann", "My lift", "squat", NOW)
    assert settled_names(store, "Ann") == {"Bench": "other", "My lift": "squat"}
    with pytest.raises(InputError, match="no-such"):
        settle_name(store, "Ann", "My lift", "no-such", NOW)
    assert settled_names(store, "Ann")["My lift"] == "squat"


def test_a_stored_log_is_settled_by_the_stored_answers(store: Engine) -> None:
    content = export(1).replace(b"Squat (Barbell)", b"Qwertyuiop")
    save(store, content)
    settle_name(store, "Ann", "Qwertyuiop", "hack-squat", NOW)
    log, report = settle_names(load_log(store, "Ann"), settled_names(store, "Ann"))
    assert {done.exercise for _, done in log.sets()} == {"hack-squat"}
    assert report.unsettled == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_an_athlete_needs_a_name(store: Engine, name: str) -> None:
    with pytest.raises(InputError, match="an athlete's name must have 1 to 200 characters"):
        save(store, export(1), name)
    assert counts(store) == dict.fromkeys(metadata.tables, 0)


_numbers = st.decimals("0.0001", "99999", places=6).map(lambda number: number.normalize())
_decimals = st.none() | _numbers
_texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
_sets = st.builds(
    LoggedSet,
    name=_texts,
    exercise=st.none(),
    position=st.integers(1, 99),
    kind=st.sampled_from(("normal", "warm-up", "drop", "failure")),
    reps=_decimals,
    load=st.none() | st.builds(Mass, _numbers, st.sampled_from(("kg", "lb"))),
    seconds=_decimals,
    meters=_decimals,
    rpe=_decimals,
    note=_texts,
    source_line=st.none() | st.integers(1, 10**6),
    variant=st.none(),
)
_sessions = st.builds(
    LoggedSession,
    start=st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2100, 1, 1)),
    name=_texts,
    sets=st.lists(_sets, min_size=1, max_size=4).map(tuple),
    seconds=st.none() | st.integers(1, 10**5),
    note=_texts,
)
_logs = st.lists(_sessions, max_size=5, unique_by=lambda session: (session.start, session.name)).map(
    lambda sessions: Log(tuple(sorted(sessions, key=lambda session: (session.start, session.name))))
)


@given(_logs)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_log_comes_back_equal_to_the_last_digit(store: Engine, log: Log) -> None:
    rows = (SourceRow(2, "set", "", "raw"),)
    reading = Reading("strong", 1, 1, {}, (), "kg", "made up", log, rows)
    saved = save_import(store, "Zoe", reading, "x.csv", "0" * 64, NOW)
    try:
        loaded = plain(load_log(store, "Zoe"))
        assert [(s.start, s.name) for s in loaded.sessions] == [(s.start, s.name) for s in log.sessions]
        assert loaded == log
        for (_, one), (_, other) in zip(loaded.sets(), log.sets(), strict=True):
            assert (one.load and (one.load.value, one.load.unit)) == (
                other.load and (other.load.value, other.load.unit)
            )
            assert (one.reps is None, f"{one.reps or 0:f}") == (other.reps is None, f"{other.reps or 0:f}")
    finally:
        undo_import(store, "Zoe", saved.import_id)


def test_the_settings_that_make_it_safe_against_crashes_are_on(store: Engine) -> None:
    """A commit is on the disk when it returns, on either database."""
    sqlite = store.dialect.name == "sqlite"
    names = ("journal_mode", "synchronous", "foreign_keys") if sqlite else ("fsync", "synchronous_commit")
    with store.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}" if sqlite else f"SHOW {name}")).scalar() for name in names
        }
    if sqlite:
        assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    else:
        assert found == {"fsync": "on", "synchronous_commit": "on"}


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(store: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_store_is_opened_again_where_it_was(place: Path | str) -> None:
    with open_store(place) as store:
        save(store, export(1))
    with open_store(str(place)) as store:
        assert len(load_log(store, "Ann").sessions) == 1


def test_a_store_of_a_newer_legday_and_a_file_that_is_none_are_refused(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    with open_store(tmp_path):
        pass
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with (
        pytest.raises(InputError, match=r"legday\.sqlite3: this store was made by a newer legday; update legday$"),
        open_store(tmp_path),
    ):
        pass
    file.write_bytes(b"not a database at all" * 1000)
    with (
        pytest.raises(InputError, match=r"legday\.sqlite3: this store can't be opened: file is not a database"),
        open_store(tmp_path),
    ):
        pass
    file.unlink()
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="this folder can't be made"), open_store(tmp_path / "file"):
        pass


@pytest.mark.parametrize("url", ["postgres://localhost/legday", "oracle://x", "://", "postgresql://a:b:c/d:e"])
def test_a_wrong_url_is_refused_in_one_sentence(url: str) -> None:
    with (
        pytest.raises(InputError, match=r"is no database that legday keeps its data in; write") as refused,
        open_store(url),
    ):
        pass
    assert "\n" not in str(refused.value)


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://me:secret@/legday?host={tmp_path}"
    with pytest.raises(InputError, match=r"this store can't be opened: ") as refused, open_store(url):
        pass
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_url_without_a_driver_is_opened(postgres_url: str) -> None:
    with open_store(postgres_url.replace("+psycopg", "")) as store:
        assert store.dialect.driver == "psycopg"


# A child that imports a file and kills itself, with no chance to clean up, at a given statement of the import.
_CHILD = """
import datetime as dt, os, pathlib, signal, sys
from sqlalchemy import event
from legday.exchange import read_log
from legday.store import open_store, save_import

folder, file, fatal = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
with open_store(folder) as store:
    statements = 0
    def count(*_):
        global statements
        statements += 1
        if statements == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
    event.listen(store, "after_cursor_execute", count)
    save_import(store, "Ann", read_log(file), file.name, "f" * 64, dt.datetime(2026, 11, 20, tzinfo=dt.UTC))
    print(statements)
"""


def test_a_process_killed_at_any_statement_of_an_import_leaves_nothing_half_stored(tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_bytes(export(*range(1, 29), sets=60))
    with open_store(tmp_path) as store:
        save(store, export(1, 2))
        before, log = counts(store), load_log(store, "Ann")

    def run(fatal: int) -> subprocess.CompletedProcess[str]:
        arguments = [sys.executable, "-c", _CHILD, str(tmp_path), str(file), str(fatal)]
        return subprocess.run(arguments, capture_output=True, text=True, check=False)

    fatal = 1
    while (done := run(fatal)).returncode == -signal.SIGKILL:
        with open_store(tmp_path) as store:
            assert counts(store) == before
            assert load_log(store, "Ann") == log
        fatal += 1
    assert done.returncode == 0, done.stderr
    assert fatal == int(done.stdout) + 1 > 6
    with open_store(tmp_path) as store:
        assert len(load_log(store, "Ann").sessions) == 28
        assert counts(store)["import_rows"] == before["import_rows"] + 28 * 60
