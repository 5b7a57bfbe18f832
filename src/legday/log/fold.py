"""The fold: events in any order, with any repeated, over a base of imported sessions, into one log.

The state of a thing is what its changes make of nothing, or of what was imported, as merge patches in the order of
the ids of their events. `merge_events` gives that raw state; `fold` reads it as a `Log`. Every device runs the same
fold and so comes to the same state.

References
----------
RFC 7396, JSON Merge Patch.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar

import msgspec

from legday.anatomy import Joint, Part
from legday.log.diary_fold import (
    DayRecord,
    FoodRecord,
    RecipeRecord,
    RunRecord,
    days,
    food_fields,
    foods,
    recipe_fields,
    recipes,
    runs,
)
from legday.log.events import CHANGES, DATED, Event, Subject, check_in_id, day_id
from legday.log.model import (
    CheckIn,
    CyclePhase,
    Log,
    LoggedSession,
    LoggedSet,
    Measure,
    MeasureKind,
    OwnExercise,
    PartKind,
    SetKind,
    SetPart,
    Side,
)
from legday.units import Mass

Record = dict[str, Any]
Settle = Callable[[str], tuple[str | None, str | None]]
"""Tells the exercise and the variant that a name stands for, None where that is open."""


class _SessionRecord(msgspec.Struct, gc=False):
    start: dt.datetime | None = None
    name: str | None = None
    plan: str | None = None
    planned_date: dt.date | None = None
    finished: bool | None = None
    seconds: int | None = None
    note: str | None = None
    overruled: dict[str, bool | None] | None = None
    removed: bool | None = None


class _PartRecord(msgspec.Struct, gc=False):
    kind: PartKind | None = None
    reps: Decimal | None = None
    load: Any = None
    seconds: Decimal | None = None


class _SetRecord(msgspec.Struct, gc=False):
    session: str | None = None
    name: str | None = None
    exercise: str | None = None
    variant: str | None = None
    order: float = 0.0
    kind: SetKind | None = None
    reps: Decimal | None = None
    load: Any = None  # a mass, or its text
    seconds: Decimal | None = None
    meters: Decimal | None = None
    rpe: Decimal | None = None
    side: Side | None = None
    pauses: int | None = None
    pain: Joint | None = None
    parts: dict[str, _PartRecord | None] | None = None
    block: str | None = None
    step: str | None = None
    note: str | None = None
    skipped: bool | None = None
    removed: bool | None = None
    source_line: int | None = None


class _MeasureRecord(msgspec.Struct, gc=False):
    date: dt.date | None = None
    kind: MeasureKind | None = None
    value: Decimal | None = None
    unit: str | None = None
    side: Side | None = None
    note: str | None = None
    checked: bool | None = None
    removed: bool | None = None


class _ExerciseRecord(msgspec.Struct, gc=False):
    name: str | None = None
    part: Part | None = None
    sides: Literal["both", "one"] | None = None
    note: str | None = None
    removed: bool | None = None


class _CheckInRecord(msgspec.Struct, gc=False):
    sleep: Decimal | None = None
    sleep_quality: int | None = None
    stress: int | None = None
    hydration: int | None = None
    soreness: dict[Part, int | None] | None = None
    pain: dict[Joint, int | None] | None = None
    cycle: tuple[CyclePhase, ...] | None = None
    note: str | None = None
    removed: bool | None = None


_T = TypeVar("_T")
_Changes = list[tuple[str, str]]  # a thing and the JSON text of a change, in the order of the events


def imported_session_id(start: dt.datetime, name: str) -> str:
    """Return the id of an imported session; its sets are `<that>:<number>`, from 1."""
    return "i" + hashlib.sha256(f"{start.isoformat()}|{name}".encode()).hexdigest()[:16]


def merge_patch(target: object, patch: object) -> Any:
    """Apply a JSON merge patch (RFC 7396) and return the result; what was given stays as it is."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def merge_events(events: Iterable[Event]) -> dict[Subject, dict[str, Record]]:
    """Merge events into the raw state: by subject and id, the fields of each thing as JSON; removed things, too."""
    state: dict[Subject, dict[str, Record]] = {about: {} for about in CHANGES}
    for event in sorted({event.id: event for event in events}.values(), key=lambda event: event.id):
        things = state[event.about]
        things[event.of] = merge_patch(things.get(event.of), event.change)
    return state


def _open(_name: str) -> tuple[None, None]:
    return None, None


def fold(events: Iterable[Event], base: Log = Log(), settle: Settle = _open) -> Log:  # noqa: B008  (frozen)
    """Fold events over a base into a log.

    Parameters
    ----------
    events
        Checked events (`check_event`), in any order, repeated or not.
    base
        What was imported: sessions with ids of their own, and sets with theirs. Events change it like anything else.
    settle
        Tells the exercise a name stands for, where a set has none.

    Returns
    -------
    Log
        Without what is removed, what is skipped, and what still lacks a field it can't be without.
    """
    ordered = sorted({event.id: event for event in events}.values(), key=lambda event: event.id)
    rows = [(event.about, event.of, msgspec.json.encode(event.change).decode()) for event in ordered]
    return fold_texts(rows, base, settle)


def fold_texts(rows: Iterable[tuple[Subject, str, str]], base: Log, settle: Settle = _open) -> Log:
    """Fold changes that are in the order of their events: each its subject, its thing and its JSON text.

    This is `fold` for a store, which has them in order. Most things have a single change, read without a detour.
    """
    changes: dict[Subject, _Changes] = {about: [] for about in CHANGES}
    for about, of, text in rows:
        changes[about].append((of, text))
    own_measures = {measure.id: _fields(measure) for measure in base.measures}
    own_exercises = {exercise.id: _fields(exercise) for exercise in base.exercises}
    own_check_ins = {check_in_id(check_in.date): _fields(check_in, "date") for check_in in base.check_ins}
    return Log(
        _sessions(changes["session"], changes["set"], base, settle),
        _measures(_read(_MeasureRecord, changes["measure"], own_measures)),
        _exercises(_read(_ExerciseRecord, changes["exercise"], own_exercises)),
        _check_ins(_read(_CheckInRecord, changes["check-in"], own_check_ins)),
        foods(_read(FoodRecord, changes["food"], {food.id: food_fields(food) for food in base.foods})),
        recipes(_read(RecipeRecord, changes["recipe"], {recipe.id: recipe_fields(recipe) for recipe in base.recipes})),
        runs(_read(RunRecord, changes["run"], {run.id: _fields(run) for run in base.runs})),
        days(_read(DayRecord, changes["day"], {day_id(day.date): _fields(day, "date") for day in base.days})),
    )


def _read(kind: type[_T], changes: _Changes, known: dict[str, Record]) -> dict[str, _T]:
    """Read things as records: those that are known with their changes, the others as their changes make them."""
    single = dict(changes)
    several: dict[str, list[str]] = {of: [] for of in known}
    if len(single) < len(changes):
        counts = Counter(of for of, _ in changes)
        several |= {of: [] for of, count in counts.items() if count > 1}
    if several:
        for of, text in changes:
            if of in several:
                several[of].append(text)
                single.pop(of, None)
    # those with one change are decoded in one call
    decoded = msgspec.json.decode(f"[{','.join(single.values())}]", type=list[kind])  # type: ignore[valid-type]
    found = dict(zip(single, decoded, strict=True))
    for of, texts in several.items():
        record = known.get(of, {})
        for text in texts:
            record = merge_patch(record, msgspec.json.decode(text))
        found[of] = msgspec.convert(record, kind)
    return found


def _sessions(sessions: _Changes, sets: _Changes, base: Log, settle: Settle) -> tuple[LoggedSession, ...]:
    imported = {session.id: session for session in base.sessions}
    imported_sets = {
        done.id: (session.id, number, done)
        for session in (base.sessions if sets else ())
        for number, done in enumerate(session.sets, start=1)
    }
    changed = {of: imported_sets[of] for of, _ in sets if of in imported_sets}
    set_records = _read(_SetRecord, sets, {of: _set_fields(*found, settle) for of, found in changed.items()})
    touched = {of for of, _ in sessions if of in imported} | {session for session, _, _ in changed.values()}
    if imported:
        touched |= {record.session for record in set_records.values() if record.session in imported}
    for identifier in touched:
        for number, done in enumerate(imported[identifier].sets, start=1):
            if done.id not in changed:
                fields = _set_fields(identifier, number, done, settle)
                set_records[done.id] = msgspec.convert(fields, _SetRecord)
    without = ("sets", "overruled")  # what is imported has overruled nothing
    records = _read(_SessionRecord, sessions, {of: _fields(imported[of], *without) for of in touched})
    sets_of: dict[str, list[tuple[float, str, _SetRecord]]] = {}
    for of, record in set_records.items():
        if record.session and record.name and not record.removed and not record.skipped:
            sets_of.setdefault(record.session, []).append((record.order, of, record))
    kept = [session for session in base.sessions if session.id not in touched]
    made = [
        LoggedSession(
            start=record.start,
            name=record.name,
            sets=_logged_sets(sorted(sets_of.get(of, ())), settle),
            seconds=record.seconds,
            note=record.note or "",
            id=of,
            plan=record.plan,
            planned_date=record.planned_date,
            finished=bool(record.finished),
            overruled=tuple(sorted(rule for rule, is_so in (record.overruled or {}).items() if is_so)),
        )
        for of, record in records.items()
        if record.start and record.name and not record.removed
    ]
    return tuple(sorted(kept + made, key=lambda session: (session.start, session.name, session.id)))


def _logged_sets(records: list[tuple[float, str, _SetRecord]], settle: Settle) -> tuple[LoggedSet, ...]:
    positions: dict[str, int] = {}
    done = []
    for _, of, record in records:
        name = record.name or ""
        exercise, variant = (record.exercise, record.variant) if record.exercise else settle(name)
        positions[exercise or name] = position = positions.get(exercise or name, 0) + 1
        done.append(
            LoggedSet(  # by place: this is the busiest line of a large log
                name,
                exercise,
                position,
                record.kind or "normal",
                record.reps,
                _mass(record.load),
                record.seconds,
                record.meters,
                record.rpe,
                record.note or "",
                record.source_line,
                variant,
                of,
                record.side,
                record.pauses,
                record.pain,
                _parts(record.parts) if record.parts else (),
                record.block or "",
                record.step or "",
            )
        )
    return tuple(done)


def _parts(parts: dict[str, _PartRecord | None]) -> tuple[SetPart, ...]:
    ordered = (part for _, part in sorted(parts.items()))
    return tuple(
        SetPart(part.kind, part.reps, _mass(part.load), part.seconds) for part in ordered if part and part.kind
    )


def _measures(records: dict[str, _MeasureRecord]) -> tuple[Measure, ...]:
    shown = [
        Measure(
            of,
            record.date,
            record.kind,
            record.value,
            record.unit,
            record.side,
            record.note or "",
            bool(record.checked),
        )
        for of, record in records.items()
        if record.date and record.kind and record.value is not None and record.unit is not None and not record.removed
    ]
    return tuple(sorted(shown, key=lambda measure: (measure.date, measure.id)))


def _exercises(records: dict[str, _ExerciseRecord]) -> tuple[OwnExercise, ...]:
    shown = [
        OwnExercise(of, record.name, record.part, record.sides or "both", record.note or "")
        for of, record in records.items()
        if record.name and not record.removed
    ]
    return tuple(sorted(shown, key=lambda exercise: (exercise.name, exercise.id)))


def _check_ins(records: dict[str, _CheckInRecord]) -> tuple[CheckIn, ...]:
    shown = [
        CheckIn(
            date=dt.date.fromisoformat(of.removeprefix(DATED["check-in"])),
            sleep=record.sleep,
            sleep_quality=record.sleep_quality,
            stress=record.stress,
            hydration=record.hydration,
            soreness={part: level for part, level in sorted((record.soreness or {}).items()) if level},
            pain={joint: level for joint, level in sorted((record.pain or {}).items()) if level},
            cycle=record.cycle or (),
            note=record.note or "",
        )
        for of, record in records.items()
        if not record.removed
    ]
    return tuple(sorted(shown, key=lambda check_in: check_in.date))


def _fields(thing: msgspec.Struct, *without: str) -> Record:
    """Return the fields that a change can change, as they are."""
    fields = msgspec.structs.asdict(thing)
    return {name: value for name, value in fields.items() if value is not None and name not in ("id", *without)}


def _set_fields(session: str, number: int, done: LoggedSet, settle: Settle) -> Record:
    fields = _fields(done, "position", "parts") | {"session": session, "order": number}
    if (done.exercise, done.variant) == settle(done.name):  # it goes with the name, should that change
        fields.pop("exercise", None)
        fields.pop("variant", None)
    fields["parts"] = {f"{place:03}": _fields(part) for place, part in enumerate(done.parts)}
    return fields


def _mass(load: Mass | str | None) -> Mass | None:
    return _read_mass(load) if isinstance(load, str) else load


_read_mass = cache(Mass.parse)  # a log says the same few loads again and again
