"""Weekly hard sets of each part as they were logged, counted by the conventions of `legday.notation`.

A set counts in full for the first part its exercise trains and half for others that do enough of the work; see
`legday.physics.counting`.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from legday.anatomy import Part
from legday.catalogue import Exercise, load_catalogue
from legday.log import Log, LoggedSet, OwnExercise
from legday.notation import CONVENTIONS
from legday.physics import HALF, indirect_parts
from legday.progress.adherence import WEEK, monday_of

_WARM_UP, _ONE, _HOLD, _EASY, _CLOCK = (
    float(CONVENTIONS[name].counts) for name in ("warm-up", "near-failure", "hold", "easy", "interval")
)
_OF_A_SIDE = 0.5  # each side's muscles have done the set once; left and right are logged apart
_LEAST_RPE = 6  # as the convention `near-failure` says
_CLOCKED = frozenset({"plyometric", "cardio", "mobility"})


class WeekVolume(msgspec.Struct, frozen=True):
    """Hard sets of each part in the week from a Monday on."""

    start: dt.date
    hard_sets: dict[Part, float]


class Aim(msgspec.Struct, frozen=True):
    """What an exercise counts for: its share for each part, and whether a clock and not effort ends its sets."""

    shares: tuple[tuple[Part, float], ...]
    clocked: bool = False
    hold: bool = False


def hard_sets(done: LoggedSet, aim: Aim) -> float:
    """Tell how many hard sets a logged set is: 1, less, or 0.

    A work set counts only if it took a rest at the top (METHODS P8). A row of the kind "drop" goes on the set before
    it: a chain is one set. A set of one side is half a set.
    """
    if done.kind == "warm-up":
        return _WARM_UP
    if done.kind == "drop" or (done.kind == "work" and not done.pauses):
        return 0.0
    if done.rpe is not None and done.rpe < _LEAST_RPE:
        return _EASY
    if aim.clocked:
        return _CLOCK
    if not done.reps and not done.seconds:
        return 0.0
    counts = _ONE if done.reps and not aim.hold else _HOLD
    return counts * _OF_A_SIDE if done.side else counts


@lru_cache(maxsize=16)
def aims(own: tuple[OwnExercise, ...] = ()) -> Mapping[str, Aim]:
    """Tell what each exercise counts for, by id: those of the catalogue and the athlete's own."""
    found = {
        exercise.id: Aim(
            _shares(exercise),
            clocked=exercise.kind in _CLOCKED,
            hold=exercise.kind == "hold",
        )
        for exercise in load_catalogue().exercises.values()
    }
    return found | {exercise.id: Aim(((exercise.part, 1.0),) if exercise.part else ()) for exercise in own}


def _shares(exercise: Exercise) -> tuple[tuple[Part, float], ...]:
    if not exercise.parts:
        return ()
    lead = exercise.parts[0]
    beside = indirect_parts(exercise.id, exercise.variants[0].id, lead)
    return ((lead, 1.0), *((part, float(HALF)) for part in Part if part in beside))


def weekly_hard_sets(log: Log, since: dt.date | None = None, until: dt.date | None = None) -> tuple[WeekVolume, ...]:
    """Count the hard sets of every part in every week, oldest first.

    Parameters
    ----------
    since, until
        The first and the last day to count; without them the days of the first and the last session. Weeks without
        training between them are there, with zeros.
    """
    counts_for = aims(log.exercises)
    weeks: dict[dt.date, dict[Part, float]] = {}
    for session in log.sessions:
        day = session.start.date()
        if (since and day < since) or (until and day > until):
            continue
        week = weeks.setdefault(monday_of(day), dict.fromkeys(Part, 0.0))
        counted: dict[str, float] = {}
        for done in session.sets:
            name = done.exercise
            if name is not None and (aim := counts_for.get(name)) is not None:
                counted[name] = counted.get(name, 0.0) + hard_sets(done, aim)
        for name, number in counted.items():
            for part, share in counts_for[name].shares:
                week[part] += number * share
    if not weeks and not (since and until):
        return ()
    monday, last = monday_of(since or min(weeks)), monday_of(until or max(weeks))
    found = []
    while monday <= last:
        found.append(WeekVolume(monday, weeks.get(monday) or dict.fromkeys(Part, 0.0)))
        monday += WEEK
    return tuple(found)
