"""The energy of what was done of one exercise: one estimate from METs, one from work, and the range of both."""

from collections.abc import Iterable

import msgspec

from legday.energy.adults import JOULES_PER_KCAL, KJ_PER_KCAL
from legday.energy.bouts import Bout, Lift, active_seconds
from legday.energy.movements import load_movements

KCAL_PER_MET = 1.0
"""What a MET costs for each kilogram of body mass in an hour [kcal/kg/h], by the Compendium (Herrmann et al. 2024,
doi:10.1016/j.jshs.2023.10.010). It is also what is taken for rest, wherever energy is told above rest."""
GRAVITY = 9.80665
"""Standard gravity [m/s²] (NIST Special Publication 811, 2008, Appendix B)."""

EFFICIENCY = (0.28, 0.25, 0.20)
"""Work done for each further joule spent, where the cost is lowest, best and highest.

People who cycle now and then: 0.21 to 0.28 (Nickleberry & Brooks 1996, doi:10.1097/00005768-199611000-00008); trained
ones: 0.258 (Moseley & Jeukendrup 2001, doi:10.1097/00005768-200104000-00017). With `LOWERING` 13 to 22 % of what
lifting and lowering costs becomes work; for a barbell lifted over and over 12 to 18.5 % were measured, rest counted
in (Welbergen et al. 1991, doi:10.1080/00140139108967340)."""
LOWERING = (0.3, 0.4, 0.5)
"""What lowering costs, as a share of what lifting the same costs (de Looze et al. 1994,
doi:10.1152/jappl.1994.77.1.420).

Both studies are of work in a steady state, so what is breathed in recovery after short sets is in these numbers."""
BETWEEN_SETS = (0.3, 0.5, 0.8)
"""METs above rest for standing about: 1.3 quietly, 1.8 fidgeting (codes 07040 and 07041; Ainsworth et al. 2011,
doi:10.1249/MSS.0b013e31821ece12); the best is our own convention."""

HEIGHTS = (1.60, 1.72, 1.85)
"""What is taken for the height [m] where it is not known: low, usual and high; our own convention."""
MOST_METS = 20.0
"""The work of an exercise never costs more METs above rest, its rests counted in; more was typed wrong.

Running 22 km/h, which few can, costs 23 (Herrmann et al. 2024)."""
UNKNOWN_LOAD = (0.4, 1.0, 1.6)
"""A load that is not known is taken for so many times the usual one, from light to heavy; our own convention."""


class EnergyRange(msgspec.Struct, frozen=True):
    """An energy as a range [kcal]: the lowest, the best estimate, the highest. 1 kcal is 4.184 kJ."""

    low: float
    best: float
    high: float

    @property
    def kj(self) -> tuple[float, float, float]:
        """The same in kilojoules [kJ]."""
        return self.low * KJ_PER_KCAL, self.best * KJ_PER_KCAL, self.high * KJ_PER_KCAL


class ExerciseEnergy(msgspec.Struct, frozen=True):
    """The energy of what was done of one exercise [kcal].

    `met` and `work` are the two estimates, `net` is what is taken of both; all three are above rest. `gross` is `net`
    with what rest would have cost. `exercise` is its id or, if the catalogue does not know it, its name; `movement`
    names the kind of movement it was taken for, "other" if it is not known. `guessed` counts the sets whose load was
    guessed.
    """

    exercise: str
    name: str
    movement: str
    sets: int
    minutes: float
    met: EnergyRange
    work: EnergyRange
    net: EnergyRange
    gross: EnergyRange
    guessed: int = 0


def said_range(energy: EnergyRange, times: float = 1.0) -> str:
    """Say a range, rounded to tens from a hundred on: `84–350`; `times` turns it into another unit."""
    return f"{_rounded(energy.low * times)}–{_rounded(energy.high * times)}"


def _rounded(number: float) -> str:
    return f"{round(number, -1) if number >= 100 else round(number):,.0f}"


def total(ranges: Iterable[EnergyRange]) -> EnergyRange:
    """Add ranges up: whoever differs from the best estimate in one exercise does so in all."""
    low = best = high = 0.0
    for each in ranges:
        low, best, high = low + each.low, best + each.best, high + each.high
    return EnergyRange(low, best, high)


def both(one: EnergyRange, other: EnergyRange) -> EnergyRange:
    """Put two estimates together: the means of their ends and bests, but never narrower than from best to best."""
    best = (one.best + other.best) / 2
    low = min((one.low + other.low) / 2, one.best, other.best)
    return EnergyRange(low, best, max((one.high + other.high) / 2, one.best, other.best))


def bout_energy(bout: Bout, mass: float, height: float | None = None) -> ExerciseEnergy:
    """Estimate the energy of a bout, for a body mass [kg] and a height [m]; see `legday.energy.session_energy`."""
    heights = HEIGHTS if height is None else (height, height, height)
    met = EnergyRange(*(_by_met(bout, mass, corner) for corner in range(3)))
    work = EnergyRange(*(_by_work(bout, mass, heights[corner], corner) for corner in range(3)))
    net = both(met, work)
    rest = [KCAL_PER_MET * mass * seconds / 3600 for seconds in bout.seconds]
    gross = EnergyRange(net.low + rest[0], net.best + rest[1], net.high + rest[2])
    guessed = sum(lift.kg is None for lift in bout.lifts) if bout.movement.usual else 0
    minutes = bout.seconds[1] / 60
    return ExerciseEnergy(
        bout.exercise, bout.name, bout.kind, bout.sets, minutes, met, work, net, gross, min(guessed, bout.sets)
    )


def _by_met(bout: Bout, mass: float, corner: int) -> float:
    """What a code of the Compendium says for the time it took [kcal]; steady codes count the time of moving alone."""
    effort = load_movements().effort_of(bout.movement)
    mets = (effort.low, effort.best, effort.high)[corner].met - 1
    seconds = bout.seconds[corner]
    moving = min(bout.active(corner), seconds) if effort.steady else seconds
    return KCAL_PER_MET * mass * (mets * moving + BETWEEN_SETS[corner] * (seconds - moving)) / 3600


def _by_work(bout: Bout, mass: float, height: float, corner: int) -> float:
    """What the work of the lifts costs, or holding and moving for so long, and standing about between [kcal]."""
    seconds, movement = bout.seconds[corner], bout.movement
    standing = seconds - min(bout.active(corner), seconds) if movement.timed else seconds
    most = KCAL_PER_MET * mass * MOST_METS * seconds / 3600
    spent = sum(_cost(lift, bout, mass, height, corner) * lift.sides[corner] for lift in bout.lifts) / JOULES_PER_KCAL
    return min(spent, most) + KCAL_PER_MET * mass * BETWEEN_SETS[corner] * standing / 3600


def _cost(lift: Lift, bout: Bout, mass: float, height: float, corner: int) -> float:
    """What a lift costs on one side [J]."""
    movement = bout.movement
    kg = movement.usual * mass * UNKNOWN_LOAD[corner] if lift.kg is None else lift.kg
    if movement.rate is not None:
        return movement.rate[corner] * max(mass + kg, 0.0) * active_seconds(lift, movement)
    if movement.power is not None:
        return movement.power[corner] / EFFICIENCY[corner] * active_seconds(lift, movement)
    reps = lift.reps or active_seconds(lift, movement) / movement.rep
    moved = max(movement.load * kg + movement.body * mass, 0.0)  # help can take the whole body
    work = reps * moved * GRAVITY * height * movement.rise * lift.span
    lowering = LOWERING[corner]
    return work / EFFICIENCY[corner] * (lowering if lift.lowered else 1 + lowering)
