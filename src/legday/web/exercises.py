"""An exercise of the athlete: what was done of it, how strong the log shows them, the reps to expect at a load."""

from typing import Annotated, Literal

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter

from legday.catalogue import load_catalogue
from legday.progress import (
    ExerciseSession,
    StrengthPoint,
    exercise_history,
    forecast,
    forecast_by_strength,
    strength_history,
    top_set,
)
from legday.store import load_profile
from legday.units import Mass
from legday.web.days import current_followed
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
    """The reps to expect in a set with a load today: the median, an interval that holds 80 %, and each chance.

    They rest on the exercise's own sessions, or on what other exercises say of it.
    """

    load: Mass
    rests_on: Literal["this exercise", "other exercises"]
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
    """Show how many reps to expect of an exercise with a load such as `100 kg` today, from what was logged.

    Earlier sessions of the exercise say what the athlete will do. Without any, strength in others says what they can.
    """
    try:
        lifted = Mass.parse(load)
    except ValueError as error:
        raise Refusal(422, f"load: {error}") from None
    if lifted.value <= 0:
        raise Refusal(422, f"load: expected more than nothing, found {lifted}")
    followed, now = current_followed(store, athlete), now_of(load_profile(store, athlete))
    sessions = followed.log.by_exercise.get(exercise, ())
    tops = [top for session in sessions if (top := top_set(session.start, session.sets))]
    if tops:
        told = forecast(tops, now, float(lifted.kg))
    elif followed.trails and exercise in load_catalogue().exercises:
        told = forecast_by_strength(followed.able(exercise, now.date()), float(lifted.kg))
    else:
        raise Refusal(404, "no logged session says anything of this exercise; log one, then ask again")
    low, high = told.interval(0.8)
    chances = ((reps, told.chance(reps)) for reps in range(1, len(told.probabilities) + 1))
    return RepsToExpect(
        lifted,
        "this exercise" if tops else "other exercises",
        told.median,
        low,
        high,
        tuple(RepChance(reps, round(chance, 3)) for reps, chance in chances if chance >= LEAST_CHANCE),
    )


HANDLERS = (show_history, show_forecast)
