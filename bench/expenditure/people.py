"""Simulated people who eat, move, log and weigh themselves as people do, with what is true of them beside.

Sources and conventions of all magnitudes: docs/expenditure.md.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from bench.expenditure.body import Physiology, live
from legday.energy import Adults, Person, adults, resting_rate, usual_fat
from legday.energy.adults import Numbers
from legday.energy.expenditure import ObservedDay
from legday.units import Mass

START = dt.date(2026, 1, 5)  # a Monday
BEFORE = 90  # days lived before the first that is seen
KG_AS_LB = 1 / 0.45359237


@dataclass(frozen=True)
class Habits:
    """How far people are from formulas and from what they say, as standard deviations where it says error.

    Shares of the intake that holds the mass or of what is spent, and kg in a body of 75 kg.
    """

    resting_error: float = 0.075
    activity_error: float = 0.1
    fat_error: float = 0.05
    activity_drift: float = 0.04
    active_variation: float = 0.08
    training_error: float = 0.25
    daily_variation: float = 0.20
    weekend: float = 0.10
    missed: float = 0.05
    missed_error: float = 0.04
    portion_error: float = 0.10
    partial: float = 0.05
    unlogged: float = 0.06
    weekenders: float = 0.3
    lift: float = 0.10
    lift_error: float = 0.10
    scale_error: float = 0.25
    water: float = 0.45
    water_kept: float = 0.6
    salty: float = 0.04
    cycle: float = 0.225
    wrong: float = 0.008
    gaps: float = 0.25
    bodies_error: float = 0.25


USUAL = Habits()
"""People who weigh or scan what they eat."""
UNEVEN = Habits(missed_error=0.06)
"""The same, who differ more in what their logs miss than the filter takes for granted."""
BY_EYE = Habits(missed=0.12, missed_error=0.10, portion_error=0.18, partial=0.08)
"""People who estimate portions."""
HARSH = Habits(
    resting_error=0.09,
    activity_error=0.15,
    activity_drift=0.06,
    missed=0.08,
    missed_error=0.07,
    portion_error=0.15,
    partial=0.10,
    unlogged=0.12,
    weekenders=0.5,
    lift=0.2,
    lift_error=0.15,
    scale_error=0.35,
    water=0.65,
    water_kept=0.75,
    salty=0.08,
    cycle=0.4,
    wrong=0.03,
    gaps=0.5,
    bodies_error=0.4,
)
"""People who are further from everything that the filter takes them for, and say that they weigh their food."""


@dataclass(frozen=True)
class Simulated:
    """Somebody: what they say of themselves, what they logged, and what is true, by day.

    `spent` is what the body spends but for the ups and downs of single days [kcal], `mass` is without water that comes
    and goes [kg], `eaten` is [kcal].
    """

    person: Person
    days: tuple[ObservedDay, ...]
    spent: Numbers
    mass: Numbers
    eaten: Numbers


def simulated_people(seed: int, people: int, days: int, habits: Habits = USUAL) -> tuple[Simulated, ...]:
    """Draw people and follow them for some days."""
    random = np.random.default_rng(seed)
    crowd, stated = _crowd(random, people, habits)
    whole = BEFORE + days
    weekday = (np.arange(whole) - BEFORE) % 7
    shown = _shown(random, people, whole, weekday, habits)
    trained, told_training = _training(random, people, whole, habits)
    drift = np.zeros((whole, people))  # what they say of their activity is of the first day that is seen
    drift[BEFORE:] = _wander(random, days, people, habits.activity_drift, 60, first=0.0)
    single = random.normal(0, habits.active_variation, (whole, people))
    level = 1 + _plans(random, whole, people) + _wander(random, whole, people, 0.04, 20)
    single_food = np.exp(random.normal(0, habits.daily_variation, (whole, people)) - habits.daily_variation**2 / 2)
    weekend = np.where(weekday[:, None] >= 5, random.normal(habits.weekend, 0.06, people), 0.0)
    lifted = np.where(shown.logged, 0.0, random.normal(habits.lift, habits.lift_error, people))
    routine = 1 + weekend - weekend.mean(axis=0)  # the weekend is part of what they usually eat
    # Who trains eats for it too; a day that isn't logged is eaten more.
    eaten = (crowd.intake * level + trained.mean(axis=0)) * routine * single_food * (1 + lifted)
    bodies = Physiology(
        np.clip(random.normal(0.14, 0.14 * 2 * habits.bodies_error, people), 0, 0.4),
        np.exp(random.normal(0, habits.bodies_error, people)),
        np.exp(random.normal(0, habits.bodies_error, people)),
    )
    usual = crowd.intake + trained.mean(axis=0)
    lives = live(crowd, bodies, usual, eaten, crowd.intake * (drift + single) + trained)
    spent = lives.spent - crowd.intake * single * lives.mass / crowd.mass
    seen = _scale(random, lives.mass, crowd.male, crowd.age, habits)
    missed = np.clip(random.normal(habits.missed, habits.missed_error, people), -0.1, 0.5)
    log = eaten * (1 - missed) * (1 + random.normal(0, habits.portion_error, eaten.shape))
    log = np.maximum(log * np.where(shown.partial, random.uniform(0.4, 0.85, eaten.shape), 1.0), 200)
    careful = random.random(people) < 0.3  # who says whether a day is complete
    found = []
    for one in range(people):
        observed = tuple(
            ObservedDay(
                START + dt.timedelta(day - BEFORE),
                mass_kg=round(float(seen[day, one]), 1) if shown.weighed[day, one] else None,
                intake_kcal=round(float(log[day, one])) if shown.logged[day, one] else None,
                complete=not shown.partial[day, one] if careful[one] and shown.logged[day, one] else None,
                training_kcal=float(told_training[day, one]),
            )
            for day in range(BEFORE, whole)
        )
        said = Person(
            male=bool(crowd.male[one]),
            age=float(crowd.age[one]),
            height=float(crowd.height[one]),
            mass=Mass(Decimal(f"{lives.mass[BEFORE, one]:.1f}"), "kg"),
            activity=float(stated[one]),
        )
        truth = (table[BEFORE:, one] for table in (spent, lives.mass, eaten))
        found.append(Simulated(said, observed, *truth))
    return tuple(found)


def _crowd(random: np.random.Generator, people: int, habits: Habits) -> tuple[Adults, Numbers]:
    """Who they are, and the activity level that they state."""
    male = random.random(people) < 0.5
    age = random.uniform(18, 65, people)
    height = np.clip(random.normal(np.where(male, 1.78, 1.65), 0.07), 1.45, 2.05)
    mass = np.clip(random.lognormal(np.log(25), 0.15, people), 18.5, 40) * height**2
    activity = random.uniform(1.35, 1.75, people)
    fat = usual_fat(male, age, height, mass) + random.normal(0, habits.fat_error, people) * mass
    resting = resting_rate(male, age, height, mass) * (1 + random.normal(0, habits.resting_error, people))
    fat = np.clip(fat, 0.06 * mass, 0.5 * mass)
    crowd = adults(male, age, height, mass, activity, fat=fat, intake=resting * activity)
    return crowd, np.clip(activity + random.normal(0, habits.activity_error, people), 1.2, 2.4)


@dataclass(frozen=True)
class _Shown:
    """On which days people are weighed, log, and log but a part; each (days, people)."""

    weighed: NDArray[np.bool_]
    logged: NDArray[np.bool_]
    partial: NDArray[np.bool_]


def _shown(random: np.random.Generator, people: int, days: int, weekday: NDArray[np.int64], habits: Habits) -> _Shown:
    shape = (days, people)
    often = random.choice([0.9, 0.5, 1 / 7], people, p=[0.8, 0.15, 0.05])
    weighed = random.random(shape) < often
    logged = random.random(shape) >= habits.unlogged
    skips = np.where(random.random(people) < habits.weekenders, 0.6, 0.0)
    logged &= ~((weekday[:, None] >= 5) & (random.random(shape) < skips))
    for start in range(0, days, 28):  # some are away for a while
        away = random.random(people) < habits.gaps
        first, length = start + random.integers(0, 20, people), random.integers(4, 12, people)
        gone = (np.arange(days)[:, None] >= first) & (np.arange(days)[:, None] < first + length) & away
        weighed &= ~gone
        logged &= ~gone
    return _Shown(weighed, logged, logged & (random.random(shape) < habits.partial))


def _training(random: np.random.Generator, people: int, days: int, habits: Habits) -> tuple[Numbers, Numbers]:
    """Energy of training on each day, and what the athlete is told of it [kcal]."""
    sessions = random.choice([0, 2, 3, 4], people, p=[0.4, 0.2, 0.2, 0.2])
    energy = random.uniform(150, 400, people)
    on = random.random((days, people)) < sessions / 7
    told = np.clip(random.normal(1, habits.training_error, people), 0.3, 2)
    return np.where(on, energy, 0.0), np.where(on, energy * told, 0.0)


def _wander(
    random: np.random.Generator, days: int, people: int, size: float, memory: float, *, first: float = 1.0
) -> Numbers:
    """Draw walks that are drawn back to zero, with a memory [d]; `size` is how far they are off, at first a share."""
    kept = np.exp(-1 / memory)
    walk = np.empty((days, people))
    walk[0] = random.normal(0, first * size, people)
    for day in range(1, days):
        walk[day] = kept * walk[day - 1] + random.normal(0, size * np.sqrt(1 - kept**2), people)
    return walk


def _plans(random: np.random.Generator, days: int, people: int) -> Numbers:
    """What people mean to eat more than holds their mass, as a share: some diet, some gain, some change their mind."""

    def aims() -> Numbers:
        kind = random.choice(3, people, p=[0.4, 0.4, 0.2])
        less, more = random.uniform(0.08, 0.25, people), random.uniform(0.04, 0.15, people)
        return np.choose(kind, [np.zeros(people), -less, more])

    day = np.arange(days)[:, None]
    start = random.integers(BEFORE // 3, BEFORE + 21, people)
    turn = np.where(random.random(people) < 0.4, random.integers(BEFORE + 10, BEFORE + 200, people), days)
    return np.where(day < start, 0.0, np.where(day < turn, aims(), aims()))


def _scale(
    random: np.random.Generator, mass: Numbers, male: NDArray[np.bool_], age: Numbers, habits: Habits
) -> Numbers:
    """What the scale says, and what is written down of it [kg]."""
    days, people = mass.shape
    size = mass[0] / 75
    restless = np.exp(random.normal(0, 0.3, people))
    water = _wander(random, days, people, 1.0, -1 / np.log(habits.water_kept)) * habits.water * restless
    salt = np.zeros(people)
    salted = np.empty_like(mass)
    for day in range(days):
        salt = 0.5 * salt + np.where(random.random(people) < habits.salty, random.uniform(0.4, 1.5, people), 0.0)
        salted[day] = salt
    swings = ~male & (age < 50) & (random.random(people) < 0.7)
    swing = np.where(swings, habits.cycle * np.exp(random.normal(0, 0.4, people)), 0.0)
    phase = random.uniform(0, 2 * np.pi, people) + 2 * np.pi * np.arange(days)[:, None] / random.normal(28, 2, people)
    said = mass + (water + salted + swing * np.cos(phase)) * size
    said = said + random.normal(0, habits.scale_error, mass.shape) * size
    kind = random.choice(3, mass.shape, p=[0.4, 0.2, 0.4])
    other = said + random.choice([-1, 1], mass.shape) * random.uniform(2, 15, mass.shape)
    slip = np.choose(kind, [said * KG_AS_LB, said / KG_AS_LB, other])
    return np.where(random.random(mass.shape) < habits.wrong, slip, said)
