"""Learns from logs how earlier sessions foretell reps, by the log score."""

import math
from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.strength.cases import Case
from legday.progress.forecast import (
    FEATURES,
    LEAST_SPREAD,
    MOST_REPS,
    MOST_SPREAD,
    WAYS,
    ForecastParameters,
    RepForecast,
    gate,
    laplace,
    mixture,
    speakers,
    spread,
)

Array = NDArray[np.float64]

LEVELS = (0.5, 0.8, 0.95)
MOST_CASES = 500
"""No athlete teaches more than so many cases, spread over the years, so that one long log does not outweigh others."""

_PULL = 2e-4  # towards zero, for weights that little speaks for
_STEPS = 40  # more of them fit these athletes better and others worse


def learn_forecast(cases: Sequence[Case]) -> ForecastParameters:
    """Learn the parameters of the forecast by the log score; athletes weigh by the root of their cases."""
    chosen = _thinned(cases)
    stacked = [speakers(case.history, case.start, case.kg) for case in chosen]
    features, values, heard = (np.array(part) for part in zip(*stacked, strict=True))
    reps = np.array([min(max(round(case.reps), 1), MOST_REPS) for case in chosen], dtype=float)
    count: dict[str, int] = {}
    for case in chosen:
        count[case.athlete] = count.get(case.athlete, 0) + 1
    weight = np.array([count[case.athlete] ** -0.5 for case in chosen])
    weight /= weight.sum()
    best = minimize(
        loss_of, begin(), (features, values, heard, reps, weight), "L-BFGS-B", jac=True, options={"maxiter": _STEPS}
    )
    learnt = _parameters(best.x)
    return _with_held(learnt, mixture(learnt, features, values, heard), reps, weight)


def _thinned(cases: Sequence[Case]) -> list[Case]:
    by_athlete: dict[str, list[Case]] = {}
    for case in cases:
        by_athlete.setdefault(case.athlete, []).append(case)
    found: list[Case] = []
    for own in by_athlete.values():
        step = max(1.0, len(own) / MOST_CASES)
        found += [own[int(number * step)] for number in range(int(len(own) / step))]
    return found


def begin() -> Array:
    """Return where learning begins."""
    weights = np.zeros((len(WAYS), len(FEATURES)))
    weights[:, FEATURES.index("root of the load's ratio")] = -5
    weights[:, FEATURES.index("sessions ago")] = -0.7
    offset = np.array([0.0, -2.0, -2.0])
    scale = np.array([[-1.5, 1.0, 0.3], [0.0, 1.0, 0.3], [0.0, 1.0, 0.3]])
    return np.concatenate([weights.ravel(), offset, scale.ravel(), [-4.0]])


def _parameters(raw: Array) -> ForecastParameters:
    ways, features = len(WAYS), len(FEATURES)
    weights, offset, scale, floor = np.split(raw, np.cumsum([ways * features, ways, 3 * ways]))
    return ForecastParameters(
        tuple(tuple(row) for row in weights.reshape(ways, features).tolist()),
        tuple(offset.tolist()),
        tuple((start, by_ratio, by_reps) for start, by_ratio, by_reps in scale.reshape(ways, 3).tolist()),
        float(1 / (1 + math.exp(-floor[0]))),
    )


def loss_of(
    raw: Array, features: Array, values: Array, heard: Array, reps: Array, weight: Array
) -> tuple[float, Array]:
    """The weighed log score and its gradient."""
    learnt = _parameters(raw)
    shares = np.exp(gate(learnt, features, heard))
    shares /= shares.sum(axis=(1, 2), keepdims=True)
    scale = spread(learnt, features, values)
    at = reps[:, None, None]
    low, high, least = ((edge - values) / scale for edge in (at - 0.5, at + 0.5, 0.5))
    room = np.maximum(1 - laplace(least), 1e-9)
    top = at >= MOST_REPS
    held = np.where(top, 1 - laplace(low), laplace(high) - laplace(low)) / room
    told = (1 - learnt.floor) * (shares * held).sum(axis=(1, 2)) + learnt.floor / MOST_REPS
    pull = np.zeros_like(raw)
    pull[: shares.shape[2] * features.shape[2]] = 1
    loss = -(weight * np.log(told)).sum() + _PULL * float((pull * raw**2).sum())

    blame = (-weight / told * (1 - learnt.floor))[:, None, None] * shares
    by_gate = blame * (held - (shares * held).sum(axis=(1, 2), keepdims=True))

    def slope(units: Array) -> Array:  # of the distribution function by ln of the scale
        return -units * 0.5 * np.exp(-np.abs(units))

    change = np.where(top, -slope(low), slope(high) - slope(low)) / room + held * slope(least) / room
    clipped = (scale <= LEAST_SPREAD) | (scale >= MOST_SPREAD)
    by_scale = np.where(clipped, 0.0, blame * change)
    ratio = np.minimum(features[..., 1] + features[..., 2], 0.5)[..., None]
    gradient = [
        np.einsum("nhw,nhf->wf", by_gate, features).ravel(),
        by_gate.sum(axis=(0, 1)),
        np.stack([(by_scale * by).sum(axis=(0, 1)) for by in (1.0, ratio, np.log(values))], axis=1).ravel(),
        [float((-weight / told * (1 / MOST_REPS - (shares * held).sum(axis=(1, 2)))).sum())
         * learnt.floor * (1 - learnt.floor)],
    ]  # fmt: skip
    return loss, np.concatenate(gradient) + 2 * _PULL * pull * raw


def _with_held(learnt: ForecastParameters, told: Array, reps: Array, weight: Array) -> ForecastParameters:
    """Choose how much probability intervals must hold so that they hold what they should, on these cases."""
    forecasts = [RepForecast(tuple(row)) for row in told.tolist()]
    held = {}
    for level in LEVELS:
        low, high = 0.0, 1.0
        for _ in range(12):
            middle = (low + high) / 2
            runs = np.array([each.interval(middle) for each in forecasts])
            share = float((weight * ((runs[:, 0] <= reps) & (reps <= runs[:, 1]))).sum())
            low, high = (middle, high) if share < level else (low, middle)
        held[str(level)] = round((low + high) / 2, 3)
    return replace(learnt, held=held)
