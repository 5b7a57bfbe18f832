"""Score the ways to tell expenditure against what is true of simulated people."""

from collections.abc import Sequence

import msgspec
import numpy as np

from bench.expenditure.people import Simulated
from bench.expenditure.ways import WAYS, WINDOW


class Score(msgspec.Struct, frozen=True):
    """How far a way is off after some days [kcal/d].

    `error` is the mean absolute error, `median_error` its median, `bias` the mean error. `held` is the share of people
    whose truth lies in the interval that should hold nine of ten, and `half` half of what it is wide [kcal/d], if it
    tells one.
    """

    way: str
    days: int
    error: float
    median_error: float
    bias: float
    held: float | None
    half: float | None


class Scores(msgspec.Struct, frozen=True):
    """All scores of some people, who spend so much on average [kcal/d]."""

    people: int
    spent: float
    scores: tuple[Score, ...]

    def at(self, days: int) -> tuple[Score, ...]:
        """Return what all ways score after these days, in the order of `WAYS`."""
        return tuple(each for each in self.scores if each.days == days)


def score(people: Sequence[Simulated], after: Sequence[int], *, by_eye: bool = False) -> Scores:
    """Score all ways after some days.

    True is what was spent a day in the last two weeks, as doubly labelled water would measure it, without the ups and
    downs of single days. `by_eye` is what ours is told of how they log.
    """
    found = []
    for days in after:
        true = np.array([one.spent[max(days - WINDOW, 0) : days].mean() for one in people])
        for name, way in WAYS.items():
            told = [way(one.person, one.days[:days], by_eye) for one in people]
            errors = np.array([each.mean for each in told]) - true
            low, high = np.array([(each.low, each.high) for each in told]).T
            band = not np.isnan(low).any()
            found.append(
                Score(
                    name,
                    days,
                    float(np.abs(errors).mean()),
                    float(np.median(np.abs(errors))),
                    float(errors.mean()),
                    float(((low <= true) & (true <= high)).mean()) if band else None,
                    float((high - low).mean() / 2) if band else None,
                )
            )
    return Scores(len(people), float(np.mean([one.spent.mean() for one in people])), tuple(found))
