"""Straight lines through what sessions show of strength, where some show only that it was at least so much.

References
----------
Tobin J. Econometrica 1958;26:24-36, doi:10.2307/1907382: regression where some values are known only as a bound.
Lange KL, Little RJA, Taylor JMG. J Am Stat Assoc 1989;84:881-896, doi:10.1080/01621459.1989.10478852: the
t distribution in place of the normal one, so that a single bad day does not turn the line.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, lgamma, log, pi, sqrt

import msgspec

from legday.progress.trail import TrailPoint

USUAL_PER_WEEK, USUAL_SPREAD = 0.006, 0.012
"""What is believed of progress before anything is seen [ln units a week], mean and standard deviation; our own
convention. Powerlifters gain 7.5-12.5 % in their first year of competing (Latella et al. 2022, SportRxiv preprint
218) and people who are new to lifting as much in a month or two."""

GAP_DAYS = 21
"""A longer break ends a trend [days]: what is lost and won back after it is another line. Our own convention."""

_TAIL = 8.0  # degrees of freedom of the t distribution: of a hundred days, two are odd ones
_PRIOR_DAYS, _PRIOR_SCALE = 2.0, 0.7  # an athlete scatters less than all athletes; so many sessions' worth of belief
_STEPS = 12


class Trend(msgspec.Struct, frozen=True):
    """Change of strength of an exercise [ln units a week; 0.01 is 1 %], with its standard deviation.

    It is that of the sessions from `since` to `until`, none more than `GAP_DAYS` after another.
    """

    exercise: str
    since: dt.date
    until: dt.date
    sessions: int
    per_week: float
    sd: float


@dataclass(frozen=True, slots=True)
class Sight:
    """One sight of strength: where on the line it was [weeks], its value [ln kg], its noise, whether it is a bound."""

    at: float
    value: float
    noise: float
    at_least: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line fitted to sights: its height at 0, slope [a week] and their standard deviations, and its evidence [ln].

    `scatter` is the sum of squared distances from it in units of their noise, of the sights that are no bounds.
    """

    height: float
    slope: float
    height_sd: float
    slope_sd: float
    evidence: float
    scatter: float


def latest_stretch(trail: Sequence[TrailPoint], days: int) -> tuple[TrailPoint, ...]:
    """Return the last points of a trail, within so many days [days] and without a longer gap between them."""
    kept: list[TrailPoint] = []
    for point in reversed(trail):
        if kept and ((kept[0].date - point.date).days > GAP_DAYS or (kept[-1].date - point.date).days > days):
            break
        kept.insert(0, point)
    return tuple(kept)


def trend_of(exercise: str, trail: Sequence[TrailPoint], days: int) -> Trend | None:
    """Fit one line through the latest points of a trail; None for fewer than two of them that are no bounds."""
    points = latest_stretch(trail, days)
    if sum(not point.at_least for point in points) < 2:
        return None
    last = points[-1].date
    line = fit([sight_of(point, last) for point in points])
    return Trend(exercise, points[0].date, last, len(points), line.slope, line.slope_sd)


def sight_of(point: TrailPoint, zero: dt.date) -> Sight:
    """Return a point as a sight, in weeks after a day."""
    return Sight((point.date - zero).days / 7, point.seen, point.noise, point.at_least)


def noise_scale(fitted: Sequence[tuple[Sequence[Sight], Line]]) -> float:
    """Tell by which factor an athlete's scatter about the lines of their exercises differs from the stated noise."""
    scatter = sum(line.scatter for _, line in fitted)
    free = sum(max(0, sum(not sight.at_least for sight in sights) - 2) for sights, _ in fitted)
    return sqrt((_PRIOR_DAYS * _PRIOR_SCALE**2 + scatter) / (_PRIOR_DAYS + free))


def fit(sights: Sequence[Sight], scale: float = 1.0) -> Line:
    """Fit the most probable line to sights whose noise is multiplied by `scale`, by Newton's method."""
    exact = [sight.value for sight in sights if not sight.at_least] or [sight.value for sight in sights]
    height, slope = sum(exact) / len(exact), USUAL_PER_WEEK
    for _ in range(_STEPS):
        pull = [0.0, (USUAL_PER_WEEK - slope) / USUAL_SPREAD**2]
        curve = [1e-6, 0.0, 1 / USUAL_SPREAD**2]
        for sight in sights:
            force, stiffness = _force(sight, height + slope * sight.at, scale)
            pull[0] += force
            pull[1] += force * sight.at
            curve[0] += stiffness
            curve[1] += stiffness * sight.at
            curve[2] += stiffness * sight.at**2
        size = curve[0] * curve[2] - curve[1] ** 2
        up = (curve[2] * pull[0] - curve[1] * pull[1]) / size
        turn = (curve[0] * pull[1] - curve[1] * pull[0]) / size
        height, slope = height + up, slope + turn
        if abs(up) < 1e-6 and abs(turn) < 1e-6:
            break
    likely, scatter = -(((slope - USUAL_PER_WEEK) / USUAL_SPREAD) ** 2) / 2, 0.0
    for sight in sights:
        away = (sight.value - height - slope * sight.at) / (sight.noise * scale)
        if sight.at_least:
            likely += log(max(erfc(away / sqrt(2)) / 2, 1e-12))
        else:
            likely += _T_HEIGHT - log(sight.noise * scale) - (_TAIL + 1) / 2 * log(1 + away**2 / _TAIL)
            scatter += min(away**2, 9.0) * scale**2
    return Line(height, slope, sqrt(curve[2] / size), sqrt(curve[0] / size), likely - log(size) / 2, scatter)


_T_HEIGHT = lgamma((_TAIL + 1) / 2) - lgamma(_TAIL / 2) - log(_TAIL * pi) / 2


def _force(sight: Sight, line: float, scale: float) -> tuple[float, float]:
    """The pull of a sight on the line, and how stiff it is: derivatives of the log-likelihood, the second negated."""
    noise = sight.noise * scale
    away = (sight.value - line) / noise
    if not sight.at_least:
        weight = (_TAIL + 1) / (_TAIL + away**2)
        return weight * away / noise, weight / noise**2
    if away < -6:  # far below the line: the bound says nothing
        return 0.0, 0.0
    if away > 6:  # far above it: it holds like a spring
        return away / noise, 1 / noise**2
    ratio = exp(-(away**2) / 2) / sqrt(2 * pi) / (erfc(away / sqrt(2)) / 2)
    return ratio / noise, max(ratio * (ratio - away), 1e-9) / noise**2
