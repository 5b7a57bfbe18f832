"""The columns of a table that no app is known to write, guessed from headings and values, or named by the athlete."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from statistics import median

import msgspec

from legday.documents import InputError, Problem
from legday.exchange.activities import set_kind_of
from legday.exchange.dates import read_date, read_seconds
from legday.exchange.headings import Role, read_heading
from legday.exchange.layout import Layout, column, fits, is_clock, with_units
from legday.exchange.numbers import read_flag
from legday.exchange.several import lists_reps
from legday.exchange.table import Table
from legday.exchange.tidy import blanks_below, filling_down, tidied
from legday.exchange.wide import SetColumns, set_columns
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
    "done": Role.DONE,
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
_MUST_HAVE_VALUES = (Role.KIND, Role.WARM_UP, Role.DONE, Role.WEIGHT_UNIT, Role.CATEGORY, Role.SESSION_TIME)
_MOST_SHOWN = 120
_EARLIEST_HOUR = 4
_MOST_SESSION_MINUTES = 300
_NUMBER = re.compile(r"\d{1,6}(?:\.\d+)?")
_LONG_SECONDS, _HOUR = 900, 3600
_ID_WORDS = frozenset(("id", "uuid", "key", "slug", "no", "nr", "number", "index", "#"))

_Columns = dict[Role, int]


class UnknownColumnsError(InputError):
    """It can't be told which columns of a table hold what is needed.

    `missing` are the names of what is to be found, each with others that would do in its place; `optional` those
    of what is good to have. `columns` are the headings in their order, each with a value from below it.
    """

    def __init__(self, table: Table, columns: Mapping[Role, int]) -> None:
        self.missing = _missing(columns)
        self.optional = () if Role.WEIGHT in columns else ("weight",)
        self.columns = tuple(
            (_one_line(_heading(table, index)), _one_line(next(filter(str.strip, column(table, index)), "")))
            for index in range(table.width)
        )
        super().__init__(Problem(table.name, 1, None, "", _missing_columns(table, self.missing)))


def guess_columns(table: Table) -> Layout | None:
    """Guess the columns; None if there are none for the date, the exercise, and the reps, the time or the distance."""
    wide = set_columns(table)
    columns = _guessed(table, {}, wide)
    return None if _missing(columns) else _layout(table, columns, wide)


def named_columns(table: Table, named: Mapping[str, str]) -> Layout:
    """Take the columns that the athlete named, by heading or by number from 1, and guess the others.

    Raises InputError if a name or a column is not there, and UnknownColumnsError if the date, the exercise or an
    amount is missing.
    """
    columns: _Columns = {}
    for name, wanted in named.items():
        role = NAMES.get(" ".join(name.lower().replace("_", " ").split()))
        if role is None:
            raise InputError.at(table.name, f"columns hold {', '.join(NAMES)}; there is no {name[:40]!r}")
        columns[role] = _position(table, wanted)
    wide = None if any(role in columns for role in _AMOUNTS) else set_columns(table)
    columns = _guessed(table, columns, wide)
    if _missing(columns):
        raise UnknownColumnsError(table, columns)
    return _layout(table, columns, wide)


def unknown_columns(table: Table) -> UnknownColumnsError:
    """Make the error that says which columns a table lacks or hides, and how to name them."""
    return UnknownColumnsError(table, _guessed(table, {}, set_columns(table)))


def _missing_columns(table: Table, missing: Sequence[tuple[str, ...]]) -> str:
    shown = f"columns: {_shown(table)}" if table.headings else "no headings"
    if len(missing) > 1:
        return f"this is no training log that is known ({shown}); if it is one, name its columns, as in {_HOW}"
    return f"no column is known to hold the {_listed(missing[0])} ({shown}); name it, as in {_HOW}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


_HOW = "--column date=Day --column exercise=Lift --column reps=4, by heading or number"


def _missing(columns: Mapping[Role, int]) -> tuple[tuple[str, ...], ...]:
    alternatives = ("date",), ("exercise",), ("reps", "seconds", "distance")
    return tuple(names for names in alternatives if not any(NAMES[name] in columns for name in names))


def _position(table: Table, wanted: str) -> int:
    headings = [heading.casefold() for heading in table.headings]
    if wanted.strip().casefold() in headings:
        return headings.index(wanted.strip().casefold())
    if re.fullmatch(r" *\d{1,4} *", wanted) and 1 <= int(wanted) <= table.width:
        return int(wanted) - 1
    there = _shown(table) or f"numbers from 1 to {table.width}"
    raise InputError.at(table.name, f"there is no column {wanted.strip()[:40]!r}; there are: {there}", line=1)


def _heading(table: Table, index: int) -> str:
    return table.headings[index] if index < len(table.headings) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shown(table: Table) -> str:
    shown = ", ".join(map(_one_line, table.headings))
    return shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…"


def _guessed(table: Table, named: _Columns, wide: SetColumns | None) -> _Columns:
    """Add guesses to the columns that were named: first for headings that can mean one thing, then for the others."""
    columns = named | wide.added if wide else dict(named)
    taken = wide.taken if wide else frozenset()
    meanings = {
        index: _meanings(text) for index, text in enumerate(table.headings[: table.width]) if index not in taken
    }
    in_turn = sorted(meanings, key=lambda index: _numbers_things(table, index, meanings[index]))
    certain = {index: meanings[index][0] for index in in_turn if len(meanings[index]) == 1}
    for index, role in certain.items():
        _take(columns, role, index, fitting=_can_be(table, role, index, columns))
    for index, role in certain.items():
        _take(columns, role, index, fitting=_is_meant(table, role, index))  # rows will be listed with what is wrong
    for index, roles in meanings.items():
        for role in roles if len(roles) > 1 else ():
            _take(columns, role, index, fitting=_can_be(table, role, index, columns))
    workout_at = None if Role.EXERCISE in columns or Role.SESSION in named else columns.get(Role.SESSION)
    if workout_at is not None and _can_be(table, Role.EXERCISE, workout_at, columns):
        columns[Role.EXERCISE] = columns.pop(Role.SESSION)  # some call an exercise so
    for role in (Role.START, Role.EXERCISE):
        free = [index for index in range(table.width) if index not in columns.values() and index not in taken]
        fitting = [index for index in free if column(table, index) and fits(role, column(table, index))]
        if len(fitting) == 1:
            _take(columns, role, fitting[0], fitting=True)
    return columns


def _is_meant(table: Table, role: Role, index: int) -> bool:
    """Say whether a heading is to be believed even if not all values fit."""
    cells = column(table, index)
    dates = sum(fits(Role.START, [cell]) for cell in cells)
    return role in _ESSENTIAL or (role is Role.START and 0 < len(cells) <= 2 * dates)


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


def _numbers_things(table: Table, index: int, roles: tuple[Role, ...]) -> bool:
    """Say whether a column has numbers or ids of workouts or exercises, which may have names in another column."""
    if roles[:1] not in ((Role.SESSION,), (Role.EXERCISE,), (Role.SESSION_ID,)):
        return False
    filled = [cell for cell in column(table, index) if cell.strip()]
    return not _ID_WORDS.isdisjoint(read_heading(table.headings[index]).telling.split()) or (
        bool(filled) and not fits(Role.EXERCISE, filled)
    )


def _can_be(table: Table, role: Role, index: int, columns: _Columns) -> bool:
    cells = column(table, index)
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return role not in _MUST_HAVE_VALUES
    if role is Role.REPS and (lists_reps(filled) or Role.SETS in _meanings(table.headings[index])):
        return lists_reps(filled)
    if role is Role.KIND:
        return 2 * sum(set_kind_of(cell) is not None for cell in filled) >= len(filled)
    if role in (Role.START, Role.EXERCISE) and blanks_below(cells):
        cells = filled
    if role is Role.END and all(map(is_clock, filled)):
        return True
    if not fits(role, cells):
        return False
    if role is Role.DONE:
        return any(map(read_flag, filled))
    if role is Role.SESSION_ID:
        return _are_of_one_day(table, index, columns)
    if role is Role.TIME_OF_DAY:
        return _is_time_of_day(filled)
    heading = read_heading(table.headings[index])
    if role is Role.SECONDS and heading.role is Role.SESSION_TIME:
        return heading.seconds != _HOUR and not _is_of_sessions(table, index, columns)
    if role in (Role.ORDER, Role.SETS):
        return (role is Role.ORDER) == _counts_up(table, index, columns)
    return True


def _are_of_one_day(table: Table, index: int, columns: _Columns) -> bool:
    """Tell the numbers of workouts from those that come back, such as the days of a program."""
    days: dict[str, set[dt.date]] = {}
    for row in _rows(table, columns):
        moment = read_date(row[columns[Role.START]]) if Role.START in columns else None
        if moment and row[index].strip():
            days.setdefault(row[index].strip(), set()).add(moment.date())
    return all(max(each) - min(each) <= dt.timedelta(days=1) for each in days.values())


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
    for row in _rows(table, columns):
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
    for row in _rows(table, columns):
        if row[index].strip().isdecimal():
            numbers.setdefault(tuple(row[key] for key in keys), []).append(int(row[index]))
    several = [sorted(each) for each in numbers.values() if len(each) > 1]
    if not several:
        return all(number <= 1 for each in numbers.values() for number in each)
    counted = [each for each in several if each in (list(range(len(each))), list(range(1, len(each) + 1)))]
    return 2 * len(counted) > len(several)


def _rows(table: Table, columns: _Columns) -> list[list[str]]:
    rows = [list(row) for row in table.sample if len(row) == table.width]
    steps = filling_down(table, columns)
    for row in rows:
        for step in steps:
            step(row)
    return rows


def _layout(table: Table, columns: _Columns, wide: SetColumns | None) -> Layout:
    columns, unfold = tidied(table, columns, wide)
    layout = with_units(table, columns)
    if wide:
        mass_unit = wide.mass_unit or layout.mass_unit
        layout = msgspec.structs.replace(layout, mass_unit=mass_unit, seconds=wide.seconds)
    timed = columns.get(Role.SESSION_TIME)
    if timed is not None and layout.session_seconds == 1:
        times = [int(cell.split(".")[0]) for cell in column(table, timed) if _NUMBER.fullmatch(cell.strip())]
        if times and median(times) <= _MOST_SESSION_MINUTES:
            layout = msgspec.structs.replace(layout, session_seconds=60)
    return msgspec.structs.replace(layout, unfold=unfold, gap=GAP)
