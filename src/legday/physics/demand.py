"""What a variant asks of joints and muscles, over many drawn models and through the range."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from legday.anatomy import MUSCLES, MuscleName, Part
from legday.physics.lengths import geometry
from legday.physics.model import COORDINATES, SEXES, Array, load_muscles, rows_of
from legday.physics.people import Draws, greatest_force, muscles_of_draws, nominal
from legday.physics.recipes import Prepared, UnreachableError, held_coordinates, pose
from legday.physics.setups import POSITIONS
from legday.physics.solver import share_moments
from legday.physics.statics import Posed, joint_moments

EFFORT = 0.7
"""How active the hardest-working group of muscles is in the hardest position of a working set; convention."""

MOST_LACKING = 2.0
"""How much of a joint moment the nominal model may lack in a working set [N·m]; convention."""

KNEE_STOP, KNEE_STRAIGHT, KNEE_BENT = 300.0, 5.0, 15.0
"""What ligaments and the capsule of a straight knee hold against being stretched further [N·m], up to which bend they
do so in full and from which not at all [deg]; convention. What is passive rises steeply as a knee gets straight (Riener
& Edrich 1999, J Biomech 32:539, doi:10.1016/S0021-9290(99)00009-3)."""

KNEE = COORDINATES.index("knee_flexion")

HEAVIEST = 8.0  # [times body weight], where a recipe does not say how much is the most
_STEPS = 41  # that loads are looked through in, where none at all is too hard
LEAST_POSSIBLE = 0.5  # of the draws: fewer would make a table of other people than were drawn

_MEASURED = tuple(name for name in MuscleName if name is not MuscleName.TRUNK and rows_of(name))
MEASURED = (*_MEASURED, MuscleName.TRUNK)
"""The muscles that tables tell of, in the order of every array of muscles."""


@dataclass(frozen=True)
class Demand:
    """What one variant asks of D models in P positions.

    `moments` (D, P, 6) [N·m] are those that muscles make; `activation` and `lengths` (D, P, len(MEASURED)) are means
    over the parts of each muscle by their volume, activation 0 to 1, lengths as shares of the optimal. `share` is each
    muscle's part in the active volume of leg muscles, with the trunk left out, mean over the range (D, len(MEASURED)).
    `able` (D, P, 6, 2) [N·m] is what all muscles together could make in each position, the negative way and the
    positive way. `reserve` (D, P, 6) [N·m] is what was lacking. `possible` (D,) says which models can take up every
    position. `load` is what is lifted, as a share of body mass, by sex.
    """

    moments: Array
    activation: Array
    lengths: Array
    share: Array
    able: Array
    reserve: Array
    possible: NDArray[np.bool_]
    load: dict[str, float]

    def part_share(self, part: Part) -> Array:
        """Return the share of a part, (D,)."""
        rows = [row for row, name in enumerate(MEASURED) if MUSCLES[name].part is part]
        result: Array = self.share[:, rows].sum(axis=1)
        return result


@cache
def _to_muscles() -> Array:
    """(M, len(MEASURED)): each element's share of the volume of its muscle."""
    volume = load_muscles().volume
    weights = np.zeros((len(volume), len(MEASURED)))
    for column, name in enumerate(MEASURED):
        rows = rows_of(name)
        weights[rows, column] = volume[rows] / volume[rows].sum()
    return weights


@cache
def _volumes() -> Array:
    """(len(MEASURED),) volume of each muscle, none for the trunk."""
    volume = load_muscles().volume
    return np.array([volume[rows_of(name)].sum() if name is not MuscleName.TRUNK else 0.0 for name in MEASURED])


def demand(prepared: Prepared, draws: Draws, load: float | None = None) -> Demand:
    """Work out what a variant asks of every drawn model, at a working load or at one given as a share of body mass.

    Raises
    ------
    UnreachableError
        If fewer than half of the models can take up its poses.
    """
    lifts: dict[str, float] = working_load(prepared) if load is None else dict.fromkeys(SEXES, load)
    count = len(draws.height)
    rows = np.repeat(np.arange(count), POSITIONS)
    part = np.tile(np.linspace(0, 1, POSITIONS), count)
    lifted = np.array([lifts[SEXES[row % 2]] for row in range(count)])[rows]
    found = _solve(prepared, draws.take(rows), part, lifted)
    possible: NDArray[np.bool_] = np.all(found.possible.reshape(count, POSITIONS), axis=1)
    if possible.mean() < LEAST_POSSIBLE:
        raise UnreachableError(f"{prepared.key}: only {possible.mean():.0%} of the drawn models can do it")

    def shaped(values: Array) -> Array:
        return values.reshape(count, POSITIONS, -1)

    active = shaped(found.activation)
    volume = active * _volumes()
    share = volume.sum(axis=1) / np.maximum(volume.sum(axis=(1, 2)), 1e-12)[:, None]
    return Demand(
        moments=shaped(found.moments),
        activation=active,
        lengths=shaped(found.lengths),
        share=share,
        able=shaped(found.able).reshape(count, POSITIONS, len(COORDINATES), 2),
        reserve=shaped(found.reserve),
        possible=possible,
        load=lifts,
    )


@cache
def working_volumes() -> Mapping[MuscleName, float]:
    """Return the volume of each muscle, greatest force times fibre length, in units of its own; none for the trunk."""
    return dict(zip(MEASURED, map(float, _volumes()), strict=True))


@dataclass(frozen=True)
class _Solved:
    moments: Array
    activation: Array
    lengths: Array
    able: Array
    reserve: Array
    possible: NDArray[np.bool_]


def _solve(prepared: Prepared, draws: Draws, part: Array, load: Array) -> _Solved:
    posed, possible = pose(prepared.recipe, draws, part, load)
    asked = joint_moments(posed)
    found = geometry(muscles_of_draws(draws), posed.leg.angles, draws.rest, draws.arms)
    strength = found.arms * (greatest_force(draws, posed.leg.angles) * found.pull)[:, None, :]
    for column in held_coordinates(prepared.recipe):
        strength[:, column], asked[:, column] = 0.0, 0.0
    helps = [strength, _braces(posed, len(strength)), _knee_stop(posed)]
    shared = share_moments(np.concatenate(helps, axis=2), asked, draws.power)
    active, weights = shared.activation[:, : strength.shape[2]], _to_muscles()
    made = np.matmul(strength, active[..., None])[..., 0] + shared.reserve  # what bracing takes off or adds is in it
    able = np.stack([np.minimum(strength, 0).sum(-1), np.maximum(strength, 0).sum(-1)], axis=-1)
    return _Solved(made, active @ weights, found.lengths @ weights, able, shared.reserve, possible)


def _braces(posed: Posed, count: int) -> Array:
    """(N, 6, 2 for each brace): what bracing a foot as far as it can, either way, spares the joints."""
    needed = [joint_moments(replace(posed, loads=brace)) for brace in posed.braces]
    if not needed:
        return np.zeros((count, len(COORDINATES), 0))
    return np.stack([way * each for each in needed for way in (-1, 1)], axis=-1)


def _knee_stop(posed: Posed) -> Array:
    """(N, 6, 1): what keeps a knee that is as good as straight from being stretched further, at hardly any cost."""
    straight = np.clip((KNEE_BENT - np.degrees(posed.leg.angles[:, KNEE])) / (KNEE_BENT - KNEE_STRAIGHT), 0.0, 1.0)
    stop = np.zeros((len(straight), len(COORDINATES), 1))
    stop[:, KNEE, 0] = KNEE_STOP * straight
    return stop


@cache
def _nominal(sex: str) -> Draws:
    one = nominal("male" if sex == "male" else "female")
    return one.take(np.zeros(POSITIONS, dtype=np.int64))


def _hardest(prepared: Prepared, sex: str, load: float) -> float:
    """How active the busiest group is in the hardest position of the nominal model, by volume."""
    part = np.linspace(0, 1, POSITIONS)
    solved = _solve(prepared, _nominal(sex), part, np.full(POSITIONS, load))
    if not solved.possible.all() or np.abs(solved.reserve).max() > MOST_LACKING:
        return np.inf
    return float((solved.activation @ _groups()).max())


@cache
def _groups() -> Array:
    """(len(MEASURED), groups): the four parts by the volume of their muscles, and three muscles that are of none."""
    columns = []
    for part in Part:
        rows = [row for row, name in enumerate(MEASURED) if MUSCLES[name].part is part]
        column = np.zeros(len(MEASURED))
        column[rows] = _volumes()[rows] / _volumes()[rows].sum()
        columns.append(column)
    for name in (MuscleName.ADDUCTORS, MuscleName.HIP_FLEXORS, MuscleName.TIBIALIS_ANTERIOR):
        column = np.zeros(len(MEASURED))
        column[MEASURED.index(name)] = 1.0
        columns.append(column)
    return np.stack(columns, axis=-1)


_LOADS: dict[str, dict[str, float]] = {}  # found loads, by all that they depend on


def working_load(prepared: Prepared) -> dict[str, float]:
    """Return what is lifted in a working set, as a share of body mass, for the nominal man and woman.

    It is the load with which the busiest group is `EFFORT` active in the hardest position: one of the four parts, the
    adductors, the hip flexors or tibialis anterior. It is less where some joint moment would be lacking by more than
    `MOST_LACKING`, which single muscles that are fully active bring about; and 0 where only the body is lifted, or
    where the body alone is as hard as that and no load makes it easier.
    """
    if not prepared.effort:
        return dict.fromkeys(SEXES, 0.0)
    key = repr(prepared.recipe)
    if key not in _LOADS:
        _LOADS[key] = {sex: _load(prepared, sex) for sex in SEXES}
    return _LOADS[key]


def _load(prepared: Prepared, sex: str) -> float:
    low, high = 0.0, prepared.recipe.number("most", HEAVIEST)
    if _hardest(prepared, sex, low) >= EFFORT:  # without a load hip flexors may be busiest, holding up the leg
        steps = np.linspace(low, high, _STEPS)
        easy = [step for step in range(_STEPS - 1) if _hardest(prepared, sex, steps[step]) < EFFORT]
        if not easy:
            return 0.0
        low, high = float(steps[easy[-1]]), float(steps[easy[-1] + 1])
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if _hardest(prepared, sex, middle) >= EFFORT else (middle, high)
    return round(low, 2)


def column_of(coordinate: str) -> int:
    """Return where a coordinate stands in arrays of angles and moments."""
    return COORDINATES.index(coordinate)
