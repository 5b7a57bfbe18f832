"""The energy of a planned session, worked out with its steps so that a phone needs no network for it (METHODS F9)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import astuple, replace

from legday.catalogue import Exercise, load_catalogue
from legday.energy import (
    SAME,
    Bout,
    EnergyRange,
    ExerciseEnergy,
    Lift,
    SessionEnergy,
    bouts_energy,
    moved_kg,
    movement_of,
    part_lift,
    span_of,
)
from legday.log import Log, SetPart
from legday.planner import Profile
from legday.progress import body_masses, body_on
from legday.session.model import Block, PlayStep

TEST_SETS = 3
"""So many sets of a test that finds a load are counted; it may take more or fewer. Our own convention."""

_LEAST_KG, _MOST_KG = 25.0, 350.0
_Told = TypeVar("_Told", ExerciseEnergy, SessionEnergy)


def athlete_mass(profile: Profile | None, log: Log, day: dt.date) -> float | None:
    """Return the body mass [kg] on a day: as last measured, else what the profile says; None if neither does."""
    measured = body_on(body_masses(log), day)
    if measured is not None and _LEAST_KG <= measured <= _MOST_KG:
        return measured
    return float(profile.body_mass.kg) if profile is not None and profile.body_mass is not None else None


def athlete_height(profile: Profile | None) -> float | None:
    """Return an athlete's height [m], None if the profile does not say it."""
    return float(profile.height.meters) if profile is not None and profile.height is not None else None


def planned_energy(
    blocks: Sequence[Block], steps: Iterable[PlayStep], body_mass: float | None, height: float | None = None
) -> SessionEnergy | None:
    """Estimate the energy of a planned session; None where the body mass is not known.

    Parameters
    ----------
    blocks, steps
        The session. Its exercises come in the order of the blocks, one for each.
    body_mass, height
        The athlete's [kg] and [m].
    """
    if body_mass is None:
        return None
    of_block: dict[str, list[PlayStep]] = {block.key: [] for block in blocks}
    unlikely = {key for block in blocks if block.ramp_test for key in block.ramp_test.sets[TEST_SETS:]}
    for step in steps:
        if step.key.partition(".rest")[0] not in unlikely:
            of_block[step.block].append(step)
    bouts = [_bout(block, of_block[block.key]) for block in blocks]
    return _rounded(bouts_energy(bouts, body_mass, height, minutes_from="planned"))


def _rounded(energy: SessionEnergy) -> SessionEnergy:
    """Leave the digits away that nobody needs on a phone: tenths of a kilocalorie and of a minute stay."""
    return _tenths(replace(energy, exercises=tuple(_tenths(each) for each in energy.exercises)))


def _tenths(told: _Told) -> _Told:
    fields = {name: getattr(told, name) for name in told.__struct_fields__}
    ranges = {name: each for name, each in fields.items() if isinstance(each, EnergyRange)}
    shorter = {name: EnergyRange(*(round(end, 1) for end in astuple(each))) for name, each in ranges.items()}
    return replace(told, minutes=round(told.minutes, 1), **shorter)


def _bout(block: Block, steps: Sequence[PlayStep]) -> Bout:
    exercise = load_catalogue().exercises[block.exercise]
    kind, movement = movement_of(exercise.id)
    span = span_of(exercise, block.variant)
    lifts = tuple(_lift(exercise, step, span, one_sided=block.one_sided) for step in steps if step.set_key)
    time = sum(step.seconds for step in steps)
    rests = [(step.rest, step.seconds) for step in steps if step.rest]
    shortest, longest = (time + sum(rest[end] - usual for rest, usual in rests) for end in range(2))
    sets = len({step.set_key for step in steps if step.set_key})
    return Bout(exercise.id, block.name, kind, movement, sets, lifts, (shortest, time, longest))


def _lift(exercise: Exercise, step: PlayStep, span: float, *, one_sided: bool) -> Lift:
    """A step is of one side, but for those in turn and the light sets before the work, which are told for each leg."""
    kg = moved_kg(exercise, step.load.mass if step.load else None)
    legs = 2 if step.side == "in-turn" or (one_sided and step.side is None) else 1
    reps = sum(step.reps) / 2 * legs if step.reps else 0.0
    seconds = sum(step.hold) / 2 if step.hold else step.seconds
    if step.part_kind is None:
        return Lift(reps, seconds, kg, span, SAME)
    lift = part_lift(SetPart(step.part_kind), kg, span, SAME)
    return Lift(reps, seconds, kg, lift.span, SAME, lift.lowered)
