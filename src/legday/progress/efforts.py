"""What the sets of an exercise in one session show of its strength: the best of them, and how near failure it came.

A set that stopped at its planned reps shows strength for at least so many reps. A set that was stopped by the muscles
shows it exactly: it was marked as a failure, needed a rest at the top, was followed by drops, or a later set with the
same load fell short of it. Warm-ups show nothing that the best set does not show better.

References
----------
Epley B. Poundage chart. Boyd Epley Workout. Lincoln, NE: Body Enterprises; 1985: 1RM = w (1 + r / 30).
Zourdos MC et al. J Strength Cond Res 2016;30:267-275, doi:10.1519/JSC.0000000000001049: RIR = 10 - RPE.
"""

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import msgspec

from legday.catalogue import load_catalogue
from legday.log import Log, LoggedSet
from legday.progress.estimates import KG_OF, MOST_RESERVE, load_kg

EPLEY_REPS = 30.0
MOST_REPS_SHOWN = 25.0
"""Reps beyond these say more about endurance than about strength; so many are counted."""

USUAL_BODY_KG = 75.0
"""What an athlete is taken to weigh whose mass is not known, for exercises that lift the body [kg]."""

Stopped = Literal["by-plan", "by-fatigue", "by-failure", "by-rating"]


class Effort(msgspec.Struct, frozen=True, gc=False):
    """The best set of an exercise in a session.

    `log_kg` is ln of the load in kg, with the body's mass where the body is lifted; `stopped` says what ended the set;
    `reserve` are the reps in reserve that were rated, 0 where they were not.
    """

    log_kg: float
    reps: float
    stopped: Stopped
    reserve: float
    done: LoggedSet

    @property
    def log_e1rm(self) -> float:
        """The one-repetition maximum that it shows, as ln of kg, reps in reserve as rated counted in."""
        return self.log_kg + log_share(self.reps + self.reserve)


def log_share(reps: float) -> float:
    """Return ln of the one-repetition maximum as a multiple of the load that can be lifted so many times (Epley)."""
    return math.log1p(reps / EPLEY_REPS)


def reps_at(log_ratio: float) -> float:
    """Return how many reps there are in a load that the one-repetition maximum is e^`log_ratio` times of (Epley)."""
    return EPLEY_REPS * math.expm1(log_ratio)


def efforts_of(exercise: str, sets: Iterable[LoggedSet], body_kg: float | None = None) -> tuple[Effort, ...]:
    """Return what each set of an exercise in a session shows, the most strength first; nothing from warm-ups.

    Parameters
    ----------
    sets
        The sets of the exercise in their order.
    body_kg
        The athlete's mass [kg], if it is known.
    """
    body = (body_kg or USUAL_BODY_KG) if exercise in lifted_bodies() else 0.0
    shown = [done for done in sets if done.kind not in ("warm-up", "drop") and done.reps and done.reps >= 1]
    found = []
    for place, done in enumerate(shown):
        mass = load_kg(done.load) + body
        if mass > 0:
            stopped, reserve = _end(done, shown[place + 1 :])
            found.append(Effort(math.log(mass), min(float(done.reps or 0), MOST_REPS_SHOWN), stopped, reserve, done))
    return tuple(sorted(found, key=lambda effort: -effort.log_e1rm))


@cache
def lifted_bodies() -> frozenset[str]:
    """Name the exercises of the catalogue that lift the body: their logged load is what is added to it."""
    return frozenset(exercise.id for exercise in load_catalogue().exercises.values() if exercise.load == "bodyweight")


def body_masses(log: Log) -> tuple[tuple[dt.date, float], ...]:
    """Return the measured masses of the body [kg] with their days, oldest first."""
    return tuple(
        (measure.date, float(measure.value) * KG_OF["lb" if measure.unit == "lb" else "kg"])
        for measure in log.measures
        if measure.kind == "body-mass"
    )


def body_on(masses: Sequence[tuple[dt.date, float]], day: dt.date) -> float | None:
    """Return the mass [kg] as last measured up to a day, else as first measured; None if it never was."""
    before = bisect_right(masses, day, key=lambda measured: measured[0])
    return masses[max(before - 1, 0)][1] if masses else None


def _end(done: LoggedSet, later: list[LoggedSet]) -> tuple[Stopped, float]:
    if done.rpe is not None and done.rpe >= 5:
        return "by-rating", min(max(0.0, 10.0 - float(done.rpe)), float(MOST_RESERVE))
    if done.kind == "failure" or done.pauses or any(part.kind != "pulses" for part in done.parts):
        return "by-failure", 0.0
    reps = done.reps or 0
    fell = any(
        each.reps is not None and each.reps < reps and each.load == done.load and each.side == done.side
        for each in later
    )
    return ("by-fatigue" if fell else "by-plan"), 0.0
