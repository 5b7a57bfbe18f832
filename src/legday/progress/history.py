"""The history of an exercise, session by session; its variants are told apart (METHODS P10)."""

import datetime as dt
import math
from collections.abc import Iterable
from decimal import Decimal
from statistics import NormalDist

import msgspec

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress.estimates import e1rm_kg, load_kg, mass_of
from legday.progress.trail import TrailPoint
from legday.units import Mass, MassUnit


class ExerciseSession(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a session did of an exercise in one variant, warm-ups left out.

    `top` is the set with the most load, of these the one with the most reps. `volume` is the sum of load times reps as
    logged, with what followed inside the sets. `longest` is the longest hold [s].
    """

    date: dt.date
    session: str
    name: str
    variant: str | None
    sets: int
    reps: Decimal
    top: LoggedSet
    volume: Mass | None = None
    e1rm: Mass | None = None
    longest: Decimal | None = None


class StrengthPoint(msgspec.Struct, frozen=True):
    """The one-repetition maximum as it was believed after a session, and the band that holds it in four of five cases.

    With `at_least` the athlete stopped with reps in hand, so that the session showed no more than a lower bound.
    """

    date: dt.date
    e1rm: Mass
    low: Mass
    high: Mass
    at_least: bool


def strength_history(trail: Iterable[TrailPoint], unit: MassUnit) -> tuple[StrengthPoint, ...]:
    """Return the strength in an exercise over time in a unit of mass, oldest first, from its trail."""
    far = NormalDist().inv_cdf(0.9)

    def mass(log_kg: float) -> Mass:
        return mass_of(math.exp(log_kg), Mass(0, unit))

    return tuple(
        StrengthPoint(
            date=point.date,
            e1rm=mass(point.mean),
            low=mass(point.mean - far * point.sd),
            high=mass(point.mean + far * point.sd),
            at_least=point.at_least,
        )
        for point in trail
    )


def exercise_history(log: Log, exercise: str) -> tuple[ExerciseSession, ...]:
    """Return the sessions of an exercise, oldest first, one entry for each of its variants done in a session."""
    found = []
    for session in log.by_exercise.get(exercise, ()):
        by_variant: dict[str | None, list[LoggedSet]] = {}
        for done in session.sets:
            if done.kind != "warm-up":
                by_variant.setdefault(done.variant, []).append(done)
        found += [_entry(session, variant, sets) for variant, sets in by_variant.items()]
    return tuple(found)


def _entry(session: LoggedSession, variant: str | None, sets: list[LoggedSet]) -> ExerciseSession:
    top = max(sets, key=lambda done: (load_kg(done.load), done.reps or 0, done.seconds or 0))
    links = [(done.load, done.reps) for done in sets]
    links += [(part.load or done.load, part.reps) for done in sets for part in done.parts]
    volume = sum(load_kg(load) * float(reps or 0) for load, reps in links)
    estimates = [estimate for done in sets if (estimate := e1rm_kg(done))]
    return ExerciseSession(
        date=session.start.date(),
        session=session.id,
        name=session.name,
        variant=variant,
        sets=sum(done.kind != "drop" for done in sets),
        reps=sum((reps for _, reps in links if reps), Decimal(0)),
        top=top,
        volume=mass_of(volume, top.load) if volume and top.load else None,
        e1rm=mass_of(max(estimates), top.load) if estimates and top.load else None,
        longest=max((done.seconds for done in sets if done.seconds and not done.reps), default=None),
    )
