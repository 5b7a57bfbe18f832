"""The sets of a training log put into sessions, with their weights in the unit they were entered in."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from legday.exchange.activities import SetKind
from legday.exchange.dates import DateOrder, date_order, read_date, read_seconds
from legday.exchange.headings import Role, meters_of
from legday.exchange.layout import Layout
from legday.exchange.weights import Unit, infer_unit, read_masses
from legday.log import Log, LoggedSession, LoggedSet
from legday.units import Mass, MassUnit

MAX_SESSION_SECONDS = 24 * 3600
"""The longest session whose length is kept [s]; longer ones are apps that were never stopped."""

_DECIMAL = re.compile(r"\d{1,7}(?:[.,]\d{1,9})?")
_Masses = dict[MassUnit, dict[Decimal, Mass]]


class Draft(msgspec.Struct, gc=False):
    """A set whose weight waits for the unit of the file; its kind is None if the code is of an unknown language."""

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


class Visit(msgspec.Struct):
    """The sets that name the same start and session, as the file writes them; `id` is the app's own number."""

    start: str
    end: str
    time: str
    name: str
    id: str = ""
    note: str = ""
    drafts: list[Draft] = []


class _Dated(msgspec.Struct):
    """A visit and when it began."""

    start: dt.datetime
    visit: Visit


def unit_of_weights(visits: Iterable[Visit], layout: Layout, asked: MassUnit | None) -> Unit:
    """Decide the unit of the weights that come without one."""
    if asked:
        return Unit(asked, "as asked for")
    if layout.mass_unit:
        return Unit(layout.mass_unit, "the heading of the weights says so")
    weighted = [draft for visit in visits for draft in visit.drafts if draft.weight]
    units = Counter(draft.unit for draft in weighted)
    stated = [unit for unit, _ in units.most_common() if unit]
    if stated:
        teller = "column of units says" if Role.WEIGHT_UNIT in layout.columns else "weights themselves say"
        return Unit(stated[0], f"the {teller} so in {units[stated[0]]:,} of {units.total():,} rows")
    lifts = dict.fromkeys((draft.name, draft.weight) for draft in weighted if draft.weight)
    return infer_unit(tuple(lifts), english=layout.english)


def make_log(visits: Iterable[Visit], layout: Layout, unit: MassUnit) -> tuple[Log, dict[int, str]]:
    """Make the log, and say by row which sets are left out, as their date can't be read, and why."""
    visits = list(visits)
    starts = dict.fromkeys(visit.start for visit in visits)
    american = any(text.rstrip(". ").lower().endswith("m") for text in starts)
    order = date_order(starts, "month first" if american else "day first")
    dated, undated = [], {}
    for visit in visits:
        start = read_date(visit.start, order)
        if start is not None:
            dated.append(_Dated(start, visit))
            continue
        reason = f"{visit.start[:40]!r} can't be read as a date" if visit.start.strip() else "the row has no date"
        undated.update(dict.fromkeys((draft.row for draft in visit.drafts), reason))
    masses = _masses(visits, unit)
    length = layout.meters or meters_of("km" if unit == "kg" else "mi") or Decimal(1)
    sessions = (
        LoggedSession(
            start,
            name,
            _sets((draft for each in same for draft in each.visit.drafts), masses, unit, length),
            next((seconds for each in same if (seconds := _length(each, order, layout.session_seconds))), None),
            next((each.visit.note for each in same if each.visit.note), ""),
        )
        for (start, name), same in sorted(_sessions(dated, layout.gap).items(), key=lambda item: item[0])
    )
    return Log(tuple(sessions)), undated


def _sessions(dated: list[_Dated], gap: dt.timedelta | None) -> dict[tuple[dt.datetime, str], list[_Dated]]:
    """Put the visits of one session together, by its number, else by its name and start."""
    groups: dict[tuple[object, str], list[_Dated]] = {}
    for each in dated:
        groups.setdefault((each.visit.id or each.start, each.visit.name), []).append(each)
    sessions: dict[tuple[dt.datetime, str], list[_Dated]] = {}
    for (_, name), same in groups.items():
        same.sort(key=lambda each: each.start)
        sessions.setdefault((same[0].start, name), []).extend(same)
    has_numbers = any(each.visit.id for each in dated)
    return sessions if gap is None or has_numbers else _joined(sessions, gap)


def _joined(
    sessions: dict[tuple[dt.datetime, str], list[_Dated]], gap: dt.timedelta
) -> dict[tuple[dt.datetime, str], list[_Dated]]:
    """Join the sessions of one name whose sets follow each other without a longer gap."""
    joined: dict[tuple[dt.datetime, str], list[_Dated]] = {}
    latest: dict[str, tuple[dt.datetime, str]] = {}
    for (start, name), same in sorted(sessions.items(), key=lambda item: item[0]):
        key = latest.get(name)
        if key is None or start - joined[key][-1].start > gap:
            key = latest[name] = start, name
        joined.setdefault(key, []).extend(same)
    return joined


def _sets(drafts: Iterable[Draft], masses: _Masses, unit: MassUnit, length: Decimal) -> tuple[LoggedSet, ...]:
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


def _masses(visits: Iterable[Visit], unit: MassUnit) -> _Masses:
    """Read every weight of the file once, in the unit of its row or else of the file."""
    weights: dict[MassUnit, set[Decimal]] = {"kg": set(), "lb": set()}
    for visit in visits:
        for draft in visit.drafts:
            if draft.weight:
                weights[draft.unit or unit].add(draft.weight)
    return {unit: read_masses(unit, values) for unit, values in weights.items()}


def _length(each: _Dated, order: DateOrder, unit: int) -> int | None:
    end = read_date(each.visit.end, order) if each.visit.end else None
    time = each.visit.time.strip()
    if end:
        seconds: int | None = int((end - each.start).total_seconds())
    elif _DECIMAL.fullmatch(time):
        seconds = round(float(time.replace(",", ".")) * unit)
    else:
        seconds = read_seconds(time)
    return seconds if seconds and 0 < seconds <= MAX_SESSION_SECONDS else None
