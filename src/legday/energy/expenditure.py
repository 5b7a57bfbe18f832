"""Find what an athlete spends, and the trend of body mass, from the scale and the food log, with intervals."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from statistics import NormalDist, fmean, median

import msgspec
import numpy as np

from legday.energy import day_model as model_of
from legday.energy.adults import Numbers
from legday.energy.day_model import KCAL, RECENT, DayModel, day_model, first_belief, next_day, nights
from legday.energy.gaussian import Belief, smoothed
from legday.energy.goal import Person

MOST_DAYS = 3653
"""The most days that are gone through, ten years: a date that was typed wrong shall not cost minutes."""

_NINE_OF_TEN = NormalDist().inv_cdf(0.95)
_FIRST_WEIGHED = 5  # weigh-ins, of which the median is where the search begins


class ObservedDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a day: body mass in the morning [kg], food logged, and training beside the usual day [kcal].

    `complete` is whether all that was eaten is logged, or None if nobody said. `checked` is whether the athlete says
    that an unusual mass is right.
    """

    date: dt.date
    mass_kg: float | None = None
    intake_kcal: float | None = None
    complete: bool | None = None
    training_kcal: float = 0.0
    checked: bool = False


class Band(msgspec.Struct, frozen=True):
    """An estimate, and the interval that holds it nine times in ten."""

    mean: float
    low: float
    high: float


class ExpenditureDay(msgspec.Struct, frozen=True):
    """What the data say of a day, with what came later.

    `expenditure` is what the athlete spends at that time of life, apart from the ups and downs of single days, with the
    training of the last two weeks [kcal/d]. `mass` is the trend [kg], `week` the change of tissue in a week [kg].
    `eaten` is what was eaten on the day [kcal], where nothing was logged too. `wrong` is how probable it is that the
    weigh-in of the day is wrong.
    """

    date: dt.date
    expenditure: Band
    mass: Band
    week: Band
    eaten: Band
    wrong: float


class TrendDay(msgspec.Struct, frozen=True):
    """The trend of body mass on a day, the interval that holds it nine times in ten, and the change in a week [kg].

    `wrong` is how probable it is that the weigh-in of the day is wrong.
    """

    date: dt.date
    mean: float
    low: float
    high: float
    week: Band
    wrong: float


def find_expenditure(
    days: Iterable[ObservedDay], person: Person, *, by_eye: bool = False
) -> tuple[ExpenditureDay, ...]:
    """Find an athlete's expenditure from weigh-ins and food logs.

    Parameters
    ----------
    days
        What is known, in any order. Nothing is known of days between that are left out. Today, while there is still to
        eat, is a day with `complete=False`.
    person
        Who it is. Formulas, or `intake` where it is known, are where the search begins.
    by_eye
        Whether portions are estimated, and not weighed or scanned: such logs miss more, and are trusted less.

    Returns
    -------
    tuple
        Every day from the first to the last; empty if there are none.

    Raises
    ------
    ValueError
        If a date comes twice, there are more than `MOST_DAYS` from the first to the last, a body mass is not above
        zero, or an energy is below zero or without end.

    References
    ----------
    Hall & Chow, Am J Clin Nutr 2011;94:66-74, doi:10.3945/ajcn.111.014399; Sanghvi et al., Am J Clin Nutr
    2015;102:353-358, doi:10.3945/ajcn.115.111070: energy from repeated weigh-ins and the model made linear.
    """
    return tuple(_find(days, person, by_eye=by_eye))


def mass_trend(days: Iterable[ObservedDay], person: Person | None = None) -> tuple[TrendDay, ...]:
    """Filter body mass from water and error. Neither food logs nor a person are needed; they narrow the interval.

    Returns
    -------
    tuple
        Every day from the first to the last; empty if nobody was weighed.

    Raises
    ------
    ValueError
        If a date comes twice, there are more than `MOST_DAYS` from the first to the last, a body mass is not above
        zero, or an energy is below zero or without end.
    """
    every = tuple(days)
    if all(day.mass_kg is None for day in every):
        return ()
    found = _find(every, person, by_eye=True)
    return tuple(TrendDay(day.date, day.mass.mean, day.mass.low, day.mass.high, day.week, day.wrong) for day in found)


def _find(days: Iterable[ObservedDay], person: Person | None, *, by_eye: bool) -> list[ExpenditureDay]:
    every = _in_order(days)
    if not every:
        return []
    logged = [day.intake_kcal is not None for day in every]
    training = [day.training_kcal / KCAL for day in every]
    model = day_model(_first_mass(every, person), person, training=fmean(training), logged=fmean(logged), by_eye=by_eye)
    beliefs, doubts = _follow(model, every)
    missing, trained = 1 - _recent(logged), _recent(training)
    spent = _bands(model_of.spent(model, beliefs, missing, trained), KCAL)
    trend = _bands(model_of.trend(model, beliefs, missing))
    change = _bands(model_of.change(model, beliefs, missing, trained), 7)
    eaten = _bands(model_of.eaten(beliefs), KCAL)
    dates = [day.date for day in every]
    return [ExpenditureDay(*facts) for facts in zip(dates, spent, trend, change, eaten, doubts, strict=True)]


def _in_order(days: Iterable[ObservedDay]) -> list[ObservedDay]:
    by_date: dict[dt.date, ObservedDay] = {}
    for day in days:
        if day.date in by_date:
            raise ValueError(f"there are two days for {day.date}; give one, with its weigh-ins made one")
        if day.mass_kg is not None and not 0 < day.mass_kg < math.inf:
            raise ValueError(f"{day.date}: body mass must be above 0 kg, not {day.mass_kg:g}")
        for energy in (day.intake_kcal, day.training_kcal):
            if energy is not None and not 0 <= energy < math.inf:
                raise ValueError(f"{day.date}: an energy must be 0 kcal or more, not {energy:g}")
        by_date[day.date] = day
    if not by_date:
        return []
    start, end = min(by_date), max(by_date)
    if (end - start).days >= MOST_DAYS:
        raise ValueError(f"from {start} to {end} is more than {MOST_DAYS} days; give fewer")
    dates = (start + dt.timedelta(number) for number in range((end - start).days + 1))
    return [by_date.get(date) or ObservedDay(date) for date in dates]


def _first_mass(days: Sequence[ObservedDay], person: Person | None) -> float:
    weighed = [day.mass_kg for day in days if day.mass_kg is not None]
    if weighed or person is None:
        return median(weighed[:_FIRST_WEIGHED])
    return float(person.mass.kg)


def _follow(model: DayModel, days: Sequence[ObservedDay]) -> tuple[Belief, list[float]]:
    """Believe of every day what all days say; and how probable it is that its weigh-in is wrong."""
    still = nights(model)
    belief = first_belief(model, logged=days[0].intake_kcal is not None)
    before: list[Belief] = []
    after: list[Belief] = []
    moves: list[Numbers] = []
    doubts: list[float] = []
    for yesterday, day in zip([None, *days], days, strict=False):
        if yesterday:
            training = yesterday.training_kcal / KCAL
            belief, move = next_day(model, still, belief, training, logged=day.intake_kcal is not None)
            moves.append(move)
        before.append(belief)
        doubt = 0.0
        if day.mass_kg is not None:
            belief, doubt = model_of.weighed(model, belief, day.mass_kg, checked=day.checked)
        if day.intake_kcal is not None:
            belief = model_of.logged(model, belief, day.intake_kcal / KCAL, complete=day.complete)
        after.append(belief)
        doubts.append(doubt)
    return smoothed(before, after, moves), doubts


def _recent(numbers: Sequence[float]) -> Numbers:
    """Return the mean of each number and those of the days before it."""
    sums = np.cumsum([0.0, *numbers])
    ends = np.arange(1, len(numbers) + 1)
    starts = np.maximum(ends - RECENT, 0)
    return np.asarray((sums[ends] - sums[starts]) / (ends - starts))


def _bands(found: tuple[Numbers, Numbers], unit: float = 1.0) -> list[Band]:
    mean, half = found[0] * unit, _NINE_OF_TEN * found[1] * unit
    return [Band(*three) for three in zip(mean.tolist(), (mean - half).tolist(), (mean + half).tolist(), strict=True)]
