"""Expenditure that was found, beside its targets."""

from functools import cache

from bench.expenditure.people import simulated_people
from bench.expenditure.score import Score, score
from bench.result import Result

PEOPLE, SEED, AFTER, DAYS = 1000, 26_001, (14, 28, 56), 28
"""The filter was set on people of other seeds."""


@cache
def _scores() -> tuple[Score, ...]:
    return score(simulated_people(SEED, PEOPLE, max(AFTER)), (DAYS,)).at(DAYS)


def expenditure_found() -> Result:
    ours, formula, regression = _scores()
    return Result(
        f"expenditure of {PEOPLE:,} people after {DAYS} days, error",
        "kcal",
        ours.error,
        120,
        min(formula.error, regression.error),
        tuple(f"{each.way}: {each.error:.0f} kcal/d, median {each.median_error:.0f}" for each in _scores()),
    )


def expenditure_held() -> Result:
    ours = _scores()[0]
    held = 100 * (ours.held or 0.0)
    return Result(
        "… 90 % intervals, off what they should hold",
        "%",
        abs(held - 90),
        3,
        detail=(f"{held:.1f} % of people are within, ± {ours.half:.0f} kcal/d on average",),
    )
