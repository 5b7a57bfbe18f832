"""The server's own clock for events: each later than all that this process has made or seen."""

import os
import time
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from legday.log import next_event_id
from legday.store import newest_event

_RANDOM_BYTES = 10

_seen: WeakKeyDictionary[Engine, dict[str, str]] = WeakKeyDictionary()
_lock = Lock()


def next_id(store: Engine, athlete: str) -> str:
    """Make the id of a new event of an athlete."""
    with _lock:
        newest = _seen_of(store)
        if athlete not in newest:
            newest[athlete] = newest_event(store, athlete) or ""
        made = next_event_id(newest[athlete] or None, time.time_ns() // 1_000_000, os.urandom(_RANDOM_BYTES))
        newest[athlete] = made
        return made


def see(store: Engine, athlete: str, event_id: str | None) -> None:
    """Take note of an event that others made, which the server's next one must come after."""
    with _lock:
        newest = _seen_of(store)
        if athlete in newest and event_id:
            newest[athlete] = max(newest[athlete], event_id)


def _seen_of(store: Engine) -> dict[str, str]:
    return _seen.setdefault(store, {})
