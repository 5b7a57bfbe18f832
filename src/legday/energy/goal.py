"""A goal of body mass by a date: the intake it needs, the path with its band, and whether it is safe."""

import dataclasses
import datetime as dt
import math
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from statistics import NormalDist

import msgspec
import numpy as np

from legday.documents import FieldError
from legday.energy.adults import DIET_SHARE, LIMITS, Adults, Numbers, adults, resting_rate
from legday.energy.dynamics import Path, intake_to_hold, simulate
from legday.units import Mass

MOST_LOSS, MOST_GAIN = 1.0, 0.5
"""The most fat and lean tissue that a week may take or bring [% of body mass].

Loss: athletes who lost about 0.7 % a week gained lean mass, those who aimed at 1.4 % did not (Garthe et al. 2011,
doi:10.1123/ijsnem.21.2.97); 0.5 to 1 % is advised (Helms et al. 2014, doi:10.1186/1550-2783-11-20). Gain: Iraki et al.
2019, doi:10.3390/sports7070154.
"""
LEAST_AVAILABILITY = {True: 25.0, False: 30.0}
"""Energy left for the body after exercise, below which men (True) and women suffer [kcal/kg fat-free mass/d].

Men lose muscle (Fagerberg 2018, doi:10.1123/ijsnem.2016-0332), women's hormones and bone fail (Loucks & Thuma 2003,
doi:10.1210/jc.2002-020369). People differ: it is no threshold of safety for everybody (Mountjoy et al. 2023,
doi:10.1136/bjsports-2023-106994).
"""
_HARM = {
    True: "muscle and hormones suffer (Fagerberg 2018, doi:10.1123/ijsnem.2016-0332)",
    False: "hormones and bone suffer (Loucks & Thuma 2003, doi:10.1210/jc.2002-020369)",
}
LIGHT = 1.7
"""Where a moderately active life begins (FAO/WHO/UNU, Human Energy Requirements, 2004, table 5.3).

What an activity level is above it counts as exercise; that share is our own convention.
"""
LEAST_INTAKE = {True: 1500.0, False: 1200.0}
"""The least that is prescribed to men (True) and to women without a doctor watching [kcal/d] (Jensen et al. 2014,
doi:10.1161/01.cir.0000437739.71477.ee)."""
LEAST_BMI = 18.5
"""The lower end of a healthy body mass index [kg/m²] (WHO, Technical Report Series 894, 2000)."""

MOST_TRAINING = 3000
"""More training than this a day is a slip of the pen [kcal/d]; our own convention."""

SHORTEST, LONGEST = 7, 1095
"""The fewest and the most days that a goal may take; the model is checked over three years."""

# How far formulas are from people, as standard deviations. Resting rate: within 10 % for 82 % of people (Frankenfield
# et al. 2005, doi:10.1016/j.jada.2005.02.005). The others are our own convention; formulas for fat from mass and height
# err by about 4 % of body mass (Deurenberg et al. 1991, doi:10.1079/bjn19910073).
_RESTING_ERROR, _ACTIVITY_ERROR, _KNOWN_INTAKE_ERROR = 0.075, 0.1, 0.05
_FAT_ERROR, _KNOWN_FAT_ERROR = 0.05, 0.025
_DRAWS, _BAND = 399, (5, 95)
_GRID = 129
_TOLERANCE = 0.5  # kcal/d


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who has the goal: age [y], height [m], body mass and activity level.

    `fat` [% of body mass] and `intake`, what has held the mass so far [kcal/d], are taken from formulas if not given.
    `usual_training` is the training that was done so far, beside what the activity level holds and above rest [kcal/d].
    """

    male: bool
    age: float
    height: float
    mass: Mass
    activity: float
    fat: float | None = None
    intake: float | None = None
    usual_training: float = 0.0


class PathDay(msgspec.Struct, frozen=True):
    """A day of the path: the body mass that is expected, the band that holds it nine times in ten, and the fat [kg]."""

    date: dt.date
    mass: float
    low: float
    high: float
    fat: float


class Limit(msgspec.Struct, frozen=True):
    """A limit, what the goal asks in the same unit, and whether it keeps it."""

    name: str
    value: float
    bound: float
    kept: bool
    sentence: str


class SafeGoal(msgspec.Struct, frozen=True):
    """A goal that keeps every limit."""

    mass: Mass
    by: dt.date


class GoalPath(msgspec.Struct, frozen=True):
    """How to reach a body mass: energies [kcal/d].

    `maintenance` holds the mass of today and `hold` that of the goal; `intake` leads there. `training` is what training
    that is added lets one eat beside that, and is part of it. `rate` is the tissue that the first week, the fastest,
    takes or brings [% of body mass]. `own` is whether `maintenance` is the person's own, and not a formula's.
    """

    start: dt.date
    by: dt.date
    mass: Mass
    target: Mass
    maintenance: float
    intake: float
    hold: float
    training: float
    rate: float
    own: bool
    limits: tuple[Limit, ...]
    path: tuple[PathDay, ...]


class RateIntake(msgspec.Struct, frozen=True):
    """What it takes to lose or gain at a rate, or to hold the mass: energies [kcal/d].

    `maintenance` holds the mass of today, training included. `intake` brings `rate` in the first week [tissue, % of
    body mass]: what was asked for, or the most that is safe; then `reasons` say which limits stand before it.
    """

    maintenance: float
    intake: float
    rate: float
    limits: tuple[Limit, ...]
    reasons: tuple[str, ...] = ()


class Refusal(msgspec.Struct, frozen=True):
    """Why a goal is refused, and the nearest ones that are safe: on the same date, and of the same mass."""

    target: Mass
    by: dt.date
    intake: float | None
    reasons: tuple[str, ...]
    limits: tuple[Limit, ...]
    nearest: tuple[SafeGoal, ...]


def plan_mass_goal(
    person: Person, target: Mass, start: dt.date, by: dt.date, *, training: float = 0.0
) -> GoalPath | Refusal:
    """Say what it takes to reach a body mass by a date with the same intake every day, or why that is not safe.

    Parameters
    ----------
    person
        Who they are on the first day, their mass steady so far.
    target
        The body mass on the last day.
    start, by
        The first and the last day.
    training
        Energy of training that is new, beside the usual one [kcal/d]; below zero where less is done than usual.

    Raises
    ------
    FieldError
        If a number is out of its bounds, or the goal takes fewer than 7 days or more than three years.
    """
    days = (by - start).days
    if not SHORTEST <= days <= LONGEST:
        raise FieldError("by", f"a goal takes between {SHORTEST} days and three years, not {days} days")
    least, most = LIMITS["mass"]
    if not least <= target.kg <= most:
        raise FieldError("to", f"this must be between {least:g} kg and {most:g} kg, not {target}")
    if not -person.usual_training <= training <= MOST_TRAINING:
        raise FieldError("training", f"this must be between 0 and {MOST_TRAINING} kcal a day, not {training:g}")
    if person.fat is not None and not 2 <= person.fat <= 70:
        raise FieldError("fat", f"this must be between 2 and 70 %, not {person.fat:g}")
    one = _adult(person)
    aim, losing = float(target.kg), target < person.mass
    intake = _intake_needed(one, aim, days, training)
    edge = _edge(one, losing, training, person.usual_training)
    limits = _limits(one, aim, intake, edge, losing, training)
    if not all(limit.kept for limit in limits):
        nearest = _nearest(person, one, target, start, by, edge.strictest(losing), training)
        reasons = tuple(limit.sentence for limit in limits if not limit.kept)
        return Refusal(target, by, intake, reasons, limits, nearest)
    assert intake is not None  # noqa: S101 - no limit is kept without one
    all_of_it = person.usual_training + training
    without = _intake_needed(one, aim, days, -person.usual_training) if all_of_it else intake
    told = sorted({*range(0, days, 7), days})
    drawn = simulate(_draw(person, one), intake, told, training=training)
    return GoalPath(
        start,
        by,
        person.mass,
        target,
        float(one.intake[0]),
        intake,
        float(intake_to_hold(one, aim, training=training)[0]),
        intake - without if without is not None else all_of_it,
        float(_first_week(one, np.array([intake]), training)[0]),
        person.intake is not None,
        limits,
        _band(drawn, start),
    )


def intake_at_rate(person: Person, rate: float, *, training: float = 0.0) -> RateIntake:
    """Say what to eat to lose or gain at a rate, and no faster than is safe; see `plan_mass_goal` for the limits.

    Parameters
    ----------
    person
        Who they are.
    rate
        The fat and lean tissue that the first week shall bring [% of body mass]; below 0 to lose, 0 to hold.
    training
        Energy of training that is new, beside the usual one [kcal/d]; below zero where less is done than usual.

    Raises
    ------
    FieldError
        If a number is out of its bounds.
    """
    one, losing = _adult(person), rate < 0
    mass = float(one.mass[0])
    hold = float(intake_to_hold(one, mass, training=training)[0])
    if rate == 0:
        return RateIntake(hold, hold, 0.0, ())
    grid = np.linspace(0, LIMITS["intake"][1], _GRID)
    wanted = float(np.interp(rate, _first_week(one, grid, training), grid))
    edge = _edge(one, losing, training, person.usual_training)
    reasons = tuple(limit.sentence for limit in _limits(one, mass, wanted, edge, losing, training) if not limit.kept)
    strictest = edge.strictest(losing)
    intake = min(max(wanted, strictest), hold) if losing else max(min(wanted, strictest), hold)
    if losing and mass < LEAST_BMI * float(one.height[0]) ** 2:
        intake = hold
    got = float(_first_week(one, np.array([intake]), training)[0])
    return RateIntake(hold, intake, got, _limits(one, mass, intake, edge, losing, training), reasons)


def least_safe_intake(person: Person, *, training: float = 0.0) -> float:
    """Say how little a person may eat on a day [kcal/d]: the limits of `plan_mass_goal` that hold for single days.

    Parameters
    ----------
    person
        Who they are.
    training
        Energy of training that is new, beside the usual one [kcal/d]; below zero where less is done than usual.

    Raises
    ------
    FieldError
        If a number is out of its bounds.
    """
    edge = _edge(_adult(person), True, training, person.usual_training)
    return max(edge.availability, edge.least)


@dataclasses.dataclass(frozen=True, slots=True)
class _Edge:
    """The intakes at which limits are met, and what exercise takes [kcal/d]; eating as ever is held against nobody."""

    rate: float
    availability: float
    least: float
    exercise: float

    def strictest(self, losing: bool) -> float:
        return max(self.rate, self.availability, self.least) if losing else self.rate


def _adult(person: Person) -> Adults:
    mass = float(person.mass.kg)
    fat = np.nan if person.fat is None else person.fat / 100 * mass
    one = adults(person.male, person.age, person.height, mass, person.activity, fat=fat)
    if person.intake is None:
        return _training(one, person, one.intake + person.usual_training / (1 - DIET_SHARE))
    resting = float(resting_rate(one.male, one.age, one.height, one.mass)[0])
    if not 0.8 * resting <= person.intake <= LIMITS["activity"][1] * resting:
        raise FieldError(
            "intake", f"{person.intake:,.0f} kcal a day can't hold this mass; rest takes about {resting:,.0f}"
        )
    return _training(one, person, np.full_like(one.intake, person.intake))


def _training(one: Adults, person: Person, intake: Numbers) -> Adults:
    """Return people whose usual training is a part of what an intake [kcal/d] held."""
    return dataclasses.replace(one, intake=intake, movement=one.movement + person.usual_training / one.mass)


def _copies(one: Adults, number: int) -> Adults:
    return Adults(*(np.repeat(getattr(one, field.name), number) for field in dataclasses.fields(one)))


def _intake_needed(one: Adults, aim: float, days: int, training: float) -> float | None:
    """Intake [kcal/d] that leads to a mass [kg] in some days; None if none does."""
    people = _copies(one, _GRID)

    def masses(grid: Numbers) -> Numbers:
        return np.asarray(simulate(people, grid, [days], training=training).state.mass[0])

    coarse = np.linspace(0, LIMITS["intake"][1], _GRID)
    mass = masses(coarse)
    if not mass[0] <= aim <= mass[-1]:
        return None
    place = int(np.clip(np.searchsorted(mass, aim), 1, _GRID - 1))
    fine = np.linspace(coarse[place - 1], coarse[place], _GRID)
    return float(np.interp(aim, masses(fine), fine))


def _first_week(one: Adults, intake: Numbers, training: float) -> Numbers:
    """Fat and lean tissue that the first week brings [% of body mass], for each of some intakes."""
    state = simulate(_copies(one, len(intake)), intake, [7], training=training).state
    return np.asarray((state.fat + state.lean - one.fat - one.lean)[0] / one.mass * 100)


def _edge(one: Adults, losing: bool, training: float, usual_training: float) -> _Edge:
    grid = np.linspace(0, LIMITS["intake"][1], _GRID)
    rate = float(np.interp(-MOST_LOSS if losing else MOST_GAIN, _first_week(one, grid, training), grid))
    lean = float(one.mass[0] - one.fat[0])
    resting = float(resting_rate(one.male, one.age, one.height, one.mass)[0])
    exercise = max(float(one.activity[0]) - LIGHT, 0.0) * resting + usual_training + training
    as_ever = float(one.intake[0]) + training
    availability = min(LEAST_AVAILABILITY[bool(one.male[0])] * lean + exercise, as_ever)
    return _Edge(rate, availability, min(LEAST_INTAKE[bool(one.male[0])], as_ever), exercise)


def _limits(
    one: Adults, aim: float, intake: float | None, edge: _Edge, losing: bool, training: float
) -> tuple[Limit, ...]:
    if intake is None:
        food = "Eating nothing at all" if losing else f"Eating {LIMITS['intake'][1]:,.0f} kcal a day"
        sentence = f"{food} would not lead there by that day."
        return (Limit("reach", 0.0, 0.0, False, sentence),)
    rate = float(_first_week(one, np.array([intake]), training)[0])
    if not losing:
        sentence = (
            f"The first week brings {rate:.1f} % of body mass; above {MOST_GAIN:g} % a week most of it is fat "
            "(Iraki et al. 2019, doi:10.3390/sports7070154)."
        )
        return (Limit("rate", rate, MOST_GAIN, intake <= edge.rate + _TOLERANCE, sentence),)
    bmi = aim / float(one.height[0]) ** 2
    lean = float(one.mass[0] - one.fat[0])
    available = (intake - edge.exercise) / lean
    least, least_available = edge.least, LEAST_AVAILABILITY[bool(one.male[0])]
    return (
        Limit(
            "rate",
            -rate,
            MOST_LOSS,
            intake >= edge.rate - _TOLERANCE,
            f"The first week takes {-rate:.1f} % of body mass in fat and lean tissue; faster than {MOST_LOSS:g} % a "
            "week costs muscle and strength (Garthe et al. 2011, doi:10.1123/ijsnem.21.2.97; Helms et al. 2014, "
            "doi:10.1186/1550-2783-11-20).",
        ),
        Limit(
            "energy-availability",
            available,
            least_available,
            intake >= edge.availability - _TOLERANCE,
            f"{intake:,.0f} kcal a day leave {max(available, 0):.0f} kcal a day for each kilogram of fat-free mass "
            f"after exercise; below {least_available:g} {_HARM[bool(one.male[0])]}.",
        ),
        Limit(
            "least-intake",
            intake,
            least,
            intake >= least - _TOLERANCE,
            f"The intake is {intake:,.0f} kcal a day; below {least:,.0f} only with a doctor watching "
            "(Jensen et al. 2014, doi:10.1161/01.cir.0000437739.71477.ee).",
        ),
        Limit(
            "body-mass-index",
            bmi,
            LEAST_BMI,
            bmi >= LEAST_BMI,
            f"The body mass index is then {bmi:.1f}; below {LEAST_BMI} is underweight "
            "(WHO, Technical Report Series 894, 2000).",
        ),
    )


def _nearest(
    person: Person, one: Adults, target: Mass, start: dt.date, by: dt.date, edge: float, training: float
) -> tuple[SafeGoal, ...]:
    """Return what is safe on the same date, and when the same mass is, or the lightest that is healthy."""
    losing = target < person.mass
    days = np.arange(min(LONGEST, (dt.date.max - start).days) + 1)
    masses = simulate(one, edge, days, training=training).state.mass[:, 0]
    aim = float(target.kg)
    if losing:
        aim = min(max(aim, LEAST_BMI * float(one.height[0]) ** 2), float(one.mass[0]))
    there = max(masses[(by - start).days], aim) if losing else min(masses[(by - start).days], aim)
    goals = [SafeGoal(_rounded(float(there), person.mass, target, losing), by)]
    reached = np.flatnonzero(masses <= aim if losing else masses >= aim)
    reached = reached[reached >= SHORTEST]
    when = start + dt.timedelta(days=int(reached[0])) if len(reached) else by
    if when > by:
        goals.append(SafeGoal(_rounded(aim, person.mass, target, losing), when))
    return tuple(goals)


def _rounded(kg: float, now: Mass, target: Mass, losing: bool) -> Mass:
    """Round a mass to a tenth on the near side, in the unit of the goal; never beyond the mass of today."""
    if losing and kg <= float(target.kg):
        return target
    if not losing and kg >= float(target.kg):
        return target
    unit = target.unit
    exact = Decimal(kg * float(Mass("1", "kg").to(unit).value))
    near = Mass(exact.quantize(Decimal("0.1"), ROUND_CEILING if losing else ROUND_FLOOR), unit)
    today = now.to(unit)
    return min(near, today) if losing else max(near, today)


def _draw(person: Person, one: Adults) -> Adults:
    """The person as formulas have them, then others that they may be as well: another fat, another maintenance."""
    steps = np.array([NormalDist().inv_cdf((number + 0.5) / _DRAWS) for number in range(_DRAWS)])
    shuffled = np.random.default_rng(1).permutation(steps)
    formula = math.hypot(_RESTING_ERROR, _ACTIVITY_ERROR / person.activity)
    intake_error = formula if person.intake is None else _KNOWN_INTAKE_ERROR
    fat_error = _FAT_ERROR if person.fat is None else _KNOWN_FAT_ERROR
    mass, fat = one.mass[0], one.fat[0]
    most = (fat + one.lean[0]) * 0.95
    fats = np.clip(fat + fat_error * mass * steps, min(0.03 * mass, fat), max(most, fat))
    intakes = np.minimum(one.intake[0] * (1 + intake_error * shuffled), LIMITS["intake"][1])
    all_intakes = np.concatenate((one.intake, intakes))
    several = adults(
        person.male,
        person.age,
        person.height,
        mass,
        person.activity,
        fat=np.concatenate(([fat], fats)),
        intake=all_intakes,
    )
    return _training(several, person, all_intakes)


def _band(drawn: Path, start: dt.date) -> tuple[PathDay, ...]:
    mass, fat = drawn.state.mass, drawn.state.fat[:, 0]
    low, high = np.percentile(mass[:, 1:], _BAND, axis=1)
    return tuple(
        PathDay(start + dt.timedelta(days=int(day)), *(round(float(n), 3) for n in numbers))
        for day, *numbers in zip(drawn.days, mass[:, 0], low, high, fat, strict=True)
    )
