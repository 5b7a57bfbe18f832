"""Athletes by name."""

from sqlalchemy import Connection, Engine, bindparam, select, text

from legday.documents import InputError
from legday.store.database import reading
from legday.store.tables import athletes

MAX_NAME = 200

# Statements are built once: that is most of what a short transaction costs.
_FIND = select(athletes.c.id).where(athletes.c.name == bindparam("name"))
_LOCK = _FIND.with_for_update()  # a SQLite transaction that writes holds the whole file already, and ignores this
_ADD = text("INSERT INTO athletes (name) VALUES (:name) ON CONFLICT DO NOTHING")


def list_athletes(store: Engine) -> tuple[str, ...]:
    """List the names of all athletes, in their order."""
    with reading(store) as connection:
        return tuple(connection.execute(select(athletes.c.name).order_by(athletes.c.name)).scalars())


def athlete_id(connection: Connection, name: str) -> int | None:
    """Find an athlete; None if there is no one of that name."""
    return connection.execute(_FIND, {"name": name}).scalar()


def lock_athlete(connection: Connection, name: str) -> int | None:
    """Find an athlete, and let nobody else write anything of theirs until the transaction ends."""
    return connection.execute(_LOCK, {"name": name}).scalar()


def make_athlete(connection: Connection, name: str) -> int:
    """Find and lock an athlete, or make one; raises InputError on a name that is empty or too long."""
    found = lock_athlete(connection, name)
    if found is None:
        check_name(name)
        connection.execute(_ADD, {"name": name})
        found = lock_athlete(connection, name)
    assert found is not None  # noqa: S101
    return found


def check_name(name: str) -> None:
    """Check the name of an athlete; raises InputError if it is empty or too long."""
    if not name.strip() or len(name) > MAX_NAME or "\0" in name:
        raise InputError.at("", f"an athlete's name must have 1 to {MAX_NAME} characters")
