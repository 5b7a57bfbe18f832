"""An exercise of the athlete: what was done of it, how strong the log shows them, the reps to expect at a load."""

from typing import Annotated

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter

from legday.progress import (
    ExerciseSession,
    StrengthPoint,
    exercise_history,
    forecast,
    strength_history,
    top_set,
)
from legday.store import load_profile
from legday.units import Mass
from legday.web.days import current_followed, current_log
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal
from legday.web.profile import now_of

LEAST_CHANCE = 0.005
"""Chances below this are left away."""


class ExerciseHistory(msgspec.Struct, frozen=True):
    """The sessions of an exercise and the strength in it after each that showed some, oldest first."""

    sessions: tuple[ExerciseSession, ...]
    strength: tuple[StrengthPoint, ...]


class RepChance(msgspec.Struct, frozen=True):
    """How probable so many reps or more are."""

    reps: int
    chance: float


class RepsToExpect(msgspec.Struct, frozen=True):
    """The reps to expect in a set with a load today: the median, an interval that holds 80 %, and each chance."""

    load: Mass
    median: int
    low: int
    high: int
    chances: tuple[RepChance, ...]


@get("/exercises/{exercise:str}/history", sync_to_thread=True)
def show_history(exercise: FromPath[str], store: Store, athlete: Athlete) -> ExerciseHistory:
    """Show what was done of an exercise in each session, and the strength in it over time with its 80 % band."""
    followed, profile = current_followed(store, athlete), load_profile(store, athlete)
    trail = followed.trails.get(exercise, ())
    known = followed.strengths.get(exercise)
    unit = profile.units if profile else known.evidence[0].load.unit if known else "kg"
    return ExerciseHistory(exercise_history(followed.log, exercise), strength_history(trail, unit))


@get("/exercises/{exercise:str}/forecast", sync_to_thread=True, opt={"refuses": (404, 422)})
def show_forecast(
    exercise: FromPath[str], load: Annotated[str, QueryParameter(max_length=40)], store: Store, athlete: Athlete
) -> RepsToExpect:
    """Show how many reps to expect of an exercise with a load such as `100 kg` today, from its earlier sessions."""
    try:
        lifted = Mass.parse(load)
    except ValueError as error:
        raise Refusal(422, f"load: {error}") from None
    if lifted.value <= 0:
        raise Refusal(422, f"load: expected more than nothing, found {lifted}")
    sessions = current_log(store, athlete).by_exercise.get(exercise, ())
    tops = [top for session in sessions if (top := top_set(session.start, session.sets))]
    if not tops:
        raise Refusal(404, "no earlier session of this exercise has reps with a load; log one, then ask again")
    told = forecast(tops, now_of(load_profile(store, athlete)), float(lifted.kg))
    low, high = told.interval(0.8)
    chances = ((reps, told.chance(reps)) for reps in range(1, len(told.probabilities) + 1))
    return RepsToExpect(
        lifted,
        told.median,
        low,
        high,
        tuple(RepChance(reps, round(chance, 3)) for reps, chance in chances if chance >= LEAST_CHANCE),
    )


HANDLERS = (show_history, show_forecast)
