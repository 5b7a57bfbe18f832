"""The load of the next sets of an exercise: the planned one, moved by what was done since and by what is believed.

Double progression: a load stands until every set reaches the top of its range, then it goes up by one step. It goes
down where sets fell short of the range, or where strength is believed to have fallen. Reps in reserve count as reps
that could have been done, so a plan that asks for fewer of them from week to week gets heavier by itself.
"""

import datetime as dt
import math

import msgspec

from legday.progress.efforts import log_share
from legday.progress.strength import FRESH_DAYS, Evidence, Strength, chance_of
from legday.units import Mass

LEAST_CHANCE = 0.75
"""A load goes up only if the least reps of the range are at least so probable with it; our own convention."""

TOO_HEAVY = 0.35
"""A planned load comes down if the least reps of the range are less probable than this; our own convention."""

_ALIKE_REPS = 2


class Aim(msgspec.Struct, frozen=True):
    """Reps of each set, lowest and highest, and how many are to be left in reserve."""

    low: int
    high: int
    reserve: int = 0


class Prescription(msgspec.Struct, frozen=True):
    """A load, and in one sentence what moved it; empty where the plan's own load stands."""

    load: Mass
    because: str = ""


def prescribe(
    strength: Strength, planned: Mass, aim: Aim, step: Mass, on: dt.date, *, easy: bool = False, share: float = 1.0
) -> Prescription:
    """Move a planned load by what the log shows on the day.

    Parameters
    ----------
    planned
        The load that the plan holds for the day.
    step
        The smallest change of load there is.
    on
        The day.
    easy
        Whether the week is an easy one: nothing goes up then.
    share
        What part of the strength is used, such as a half where one leg lifts what two were logged with.
    """
    last = _last_alike(strength, aim, on)
    heaviest = max((piece.load for piece in last), default=None)
    if heaviest is not None and heaviest >= planned and not easy and share == 1.0:
        with_it = [piece for piece in last if piece.load == heaviest]
        if all(_reaches(piece, aim) for piece in with_it):
            more = (heaviest + step).to(planned.unit)
            if chance_of(strength, float(more.kg), aim.low, on) >= LEAST_CHANCE:
                done = f"{aim.high} reps on every set with {heaviest}"
                return Prescription(more, f"You reached {done} last time, so it is {more} now.")
        elif heaviest > planned and all(piece.reps >= aim.low for piece in with_it):
            return Prescription(
                heaviest.to(planned.unit), f"{heaviest} again, until every set reaches {aim.high} reps."
            )
    if chance_of(strength, float(planned.kg) / share, aim.low, on) < TOO_HEAVY:
        mean, _ = strength.on(on)
        able = Mass(f"{math.exp(mean - log_share(aim.low + aim.reserve)) * share:.4f}", "kg").to(planned.unit)
        lower = able.floor_to(step)
        if lower.value > 0 and lower < planned:
            return Prescription(lower, f"{planned} was planned; your log shows less strength by now, so it is {lower}.")
    return Prescription(planned)


def _reaches(piece: Evidence, aim: Aim) -> bool:
    """Whether a set came to the top of the range, with the reserve that was asked for if it was rated."""
    return piece.reps >= aim.high and (not piece.rated or piece.in_reserve >= aim.reserve)


def _last_alike(strength: Strength, aim: Aim, on: dt.date) -> tuple[Evidence, ...]:
    """The sets of the last session, if it was lately and its reps were about those that are aimed at."""
    if (on - strength.last_trained).days > FRESH_DAYS:
        return ()
    return tuple(
        piece
        for piece in strength.evidence
        if piece.date == strength.last_trained and aim.low - _ALIKE_REPS <= piece.reps
    )
