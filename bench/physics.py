"""How many poses a second muscles are solved for, on one core."""

import time
from collections.abc import Callable

import numpy as np

from bench.result import Result
from legday.physics import draw, geometry, greatest_force, load_muscles, share_moments

POSES, TARGET = 4000, 3000


def muscle_solver() -> Result:
    """Random poses and loads of a leg; the baseline is scipy's bounded least squares, which solves the same problem."""
    from scipy.optimize import lsq_linear
    from threadpoolctl import threadpool_limits

    random = np.random.default_rng(7)
    muscles = load_muscles()
    low, high = (-10, -15, -20, 0, -30, 0), (120, 30, 30, 120, 25, 10)
    angles = np.radians(random.uniform(low, high, (POSES, 6)))
    found = geometry(muscles, angles)
    force = greatest_force(draw(2).take(np.zeros(POSES, dtype=np.int64)), angles)
    strength = found.arms * (force * found.pull)[:, None, :]
    active = random.uniform(0, 0.6, force.shape) * (random.random(force.shape) < 0.5)
    moments = np.matmul(strength, active[..., None])[..., 0]
    power = np.where(np.arange(POSES) % 2, 3.0, 2.0)
    with threadpool_limits(1):
        seconds = min(_seconds(lambda: share_moments(strength, moments, power)) for _ in range(3))
        one = np.vstack([np.eye(force.shape[1]), strength[0]])
        goal = np.concatenate([np.zeros(force.shape[1]), moments[0]])
        baseline = min(_seconds(lambda: lsq_linear(one, goal, (0, 1), method="bvls", tol=1e-12)) for _ in range(5))
    return Result(
        "muscles solved for a pose, one core",
        "ms",
        1000 * seconds / POSES,
        1000 / TARGET,
        1000 * baseline,
        (f"{POSES / seconds:,.0f} poses a second, cubes and squares in turn; the target is {TARGET:,}",),
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
