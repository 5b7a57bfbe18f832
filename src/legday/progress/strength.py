"""Strength by exercise from logged sets, and the load it suggests for other reps.

What is believed about strength (`belief`) rests on the whole log and comes with its uncertainty. The sets of the last
three sessions are the evidence that people are shown. For a number of reps, the set with the nearest number of reps is
carried over with Epley's relation, so a load that was used for just these reps comes back unchanged, unless it is more
than can be believed: a typing error does not become a load.

References
----------
Epley B. Poundage chart. Boyd Epley Workout. Lincoln, NE: Body Enterprises; 1985: 1RM = w (1 + r / 30).
Zourdos MC et al. J Strength Cond Res 2016;30:267-275, doi:10.1519/JSC.0000000000001049: RIR = 10 - RPE.
"""

import datetime as dt
import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from statistics import NormalDist

import msgspec

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress.belief import FRESH_DAYS as FRESH_DAYS
from legday.progress.belief import (
    Belief,
    Shown,
    after_session,
    lost_after,
    no_belief,
    strength_of,
    wander_of,
)
from legday.progress.efforts import body_masses, body_on, log_share
from legday.progress.estimates import MOST_REPS, mass_of
from legday.progress.prior import strength_prior
from legday.progress.trail import TrailPoint
from legday.units import Mass

SESSIONS_COUNTED = 3

LAYOFF_SHARES = ((FRESH_DAYS, Fraction(1)), (90, Fraction(9, 10)), (365, Fraction(8, 10)))
"""What is kept after so many days without the exercise; our own convention, set low on purpose."""
LONG_LAYOFF_SHARE = Fraction(7, 10)

BELIEFS_KEPT = 16
"""So many of the latest sessions can change without the log being followed anew."""

BELIEVED_UP = 2.0
"""A set speaks for a load up to so many standard deviations above what is believed; our own convention."""


class Evidence(msgspec.Struct, frozen=True):
    """One logged set: the load, the reps done, the reps left in reserve, and whether these were rated at all."""

    date: dt.date
    load: Mass
    reps: int
    in_reserve: int = 0
    rated: bool = False


class Strength(msgspec.Struct, frozen=True):
    """What the log shows of one exercise: the sets of its last sessions, the latest first, and what is believed.

    `log_e1rm` is ln of the one-repetition maximum [kg] and `sd` its standard deviation, on the day of the athlete's
    latest session, `known_on`; `wander` is how much each further day adds to the variance.
    """

    exercise: str
    evidence: tuple[Evidence, ...]
    log_e1rm: float
    sd: float
    known_on: dt.date
    wander: float = 0.0

    @property
    def last_trained(self) -> dt.date:
        """The date of the latest session."""
        return self.evidence[0].date

    @property
    def e1rm(self) -> Mass:
        """The estimated one-repetition maximum, in the unit of the latest load."""
        return self._as_mass(self.log_e1rm)

    def on(self, day: dt.date) -> tuple[float, float]:
        """Return mean and standard deviation of ln of the one-repetition maximum [kg] on a day."""
        days = max(0, (day - self.known_on).days)
        lost = lost_after(days)
        return self.log_e1rm - lost, math.sqrt(self.sd**2 + self.wander * days + (lost / 2) ** 2)

    def band(self, day: dt.date, level: float = 0.8) -> tuple[Mass, Mass]:
        """Return the interval that holds the one-repetition maximum on a day with a probability."""
        mean, sd = self.on(day)
        far = NormalDist().inv_cdf((1 + level) / 2) * sd
        return self._as_mass(mean - far), self._as_mass(mean + far)

    def _as_mass(self, log_kg: float) -> Mass:
        return mass_of(math.exp(log_kg), self.evidence[0].load)


@dataclass(frozen=True, eq=False)
class Followed:
    """A log as it was followed session by session: what each showed, and what was believed after the last ones.

    `points` are for each session the exercises that it showed something of. `beliefs` are by the number of sessions
    that they rest on, for the latest few numbers.
    """

    log: Log
    points: tuple[tuple[tuple[str, TrailPoint], ...], ...]
    beliefs: dict[int, Belief]

    @property
    def belief(self) -> Belief:
        """What is believed after the last session."""
        return self.beliefs[len(self.points)]

    def believed(self, exercise: str, on: dt.date) -> tuple[float, float]:
        """Return mean and standard deviation of ln of the one-repetition maximum [kg], done before or not."""
        return strength_of(self.belief, exercise, on)

    def able(self, exercise: str, on: dt.date) -> tuple[float, float]:
        """Return the same with the form of the day counted in: what can be done in a set."""
        mean, sd = self.believed(exercise, on)
        return mean, math.hypot(sd, self.belief.prior.day)

    @cached_property
    def trails(self) -> dict[str, tuple[TrailPoint, ...]]:
        """What each session showed of an exercise, oldest first."""
        found: dict[str, list[TrailPoint]] = {}
        for shown in self.points:
            for exercise, point in shown:
                found.setdefault(exercise, []).append(point)
        return {exercise: tuple(trail) for exercise, trail in found.items()}

    @cached_property
    def strengths(self) -> dict[str, Strength]:
        """The strength in every exercise whose name is settled and whose sets have a load."""
        return _strengths(self.log, self.belief)


def follow(log: Log, before: Followed | None = None) -> Followed:
    """Follow a log from its first session to its last.

    Parameters
    ----------
    before
        The same log as it was followed when it had less: sessions that it has in common are not gone through again.
    """
    if before is not None and before.log is log:
        return before
    start, belief, points = 0, no_belief(strength_prior()), list[tuple[tuple[str, TrailPoint], ...]]()
    masses = body_masses(log)
    if before is not None and body_masses(before.log) == masses:
        same = _in_common(before.log.sessions, log.sessions)
        start = max((number for number in before.beliefs if number <= same), default=0)
        if start:
            belief, points = before.beliefs[start], list(before.points[:start])
    beliefs = {start: belief}
    for number, session in enumerate(log.sessions[start:], start=start + 1):
        belief, shown = after_session(belief, session, body_on(masses, session.start.date()))
        points.append(tuple((each.exercise, _point(session.start.date(), each)) for each in shown))
        beliefs[number] = belief
        beliefs.pop(number - BELIEFS_KEPT, None)
    return Followed(log, tuple(points), beliefs)


def strengths(log: Log) -> dict[str, Strength]:
    """Tell the strength in every exercise of a log whose name is settled and whose sets have a load."""
    return follow(log).strengths


def strength_trails(log: Log) -> dict[str, tuple[TrailPoint, ...]]:
    """Tell for every exercise what each session showed, oldest first."""
    return follow(log).trails


def chance_of(strength: Strength, load_kg: float, reps: int, on: dt.date) -> float:
    """Return the probability that an athlete can do so many reps with a load [kg] on a day, the day's form included."""
    mean, sd = strength.on(on)
    needed = math.log(load_kg) + log_share(reps)
    return 1 - NormalDist(mean, math.hypot(sd, strength_prior().day)).cdf(needed)


def _in_common(one: tuple[LoggedSession, ...], other: tuple[LoggedSession, ...]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _point(day: dt.date, shown: Shown) -> TrailPoint:
    return TrailPoint(day, shown.mean, shown.sd, shown.seen, shown.noise, shown.effort.stopped == "by-plan")


def _strengths(log: Log, belief: Belief) -> dict[str, Strength]:
    found = {}
    for exercise, sessions in sorted(log.by_exercise.items()):
        evidence = list[tuple[Evidence, ...]]()
        for session in reversed(sessions):
            pieces = tuple(piece for done in session.sets if (piece := _evidence(session.start.date(), done)))
            if pieces:
                evidence.append(pieces)
            if len(evidence) == SESSIONS_COUNTED:
                break
        if evidence and belief.day is not None:
            mean, sd = strength_of(belief, exercise)
            found[exercise] = Strength(
                exercise,
                tuple(piece for pieces in evidence for piece in pieces),
                round(mean, 5),
                round(sd, 5),
                belief.day,
                wander_of(belief.prior),
            )
    return found


def load_for(strength: Strength, reps: int, in_reserve: int, on: dt.date) -> tuple[Mass, Evidence]:
    """Suggest a load for so many reps with so many in reserve, and the logged set it rests on.

    Parameters
    ----------
    reps
        Reps of the coming set.
    in_reserve
        Reps that should be left when it ends.
    on
        The day of the coming set; a long time since the last session lowers the load.

    Returns
    -------
    Mass, Evidence
        The load, not yet rounded to what can be put on, and the set it was carried over from.
    """
    wanted = reps + in_reserve
    latest_heaviest = sorted(strength.evidence, key=lambda piece: (piece.date, piece.load.kg), reverse=True)
    nearest = min(latest_heaviest, key=lambda piece: abs(piece.reps + piece.in_reserve - wanted))
    carried = nearest.load * (_epley(nearest.reps + nearest.in_reserve) / _epley(wanted))
    most = strength.log_e1rm + BELIEVED_UP * strength.sd - log_share(wanted)
    carried = min(carried, mass_of(math.exp(most), nearest.load))
    return carried * _kept_after((on - strength.last_trained).days), nearest


def _epley(reps: int) -> Fraction:
    return 1 + Fraction(reps, 30)


def _kept_after(days: int) -> Fraction:
    return next((share for limit, share in LAYOFF_SHARES if days <= limit), LONG_LAYOFF_SHARE)


def _evidence(date: dt.date, done: LoggedSet) -> Evidence | None:
    if done.kind not in ("normal", "failure", "work") or done.load is None or done.load.value <= 0 or done.reps is None:
        return None
    if not 1 <= done.reps <= MOST_REPS:
        return None
    reserve = max(0, round(10 - done.rpe)) if done.rpe is not None else 0
    return Evidence(date, done.load, int(done.reps), min(reserve, 5), done.rpe is not None)
