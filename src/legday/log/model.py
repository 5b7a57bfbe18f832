"""Logged sets and sessions as frozen typed values."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from legday.units import Mass


class LoggedSet(msgspec.Struct, frozen=True, gc=False):
    """One set as it was done.

    `name` is the exercise as the athlete or their app calls it; `exercise` is its id in the catalogue, None
    while it is not settled, and `variant` the way of doing it, if the name says which. `position` counts the
    sets of the exercise in the session, from 1. Reps can be fractional in some exports. `load` is None if
    there was none. `source_line` is the line of the imported file, from 1.
    """

    name: str
    exercise: str | None
    position: int
    kind: Literal["normal", "warm-up", "drop", "failure"] = "normal"
    reps: Decimal | None = None
    load: Mass | None = None
    seconds: Decimal | None = None
    meters: Decimal | None = None
    rpe: Decimal | None = None
    note: str = ""
    source_line: int | None = None
    variant: str | None = None


class LoggedSession(msgspec.Struct, frozen=True):
    """A workout: when it began (local time as logged), what it was called, and its sets in order."""

    start: dt.datetime
    name: str
    sets: tuple[LoggedSet, ...]
    seconds: int | None = None
    note: str = ""


class Log(msgspec.Struct, frozen=True):
    """An athlete's sessions, oldest first."""

    sessions: tuple[LoggedSession, ...] = ()

    def sets(self) -> Iterator[tuple[dt.datetime, LoggedSet]]:
        """Go through all sets with the start of their session, oldest first."""
        for session in self.sessions:
            for logged in session.sets:
                yield session.start, logged
