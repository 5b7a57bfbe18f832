"""An athlete's books: the energy ledger made from all that their log holds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import TypeVar

import msgspec
import numpy as np

from legday.documents import FieldError
from legday.energy.accounts import Ledger, Posting, to_joules
from legday.energy.adults import DIET_SHARE, JOULES_PER_KCAL, Adults, adults
from legday.energy.doubts import doubted_foods, find_doubts
from legday.energy.dynamics import CARBOHYDRATE_SHARE
from legday.energy.eaten import counted_foods
from legday.energy.exercise_energy import EnergyRange
from legday.energy.expenditure import MOST_DAYS, ExpenditureDay, ObservedDay, find_expenditure
from legday.energy.goal import Person
from legday.energy.ledger import DayFacts, Usual, keep_ledger
from legday.energy.movement import run_energy, steps_energy
from legday.energy.session_energy import training_energy
from legday.log import Food, Log, LoggedDay, LoggedRun, LoggedSession
from legday.units import Mass, unit_of

KCAL_PER_GRAM = {"protein": 4.0, "carbohydrate": 4.0, "fat": 9.0, "alcohol": 7.0}
"""Energy in a gram [kcal/g] (Atwater; FAO Food and Nutrition Paper 77, 2003)."""
DIGESTION = {"protein": 0.25, "carbohydrate": 0.075, "fat": 0.015, "alcohol": 0.2}
"""The share of its energy that digesting costs, the middle of what was found: protein 20-30 %, carbohydrate 5-10 %, fat
0-3 %, alcohol 10-30 % (Westerterp 2004, Nutr Metab 1:5, doi:10.1186/1743-7075-1-5)."""
LEAST_WEIGHED, LEAST_EATEN = 5, 7
"""How many weigh-ins and days with food it takes before the scale is asked what is spent; our own convention."""
USUAL_DIET = (0.2, 0.7)
"""The least and the most carbohydrate [share of energy] that is taken as somebody's usual diet: further out the model's
water was not checked; our own convention."""
_WORTH_A_LINE = 25  # kcal: less than this is not told as unlogged
_FIRST_DAYS = 28
PART_OF_A_DAY = 0.5
"""A day with less food than this share of what a usual day takes counts as a part of one, unless the athlete says
that it is all; our own convention."""


_T = TypeVar("_T")


def _by_date(things: Iterable[tuple[dt.date, _T]]) -> dict[dt.date, list[_T]]:
    found: defaultdict[dt.date, list[_T]] = defaultdict(list)
    for date, thing in things:
        found[date].append(thing)
    return found


class Books(msgspec.Struct, frozen=True):
    """The ledger up to yesterday, what the scale said on its days [kg], and what the data say of them.

    `opening_mass` is the mass before the first day [kg]. `is_known` says whether the data tell what is spent.
    """

    ledger: Ledger
    opening_mass: float
    weighed: dict[dt.date, float]
    found: tuple[ExpenditureDay, ...]
    is_known: bool


@dataclass(frozen=True)
class _Diary:
    """What a log says by day."""

    log: Log
    until: dt.date

    @cached_property
    def foods(self) -> Mapping[dt.date, list[Food]]:
        return _by_date((food.date, food) for food in self.log.foods)

    @cached_property
    def days(self) -> Mapping[dt.date, LoggedDay]:
        return {day.date: day for day in self.log.days}

    @cached_property
    def runs(self) -> Mapping[dt.date, list[LoggedRun]]:
        return _by_date((run.start.date(), run) for run in self.log.runs)

    @cached_property
    def sessions(self) -> Mapping[dt.date, list[LoggedSession]]:
        return _by_date((session.start.date(), session) for session in self.log.sessions)

    @cached_property
    def weighed(self) -> Mapping[dt.date, tuple[float, bool]]:
        """The weigh-ins of a day as one [kg], and whether the athlete says that it is right."""
        found = _by_date((each.date, each) for each in self.log.measures if each.kind == "body-mass")
        kilograms = {}
        for date, measures in found.items():
            known = [
                (float(Mass(each.value, unit).kg), each.checked) for each in measures if (unit := unit_of(each.unit))
            ]
            if known and all(mass > 0 for mass, _ in known):
                kilograms[date] = median(mass for mass, _ in known), all(checked for _, checked in known)
        return kilograms

    def first(self) -> dt.date | None:
        """The first day of the books: that of the first food, or of the first weigh-in if no food was ever logged.

        What is older than `MOST_DAYS` is left out.
        """
        for dates in (self.foods, self.weighed):
            if past := [date for date in dates if date <= self.until and (self.until - date).days < MOST_DAYS]:
                return min(past)
        return None


def open_books(person: Person, log: Log, today: dt.date, doubted: Iterable[str] = ()) -> Books | None:
    """Keep the ledger of a log, from the first day with food (or else the first weigh-in) to yesterday.

    Parameters
    ----------
    person
        Who it is today; the activity level is without training and runs.
    log
        All that was logged. Days after `today` are left out.
    today
        The day that is not over yet, and so is not in the ledger.
    doubted
        The ids of foods whose energy is called into question.

    Returns
    -------
    Books
        None if there is nothing to begin with.

    Raises
    ------
    FieldError
        If the person is not one the body-mass model knows.
    """
    diary = _Diary(log, today - dt.timedelta(days=1))
    first = diary.first()
    if first is None:
        return None
    dates = [first + dt.timedelta(days=number) for number in range((diary.until - first).days + 1)]
    doubts = frozenset(doubted)
    active = {date: _active(diary, date, person) for date in dates}
    least = PART_OF_A_DAY * float(_body(person, float(person.mass.kg)).intake[0])
    meals = {date: _meals(diary, date, doubts, least) for date in dates}
    found = find_expenditure(_observed(diary, dates, meals, active), person)
    known = {day.date: day for day in found}
    is_known = sum(date in diary.weighed for date in dates) >= LEAST_WEIGHED
    is_known = is_known and sum(meal.is_logged for meal in meals.values()) >= LEAST_EATEN
    one, usual = _opening(person, diary, known, dates, meals, active)
    facts = [_facts(meals[date], active[date], known[date], usual, is_known) for date in dates]
    ledger = keep_ledger(one, usual, facts)
    weighed = {date: diary.weighed[date][0] for date in dates if date in diary.weighed}
    return Books(ledger, float(one.mass[0]), weighed, found, is_known)


def athlete_books(person: Person, log: Log, today: dt.date) -> Books | None:
    """Open the books with the foods marked that an open question is about; see `open_books` and `find_doubts`."""
    return open_books(person, log, today, doubted_foods(find_doubts(log, person, today)))


@dataclass(frozen=True)
class _Meals:
    """What counts as eaten on a day: postings, what is known of it [kcal], and whether all of it was logged."""

    postings: tuple[Posting, ...]
    carbohydrate: float
    digestion: float
    of_known_carbohydrate: float
    complete: bool | None

    @property
    def is_logged(self) -> bool:
        return bool(self.postings) or self.complete is True

    @property
    def kcal(self) -> float | None:
        return sum(each.joules for each in self.postings) / JOULES_PER_KCAL if self.is_logged else None


@dataclass(frozen=True)
class _Active:
    """Training, runs and counted steps of a day; `training` is what the first two cost above rest [kcal]."""

    postings: tuple[Posting, ...]
    training: float
    walked: bool


def _meals(diary: _Diary, date: dt.date, doubted: frozenset[str], least: float) -> _Meals:
    """Gather the foods of a day; less than `least` [kcal] is a part of a day, if nobody said that it is all."""
    counted = counted_foods(diary.foods.get(date, []))
    day = diary.days.get(date)
    complete = True if any(food.whole_day for food in counted.foods) else day.complete if day else None
    if complete is None and 0 < sum(food.energy.kcal for food in counted.foods) < least:
        complete = False
    told = [(food, _by_macronutrient(food)) for food in counted.foods]
    whole = [(food, parts) for food, parts in told if parts]
    return _Meals(
        tuple(_eaten(food, food.id in doubted or bool(counted.doubled)) for food in counted.foods),
        carbohydrate=sum(parts["carbohydrate"] for _, parts in whole),
        digestion=sum(sum(DIGESTION[name] * kcal for name, kcal in parts.items()) for _, parts in whole)
        + DIET_SHARE * sum(food.energy.kcal for food, parts in told if not parts),
        of_known_carbohydrate=sum(food.energy.kcal for food, _ in whole),
        complete=complete,
    )


def _by_macronutrient(food: Food) -> dict[str, float]:
    """Return the energy of a food by macronutrient [kcal]; nothing if one of the three is not known.

    The energy is the food's own, for grams and energy seldom tie: grams are rounded, and fibre yields less.
    """
    if food.protein is None or food.carbohydrate is None or food.fat is None:
        return {}
    parts = {name: float(getattr(food, name) or 0) * kcal for name, kcal in KCAL_PER_GRAM.items()}
    of_grams = sum(parts.values())
    return {name: kcal / of_grams * food.energy.kcal for name, kcal in parts.items()} if of_grams else {}


def _eaten(food: Food, is_doubted: bool) -> Posting:
    label = food.name or ("All of the day" if food.whole_day else (food.meal or "Food").capitalize())
    if is_doubted:
        return Posting("food", food.energy.joules, label, "guessed", food.id, "There is an open question about this.")
    return Posting("food", food.energy.joules, label, "logged", food.id)


def _active(diary: _Diary, date: dt.date, person: Person) -> _Active:
    mass = diary.weighed[date][0] if date in diary.weighed else float(person.mass.kg)
    mass = min(max(mass, 25.0), 350.0)  # a weigh-in may be wrong
    postings = [
        Posting("training", to_joules(each.net.best), each.name, of=session.id, why=_between(each.net))
        for session in diary.sessions.get(date, ())
        for each in training_energy(session, mass, person.height)
    ]
    runs = diary.runs.get(date, [])
    for run in runs:
        energy = run_energy(run, mass)
        size = f", {float(run.meters) / 1000:.1f} km" if run.meters else ""
        label = f"{run.name or 'Run'}{size}"
        postings.append(Posting("running", to_joules(energy.best), label, of=run.id, why=_between(energy)))
    training = sum(posting.joules for posting in postings) / JOULES_PER_KCAL
    day = diary.days.get(date)
    if day and day.steps is not None:
        running = sum(float(run.seconds or 0) for run in runs)
        energy = steps_energy(day.steps, mass, person.height, running_seconds=running)
        postings.append(Posting("walking", to_joules(energy.best), f"{day.steps:,} steps", why=_between(energy)))
    return _Active(tuple(postings), training, bool(day and day.steps is not None))


def _observed(
    diary: _Diary, dates: list[dt.date], meals: Mapping[dt.date, _Meals], active: Mapping[dt.date, _Active]
) -> list[ObservedDay]:
    nothing = (None, False)
    return [
        ObservedDay(
            date,
            mass_kg=diary.weighed.get(date, nothing)[0],
            intake_kcal=meals[date].kcal,
            complete=meals[date].complete,
            training_kcal=active[date].training,
            checked=diary.weighed.get(date, nothing)[1],
        )
        for date in dates
    ]


def _opening(
    person: Person,
    diary: _Diary,
    known: Mapping[dt.date, ExpenditureDay],
    dates: list[dt.date],
    meals: Mapping[dt.date, _Meals],
    active: Mapping[dt.date, _Active],
) -> tuple[Adults, Usual]:
    """Return the body on the first day, and what held it until then."""
    one = _body(person, known[dates[0]].mass.mean if diary.weighed else float(person.mass.kg))
    early = dates[:_FIRST_DAYS]
    usual = float(one.intake[0]) + sum(active[date].training for date in early) / len(early)
    by_macronutrient = sum(meals[date].of_known_carbohydrate for date in early)
    carbohydrate = sum(meals[date].carbohydrate for date in early)
    share = carbohydrate / by_macronutrient if by_macronutrient else CARBOHYDRATE_SHARE
    share = min(max(share, USUAL_DIET[0]), USUAL_DIET[1])
    return one, Usual.of(usual, share)


def _body(person: Person, mass: float) -> Adults:
    """Return the body that a person had at a mass [kg]; at that of today if nobody can have had that one."""
    fat = np.nan if person.fat is None else person.fat / 100 * mass
    try:
        return adults(person.male, person.age, person.height, mass, person.activity, fat=fat)
    except FieldError:
        if mass == float(person.mass.kg):
            raise
        return _body(person, float(person.mass.kg))


def _facts(meals: _Meals, active: _Active, known: ExpenditureDay, usual: Usual, is_known: bool) -> DayFacts:
    logged = meals.kcal or 0.0
    missing = known.eaten.mean - logged
    postings, unlogged = list(meals.postings), 0.0
    if missing > _WORTH_A_LINE and (is_known or meals.complete is False or not meals.is_logged):
        unlogged = missing
        label, why = ("Probably eaten too", _UNDERTOLD) if meals.is_logged else ("Not logged", _UNLOGGED)
        postings.append(Posting("unlogged", to_joules(missing), label, "guessed", why=why))
    share = usual.carbohydrate / usual.intake
    unknown = max(logged - meals.of_known_carbohydrate, 0) + unlogged
    return DayFacts(
        known.date,
        eaten=tuple(postings),
        active=active.postings,
        carbohydrate=meals.carbohydrate + share * unknown,
        digestion=meals.digestion + DIET_SHARE * unlogged,
        expenditure=known.expenditure.mean if is_known else None,
        walked=active.walked,
    )


def _between(energy: EnergyRange) -> str:
    return f"Between {energy.low:,.0f} and {energy.high:,.0f} kcal above rest."


_UNLOGGED = "Nothing was logged. This is what you usually eat, as far as the log and the scale can tell."
_UNDERTOLD = "Logs miss something. This is how much, as far as your scale can tell."
