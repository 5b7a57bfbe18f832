"""How many nutrients come with the energy: the Nutrient Rich Foods index 9.3 (METHODS F6)."""

import msgspec

from legday.energy.eaten import Eaten, Total
from legday.log import Nutrient

DAILY_VALUES: dict[str, float] = {
    "protein": 50,
    "fibre": 28,
    Nutrient.VITAMIN_A: 900,
    Nutrient.VITAMIN_C: 90,
    Nutrient.VITAMIN_E: 15,
    Nutrient.CALCIUM: 1300,
    Nutrient.IRON: 18,
    Nutrient.MAGNESIUM: 420,
    Nutrient.POTASSIUM: 4700,
}
"""What a day should bring of the nine nutrients to encourage, each in its unit (US FDA, 21 CFR 101.9(c)(8)(iv) and
(c)(9), as of 2016, for adults on 2,000 kcal)."""
LIMITS: dict[str, float] = {Nutrient.SATURATED_FAT: 20, Nutrient.ADDED_SUGAR: 50, Nutrient.SODIUM: 2300}
"""What a day should bring at most of the three to limit, each in its unit (as above)."""
LEAST_KNOWN = 7
"""How many of the nine must be known, and all of the three, for a score to be told; our own convention."""
LEAST_SHARE = 0.8
"""The share of the energy that a nutrient must be known for to count as known; our own convention."""

_KCAL_SUGAR, _KCAL_ALCOHOL = 4.0, 7.0


class Density(msgspec.Struct, frozen=True):
    """The nutrients that come with 100 kcal.

    `score` is NRF9.3 per 100 kcal, None where too little is known for it. `known` are the nutrients of the twelve that
    are known, `missing` the others. `sugar_for_added` says that all sugar stood in for added sugar, which is not known:
    then the score is too low for fruit and milk. `empty` is the share of the energy, 0 to 1, that is added sugar and
    alcohol, None where that is not known.
    """

    score: float | None
    known: tuple[str, ...]
    missing: tuple[str, ...]
    sugar_for_added: bool
    empty: float | None
    sentence: str


def nutrient_density(eaten: Eaten) -> Density:
    """Say how many nutrients come with the energy of a food, a meal or a day.

    The percent daily values that 100 kcal bring of nine nutrients to encourage, each at most 100, less those of the
    three to limit. A nutrient that is known for a part of the energy only is taken to be as dense in the rest.

    References
    ----------
    Fulgoni VL, Keast DR, Drewnowski A. Development and validation of the Nutrient-Rich Foods index. J Nutr 2009;
    139:1549-1554, doi:10.3945/jn.108.101840. Theirs were the daily values of that time; these are those in force.
    """
    amounts: dict[str, float | None] = {name: _per_100_kcal(eaten, name) for name in (*DAILY_VALUES, *LIMITS)}
    sugar_for_added = amounts[Nutrient.ADDED_SUGAR] is None
    if sugar_for_added:
        amounts[Nutrient.ADDED_SUGAR] = _per_100_kcal(eaten, Nutrient.SUGAR)
    known = tuple(str(name) for name, amount in amounts.items() if amount is not None)
    missing = tuple(str(name) for name, amount in amounts.items() if amount is None)
    good = [min(each, 100.0) for each in _shares(amounts, DAILY_VALUES)]
    bad = _shares(amounts, LIMITS)
    enough = len(good) >= LEAST_KNOWN and len(bad) == len(LIMITS)
    score = sum(good) - sum(bad) if enough else None
    return Density(
        score,
        known,
        missing,
        sugar_for_added and amounts[Nutrient.ADDED_SUGAR] is not None,
        _empty(eaten),
        _sentence(score, len(known), missing),
    )


def _sentence(score: float | None, known: int, missing: tuple[str, ...]) -> str:
    of = len(DAILY_VALUES) + len(LIMITS)
    lacking = ", ".join(name.replace("-", " ") for name in missing)
    if score is None:
        return f"{known} of {of} nutrients known: too few for a score."
    told = f"{score:.0f} points for 100 kcal, of {of} nutrients {known} known"
    return f"{told}; not known: {lacking}." if missing else f"{told}."


def _shares(amounts: dict[str, float | None], values: dict[str, float]) -> list[float]:
    """The percent of their daily values that known amounts are."""
    return [100 * amount / value for name, value in values.items() if (amount := amounts[name]) is not None]


def _total(eaten: Eaten, name: str) -> Total | None:
    if name == "protein":
        return eaten.protein
    return eaten.fibre if name == "fibre" else eaten.nutrients.get(Nutrient(name))


def _per_100_kcal(eaten: Eaten, name: str) -> float | None:
    total = _total(eaten, name)
    if total is None or total.known < LEAST_SHARE or eaten.joules == 0:
        return None
    return 100 * total.amount / (eaten.kcal * total.known)


def _empty(eaten: Eaten) -> float | None:
    """The share of the energy that is added sugar and alcohol; alcohol that nobody tells of is taken to be none."""
    sugar = _per_100_kcal(eaten, Nutrient.ADDED_SUGAR)
    if sugar is None:
        return None
    alcohol = eaten.alcohol.amount / eaten.kcal if eaten.alcohol else 0.0
    return min(sugar / 100 * _KCAL_SUGAR + alcohol * _KCAL_ALCOHOL, 1.0)
