"""Events of athletes: kept once each, in the order of their arrival, and given out from a cursor on.

Adding commits in groups: while one thread writes to the disk, the events of others gather, and the next commit takes
all of them. Each call returns when its own events are on the disk.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection, Engine, Row, bindparam, func, insert, select

from legday.log import Event, check_event
from legday.store.athletes import athlete_id, check_name, make_athlete
from legday.store.database import reading, writing
from legday.store.tables import events as table

_IDS_A_QUERY = 500

# Statements are built once: that is most of what a short transaction costs.
_ADD = insert(table)
_KNOWN = select(table.c.id).where(
    table.c.athlete_id == bindparam("owner"), table.c.id.in_(bindparam("ids", expanding=True))
)
_NEWEST = select(func.max(table.c.seq)).where(table.c.athlete_id == bindparam("owner"))


class Added(NamedTuple):
    """How many events were new, how many were there before, and the cursor behind the last event of the athlete."""

    accepted: int
    known: int
    cursor: int


class Page(NamedTuple):
    """Events in the order of their arrival, the cursor behind them, and whether there are more."""

    events: tuple[Event, ...]
    cursor: int
    more: bool


class _Batch:
    """The events of one call, and what became of them."""

    def __init__(self, athlete: str, events: Sequence[Event], now: dt.datetime) -> None:
        self.athlete, self.events, self.now = athlete, events, now
        self.outcome: Added | Exception | None = None


class _Queue:
    """The batches that wait to be written to one store; who holds the lock writes them all."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting: list[_Batch] = []


_queues: WeakKeyDictionary[Engine, _Queue] = WeakKeyDictionary()


def add_events(store: Engine, athlete: str, events: Iterable[Event], now: dt.datetime) -> Added:
    """Keep the events that are not there yet; when this returns, they are on the disk.

    Parameters
    ----------
    store
        From `open_store`.
    athlete
        The athlete's name; a new one is made.
    events
        In any order. An event is known by its id: the first of an id is kept.
    now
        The moment, with its time zone.

    Raises
    ------
    InputError
        An event is wrong (`check_event`), or the name is. Nothing is kept then.
    StoreError
        The disk is full, or the like. Nothing is kept then.
    """
    check_name(athlete)
    batch = _Batch(athlete, tuple(events), now)
    for event in batch.events:
        check_event(event)
    queue = _queues.setdefault(store, _Queue())
    queue.waiting.append(batch)
    with queue.lock:
        if batch.outcome is None:  # no one took it along while this thread waited
            batches = queue.waiting[:]
            _settle(store, batches)
            del queue.waiting[: len(batches)]
    if isinstance(batch.outcome, Added):
        return batch.outcome
    assert batch.outcome is not None  # noqa: S101
    raise batch.outcome


def events_after(store: Engine, athlete: str, cursor: int, limit: int = 1000) -> Page:
    """Return the events of an athlete that came after a cursor, 0 for all; none for an unknown athlete."""
    with reading(store) as connection:
        mine = table.c.athlete_id == athlete_id(connection, athlete), table.c.seq > cursor
        rows = connection.execute(select(table).where(*mine).order_by(table.c.seq).limit(limit + 1)).all()
    found = rows[:limit]
    return Page(tuple(map(event_of, found)), found[-1].seq if found else cursor, len(rows) > limit)


def event_of(row: Row[Any]) -> Event:
    """Read an event from its row."""
    at = dt.datetime.fromisoformat(row.at)
    return Event(row.id, at, row.device, row.about, row.of, msgspec.json.decode(row.change))


def insert_events(
    connection: Connection, owner: int, groups: Iterable[tuple[Sequence[Event], dt.datetime]]
) -> list[int]:
    """Insert the events of an athlete that are not there yet; return how many of each group were new."""
    groups = list(groups)
    ids = [event.id for events, _ in groups for event in events]
    known: set[str] = set()
    for start in range(0, len(ids), _IDS_A_QUERY):
        some = {"owner": owner, "ids": ids[start : start + _IDS_A_QUERY]}
        known.update(connection.execute(_KNOWN, some).scalars())
    accepted: list[int] = []
    rows: list[dict[str, Any]] = []
    for events, now in groups:
        before = len(rows)
        for event in events:
            if event.id not in known:
                known.add(event.id)
                rows.append(_row(owner, event, now))
        accepted.append(len(rows) - before)
    if rows:
        connection.execute(_ADD, rows)
    return accepted


def _row(owner: int, event: Event, now: dt.datetime) -> dict[str, Any]:
    return {
        "athlete_id": owner,
        "id": event.id,
        "at": event.at.isoformat(),
        "device": event.device,
        "about": event.about,
        "of": event.of,
        "change": msgspec.json.encode(event.change).decode(),
        "received_at": now,
    }


def _settle(store: Engine, batches: list[_Batch]) -> None:
    try:
        outcomes = _write(store, batches)
    except Exception as error:
        if len(batches) == 1:
            batches[0].outcome = error
        else:  # each on its own, so that none fails for another
            for batch in batches:
                _settle(store, [batch])
    else:
        for batch, outcome in zip(batches, outcomes, strict=True):
            batch.outcome = outcome


def _write(store: Engine, batches: list[_Batch]) -> list[Added]:
    added: dict[int, Added] = {}
    with writing(store) as connection:
        # always in the same order, so that two servers on one database never wait for each other in a ring
        for athlete in sorted({batch.athlete for batch in batches}):
            # it locks the athlete: their events become visible in the order of `seq`, and no cursor passes one by
            owner = make_athlete(connection, athlete)
            theirs = [batch for batch in batches if batch.athlete == athlete]
            accepted = insert_events(connection, owner, [(batch.events, batch.now) for batch in theirs])
            cursor = connection.execute(_NEWEST, {"owner": owner}).scalar() or 0
            for batch, count in zip(theirs, accepted, strict=True):
                added[id(batch)] = Added(count, len(batch.events) - count, cursor)
    return [added[id(batch)] for batch in batches]
