"""Strength by exercise from logged sets, and the load it suggests for other reps.

The estimate is simple on purpose. Every session of an exercise gives its sets as evidence; the last three sessions
count. For a number of reps, the piece of evidence with the nearest number of reps is carried over with Epley's
relation, so a load that was used for just these reps comes back unchanged.

References
----------
Epley B. Poundage chart. Boyd Epley Workout. Lincoln, NE: Body Enterprises; 1985: 1RM = w (1 + r / 30).
Zourdos MC et al. J Strength Cond Res 2016;30:267-275, doi:10.1519/JSC.0000000000001049: RIR = 10 - RPE.
"""

import datetime as dt
from fractions import Fraction

import msgspec

from legday.log import Log, LoggedSet
from legday.units import Mass

SESSIONS_COUNTED = 3
MOST_REPS = 30  # beyond this a set says more about endurance than about strength

FRESH_DAYS = 28
"""So many days without the exercise take nothing away."""

LAYOFF_SHARES = ((FRESH_DAYS, Fraction(1)), (90, Fraction(9, 10)), (365, Fraction(8, 10)))
"""What is kept after so many days without the exercise; our own convention, set low on purpose."""
LONG_LAYOFF_SHARE = Fraction(7, 10)


class Evidence(msgspec.Struct, frozen=True):
    """One logged set: the load, the reps done, the reps left in reserve as far as they are known."""

    date: dt.date
    load: Mass
    reps: int
    in_reserve: int = 0


class Strength(msgspec.Struct, frozen=True):
    """What the log shows of one exercise: the sets that count, the latest session first."""

    exercise: str
    evidence: tuple[Evidence, ...]

    @property
    def last_trained(self) -> dt.date:
        """The date of the latest session."""
        return self.evidence[0].date

    @property
    def e1rm(self) -> Mass:
        """The estimated one-repetition maximum: the best of the counted sets, by Epley's relation."""
        best = max(self.evidence, key=lambda piece: piece.load.kg * _epley(piece.reps + piece.in_reserve))
        return best.load * _epley(best.reps + best.in_reserve)


def strengths(log: Log) -> dict[str, Strength]:
    """Collect the evidence of strength for every exercise in a log whose name is settled."""
    by_exercise: dict[str, dict[dt.datetime, list[Evidence]]] = {}
    for start, done in log.sets():
        piece = _evidence(start.date(), done)
        if piece and done.exercise:
            by_exercise.setdefault(done.exercise, {}).setdefault(start, []).append(piece)
    found = {}
    for exercise, sessions in sorted(by_exercise.items()):
        latest = sorted(sessions, reverse=True)[:SESSIONS_COUNTED]
        found[exercise] = Strength(exercise, tuple(piece for start in latest for piece in sessions[start]))
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
    factor = _epley(nearest.reps + nearest.in_reserve) / _epley(wanted)
    return nearest.load * (factor * _kept_after((on - strength.last_trained).days)), nearest


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
    return Evidence(date, done.load, int(done.reps), min(reserve, 5))
