"""Athletes by name."""

from sqlalchemy import Connection, insert, select

from legday.documents import InputError
from legday.store.tables import athletes

MAX_NAME = 200


def athlete_id(connection: Connection, name: str) -> int | None:
    """Find an athlete; None if there is no one of that name."""
    return connection.execute(select(athletes.c.id).where(athletes.c.name == name)).scalar()


def make_athlete(connection: Connection, name: str) -> int:
    """Find an athlete, or make one; raises InputError on a name that is empty or too long."""
    found = athlete_id(connection, name)
    if found is not None:
        return found
    if not name.strip() or len(name) > MAX_NAME:
        raise InputError.at("", f"an athlete's name must have 1 to {MAX_NAME} characters")
    made: int = connection.execute(insert(athletes).values(name=name).returning(athletes.c.id)).scalar_one()
    return made
