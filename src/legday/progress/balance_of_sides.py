"""Left against right: how far apart the sides are in exercises that are logged for each side (METHODS C7).

References
----------
Bishop C et al. Strength Cond J 2016;38(6):27-32, doi:10.1519/SSC.0000000000000264: the difference is given as a share
of the stronger side, which suits tests of one side at a time.
"""

import datetime as dt
from typing import Literal

import msgspec

from legday.log import Log, LoggedSet, Side
from legday.progress.estimates import e1rm_kg

SESSIONS_COMPARED = 3
MATTERS = 0.10
"""From this share of the stronger side on, the weaker one should get more work; our own convention."""

_Unit = Literal["kg", "reps", "s"]
_UNITS: tuple[_Unit, ...] = ("kg", "reps", "s")  # the first that both sides have is compared
_SIDES: tuple[Side, Side] = ("left", "right")


class SideDifference(msgspec.Struct, frozen=True):
    """The best of each side in the latest sessions that did both, and by which share the weaker is behind.

    The sides are compared by the estimated one-repetition maximum [kg], else by reps, else by seconds held [s].
    `weaker` is None where the difference is too small to matter. `date` is that of the latest of these sessions.
    """

    exercise: str
    unit: _Unit
    left: float
    right: float
    share: float
    weaker: Side | None
    sessions: int
    date: dt.date


def balance_of_sides(log: Log) -> tuple[SideDifference, ...]:
    """Compare the sides of every exercise that was logged for both in a session, the largest difference first."""
    seen: dict[str, list[tuple[dt.date, _Unit, float, float]]] = {}
    for session in reversed(log.sessions):
        sided: dict[str, list[LoggedSet]] = {}
        for done in session.sets:
            if done.side is not None and done.exercise is not None and done.kind != "warm-up":
                sided.setdefault(done.exercise, []).append(done)
        for exercise, sets in sided.items():
            compared = seen.setdefault(exercise, [])
            if len(compared) < SESSIONS_COMPARED and (pair := _compare(sets)):
                compared.append((session.start.date(), *pair))
    found = [_difference(exercise, compared) for exercise, compared in seen.items() if compared]
    return tuple(sorted(found, key=lambda each: (-each.share, each.exercise)))


def _compare(sets: list[LoggedSet]) -> tuple[_Unit, float, float] | None:
    for unit in _UNITS:
        left, right = (max(_measure(done, unit, side) for done in sets) for side in _SIDES)
        if left and right:
            return unit, left, right
    return None


def _measure(done: LoggedSet, unit: _Unit, side: Side) -> float:
    if done.side != side:
        return 0.0
    if unit == "kg":
        return e1rm_kg(done) or 0.0
    return float((done.reps if unit == "reps" else done.seconds) or 0)


def _difference(exercise: str, compared: list[tuple[dt.date, _Unit, float, float]]) -> SideDifference:
    date, unit, _, _ = compared[0]
    alike = [(left, right) for _, each, left, right in compared if each == unit]
    left, right = max(pair[0] for pair in alike), max(pair[1] for pair in alike)
    share = round(abs(left - right) / max(left, right), 4)  # so that 18 of 20 is a tenth behind, as 27 of 30 is
    weaker: Side | None = None
    if share >= MATTERS:
        weaker = "left" if left < right else "right"
    return SideDifference(exercise, unit, round(left, 2), round(right, 2), share, weaker, len(alike), date)
