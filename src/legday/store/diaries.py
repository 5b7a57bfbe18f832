"""Diaries taken in as events: what a file says of foods, runs, measures and days, and taking it back.

An event of an import is made by the device `import-` and the beginning of the file's SHA-256. So it is known which
fields the athlete wrote by hand since: an import never changes those.
"""

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select

from legday.exchange import DiaryReading, Kept, without_known_runs
from legday.log import RANDOM_BYTES, Event, Subject, fold, merge_patch, next_event_id
from legday.store.athletes import make_athlete
from legday.store.database import writing
from legday.store.events import event_of, insert_events
from legday.store.import_records import find_import, keep_import
from legday.store.saved import Saved
from legday.store.tables import events as events_table
from legday.store.tables import import_things, imports

_DEVICE = "import-"
_Path = tuple[str, ...]


class _Thing:
    """What events made of a thing, and which device wrote each of its fields last."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.writers: dict[_Path, str] = {}

    def apply(self, device: str, change: dict[str, Any]) -> None:
        self.fields = merge_patch(self.fields, change)
        for path, _ in _leaves(change):
            self.writers[path] = device

    def by_hand(self, path: _Path) -> bool:
        """Whether the athlete wrote a field, or what it is in, after any import did."""
        return any(not self.writers.get(path[:end], _DEVICE).startswith(_DEVICE) for end in range(1, len(path) + 1))


def save_diary(store: Engine, athlete: str, reading: DiaryReading, source: str, sha256: str, now: dt.datetime) -> Saved:
    """Take in a diary that was read from a file, in one transaction; a file taken in before adds nothing.

    Only what is new or changed becomes an event. What the athlete changed by hand since stays.

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
            return Saved(before, False, things_known=len(reading.kept))
        past = list(_events_about(connection, owner, {kept.about for kept in reading.kept}))
        runs = fold(event for event in past if event.about == "run").runs
        reading = without_known_runs(reading, runs)
        identifier = _insert_import(connection, owner, reading, source, sha256, now)
        things = _things(past, {(kept.about, kept.of) for kept in reading.kept})
        changes: list[tuple[Subject, str, dict[str, Any]]] = []
        added = by_hand = 0
        for kept in reading.kept:
            thing = things.get((kept.about, kept.of))
            if thing is None:
                changes.append((kept.about, kept.of, kept.change))
                added += 1
                continue
            change, stays = _difference(kept, thing)
            if change:
                changes.append((kept.about, kept.of, change))
                added += "removed" in change
            by_hand += stays
        _record(connection, owner, sha256, changes, now)
        links = [
            {"import_id": identifier, "about": about, "of": of, "athlete_id": owner}
            for about, of in dict.fromkeys((kept.about, kept.of) for kept in reading.kept)
        ]
        if links:
            connection.execute(insert(import_things), links)
    return Saved(
        identifier,
        True,
        things_added=added,
        things_changed=len(changes) - added,
        things_known=len(reading.kept) - len(changes),
        kept_by_hand=by_hand,
    )


def take_back_things(connection: Connection, owner: int, import_id: int, now: dt.datetime) -> int:
    """Take the things out of the log that no import but this one holds, and return how many.

    Of a day that the athlete wrote something about, only what the file said goes.
    """
    mine = select(import_things.c.about, import_things.c.of).where(import_things.c.athlete_id == owner)
    held = {(about, of) for about, of in connection.execute(mine.where(import_things.c.import_id == import_id))}
    others = {(about, of) for about, of in connection.execute(mine.where(import_things.c.import_id != import_id))}
    lost = held - others
    sha256 = connection.execute(select(imports.c.sha256).where(imports.c.id == import_id)).scalar_one()
    past = _events_about(connection, owner, {about for about, _ in lost})
    changes: list[tuple[Subject, str, dict[str, Any]]] = []
    for (about, of), thing in sorted(_things(past, lost).items()):
        if thing.fields.get("removed"):
            continue
        change: dict[str, Any] = {"removed": True}
        if about == "day" and any(not device.startswith(_DEVICE) for device in thing.writers.values()):
            change = {path[0]: None for path, _ in _leaves(thing.fields) if not thing.by_hand(path)}
        if change:
            changes.append((about, of, change))
    _record(connection, owner, sha256, changes, now)
    return len(changes)


def _insert_import(
    connection: Connection, owner: int, reading: DiaryReading, source: str, sha256: str, now: dt.datetime
) -> int:
    said = {
        "source": source[:500],
        "sha256": sha256,
        "format": reading.format[:50],
        "unit": None,
        "unit_basis": "",
        "imported_at": now,
        "rows": reading.rows,
        "sets": 0,
        "other": reading.other,
        "listed": len(reading.listed),
    }
    rows = (
        (row.line, row.became, f"{row.detail} ({row.count:,} rows)".strip() if row.count > 1 else row.detail, row.raw)
        for row in reading.source_rows
    )
    return keep_import(connection, owner, said, rows)


def _events_about(connection: Connection, owner: int, subjects: Iterable[Subject]) -> Iterator[Event]:
    mine = events_table.c.athlete_id == owner, events_table.c.about.in_(sorted(subjects))
    for row in connection.execute(select(events_table).where(*mine).order_by(events_table.c.id)):
        yield event_of(row)


def _things(past: Iterable[Event], wanted: set[tuple[Subject, str]]) -> dict[tuple[Subject, str], _Thing]:
    things: dict[tuple[Subject, str], _Thing] = defaultdict(_Thing)
    for event in past:
        if (event.about, event.of) in wanted:
            things[event.about, event.of].apply(event.device, event.change)
    return dict(things)


def _difference(kept: Kept, thing: _Thing) -> tuple[dict[str, Any], bool]:
    """Return what a file changes of a thing, and whether something of it stays as the athlete wrote it."""
    change: dict[str, Any] = {}
    stays = False
    if thing.fields.get("removed"):
        if thing.by_hand(("removed",)):
            return {}, True
        change["removed"] = None
    for path, value in _leaves(kept.change):
        *outer, name = path
        now = thing.fields
        for part in outer:
            now = now.get(part) or {}
        if now.get(name) == value:
            continue
        if thing.by_hand(path):
            stays = True
            continue
        into = change
        for part in outer:
            into = into.setdefault(part, {})
        into[name] = value
    return change, stays


def _leaves(change: dict[str, Any], above: _Path = ()) -> Iterator[tuple[_Path, Any]]:
    for name, value in change.items():
        path = (*above, str(name))
        if isinstance(value, dict):
            yield from _leaves(value, path)
        else:
            yield path, value


def _record(
    connection: Connection,
    owner: int,
    sha256: str,
    changes: Sequence[tuple[Subject, str, dict[str, Any]]],
    now: dt.datetime,
) -> None:
    seen = connection.execute(select(func.max(events_table.c.id)).where(events_table.c.athlete_id == owner)).scalar()
    made: list[Event] = []
    for about, of, change in changes:
        seen = next_event_id(seen, int(now.timestamp() * 1000), os.urandom(RANDOM_BYTES))
        made.append(Event(seen, now, f"{_DEVICE}{sha256[:16]}", about, of, change))
    insert_events(connection, owner, [(made, now)])
