"""How body mass follows intake: the published model of fat, lean tissue, glycogen, fluid and adaptation in adults.

Glycogen, fluid and adaptation answer within days. While intake is constant they have solutions in closed form, which
hold for steps of any size; only fat and lean tissue, which take months, are integrated.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from legday.energy.adults import DIET_SHARE, GLYCOGEN, GLYCOGEN_WITH_WATER, KJ_PER_KCAL, Adults, Numbers

# Constants of Hall et al. 2011 (doi:10.1016/S0140-6736(11)60812-X, web appendix); the energies are published in kJ.
FAT_ENERGY = 39_500 / KJ_PER_KCAL
"""Energy in fat [kcal/kg]."""
LEAN_ENERGY = 7_600 / KJ_PER_KCAL
"""Energy in lean tissue with its water [kcal/kg]."""
GLYCOGEN_ENERGY = 17_600 / KJ_PER_KCAL
"""Energy in dry glycogen [kcal/kg]."""
FAT_RESTS, LEAN_RESTS = 13 / KJ_PER_KCAL, 92 / KJ_PER_KCAL
"""What a kilogram of fat and of lean tissue costs at rest [kcal/kg/d]."""
FAT_BUILDS, LEAN_BUILDS = 750 / KJ_PER_KCAL, 960 / KJ_PER_KCAL
"""What laying down a kilogram of fat and of lean tissue costs [kcal/kg]."""
ADAPTATION_SHARE, ADAPTATION_DAYS = 0.14, 14.0
"""The share of a change of intake by which expenditure follows in the end, and how fast [d]."""
_SODIUM = 3_220.0  # in a kilogram of fluid [mg/kg]
_SODIUM_BY_FLUID, _SODIUM_BY_CARBOHYDRATE = 3_000.0, 4_000.0  # excretion [mg/kg/d], [mg/d]
CARBOHYDRATE_SHARE = 0.5
"""The share of intake that is carbohydrate in the published runs."""
# Lean tissue follows the logarithm of fat: kilograms for each e-fold (Forbes, Nutr Rev 1987;45:225-231,
# doi:10.1111/j.1753-4887.1987.tb02684.x; Chow & Hall, PLoS Comput Biol 2008;4:e1000045,
# doi:10.1371/journal.pcbi.1000045).
_FORBES = 10.4
FORBES_FAT = _FORBES * LEAN_ENERGY / FAT_ENERGY
"""Fat at which half of the energy that is stored goes to lean tissue [kg]."""
_FLUID_RATE = _SODIUM_BY_FLUID / _SODIUM
_HALVINGS = 60


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What bodies hold: fat, lean tissue, dry glycogen and extracellular fluid [kg], and adaptation [kcal/d]."""

    fat: Numbers
    lean: Numbers
    glycogen: Numbers
    fluid: Numbers
    adaptation: Numbers

    @property
    def mass(self) -> Numbers:
        """Body mass [kg]."""
        return self.fat + self.lean + self.fluid + GLYCOGEN_WITH_WATER * self.glycogen

    @property
    def energy(self) -> Numbers:
        """Energy in the stores [kcal]."""
        return FAT_ENERGY * self.fat + LEAN_ENERGY * self.lean + GLYCOGEN_ENERGY * self.glycogen


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """States on days after the start: `days` has the shape (days,), the arrays of `state` (days, people)."""

    days: NDArray[np.int64]
    state: State


def simulate(
    people: Adults, intake: ArrayLike, days: ArrayLike, *, training: ArrayLike = 0.0, steps_per_day: int = 1
) -> Path:
    """Follow people from balance, each with an intake of their own.

    Parameters
    ----------
    people
        Who they are at the start.
    intake
        What they eat [kcal/d]: one number, the shape (people,), or (last day, people) where it differs by day.
    days
        The days that are wanted, counted from the start and rising.
    training
        Energy of training that is new since the start [kcal/d, at the starting mass]; it scales with body mass.
    steps_per_day
        One is enough to be right to a tenth of a gram; more serve to check that.

    Returns
    -------
    Path
        The states on the days that were asked for.

    Raises
    ------
    ValueError
        If days are not whole numbers that rise from 0, or an intake is below zero.

    References
    ----------
    Hall et al., Lancet 2011;378:826-837, doi:10.1016/S0140-6736(11)60812-X; Hall, Am J Physiol Endocrinol Metab
    2010;298:E449-E466, doi:10.1152/ajpendo.00559.2009.
    """
    wanted = np.atleast_1d(np.asarray(days))
    if not np.issubdtype(wanted.dtype, np.integer) or np.any(np.diff(wanted, prepend=-1) <= 0):
        raise ValueError("days must be whole numbers that rise from 0")
    if steps_per_day < 1:
        raise ValueError("a day has one step or more")
    last, shape = int(wanted[-1]), people.mass.shape
    by_day = np.broadcast_to(np.asarray(intake, float), (last, *shape))
    if not np.all(np.asarray(intake) >= 0):
        raise ValueError("an intake can't be below zero")
    terms = _terms(people, training)
    state, positions = _start(people), {int(day): number for number, day in enumerate(wanted)}
    kept = np.empty((5, len(wanted), *shape))
    step, constant = 1 / steps_per_day, np.ndim(intake) < 2
    diet = _diet(people, terms, by_day[0], step) if last else None
    for day in range(last + 1):
        if day in positions:
            fields = (state.fat, state.lean, state.glycogen, state.fluid, state.adaptation)
            for number, field in enumerate(fields):
                kept[number, positions[day]] = field
        if day < last and diet:
            diet = diet if constant else _diet(people, terms, by_day[day], step)
            for _ in range(steps_per_day):
                state = _step(terms, diet, state, step)
    return Path(wanted.astype(np.int64), State(*kept))


def steady_state(people: Adults, intake: ArrayLike, *, training: ArrayLike = 0.0) -> State:
    """Return where people end who eat the same [kcal/d] for ever; the limit of `simulate`.

    Raises
    ------
    ValueError
        If an intake is not above zero, or too small for anybody to live on.
    """
    eaten = np.broadcast_to(np.asarray(intake, float), people.mass.shape)
    if not np.all(eaten > 0):
        raise ValueError("an intake that lasts must be above zero")
    terms = _terms(people, training)
    diet = _diet(people, terms, eaten, 1.0)
    glycogen = GLYCOGEN * np.sqrt(eaten / people.intake)

    def at(log_fat: Numbers) -> State:
        fat = people.fat * np.exp(log_fat)
        return State(fat, people.lean + _FORBES * log_fat, glycogen, diet.fluid, diet.adaptation)

    low, high = np.maximum(-people.lean / _FORBES, -25.0), np.full_like(people.mass, 4.0)
    if np.any(_spent(terms, diet, at(low)) > eaten):
        raise ValueError("nobody can live on so little for ever")
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        spare = _spent(terms, diet, at(middle)) < eaten
        low, high = np.where(spare, middle, low), np.where(spare, high, middle)
    return at((low + high) / 2)


def intake_to_hold(people: Adults, mass: ArrayLike, *, training: ArrayLike = 0.0) -> Numbers:
    """Return what holds another body mass [kg] in the long run, for people who come from theirs [kcal/d]."""
    aim = np.broadcast_to(np.asarray(mass, float), people.mass.shape)
    low, high = 0.25 * people.intake, 4 * people.intake
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        light = steady_state(people, middle, training=training).mass < aim
        low, high = np.where(light, middle, low), np.where(light, high, middle)
    return np.asarray((low + high) / 2)


def after_a_day(
    glycogen: float, fluid: float, carbohydrate: float, usual: float, usual_fluid: float
) -> tuple[float, float]:
    """Return dry glycogen and extracellular fluid [kg] after a day of carbohydrate [kcal], exact.

    `usual` is the carbohydrate [kcal/d] that holds the glycogen of the start, and `usual_fluid` the fluid then [kg].
    """
    use = usual / GLYCOGEN**2
    rate = math.sqrt(carbohydrate * use) / GLYCOGEN_ENERGY
    span = (math.tanh(rate) / rate if rate > 0 else 1.0) / GLYCOGEN_ENERGY
    aim = usual_fluid + _SODIUM_BY_CARBOHYDRATE / _SODIUM_BY_FLUID * (carbohydrate / usual - 1)
    stored = (glycogen + carbohydrate * span) / (1 + glycogen * use * span)
    return stored, aim + (fluid - aim) * math.exp(-_FLUID_RATE)


def _start(people: Adults) -> State:
    nothing = np.zeros_like(people.mass)
    return State(people.fat, people.lean, nothing + GLYCOGEN, people.fluid, nothing)


@dataclass(frozen=True, slots=True, eq=False)
class _Terms:
    """What stays the same for people.

    Expenditure on what the other terms don't hold [kcal/d], on movement [kcal/kg/d], and on glycogen use [kcal/kg²/d].
    """

    rest: Numbers
    movement: Numbers
    glycogen_use: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class _Diet:
    """What stays the same while intake does; `spans` [kg d/kcal] and `decays` are of half a step and of a whole one."""

    intake: Numbers
    carbohydrate: Numbers
    meals: Numbers
    fluid: Numbers
    adaptation: Numbers
    spans: tuple[Numbers, Numbers]
    decays: tuple[tuple[float, float], tuple[float, float]]


def _terms(people: Adults, training: ArrayLike) -> _Terms:
    tissue = FAT_RESTS * people.fat + LEAN_RESTS * people.lean
    return _Terms(
        people.intake - tissue - people.movement * people.mass,
        people.movement + np.asarray(training, float) / people.mass,
        CARBOHYDRATE_SHARE * people.intake / GLYCOGEN**2,
    )


def _diet(people: Adults, terms: _Terms, intake: Numbers, step: float) -> _Diet:
    change = intake - people.intake
    carbohydrate = CARBOHYDRATE_SHARE * intake
    rate = np.sqrt(carbohydrate * terms.glycogen_use) / GLYCOGEN_ENERGY
    times = (step / 2, step)
    half, whole = (np.where(rate > 0, np.tanh(rate * time) / np.where(rate > 0, rate, 1.0), time) for time in times)
    first, last = ((math.exp(-_FLUID_RATE * time), math.exp(-time / ADAPTATION_DAYS)) for time in times)
    return _Diet(
        intake,
        carbohydrate,
        DIET_SHARE * change,
        people.fluid + _SODIUM_BY_CARBOHYDRATE / _SODIUM_BY_FLUID * change / people.intake,
        ADAPTATION_SHARE * change,
        (half / GLYCOGEN_ENERGY, whole / GLYCOGEN_ENERGY),
        (first, last),
    )


def _spent(terms: _Terms, diet: _Diet, state: State) -> Numbers:
    """Expenditure [kcal/d] but for the cost of building fat and lean tissue."""
    tissue = FAT_RESTS * state.fat + LEAN_RESTS * state.lean
    return np.asarray(terms.rest + diet.meals + tissue + terms.movement * state.mass + state.adaptation)


def _after(terms: _Terms, diet: _Diet, state: State, part: int) -> tuple[Numbers, Numbers, Numbers]:
    """Glycogen, fluid and adaptation after half a step (part 0) or a whole one (1), exact."""
    span, (fluid_decay, adaptation_decay) = diet.spans[part], diet.decays[part]
    glycogen = (state.glycogen + diet.carbohydrate * span) / (1 + state.glycogen * terms.glycogen_use * span)
    fluid = diet.fluid + (state.fluid - diet.fluid) * fluid_decay
    return glycogen, fluid, diet.adaptation + (state.adaptation - diet.adaptation) * adaptation_decay


def _gain(terms: _Terms, diet: _Diet, state: State, to_glycogen: Numbers) -> tuple[Numbers, Numbers]:
    """Rates of fat and of lean tissue [kg/d]: what is left is shared as Forbes found, and building costs of it."""
    lean_share = FORBES_FAT / (FORBES_FAT + state.fat)
    building = FAT_BUILDS / FAT_ENERGY + lean_share * (LEAN_BUILDS / LEAN_ENERGY - FAT_BUILDS / FAT_ENERGY)
    left = (diet.intake - to_glycogen - _spent(terms, diet, state)) / (1 + building)
    lean_energy = lean_share * left
    return (left - lean_energy) / FAT_ENERGY, lean_energy / LEAN_ENERGY


def _step(terms: _Terms, diet: _Diet, state: State, time: float) -> State:
    """Go on by a time [d]: the classical Runge-Kutta step for fat and lean tissue, beside what is exact."""
    middle, end = _after(terms, diet, state, 0), _after(terms, diet, state, 1)
    fat, lean, half = state.fat, state.lean, time / 2
    stored = GLYCOGEN_ENERGY / time * (end[0] - state.glycogen)  # its mean rate, so that no energy is lost in the step
    fat_1, lean_1 = _gain(terms, diet, state, stored)
    fat_2, lean_2 = _gain(terms, diet, State(fat + half * fat_1, lean + half * lean_1, *middle), stored)
    fat_3, lean_3 = _gain(terms, diet, State(fat + half * fat_2, lean + half * lean_2, *middle), stored)
    fat_4, lean_4 = _gain(terms, diet, State(fat + time * fat_3, lean + time * lean_3, *end), stored)
    return State(
        fat + time / 6 * (fat_1 + 2 * (fat_2 + fat_3) + fat_4),
        lean + time / 6 * (lean_1 + 2 * (lean_2 + lean_3) + lean_4),
        *end,
    )
