"""A Gaussian belief about a state: what an observation, several explanations of it, or later days make of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legday.energy.adults import Numbers

_FAR = 6.0  # standard deviations beyond which a tail is as good as an exponential one


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """Means (states,) and covariance (states, states), or those of many days with the days first."""

    mean: Numbers
    covariance: Numbers


@dataclass(frozen=True, slots=True)
class Explanation:
    """One way in which a number may have come about.

    `likelihood` is how likely this way is, times how likely the number is then (a logarithm). What the number is about
    has this `mean` and `variance` then.
    """

    likelihood: float
    mean: float
    variance: float


def observed(chance: float, value: float, mean: float, variance: float, noise: float) -> Explanation:
    """Explain a value, with a chance, as a quantity of this mean and variance that is seen with noise [a variance]."""
    total = variance + noise
    gain, off = variance / total, value - mean
    likelihood = _log(chance) - 0.5 * (off * off / total + math.log(2 * math.pi * total))
    return Explanation(likelihood, mean + gain * off, gain * noise)


def bounding(chance: float, bound: float, mean: float, variance: float) -> Explanation:
    """Explain a value, with a chance, as some part of a quantity of this mean and variance, so that it is a bound."""
    deviation = math.sqrt(variance)
    place = (bound - mean) / deviation
    bell = -0.5 * (place * place + math.log(2 * math.pi))
    share = bell - math.log(place) if place > _FAR else math.log(0.5 * math.erfc(place / math.sqrt(2)))
    ratio = place + 1 / place if place > _FAR else math.exp(bell - share)
    left = max(1 + place * ratio - ratio * ratio, 1e-3)
    whole = max(mean + deviation * ratio, deviation)
    return Explanation(_log(chance) + share - math.log(whole), mean + deviation * ratio, variance * left)


def learnt(
    belief: Belief, across: Numbers, mean: float, variance: float, ways: Sequence[Explanation]
) -> tuple[Belief, tuple[float, ...]]:
    """Learn of a weighted sum of states from explanations, made one Gaussian with the moments of their mixture.

    Parameters
    ----------
    belief
        What is believed before.
    across
        The covariance of the sum with each state.
    mean, variance
        Those of the sum before.
    ways
        What it may be about it.

    Returns
    -------
    tuple
        The belief afterwards, and how probable each explanation is.
    """
    most = max(way.likelihood for way in ways)
    chances = [math.exp(way.likelihood - most) for way in ways]
    total = sum(chances)
    shares = tuple(chance / total for chance in chances)
    now = spread = 0.0
    for share, way in zip(shares, ways, strict=True):
        now += share * way.mean
    for share, way in zip(shares, ways, strict=True):
        spread += share * (way.variance + (way.mean - now) ** 2)
    moved = belief.mean + across * ((now - mean) / variance)
    covariance = belief.covariance - across[:, None] * (across * ((1 - spread / variance) / variance))
    return Belief(moved, covariance), shares


def smoothed(before: Sequence[Belief], after: Sequence[Belief], moves: Sequence[Numbers]) -> Belief:
    """Tell the beliefs of all days what later days have shown.

    Parameters
    ----------
    before, after
        The belief of each day before and after its observations.
    moves
        The matrix that takes each day but the last to the next.

    References
    ----------
    Rauch, Tung & Striebel, AIAA Journal 1965;3:1445-1450, doi:10.2514/3.3166.
    """
    means, covariances = _stacked(after)
    ahead_means, ahead = _stacked(before)
    if moves:
        gains = np.linalg.solve(ahead[1:], np.stack(moves) @ covariances[:-1])
        for day in range(len(after) - 2, -1, -1):
            gain = gains[day].T
            means[day] += gain @ (means[day + 1] - ahead_means[day + 1])
            covariances[day] += gain @ (covariances[day + 1] - ahead[day + 1]) @ gain.T
    return Belief(means, covariances)


def _stacked(beliefs: Sequence[Belief]) -> tuple[Numbers, Numbers]:
    return np.stack([belief.mean for belief in beliefs]), np.stack([belief.covariance for belief in beliefs])


def _log(number: float) -> float:
    return math.log(number) if number > 0 else -math.inf
