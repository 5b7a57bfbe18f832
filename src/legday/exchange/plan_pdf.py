"""A plan as sheets to print and take to the gym: A4, black on white, with boxes to write in what was done."""

import datetime as dt
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from legday.catalogue import load_catalogue
from legday.documents import encode
from legday.exchange.plan_days import Course, TrainingDay, training_days
from legday.exchange.plan_legend import legend
from legday.exchange.plan_looks import Look, looks
from legday.exchange.plan_words import (
    one_line,
    said_after,
    said_briefly,
    said_conflict,
    said_kind,
    said_load,
    said_parts,
    said_proof,
    said_span,
    said_ways_out,
)
from legday.notation import Hold, Interval, Reps, Scheme, parse, print_scheme
from legday.planner import Item, Plan, PlannedRun, Session, Volume
from legday.units import Weekday

MOST_WEEKS = 4
"""The most weeks a sheet holds with boxes that are big enough for a pen."""
MOST_CUES = 2
"""The most general cues an exercise gets beside how its variant is done; more would be too small to read."""

_TEMPLATE = Path(__file__).with_suffix(".typ")


class Row(msgspec.Struct, frozen=True):
    """What an exercise asks for in a week, and what can be written into the box of each set."""

    week: int
    sets: str
    details: str
    load: str
    count: int
    writes: Literal["reps", "seconds"]
    sides: bool
    loaded: bool


class Exercise(msgspec.Struct, frozen=True):
    """An exercise of a sheet. `rest` is given where all its weeks share it."""

    name: str
    variant: str
    part: str
    how: str
    cues: tuple[str, ...]
    rest: str
    rows: tuple[Row, ...]


class Check(msgspec.Struct, frozen=True):
    """A warm-up or stretch to tick off, and the weeks that have it."""

    name: str
    variant: str
    how: str
    sets: str
    weeks: tuple[int, ...]


class Sitting(msgspec.Struct, frozen=True):
    """A session of a sheet."""

    week: int
    date: str
    minutes: int
    kind: str


class Sheet(msgspec.Struct, frozen=True):
    """A training day for up to four weeks."""

    day: str
    weeks: str
    parts: str
    sittings: tuple[Sitting, ...]
    warm_up: tuple[Check, ...]
    exercises: tuple[Exercise, ...]
    stretch: tuple[Check, ...]
    after: tuple[str, ...]


class Cell(msgspec.Struct, frozen=True):
    """A day in the grid of weeks: what a session trains and how long it takes [min], 0 without one, and the run.

    `traded` says that legs take the place of the run.
    """

    parts: str
    minutes: int
    run: str
    traded: bool


class Overview(msgspec.Struct, frozen=True):
    """A week of the first page: its row in the grid, in the order of the days, and the volume of each part in it."""

    number: int
    start: str
    kind: str
    mileage: str
    days: tuple[Cell | None, ...]
    volumes: tuple[Volume, ...]


class Booklet(msgspec.Struct, frozen=True):
    """All that is printed."""

    athlete: str
    method: str
    start: tuple[int, int, int]
    span: str
    status: str
    unit: str
    parts: tuple[str, ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    conflict: tuple[str, ...]
    ways_out: tuple[str, ...]
    days: tuple[str, ...]
    weeks: tuple[Overview, ...]
    legend: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    looks: tuple[Look, ...]


def plan_sheet_pdf(plan: Plan) -> bytes:
    """Typeset a plan as a PDF: a page with the weeks and their volume, a sheet for each day, how they look.

    A sheet holds up to four weeks; longer blocks get several of each day. The same plan gives the same bytes wherever
    its text is Latin; other scripts are set in the fonts of the machine.
    """
    import typst

    data = encode(_cleaned(msgspec.to_builtins(_booklet(plan)))).decode()
    pdf = typst.compile(_TEMPLATE.read_bytes(), sys_inputs={"booklet": data}, format="pdf")
    assert isinstance(pdf, bytes)  # noqa: S101 - a PDF is one file
    return pdf


def _cleaned(value: Any) -> Any:
    """Put every text on one line."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value


def _booklet(plan: Plan) -> Booklet:
    start = plan.request.start
    return Booklet(
        athlete=plan.athlete,
        method=plan.method_name,
        start=(start.year, start.month, start.day),
        span=said_span(plan) if plan.weeks else "",
        status=said_proof(plan),
        unit=plan.request.profile.units,
        parts=plan.ranking,
        warnings=plan.warnings,
        notes=plan.notes,
        conflict=said_conflict(plan),
        ways_out=said_ways_out(plan),
        days=tuple(day.capitalize()[:3] for day in _weekdays(plan)),
        weeks=tuple(_overviews(plan)),
        legend=legend(plan),
        sheets=tuple(sheet for day in training_days(plan) for sheet in _sheets(plan, day)),
        looks=looks(plan),
    )


def _weekdays(plan: Plan) -> Iterator[Weekday]:
    """The days of a week in the order in which the block has them."""
    return (Weekday.of(plan.request.start).plus(days) for days in range(7))


def _overviews(plan: Plan) -> Iterator[Overview]:
    for week in plan.weeks:
        sessions = {Weekday.of(session.date): session for session in week.sessions}
        runs = {Weekday.of(run.date): run for run in week.runs}
        by_part = {volume.part: volume for volume in week.volumes}
        yield Overview(
            number=week.number,
            start=_date(week.start),
            kind=said_kind(week),
            mileage=week.mileage,
            days=tuple(_cell(sessions.get(day), runs.get(day)) for day in _weekdays(plan)),
            volumes=tuple(by_part[part] for part in plan.ranking),
        )


def _cell(session: Session | None, run: PlannedRun | None) -> Cell | None:
    if session is None and run is None:
        return None
    return Cell(
        parts=said_parts(session) if session else "",
        minutes=session.minutes if session else 0,
        run=said_briefly(run) if run else "",
        traded=run is not None and run.traded,
    )


def _sheets(plan: Plan, day: TrainingDay) -> Iterator[Sheet]:
    """Share the weeks of a day out evenly among as many sheets as they need."""
    numbers = [week.number for week, _ in day.sessions]
    size = ceil(len(numbers) / ceil(len(numbers) / MOST_WEEKS))
    for first in range(0, len(numbers), size):
        part = set(numbers[first : first + size])
        sessions = tuple(dated for dated in day.sessions if dated[0].number in part)
        courses = (tuple(dated for dated in course.weeks if dated[0].number in part) for course in day.courses)
        yield _sheet(plan, TrainingDay(sessions, tuple(Course(weeks) for weeks in courses if weeks)))


def _sheet(plan: Plan, day: TrainingDay) -> Sheet:
    sittings = tuple(
        Sitting(week.number, _date(session.date), session.minutes, said_kind(week)) for week, session in day.sessions
    )
    first, last, session = sittings[0].week, sittings[-1].week, day.session
    return Sheet(
        day=session.weekday,
        weeks=f"week {first}" if first == last else f"weeks {first}–{last}",
        parts=said_parts(session),
        sittings=sittings,
        warm_up=tuple(_check(course) for course in day.courses if course.item.role == "warm-up"),
        exercises=tuple(_exercise(course) for course in day.courses if course.item.role not in ("warm-up", "stretch")),
        stretch=tuple(_check(course) for course in day.courses if course.item.role == "stretch"),
        after=said_after(plan, session),
    )


def _check(course: Course) -> Check:
    runs, item = course.runs, course.item
    sets = runs[0][1].sets if len(runs) == 1 else "; ".join(f"week {weeks}: {each.sets}" for weeks, each in runs)
    weeks = tuple(week.number for week, _ in course.weeks)
    return Check(item.name, item.variant_name, " ".join(filter(None, (item.how, item.note))), sets, weeks)


def _exercise(course: Course) -> Exercise:
    item, known = course.item, load_catalogue().exercises.get(course.item.exercise)
    rests = {_rest(each) for _, each in course.weeks}
    shared = rests.pop() if len(rests) == 1 else ""
    return Exercise(
        name=item.name,
        variant=item.variant_name,
        part=item.part or item.role,
        how=" ".join(filter(None, (item.how, item.note))),
        cues=known.cues[:MOST_CUES] if known else (),
        rest=shared,
        rows=tuple(_row(week.number, each, shared) for week, each in course.weeks),
    )


def _scheme(item: Item) -> Scheme:
    entry = parse(item.sets).entries[0]
    return entry if isinstance(entry, Scheme) else entry.members[0]


def _rest(item: Item) -> str:
    """The rest as the set line writes it, `rest 90s`: the difference that leaving it out makes."""
    scheme = _scheme(item)
    without = print_scheme(replace(scheme, rest=None, progression=None))
    return print_scheme(replace(scheme, progression=None)).removeprefix(without).strip()


def _row(week: int, item: Item, shared_rest: str) -> Row:
    scheme = _scheme(item)
    label, role, sides, load = scheme.label, scheme.role, scheme.sides, scheme.load
    sets = print_scheme(Scheme(scheme.sets, scheme.links, label=label, role=role, sides=sides, load=load))
    details = item.sets.removeprefix(sets)
    target = scheme.links[0]
    return Row(
        week=week,
        sets=sets,
        details=details.replace(f" {shared_rest}", "", 1).strip() if shared_rest else details.strip(),
        load=said_load(item),
        count=item.count,
        writes="seconds" if isinstance(target, Hold | Interval) else "reps",
        sides=scheme.sides != "both" and not (isinstance(target, Reps) and target.unit == "steps"),
        loaded=item.load is not None and item.load.text != "bodyweight",
    )


def _date(date: dt.date) -> str:
    return f"{date.day} {date:%b}"
