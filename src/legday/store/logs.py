"""The log of an athlete, put together from all imports."""

import itertools

from sqlalchemy import Engine, select

from legday.log import Log, LoggedSession, LoggedSet
from legday.store.athletes import athlete_id
from legday.store.tables import sessions, sets
from legday.units import Mass


def load_log(store: Engine, athlete: str) -> Log:
    """Load all sessions of an athlete, oldest first, those of one moment by name; empty for an unknown athlete.

    The exercises are not settled: give the log and `settled_names` to `legday.exchange.settle_names`.
    """
    with store.connect() as connection:
        owner = athlete_id(connection, athlete)
        mine = sessions.c.athlete_id == owner
        order = sessions.c.start, sessions.c.name
        starts = connection.execute(select(sessions).where(mine).order_by(*order)).all()
        query = select(sets).join(sessions).where(mine).order_by(*order, sets.c.number)
        grouped = itertools.groupby(connection.execute(query), key=lambda row: row.session_id)
        sets_of = {
            session: tuple(
                LoggedSet(
                    name=row.name,
                    exercise=None,
                    position=row.position,
                    kind=row.kind,
                    reps=row.reps,
                    load=None if row.load is None else Mass(row.load, row.load_unit),
                    seconds=row.seconds,
                    meters=row.meters,
                    rpe=row.rpe,
                    note=row.note,
                    source_line=row.source_line,
                )
                for row in rows
            )
            for session, rows in grouped
        }
    return Log(
        tuple(LoggedSession(row.start, row.name, sets_of.get(row.id, ()), row.seconds, row.note) for row in starts)
    )
