"""How muscles share joint moments: the least sum of powers of activation, solved for many poses at once."""

from dataclasses import dataclass

import numpy as np

from legday.physics.model import Array

RESERVE = 1.0
"""What a joint may be helped with at the cost of one fully active muscle [N·m]; a convention, and small."""

TOLERANCE = 1e-10  # of the balance of moments, as a share of the largest [1]
_MOST_STEPS = 200
_NEAR = 1e-8  # how far from pulling a muscle is taken to be about to
_LEAST_ACTIVATION = 1e-10  # under which the curvature of a cube is taken as that of this much


@dataclass(frozen=True)
class Sharing:
    """How N poses share their moments: `activation` (N, M), 0 to 1, and the `reserve` (N, D) [N·m] that was left over.

    `steps` is how many Newton steps the slowest pose took.
    """

    activation: Array
    reserve: Array
    steps: int


def share_moments(strength: Array, moments: Array, power: Array | float = 2.0, reserve: float = RESERVE) -> Sharing:
    """Find the activations that balance joint moments at the least sum of their powers.

    Minimises ``Σ aᵢᵖ + Σ (rⱼ/ρ)²`` over ``0 ≤ a ≤ 1`` with ``strength·a + r = moments``. The dual has as many
    unknowns as there are joint axes, is concave and smooth, and is climbed by Newton's method with halved steps.

    Parameters
    ----------
    strength
        (N, D, M) moment about each axis that each muscle makes when fully active [N·m].
    moments
        (N, D) moments to be made by muscles [N·m].
    power
        p, 2 or 3; one for all poses or (N,).
    reserve
        ρ, the moment that costs as much as one fully active muscle [N·m].

    References
    ----------
    Sums of powers as what the body keeps low: Crowninshield & Brand 1981, J Biomech 14:793,
    https://doi.org/10.1016/0021-9290(81)90035-X.
    """
    count, _, width = strength.shape
    p = np.broadcast_to(np.asarray(power, dtype=float), (count,))[:, None]
    activation, left = np.zeros((count, width)), np.array(moments, dtype=float)
    dual = np.zeros_like(left)
    accuracy = TOLERANCE * np.maximum(np.abs(moments).max(axis=1, initial=0.0), 1.0)
    value = _dual_value(strength, moments, p, reserve, dual)
    open_poses = np.arange(count)
    steps = 0
    while len(open_poses) and steps < _MOST_STEPS:
        steps += 1
        own = strength[open_poses]
        active, curve = _active(own, p[open_poses], dual[open_poses])
        gradient = moments[open_poses] - np.matmul(own, active[..., None])[..., 0] - reserve**2 / 2 * dual[open_poses]
        activation[open_poses] = active
        left[open_poses] = reserve**2 / 2 * dual[open_poses]
        going = np.abs(gradient).max(axis=1) > accuracy[open_poses]
        if not going.any():
            break
        open_poses, own, curve, gradient = open_poses[going], own[going], curve[going], gradient[going]
        hessian = np.matmul(own * curve[:, None, :], own.transpose(0, 2, 1))
        hessian[:, range(hessian.shape[1]), range(hessian.shape[1])] += reserve**2 / 2
        step = np.linalg.solve(hessian, gradient[..., None])[..., 0]
        _climb(strength, moments, p, reserve, dual, value, open_poses, step, gradient)
    return Sharing(activation, left, steps)


def _climb(
    strength: Array,
    moments: Array,
    p: Array,
    reserve: float,
    dual: Array,
    value: Array,
    poses: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    step: Array,
    gradient: Array,
) -> None:
    """Go along a step as far as the dual rises enough, halving it where it does not; `dual` and `value` are changed."""
    promise = (step * gradient).sum(axis=1)
    length = np.ones(len(poses))
    waiting = np.arange(len(poses))
    for _ in range(40):
        at = poses[waiting]
        trial = dual[at] + length[waiting, None] * step[waiting]
        risen = _dual_value(strength[at], moments[at], p[at], reserve, trial)
        slack = 1e-13 * (1 + np.abs(value[at]))
        fine = risen >= value[at] + 1e-4 * length[waiting] * promise[waiting] - slack
        dual[at[fine]], value[at[fine]] = trial[fine], risen[fine]
        waiting = waiting[~fine]
        if not len(waiting):
            return
        length[waiting] /= 2


def _active(strength: Array, p: Array, dual: Array) -> tuple[Array, Array]:
    """Activations that a dual point asks for, and how they change with the pull on each muscle."""
    signed = np.matmul(dual[:, None, :], strength)[:, 0]
    pull = np.maximum(signed, 0.0)
    raw = np.where(p == 2.0, pull / 2, np.sqrt(pull / 3))
    active = np.minimum(raw, 1.0)
    # A root is infinitely steep where it begins. Just short of there its mirror image stands in, or steps would leap
    # over it.
    steep = 1 / (6 * np.maximum(np.sqrt(np.abs(signed) / 3), _LEAST_ACTIVATION))
    bent = np.where(p == 2.0, np.where(signed > 0, 0.5, 0.0), np.where(signed > -_NEAR, steep, 0.0))
    return active, np.where(raw < 1.0, bent, 0.0)


def _dual_value(strength: Array, moments: Array, p: Array, reserve: float, dual: Array) -> Array:
    pull = np.maximum(np.matmul(dual[:, None, :], strength)[:, 0], 0.0)
    active = np.minimum(np.where(p == 2.0, pull / 2, np.sqrt(pull / 3)), 1.0)
    cost = np.where(p == 2.0, active**2, active**3)
    value: Array = (
        (cost - active * pull).sum(axis=1) + (dual * moments).sum(axis=1) - reserve**2 / 4 * (dual**2).sum(axis=1)
    )
    return value
