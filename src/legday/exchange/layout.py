"""Where the columns of a training log are: by their headings, or else by the shape of their values."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

import msgspec

from legday.exchange.activities import set_kind_of
from legday.exchange.dates import read_date, read_seconds
from legday.exchange.headings import Role, mass_unit_of, meters_of, read_heading
from legday.exchange.numbers import read_number
from legday.exchange.table import Table
from legday.units import MassUnit


class Layout(msgspec.Struct, frozen=True):
    """The columns of a file by role, and the units that the headings state."""

    columns: dict[Role, int]
    mass_unit: MassUnit | None = None
    meters: Decimal | None = None
    english: bool = True


class Format(msgspec.Struct, frozen=True):
    """A file format: its name, and how to find its columns in a table, None if the table is another's."""

    name: str
    recognise: Callable[[Table], Layout | None]


def by_headings(table: Table, known: dict[str, Role] | None = None) -> Layout:
    """Find the columns whose headings are understood; `known` gives the only ones of an app."""
    columns: dict[Role, int] = {}
    mass_unit, meters = None, None
    for index, text in enumerate(table.headings[: table.width]):
        heading = read_heading(text)
        role = heading.role if known is None else known.get(text.strip().lower())
        if role is None or role is Role.IGNORED or role in columns:
            continue
        columns[role] = index
        if role is Role.WEIGHT:
            mass_unit = heading.mass_unit
        if role is Role.DISTANCE:
            meters = heading.meters
    english = all(text.isascii() for text in table.headings)
    return Layout(columns, mass_unit, meters, english)


def by_shape(table: Table, orders: Sequence[Sequence[Role]], understood: Layout) -> Layout | None:
    """Find the known order of columns that the values fit, and the headings as far as they are understood."""
    rows = [row for row in table.sample if len(row) == table.width]
    for order in orders:
        agrees = all(index < len(order) and order[index] is role for role, index in understood.columns.items())
        if len(order) != table.width or not rows or not agrees:
            continue
        if all(_fits(role, [row[index] for row in rows]) for index, role in enumerate(order)):
            columns = {role: index for index, role in enumerate(order) if role is not Role.IGNORED}
            return msgspec.structs.replace(understood, columns=columns)
    return None


def column_fits(table: Table, role: Role, index: int) -> bool:
    """Say whether the values of a column have the shape of a role."""
    return _fits(role, [row[index] for row in table.sample if len(row) == table.width])


def _fits(role: Role, cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    if role in _MUST_BE_FILLED and len(filled) < 0.9 * len(cells):
        return False
    if role is Role.ORDER and sum(len(cell.strip()) < 3 for cell in filled) < 0.3 * len(filled):
        return False
    check = _CHECKS.get(role)
    return check is None or sum(map(check, filled)) >= 0.9 * len(filled)


def _is_number(text: str) -> bool:
    try:
        number = read_number(text)
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
    Role.START: lambda text: read_date(text) is not None or read_date(text, "month first") is not None,
    Role.END: lambda text: read_date(text) is not None or read_date(text, "month first") is not None,
    Role.SESSION_TIME: lambda text: read_seconds(text) is not None,
    Role.EXERCISE: _is_text,
    Role.ORDER: _is_order,
    Role.KIND: lambda text: set_kind_of(text) is not None,
    Role.WEIGHT: _is_number,
    Role.WEIGHT_UNIT: lambda text: mass_unit_of(text) is not None,
    Role.REPS: _is_number,
    Role.RPE: _is_rpe,
    Role.DISTANCE: _is_number,
    Role.DISTANCE_UNIT: lambda text: meters_of(text) is not None,
    Role.SECONDS: _is_number,
}
