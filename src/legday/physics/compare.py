"""Two variants side by side on the same drawn models: what differs, by how much, and in how many models."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import msgspec
import numpy as np

from legday.anatomy import MUSCLES, MuscleName, Part
from legday.physics.demand import MEASURED, Demand, column_of
from legday.physics.model import Array
from legday.physics.recipes import Prepared

SETTLED_POINTS, SETTLED_MOMENT, SETTLED_LENGTH, SETTLED_MODELS = 5.0, 5.0, 0.05, 90
"""From how many points of share, N·m or shares of the optimal length, in how many of 100 models, a difference counts as
settled; convention."""

UNSETTLED_DIMENSIONS = {
    "stance": "stance",
    "toes_out": "the angle of the toes",
    "foot_width": "the width of the feet",
}
"""What models and measurements of muscles do not agree about; a difference that comes with these is never settled."""

UNSETTLED_MUSCLES = (MuscleName.VASTUS_LATERALIS, MuscleName.VASTUS_MEDIALIS, MuscleName.VASTUS_INTERMEDIUS)
"""Muscles that a model of joint moments can't tell apart."""

JOINTS = {  # what is printed first: a name, the coordinate, and the sign of the moment that muscles make
    "hip extension": ("hip_flexion", -1),
    "hip flexion": ("hip_flexion", 1),
    "hip abduction": ("hip_abduction", 1),
    "hip adduction": ("hip_abduction", -1),
    "outward hip rotation": ("hip_rotation", 1),
    "inward hip rotation": ("hip_rotation", -1),
    "knee extension": ("knee_flexion", -1),
    "knee flexion": ("knee_flexion", 1),
    "plantar flexion": ("ankle_dorsiflexion", -1),
    "dorsiflexion": ("ankle_dorsiflexion", 1),
    "back extension": ("lumbar_flexion", -1),
}

Verdict = Literal["settled", "not settled"]


class Spread(msgspec.Struct, frozen=True):
    """The middle of all models, and what 5 and 95 of 100 are under."""

    low: float
    middle: float
    high: float


class Row(msgspec.Struct, frozen=True):
    """One number of two variants: the spread of each, the middle difference, how many of 100 models have its sign."""

    what: str
    unit: str
    first: Spread
    second: Spread
    difference: float
    agree: int
    verdict: Verdict


class Comparison(msgspec.Struct, frozen=True):
    """Two variants: joint moments first, then shares of parts and muscles, then fibres at their longest."""

    first: str
    second: str
    models: int
    moments: tuple[Row, ...]
    shares: tuple[Row, ...]
    lengths: tuple[Row, ...]
    why_unsettled: str = ""


def spread(values: Array, digits: int = 1) -> Spread:
    """Return the spread of a number over models (D,)."""
    low, middle, high = np.percentile(values, (5, 50, 95))
    return Spread(round(float(low), digits), round(float(middle), digits), round(float(high), digits))


def peak_moment(found: Demand, coordinate: str, sign: int) -> Array:
    """Return the greatest moment of muscles that way about an axis through the range, (D,) [N·m]."""
    result: Array = np.maximum((sign * found.moments[:, :, column_of(coordinate)]).max(axis=1), 0.0)
    return result


def longest(found: Demand, muscle: MuscleName) -> Array:
    """Return the greatest fibre length through the range, (D,), as a share of the optimal."""
    result: Array = found.lengths[:, :, MEASURED.index(muscle)].max(axis=1)
    return result


def agreement(difference: Array) -> int:
    """Return in how many of 100 models a difference has the sign of its middle."""
    middle = np.median(difference)
    if middle == 0:
        return round(100 * float((difference == 0).mean()))
    return round(100 * float((np.sign(difference) == np.sign(middle)).mean()))


def compare(first: tuple[Prepared, Demand], second: tuple[Prepared, Demand]) -> Comparison:
    """Compare two variants whose demands are of the same draws, each model with itself."""
    both = first[1].possible & second[1].possible
    differs = [name for name in UNSETTLED_DIMENSIONS if _dimension(first[0], name) != _dimension(second[0], name)]

    def row(what: str, unit: str, of: Callable[[Demand], Array], points: float, settled: bool = True) -> Row:
        one, other = of(first[1])[both], of(second[1])[both]
        change, agree = float(np.median(other - one)), agreement(other - one)
        firm = settled and not differs and abs(change) >= points and agree >= SETTLED_MODELS
        digits = 2 if unit == "" else 1
        verdict: Verdict = "settled" if firm else "not settled"
        return Row(what, unit, spread(one, digits), spread(other, digits), round(change, digits), agree, verdict)

    moments = tuple(
        row(name, "N·m", partial(peak_moment, coordinate=coordinate, sign=sign), SETTLED_MOMENT)
        for name, (coordinate, sign) in JOINTS.items()
    )
    parts = [row(part.value, "%", partial(_part_share, part=part), SETTLED_POINTS) for part in Part]
    of_legs = [name for name in MEASURED if name is not MuscleName.TRUNK]
    muscles = [
        row(
            MUSCLES[name].name,
            "%",
            partial(_muscle_share, muscle=name),
            SETTLED_POINTS,
            name not in UNSETTLED_MUSCLES,
        )
        for name in of_legs
    ]
    lengths = tuple(row(MUSCLES[name].name, "", partial(longest, muscle=name), SETTLED_LENGTH) for name in of_legs)
    why = ""
    if differs:
        said = " and ".join(UNSETTLED_DIMENSIONS[name] for name in differs)
        why = f"They differ in {said}, of which models and measured muscle activity do not agree."
    return Comparison(first[0].key, second[0].key, int(both.sum()), moments, (*parts, *muscles), lengths, why)


def _dimension(prepared: Prepared, name: str) -> object:
    """A dimension that a variant does not give is as in the usual one, the first of its exercise."""
    own = getattr(prepared.variant, name)
    return getattr(prepared.exercise.variants[0], name) if own is None else own


def _part_share(found: Demand, part: Part) -> Array:
    return 100 * found.part_share(part)


def _muscle_share(found: Demand, muscle: MuscleName) -> Array:
    result: Array = 100 * found.share[:, MEASURED.index(muscle)]
    return result
