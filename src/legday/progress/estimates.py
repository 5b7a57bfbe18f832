"""Numbers of single sets that several statistics share: the load in kilograms and the one-repetition maximum.

They are floats: for comparing and charting thousands of sets, where `strength` computes exact loads for a few.

References
----------
Epley B. Poundage chart. Boyd Epley Workout. Lincoln, NE: Body Enterprises; 1985: 1RM = w (1 + r / 30).
Zourdos MC et al. J Strength Cond Res 2016;30:267-275, doi:10.1519/JSC.0000000000001049: RIR = 10 - RPE.
"""

from legday.log import LoggedSet
from legday.units import KG_PER_LB, Mass

KG_OF = {"kg": 1.0, "lb": float(KG_PER_LB)}
"""Units of loads in kilograms [kg]."""

MOST_REPS = 30
"""A set of more reps says more about endurance than about strength."""

MOST_RESERVE = 5
"""More reps in reserve than these can't be told; the estimate then counts so many."""


def load_kg(load: Mass | None) -> float:
    """Return a load in kilograms [kg], 0 for none."""
    return float(load.value) * KG_OF[load.unit] if load else 0.0


def e1rm_kg(done: LoggedSet) -> float | None:
    """Estimate the one-repetition maximum [kg] from a set by Epley's relation; None if it says nothing about it.

    Warm-ups, drops, sets with a rest inside, without load, and of more than 30 reps say nothing.
    """
    if done.kind not in ("normal", "failure") or done.pauses or done.reps is None or done.load is None:
        return None
    reps, load = float(done.reps), load_kg(done.load)
    if not 1 <= reps <= MOST_REPS or load <= 0:
        return None
    if done.rpe is not None:
        reps += min(max(0, round(10 - done.rpe)), MOST_RESERVE)
    return load * (1 + reps / 30)


def mass_of(kg: float, like: Mass) -> Mass:
    """Return so many kilograms in the unit of another mass, to a hundredth."""
    return Mass(f"{kg / KG_OF[like.unit]:.2f}", like.unit)
