"""Learns what is shipped about strength in general: what is usual, how far athletes are from it, how it wanders."""

import datetime as dt
import math
from collections.abc import Mapping
from itertools import product
from statistics import fmean, pstdev

from msgspec.structs import replace

from legday.catalogue import load_catalogue
from legday.log import Log
from legday.progress.belief import Belief, after_session, no_belief, seen_in, strength_of
from legday.progress.efforts import Effort, efforts_of, log_share
from legday.progress.prior import Levels, StrengthPrior

BEGIN = StrengthPrior(
    spread=Levels(0.3, 0.15, 0.3),
    walk=Levels(0.003, 0.002, 0.004),
    day=0.025,
    failure_noise=0.03,
    fatigue_noise=0.05,
    rating_noise=0.065,
    fatigue_reserve=1.0,
    plan_reserve=0.08,
    light_share=0.2,
    usual={},
    usual_by_load={
        "barbell": 4.4,
        "dumbbells": 3.3,
        "dumbbell": 3.3,
        "kettlebell": 3.3,
        "stack": 4.2,
        "plates": 4.8,
        "bodyweight": 4.6,
        "band": 3.0,
        "none": 4.6,
    },
)
"""Where learning begins. The form of the day is as repeated tests of one-repetition maxima differ (Grgic et al. 2020,
Sports Med Open 6:31, doi:10.1186/s40798-020-00260-z: a coefficient of variation of some percent), and stays."""

WALKS, PLAN_RESERVES, FATIGUE_RESERVES = (1.0, 1.5, 2.0), (0.08, 0.12, 0.15), (1.0, 2.0, 2.5)
"""What is tried: how much strength wanders, as a multiple; reserves of planned stops [ln units]; of sets that fell."""

_SURPRISE = 0.001  # what is left for a set that nothing foretold
_SHRUNK_BY = 1.0  # an exercise's own mean counts as many athletes as did it, the mean of its kind as one more


def learn_prior(logs: Mapping[str, Log]) -> StrengthPrior:
    """Learn the parameters of `legday.progress.belief` from logs, every athlete weighed by the root of their sets."""
    known = _with_usual(BEGIN, logs)
    tried = (
        replace(
            known,
            walk=Levels(
                *(round(share * each, 4) for each in (BEGIN.walk.athlete, BEGIN.walk.part, BEGIN.walk.exercise))
            ),
            plan_reserve=plan,
            fatigue_reserve=fatigue,
        )
        for share, plan, fatigue in product(WALKS, PLAN_RESERVES, FATIGUE_RESERVES)
    )
    best = max(tried, key=lambda prior: _score(prior, logs))
    return _with_usual(best, logs)


def _with_usual(prior: StrengthPrior, logs: Mapping[str, Log]) -> StrengthPrior:
    """Take what is usual of an exercise, and how far athletes are from it, from where their logs end."""
    of_load: dict[str, list[float]] = {}
    of_exercise: dict[str, list[float]] = {}
    ends = [_followed(prior, log) for log in logs.values()]
    for belief in ends:
        for exercise in belief.places:
            mean, _ = strength_of(belief, exercise)
            of_exercise.setdefault(exercise, []).append(mean - float(belief.mean[0]))
            of_load.setdefault(_load_of(exercise), []).append(mean - float(belief.mean[0]))
    by_load = prior.usual_by_load | {load: round(fmean(means), 3) for load, means in of_load.items()}
    usual = {
        exercise: round((sum(means) + _SHRUNK_BY * by_load[_load_of(exercise)]) / (len(means) + _SHRUNK_BY), 3)
        for exercise, means in sorted(of_exercise.items())
    }
    left = [each - usual[exercise] for exercise, means in of_exercise.items() if len(means) > 1 for each in means]
    spread = replace(prior.spread, exercise=round(pstdev(left), 3)) if len(left) > 1 else prior.spread
    return replace(prior, usual=usual, usual_by_load=by_load, spread=spread)


def _load_of(exercise: str) -> str:
    known = load_catalogue().exercises.get(exercise)
    return known.load if known else "barbell"


def _followed(prior: StrengthPrior, log: Log) -> Belief:
    belief = no_belief(prior)
    for session in log.sessions:
        belief, _ = after_session(belief, session)
    return belief


def _score(prior: StrengthPrior, logs: Mapping[str, Log]) -> float:
    """The mean log probability of what sets showed, to the rep where fatigue ended them, else of at least so much."""
    total = weights = 0.0
    for log in logs.values():
        belief, told = no_belief(prior), list[float]()
        for session in log.sessions:
            for exercise, sets in session.by_exercise.items():
                if exercise in belief.places and (efforts := efforts_of(exercise, sets)):
                    told.append(_told(belief, exercise, efforts[0], session.start.date()))
            belief, _ = after_session(belief, session)
        if told:
            weight = math.sqrt(len(told))
            total, weights = total + weight * fmean(told), weights + weight
    return total / weights if weights else 0.0


def _told(belief: Belief, exercise: str, effort: Effort, day: dt.date) -> float:
    mean, sd = strength_of(belief, exercise, day)
    sd = math.hypot(sd, belief.prior.day)
    if effort.stopped == "by-plan":
        return math.log(_SURPRISE + (1 - _SURPRISE) * _below(mean - effort.log_e1rm, sd))
    seen, noise = seen_in(effort, belief.prior)
    reserve = belief.prior.fatigue_reserve if effort.stopped == "by-fatigue" else effort.reserve
    half = (log_share(effort.reps + reserve + 0.5) - log_share(effort.reps + reserve - 0.5)) / 2
    sd = math.hypot(sd, noise)
    return math.log(_SURPRISE + (1 - _SURPRISE) * (_below(seen + half - mean, sd) - _below(seen - half - mean, sd)))


def _below(far: float, sd: float) -> float:
    return 0.5 * math.erfc(-far / sd / math.sqrt(2))
