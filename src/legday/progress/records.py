"""Records of each exercise: the heaviest load, the best estimated maximum, most reps at a load, the longest hold."""

import datetime as dt
from decimal import Decimal

import msgspec

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress.estimates import KG_OF, MOST_RESERVE, e1rm_kg, load_kg, mass_of
from legday.units import Mass


class Feat(msgspec.Struct, frozen=True, omit_defaults=True):
    """A set that is a record, with the day and the session it was done in. `e1rm` is what it stands for, if anything.

    `seconds` [s] is the time a position was held.
    """

    date: dt.date
    session: str
    set: str
    load: Mass | None = None
    reps: Decimal | None = None
    seconds: Decimal | None = None
    e1rm: Mass | None = None


class Records(msgspec.Struct, frozen=True, omit_defaults=True):
    """The records of an exercise; of equal feats the first counts.

    `most_reps` are the sets than which none was done with as many reps and as much load, the heaviest first.
    """

    exercise: str
    heaviest: Feat | None = None
    e1rm: Feat | None = None
    most_reps: tuple[Feat, ...] = ()
    longest_hold: Feat | None = None


_ONE_REP = 30 + MOST_RESERVE  # Epley's relation with the most reps in reserve, times 30

_Found = tuple[float, Decimal, LoggedSession, LoggedSet]  # load or estimate [kg], reps or seconds, and where it was


class _Best:
    """The best sets of an exercise so far."""

    __slots__ = ("at_load", "e1rm", "heaviest", "hold")

    def __init__(self) -> None:
        self.heaviest: _Found | None = None
        self.e1rm: _Found | None = None
        self.hold: _Found | None = None
        self.at_load: dict[float, _Found] = {}

    def take_hold(self, session: LoggedSession, done: LoggedSet, seconds: Decimal) -> None:
        load = load_kg(done.load)
        if self.hold is None or (seconds, load) > (self.hold[1], self.hold[0]):
            self.hold = load, seconds, session, done

    def take_reps(self, session: LoggedSession, done: LoggedSet, reps: Decimal) -> None:
        mass = done.load
        load = float(mass.value) * KG_OF[mass.unit] if mass else 0.0  # `load_kg`: the busiest line of a large log
        at_load = self.at_load.get(load)
        if at_load is None or reps > at_load[1]:
            self.at_load[load] = load, reps, session, done
            if load > 0 and (self.heaviest is None or (load, reps) > self.heaviest[:2]):
                self.heaviest = load, reps, session, done
        if self.e1rm is None or load * (_ONE_REP + float(reps)) > self.e1rm[0] * 30:  # else it can't be better
            estimate = e1rm_kg(done)
            if estimate and (self.e1rm is None or estimate > self.e1rm[0]):
                self.e1rm = estimate, reps, session, done


def records(log: Log) -> tuple[Records, ...]:
    """Find the records of every exercise whose name is settled, by the ids of the exercises. Warm-ups don't count."""
    bests: dict[str, _Best] = {}
    for session in log.sessions:
        for done in session.sets:
            if done.exercise is None or done.kind == "warm-up":
                continue
            best = bests.get(done.exercise)
            if best is None:
                best = bests[done.exercise] = _Best()
            if done.reps:
                best.take_reps(session, done, done.reps)
            elif done.seconds:
                best.take_hold(session, done, done.seconds)
    return tuple(
        Records(
            exercise,
            heaviest=_feat(best.heaviest),
            e1rm=_feat(best.e1rm),
            most_reps=_undominated(best.at_load),
            longest_hold=_feat(best.hold),
        )
        for exercise, best in sorted(bests.items())
    )


def _undominated(at_load: dict[float, _Found]) -> tuple[Feat, ...]:
    kept, most = [], Decimal(0)
    for load in sorted(at_load, reverse=True):
        found = at_load[load]
        if found[1] > most:
            most = found[1]
            kept.append(_feat(found))
    return tuple(feat for feat in kept if feat)


def _feat(found: _Found | None) -> Feat | None:
    if found is None:
        return None
    _, _, session, done = found
    estimate = e1rm_kg(done)
    return Feat(
        date=session.start.date(),
        session=session.id,
        set=done.id,
        load=done.load,
        reps=done.reps,
        seconds=done.seconds,
        e1rm=mass_of(estimate, done.load) if estimate and done.load else None,
    )
