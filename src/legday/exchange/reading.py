"""What reading a training log gives: a log, and an account of every row of the file."""

from typing import Literal

import msgspec

from legday.log import Log
from legday.units import MassUnit


class Listed(msgspec.Struct, frozen=True):
    """A row that could not be read: the line it begins on, from 1, and why.

    In a JSON file, `line` is the place of the entry among the others.
    """

    line: int
    reason: str


class SourceRow(msgspec.Struct, frozen=True, gc=False):
    """A row of the file and what became of it; `detail` says what else it is, or why it is listed."""

    line: int
    became: Literal["set", "other", "listed"]
    detail: str
    raw: str


class Reading(msgspec.Struct, frozen=True):
    """A training log as read from a file; `rows == sets + sum(other.values()) + len(listed)`.

    `sets` counts the rows that became sets: some apps put several sets in one row, and `sets_made` is how many
    there are in the log. `other` counts rows that are no strength sets by kind: rest timer, cardio, stretching,
    note, not done. `unit` is the one that the weights of the file are in and `unit_basis` how that is known;
    `unit_assumed` says that it may well be the other one. The log has the names of the exercises as in the file, none
    of them settled. `counted` says what rows are known by: the line they begin on, or in a JSON file the place of the
    entry.
    """

    format: str
    rows: int
    sets: int
    other: dict[str, int]
    listed: tuple[Listed, ...]
    unit: MassUnit | None
    unit_basis: str
    log: Log
    source_rows: tuple[SourceRow, ...]
    counted: Literal["line", "entry"] = "line"
    unit_assumed: bool = False

    @property
    def sets_made(self) -> int:
        """The number of sets in the log."""
        return sum(len(session.sets) for session in self.log.sessions)
