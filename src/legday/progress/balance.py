"""Balance of the parts: hams beside quads and quads beside glutes, in work and in strength, with intervals (C5, P2).

Work is compared by weekly hard sets, strength by how it changed over the same weeks. Each comparison has an interval
that holds the truth in four of five cases, and a part lags only where all of the interval says so. Left and right are
compared in `balance_of_sides`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from math import exp, sqrt
from statistics import NormalDist, fmean, variance
from typing import Literal

import msgspec

from legday.anatomy import Part
from legday.log import Log
from legday.progress.answer import Answer
from legday.progress.plateau import FORM_SHARE
from legday.progress.trail import TrailPoint
from legday.progress.trend import trend_of
from legday.progress.volume import weekly_hard_sets

PAIRS = ((Part.HAMS, Part.QUADS), (Part.GLUTES, Part.QUADS))
"""Which parts are held against which: back to front (C5), and the two that trade off in looks (P2)."""

WEEKS = 8
"""Weeks that are compared; our own convention."""

LEAST_WEEKS = 4
MOST_TIMES = 3.0
"""So many times the hard sets of the other part are out of balance, either way; our own convention for row C5, as the
rule `front-back-balance` has it."""

LEAST_SHARE = 0.03
"""A part lags that gained this much less than the other over the weeks compared [ln units]; our own convention."""

WITHIN = NormalDist().inv_cdf(0.9)
"""Standard deviations on each side that hold 80 %."""

Measured = Literal["hard-sets", "strength"]


class Balance(msgspec.Struct, frozen=True):
    """A part held against another: a number with the interval that holds it in four of five cases.

    By hard sets it is how many times the sets of `other` the `part` gets; by strength how much more it gained over
    the weeks [ln units; 0.05 is about 5 %]. `lagging` is the part that is behind beyond doubt, if one is.
    """

    part: Part
    other: Part
    measured: Measured
    value: float
    low: float
    high: float
    weeks: int
    lagging: Part | None

    @property
    def sentence(self) -> str:
        """The comparison in a sentence."""
        lead, other = self.part.capitalize(), self.other
        if self.measured == "hard-sets":
            interval = f"{self.low:.1f} to {self.high:.1f}"
            return f"{lead} get {self.value:.1f} ({interval}) hard sets for one of the {other}."
        more = "more" if self.value >= 0 else "less"
        interval = f"{exp(self.low) - 1:+.0%} to {exp(self.high) - 1:+.0%}"
        return f"{lead} gained {abs(exp(self.value) - 1):.0%} {more} than {other} in {self.weeks} weeks ({interval})."


def find_balance(
    log: Log, trails: Mapping[str, Sequence[TrailPoint]], parts: Mapping[str, Part | None], today: dt.date
) -> tuple[Balance, ...]:
    """Compare the parts in the last weeks; a pair that the log says too little about is left out."""
    found = []
    for part, other in PAIRS:
        found += [_by_sets(log, part, other, today), _by_strength(trails, parts, part, other, today)]
    return tuple(balance for balance in found if balance)


def answer_balance(balances: Sequence[Balance]) -> tuple[Answer, ...]:
    """Answer each part that lags: it gets more weight in the next plan."""
    answers: dict[Part, Answer] = {}
    for balance in balances:
        if balance.lagging and balance.lagging not in answers:
            answers[balance.lagging] = Answer(
                "lagging", balance.lagging, balance.sentence, _does(balance), "C5, P2; our own convention"
            )
    return tuple(answers.values())


def _does(balance: Balance) -> str:
    lagging = balance.lagging
    leading = balance.other if lagging == balance.part else balance.part
    answer = f"The next plan treats {lagging} as lagging."
    if {lagging, leading} == {Part.QUADS, Part.GLUTES}:
        answer += f" In looks, {lagging} that grow make {leading} seem smaller."
    return answer


def _by_sets(log: Log, part: Part, other: Part, today: dt.date) -> Balance | None:
    """The ratio of weekly hard sets, with the interval of the mean of weeks by the delta method on its logarithm."""
    until = today - dt.timedelta(days=today.weekday() + 1)
    weeks = [
        week.hard_sets
        for week in weekly_hard_sets(log, until - dt.timedelta(days=7 * WEEKS - 1), until)
        if any(week.hard_sets.values())
    ]
    if len(weeks) < LEAST_WEEKS or not all(any(week[each] for week in weeks) for each in (part, other)):
        return None
    means = [fmean(week[each] for week in weeks) for each in (part, other)]
    ratio = means[0] / means[1]
    residuals = [week[part] / means[0] - week[other] / means[1] for week in weeks]
    sd = sqrt(variance(residuals) / len(weeks))
    low, high = (ratio * exp(side * WITHIN * sd) for side in (-1, 1))
    lagging = part if high < 1 / MOST_TIMES else other if low > MOST_TIMES else None
    return Balance(part, other, "hard-sets", round(ratio, 3), round(low, 3), round(high, 3), len(weeks), lagging)


def _by_strength(
    trails: Mapping[str, Sequence[TrailPoint]],
    parts: Mapping[str, Part | None],
    part: Part,
    other: Part,
    today: dt.date,
) -> Balance | None:
    gains = [_gain(trails, parts, each, today) for each in (part, other)]
    if gains[0] is None or gains[1] is None:
        return None
    value, sd = gains[0][0] - gains[1][0], sqrt(gains[0][1] ** 2 + gains[1][1] ** 2)
    low, high = value - WITHIN * sd, value + WITHIN * sd
    lagging = part if high < -LEAST_SHARE else other if low > LEAST_SHARE else None
    return Balance(part, other, "strength", round(value, 4), round(low, 4), round(high, 4), WEEKS, lagging)


def _gain(
    trails: Mapping[str, Sequence[TrailPoint]], parts: Mapping[str, Part | None], part: Part, today: dt.date
) -> tuple[float, float] | None:
    """What the exercises of a part gained in the weeks compared [ln units], each weighed by how well it is known."""
    weight = total = 0.0
    known = 0
    for exercise, trail in trails.items():
        if parts.get(exercise) is not part:
            continue
        points = [point for point in trail if 0 <= (today - point.date).days <= 7 * WEEKS]
        trend = trend_of(exercise, points, 7 * WEEKS)
        if trend and (trend.until - trend.since).days >= 7 * LEAST_WEEKS:
            known += 1
            weight += trend.sd**-2
            total += trend.per_week / trend.sd**2
    shared = 1 + FORM_SHARE * (known - 1)
    return (WEEKS * total / weight, WEEKS * sqrt(shared / weight)) if weight else None
