"""What was eaten on a day, how dense it was, what the day is meant to hold, and what of a diary can hardly be right."""

import datetime as dt

import msgspec
from litestar import get
from litestar.params import FromPath
from sqlalchemy import Engine

from legday.energy import (
    Density,
    Doubt,
    Eaten,
    FreeMealBudget,
    after_training,
    counted_foods,
    eaten,
    find_doubts,
    foods_on,
    free_meal_budget,
    least_safe_intake,
    nutrient_density,
)
from legday.log import Food, LoggedDay
from legday.planner import FreeMeal, Missing, energy_target, knowing_intake, person_of
from legday.session import athlete_mass
from legday.store import list_plans, load_profile
from legday.web.days import current_log, kept_plan
from legday.web.given import Athlete, Store
from legday.web.goals import training_week
from legday.web.profile import now_of

_WEEK = 7


class FoodLine(msgspec.Struct, frozen=True):
    """A food, how dense it is, and whether it counts; it does not where something else tells of the same."""

    food: Food
    density: Density
    counts: bool


class DayFood(msgspec.Struct, frozen=True):
    """What was eaten on a day: lines and sums, and what the day is meant to hold.

    `target` is the energy of the day [kcal]: that of the goal, with the week's free meal carried. `budget` tells how,
    and why a free meal is refused; `free_meal` is the one that the plan puts into this week. They are None where the
    profile tells too little or plans none. `protein` is that of the day [g], by the goal, or else by body mass alone.
    """

    date: dt.date
    complete: bool | None
    lines: tuple[FoodLine, ...]
    eaten: Eaten
    density: Density
    target: float | None
    budget: FreeMealBudget | None
    free_meal: FreeMeal | None
    protein: tuple[float, float] | None


@get("/days/{date:date}/food", sync_to_thread=True)
def show_day_food(date: FromPath[dt.date], store: Store, athlete: Athlete) -> DayFood:
    """Show what was eaten on a day, what it comes to, how many nutrients came with it, and what was planned."""
    log, profile = current_log(store, athlete), load_profile(store, athlete)
    counted = counted_foods(foods_on(log.foods, date))
    known = frozenset(food.id for food in counted.foods)
    lines = tuple(
        FoodLine(food, nutrient_density(eaten([food])), food.id in known) for food in foods_on(log.foods, date)
    )
    whole = eaten(counted.foods)
    day = next((each for each in log.days if each.date == date), LoggedDay(date))
    today = now_of(profile).date()
    person = person_of(profile, log, today)
    meal = _free_meal(store, athlete, date)
    mass = athlete_mass(profile, log, date)
    protein: tuple[float, float] | None = None if mass is None else after_training(mass).day_protein
    target, budget = None, None
    if profile is not None and not isinstance(person, Missing):
        training = training_week(store, athlete, today) / _WEEK
        person = knowing_intake(person, log, today)
        aim = energy_target(profile.goal, person, profile.mass_goal, today, training)
        target, protein = aim.intake, aim.protein
        if meal is not None:
            least = least_safe_intake(person, training=training - person.usual_training)
            budget = free_meal_budget(aim.intake, meal.energy.kcal, least)
            target = budget.free_day if meal.date == date else budget.other_days
    return DayFood(
        date,
        day.complete,
        lines,
        whole,
        nutrient_density(whole),
        target,
        budget,
        meal,
        protein,
    )


@get("/doubts", sync_to_thread=True)
def show_doubts(store: Store, athlete: Athlete) -> tuple[Doubt, ...]:
    """List what in the diary can hardly be right: one question each, and its answers as changes to send as events."""
    profile, log = load_profile(store, athlete), current_log(store, athlete)
    today = now_of(profile).date()
    person = person_of(profile, log, today)
    return find_doubts(log, None if isinstance(person, Missing) else person, today)


def _free_meal(store: Engine, athlete: str, date: dt.date) -> FreeMeal | None:
    """The free meal of the week that a date is in, as the plan in force has it."""
    saved = next((each for each in list_plans(store, athlete) if each.start <= date < each.end), None)
    weeks = kept_plan(store, athlete, saved.id).weeks if saved else ()
    return next((week.free_meal for week in weeks if 0 <= (date - week.start).days < _WEEK), None)


HANDLERS = (show_day_food, show_doubts)
