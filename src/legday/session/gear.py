"""What an exercise is loaded with: the athlete's own bars, plates, dumbbells and stacks, or those of a usual gym."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from legday.catalogue import Equipment, Exercise
from legday.planner import BARS, Plates, Profile, Stack, load_step
from legday.units import Mass, MassUnit

Kind = Literal["barbell", "dumbbells", "dumbbell", "kettlebell", "stack", "plates", "bodyweight"]

ONE_PEG = frozenset({Equipment.SEATED_CALF, Equipment.BELT_SQUAT, Equipment.SLED, Equipment.LANDMINE})
"""Machines whose plates all go on one peg; other plates go on in pairs."""

_NEEDED = {"dumbbells": Equipment.DUMBBELLS, "dumbbell": Equipment.DUMBBELLS, "kettlebell": Equipment.KETTLEBELL}
_USUAL_BAR = {"kg": Mass(20, "kg"), "lb": Mass(45, "lb")}
_OTHER_BARS = {
    "kg": {Equipment.TRAP_BAR: Mass(25, "kg"), Equipment.SAFETY_BAR: Mass(30, "kg")},
    "lb": {Equipment.TRAP_BAR: Mass(55, "lb"), Equipment.SAFETY_BAR: Mass(65, "lb")},
}
_USUAL_PLATES: dict[MassUnit, tuple[str, ...]] = {
    "kg": ("20", "15", "10", "5", "2.5", "1.25"),
    "lb": ("45", "35", "25", "10", "5", "2.5"),
}
_USUAL_NUMBER = 24  # of each mass: more than any machine takes
_HEAVIEST_DUMBBELL = {"kg": Mass(60, "kg"), "lb": Mass(130, "lb")}


@dataclass(frozen=True, slots=True)
class Implement:
    """What a load is put on.

    `plates` are the plates for each side, or for the one `peg`, the heaviest first. `sizes` are the dumbbells or
    kettlebells owned, the lightest first; `ladder` stands for sizes in even steps, as the holes of a stack.
    `increment` is the smallest change of load.
    """

    on: Kind
    increment: Mass
    bar: Mass | None = None
    plates: tuple[Plates, ...] = ()
    peg: bool = False
    sizes: tuple[Mass, ...] = ()
    ladder: Stack | None = None


def implement_of(profile: Profile, exercise: Exercise) -> Implement | None:
    """Find what an exercise is loaded with; None where it takes no load, or the athlete has nothing to load it with."""
    gear, kind = profile.gear, exercise.load
    if kind == "band" or kind == "none":
        return None
    if kind == "bodyweight":
        return Implement("bodyweight", load_step(profile, "dumbbells"))
    if kind == "stack":
        stack = next((gear.stacks[each] for each in exercise.equipment if each in gear.stacks), gear.stack)
        step = stack.step if stack else load_step(profile, "stack")
        return Implement(kind, step, ladder=stack or Stack(step, step))
    if kind == "barbell" or kind == "plates":
        step = load_step(profile, kind)
        peg = not ONE_PEG.isdisjoint(exercise.equipment)
        bar = _bar(profile, exercise, step.unit) if kind == "barbell" else None
        return Implement(kind, step, bar, _for_a_side(profile.gear.plates, step, peg), peg)
    if _NEEDED[kind] not in profile.at_hand:
        return None
    step = load_step(profile, "dumbbells")
    own = gear.kettlebells if kind == "kettlebell" else gear.dumbbells
    if own:
        return Implement(kind, step, sizes=tuple(sorted(own)))
    return Implement(kind, step, ladder=Stack(step, step, max(step, _HEAVIEST_DUMBBELL[step.unit])))


def _bar(profile: Profile, exercise: Exercise, unit: MassUnit) -> Mass:
    bar = next((each for each in exercise.equipment if each in BARS), Equipment.BARBELL)
    own = profile.gear.bars.get(bar)
    if own is not None:
        return own
    unit = profile.gear.plates[0].mass.unit if profile.gear.plates else unit
    return _OTHER_BARS[unit].get(bar, _USUAL_BAR[unit])


@lru_cache(maxsize=256)
def _for_a_side(own: tuple[Plates, ...], step: Mass, peg: bool) -> tuple[Plates, ...]:
    """The plates for one side: of those that are owned, half go on each side."""
    places = 1 if peg else 2
    return tuple(
        Plates(each.count // places, each.mass)
        for each in sorted(own or _usual_plates(step), key=lambda plates: plates.mass, reverse=True)
        if each.count >= places
    )


def _usual_plates(step: Mass) -> tuple[Plates, ...]:
    """The plates of a usual gym, and such small ones as the athlete's smallest step of a bar takes."""
    masses = [Mass(text, step.unit) for text in _USUAL_PLATES[step.unit]]
    half = Mass(step.value / 2, step.unit)
    if half < masses[-1]:
        masses.append(half)
    return tuple(Plates(_USUAL_NUMBER, mass) for mass in masses)
