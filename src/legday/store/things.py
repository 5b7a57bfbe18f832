"""Single things as their events make them, what a new event must come after, and whether a log has changed."""

from typing import Any

from sqlalchemy import Engine, func, select

from legday.log import Subject, merge_events
from legday.store.athletes import athlete_id
from legday.store.database import reading
from legday.store.events import event_of
from legday.store.tables import events, imports, settled_names


def newest_event(store: Engine, athlete: str) -> str | None:
    """Return the greatest id of all events of an athlete; None if there are none."""
    with reading(store) as connection:
        mine = events.c.athlete_id == athlete_id(connection, athlete)
        newest: str | None = connection.execute(select(func.max(events.c.id)).where(mine)).scalar()
    return newest


def load_thing(store: Engine, athlete: str, about: Subject, of: str) -> dict[str, Any] | None:
    """Load the raw state of a thing as its events make it, removed or not; None if there are no events about it."""
    with reading(store) as connection:
        mine = events.c.athlete_id == athlete_id(connection, athlete), events.c.about == about, events.c.of == of
        rows = connection.execute(select(events).where(*mine)).all()
    return merge_events(map(event_of, rows))[about].get(of)


def log_version(store: Engine, athlete: str) -> tuple[Any, ...]:
    """Return a value that is another one whenever anything changed that `load_log` reads."""
    with reading(store) as connection:
        owner = athlete_id(connection, athlete)
        last_event = select(func.max(events.c.seq)).where(events.c.athlete_id == owner)
        kept = select(func.count(imports.c.id), func.max(imports.c.id), func.max(imports.c.imported_at))
        settled = select(func.count(), func.max(settled_names.c.settled_at)).where(settled_names.c.athlete_id == owner)
        queries = last_event, kept.where(imports.c.athlete_id == owner), settled
        return tuple(value for query in queries for value in connection.execute(query).one())
