"""What reading a file of foods, runs, measures or days gives: the things in it, and an account of every row."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from legday.documents import InputError
from legday.exchange.reading import Listed
from legday.exchange.source import Source
from legday.log import Event, Subject, check_event

_ANY_ID, _ANY_TIME = "00000000-0000-7000-8000-000000000000", dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Kept(msgspec.Struct, frozen=True):
    """A thing that a row became: its subject and id, the change that makes it, and the line of the row."""

    about: Subject
    of: str
    change: dict[str, Any]
    line: int

    @property
    def date(self) -> dt.date | None:
        """The day it belongs to, in local time."""
        said = self.change.get("date") or self.change.get("start") or self.of.rpartition(":")[2]
        try:
            return dt.date.fromisoformat(str(said)[:10])
        except ValueError:
            return None


class DiaryRow(msgspec.Struct, frozen=True, gc=False):
    """A row of the file and what became of it; `detail` says what else it is, or why it is listed.

    Files with a row for every heartbeat are summed up as they are read: `count` is how many rows it stands for.
    """

    line: int
    became: Literal["kept", "other", "listed"]
    detail: str
    raw: str
    count: int = 1


class DiaryReading(msgspec.Struct, frozen=True):
    """A diary as read from a file: each of its `rows` is kept, of another kind (`other`), or listed with the reason.

    `notes` are sentences for the athlete about the file as a whole.
    """

    format: str
    rows: int
    kept: tuple[Kept, ...]
    other: dict[str, int]
    listed: tuple[Listed, ...]
    source_rows: tuple[DiaryRow, ...]
    notes: tuple[str, ...] = ()

    @property
    def rows_kept(self) -> int:
        """The rows that things were made of; one row can make several, and several rows one."""
        return self.rows - sum(self.other.values()) - len(self.listed)


def account(form: str, kept: Iterable[Kept], rows: Iterable[DiaryRow], notes: Iterable[str] = ()) -> DiaryReading:
    """Make a reading of what was kept and of what became of every row."""
    rows = tuple(rows)
    other: Counter[str] = Counter()
    for row in rows:
        if row.became == "other":
            other[row.detail] += row.count
    listed = tuple(Listed(row.line, row.detail) for row in rows if row.became == "listed")
    return DiaryReading(form, sum(row.count for row in rows), tuple(kept), dict(other), listed, rows, tuple(notes))


def problem_of(kept: Kept) -> str:
    """Say why a thing can't be kept, because a number in it is out of all bounds; empty if it can."""
    try:
        check_event(Event(_ANY_ID, _ANY_TIME, "import", kept.about, kept.of, kept.change))
    except InputError as error:
        told = error.problems[0]
        field = told.field.removeprefix("change").removeprefix(".")
        return f"{field}: {told.message}" if field else told.message
    return ""


@dataclass(frozen=True)
class DiaryFormat:
    """A format of diaries: its name, whether a file looks like it, and how it is read.

    `read` takes the file and the athlete's time zone (an IANA name), None where it is not known; it raises InputError.
    """

    name: str
    recognise: Callable[[Source], bool]
    read: Callable[[Source, str | None], DiaryReading]
