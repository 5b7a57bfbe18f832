"""Scores of ways to foretell reps: errors over sets and over athletes, the log score, and what intervals held."""

from collections.abc import Sequence
from math import log

import msgspec

from bench.strength.cases import Case
from bench.strength.learn import LEVELS
from legday.progress.forecast import MOST_REPS, RepForecast


class Score(msgspec.Struct, frozen=True):
    """The mean absolute error of a way [reps]: over all sets, and the mean over athletes of theirs."""

    name: str
    micro: float
    macro: float


class Held(msgspec.Struct, frozen=True):
    """The share of sets that intervals held: of all, and the mean over athletes of theirs."""

    micro: float
    macro: float


class Strength(msgspec.Struct, frozen=True):
    """All scores on some logs; `held` is by the level of the intervals, `by_athlete` our error for each."""

    cases: int
    athletes: int
    scores: tuple[Score, ...]
    log_score: float
    held: dict[str, Held]
    by_athlete: dict[str, float]


def score_of(name: str, cases: Sequence[Case], foretold: Sequence[float]) -> Score:
    """Score single guesses."""
    errors = [abs(guess - case.reps) for case, guess in zip(cases, foretold, strict=True)]
    return Score(name, *_means(cases, errors))


def strength_of(cases: Sequence[Case], scores: Sequence[Score], forecasts: Sequence[RepForecast]) -> Strength:
    """Put our forecasts beside the scores of the other ways."""
    reps = [min(max(round(case.reps), 1), MOST_REPS) for case in cases]
    ours = score_of("legday", cases, [each.median for each in forecasts])
    held = {}
    for level in LEVELS:
        runs = [each.interval(level) for each in forecasts]
        inside = [float(low <= done <= high) for (low, high), done in zip(runs, reps, strict=True)]
        held[str(level)] = Held(*_means(cases, inside))
    logs = [-log(each.probabilities[done - 1]) for each, done in zip(forecasts, reps, strict=True)]
    errors: dict[str, list[float]] = {}
    for case, each in zip(cases, forecasts, strict=True):
        errors.setdefault(case.athlete, []).append(abs(each.median - case.reps))
    by_athlete = {athlete: sum(own) / len(own) for athlete, own in errors.items()}
    return Strength(len(cases), len(by_athlete), (*scores, ours), sum(logs) / len(logs), held, by_athlete)


def _means(cases: Sequence[Case], values: Sequence[float]) -> tuple[float, float]:
    by_athlete: dict[str, list[float]] = {}
    for case, value in zip(cases, values, strict=True):
        by_athlete.setdefault(case.athlete, []).append(value)
    return sum(values) / len(values), sum(sum(own) / len(own) for own in by_athlete.values()) / len(by_athlete)
