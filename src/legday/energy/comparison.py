"""A session beside the same minutes of running and of upper-body lifting."""

from collections.abc import Iterable

from legday.energy.exercise_energy import KCAL_PER_MET, EnergyRange, ExerciseEnergy, both, total
from legday.energy.movements import load_movements

RUNNING_METS = (6.5, 7.5, 10.5)
"""Gross METs of running 6.6 km/h (code 12028), and of jogging and running at one's own pace (12020, 12145)
(Herrmann et al. 2024, doi:10.1016/j.jshs.2023.10.010)."""
RUNNING_COST = (0.9, 1.0, 1.1)
"""What running costs above rest [kcal/kg/km] (Margaria et al. 1963, doi:10.1152/jappl.1963.18.2.367); runners differ by
about 20 % (Lacour & Bourdin 2015, doi:10.1007/s00421-015-3115-y)."""
RUNNING_SPEED = (6.6, 8.0, 10.8)
"""The speeds that go with `RUNNING_METS` [km/h]."""

UPPER_BODY_SHARE = (0.57, 0.78, 1.0)
"""What lifting with the upper body costs, as a share of as many sets with the legs.

Chest flys cost 0.57 times what leg presses cost (Farinatti & Castinheiras Neto 2011, J Strength Cond Res
25:3181-3190), bench presses as much as they (Magosso et al. 2013, J Exerc Physiol Online 16(5):57-62); the best is the
middle. At the same share of strength, half squats cost the most of eight lifts and biceps curls the least (Reis et al.
2017, doi:10.1371/journal.pone.0181311).
"""
_NO_LIFTING = ("stretching", "yoga", "walking", "cycling", "skipping")


def running_energy(mass: float, minutes: float) -> EnergyRange:
    """Estimate what running costs above rest [kcal], for a body mass [kg] and a time [min], by METs and by distance."""
    hours = minutes / 60
    by_met = EnergyRange(*(KCAL_PER_MET * (met - 1) * mass * hours for met in RUNNING_METS))
    pairs = zip(RUNNING_COST, RUNNING_SPEED, strict=True)
    return both(by_met, EnergyRange(*(cost * speed * mass * hours for cost, speed in pairs)))


def upper_body_energy(exercises: Iterable[ExerciseEnergy], mass: float) -> EnergyRange:
    """Estimate what as many minutes of upper-body lifting would cost above rest [kcal], by METs and by what legs cost.

    What is no lifting in the session, such as stretches and the bike, stays as it is.
    """
    movements = load_movements()
    light = movements.efforts["light"]
    found = []
    for each in exercises:
        movement = movements.movements.get(each.movement, movements.other)
        if movement.effort in _NO_LIFTING or each.movement == "other":
            found.append(each.net)
            continue
        hours = each.minutes / 60
        by_met = EnergyRange(
            *(KCAL_PER_MET * (code.met - 1) * mass * hours for code in (light.low, light.best, light.high))
        )
        ends = zip((each.net.low, each.net.best, each.net.high), UPPER_BODY_SHARE, strict=True)
        found.append(both(by_met, EnergyRange(*(energy * share for energy, share in ends))))
    return total(found)


def compare(net: EnergyRange, running: EnergyRange, upper_body: EnergyRange, minutes: float) -> str:
    """Say kindly and honestly how a session compares with the same minutes of running and of upper-body lifting."""
    if minutes < 1 or net.best <= 0:
        return ""
    if running.best >= net.best:
        run = (
            f"Running for the same {minutes:.0f} minutes would cost about {running.best / net.best:.1f} times as much: "
            "lifting is hard in the sets and rests between them, running does not rest."
        )
    else:
        run = f"That is more than {minutes:.0f} minutes of running would cost most people."
    if upper_body.best >= net.best:
        return f"{run} Upper-body lifting would cost about the same."
    less = round(100 * (1 - upper_body.best / net.best), -1)
    if less < 10:
        return f"{run} Upper-body lifting would cost about the same."
    return f"{run} Legs cost more than arms and chest, though: upper-body lifting would cost about {less:.0f} % less."
