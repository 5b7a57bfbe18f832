"""Moves between levels that the log suggests: one level up or down, with reasons, for the athlete to accept (C4).

The bounds are our own convention. They follow how progress slows: somebody new to lifting gains from session to
session, later it shows from week to week, and then from month to month.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from math import sqrt

import msgspec

from legday.log import Log
from legday.programs import Level
from legday.progress.adherence import WeekPlan, adherence
from legday.progress.balance import WITHIN
from legday.progress.trail import TrailPoint
from legday.progress.trend import trend_of

WEEKS_FOR = {Level.INTERMEDIATE: 12, Level.ADVANCED: 52}
"""Weeks of training, nearly all of them one after the other, before a level is suggested."""

SLOWED_TO = {Level.INTERMEDIATE: 0.015, Level.ADVANCED: 0.005}
"""Progress [ln units a week] below which somebody has outgrown the level before: 1.5 % and 0.5 % a week."""

HELD = 0.8
"""The share of weeks trained, and of planned sessions done, that it takes."""

LAYOFF_DAYS = {Level.ADVANCED: 84, Level.INTERMEDIATE: 112}
"""After so many days without training the level below fits better [days]."""

TREND_DAYS = 56
LEAST_EXERCISES = 2

_LEVELS = tuple(Level)  # lowest first


class LevelMove(msgspec.Struct, frozen=True):
    """A level next to the present one that fits better, and the reasons."""

    level: Level
    to: Level
    reasons: tuple[str, ...]

    @property
    def is_up(self) -> bool:
        """Whether it is the next level up."""
        return _LEVELS.index(self.to) > _LEVELS.index(self.level)


def suggest_level(
    log: Log,
    trails: Mapping[str, Sequence[TrailPoint]],
    planned: Sequence[WeekPlan],
    level: Level,
    today: dt.date,
) -> LevelMove | None:
    """Suggest the next level up or down; None where the present one fits or the log says too little.

    Parameters
    ----------
    planned
        The weeks of the plans that held; where there are none, only trained weeks count.
    """
    trained = [session.start.date() for session in log.sessions if session.sets and session.start.date() <= today]
    if not trained:
        return None
    place, away = _LEVELS.index(level), (today - trained[-1]).days
    if level in LAYOFF_DAYS and away >= LAYOFF_DAYS[level]:
        reason = f"You have not trained for {away // 7} weeks; start lower and win it back."
        return LevelMove(level, _LEVELS[place - 1], (reason,))
    if place + 1 == len(_LEVELS):
        return None
    upper = _LEVELS[place + 1]
    reasons = [_steady(log, planned, upper, today), _slowed(trails, upper, today)]
    if None in reasons:
        return None
    return LevelMove(level, upper, tuple(reason for reason in reasons if reason))


def _steady(log: Log, planned: Sequence[WeekPlan], upper: Level, today: dt.date) -> str | None:
    needed = WEEKS_FOR[upper]
    weeks = [week for week in adherence(log, planned, today) if week.start + dt.timedelta(days=6) < today][-needed:]
    held = sum(week.done + week.extra > 0 or week.forgiven for week in weeks)
    asked = [week for week in weeks if week.planned]
    done = sum(week.done for week in asked) / max(1, sum(week.planned or 0 for week in asked))
    if len(weeks) < needed or held < HELD * needed or (asked and done < HELD):
        return None
    share = f", and did {done:.0%} of what was planned" if asked else ""
    return f"You trained in {held} of the last {needed} weeks{share}."


def _slowed(trails: Mapping[str, Sequence[TrailPoint]], upper: Level, today: dt.date) -> str | None:
    """Whether progress, over all exercises, is beyond doubt slower than that of the level below."""
    weight = total = 0.0
    known = 0
    for exercise, trail in trails.items():
        points = [point for point in trail if 0 <= (today - point.date).days <= TREND_DAYS]
        trend = trend_of(exercise, points, TREND_DAYS)
        if trend and (trend.until - trend.since).days >= TREND_DAYS // 2:
            known += 1
            weight += trend.sd**-2
            total += trend.per_week / trend.sd**2
    if known < LEAST_EXERCISES or total / weight + WITHIN * sqrt(1 / weight) >= SLOWED_TO[upper]:
        return None
    return (
        f"Your strength grows by {total / weight:.1%} a week over {known} exercises, below {SLOWED_TO[upper]:.1%}: "
        f"the work of level {upper} would bring more."
    )
