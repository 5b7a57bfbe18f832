"""The columns of a table that no app is known to write, guessed from headings and values, or named by the athlete."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from statistics import median

import msgspec

from legday.documents import InputError
from legday.exchange.activities import set_kind_of
from legday.exchange.dates import read_seconds
from legday.exchange.headings import Role, read_heading
from legday.exchange.layout import Layout, Unfold, column, fits, is_clock, with_units
from legday.exchange.several import lists_reps, one_for_each, repeated
from legday.exchange.table import Table
from legday.exchange.words import has_stem, known_words

GAP = dt.timedelta(minutes=90)
"""Sets no further apart than this are one session, where a table has a time for each set."""

NAMES = {
    "date": Role.START,
    "time of day": Role.TIME_OF_DAY,
    "end": Role.END,
    "duration": Role.SESSION_TIME,
    "workout": Role.SESSION,
    "workout id": Role.SESSION_ID,
    "workout note": Role.SESSION_NOTE,
    "exercise": Role.EXERCISE,
    "category": Role.CATEGORY,
    "set": Role.ORDER,
    "sets": Role.SETS,
    "kind": Role.KIND,
    "warm-up": Role.WARM_UP,
    "reps": Role.REPS,
    "weight": Role.WEIGHT,
    "unit": Role.WEIGHT_UNIT,
    "rpe": Role.RPE,
    "rir": Role.RIR,
    "seconds": Role.SECONDS,
    "distance": Role.DISTANCE,
    "distance unit": Role.DISTANCE_UNIT,
    "note": Role.NOTE,
}
"""What an athlete calls the roles of columns."""

_AMOUNTS = (Role.REPS, Role.SECONDS, Role.DISTANCE)
_ESSENTIAL = (*_AMOUNTS, Role.WEIGHT, Role.WEIGHT_UNIT)
_MUST_HAVE_VALUES = (Role.KIND, Role.WARM_UP, Role.WEIGHT_UNIT, Role.CATEGORY, Role.SESSION_TIME)
_MOST_SHOWN = 120
_EARLIEST_HOUR = 4
_MOST_SESSION_MINUTES = 300
_LONG_SECONDS = 900

_Columns = dict[Role, int]


def guess_columns(table: Table) -> Layout | None:
    """Guess the columns; None if there are none for the date, the exercise, and the reps, the time or the distance."""
    columns = _guessed(table, {})
    return None if _missing(columns) else _layout(table, columns)


def named_columns(table: Table, named: Mapping[str, str]) -> Layout:
    """Take the columns that the athlete named, by heading or by number from 1, and guess the others.

    Raises InputError if a name or a column is not there, or the date, the exercise or an amount is missing.
    """
    columns: _Columns = {}
    for name, wanted in named.items():
        role = NAMES.get(" ".join(name.lower().replace("_", " ").split()))
        if role is None:
            raise InputError.at(table.name, f"columns hold {', '.join(NAMES)}; there is no {name[:40]!r}")
        columns[role] = _position(table, wanted)
    columns = _guessed(table, columns)
    if _missing(columns):
        raise InputError.at(table.name, missing_columns(table, columns), line=1)
    return _layout(table, columns)


def missing_columns(table: Table, columns: Mapping[Role, int] | None = None) -> str:
    """Say which columns a table lacks or hides, and how to name them."""
    missing = _missing(_guessed(table, {}) if columns is None else columns)
    shown = f"columns: {_shown(table)}" if table.headings else "no headings"
    if len(missing) > 1:
        return f"this is no training log that is known ({shown}); if it is one, name its columns: {_HOW}"
    return f"no column is known to hold the {missing[0]} ({shown}); name it: {_HOW}"


_HOW = "--columns date=…,exercise=…,reps=… with the headings, or the numbers of the columns"


def _missing(columns: Mapping[Role, int]) -> list[str]:
    missing = [name for name, role in (("date", Role.START), ("exercise", Role.EXERCISE)) if role not in columns]
    return missing if any(role in columns for role in _AMOUNTS) else [*missing, "reps, seconds or distance"]


def _position(table: Table, wanted: str) -> int:
    headings = [heading.casefold() for heading in table.headings]
    if wanted.strip().casefold() in headings:
        return headings.index(wanted.strip().casefold())
    if re.fullmatch(r" *\d{1,4} *", wanted) and 1 <= int(wanted) <= table.width:
        return int(wanted) - 1
    there = _shown(table) or f"numbers from 1 to {table.width}"
    raise InputError.at(table.name, f"there is no column {wanted.strip()[:40]!r}; there are: {there}", line=1)


def _shown(table: Table) -> str:
    shown = ", ".join(" ".join(heading.split()) for heading in table.headings)
    return shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…"


def _guessed(table: Table, named: _Columns) -> _Columns:
    """Add guesses to the columns that were named: first for headings that can mean one thing, then for the others."""
    columns = dict(named)
    meanings = {index: _meanings(text) for index, text in enumerate(table.headings[: table.width])}
    certain = {index: roles[0] for index, roles in meanings.items() if len(roles) == 1}
    for index, role in certain.items():
        _take(columns, role, index, fitting=_can_be(table, role, index, columns))
    for index, role in certain.items():
        _take(columns, role, index, fitting=role in _ESSENTIAL)  # its rows will be listed with what is wrong
    for index, roles in meanings.items():
        for role in roles if len(roles) > 1 else ():
            _take(columns, role, index, fitting=_can_be(table, role, index, columns))
    workout_at = None if Role.EXERCISE in columns or Role.SESSION in named else columns.get(Role.SESSION)
    if workout_at is not None and _can_be(table, Role.EXERCISE, workout_at, columns):
        columns[Role.EXERCISE] = columns.pop(Role.SESSION)  # some call an exercise so
    for role in (Role.START, Role.EXERCISE):
        free = [index for index in range(table.width) if index not in columns.values()]
        fitting = [index for index in free if column(table, index) and fits(role, column(table, index))]
        if len(fitting) == 1:
            _take(columns, role, fitting[0], fitting=True)
    return columns


def _take(columns: _Columns, role: Role, index: int, *, fitting: bool) -> None:
    if fitting and role not in columns and index not in columns.values():
        columns[role] = index


def _meanings(text: str) -> tuple[Role, ...]:
    """Return what a heading can mean, the likeliest first."""
    heading, known = read_heading(text), known_words()
    if has_stem(heading.telling, known.passed_over):
        return ()
    telling = heading.telling.replace("#", "").strip()
    fields = msgspec.structs.asdict(known.whole_headings)
    whole = [Role[name.upper()] for name, headings in fields.items() if telling in headings]
    role = Role.SESSION_ID if heading.role is Role.IGNORED else heading.role
    return tuple(dict.fromkeys(whole or ([role] if role else [])))


def _can_be(table: Table, role: Role, index: int, columns: _Columns) -> bool:
    cells = column(table, index)
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return role not in _MUST_HAVE_VALUES
    if role is Role.REPS and lists_reps(filled):
        return True
    if role is Role.KIND:
        return 2 * sum(set_kind_of(cell) is not None for cell in filled) >= len(filled)
    if not fits(role, cells):
        return False
    if role is Role.TIME_OF_DAY:
        return _is_time_of_day(filled)
    if role is Role.SECONDS and read_heading(table.headings[index]).role is Role.SESSION_TIME:
        return not _is_of_sessions(table, index, columns)
    if role in (Role.ORDER, Role.SETS):
        return (role is Role.ORDER) == _counts_up(table, index, columns)
    return True


def _is_time_of_day(cells: list[str]) -> bool:
    """Tell the time of day of a workout from the time a set took, as 18:30 from 1:30."""
    hours = [int(cell.split(":")[0]) for cell in cells if is_clock(cell)]
    return any(cell.strip().lower().endswith("m") for cell in cells) or median(hours) >= _EARLIEST_HOUR


def _is_of_sessions(table: Table, index: int, columns: _Columns) -> bool:
    """Say whether times are those of workouts: the same in all rows of one start, whatever the exercise.

    Where no start has several exercises, long times are.
    """
    start_at, name_at = columns.get(Role.START), columns.get(Role.EXERCISE)
    if start_at is None or name_at is None:
        return False
    times: dict[str, set[str]] = {}
    exercises: dict[str, set[str]] = {}
    for row in _rows(table):
        times.setdefault(row[start_at], set()).add(row[index].strip())
        exercises.setdefault(row[start_at], set()).add(row[name_at])
    several = [times[start] for start, names in exercises.items() if len(names) > 1 and times[start] != {""}]
    if several:
        return all(len(each) == 1 for each in several)
    lengths = [read_seconds(cell) or 0 for cell in column(table, index) if cell.strip()]
    return median(lengths) >= _LONG_SECONDS


def _counts_up(table: Table, index: int, columns: _Columns) -> bool:
    """Say whether numbers count the sets of an exercise row by row, and not how many sets a row stands for."""
    keys = [columns[role] for role in (Role.START, Role.EXERCISE) if role in columns]
    if not fits(Role.SETS, column(table, index)):
        return True  # codes such as W stand between the numbers
    numbers: dict[tuple[str, ...], list[int]] = {}
    for row in _rows(table):
        if row[index].strip().isdecimal():
            numbers.setdefault(tuple(row[key] for key in keys), []).append(int(row[index]))
    several = [sorted(each) for each in numbers.values() if len(each) > 1]
    if not several:
        return all(number <= 1 for each in numbers.values() for number in each)
    counted = [each for each in several if each in (list(range(len(each))), list(range(1, len(each) + 1)))]
    return 2 * len(counted) > len(several)


def _rows(table: Table) -> list[tuple[str, ...]]:
    return [row for row in table.sample if len(row) == table.width]


def _layout(table: Table, columns: _Columns) -> Layout:
    layout = with_units(table, columns)
    timed = columns.get(Role.SESSION_TIME)
    if timed is not None and layout.session_seconds == 1:
        times = [int(cell) for cell in column(table, timed) if cell.strip().isdecimal()]
        if times and median(times) <= _MOST_SESSION_MINUTES:
            layout = msgspec.structs.replace(layout, session_seconds=60)
    return msgspec.structs.replace(layout, unfold=_unfold(table, columns), gap=GAP)


def _unfold(table: Table, columns: _Columns) -> Unfold | None:
    """Put the day and the time of a row together, pass over unknown kinds of sets, and take its sets apart."""
    clock_at, kind_at = columns.get(Role.TIME_OF_DAY), columns.get(Role.KIND)
    sets_at, reps_at, start_at = columns.get(Role.SETS), columns.get(Role.REPS), columns[Role.START]
    apart: Unfold | None = None if sets_at is None else repeated(sets_at)
    if reps_at is not None and lists_reps(column(table, reps_at)):
        apart = one_for_each(reps_at, columns.get(Role.WEIGHT), sets_at)
    if clock_at is None and kind_at is None:
        return apart

    def unfold(fields: list[str]) -> Sequence[list[str]]:
        if clock_at is not None and ":" not in fields[start_at]:
            fields[start_at] = f"{fields[start_at]} {fields[clock_at]}"
        if kind_at is not None and set_kind_of(fields[kind_at]) is None:
            fields[kind_at] = ""
        return apart(fields) if apart else [fields]

    return unfold
