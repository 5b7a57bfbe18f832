"""Rows of people's own tables put in order before they are read: blanks below a value, times apart from dates."""

import re
from collections.abc import Callable, Mapping, Sequence

from legday.exchange.dates import read_seconds
from legday.exchange.headings import Role
from legday.exchange.layout import Unfold, column, is_clock
from legday.exchange.numbers import read_flag
from legday.exchange.several import lists_reps, one_for_each, repeated, weighs_reps
from legday.exchange.table import Table
from legday.exchange.wide import SetColumns, unfolded

_Tidy = Callable[[list[str]], None]
"""Puts the fields of a row in order; raises ValueError with why they can't be read."""

_REPS_WORD = re.compile(r"\s*(\d{1,4})\s*(?:x|reps?\.?|repetitions?|wdh\.?|wiederholungen)\s*", re.IGNORECASE)
_SECONDS_WORD = re.compile(r"\s*\d{1,4}\s*(?:s|sec|secs|seconds?|sek|min|mins?|minutes?)\.?\s*", re.IGNORECASE)


def tidied(table: Table, columns: dict[Role, int], wide: SetColumns | None) -> tuple[dict[Role, int], Unfold | None]:
    """Make a function that puts rows in order and takes their sets apart, and say which columns it makes of them."""
    reps_at, end_at = columns.get(Role.REPS, table.width), columns.get(Role.END)
    steps = filling_down(table, columns)
    cells = column(table, reps_at) if reps_at < table.width else []
    added: list[Role] = []
    if Role.SECONDS not in columns and any(map(_is_time, cells)):
        added.append(Role.SECONDS)
    if Role.WEIGHT not in columns and weighs_reps(cells):
        added.append(Role.WEIGHT)
    columns = columns | {role: table.width + place for place, role in enumerate(added)}
    if added:
        steps.append(lambda fields: fields.extend("" for _ in added))
    if end_at is not None and any(map(is_clock, column(table, end_at))):
        steps.append(_joined_end(end_at, columns[Role.START]))
    if Role.TIME_OF_DAY in columns:
        steps.append(_joined(columns[Role.START], columns[Role.TIME_OF_DAY]))
    if any(_is_time(cell) or _REPS_WORD.fullmatch(cell) for cell in cells):
        steps.append(_amount(reps_at, columns.get(Role.SECONDS)))
    apart = unfolded(wide) if wide else _apart(columns, cells)
    if Role.DONE in columns:
        apart = _only_done(columns[Role.DONE], apart)
    return columns, _in_turn(steps, apart) if steps else apart


def blanks_below(cells: Sequence[str]) -> bool:
    """Say whether a column has its value in the first of several rows only, as people leave it in spreadsheets."""
    filled = sum(bool(cell.strip()) for cell in cells)
    return bool(cells) and bool(cells[0].strip()) and 0 < filled < 0.9 * len(cells)


def filling_down(table: Table, columns: Mapping[Role, int]) -> list[_Tidy]:
    """Make functions that repeat the workout, the date and the exercise in the rows below them that leave them out."""
    start_at, session_at, name_at = (columns.get(role) for role in (Role.START, Role.SESSION, Role.EXERCISE))
    steps: list[_Tidy] = []
    if start_at is not None and blanks_below(column(table, start_at)):
        steps += [_filled_down(at, start_at) for at in (session_at, start_at) if at is not None]
    if name_at is not None and blanks_below(column(table, name_at)):
        steps.append(_filled_down(name_at, name_at))
    return steps


def _in_turn(steps: Sequence[_Tidy], apart: Unfold | None) -> Unfold:
    def unfold(fields: list[str]) -> Sequence[list[str]]:
        for step in steps:
            step(fields)
        return apart(fields) if apart else [fields]

    return unfold


def _only_done(done_at: int, apart: Unfold | None) -> Unfold:
    def unfold(fields: list[str]) -> Sequence[list[str]]:
        if read_flag(fields[done_at]) is False:
            return ()
        return apart(fields) if apart else [fields]

    return unfold


def _filled_down(index: int, where_blank: int) -> _Tidy:
    latest = ""

    def step(fields: list[str]) -> None:
        nonlocal latest
        if fields[where_blank].strip():
            latest = fields[index]
        elif any(map(str.strip, fields)):
            fields[index] = fields[index] or latest

    return step


def _joined(start_at: int, clock_at: int) -> _Tidy:
    def step(fields: list[str]) -> None:
        if ":" not in fields[start_at]:
            fields[start_at] = f"{fields[start_at]} {fields[clock_at]}"

    return step


def _joined_end(end_at: int, start_at: int) -> _Tidy:
    def step(fields: list[str]) -> None:
        if is_clock(fields[end_at]):
            fields[end_at] = f"{fields[start_at]} {fields[end_at]}"

    return step


def _amount(reps_at: int, seconds_at: int | None) -> _Tidy:
    """Take the word off reps such as `10 reps`, and put a time such as the `60 s` of a plank where times belong."""

    def step(fields: list[str]) -> None:
        worded = _REPS_WORD.fullmatch(fields[reps_at])
        if worded:
            fields[reps_at] = worded[1]
        elif seconds_at is not None and _is_time(fields[reps_at]) and not fields[seconds_at].strip():
            fields[seconds_at], fields[reps_at] = str(read_seconds(fields[reps_at], of_set=True)), ""

    return step


def _is_time(cell: str) -> bool:
    return is_clock(cell) or bool(_SECONDS_WORD.fullmatch(cell))


def _apart(columns: Mapping[Role, int], cells: list[str]) -> Unfold | None:
    sets_at = columns.get(Role.SETS)
    if lists_reps(cells):
        return one_for_each(columns[Role.REPS], columns.get(Role.WEIGHT), sets_at)
    return None if sets_at is None else repeated(sets_at)
