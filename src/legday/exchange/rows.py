"""The rows of a table turned into the sets of a log, every row accounted for."""

from collections import Counter
from collections.abc import Callable
from operator import itemgetter

from legday.documents import InputError
from legday.exchange.activities import SetKind, activity_of, between_sets, set_kind_of
from legday.exchange.headings import Role, meters_of
from legday.exchange.layout import Layout
from legday.exchange.mend import mender
from legday.exchange.quantities import (
    Readings,
    distance_readings,
    exertion_readings,
    flag_readings,
    read_mass_unit,
    reps_readings,
    reserve_readings,
    time_readings,
    weight_readings,
)
from legday.exchange.reading import Listed, Reading, SourceRow
from legday.exchange.sessions import Done, Draft, Visit, make_log, unit_of_weights
from legday.exchange.table import MAX_ROWS, Table
from legday.units import MassUnit

_MENDED = "a separator stood in a text without quotation marks"

_BLANK = -1
"""Where there is no such column: the blank that is put at the end of the fields."""

_OF_SETS = (
    *(Role.EXERCISE, Role.ORDER, Role.KIND, Role.WEIGHT, Role.WEIGHT_UNIT, Role.REPS, Role.SECONDS),
    *(Role.DISTANCE, Role.DISTANCE_UNIT, Role.RPE, Role.RIR, Role.WARM_UP, Role.CATEGORY),
)

_Visits = dict[tuple[str, str, str], Visit]


def read_rows(table: Table, layout: Layout, format_name: str, asked: MassUnit | None) -> Reading:
    """Read all rows of a recognised table; raises InputError if it has none or is cut off.

    `asked` is the unit to take the weights in, whatever the headings say, where a row does not name its own.
    """
    rows: list[SourceRow] = []
    visits: _Visits = {}
    read_fields = _fields_reader(table, layout, visits)
    mend = mender(table, layout)
    width = table.width
    for line, fields, raw, problem in table.records():
        detail = ""
        try:
            if problem or len(fields) != width or "\0" in raw:
                whole = None if problem or "\0" in raw else mend(fields)
                if whole is None:
                    raise ValueError(problem or _damage(fields, width))
                fields, detail = whole, _MENDED
            other = read_fields(len(rows), line, fields)
        except ValueError as error:
            rows.append(SourceRow(line, "listed", _reason(error, fields), raw))
        else:
            rows.append(SourceRow(line, "other" if other else "set", other or detail, raw))
    if not rows:
        raise InputError.at(table.name, "the file has headings but no rows below them")
    unit = unit_of_weights(visits.values(), layout, asked)
    log, undated = make_log(visits.values(), layout, unit.unit or "kg")
    for row, reason in undated.items():
        rows[row] = SourceRow(rows[row].line, "listed", reason, rows[row].raw)
    other_kinds = Counter(row.detail for row in rows if row.became == "other")
    return Reading(
        format=format_name,
        rows=len(rows),
        sets=sum(row.became == "set" for row in rows),
        other=dict(sorted(other_kinds.items())),
        listed=tuple(Listed(row.line, row.detail) for row in rows if row.became == "listed"),
        unit=unit.unit,
        unit_basis=unit.basis,
        log=log,
        source_rows=tuple(rows),
        counted=table.counted,
    )


def _fields_reader(table: Table, layout: Layout, visits: _Visits) -> Callable[[int, int, list[str]], str]:
    """Make a function that keeps the sets of a row, or says what else it is, or raises ValueError with why."""
    done_of = _set_readings(table, layout)
    unfold = layout.unfold
    at = layout.columns.get
    cells_of = itemgetter(*(at(role, _BLANK) for role in _OF_SETS))
    key_of = itemgetter(at(Role.START, _BLANK), at(Role.SESSION, _BLANK), at(Role.SESSION_ID, _BLANK))
    end_at, time_at = at(Role.END, _BLANK), at(Role.SESSION_TIME, _BLANK)
    note_at, session_note_at = at(Role.NOTE, _BLANK), at(Role.SESSION_NOTE, _BLANK)
    made = 0

    def keep(row: int, line: int, fields: list[str], done: Done) -> None:
        key = key_of(fields)
        visit = visits.get(key)
        if visit is None:
            start, name, own_id = key
            visit = visits[key] = Visit(start, fields[end_at], fields[time_at], name.strip(), own_id.strip())
        if not visit.note and fields[session_note_at]:
            visit.note = fields[session_note_at].strip()
        visit.drafts.append(Draft(row, line, done, fields[note_at].strip()))

    def read(row: int, line: int, fields: list[str]) -> str:
        nonlocal made
        if unfold is None:
            fields.append("")
            found = done_of[cells_of(fields)]
            if isinstance(found, str):
                return found
            keep(row, line, fields, found)
            return ""
        other = "not done"
        sets: list[tuple[list[str], Done]] = []
        for each in unfold(fields):
            made += 1
            if made > MAX_ROWS:
                raise ValueError(f"the rows up to here stand for {MAX_ROWS:,} sets, the most that are read")
            each.append("")
            found = done_of[cells_of(each)]
            if isinstance(found, str):
                other = found
            else:
                sets.append((each, found))
        for each, done in sets:
            keep(row, line, each, done)
        return "" if sets else other

    return read


def _set_readings(table: Table, layout: Layout) -> Readings[tuple[str, ...], Done | str]:
    """Read sets of their cells, or what else they are; raises ValueError with why they can't be read."""
    commas = table.separator == ","
    reps_of, weight_of, distance_of = reps_readings(commas), weight_readings(commas), distance_readings(commas)
    seconds_of, is_warm_up = time_readings(commas, layout.seconds), flag_readings()
    rpe_of, reserve_of = exertion_readings(commas), reserve_readings(commas)
    name_at = layout.columns[Role.EXERCISE]
    heading = table.headings[name_at] if name_at < len(table.headings) else None

    def read(cells: tuple[str, ...]) -> Done | str:
        name, order, code, load, mass_unit, count, time, length, length_unit, rating, left, warm, group = cells
        name, code = name.strip(), code or order
        if name == heading:
            raise ValueError("these are the headings again")
        is_numbered = not code or code.isdigit()
        other = None if is_numbered else between_sets(code)
        if other:
            return other
        if not name:
            raise ValueError("the exercise has no name")
        reps, (weight, own_unit) = reps_of[count], weight_of[load]
        seconds, (distance, meters) = seconds_of[time], distance_of[length]
        rpe = rpe_of[rating] or reserve_of[left]
        if (seconds or distance) and not (reps and weight):
            activity = activity_of(name)
            if activity == "unknown":
                activity = activity_of(group)
            if activity in ("cardio", "stretching"):
                return activity
            if distance and not reps and not weight and activity != "strength":
                return "cardio"
        kind: SetKind | None = "normal"
        if not is_numbered:
            kind = set_kind_of(code)
            if kind is None and len(code.strip()) > 2:
                if seconds and not reps and not weight:
                    return "rest timer"  # in a language whose words for it are not known
                raise ValueError(f"{code.strip()[:40]!r} is no number of a set and no known code")
        if is_warm_up[warm]:
            kind = "warm-up"
        if not (reps or seconds or distance):
            return "not done"
        unit = own_unit or (read_mass_unit(mass_unit) if weight else None)
        meters = meters or (meters_of(length_unit) if distance else None)
        return Done(name, kind, reps, weight, unit, seconds, distance, meters, rpe)

    return Readings(read)


def _reason(error: ValueError, fields: list[str]) -> str:
    return "every field is empty" if fields and not any(map(str.strip, fields)) else str(error)


def _damage(fields: list[str], width: int) -> str:
    if len(fields) == width:
        return "the row holds NUL characters, which no app writes; the file is damaged here"
    return f"the row has {len(fields)} field{'s' * (len(fields) != 1)} where the others have {width}"
