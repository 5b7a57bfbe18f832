"""Single things as their events make them, what a new event must come after, and whether a log has changed."""

from typing import Any

from sqlalchemy import Engine, bindparam, func, select

from legday.log import Subject, merge_events
from legday.store.athletes import athlete_id
from legday.store.database import reading
from legday.store.events import event_of
from legday.store.tables import athletes, events, imports, settled_names

_OWNER = select(athletes.c.id).where(athletes.c.name == bindparam("name")).scalar_subquery()
_VERSION = select(  # built once: that is most of what a short query costs
    select(func.max(events.c.seq)).where(events.c.athlete_id == _OWNER).scalar_subquery(),
    *(
        select(value).where(table.c.athlete_id == _OWNER).scalar_subquery()
        for table, values in (
            (imports, (func.count(imports.c.id), func.max(imports.c.id), func.max(imports.c.imported_at))),
            (settled_names, (func.count(settled_names.c.name), func.max(settled_names.c.settled_at))),
        )
        for value in values
    ),
)


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
        return tuple(connection.execute(_VERSION, {"name": athlete}).one())
