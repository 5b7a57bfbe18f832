"""The people and the models that are drawn: bodies, strength, fibres, arms, and how a pose is taken up."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legday.physics.lengths import geometry
from legday.physics.model import SEXES, Array, Muscles, Sex, body_data, load_muscles, muscle_data, rows_of_group

DRAWS, SEED = 200, 20_261_121
"""How many models are drawn for the shipped tables, and the seed of the draw."""

SPREAD = {"strength": 0.15, "fibre": 0.05, "give": 0.15, "arms": 0.10, "length": 0.02}
"""Standard deviations, as shares; of the rest length of fibres, of the optimal length; convention."""
PRESSURE, ANKLE = 0.02, 5.0
"""How far the centre of pressure [m] and the ankle [deg] are off at most, evenly drawn."""

TRAINED = 1.5
"""How many times as strong as the untrained people that were measured those are who train; convention."""

_AGES = (25, 60)  # [years] up to which the first and the second column of measured strength hold
# The posture of the other joints in which each direction was measured [deg]; the study's figures, rounded.
_TESTED = {
    "hip_extension": (0, {3: 60.0}),
    "hip_flexion": (0, {3: 60.0}),
    "knee_extension": (3, {0: 70.0}),
    "knee_flexion": (3, {0: 70.0}),
    "ankle_extension": (4, {0: 70.0, 3: 60.0}),
    "ankle_flexion": (4, {0: 70.0, 3: 60.0}),
}
_KNOTS = {0: (0, 15, 30, 45, 60, 75), 3: (15, 32, 49, 66, 83, 100), 4: (-25, -16, -7, 2, 11, 20)}
"""Angles of hip, knee and ankle at which the model is as strong as measured, about as far as it was measured [deg]."""
_COUNT = 6  # of knots
_ROUNDS = 8  # muscles of two joints take part in the strength of both, so each group is scaled again after the others
_SCALED = (
    ("dorsiflexors", "ankle_flexion"),
    ("plantar-flexors", "ankle_extension"),
    ("knee-flexors", "knee_flexion"),
    ("knee-extensors", "knee_extension"),
    ("hip-flexors", "hip_flexion"),
    ("hip-extensors", "hip_extension"),
)


@dataclass(frozen=True)
class Draws:
    """N drawn models, one a row; lengths in m, masses in kg, angles in rad.

    `mass` (N, 5), `centre` (N, 5) and `length` (N, 5) are of the segments; `points`, each (N,), distances on it.
    `force` (N, M) [N] is before it is scaled to measured strength (see `greatest_force`); `rest` and `give` (N, M),
    `arms` (N, 3, M). `pressure` [m], `ankle` [rad] and `shear` (0 to 1) are how the pose is taken up; `power` is that
    of the cost.
    """

    body_mass: Array
    height: Array
    mass: Array
    length: Array
    centre: Array
    points: dict[str, Array]
    female: NDArray[np.bool_]
    force: Array
    rest: Array
    give: Array
    arms: Array
    pressure: Array
    ankle: Array
    shear: Array
    power: Array

    def take(self, rows: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> "Draws":
        """Return these rows of every array."""
        values: dict[str, Any] = {
            name: {key: each[rows] for key, each in value.items()} if isinstance(value, dict) else value[rows]
            for name, value in vars(self).items()
        }
        return Draws(**values)


def measured_torque(sex: Sex, age: float, direction: str, angle: float | Array) -> float | Array:
    """Greatest isometric torque [N·m] of somebody of a sex and age, by the angle of the joint [rad].

    Parameters
    ----------
    direction
        Such as `hip_extension`; plantar flexion is `ankle_extension`.
    angle
        Flexion of hip or knee, dorsiflexion of the ankle [rad].

    References
    ----------
    Anderson, Madigan & Nussbaum 2007, J Biomech 40:3105, https://doi.org/10.1016/j.jbiomech.2007.03.022, equation 1.
    """
    data, column = body_data(), sum(age > limit for limit in _AGES)
    first, second, third = data.strength[sex][direction][column]
    person = data.people[sex]
    torque = first * person.mass * 9.81 * person.height * np.cos(second * (angle - third))
    return np.maximum(torque, 0.0) if isinstance(torque, np.ndarray) else max(float(torque), 0.0)


@cache
def strength_curves(sex: Sex, age: float = 25) -> Array:
    """What published forces are multiplied with at each knot of a joint's angle, (6, M), to be as strong as measured.

    Each group is scaled by the angle of the joint it was measured at, so that with every agonist fully active the
    moment is as measured, after what muscles of other groups give to it. Hip abductors, adductors and rotators have
    the factors of the hip extensors, for they were not measured.
    """
    muscles, data = load_muscles(), muscle_data()
    curves = np.full((_COUNT, len(muscles.names)), 0.4)
    for group, direction in _SCALED * _ROUNDS:
        own = np.zeros(len(muscles.names), dtype=bool)
        own[rows_of_group(group)] = True
        column, posture = _TESTED[direction]
        angles = np.zeros((_COUNT, 6))
        for joint, degrees in posture.items():
            angles[:, joint] = np.radians(degrees)
        angles[:, column] = np.radians(_KNOTS[column])
        found = geometry(muscles, angles)
        sign = 1 if direction in ("hip_flexion", "knee_flexion", "ankle_flexion") else -1
        helping = np.maximum(sign * found.arms[:, column], 0.0) * muscles.force * found.pull * _factors(curves, angles)
        wanted = np.asarray(measured_torque(sex, age, direction, angles[:, column]))
        lacking = np.maximum(wanted - helping[:, ~own].sum(axis=1), 0.2 * wanted)
        curves[:, own] *= (lacking / helping[:, own].sum(axis=1))[:, None]
    share = 1.0 if sex == "male" else 0.7
    for name, strength in (("erector-spinae", "extension"), ("abdominals", "flexion")):
        row = muscles.names.index(name)
        moment = muscles.force[row] * abs(muscles.lumbar[row])
        curves[:, row] = share * data.trunk_strength[strength] / 2 / moment
    return curves


@cache
def _columns() -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """By the angle of which joint each element is scaled, (M,)."""
    by_group = {group: _TESTED[direction][0] for group, direction in _SCALED} | {"trunk": 0}
    return np.array([by_group[element.group] for element in muscle_data().muscles.values()])


def _factors(curves: Array, angles: Array) -> Array:
    """Read curves (6, M) at angles (N, 6); beyond the knots they stay as they are at the last, (N, M)."""
    result = np.empty((len(angles), curves.shape[1]))
    for column, degrees in _KNOTS.items():
        knots, mine = np.radians(degrees), _columns() == column
        place = np.clip((angles[:, column] - knots[0]) / (knots[1] - knots[0]), 0, _COUNT - 1)
        low = np.minimum(place.astype(int), _COUNT - 2)
        part = (place - low)[:, None]
        result[:, mine] = (1 - part) * curves[low][:, mine] + part * curves[low + 1][:, mine]
    return result


def greatest_force(draws: Draws, angles: Array, age: float = 25) -> Array:
    """Return the greatest isometric force of each muscle at its optimal length in N poses, (N, M) [N].

    Parameters
    ----------
    draws
        The model of each pose.
    angles
        (N, 6) joint angles [rad].
    """
    men, women = (_factors(strength_curves(sex, age), angles) for sex in SEXES)
    return draws.force * np.where(draws.female[:, None], women, men)


def nominal(sex: Sex = "male", power: float = 2.0) -> Draws:
    """Return the one model whose numbers are those of the data files."""
    muscles = load_muscles()
    plain = np.zeros((1, len(muscles.names)))
    return _draws([sex], plain, plain, plain, np.ones((1, 3, len(muscles.names))), np.ones((1, 2)),
                  np.zeros((1, 2)), np.full(1, 0.5), np.array([power]))  # fmt: skip


def draw(count: int = DRAWS, seed: int = SEED) -> Draws:
    """Draw models: women and men in turn, both powers in turn, all else around the data files by `SPREAD`."""
    rng, muscles = np.random.default_rng(seed), load_muscles()
    width = len(muscles.names)

    def around(deviation: float, *shape: int) -> Array:
        return np.clip(rng.standard_normal(shape), -2.5, 2.5) * deviation

    return _draws(
        [SEXES[row % 2] for row in range(count)],
        around(SPREAD["strength"], count, width),
        around(SPREAD["fibre"], count, width),
        around(SPREAD["give"], count, width),
        1 + around(SPREAD["arms"], count, 3, width),
        1 + around(SPREAD["length"], count, 2),
        rng.uniform(-1, 1, (count, 2)),
        rng.uniform(0, 1, count),
        np.array([2.0 + row // 2 % 2 for row in range(count)]),
    )


def _draws(
    sexes: list[Sex],
    strength: Array,
    fibre: Array,
    give: Array,
    arms: Array,
    lengths: Array,
    details: Array,
    shear: Array,
    power: Array,
) -> Draws:
    data, muscles = body_data(), load_muscles()
    people = [data.people[sex] for sex in sexes]
    mass, height = (np.array([getattr(each, name) for each in people]) for name in ("mass", "height"))

    def table(name: str) -> Array:
        return np.array([[getattr(each, name) for each in data.segments[sex].values()] for sex in sexes])

    length = table("length") * height[:, None]
    length[:, 1:3] *= lengths
    foot, points = length[:, 0], data.points
    return Draws(
        body_mass=mass,
        height=height,
        mass=table("mass") * mass[:, None],
        length=length,
        centre=table("centre"),
        points={
            "ankle_height": points["ankle_height"] * height,
            "heel": -points["ankle_from_heel"] * foot,
            "ball": (points["ball_from_heel"] - points["ankle_from_heel"]) * foot,
            "middle": (points["pressure_from_heel"] - points["ankle_from_heel"]) * foot,
            "hip": points["hip_half_width"] * height,
            "lumbar": points["lumbar_height"] * height,
        },
        female=np.array([sex == "female" for sex in sexes]),
        force=TRAINED * muscles.force * np.exp(strength),
        rest=muscles.rest + fibre,
        give=np.clip(muscles.give * (1 + give), 0.1, 1.0),
        arms=arms,
        pressure=details[:, 0] * PRESSURE,
        ankle=np.radians(details[:, 1] * ANKLE),
        shear=shear,
        power=power,
    )


def muscles_of_draws(draws: Draws) -> Muscles:
    """Return the muscles with the draws' give, as rows (N, M)."""
    muscles = load_muscles()
    return Muscles(**{**vars(muscles), "give": draws.give})
