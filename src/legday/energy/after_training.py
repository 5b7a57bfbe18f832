"""What to eat after training: protein and carbohydrate in grams from body mass (METHODS C6)."""

import msgspec

PROTEIN_PER_KG, LEAST_PROTEIN, MOST_PROTEIN = 0.25, 20.0, 40.0
"""Protein of a meal after training: so much for each kilogram, no less and no more than these [g/kg, g, g] (Jäger
et al. 2017, doi:10.1186/s12970-017-0177-8)."""
DAY_PROTEIN_PER_KG = (1.4, 2.0)
"""Protein of a day of somebody who trains [g/kg] (Jäger et al. 2017)."""
CARBOHYDRATE_PER_KG_HOUR = (1.0, 1.2)
"""Carbohydrate in each of the first four hours where the next hard session is near [g/kg/h] (Burke et al. 2011,
doi:10.1080/02640414.2011.585473; Thomas et al. 2016, doi:10.1016/j.jand.2015.12.006)."""
DAY_CARBOHYDRATE_PER_KG = (3.0, 5.0)
"""Carbohydrate of a day with light or skill-based training, as an hour of lifting is [g/kg] (Thomas et al. 2016)."""
NEAR_HOURS = 8.0
"""How soon the next hard session must come for carbohydrate to be in a hurry [h] (Burke et al. 2011)."""

PROTEIN_SOURCE = "Jäger et al. 2017, doi:10.1186/s12970-017-0177-8"
CARBOHYDRATE_SOURCE = "Thomas et al. 2016, doi:10.1016/j.jand.2015.12.006"

Grams = tuple[int, int]


class AfterTraining(msgspec.Struct, frozen=True):
    """What to eat after a session, from the least to the most [g]: protein within a few hours, and over the day.

    `carbohydrate` is that of the day; `carbohydrate_hour` that of each of the first four hours, if the next hard
    session is near.
    """

    protein: Grams
    day_protein: Grams
    carbohydrate: Grams
    carbohydrate_hour: Grams | None
    sentence: str
    sources: tuple[str, ...] = (PROTEIN_SOURCE, CARBOHYDRATE_SOURCE)


def after_training(mass: float, next_hard: float | None = None) -> AfterTraining:
    """Say what to eat after training.

    Parameters
    ----------
    mass
        Body mass [kg].
    next_hard
        When the next hard session comes [h from now]; None if not today.

    Raises
    ------
    ValueError
        If the mass is none that a person has.
    """
    if not 25 <= mass <= 350:
        raise ValueError(f"body mass must be between 25 and 350 kg, not {mass:g}")
    protein = round(min(max(PROTEIN_PER_KG * mass, LEAST_PROTEIN), MOST_PROTEIN)), round(MOST_PROTEIN)
    of_day = _grams(mass, DAY_PROTEIN_PER_KG)
    carbohydrate = _grams(mass, DAY_CARBOHYDRATE_PER_KG)
    near = next_hard is not None and next_hard <= NEAR_HOURS
    hourly = _grams(mass, CARBOHYDRATE_PER_KG_HOUR) if near else None
    first = f"Eat {_said(protein)} of protein within a few hours, {_said(of_day)} over the day."
    second = (
        f"Your next hard session is near: {_said(hourly)} of carbohydrate an hour for four hours."
        if hourly
        else f"Carbohydrate is in no hurry: {_said(carbohydrate)} over the day."
    )
    return AfterTraining(protein, of_day, carbohydrate, hourly, f"{first} {second}")


def _grams(mass: float, per_kg: tuple[float, float]) -> Grams:
    low, high = per_kg
    return round(mass * low), round(mass * high)


def _said(grams: Grams) -> str:
    low, high = grams
    return f"{low} g" if low == high else f"{low} to {high} g"
