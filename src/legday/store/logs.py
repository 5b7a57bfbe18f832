"""The log of an athlete: what they imported, and the events of their devices folded over it."""

import itertools
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, column, select
from sqlalchemy import table as plain_table

from legday.catalogue import match
from legday.log import Log, LoggedSession, LoggedSet, fold_texts, imported_session_id
from legday.store.athletes import athlete_id
from legday.store.database import reading
from legday.store.names import answers_of
from legday.store.tables import events, sessions, sets
from legday.units import Mass

# The columns of sets without their types: values come as the database has them, and are made exact here, each once.
_SETS = plain_table("sets", *(column(each.name) for each in sets.c))
_SET_COLUMNS = [_SETS.c[each.name] for each in sets.c if each.name != "athlete_id"]


def load_log(store: Engine, athlete: str) -> Log:
    """Load the log of an athlete, its exercises settled by the catalogue and the athlete's answers.

    Imported sessions come first into the fold, then the events. Sessions are in the order of their start, those of one
    moment by name. The log of an unknown athlete is empty.
    """
    with reading(store) as connection:
        owner = athlete_id(connection, athlete)
        answers = answers_of(connection, owner)
        base = _imported(connection, owner, answers)
        mine = select(events.c.about, events.c.of, events.c.change).where(events.c.athlete_id == owner)
        # by the driver's own cursor: of tens of thousands of rows, wrapping each costs as much as reading it
        statement = mine.order_by(events.c.id).compile(store, compile_kwargs={"literal_binds": True})
        cursor = connection.connection.cursor()
        cursor.execute(str(statement))

        def settle(name: str) -> tuple[str | None, str | None]:
            found = match(name, answers)
            return found.exercise, found.variant

        return fold_texts(iter(cursor.fetchone, None), base, settle)


def _imported(connection: Connection, owner: int | None, answers: dict[str, str]) -> Log:
    mine = sessions.c.athlete_id == owner
    starts = connection.execute(select(sessions).where(mine).order_by(sessions.c.start, sessions.c.name)).all()
    if not starts:
        return Log()
    id_of = {row.id: imported_session_id(row.start, row.name) for row in starts}
    query = select(*_SET_COLUMNS).where(_SETS.c.athlete_id == owner).order_by(_SETS.c.session_id, _SETS.c.number)
    found: dict[str, tuple[str | None, str | None]] = {}
    sets_of: dict[int, tuple[LoggedSet, ...]] = {}
    for session, rows in itertools.groupby(connection.execute(query), key=lambda row: row[0]):
        prefix = id_of[session] + ":"
        done = []
        for _, number, name, position, kind, reps, load, unit, seconds, meters, rpe, note, line in rows:
            if name not in found:
                matched = match(name, answers)
                found[name] = matched.exercise, matched.variant
            exercise, variant = found[name]
            done.append(
                LoggedSet(
                    name,
                    exercise,
                    position,
                    kind,
                    _number(reps),
                    None if load is None else _mass(load, unit),
                    _number(seconds),
                    _number(meters),
                    _number(rpe),
                    note,
                    line,
                    variant,
                    prefix + str(number),
                )
            )
        sets_of[session] = tuple(done)
    return Log(
        tuple(
            LoggedSession(row.start, row.name, sets_of.get(row.id, ()), row.seconds, row.note, id_of[row.id])
            for row in starts
        )
    )


@lru_cache(maxsize=65_536)
def _decimal(text: str) -> Decimal:
    return Decimal(text)


def _number(value: Any) -> Decimal | None:
    """Read a number as the database has it: text in SQLite, exact elsewhere."""
    return _decimal(value) if isinstance(value, str) else value


@lru_cache(maxsize=65_536)
def _mass(value: Any, unit: Any) -> Mass:
    return Mass(value, unit)
