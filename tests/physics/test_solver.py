"""Muscles share moments as independent solvers say they should."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import lsq_linear

from legday.physics import draw, geometry, greatest_force, load_muscles, share_moments
from legday.physics.solver import RESERVE

AXES, MUSCLES = 6, 34


def problems(seed: int, count: int, heavy: float = 0.6) -> tuple[np.ndarray, np.ndarray]:
    """Strengths of the model in random poses, and moments that muscles could make."""
    random = np.random.default_rng(seed)
    muscles = load_muscles()
    low, high = (-10, -15, -20, 0, -30, 0), (120, 30, 30, 120, 25, 10)
    angles = np.radians(random.uniform(low, high, (count, AXES)))
    found = geometry(muscles, angles)
    force = greatest_force(draw(2).take(np.zeros(count, dtype=np.int64)), angles)
    strength = found.arms * (force * found.pull)[:, None, :]
    active = random.uniform(0, heavy, force.shape) * (random.random(force.shape) < 0.5)
    return strength, np.matmul(strength, active[..., None])[..., 0]


def bounded_least_squares(strength: np.ndarray, moments: np.ndarray) -> np.ndarray:
    """The same for squares by scipy: the reserve taken out, it is a least squares problem between bounds."""
    width = strength.shape[1]
    matrix = np.vstack([np.eye(width), strength / RESERVE])
    goal = np.concatenate([np.zeros(width), moments / RESERVE])
    result: np.ndarray = lsq_linear(matrix, goal, (0, 1), method="bvls", tol=1e-15, max_iter=2000).x
    return result


@pytest.mark.parametrize("heavy", [0.05, 0.6, 1.0])
def test_squares_are_as_scipy_finds_them(heavy: float) -> None:
    strength, moments = problems(3, 40, heavy)
    shared = share_moments(strength, moments, 2.0)
    for row in range(len(strength)):
        expected = bounded_least_squares(strength[row], moments[row])
        np.testing.assert_allclose(shared.activation[row], expected, atol=1e-9)


def test_loads_that_nobody_can_hold_are_as_scipy_finds_them_too() -> None:
    strength, moments = problems(4, 20, 1.0)
    shared = share_moments(strength, 4 * moments, 2.0)
    assert np.abs(shared.reserve).max() > 10
    for row in range(len(strength)):
        expected = bounded_least_squares(strength[row], 4 * moments[row])
        np.testing.assert_allclose(shared.activation[row], expected, atol=1e-9)


@pytest.mark.parametrize("power", [2.0, 3.0])
def test_every_pose_is_at_the_one_point_that_no_change_betters(power: float) -> None:
    """The optimum is where activation, reserve and the prices of the moments fit (Karush, Kuhn, Tucker)."""
    strength, moments = problems(5, 3000)
    shared = share_moments(strength, moments, power)
    made = np.matmul(strength, shared.activation[..., None])[..., 0]
    np.testing.assert_allclose(made + shared.reserve, moments, atol=1e-6)
    prices = 2 * shared.reserve / RESERVE**2
    pull = np.matmul(prices[:, None, :], strength)[:, 0]
    slope = power * shared.activation ** (power - 1)
    inside = (shared.activation > 0) & (shared.activation < 1)
    np.testing.assert_allclose(pull[inside], slope[inside], atol=1e-8)
    assert (pull[shared.activation == 0] <= 1e-8).all()
    assert (pull[shared.activation == 1] >= power - 1e-8).all()


def test_cubes_cost_no_more_than_what_scipy_finds_by_another_way() -> None:
    from scipy.optimize import minimize

    strength, moments = problems(6, 6, 0.4)
    shared = share_moments(strength, moments, 3.0)
    width, axes = strength.shape[2], strength.shape[1]

    def cost(both: np.ndarray) -> float:
        return float((both[:width] ** 3).sum() + (both[width:] ** 2).sum() / RESERVE**2)

    def slope(both: np.ndarray) -> np.ndarray:
        return np.concatenate([3 * both[:width] ** 2, 2 * both[width:] / RESERVE**2])

    for row in range(len(strength)):
        whole = np.hstack([strength[row], np.eye(axes)])
        balance = {"type": "eq", "fun": lambda both, m=whole, r=row: m @ both - moments[r], "jac": lambda _, m=whole: m}
        other = minimize(
            cost,
            np.full(width + axes, 0.1),
            jac=slope,
            method="SLSQP",
            bounds=[(0, 1)] * width + [(None, None)] * axes,
            constraints=[balance],
            options={"maxiter": 2000, "ftol": 1e-13},
        )
        mine = cost(np.concatenate([shared.activation[row], shared.reserve[row]]))
        assert other.success
        assert mine <= other.fun + 1e-8
        assert mine == pytest.approx(other.fun, rel=1e-4)
        np.testing.assert_allclose(shared.activation[row], other.x[:width], atol=0.01)


def test_squares_and_cubes_in_one_batch_are_as_one_by_one() -> None:
    strength, moments = problems(7, 60)
    power = np.where(np.arange(60) % 2, 3.0, 2.0)
    mixed = share_moments(strength, moments, power).activation
    for row in range(60):
        alone = share_moments(strength[row : row + 1], moments[row : row + 1], power[row]).activation[0]
        np.testing.assert_allclose(mixed[row], alone, atol=1e-9)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.floats(0, 3), st.sampled_from([2.0, 3.0]))
def test_activation_is_within_bounds_and_moments_balance(seed: int, times: float, power: float) -> None:
    random = np.random.default_rng(seed)
    strength = random.normal(0, 60, (4, 3, 9)) * (random.random((4, 3, 9)) < 0.7)
    moments = times * random.normal(0, 80, (4, 3))
    shared = share_moments(strength, moments, power)
    assert (shared.activation >= 0).all()
    assert (shared.activation <= 1).all()
    made = np.matmul(strength, shared.activation[..., None])[..., 0] + shared.reserve
    np.testing.assert_allclose(made, moments, atol=1e-6)


def test_nothing_to_hold_takes_no_muscle() -> None:
    strength, moments = problems(8, 5)
    assert share_moments(strength, 0 * moments, 3.0).activation.max() == 0.0
