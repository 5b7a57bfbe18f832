"""The history of an exercise, session by session; its variants are told apart (METHODS P10)."""

import datetime as dt
from decimal import Decimal

import msgspec

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress.estimates import e1rm_kg, load_kg, mass_of
from legday.units import Mass


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
