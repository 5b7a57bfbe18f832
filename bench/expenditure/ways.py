"""Ways to tell what somebody spends: ours, the formula times activity, and a regression over two weeks."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from legday.energy import Person, resting_rate
from legday.energy.expenditure import ObservedDay, find_expenditure

WINDOW = 14
KCAL_BY_KG = 7_700.0
"""What a kilogram of body mass is usually taken to hold [kcal/kg] (Wishnofsky 1958, doi:10.1093/ajcn/6.5.542)."""


@dataclass(frozen=True)
class Told:
    """What is told of somebody [kcal/d], with an interval that should hold nine of ten, or without."""

    mean: float
    low: float = math.nan
    high: float = math.nan


def filtered(person: Person, days: Sequence[ObservedDay], by_eye: bool) -> Told:
    """Ours: the last day of the filter."""
    last = find_expenditure(days, person, by_eye=by_eye)[-1].expenditure
    return Told(last.mean, last.low, last.high)


def formula(person: Person, days: Sequence[ObservedDay], _by_eye: bool = False) -> Told:
    """Resting rate from the formula times the activity level, and the training of the window."""
    resting = float(resting_rate(person.male, person.age, person.height, float(person.mass.kg)))
    return Told(person.activity * resting + float(np.mean([day.training_kcal for day in days[-WINDOW:]])))


def regression(person: Person, days: Sequence[ObservedDay], _by_eye: bool = False) -> Told:
    """What was logged on average in two weeks, less what the slope of body mass says was stored.

    Weigh-ins that are more than 5 % off the median of the window are left out. Who has too few numbers is told the
    formula.
    """
    recent = days[-WINDOW:]
    middle = median([day.mass_kg for day in recent if day.mass_kg is not None] or [0.0])
    weighed = {
        number: day.mass_kg
        for number, day in enumerate(recent)
        if day.mass_kg is not None and abs(day.mass_kg / middle - 1) < 0.05
    }
    logged = [day.intake_kcal for day in recent if day.intake_kcal is not None]
    if len(weighed) < 3 or not logged:
        return formula(person, days)
    slope = float(np.polyfit(list(weighed), list(weighed.values()), 1)[0])
    return Told(float(np.mean(logged)) - slope * KCAL_BY_KG)


WAYS: dict[str, Callable[[Person, Sequence[ObservedDay], bool], Told]] = {
    "ours": filtered,
    "formula × activity": formula,
    "14-day regression": regression,
}
