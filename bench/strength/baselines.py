"""Simple ways to foretell the reps of a coming top set, from the top sets before it and its load."""

from collections.abc import Callable
from statistics import median

from bench.strength.cases import Case

BRZYCKI_REPS = 37
_HALF = 0.5


def last_session(case: Case) -> float:
    """The last session's reps."""
    return case.history[-1].reps


def last_at_this_load(case: Case) -> float:
    """The reps of the last session with the same load, else of the last session."""
    same = (top.reps for top in reversed(case.history) if abs(top.kg - case.kg) < 0.01 * max(case.kg, 1))
    return next(same, case.history[-1].reps)


def median_of_five(case: Case) -> float:
    """The median of the last five sessions' reps."""
    return median(top.reps for top in case.history[-5:])


def epley(case: Case) -> float:
    """What Epley's relation carries over from the last session to this load."""
    last = case.history[-1]
    return max(1.0, 30 * (last.kg * (1 + last.reps / 30) / case.kg - 1))


def brzycki(case: Case) -> float:
    """What Brzycki's relation carries over from the last session to this load (1993, JOPERD 64:88)."""
    last = case.history[-1]
    one = last.kg * 36 / (BRZYCKI_REPS - min(last.reps, BRZYCKI_REPS - 1))
    return max(1.0, BRZYCKI_REPS - 36 * case.kg / one)


def weighted_mean(case: Case) -> float:
    """A mean of all earlier reps in which each session counts half of the one after it."""
    total = weight = 0.0
    for ago, top in enumerate(reversed(case.history)):
        share = _HALF**ago
        total, weight = total + share * top.reps, weight + share
    return total / weight


BASELINES: dict[str, Callable[[Case], float]] = {
    "last session's reps": last_session,
    "last at this load": last_at_this_load,
    "median of five": median_of_five,
    "Epley": epley,
    "Brzycki": brzycki,
    "weighted mean": weighted_mean,
}
