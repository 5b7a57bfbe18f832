"""How an athlete is doing: strength and its trend, plateaus with their answers, fatigue, balance and level."""

import datetime as dt
from collections.abc import Mapping, Sequence
from math import exp

import msgspec
from msgspec.structs import replace

from legday.anatomy import Part
from legday.catalogue import load_catalogue
from legday.log import Log
from legday.programs import Level
from legday.progress.adherence import WeekPlan
from legday.progress.answer import Answer
from legday.progress.balance import WITHIN, Balance, answer_balance, find_balance
from legday.progress.balance_of_sides import SideDifference, balance_of_sides
from legday.progress.fatigue import Fatigue, find_fatigue
from legday.progress.level import LevelMove, suggest_level
from legday.progress.plateau import find_plateaus
from legday.progress.reasons import AnsweredPlateau, answer_plateau
from legday.progress.trail import TrailPoint
from legday.progress.trend import trend_of

TREND_DAYS = 56
"""The weeks over which a trend is told [days]."""


_REST = "The next plan begins with an easy week."


class ExerciseStrength(msgspec.Struct, frozen=True):
    """An exercise's estimated one-repetition maximum [kg] with the band that holds it in four of five cases.

    `per_week` is its change [share a week] over the latest weeks, with its own band; None where it is not known.
    """

    exercise: str
    name: str
    part: Part | None
    date: dt.date
    sessions: int
    e1rm: float
    low: float
    high: float
    per_week: float | None = None
    per_week_low: float | None = None
    per_week_high: float | None = None


class Findings(msgspec.Struct, frozen=True):
    """What the log asks of the next plan: plateaus with their answers, fatigue, and balance."""

    plateaus: tuple[AnsweredPlateau, ...]
    fatigue: Fatigue
    balance: tuple[Balance, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the next plan does: an easy week if one is due, else an answer to each plateau and each lagging part.

        Who is tired is weaker everywhere, so nothing else is answered before the easy week. A part that lags because it
        is on a plateau is answered once.
        """
        if self.fatigue.due:
            return (Answer("deload", None, " ".join(self.fatigue.signs), _REST, self.fatigue.source),)
        of_plateaus = tuple(each.answer for each in self.plateaus)
        stalled = {answer.part for answer in of_plateaus}
        behind = (answer for answer in answer_balance(self.balance) if answer.part not in stalled)
        return (*of_plateaus, *behind)


class Progress(msgspec.Struct, frozen=True):
    """How an athlete is doing on a day; `answers` are what the next plan would do."""

    today: dt.date
    strengths: tuple[ExerciseStrength, ...]
    plateaus: tuple[AnsweredPlateau, ...]
    fatigue: Fatigue
    balance: tuple[Balance, ...]
    sides: tuple[SideDifference, ...]
    level: LevelMove | None
    answers: tuple[Answer, ...]


def find_all(log: Log, trails: Mapping[str, Sequence[TrailPoint]], band: tuple[int, int], today: dt.date) -> Findings:
    """Find what the next plan should answer.

    Parameters
    ----------
    trails
        What each session showed of strength, by exercise: `strength_trails(log)`.
    band
        The least and the most hard sets a week for a part, by the athlete's level.
    today
        The log after it is not read.
    """
    parts = _parts(log)
    plateaus = tuple(answer_plateau(log, plateau, band, today) for plateau in find_plateaus(trails, parts, today))
    fatigue = find_fatigue(log, trails, today)
    if fatigue.due:
        rest = {"kind": "deload", "does": _REST, "source": fatigue.source}
        plateaus = tuple(replace(each, answer=replace(each.answer, **rest)) for each in plateaus)
    return Findings(plateaus, fatigue, find_balance(log, trails, parts, today))


def progress_report(
    log: Log,
    trails: Mapping[str, Sequence[TrailPoint]],
    planned: Sequence[WeekPlan],
    level: Level,
    band: tuple[int, int],
    today: dt.date,
) -> Progress:
    """Tell how an athlete is doing; the parameters are those of `find_all` and `suggest_level`."""
    found, parts = find_all(log, trails, band, today), _parts(log)
    told = [_strength(exercise, trail, parts.get(exercise)) for exercise, trail in trails.items() if trail]
    return Progress(
        today=today,
        strengths=tuple(sorted(told, key=lambda each: (-each.date.toordinal(), each.name))),
        plateaus=found.plateaus,
        fatigue=found.fatigue,
        balance=found.balance,
        sides=balance_of_sides(log),
        level=_level_move(found, suggest_level(log, trails, planned, level, today)),
        answers=found.answers,
    )


def _level_move(found: Findings, move: LevelMove | None) -> LevelMove | None:
    """Nobody moves up while a plateau or fatigue waits for its answer."""
    waiting = found.fatigue.due or found.plateaus
    return None if move and waiting and move.is_up else move


def _parts(log: Log) -> dict[str, Part | None]:
    known = {each.id: each.parts[0] if each.parts else None for each in load_catalogue().exercises.values()}
    return known | {each.id: each.part for each in log.exercises}


def _strength(exercise: str, trail: Sequence[TrailPoint], part: Part | None) -> ExerciseStrength:
    last, known = trail[-1], load_catalogue().exercises.get(exercise)
    trend = trend_of(exercise, trail, TREND_DAYS)
    return ExerciseStrength(
        exercise=exercise,
        name=known.name if known else exercise,
        part=part,
        date=last.date,
        sessions=len(trail),
        e1rm=round(exp(last.mean), 1),
        low=round(exp(last.mean - WITHIN * last.sd), 1),
        high=round(exp(last.mean + WITHIN * last.sd), 1),
        per_week=round(trend.per_week, 4) if trend else None,
        per_week_low=round(trend.per_week - WITHIN * trend.sd, 4) if trend else None,
        per_week_high=round(trend.per_week + WITHIN * trend.sd, 4) if trend else None,
    )
