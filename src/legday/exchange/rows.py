"""The rows of a table turned into the sets and sessions of a log, every row accounted for."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

import msgspec

from legday.documents import InputError
from legday.exchange.activities import SetKind, activity_of, between_sets, set_kind_of
from legday.exchange.dates import DateOrder, date_order, read_date, read_seconds
from legday.exchange.headings import Role, mass_unit_of, meters_of
from legday.exchange.layout import Layout
from legday.exchange.numbers import read_number
from legday.exchange.reading import Listed, Reading, SourceRow
from legday.exchange.table import Record, Table
from legday.exchange.weights import Unit, infer_unit, read_masses
from legday.log import Log, LoggedSession, LoggedSet
from legday.units import Mass, MassUnit

MAX_REPS = 1_000
"""The most reps of a set that are taken as meant."""
MAX_WEIGHT = 5_000
"""The largest weight, in kilograms or pounds, that is taken as meant."""
MAX_DISTANCE = 1_000_000
"""The longest distance, in whatever unit, that is taken as meant."""
MAX_SECONDS = 7 * 24 * 3600
"""The longest set or piece of cardio that is taken as meant [s]."""
MAX_SESSION_SECONDS = 24 * 3600
"""The longest session whose length is kept [s]; longer ones are apps that were never stopped."""

_Masses = dict[MassUnit, dict[Decimal, Mass]]


class _Draft(msgspec.Struct, gc=False):
    """A set whose weight waits for the unit of the file."""

    row: int
    line: int
    name: str
    kind: SetKind | None
    reps: Decimal | None
    weight: Decimal | None
    unit: MassUnit | None
    seconds: Decimal | None
    distance: Decimal | None
    meters: Decimal | None
    rpe: Decimal | None
    note: str


class _Visit(msgspec.Struct):
    """The sets that name the same start and session, as the file writes them."""

    start: str
    end: str
    time: str
    name: str
    note: str = ""
    drafts: list[_Draft] = []


_Visits = dict[tuple[str, str], _Visit]


class _Quantities(dict[str, Decimal | None]):
    """The numbers of a column by their text, each read and checked once; nothing and 0 are None."""

    def __init__(self, what: str, most: int, comma_separates: bool) -> None:
        super().__init__()
        self._what, self._most, self._comma_separates = what, most, comma_separates

    def __missing__(self, text: str) -> Decimal | None:
        try:
            number = read_number(text, self._comma_separates)
        except ValueError as error:
            raise ValueError(f"{self._what}: {error}") from None
        if number is not None and number < 0:
            raise ValueError(f"{self._what}: {text.strip()} is negative")
        if number is not None and number > self._most:
            raise ValueError(f"{self._what}: {text.strip()} is more than {self._most:,}, the most that is read")
        self[text] = number = number or None
        return number


def read_rows(table: Table, layout: Layout, format_name: str, asked: MassUnit | None) -> Reading:
    """Read all rows of a recognised table; raises InputError if it has none or is cut off.

    `asked` is the unit to take the weights in, whatever the headings say, where a row does not name its own.
    """
    rows: list[SourceRow] = []
    visits: _Visits = {}
    read = _row_reader(table, layout, visits)
    for record in table.records():
        try:
            other = read(len(rows), record)
        except ValueError as error:
            rows.append(SourceRow(record[0], "listed", str(error), record[2]))
        else:
            rows.append(SourceRow(record[0], "other" if other else "set", other, record[2]))
    if not rows:
        raise InputError.at(table.source.name, "the file has headings but no rows below them")
    unit = _unit_of(visits, layout, asked)
    log = _log(visits, layout, unit.unit or "kg", rows)
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
    )


def _row_reader(table: Table, layout: Layout, visits: _Visits) -> Callable[[int, Record], str]:
    """Make a function that keeps a row's set, or says what else the row is, or raises ValueError with why."""
    width, commas = table.width, table.separator == ","

    def at(role: Role) -> int:
        return layout.columns.get(role, width)  # where there is no such column, the blank that is put at the end

    start_at, end_at, time_at = at(Role.START), at(Role.END), at(Role.SESSION_TIME)
    session_at, session_note_at, note_at = at(Role.SESSION), at(Role.SESSION_NOTE), at(Role.NOTE)
    name_at, order_at, kind_at = at(Role.EXERCISE), at(Role.ORDER), at(Role.KIND)
    weight_at, unit_at, reps_at, rpe_at = at(Role.WEIGHT), at(Role.WEIGHT_UNIT), at(Role.REPS), at(Role.RPE)
    distance_at, length_at, seconds_at = at(Role.DISTANCE), at(Role.DISTANCE_UNIT), at(Role.SECONDS)
    reps_of = _Quantities("reps", MAX_REPS, commas)
    weight_of = _Quantities("weight", MAX_WEIGHT, commas)
    distance_of = _Quantities("distance", MAX_DISTANCE, commas)
    seconds_of = _Quantities("seconds", MAX_SECONDS, commas)
    rpe_of = _Quantities("RPE", 10, commas)
    heading = table.headings[name_at] if name_at < len(table.headings) else None

    def read(row: int, record: Record) -> str:
        line, fields, raw, problem = record
        if problem or len(fields) != width or "\0" in raw:
            raise ValueError(problem or _damage(fields, width))
        fields.append("")
        name, code = fields[name_at].strip(), fields[kind_at] or fields[order_at]
        if name == heading:
            raise ValueError("these are the headings again")
        other = None if code.isdigit() else between_sets(code)
        if other:
            return other
        if not name:
            raise ValueError("the exercise has no name" if any(map(str.strip, fields)) else "every field is empty")
        reps, weight = reps_of[fields[reps_at]], weight_of[fields[weight_at]]
        seconds, distance = seconds_of[fields[seconds_at]], distance_of[fields[distance_at]]
        rpe = rpe_of[fields[rpe_at]]
        if (seconds or distance) and not (reps and weight):
            activity = activity_of(name)
            if activity in ("cardio", "stretching"):
                return activity
            if distance and not reps and not weight and activity != "strength":
                return "cardio"
        kind: SetKind | None = "normal"
        if not code.isdigit():
            kind = set_kind_of(code)
            if kind is None and len(code.strip()) > 2:
                if seconds and not reps and not weight:
                    return "rest timer"  # in a language whose words for it are not known
                raise ValueError(f"{code.strip()[:40]!r} is no number of a set and no known code")
        if not (reps or seconds or distance):
            return "not done"
        key = fields[start_at], fields[session_at]
        visit = visits.get(key)
        if visit is None:
            visit = visits[key] = _Visit(key[0], fields[end_at], fields[time_at], key[1].strip())
        if not visit.note and fields[session_note_at]:
            visit.note = fields[session_note_at].strip()
        visit.drafts.append(
            _Draft(
                row,
                line,
                name,
                kind,
                reps,
                weight,
                _unit(fields[unit_at]) if unit_at < width and weight else None,
                seconds,
                distance,
                meters_of(fields[length_at]) if distance else None,
                rpe,
                fields[note_at].strip(),
            )
        )
        return ""

    return read


def _damage(fields: list[str], width: int) -> str:
    if len(fields) == width:
        return "the row holds NUL characters, which no app writes; the file is damaged here"
    if not any(map(str.strip, fields)):
        return "every field is empty"
    return f"the row has {len(fields)} field{'s' * (len(fields) != 1)} where the others have {width}"


@lru_cache(maxsize=1024)
def _unit(text: str) -> MassUnit | None:
    unit = mass_unit_of(text)
    if unit is None and text.strip():
        raise ValueError(f"the unit {text.strip()[:20]!r} is not known; legday reads kg and lb")
    return unit


def _unit_of(visits: _Visits, layout: Layout, asked: MassUnit | None) -> Unit:
    """Decide the unit of the weights that come without one."""
    if asked:
        return Unit(asked, "as asked for")
    if layout.mass_unit:
        return Unit(layout.mass_unit, "the heading of the weights says so")
    units = Counter(draft.unit for visit in visits.values() for draft in visit.drafts if draft.weight)
    stated = [unit for unit, _ in units.most_common() if unit]
    if stated:
        return Unit(stated[0], f"the column of units says so in {units[stated[0]]:,} of {units.total():,} rows")
    lifts = dict.fromkeys(
        (draft.name, draft.weight) for visit in visits.values() for draft in visit.drafts if draft.weight
    )
    return infer_unit(tuple(lifts), english=layout.english)


def _log(visits: _Visits, layout: Layout, unit: MassUnit, rows: list[SourceRow]) -> Log:
    """Make the log; sets of visits whose date can't be read are listed instead."""
    starts = dict.fromkeys(visit.start for visit in visits.values())
    american = any(text.rstrip(". ").lower().endswith("m") for text in starts)
    order = date_order(starts, "month first" if american else "day first")
    sessions: dict[tuple[dt.datetime, str], list[_Visit]] = {}
    for visit in visits.values():
        start = read_date(visit.start, order)
        if start is not None:
            sessions.setdefault((start, visit.name), []).append(visit)
            continue
        reason = f"{visit.start[:40]!r} can't be read as a date" if visit.start.strip() else "the row has no date"
        for draft in visit.drafts:
            rows[draft.row] = SourceRow(draft.line, "listed", reason, rows[draft.row].raw)
    masses = _masses(visits, unit)
    length = layout.meters or meters_of("km" if unit == "kg" else "mi") or Decimal(1)
    return Log(
        tuple(
            LoggedSession(
                start,
                name,
                _sets([draft for visit in same for draft in visit.drafts], masses, unit, length),
                next((seconds for visit in same if (seconds := _length(visit, start, order))), None),
                next((visit.note for visit in same if visit.note), ""),
            )
            for (start, name), same in sorted(sessions.items(), key=lambda item: item[0])
        )
    )


def _sets(drafts: list[_Draft], masses: _Masses, unit: MassUnit, length: Decimal) -> tuple[LoggedSet, ...]:
    sets = []
    counts: dict[str, int] = {}
    worked: set[str] = set()
    for draft in drafts:
        name, kind, weight = draft.name, draft.kind, draft.weight
        counts[name] = position = counts.get(name, 0) + 1
        if kind is None:  # a code of a language that is not known: warm-ups come before the first numbered set
            kind = "drop" if name in worked else "warm-up"
        elif kind == "normal":
            worked.add(name)
        sets.append(
            LoggedSet(
                name,
                None,
                position,
                kind,
                draft.reps,
                masses[draft.unit or unit][weight] if weight else None,
                draft.seconds,
                draft.distance * (draft.meters or length) if draft.distance else None,
                draft.rpe,
                draft.note,
                draft.line,
            )
        )
    return tuple(sets)


def _masses(visits: _Visits, unit: MassUnit) -> _Masses:
    """Read every weight of the file once, in the unit of its row or else of the file."""
    weights: dict[MassUnit, set[Decimal]] = {"kg": set(), "lb": set()}
    for visit in visits.values():
        for draft in visit.drafts:
            if draft.weight:
                weights[draft.unit or unit].add(draft.weight)
    return {unit: read_masses(unit, values) for unit, values in weights.items()}


def _length(visit: _Visit, start: dt.datetime, order: DateOrder) -> int | None:
    end = read_date(visit.end, order) if visit.end else None
    seconds = int((end - start).total_seconds()) if end else read_seconds(visit.time)
    return seconds if seconds and 0 < seconds <= MAX_SESSION_SECONDS else None
