"""A linear model of days: how tissue, water, spending, eating, logging and weighing go on from one day to the next.

Energies are held in Mcal, so that all states are near one in size.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import overload

import numpy as np

from legday.energy.adults import (
    DIET_SHARE,
    GLYCOGEN,
    GLYCOGEN_WITH_WATER,
    Numbers,
    resting_rate,
    usual_fat,
)
from legday.energy.dynamics import (
    ADAPTATION_DAYS,
    ADAPTATION_SHARE,
    FAT_ENERGY,
    FAT_RESTS,
    FORBES_FAT,
    GLYCOGEN_ENERGY,
    LEAN_ENERGY,
    LEAN_RESTS,
)
from legday.energy.gaussian import Belief, bounding, learnt, observed
from legday.energy.goal import Person

KCAL = 1000.0
"""Kilocalories in the unit of energy here, the Mcal."""
RECENT = 14
"""Days that tell how much is trained and left unlogged."""

# The states: tissue [kg]; glycogen with its water, and fluid, which follow what is eaten [kg]; other water [kg]; what
# is spent at the first mass without training or diet [Mcal/d]; adaptation [Mcal/d]; what is usually eaten on days that
# are logged [Mcal/d], and how much more on days that are not; what the log misses, as a share of what is eaten; what is
# eaten today [Mcal]; and a menstrual cycle [kg], a wave of two states.
_TISSUE, _FAST, _WATER, _BASE, _ADAPTATION, _USUAL, _LIFT, _MISSED, _EATEN, _CYCLE, _TURN = range(11)

_ON_SCALE = np.array([1.0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0])  # what of the states the scale shows
_FROM_TISSUE = np.array([_TISSUE, _FAST, _BASE, _ADAPTATION, _EATEN])  # what the next day's tissue comes from

# The body, linear near balance (Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X, web appendix).
_FLUID_GAIN = 4_000 / 3_000  # fluid for a doubled intake [kg]
_GLYCOGEN_GAIN = 0.5 * GLYCOGEN * GLYCOGEN_WITH_WATER  # glycogen with its water for a doubled intake [kg]
_FAST_GAIN = _FLUID_GAIN + _GLYCOGEN_GAIN
_FAST_ENERGY = _GLYCOGEN_GAIN / _FAST_GAIN * GLYCOGEN_ENERGY / GLYCOGEN_WITH_WATER / KCAL  # Mcal/kg
_FAST_KEPT = math.exp(-1.0)  # of a difference, a day later
_FORBES = FORBES_FAT * FAT_ENERGY / LEAN_ENERGY  # lean tissue for each e-fold of fat [kg]

# How far formulas are from people (docs/energy.md).
_RESTING_ERROR, _ACTIVITY_ERROR, _KNOWN_INTAKE_ERROR = 0.075, 0.1, 0.05
# Where nothing is known but body mass: our own convention.
_SPENT_BY_KG, _SPENT_BY_KG_ERROR, _FAT_SHARE, _USUAL_ACTIVITY = 0.032, 0.2, 0.25, 1.6

# How people eat, log and weigh themselves: shares of what is spent, or kg in a body of _BODY kg. Our own conventions,
# near the sources in docs/expenditure.md; no score is taken from the people that they were set on.
# What logs miss of what is eaten, how far people differ in that, and how far a day is off, as shares: where food is
# weighed (False) and where it is estimated by eye (True).
_MISSED_MEAN, _MISSED_ERROR = {False: 0.05, True: 0.12}, {False: 0.045, True: 0.10}
_PORTION_ERROR = {False: 0.10, True: 0.18}
_DAILY_VARIATION = 0.22
_FIRST_BALANCE_ERROR = 0.10
_USUAL_STEP, _BASE_STEP = 0.02, 0.006  # wandering in a day
_LIFT_MEAN, _LIFT_ERROR = 0.15, 0.12
_PARTIAL, _PARTIAL_THOUGH_COMPLETE = 0.09, 0.01  # chance that a log lacks a meal, and where it is said to be complete
_ACTIVE_VARIATION = 0.06  # of what is spent, from day to day
_FIRST_MASS_ERROR, _FIRST_FAST_ERROR, _FIRST_ADAPTATION_ERROR = 3.0, 0.3, 0.02
_SCALE_ERROR, _WATER_ERROR, _WATER_KEPT = 0.30, 0.50, 0.65
_CYCLE_ERROR, _CYCLE_DAYS, _CYCLE_KEPT, _LAST_CYCLE = 0.25, 28.0, 0.985, 50.0
_BODY = 75.0
_OFF_CHANCE, _OFF_ERROR = 0.04, 1.5  # clothes, an evening, salt
_WRONG_CHANCE, _WRONG_ERROR = 0.01, 25.0  # another unit, another person, a slip


@dataclass(frozen=True, slots=True)
class DayModel:
    """What stays the same over the days of an athlete.

    The first mass and fat [kg], what formulas say is spent [Mcal/d] and how far off that may be, what moving costs by
    mass [Mcal/kg/d], whether there may be a menstrual cycle; the training that is usual [Mcal/d], the share of days
    that are logged, and whether food is estimated by eye.
    """

    mass: float
    fat: float
    spent: float
    spent_error: float
    movement: float
    cycle: bool
    training: float
    logged: float
    by_eye: bool

    @property
    def states(self) -> int:
        """How many states there are."""
        return 11 if self.cycle else 9

    @property
    def size(self) -> float:
        """How large the body is, beside the one that errors in kg are of."""
        return self.mass / _BODY


def day_model(mass: float, person: Person | None, *, training: float, logged: float, by_eye: bool) -> DayModel:
    """Model the days of a person who weighs this at first [kg], or of anybody.

    `training` is what is usual [Mcal/d], `logged` the share of days that are, `by_eye` whether food isn't weighed.
    """
    habits = training, logged, by_eye
    if person is None:
        spent = _SPENT_BY_KG * mass
        moving = (1 - DIET_SHARE - 1 / _USUAL_ACTIVITY) * spent / mass
        return DayModel(mass, _FAT_SHARE * mass, spent, _SPENT_BY_KG_ERROR * spent, moving, False, *habits)
    resting = float(resting_rate(person.male, person.age, person.height, mass)) / KCAL
    usual = float(usual_fat(person.male, person.age, person.height, mass))
    fat = person.fat / 100 * mass if person.fat is not None else min(max(usual, 0.04 * mass), 0.7 * mass)
    if person.intake is None:
        spent = person.activity * resting
        error = math.hypot(_RESTING_ERROR, _ACTIVITY_ERROR / person.activity) * spent
    else:
        spent = max(person.intake / KCAL - training, resting)
        error = _KNOWN_INTAKE_ERROR * spent
    moving = max((1 - DIET_SHARE) * spent - resting, 0.0) / mass
    cycle = not person.male and person.age < _LAST_CYCLE
    return DayModel(mass, fat, spent, error, moving, cycle, *habits)


def first_belief(model: DayModel, *, logged: bool) -> Belief:
    """Return what is believed before the first day, of which it is known whether it is logged."""
    spent, gain = model.spent, _FAST_GAIN / model.spent
    deviation = np.zeros(model.states)
    deviation[_TISSUE] = _FIRST_MASS_ERROR
    deviation[_FAST] = _FIRST_FAST_ERROR
    deviation[_WATER] = _WATER_ERROR * model.size
    deviation[_BASE] = model.spent_error
    deviation[_ADAPTATION] = _FIRST_ADAPTATION_ERROR * spent
    deviation[_USUAL] = _FIRST_BALANCE_ERROR * spent
    deviation[_LIFT] = _LIFT_ERROR * spent
    deviation[_MISSED] = _MISSED_ERROR[model.by_eye]
    deviation[_EATEN] = _DAILY_VARIATION * spent
    deviation[_CYCLE:] = _CYCLE_ERROR * model.size
    made = np.eye(model.states)  # states from what is independent: who spends more eats more
    made[_USUAL, _BASE] = 1
    made[_FAST, _USUAL] = gain
    made[_EATEN, [_BASE, _USUAL]] = 1
    made[_EATEN, _LIFT] = 0 if logged else 1
    mean = np.zeros(model.states)
    mean[_TISSUE], mean[_MISSED] = model.mass, _MISSED_MEAN[model.by_eye]
    mean[_BASE] = spent
    mean[_USUAL] = mean[_EATEN] = spent + model.training
    mean[_LIFT] = _LIFT_MEAN * spent * model.logged  # who hardly ever logs leaves no days out
    if not logged:
        mean[_EATEN] += mean[_LIFT]
    return Belief(mean, (made * deviation**2) @ made.T)


def weighed(model: DayModel, belief: Belief, mass: float, *, checked: bool) -> tuple[Belief, float]:
    """Learn from a weigh-in [kg]; returns too how probable it is that it is wrong.

    A weigh-in is good, or off by what clothes and salt do, or has nothing to do with it. One that was checked isn't the
    last.
    """
    across = belief.covariance @ _ON_SCALE[: model.states]
    mean, variance = float(_ON_SCALE[: model.states] @ belief.mean), float(_ON_SCALE[: model.states] @ across)
    noise = (_SCALE_ERROR * model.size) ** 2
    wrong = 0.0 if checked else _WRONG_CHANCE
    ways = (
        observed(1 - _OFF_CHANCE - wrong, mass, mean, variance, noise),
        observed(_OFF_CHANCE, mass, mean, variance, noise + (_OFF_ERROR * model.size) ** 2),
        observed(wrong, mass, mean, variance, _WRONG_ERROR**2),
    )
    moved, shares = learnt(belief, across, mean, variance, ways)
    return moved, shares[2]


def logged(model: DayModel, belief: Belief, intake: float, *, complete: bool | None) -> Belief:
    """Learn from a day's log [Mcal]: it is all of it but for what logs miss, or it lacks a meal and is a least."""
    # What is logged is a product of two states, eaten × (1 - missed). It is taken as linear near what was expected, not
    # near the log itself: a day's ups and downs would then be taken for what the log misses. Portions are off by a
    # share of what was expected too: logs that come out high would else be trusted less than low ones.
    expected, kept = float(belief.mean[_EATEN]), 1 - float(belief.mean[_MISSED])
    across = kept * belief.covariance[_EATEN] - expected * belief.covariance[_MISSED]
    mean = kept * expected
    variance = float(kept * across[_EATEN] - expected * across[_MISSED])
    partial = {None: _PARTIAL, True: _PARTIAL_THOUGH_COMPLETE, False: 1.0}[complete]
    lacking = bounding(partial, intake, mean, variance)
    portions = _PORTION_ERROR[model.by_eye] * max(mean, 0.1 * model.spent)
    ways = (lacking,) if complete is False else (observed(1 - partial, intake, mean, variance, portions**2), lacking)
    return learnt(belief, across, mean, variance, ways)[0]


@dataclass(frozen=True, slots=True, eq=False)
class Nights:
    """How nights go, but for what depends on the tissue.

    What moves the states, by whether the next day is logged, what pushes them, and the variance of what is new.
    """

    moves: dict[bool, Numbers]
    push: Numbers
    variance: Numbers


def nights(model: DayModel) -> Nights:
    """Return what is the same in all nights."""
    relaxed = (1 - _FAST_KEPT) * _FAST_GAIN / model.spent
    move = np.eye(model.states)
    move[_FAST, [_FAST, _EATEN, _BASE]] = _FAST_KEPT, relaxed, -relaxed
    move[_WATER, _WATER] = _WATER_KEPT
    adapted = ADAPTATION_SHARE / ADAPTATION_DAYS
    move[_ADAPTATION, [_ADAPTATION, _EATEN, _BASE]] = 1 - 1 / ADAPTATION_DAYS, adapted, -adapted
    move[_EATEN, [_EATEN, _USUAL]] = 0, 1
    deviation = np.zeros(model.states)
    deviation[_WATER] = _WATER_ERROR * model.size * math.sqrt(1 - _WATER_KEPT**2)
    deviation[_BASE] = _BASE_STEP * model.spent
    deviation[_USUAL] = _USUAL_STEP * model.spent
    deviation[_EATEN] = _DAILY_VARIATION * model.spent
    if model.cycle:
        angle = 2 * math.pi / _CYCLE_DAYS
        cosine, sine = _CYCLE_KEPT * math.cos(angle), _CYCLE_KEPT * math.sin(angle)
        move[_CYCLE:, _CYCLE:] = [[cosine, sine], [-sine, cosine]]
        deviation[_CYCLE:] = _CYCLE_ERROR * model.size * math.sqrt(1 - _CYCLE_KEPT**2)
    push = np.zeros(model.states)
    push[[_FAST, _ADAPTATION]] = -relaxed * model.training, -adapted * model.training
    lifted = move.copy()
    lifted[_EATEN, _LIFT] = 1
    variance = np.diag(deviation**2)
    variance[_EATEN, _EATEN] += variance[_USUAL, _USUAL]
    variance[_EATEN, _USUAL] = variance[_USUAL, _EATEN] = variance[_USUAL, _USUAL]
    return Nights({True: move, False: lifted}, push, variance)


def next_day(
    model: DayModel, nights: Nights, belief: Belief, training: float, *, logged: bool
) -> tuple[Belief, Numbers]:
    """Go on to the next day, of which it is known whether it is logged, with the training of this one [Mcal].

    Returns
    -------
    tuple
        The belief on the next day, and the matrix that moved its mean and covariance there.
    """
    density, upkeep = _tissue(model, float(belief.mean[_TISSUE]))
    stored = 1 - DIET_SHARE - _FAST_ENERGY * (1 - _FAST_KEPT) * _FAST_GAIN / model.spent
    move = nights.moves[logged].copy()
    kept, fast = density - upkeep, _FAST_ENERGY * (1 - _FAST_KEPT)
    move[_TISSUE, _FROM_TISSUE] = kept / density, fast / density, -stored / density, -1 / density, stored / density
    mean = move @ belief.mean + nights.push
    mean[_TISSUE] += (upkeep * model.mass - training + (1 - stored) * model.training) / density
    covariance = move @ belief.covariance @ move.T + nights.variance
    covariance[_TISSUE, _TISSUE] += (_ACTIVE_VARIATION * model.spent / density) ** 2
    return Belief(mean, covariance), move


def spent(model: DayModel, beliefs: Belief, unlogged: Numbers, training: Numbers) -> tuple[Numbers, Numbers]:
    """What is spent on usual days with this share of them unlogged and this training [Mcal/d]; mean and deviation."""
    _, upkeep = _tissue(model, beliefs.mean[:, _TISSUE])
    mean, deviation = _sums(beliefs, _spending(model, upkeep, unlogged))
    return mean + training - DIET_SHARE * model.training - upkeep * model.mass, deviation


def trend(model: DayModel, beliefs: Belief, unlogged: Numbers) -> tuple[Numbers, Numbers]:
    """Body mass on usual mornings: with what is usually eaten and usual water [kg]; mean and deviation."""
    gain = _FAST_GAIN / model.spent
    weights: dict[int, float | Numbers] = {_TISSUE: 1, _USUAL: gain, _LIFT: gain * unlogged, _BASE: -gain}
    mean, deviation = _sums(beliefs, _rows(model, unlogged, weights))
    return mean - gain * model.training, deviation


def change(model: DayModel, beliefs: Belief, unlogged: Numbers, training: Numbers) -> tuple[Numbers, Numbers]:
    """What a day changes in tissue these weeks [kg/d]; mean and deviation.

    What was eaten is not what is usual, even on the mean of `RECENT` days.
    """
    density, upkeep = _tissue(model, beliefs.mean[:, _TISSUE])
    food = _rows(model, unlogged, {_USUAL: 1.0, _LIFT: unlogged})
    single = _DAILY_VARIATION * model.spent / math.sqrt(RECENT)
    mean, deviation = _sums(beliefs, food - _spending(model, upkeep, unlogged))
    gained = mean - training + DIET_SHARE * model.training + upkeep * model.mass
    return gained / density, np.sqrt(deviation**2 + single**2) / density


def eaten(beliefs: Belief) -> tuple[Numbers, Numbers]:
    """What was eaten on each day [Mcal]; mean and deviation."""
    return beliefs.mean[:, _EATEN], np.sqrt(beliefs.covariance[:, _EATEN, _EATEN])


def _spending(model: DayModel, upkeep: Numbers, unlogged: Numbers) -> Numbers:
    diet: dict[int, float | Numbers] = {_USUAL: DIET_SHARE, _LIFT: DIET_SHARE * unlogged, _BASE: 1 - DIET_SHARE}
    return _rows(model, unlogged, diet | {_TISSUE: upkeep, _ADAPTATION: 1.0})


def _rows(model: DayModel, days: Numbers, weights: Mapping[int, float | Numbers]) -> Numbers:
    rows = np.zeros((len(days), model.states))
    for state, weight in weights.items():
        rows[:, state] = weight
    return rows


def _sums(beliefs: Belief, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Mean and standard deviation of weighted sums of the states, by day."""
    variance = np.einsum("di,dij,dj->d", weights, beliefs.covariance, weights)
    return np.einsum("di,di->d", weights, beliefs.mean), np.sqrt(np.maximum(variance, 0.0))


@overload
def _tissue(model: DayModel, tissue: float) -> tuple[float, float]: ...
@overload
def _tissue(model: DayModel, tissue: Numbers) -> tuple[Numbers, Numbers]: ...
def _tissue(model: DayModel, tissue: float | Numbers) -> tuple[float | Numbers, float | Numbers]:
    """Energy in a change of tissue [Mcal/kg], and what a kilogram more costs a day [Mcal/kg/d], by tissue [kg]."""
    changed = np.minimum(np.maximum(tissue - model.mass, -0.5 * model.mass), model.mass)
    fat = model.fat * np.exp(changed / (model.fat + _FORBES))
    share = fat / (fat + _FORBES)
    density = (share * FAT_ENERGY + (1 - share) * LEAN_ENERGY) / KCAL
    return density, (share * FAT_RESTS + (1 - share) * LEAN_RESTS) / KCAL + model.movement
