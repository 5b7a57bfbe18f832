"""What an athlete answered about the names in their logs."""

import datetime as dt

from sqlalchemy import Connection, Engine, delete, insert, select

from legday.catalogue import match
from legday.documents import InputError
from legday.store.athletes import athlete_id, make_athlete
from legday.store.database import reading, writing
from legday.store.tables import settled_names as settled


def settle_name(store: Engine, athlete: str, name: str, answer: str, now: dt.datetime) -> None:
    """Keep what a name stands for, in place of any earlier answer.

    `answer` is the id of an exercise, `exercise/variant`, or `other` for what is no leg exercise.
    Raises InputError if the catalogue has no such exercise or variant.
    """
    try:
        match(name, {name: answer})
    except KeyError as error:
        raise InputError.at("", str(error.args[0]), field=name) from error
    with writing(store) as connection:
        owner = make_athlete(connection, athlete)
        connection.execute(delete(settled).where(settled.c.athlete_id == owner, settled.c.name == name))
        values = {"athlete_id": owner, "name": name, "answer": answer, "settled_at": now}
        connection.execute(insert(settled).values(values))


def settled_names(store: Engine, athlete: str) -> dict[str, str]:
    """Return the answers of an athlete by name, in the order of the names."""
    with reading(store) as connection:
        return answers_of(connection, athlete_id(connection, athlete))


def answers_of(connection: Connection, owner: int | None) -> dict[str, str]:
    """Return the answers of an athlete by name, in the order of the names."""
    query = select(settled.c.name, settled.c.answer).where(settled.c.athlete_id == owner)
    return {row.name: row.answer for row in sorted(connection.execute(query).all())}
