"""How probable it is that each planned set succeeds, by what is believed about the athlete's strength."""

import datetime as dt
import math
from collections.abc import Iterable

import msgspec

from legday.notation import Scheme
from legday.progress import Strength, chance_of
from legday.session.model import PlayStep
from legday.session.steps import Station

COST_OF_A_SET = 0.01
"""What each set before takes from the strength for the next one, after the planned rest [ln units]; our own convention,
as sets that end with reps in reserve cost little."""


def with_chances(
    steps: Iterable[PlayStep], strength: Strength | None, station: Station, on: dt.date
) -> tuple[PlayStep, ...]:
    """Say on every step that begins a set with a load how probable its least reps are, where that is known."""
    if strength is None or station.prepares:
        return tuple(steps)
    return tuple(_with_chance(step, strength, station, on) for step in steps)


def counts_alike(station: Station, scheme: Scheme) -> bool:
    """Whether the sets are done with as many legs as the exercise is usually logged with."""
    return (scheme.sides != "both") == (station.exercise.sides != "both")


def _with_chance(step: PlayStep, strength: Strength, station: Station, on: dt.date) -> PlayStep:
    one_leg = step.side in ("left", "right") and station.exercise.sides == "both"
    if step.kind != "set" or step.reps is None or step.load is None or step.part_key or one_leg:
        return step
    lifted = float(step.load.mass.kg)
    if lifted <= 0 or step.load.on == "bodyweight" or step.unit != "reps":
        return step
    tired = lifted * math.exp(COST_OF_A_SET * (step.set_number - 1))
    chance = chance_of(strength, tired, step.reps[0] + (step.reserve[0] if step.reserve else 0), on)
    return msgspec.structs.replace(step, chance=round(chance, 2))
