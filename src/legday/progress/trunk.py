"""Which lifts load the trunk, and how many sets of them a week holds (METHODS F10)."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Literal

import msgspec

from legday.anatomy import MuscleName
from legday.catalogue import Exercise, load_catalogue
from legday.log import Log

TrunkUse = Literal["trains", "loads-much", "loads"]
_ORDER: tuple[TrunkUse, ...] = ("loads-much", "loads", "trains")


class TrunkLift(msgspec.Struct, frozen=True):
    """An exercise that the trunk works in: by how much, and how many sets of it there are."""

    exercise: str
    name: str
    use: TrunkUse
    sets: int


class TrunkWeek(msgspec.Struct, frozen=True):
    """The sets of a week that load the trunk, as squats and deadlifts do, and those that train it, as planks do.

    `lifts` has those that load it the most first.
    """

    start: dt.date
    loading: int
    training: int
    lifts: tuple[TrunkLift, ...]


def trunk_use(exercise: Exercise) -> TrunkUse | None:
    """Tell what an exercise does with the trunk: it is trained where it is a prime mover, else loaded by its stress.

    Exercises that stress it little, such as leg presses, are none of these; the catalogue knows how much each does.
    """
    if MuscleName.TRUNK in exercise.muscles.prime:
        return "trains"
    for joint, stress in exercise.loads.items():
        if joint == "trunk" and stress != "low":
            return "loads-much" if stress == "high" else "loads"
    return None


def trunk_sets(log: Log, week: dt.date) -> TrunkWeek:
    """Count the sets of a week that load or train the trunk, without warm-up sets.

    Parameters
    ----------
    log
        What was done. A set that was logged for each side counts half.
    week
        Any day of the week, which begins on its Monday.
    """
    start = week - dt.timedelta(days=week.weekday())
    days = range(7)
    return count_trunk(
        (
            (done.exercise, 0.5 if done.side else 1.0)
            for session in log.sessions
            if (session.start.date() - start).days in days
            for done in session.sets
            if done.exercise is not None and done.kind != "warm-up"
        ),
        start,
    )


def count_trunk(sets: Iterable[tuple[str, float]], start: dt.date) -> TrunkWeek:
    """Count sets, given as exercises of the catalogue and how many of each, for a week that starts on a day."""
    exercises = load_catalogue().exercises
    counted: dict[str, float] = {}
    for name, number in sets:
        counted[name] = counted.get(name, 0.0) + number
    lifts = [
        TrunkLift(name, exercises[name].name, use, math.ceil(number))
        for name, number in counted.items()
        if name in exercises and (use := trunk_use(exercises[name])) is not None
    ]
    lifts.sort(key=lambda lift: (_ORDER.index(lift.use), -lift.sets, lift.name))
    training = sum(lift.sets for lift in lifts if lift.use == "trains")
    return TrunkWeek(start, sum(lift.sets for lift in lifts) - training, training, tuple(lifts))
