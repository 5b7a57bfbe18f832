"""Imports kept with every row of their source, taken in once, and undone."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select

from legday.documents import InputError
from legday.exchange import Reading
from legday.log import LoggedSession
from legday.store.athletes import athlete_id, lock_athlete, make_athlete
from legday.store.database import writing
from legday.store.diaries import take_back_things
from legday.store.import_records import find_import, keep_import
from legday.store.saved import Saved
from legday.store.tables import import_sessions, import_things, imports, sessions, sets


class Undone(msgspec.Struct, frozen=True):
    """The sessions, sets and things of a diary that undoing an import took away; those of another import stay."""

    sessions: int
    sets: int
    things: int = 0


class PastImport(msgspec.Struct, frozen=True):
    """An import as it was taken in; `things` are foods, runs, measures and days."""

    id: int
    source: str
    sha256: str
    format: str
    unit: str | None
    unit_basis: str
    imported_at: dt.datetime
    rows: int
    sets: int
    other: dict[str, int]
    listed: int
    things: int = 0


def save_import(store: Engine, athlete: str, reading: Reading, source: str, sha256: str, now: dt.datetime) -> Saved:
    """Take in a log that was read from a file, in one transaction.

    A file taken in before adds nothing. A newer export of the same log adds the sessions that are not there yet;
    a session is known by its start and its name.

    Parameters
    ----------
    store
        From `open_store`.
    athlete
        The athlete's name; a new one is made.
    reading, source, sha256
        What was read, what its file is called, and the SHA-256 of its bytes, in hexadecimal.
    now
        The moment, with its time zone.
    """
    with writing(store) as connection:
        owner = make_athlete(connection, athlete)
        before = find_import(connection, owner, sha256)
        if before is not None:
            return Saved(before, False, 0, len(reading.log.sessions), 0)
        identifier = _insert_import(connection, owner, reading, source, sha256, now)
        known = _known_sessions(connection, owner)
        new = [session for session in reading.log.sessions if (session.start, session.name) not in known]
        if new:
            rows = [_session_row(owner, session) for session in new]
            connection.execute(insert(sessions), rows)
            known = _known_sessions(connection, owner)
            connection.execute(insert(sets), [row for session in new for row in _set_rows(owner, session, known)])
        links = [
            {"athlete_id": owner, "import_id": identifier, "session_id": known[session.start, session.name]}
            for session in reading.log.sessions
        ]
        if links:
            connection.execute(insert(import_sessions), links)
    known_before = len(reading.log.sessions) - len(new)
    return Saved(identifier, True, len(new), known_before, sum(len(session.sets) for session in new))


def undo_import(store: Engine, athlete: str, import_id: int, now: dt.datetime | None = None) -> Undone:
    """Take an import back, with its rows and the sessions and things that no other import holds.

    Things leave the log by events, made at `now`, the moment of the call if not given.

    Raises InputError if the athlete has no such import.
    """
    with writing(store) as connection:
        owner = lock_athlete(connection, athlete)
        query = select(imports.c.id).where(imports.c.athlete_id == owner).order_by(imports.c.id)
        known = connection.execute(query).scalars().all()
        if import_id not in known:
            there = f"there are {', '.join(map(str, known))}" if known else "there are none"
            raise InputError.at("", f"{athlete} has no import {import_id}; {there}")
        assert owner is not None  # noqa: S101 - an athlete with imports is there
        things = take_back_things(connection, owner, import_id, now or dt.datetime.now(dt.UTC))
        connection.execute(delete(imports).where(imports.c.id == import_id))
        held = select(import_sessions.c.session_id).where(import_sessions.c.athlete_id == owner)
        orphans = sessions.c.athlete_id == owner, sessions.c.id.not_in(held)
        lost = select(sets.c.session_id).join(sessions).where(*orphans)
        undone = Undone(
            sessions=len(connection.execute(select(sessions.c.id).where(*orphans)).all()),
            sets=len(connection.execute(lost).all()),
            things=things,
        )
        connection.execute(delete(sessions).where(*orphans))
    return undone


def past_imports(store: Engine, athlete: str) -> tuple[PastImport, ...]:
    """List the imports of an athlete, oldest first."""
    with store.connect() as connection:
        owner = athlete_id(connection, athlete)
        held = select(func.count()).where(import_things.c.import_id == imports.c.id).scalar_subquery()
        query = select(imports, held.label("things")).where(imports.c.athlete_id == owner).order_by(imports.c.id)
        rows = connection.execute(query).mappings()
        return tuple(PastImport(**{name: row[name] for name in PastImport.__struct_fields__}) for row in rows)


def _insert_import(
    connection: Connection, owner: int, reading: Reading, source: str, sha256: str, now: dt.datetime
) -> int:
    said = {
        "source": source,
        "sha256": sha256,
        "format": reading.format,
        "unit": reading.unit,
        "unit_basis": reading.unit_basis,
        "imported_at": now,
        "rows": reading.rows,
        "sets": reading.sets,
        "other": reading.other,
        "listed": len(reading.listed),
    }
    rows = ((row.line, row.became, row.detail, row.raw) for row in reading.source_rows)
    return keep_import(connection, owner, said, rows)


def _known_sessions(connection: Connection, owner: int) -> dict[tuple[dt.datetime, str], int]:
    query = select(sessions.c.start, sessions.c.name, sessions.c.id).where(sessions.c.athlete_id == owner)
    return {(start, name): identifier for start, name, identifier in connection.execute(query)}


def _session_row(owner: int, session: LoggedSession) -> dict[str, Any]:
    return {
        "athlete_id": owner,
        "start": session.start,
        "name": session.name,
        "seconds": session.seconds,
        "note": session.note,
    }


def _set_rows(
    owner: int, session: LoggedSession, known: dict[tuple[dt.datetime, str], int]
) -> Iterator[dict[str, Any]]:
    for number, done in enumerate(session.sets, start=1):
        yield {
            "athlete_id": owner,
            "session_id": known[session.start, session.name],
            "number": number,
            "name": done.name,
            "position": done.position,
            "kind": done.kind,
            "reps": done.reps,
            "load": done.load.value if done.load else None,
            "load_unit": done.load.unit if done.load else None,
            "seconds": done.seconds,
            "meters": done.meters,
            "rpe": done.rpe,
            "note": done.note,
            "source_line": done.source_line,
        }
