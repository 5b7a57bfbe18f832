"""Adults in energy balance: what they weigh, eat and are made of before anything changes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from legday.documents import FieldError

Numbers = NDArray[np.float64]

JOULES_PER_KCAL = 4184
KJ_PER_KCAL = JOULES_PER_KCAL / 1000
"""Joules and kilojoules in a thermochemical kilocalorie, exact by definition (NIST SP 811, 2008, Appendix B)."""

DIET_SHARE = 0.10
"""Share of a change of intake that digesting takes (the model's beta_TEF; Hall et al. 2011)."""
GLYCOGEN = 0.5
"""Glycogen at the start [kg] (Hall et al. 2011)."""
GLYCOGEN_WITH_WATER = 3.7
"""A kilogram of glycogen and the water that it holds [kg] (Hall et al. 2011)."""

LIMITS: dict[str, tuple[float, float]] = {
    "age": (18, 100),
    "height": (1.2, 2.5),
    "mass": (25, 350),
    "activity": (1.2, 3.5),
    "intake": (0, 10_000),
}
"""The least and the most that is taken for an adult's age [y], height [m], body mass [kg], physical activity level and
energy intake [kcal/d]. The model is one of adults; the other bounds catch slips of the pen and of the unit. An activity
level of 1.2 is that of somebody who can't leave their chair (FAO/WHO/UNU, Human Energy Requirements, 2004)."""

LEAST_BMI = 12.0
"""Nobody lives below a body mass index between 11 and 13 (Henry, Eur J Clin Nutr 1990;44:329-335) [kg/m²]."""
_LEAST_FAT = 0.02  # share of body mass


@dataclass(frozen=True, slots=True, eq=False)
class Adults:
    """People in energy balance; every array has the shape (people,).

    `male` tells the equations for men from those for women. `activity` is the physical activity level: expenditure
    over resting rate. `fat` and `lean` are masses [kg]; lean tissue is without glycogen and the fluid around cells.
    `fluid` is that extracellular fluid [kg]. `intake` is what holds the mass [kcal/d], and `movement` what moving
    costs for each kilogram of body mass [kcal/kg/d].
    """

    male: NDArray[np.bool_]
    age: Numbers
    height: Numbers
    mass: Numbers
    activity: Numbers
    fat: Numbers
    lean: Numbers
    fluid: Numbers
    intake: Numbers
    movement: Numbers


def resting_rate(male: ArrayLike, age: ArrayLike, height: ArrayLike, mass: ArrayLike) -> Numbers:
    """Estimate the resting metabolic rate [kcal/d] from age [y], height [m] and body mass [kg].

    References
    ----------
    Mifflin et al., Am J Clin Nutr 1990;51:241-247, doi:10.1093/ajcn/51.2.241.
    """
    both = 9.99 * np.asarray(mass, float) + 625 * np.asarray(height, float) - 4.92 * np.asarray(age, float)
    return np.asarray(both + np.where(male, 5.0, -161.0))


def usual_fat(male: ArrayLike, age: ArrayLike, height: ArrayLike, mass: ArrayLike) -> Numbers:
    """Estimate the fat [kg] that is usual for an age [y], height [m] and body mass [kg].

    References
    ----------
    Jackson et al., Int J Obes 2002;26:789-796, doi:10.1038/sj.ijo.0802006; the form with ln(BMI) as Hall et al. use it,
    Lancet 2011;378:826-837, doi:10.1016/S0140-6736(11)60812-X (web appendix).
    """
    weight = np.asarray(mass, float)
    log_bmi = np.log(weight / np.asarray(height, float) ** 2)
    percent = 0.14 * np.asarray(age, float) + np.where(male, 37.31 * log_bmi - 103.94, 39.96 * log_bmi - 102.01)
    return np.asarray(weight * percent / 100)


def adults(
    male: ArrayLike,
    age: ArrayLike,
    height: ArrayLike,
    mass: ArrayLike,
    activity: ArrayLike,
    *,
    fat: ArrayLike = np.nan,
    intake: ArrayLike = np.nan,
) -> Adults:
    """Describe adults in energy balance.

    Parameters
    ----------
    male, age, height, mass, activity
        Whether the equations for men hold, age [y], height [m], body mass [kg] and the physical activity level: single
        numbers or arrays of shape (people,).
    fat, intake
        Fat [kg] and the intake that holds the mass [kcal/d] where they are known, NaN where not. The usual fat and
        activity times resting rate stand in for them.

    Raises
    ------
    FieldError
        If a number is out of `LIMITS`, or the fat is more or less than a body can have.

    References
    ----------
    Hall et al., Lancet 2011;378:826-837, doi:10.1016/S0140-6736(11)60812-X (web appendix). Extracellular fluid:
    Silva et al., Physiol Meas 2007;28:489-502, doi:10.1088/0967-3334/28/5/004.
    """
    sexes = np.atleast_1d(np.asarray(male, bool))
    given = (np.asarray(each, float) for each in (age, height, mass, activity, fat, intake))
    men, years, tall, weight, level, known_fat, known_intake = np.broadcast_arrays(sexes, *given)
    for field, numbers in (("age", years), ("height", tall), ("mass", weight), ("activity", level)):
        _check(field, numbers)
    if np.any(weight < LEAST_BMI * tall**2):
        raise FieldError("mass", "nobody of this height lives with so little body mass; check both")
    resting = resting_rate(men, years, tall, weight)
    fluid = np.where(men, 0.025 * years + 9.57 * tall + 0.191 * weight - 12.4, -4.0 + 5.98 * tall + 0.167 * weight)
    fats = np.where(np.isnan(known_fat), usual_fat(men, years, tall, weight), known_fat)
    lean = weight - fats - fluid - GLYCOGEN_WITH_WATER * GLYCOGEN
    if np.any(fats < _LEAST_FAT * weight):
        raise FieldError("fat", "a body this light for its height has too little fat for the model, or none")
    if np.any(lean <= 0) or np.any(fluid <= 0):
        raise FieldError("fat", "fat and water leave nothing of this body mass; check mass, height and fat")
    intakes = np.where(np.isnan(known_intake), level * resting, known_intake)
    _check("intake", intakes)
    if np.any(intakes <= 0):
        raise FieldError("intake", "what holds the mass must be above 0 kcal a day")
    movement = ((1 - DIET_SHARE) * level - 1) * resting / weight
    return Adults(men, years, tall, weight, level, fats, lean, fluid, intakes, movement)


def _check(field: str, numbers: Numbers) -> None:
    least, most = LIMITS[field]
    wrong = ~((numbers >= least) & (numbers <= most))
    if np.any(wrong):
        raise FieldError(field, f"this must be between {least:g} and {most:g}, not {numbers[wrong][0]:g}")
