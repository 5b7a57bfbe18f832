"""Moment arms and fibre lengths of all muscles at any joint angles, both from one length function.

The length of each muscle is ``L(q) = L0 - F(f) - A(f)·abduction - R(f)·rotation - K(knee) - N(ankle) - l·lumbar``
with f the flexion of the hip. F, K and N are integrals of tabulated arms, A and R tabulated arms themselves. Arms
are its derivatives, ``r = -dL/dq``, so that muscles do as much work on joints as they take in by shortening.
"""

from dataclasses import dataclass

import numpy as np

from legday.physics.model import COORDINATES, Array, Muscles


@dataclass(frozen=True)
class Geometry:
    """What muscles do in N poses: `arms` (N, 6, M) [m], fibre `lengths` (N, M) as shares of the optimal.

    `pull` (N, M) is what is left along the tendon of the greatest force, by the length of the fibres and their angle.
    """

    arms: Array
    lengths: Array
    pull: Array


def geometry(muscles: Muscles, angles: Array, rest: Array | None = None, scale: Array | None = None) -> Geometry:
    """Return arms, fibre lengths and what those leave of the greatest force.

    Parameters
    ----------
    muscles
        The muscles, M of them.
    angles
        (N, 6) joint angles [rad], in the order of `COORDINATES`.
    rest
        (N, M) fibre lengths in the reference pose, where they differ from those of `muscles`.
    scale
        (N, 3, M) what the arms at hip, knee and ankle are multiplied with.

    References
    ----------
    Active force by length: Thelen 2003, J Biomech Eng 125:70. Fibres keep the thickness of the muscle as they shorten.
    """
    count = len(angles)
    scale = np.ones((count, 3, len(muscles.names))) if scale is None else scale
    abduction, rotation = angles[:, 1, None], angles[:, 2, None]
    hip = [_curve(muscles.knots["hip"], table, angles[:, 0]) for table in muscles.hip]
    knee, bent, _ = _curve(muscles.knots["knee"], muscles.knee, angles[:, 3])
    ankle, tilted, _ = _curve(muscles.knots["ankle"], muscles.ankle, angles[:, 4])
    arms = np.zeros((count, len(COORDINATES), len(muscles.names)))
    arms[:, 0] = (hip[0][0] + hip[1][2] * abduction + hip[2][2] * rotation) * scale[:, 0]
    arms[:, 1] = hip[1][0] * scale[:, 0]
    arms[:, 2] = hip[2][0] * scale[:, 0]
    arms[:, 3] = knee * scale[:, 1]
    arms[:, 4] = ankle * scale[:, 2]
    arms[:, 5] = muscles.lumbar
    moved = (
        (hip[0][1] + hip[1][0] * abduction + hip[2][0] * rotation) * scale[:, 0]
        + bent * scale[:, 1]
        + tilted * scale[:, 2]
        + muscles.lumbar * angles[:, 5, None]
    )
    rest = np.broadcast_to(muscles.rest, moved.shape) if rest is None else rest
    thick = np.sin(muscles.pennation)
    along = np.sqrt(np.maximum(rest**2 - thick**2, 0.01)) - muscles.give * moved / muscles.fibre
    along = np.maximum(along, 0.05)
    lengths = np.hypot(along, thick)
    pull = np.exp(-((lengths - 1) ** 2) / muscles.width) * along / lengths
    return Geometry(arms, lengths, pull)


def _curve(knots: Array, table: Array, angle: Array) -> tuple[Array, Array, Array]:
    """Values (N, M) of tabulated arms between evenly spaced knots, their integrals from 0, and their slopes."""
    step = knots[1] - knots[0]
    inside = np.clip(angle, knots[0], knots[-1])
    low = np.minimum(((inside - knots[0]) / step).astype(int), len(knots) - 2)
    part = ((inside - knots[0]) / step - low)[:, None]
    rise = table[low + 1] - table[low]
    value = table[low] + part * rise
    summed = np.concatenate([np.zeros((1, table.shape[1])), np.cumsum((table[1:] + table[:-1]) / 2 * step, axis=0)])
    beyond = (angle - inside)[:, None] * value
    integral = summed[low] + step * (part * table[low] + part**2 / 2 * rise) + beyond
    slope = np.where((angle == inside)[:, None], rise / step, 0.0)
    if knots[0] != 0.0:  # the knots of the ankle begin below 0
        zero = int(np.argmin(np.abs(knots)))
        integral = integral - summed[zero]
    return value, integral, slope
