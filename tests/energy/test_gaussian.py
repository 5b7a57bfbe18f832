"""Beliefs about states: dense conditioning, grids and scipy say the same."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from legday.energy.adults import Numbers
from legday.energy.gaussian import Belief, Explanation, bounding, learnt, observed, smoothed

STATES, DAYS, NOISE = 3, 6, 0.3


def sum_of(belief: Belief, weights: Numbers) -> tuple[Numbers, float, float]:
    """Covariance with the states, mean and variance of a weighted sum."""
    across = belief.covariance @ weights
    return across, float(weights @ belief.mean), float(weights @ across)


@given(st.integers(0, 10_000), st.sets(st.integers(0, DAYS - 1), min_size=1))
@settings(max_examples=40, deadline=None)
def test_filter_and_smoother_condition_as_the_whole_joint_distribution_does(seed: int, seen: set[int]) -> None:
    random = np.random.default_rng(seed)
    moves = [np.eye(STATES) + 0.3 * random.normal(size=(STATES, STATES)) for _ in range(DAYS - 1)]
    new = np.diag(random.uniform(0.1, 1, STATES))
    weights, values = random.normal(size=STATES), random.normal(size=DAYS)
    first = Belief(random.normal(size=STATES), np.diag(random.uniform(0.5, 2, STATES)))

    before, after, belief = [], [], first
    for day in range(DAYS):
        if day:
            move = moves[day - 1]
            belief = Belief(move @ belief.mean, move @ belief.covariance @ move.T + new)
        before.append(belief)
        if day in seen:
            across, mean, variance = sum_of(belief, weights)
            way = observed(1.0, values[day], mean, variance, NOISE)
            belief, shares = learnt(belief, across, mean, variance, [way])
            assert shares == (1.0,)
        after.append(belief)
    found = smoothed(before, after, moves)

    # The joint distribution of all states on all days, from what is independent: the first state and all that is new.
    whole = np.zeros((DAYS, STATES, DAYS, STATES))
    for source in range(DAYS):
        way_on = np.eye(STATES)
        for day in range(source, DAYS):
            way_on = moves[day - 1] @ way_on if day > source else way_on
            whole[day, :, source, :] = way_on
    made = whole.reshape(DAYS * STATES, -1)
    apart = np.kron(np.diag([0.0] + [1.0] * (DAYS - 1)), new)
    apart[:STATES, :STATES] = first.covariance
    joint, mean_all = made @ apart @ made.T, made[:, :STATES] @ first.mean
    days = sorted(seen)
    look = np.zeros((len(days), DAYS * STATES))
    for row, day in enumerate(days):
        look[row, day * STATES : (day + 1) * STATES] = weights
    gain = joint @ look.T @ np.linalg.inv(look @ joint @ look.T + NOISE * np.eye(len(days)))
    mean_then = mean_all + gain @ (values[days] - look @ mean_all)
    joint_then = joint - gain @ look @ joint
    np.testing.assert_allclose(found.mean.reshape(-1), mean_then, atol=1e-8)
    for day in range(DAYS):
        place = slice(day * STATES, (day + 1) * STATES)
        np.testing.assert_allclose(found.covariance[day], joint_then[place, place], atol=1e-8)


@given(st.floats(-12, 12), st.floats(0.2, 3))
@settings(max_examples=60, deadline=None)
def test_a_mixture_of_explanations_has_the_moments_that_a_grid_gives(value: float, deviation: float) -> None:
    mean, near, far = 1.0, 0.25, 100.0
    grid = np.linspace(mean - 14 * deviation, mean + 14 * deviation, 40_001)
    prior = stats.norm.pdf(grid, mean, deviation)
    good, wrong = (
        chance * prior * stats.norm.pdf(value, grid, math.sqrt(noise)) for chance, noise in ((0.98, near), (0.02, far))
    )
    after = (good + wrong) / (good + wrong).sum()
    belief = Belief(np.array([mean]), np.array([[deviation**2]]))
    ways = [observed(0.98, value, mean, deviation**2, near), observed(0.02, value, mean, deviation**2, far)]
    found, shares = learnt(belief, belief.covariance[:, 0], mean, deviation**2, ways)
    assert found.mean[0] == pytest.approx((after * grid).sum(), abs=1e-6)
    assert found.covariance[0, 0] == pytest.approx((after * (grid - found.mean[0]) ** 2).sum(), rel=1e-5)
    assert shares[1] == pytest.approx(wrong.sum() / (good + wrong).sum(), rel=1e-5)


@given(st.floats(-3, 12), st.floats(0.1, 2))
def test_a_bound_leaves_what_a_truncated_normal_leaves(bound: float, deviation: float) -> None:
    mean = 3.0
    far = (bound - mean) / deviation
    found = bounding(1.0, bound, mean, deviation**2)
    whole = stats.truncnorm(far, np.inf, loc=mean, scale=deviation)
    if far < 6:
        assert found.mean == pytest.approx(whole.mean(), rel=1e-6)
        assert found.variance == pytest.approx(max(whole.var(), 1e-3 * deviation**2), rel=1e-3)
    assert found.mean >= bound
    assert math.isfinite(found.likelihood)
    assert 0 < found.variance <= deviation**2 * (1 + 1e-9)


def test_the_likeliest_explanation_prevails_however_unlikely_all_of_them_are() -> None:
    belief = Belief(np.zeros(1), np.eye(1))
    ways = [Explanation(-5_000.0, 1.0, 0.5), Explanation(-6_000.0, 9.0, 0.5)]
    found, shares = learnt(belief, np.ones(1), 0.0, 1.0, ways)
    assert found.mean[0] == pytest.approx(1.0)
    assert shares == pytest.approx((1.0, 0.0))
