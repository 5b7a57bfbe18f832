"""Logged sets, sessions and measures as frozen typed values."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Literal

import msgspec

from legday.anatomy import Joint, Part
from legday.log.diary import Food, LoggedDay, LoggedRun, Recipe
from legday.units import Mass

SetKind = Literal["normal", "warm-up", "drop", "failure", "work"]
Side = Literal["left", "right"]
PartKind = Literal["drop", "forced", "negative", "partials", "pulses", "rest-pause", "myo"]
MeasureKind = Literal[
    "body-mass",
    "body-fat",
    "waist",
    "hip",
    "thigh",
    "calf",
    "wall-sit",
    "single-leg-stand",
    "stairs",
    "squat-depth",
]


CyclePhase = Literal["menstruation", "follicular", "ovulation", "luteal", "cramps"]


class SetPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What followed inside a set, after its first reps: a link of a drop chain, forced or negative reps, a mini-set."""

    kind: PartKind
    reps: Decimal | None = None
    load: Mass | None = None
    seconds: Decimal | None = None


class LoggedSet(msgspec.Struct, frozen=True, gc=False):
    """One set as it was done; a chain of drops is one set.

    `name` is the exercise as the athlete or their app calls it; `exercise` is its id in the catalogue, None
    while it is not settled, and `variant` the way of doing it, if the name says which. `position` counts the
    sets of the exercise in the session, from 1. Reps can be fractional in some exports. `load` is None if
    there was none. `source_line` is the line of the imported file, from 1. A set of the kind "work" was meant to need
    a rest at the top; it counts as work only if `pauses` is above 0 (METHODS P8). `parts` are what followed inside
    the set, in order. `block` groups the sets of an exercise in its session; `step` is the planned step it answers.
    """

    name: str
    exercise: str | None
    position: int
    kind: SetKind = "normal"
    reps: Decimal | None = None
    load: Mass | None = None
    seconds: Decimal | None = None
    meters: Decimal | None = None
    rpe: Decimal | None = None
    note: str = ""
    source_line: int | None = None
    variant: str | None = None
    id: str = ""
    side: Side | None = None
    pauses: int | None = None
    pain: Joint | None = None
    parts: tuple[SetPart, ...] = ()
    block: str = ""
    step: str = ""


class LoggedSession(msgspec.Struct, frozen=True):
    """A workout: when it began (local time as logged), what it was called, and its sets in order.

    `plan` and `planned_date` say which planned session it answers; `finished` whether the athlete closed it.
    `overruled` are the check-in rules that the athlete set aside in it.
    """

    start: dt.datetime
    name: str
    sets: tuple[LoggedSet, ...]
    seconds: int | None = None
    note: str = ""
    id: str = ""
    plan: str | None = None
    planned_date: dt.date | None = None
    finished: bool = True
    overruled: tuple[str, ...] = ()

    @property
    def by_exercise(self) -> dict[str, list[LoggedSet]]:
        """Its sets by exercise, those whose name is settled, in their order."""
        found: dict[str, list[LoggedSet]] = {}
        for done in self.sets:
            if done.exercise is not None:
                found.setdefault(done.exercise, []).append(done)
        return found


class Measure(msgspec.Struct, frozen=True):
    """A measure of the body, or a sign of progress (METHODS C8).

    The value is in the unit that belongs to its kind: masses [kg or lb], girths [cm or in], body-fat [%], wall-sit and
    single-leg-stand [s], stairs [floors], squat-depth [1 above parallel, 2 parallel, 3 below]. `checked` says that the
    athlete was asked whether it is right, and said so.
    """

    id: str
    date: dt.date
    kind: MeasureKind
    value: Decimal
    unit: str
    side: Side | None = None
    note: str = ""
    checked: bool = False


class CheckIn(msgspec.Struct, frozen=True):
    """How an athlete was on a day, as far as they said (METHODS F8).

    `sleep` is of the night before [h] and `sleep_quality` how good it was, 1 to 5, the best. `stress` is 1 to 5, the
    most; `hydration` 1 to 5, the best. `soreness` is 0 to 3 by part: none, stiff, sore, very sore. `pain` is 0 to 10
    by joint. `cycle` is shown beside what was done; it changes nothing by itself.
    """

    date: dt.date
    sleep: Decimal | None = None
    sleep_quality: int | None = None
    stress: int | None = None
    hydration: int | None = None
    soreness: dict[Part, int] = {}
    pain: dict[Joint, int] = {}
    cycle: tuple[CyclePhase, ...] = ()
    note: str = ""


class OwnExercise(msgspec.Struct, frozen=True):
    """An exercise of the athlete's own, beside those of the catalogue."""

    id: str
    name: str
    part: Part | None = None
    sides: Literal["both", "one"] = "both"
    note: str = ""


class Log(msgspec.Struct, frozen=True, dict=True):
    """What an athlete did: sessions, oldest first, measures by date, exercises of their own, check-ins by date.

    Beside it what they ate, by date and time, their recipes by name, their runs, oldest first, and days by date.
    """

    sessions: tuple[LoggedSession, ...] = ()
    measures: tuple[Measure, ...] = ()
    exercises: tuple[OwnExercise, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    foods: tuple[Food, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    runs: tuple[LoggedRun, ...] = ()
    days: tuple[LoggedDay, ...] = ()

    def sets(self) -> Iterator[tuple[dt.datetime, LoggedSet]]:
        """Go through all sets with the start of their session, oldest first."""
        for session in self.sessions:
            for logged in session.sets:
                yield session.start, logged

    @cached_property
    def by_exercise(self) -> Mapping[str, tuple[LoggedSession, ...]]:
        """The sessions of every exercise whose name is settled, oldest first, each with the sets of that exercise."""
        found: dict[str, list[LoggedSession]] = {}
        for session in self.sessions:
            for exercise, of_it in session.by_exercise.items():
                found.setdefault(exercise, []).append(msgspec.structs.replace(session, sets=tuple(of_it)))
        return {exercise: tuple(sessions) for exercise, sessions in found.items()}
