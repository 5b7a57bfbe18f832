"""Where the columns of a training log are: by their headings, or else by the shape of their values."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import msgspec

from legday.exchange.activities import set_kind_of
from legday.exchange.dates import read_date, read_seconds
from legday.exchange.headings import Role, mass_unit_of, meters_of, read_heading
from legday.exchange.numbers import read_flag, read_measure, read_number
from legday.exchange.table import Table
from legday.units import MassUnit

Unfold = Callable[[list[str]], Sequence[list[str]]]
"""Turns the fields of a row into those of each set it stands for; raises ValueError with why it can't be read."""


class Layout(msgspec.Struct, frozen=True):
    """The columns of a file by role, and what the headings or the format say about their values.

    `mass_unit`, `meters` [m], `seconds` [s] and `session_seconds` [s] are the units of weights, distances, times of
    sets and lengths of sessions. `unfold` is for formats whose rows have to be put together or taken apart first; it
    may add columns at the end. `gap` is for formats that have a time for each set: sets begun no further apart than
    this are one session.
    """

    columns: Mapping[Role, int]
    mass_unit: MassUnit | None = None
    meters: Decimal | None = None
    seconds: int = 1
    session_seconds: int = 1
    english: bool = True
    unfold: Unfold | None = None
    gap: dt.timedelta | None = None


class TableFormat(msgspec.Struct, frozen=True):
    """A format of separated text: its name, and how to find its columns, None if the table is another's.

    One that `takes_any` is tried only where no other format knows the table.
    """

    name: str
    recognise: Callable[[Table], Layout | None]
    takes_any: bool = False


class DocumentFormat(msgspec.Struct, frozen=True):
    """A JSON format: its name, and how to make a table of the sets in a document, None if it is another's.

    `tabulate` is given what messages call the file, and the document.
    """

    name: str
    tabulate: Callable[[str, object], tuple[Table, Layout] | None]


Format = TableFormat | DocumentFormat


def by_headings(table: Table, known: Mapping[str, Role] | None = None) -> Layout:
    """Find the columns whose headings are understood; `known` gives the only ones of an app."""
    columns: dict[Role, int] = {}
    for index, text in enumerate(table.headings[: table.width]):
        role = read_heading(text).role if known is None else known.get(text.strip().lower())
        if role is not None and role is not Role.IGNORED:
            columns.setdefault(role, index)
    return with_units(table, columns)


def with_units(table: Table, columns: Mapping[Role, int]) -> Layout:
    """Make a layout of columns, with the units that their headings state."""

    def heading_of(role: Role) -> str:
        index = columns.get(role)
        return "" if index is None or index >= len(table.headings) else table.headings[index]

    return Layout(
        columns,
        read_heading(heading_of(Role.WEIGHT)).mass_unit,
        read_heading(heading_of(Role.DISTANCE)).meters,
        read_heading(heading_of(Role.SECONDS)).seconds or 1,
        read_heading(heading_of(Role.SESSION_TIME)).seconds or 1,
        all(text.isascii() for text in table.headings),
    )


def by_shape(table: Table, orders: Sequence[Sequence[Role]], understood: Layout) -> Layout | None:
    """Find the known order of columns that the values fit, and the headings as far as they are understood."""
    rows = [row for row in table.sample if len(row) == table.width]
    for order in orders:
        agrees = all(index < len(order) and order[index] is role for role, index in understood.columns.items())
        if len(order) != table.width or not rows or not agrees:
            continue
        if all(fits(role, [row[index] for row in rows]) for index, role in enumerate(order)):
            columns = {role: index for index, role in enumerate(order) if role is not Role.IGNORED}
            return msgspec.structs.replace(understood, columns=columns)
    return None


def column(table: Table, index: int) -> list[str]:
    """Return the first values of a column."""
    return [row[index] for row in table.sample if len(row) == table.width]


def fits(role: Role, cells: Sequence[str]) -> bool:
    """Say whether the values of a column have the shape of a role."""
    filled = [cell for cell in cells if cell.strip()]
    if role in _MUST_BE_FILLED and len(filled) < 0.9 * len(cells):
        return False
    if role is Role.ORDER and sum(len(cell.strip()) < 3 for cell in filled) < 0.3 * len(filled):
        return False
    check = _CHECKS.get(role)
    return check is None or sum(map(check, filled)) >= 0.9 * len(filled)


def is_clock(text: str) -> bool:
    """Say whether a text is a time of day, or a time on a stopwatch."""
    return bool(_CLOCK.fullmatch(text.strip()))


_CLOCK = re.compile(r"\d{1,2}:\d\d(:\d\d)?( ?[ap]\.?m\.?)?", re.IGNORECASE)


def _is_date(text: str) -> bool:
    return read_date(text) is not None or read_date(text, "month first") is not None


def _is_number(text: str) -> bool:
    try:
        number = read_number(text)
    except ValueError:
        return False
    return number is None or 0 <= number < 100_000


def _is_measure(text: str) -> bool:
    try:
        number, _ = read_measure(text)
    except ValueError:
        return False
    return number is None or 0 <= number < 100_000


def _is_rpe(text: str) -> bool:
    return _is_number(text) and (read_number(text) or 0) <= 10


def _is_order(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}|[^\d.,:;]{1,40}", text.strip()))


def _is_text(text: str) -> bool:
    return not _is_number(text) and not read_date(text)


_MUST_BE_FILLED = (Role.START, Role.END, Role.EXERCISE, Role.ORDER, Role.KIND)
_CHECKS: dict[Role, Callable[[str], bool]] = {
    Role.START: _is_date,
    Role.END: _is_date,
    Role.TIME_OF_DAY: is_clock,
    Role.SESSION_TIME: lambda text: _is_number(text) or read_seconds(text) is not None,
    Role.EXERCISE: _is_text,
    Role.CATEGORY: _is_text,
    Role.ORDER: _is_order,
    Role.SETS: _is_number,
    Role.KIND: lambda text: set_kind_of(text) is not None,
    Role.WARM_UP: lambda text: read_flag(text) is not None,
    Role.DONE: lambda text: read_flag(text) is not None,
    Role.WEIGHT: _is_measure,
    Role.WEIGHT_UNIT: lambda text: mass_unit_of(text) is not None,
    Role.REPS: _is_number,
    Role.RPE: _is_rpe,
    Role.RIR: _is_rpe,
    Role.DISTANCE: _is_measure,
    Role.DISTANCE_UNIT: lambda text: meters_of(text) is not None,
    Role.SECONDS: lambda text: _is_number(text) or read_seconds(text) is not None,
}
