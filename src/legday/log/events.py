"""Events: the append-only record of what an athlete's devices say about sessions, sets, measures, check-ins and more.

An event changes one thing. Its change is a JSON merge patch (RFC 7396) on the fields of that thing, so two devices
that change different fields of a set both keep what they said. Events are put in the order of their ids: UUIDv7 made
on the device, each later than every id the device has seen, so that the order is the same everywhere and an answer
never comes before what it answers, however wrong a clock is.
"""

import datetime as dt
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from legday.anatomy import Joint, Part
from legday.log.change import (
    Amount,
    Change,
    Effort,
    EventId,
    Grade,
    Hours,
    LocalTime,
    Name,
    Note,
    Pains,
    Sorenesses,
    ThingId,
    bounded,
)
from legday.log.diary_changes import DayChange, FoodChange, RecipeChange, RunChange
from legday.log.model import CyclePhase, MeasureKind, PartKind, SetKind, Side
from legday.units import Mass

Subject = Literal["session", "set", "measure", "exercise", "check-in", "food", "recipe", "run", "day"]


class SessionChange(Change, frozen=True):
    """A change of a session.

    `start` is local time. `swaps` says which exercise stands in for a planned block, `sequence` in which order the
    blocks are done, `added` which exercises were put in beside the planned ones, by their block. `overruled` holds the
    check-in rules that are set aside, by their ids.
    """

    start: LocalTime | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    plan: ThingId | UnsetType | None = UNSET
    planned_date: dt.date | UnsetType | None = UNSET
    finished: bool | UnsetType | None = UNSET
    seconds: Annotated[int, msgspec.Meta(ge=0, le=604_800)] | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET
    swaps: dict[str, str | None] | UnsetType | None = UNSET
    sequence: list[str] | UnsetType | None = UNSET
    added: dict[str, str | None] | UnsetType | None = UNSET
    overruled: dict[str, bool | None] | UnsetType | None = UNSET


class SetPartChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A change of a part of a set."""

    kind: PartKind | UnsetType = UNSET
    reps: Amount | UnsetType | None = UNSET
    load: Mass | UnsetType | None = UNSET
    seconds: Amount | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        bounded(self, "reps", "seconds")


class SetChange(Change, frozen=True):
    """A change of a set. `order` puts the sets of a session in order; `parts` are in the order of their keys.

    `skipped` marks a planned set that the athlete left out: it is kept for the session, not counted in the log.
    """

    session: ThingId | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    exercise: ThingId | UnsetType | None = UNSET
    variant: ThingId | UnsetType | None = UNSET
    order: float | UnsetType = UNSET
    kind: SetKind | UnsetType | None = UNSET
    reps: Amount | UnsetType | None = UNSET
    load: Mass | UnsetType | None = UNSET
    seconds: Amount | UnsetType | None = UNSET
    meters: Amount | UnsetType | None = UNSET
    rpe: Effort | UnsetType | None = UNSET
    side: Side | UnsetType | None = UNSET
    pauses: Annotated[int, msgspec.Meta(ge=0, le=1000)] | UnsetType | None = UNSET
    pain: Joint | UnsetType | None = UNSET
    parts: dict[str, SetPartChange | None] | UnsetType | None = UNSET
    block: Annotated[str, msgspec.Meta(max_length=120)] | UnsetType | None = UNSET
    step: Annotated[str, msgspec.Meta(max_length=120)] | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET
    skipped: bool | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        bounded(self, "reps", "seconds", "meters")
        bounded(self, "rpe", most=10)


class MeasureChange(Change, frozen=True):
    """A change of a measure."""

    date: dt.date | UnsetType = UNSET
    kind: MeasureKind | UnsetType = UNSET
    value: Amount | UnsetType = UNSET
    unit: Annotated[str, msgspec.Meta(max_length=20)] | UnsetType = UNSET
    side: Side | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET
    checked: bool | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        bounded(self, "value")


class ExerciseChange(Change, frozen=True):
    """A change of an exercise of the athlete's own."""

    name: Name | UnsetType = UNSET
    part: Part | UnsetType | None = UNSET
    sides: Literal["both", "one"] | UnsetType = UNSET
    note: Note | UnsetType | None = UNSET


class CheckInChange(Change, frozen=True):
    """A change of the check-in of a day; the day is in its id, so that all devices fill in the same one."""

    sleep: Hours | UnsetType | None = UNSET
    sleep_quality: Grade | UnsetType | None = UNSET
    stress: Grade | UnsetType | None = UNSET
    hydration: Grade | UnsetType | None = UNSET
    soreness: Sorenesses | UnsetType | None = UNSET
    pain: Pains | UnsetType | None = UNSET
    cycle: Annotated[list[CyclePhase], msgspec.Meta(max_length=5)] | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        bounded(self, "sleep", most=24)


CHANGES: dict[Subject, type[Change]] = {
    "session": SessionChange,
    "set": SetChange,
    "measure": MeasureChange,
    "exercise": ExerciseChange,
    "check-in": CheckInChange,
    "food": FoodChange,
    "recipe": RecipeChange,
    "run": RunChange,
    "day": DayChange,
}


DATED: dict[Subject, str] = {"check-in": "check-in:", "day": "day:"}
"""What the ids of things begin with that there is one of on a day; the day follows."""


def check_in_id(date: dt.date) -> str:
    """Return the id of the check-in of a day, the same on every device."""
    return f"{DATED['check-in']}{date.isoformat()}"


def day_id(date: dt.date) -> str:
    """Return the id of what is said of a day, the same on every device."""
    return f"{DATED['day']}{date.isoformat()}"


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change: what it is about, of which thing, made when (by the device's clock) and on which device.

    `at` carries the offset of the device's time zone.
    """

    id: EventId
    at: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    device: ThingId
    about: Subject
    of: ThingId
    change: dict[str, Any]
