"""What is believed of an athlete's strength after each session: one belief about all exercises together.

The one-repetition maximum of an exercise, as ln of kg, is a sum: what is usual for the exercise, what the athlete has
more or less than that, what their part has, and what is peculiar to them in the exercise. Each of these wanders from
day to day (a Gaussian state space, Kalman 1960). So a squat that went up lifts what is believed of the leg press, and
what was not trained for long is known less well. Sessions are taken in one after the other. A set that stopped as
planned is a lower bound: it lifts a belief that was too low and hardly lowers one that was not (a truncated Gaussian,
matched in its moments, Minka 2001).

References
----------
Kalman RE. J Basic Eng 1960;82:35-45, doi:10.1115/1.3662552.
Minka TP. Expectation propagation for approximate Bayesian inference. UAI 2001, arXiv:1301.2294.
"""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from legday.anatomy import Part
from legday.catalogue import load_catalogue
from legday.log import LoggedSession
from legday.progress.efforts import Effort, efforts_of, log_share
from legday.progress.prior import StrengthPrior

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRESH_DAYS = 28
"""So many days without leg training take no strength away (Bosquet et al. 2013, Scand J Med Sci Sports 23:e140,
doi:10.1111/sms.12047, found a loss from the third week on, small at first)."""

LOST_PER_DAY, MOST_LOST = 0.00065, 0.35
"""What is lost for each further day, and at most [ln units]: a fifth in a year, three tenths in the end. Our own
convention, on the high side so that loads start low."""

IMPLAUSIBLE = 0.3
"""So far from what is believed [ln units], and four standard deviations, a set is taken for a typing error, or for
another way to log the load, until the next session shows the same."""

_CONFIRMS = 0.12  # two sets that are implausible are this near to each other [ln units]
_PARTS = tuple(Part)
_OWN = 1 + len(_PARTS)  # exercises come after the athlete and the parts


@dataclass(frozen=True, eq=False)
class Belief:
    """A Gaussian over the athlete, the parts, and the exercises seen so far, after the session of `day`.

    `mean` [ln of kg, shape (n,)] and `covariance` (n, n) are in the order: athlete, parts, exercises by their `places`.
    `doubted` is what the latest set of an exercise showed if that was implausible.
    """

    prior: StrengthPrior
    places: dict[str, int]
    mean: "NDArray[np.float64]"
    covariance: "NDArray[np.float64]"
    day: dt.date | None
    doubted: dict[str, float]


def no_belief(prior: StrengthPrior) -> Belief:
    """Return what is believed of an athlete whose log is empty."""
    import numpy as np

    spread = [prior.spread.athlete, *(prior.spread.part for _ in _PARTS)]
    return Belief(prior, {}, np.zeros(_OWN), np.diag(np.square(spread)), None, {})


def strength_of(belief: Belief, exercise: str, on: dt.date | None = None) -> tuple[float, float]:
    """Return mean and standard deviation of ln of the one-repetition maximum [kg] of an exercise on a day.

    Without a day it is that of the latest session. The form of the day is not counted in.
    """
    prior = belief.prior
    places = _places(belief, exercise)
    mean = prior.usual_of(exercise) + sum(float(belief.mean[place]) for place in places)
    variance = sum(float(belief.covariance[one, other]) for one in places for other in places)
    if exercise not in belief.places:
        variance += prior.spread.exercise**2
    if on is not None and belief.day is not None and on > belief.day:
        days = (on - belief.day).days
        lost = lost_after(days)
        mean -= lost
        variance += days * wander_of(prior) + (lost / 2) ** 2
    return mean, math.sqrt(variance)


def wander_of(prior: StrengthPrior) -> float:
    """Return how much a day adds to the variance of what is believed of an exercise."""
    return prior.walk.athlete**2 + prior.walk.part**2 + prior.walk.exercise**2


def lost_after(days: int) -> float:
    """Return what so many days without leg training take away [ln units]."""
    return min(MOST_LOST, LOST_PER_DAY * max(0, days - FRESH_DAYS))


@dataclass(frozen=True)
class Shown:
    """What a session showed of an exercise, and the belief about it after."""

    exercise: str
    effort: Effort
    seen: float
    noise: float
    mean: float
    sd: float


def after_session(belief: Belief, session: LoggedSession, body_kg: float | None = None) -> tuple[Belief, list[Shown]]:
    """Take in a session, and return the new belief with what the session showed.

    Parameters
    ----------
    session
        Not earlier than those that the belief rests on.
    body_kg
        The athlete's mass [kg], for exercises that lift the body; what is usual without it.
    """
    sets_of = session.by_exercise
    new = sets_of.keys() - belief.places.keys()
    belief = _with_exercises(_on_day(belief, session.start.date()), sets_of)
    shown = []
    for exercise, sets in sets_of.items():
        efforts = efforts_of(exercise, sets, body_kg)
        if exercise in new:  # there is nothing yet that it could contradict
            effort = efforts[0] if efforts else None
        else:
            belief, effort = _believable(belief, exercise, efforts)
        if effort is not None:
            belief, seen, noise = _after_effort(belief, exercise, effort, is_new=exercise in new)
            shown.append(Shown(exercise, effort, seen, noise, *strength_of(belief, exercise)))
    return belief, shown


def _on_day(belief: Belief, day: dt.date) -> Belief:
    import numpy as np

    if belief.day is None or day <= belief.day:
        return replace(belief, day=belief.day or day)
    days, walk = (day - belief.day).days, belief.prior.walk
    lost = lost_after(days)
    mean, covariance = belief.mean.copy(), belief.covariance.copy()
    mean[0] -= lost
    steps = np.full(len(mean), walk.exercise**2 * days)
    steps[0] = walk.athlete**2 * days + (lost / 2) ** 2
    steps[1:_OWN] = walk.part**2 * days
    covariance[np.diag_indices_from(covariance)] += steps
    return replace(belief, mean=mean, covariance=covariance, day=day)


def _with_exercises(belief: Belief, exercises: Iterable[str]) -> Belief:
    import numpy as np

    new = [exercise for exercise in exercises if exercise not in belief.places]
    if not new:
        return belief
    old = len(belief.mean)
    covariance = np.diag(np.full(old + len(new), belief.prior.spread.exercise**2))
    covariance[:old, :old] = belief.covariance
    places = belief.places | {exercise: old + number for number, exercise in enumerate(new)}
    return replace(belief, places=places, mean=np.append(belief.mean, np.zeros(len(new))), covariance=covariance)


def _believable(belief: Belief, exercise: str, efforts: tuple[Effort, ...]) -> tuple[Belief, Effort | None]:
    """Choose the effort that shows the most and can be believed, and keep in mind one that can't yet."""
    mean, sd = strength_of(belief, exercise)
    limit = max(IMPLAUSIBLE, 4 * math.hypot(sd, belief.prior.day))
    doubted = dict(belief.doubted)
    before = doubted.pop(exercise, None)
    for effort in efforts:
        off = effort.log_e1rm - mean
        if abs(off) <= limit or (off < 0 and effort.stopped == "by-plan"):
            return replace(belief, doubted=doubted), effort
        if before is not None and abs(effort.log_e1rm - before) < _CONFIRMS:
            return _reopened(replace(belief, doubted=doubted), exercise), effort
        doubted.setdefault(exercise, effort.log_e1rm)
    return replace(belief, doubted=doubted), None


def _reopened(belief: Belief, exercise: str) -> Belief:
    """Know as little of an exercise as if it were new."""
    covariance = belief.covariance.copy()
    covariance[belief.places[exercise], belief.places[exercise]] += belief.prior.spread.exercise**2
    return replace(belief, covariance=covariance)


def _after_effort(belief: Belief, exercise: str, effort: Effort, *, is_new: bool) -> tuple[Belief, float, float]:
    """Move the belief by what an effort showed; return also what that was and its standard deviation [ln of kg]."""
    import numpy as np

    prior = belief.prior
    places = list(_places(belief, exercise))
    with_others = belief.covariance[:, places].sum(axis=1)
    variance = float(with_others[places].sum())
    mean = prior.usual_of(exercise) + float(belief.mean[places].sum())
    on_day = variance + prior.day**2
    if effort.stopped == "by-plan":
        seen, noise = effort.log_e1rm, prior.plan_reserve
        light = 0.0 if is_new else prior.light_share  # of someone unknown the low estimate is the safe one
        moved, left = _lower_bound(mean, on_day, seen, prior, light)
    else:
        seen, noise = seen_in(effort, prior)
        gain = on_day / (on_day + noise**2)
        moved, left = gain * (seen - mean), on_day * (1 - gain)
        noise = math.hypot(noise, prior.day)
    weights = with_others / on_day
    covariance = belief.covariance - np.outer(weights, weights) * (on_day - left)
    return replace(belief, mean=belief.mean + weights * moved, covariance=covariance), seen, noise


def seen_in(effort: Effort, prior: StrengthPrior) -> tuple[float, float]:
    """Return the strength that a set near failure shows, and its standard deviation [ln of kg]."""
    match effort.stopped:
        case "by-fatigue":
            return effort.log_kg + log_share(effort.reps + prior.fatigue_reserve), prior.fatigue_noise
        case "by-rating":
            return effort.log_e1rm, prior.rating_noise
        case _:
            return effort.log_e1rm, prior.failure_noise


def _lower_bound(mean: float, variance: float, bound: float, prior: StrengthPrior, light: float) -> tuple[float, float]:
    """How a Gaussian moves and how wide it is after a lower bound with a reserve of some reps above it."""
    above = max(0.0, mean - bound)
    meant = (1 - light) * math.exp(-above / prior.plan_reserve) / prior.plan_reserve
    meant = meant / (meant + light) if light else 1.0  # how probably the set was not light on purpose
    pulled = -meant * variance / prior.plan_reserve
    scale = math.sqrt(variance + prior.failure_noise**2)
    ratio = _hazard((mean + pulled - bound) / scale)
    moved = pulled + variance / scale * ratio
    left = variance * (1 - variance / scale**2 * ratio * (ratio + (mean + pulled - bound) / scale))
    return moved, left


def _hazard(z: float) -> float:
    """Density over distribution of the standard Gaussian at z, without loss of digits far to the left."""
    if z < -8:
        return -z - 1 / z + 2 / z**3
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi) / (0.5 * math.erfc(-z / math.sqrt(2)))


def _places(belief: Belief, exercise: str) -> tuple[int, ...]:
    """Where the terms of an exercise stand; only those of the athlete and the part if it was never done."""
    part = part_of(exercise)
    own = belief.places.get(exercise)
    return (0, *((1 + _PARTS.index(part),) if part else ()), *((own,) if own is not None else ()))


@cache
def part_of(exercise: str) -> Part | None:
    """Return the part that an exercise of the catalogue trains first."""
    known = load_catalogue().exercises.get(exercise)
    return known.parts[0] if known and known.parts else None
