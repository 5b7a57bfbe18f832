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
from legday.exchange.sessions import Draft, Visit, make_log, unit_of_weights
from legday.exchange.table import MAX_ROWS, Table
from legday.units import MassUnit

_MENDED = "a separator stood in a text without quotation marks"

_BLANK = -1
"""Where there is no such column: the blank that is put at the end of the fields."""

_OF_SETS = (
    *(Role.EXERCISE, Role.ORDER, Role.KIND, Role.WEIGHT, Role.WEIGHT_UNIT, Role.REPS, Role.SECONDS),
    *(Role.DISTANCE, Role.DISTANCE_UNIT, Role.RPE, Role.RIR, Role.WARM_UP, Role.CATEGORY, Role.NOTE),
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
            rows.append(SourceRow(line, "listed", str(error), raw))
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
        unit_assumed=unit.assumed,
    )


def _fields_reader(table: Table, layout: Layout, visits: _Visits) -> Callable[[int, int, list[str]], str]:
    """Make a function that keeps the sets of a row, or says what else it is, or raises ValueError with why."""
    read_set = _set_reader(table, layout)
    unfold = layout.unfold
    at = layout.columns.get
    key_of = itemgetter(at(Role.START, _BLANK), at(Role.SESSION, _BLANK), at(Role.SESSION_ID, _BLANK))
    end_at, time_at, note_at = at(Role.END, _BLANK), at(Role.SESSION_TIME, _BLANK), at(Role.SESSION_NOTE, _BLANK)

    def keep(fields: list[str], draft: Draft) -> None:
        key = key_of(fields)
        visit = visits.get(key)
        if visit is None:
            start, name, own_id = key
            visit = visits[key] = Visit(start, fields[end_at], fields[time_at], name.strip(), own_id.strip())
        if not visit.note and fields[note_at]:
            visit.note = fields[note_at].strip()
        visit.drafts.append(draft)

    made = 0

    def read(row: int, line: int, fields: list[str]) -> str:
        nonlocal made
        if unfold is None:
            found = read_set(row, line, fields)
            if isinstance(found, str):
                return found
            keep(fields, found)
            return ""
        others = ["not done"]
        sets: list[tuple[list[str], Draft]] = []
        for each in unfold(fields):
            made += 1
            if made > MAX_ROWS:
                raise ValueError(f"the rows up to here stand for {MAX_ROWS:,} sets, the most that are read")
            found = read_set(row, line, each)
            if isinstance(found, str):
                others.append(found)
            else:
                sets.append((each, found))
        for each, draft in sets:
            keep(each, draft)
        return "" if sets else others[-1]

    return read


def _set_reader(table: Table, layout: Layout) -> Callable[[int, int, list[str]], Draft | str]:
    """Make a function that reads a set of its fields, or says what else they are, or raises ValueError with why.

    It puts a blank at the end of the fields, for the columns that there are none of.
    """
    cells_of = itemgetter(*(layout.columns.get(role, _BLANK) for role in _OF_SETS))
    commas = table.separator == ","
    reps_of, weight_of, distance_of = reps_readings(commas), weight_readings(commas), distance_readings(commas)
    seconds_of, is_warm_up = time_readings(commas, layout.seconds), flag_readings()
    rpe_of, reserve_of = exertion_readings(commas), reserve_readings(commas)
    name_at = layout.columns[Role.EXERCISE]
    heading = table.headings[name_at] if name_at < len(table.headings) else None

    def read(row: int, line: int, fields: list[str]) -> Draft | str:
        fields.append("")
        name, order, kind_word, load, mass_unit, count, time, length, length_unit, rating, left, warm, group, note = (
            cells_of(fields)
        )
        name, code = name.strip(), kind_word or order
        if name == heading:
            raise ValueError("these are the headings again")
        is_numbered = not code or code.isdigit()
        other = None if is_numbered or (kind_word and count) else between_sets(code)  # rest-pause is a kind of set
        if other:
            return other
        if not name:
            raise ValueError("the exercise has no name" if any(map(str.strip, fields)) else "every field is empty")
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
            kind = set_kind_of(code) or ("normal" if kind_word else None)
            if kind is None and len(code.strip()) > 2:
                if seconds and not reps and not weight:
                    return "rest timer"  # in a language whose words for it are not known
                raise ValueError(f"{code.strip()[:40]!r} is no number of a set and no known code")
        if warm and is_warm_up[warm]:
            kind = "warm-up"
        if not (reps or seconds or distance):
            return "not done"
        unit = own_unit or (read_mass_unit(mass_unit) if weight and mass_unit else None)
        meters = meters or (meters_of(length_unit) if distance else None)
        return Draft(row, line, name, kind, reps, weight, unit, seconds, distance, meters, rpe, note.strip())

    return read


def _damage(fields: list[str], width: int) -> str:
    if len(fields) == width:
        return "the row holds NUL characters, which no app writes; the file is damaged here"
    if not any(map(str.strip, fields)):
        return "every field is empty"
    return f"the row has {len(fields)} field{'s' * (len(fields) != 1)} where the others have {width}"
