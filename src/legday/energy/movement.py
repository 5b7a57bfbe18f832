"""What runs and counted steps cost above rest."""

from legday.energy.comparison import RUNNING_COST, RUNNING_SPEED
from legday.energy.exercise_energy import EnergyRange
from legday.log import LoggedRun

WALKING_COST = (0.4, 0.5, 0.65)
"""What walking costs above rest [kcal/kg/km]: about half of running at any usual speed (Margaria et al. 1963,
doi:10.1152/jappl.1963.18.2.367)."""
STEP_LENGTH = 0.41
"""The length of a step in everyday walking, as a share of body height; our own convention."""
_USUAL_HEIGHT = 1.7
_STEPS_A_SECOND = 2.7  # while running; our own convention
_STEEPEST = 0.45  # the steepest ascent that was measured


def run_energy(run: LoggedRun, mass: float) -> EnergyRange:
    """Estimate what a logged run costs above rest [kcal], for a body mass [kg]; see `running_cost`."""
    numbers = (run.meters, run.seconds, run.ascent)
    meters, seconds, ascent = (None if number is None else float(number) for number in numbers)
    return running_cost(mass, meters, seconds, ascent)


def running_cost(
    mass: float, meters: float | None = None, seconds: float | None = None, ascent: float | None = None
) -> EnergyRange:
    """Estimate what running costs above rest [kcal], for a body mass [kg]; zero if neither distance nor time is known.

    A run with an ascent [m] is taken to go up and down again by half of its way each, at the gradient that makes.

    References
    ----------
    Margaria et al. 1963, doi:10.1152/jappl.1963.18.2.367; gradients: Minetti et al. 2002,
    doi:10.1152/japplphysiol.01177.2001.
    """
    hours = (seconds or 0) / 3600
    kilometers = [speed * hours if meters is None else meters / 1000 for speed in RUNNING_SPEED]
    steepness = 1.0
    if meters and ascent:
        gradient = min(2 * ascent / meters, _STEEPEST)
        steepness = 1 + (46.3 * gradient**2 - 30.4 * gradient**4) / 3.6  # up and down cancel the odd powers
    return EnergyRange(*(cost * way * mass * steepness for cost, way in zip(RUNNING_COST, kilometers, strict=True)))


def steps_energy(steps: int, mass: float, height: float | None = None, *, running_seconds: float = 0) -> EnergyRange:
    """Estimate what the steps of a day cost above rest [kcal], for a body mass [kg] and a height [m].

    The steps of runs [s] are taken out, for they count with the runs.
    """
    walked = max(steps - _STEPS_A_SECOND * running_seconds, 0)
    kilometers = walked * STEP_LENGTH * (height or _USUAL_HEIGHT) / 1000
    return EnergyRange(*(cost * kilometers * mass for cost in WALKING_COST))
