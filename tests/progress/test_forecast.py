"""How many reps will be logged: probabilities that add up, habits that are found, intervals, and the learning of it."""

import datetime as dt
import math
from decimal import Decimal
from random import Random

import numpy as np
import pytest
from bench.strength.cases import Case
from bench.strength.learn import begin, learn_forecast, loss_of
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.log import LoggedSet
from legday.progress.forecast import (
    MOST_REPS,
    RepForecast,
    TopSet,
    forecast,
    forecast_by_strength,
    forecast_parameters,
    speakers,
    top_set,
)
from legday.units import Mass

START = dt.datetime(2026, 3, 2, 18)

histories = st.lists(
    st.tuples(st.integers(1, 60), st.integers(5, 800), st.integers(1, 60), st.booleans()), min_size=1, max_size=40
)


def tops(drawn: list[tuple[int, int, int, bool]]) -> list[TopSet]:
    at, found = START, []
    for days, halves, reps, fell in drawn:
        at += dt.timedelta(days=days)
        found.append(TopSet(at, halves / 2, float(reps), fell))
    return found


@settings(deadline=None)
@given(histories, st.integers(5, 800), st.integers(0, 400))
def test_probabilities_are_probabilities(drawn: list[tuple[int, int, int, bool]], halves: int, days: int) -> None:
    history = tops(drawn)
    told = forecast(history, history[-1].start + dt.timedelta(days=days), halves / 2)
    assert len(told.probabilities) == MOST_REPS
    assert sum(told.probabilities) == pytest.approx(1)
    assert min(told.probabilities) > 0
    assert told.chance(1) == pytest.approx(1)
    chances = [told.chance(reps) for reps in range(1, MOST_REPS + 1)]
    assert chances == sorted(chances, reverse=True)
    assert told.chance(told.median) >= 0.5 - 1e-9
    assert told.chance(told.median + 1) <= 0.5 + 1e-9
    for level in (0.5, 0.8, 0.95):
        low, high = told.interval(level)
        assert 1 <= low <= high <= MOST_REPS


@pytest.mark.parametrize("reps", [3, 8, 15])
def test_who_always_does_the_same_will_do_it_again(reps: int) -> None:
    history = [TopSet(START + dt.timedelta(days=7 * week), 100.0, float(reps)) for week in range(8)]
    told = forecast(history, START + dt.timedelta(days=56), 100.0)
    assert told.median == reps
    assert told.interval(0.8) == (reps, reps)


def test_a_program_in_waves_is_told_by_the_step_of_the_load() -> None:
    """5 reps in the first week of each wave, 3 in the second, 1 in the third; loads rise from wave to wave."""
    history = [
        TopSet(START + dt.timedelta(days=7 * (3 * wave + week)), kg + 2.5 * wave, reps)
        for wave in range(5)
        for week, (kg, reps) in enumerate(((100.0, 5.0), (110.0, 3.0), (117.5, 1.0)))
    ]
    coming = START + dt.timedelta(days=7 * 15)
    assert [forecast(history, coming, 112.5).median] == [5]
    history.append(TopSet(coming, 112.5, 5.0))
    assert forecast(history, coming + dt.timedelta(days=7), 122.5).median == 3


def test_no_wider_run_of_reps_comes_nearer_to_the_level() -> None:
    random = Random(2)  # noqa: S311
    for _ in range(200):
        peak, width = random.uniform(1, 30), random.uniform(0.3, 4)
        raw = np.exp(-np.abs(np.arange(1, MOST_REPS + 1) - peak) / width)
        told = RepForecast(tuple((raw / raw.sum()).tolist()))
        low, high = told.interval(0.8)
        assert low <= 1 + int(np.argmax(raw)) <= high
        held = sum(told.probabilities[low - 1 : high])
        others = list[tuple[float, float]]()
        for wider in ((low - 1, high), (low, high + 1)):
            if wider[0] >= 1 and wider[1] <= MOST_REPS:
                more = sum(told.probabilities[wider[0] - 1 : wider[1]])
                others.append((more, abs(more - 0.8)))
        assert abs(held - 0.8) <= max(others)[1] + 1e-12, "the likelier neighbour would come nearer"


def test_the_top_set_is_the_heaviest_that_is_no_warm_up() -> None:
    def one(kg: str, reps: int, kind: str = "normal") -> LoggedSet:
        return LoggedSet("Squat", "squat", 1, kind, Decimal(reps), Mass(kg, "kg"))  # type: ignore[arg-type]

    sets = one("120", 1, "warm-up"), one("100", 5), one("100", 8), one("100", 6), one("110", 3, "drop"), one("90", 12)
    assert top_set(START, sets) == TopSet(START, 100.0, 8.0, fell=True)
    assert top_set(START, (one("60", 5, "warm-up"),)) == TopSet(START, 60.0, 5.0), "there is nothing else"
    assert top_set(START, (LoggedSet("Squat", "squat", 1, reps=Decimal(5)),)) is None


def _cases(seed: int, athletes: int = 3) -> list[Case]:
    random, found = Random(seed), []  # noqa: S311
    for athlete in range(athletes):
        history: list[TopSet] = []
        for week in range(40):
            start, kg = START + dt.timedelta(days=7 * week), 60.0 + 2.5 * random.randint(0, 6)
            reps = float(max(1, round(12 - (kg - 60) / 2.5 + random.gauss(0, 0.7))))
            if week >= 6:
                found.append(Case(str(athlete), "squat", start, kg, reps, tuple(history)))
            history.append(TopSet(start, kg, reps))
    return found


def test_the_gradient_that_learning_uses_is_that_of_the_loss() -> None:
    cases = _cases(1)[:40]
    stacked = [speakers(case.history, case.start, case.kg) for case in cases]
    features, values, heard = (np.array(part) for part in zip(*stacked, strict=True))
    reps, weight = np.array([case.reps for case in cases]), np.full(len(cases), 1 / len(cases))
    at = begin() + np.random.default_rng(0).normal(0, 0.1, len(begin()))
    _, gradient = loss_of(at, features, values, heard, reps, weight)
    for place in range(0, len(at), 5):
        step = np.zeros(len(at))
        step[place] = 1e-6
        up, down = (loss_of(at + sign * step, features, values, heard, reps, weight)[0] for sign in (1, -1))
        assert gradient[place] == pytest.approx((up - down) / 2e-6, abs=1e-6)


def test_what_is_learnt_from_some_foretells_others_better_than_their_last_session() -> None:
    learnt = learn_forecast(_cases(1))
    others = _cases(2)
    ours = np.mean([abs(forecast(c.history, c.start, c.kg, learnt).median - c.reps) for c in others])
    last = np.mean([abs(c.history[-1].reps - c.reps) for c in others])
    assert ours < 0.6 * last
    inside = np.mean(
        [lo <= c.reps <= hi for c in others for lo, hi in [forecast(c.history, c.start, c.kg, learnt).interval(0.8)]]
    )
    assert 0.7 < inside < 0.92


def test_the_shipped_parameters_fit_what_reads_them() -> None:
    learnt = forecast_parameters()
    features, values, _ = speakers([TopSet(START, 100.0, 5.0)], START, 100.0)
    assert np.array(learnt.gate).shape == (values.shape[1], features.shape[1])
    assert np.array(learnt.scale).shape == (values.shape[1], 3)
    assert 0 < learnt.floor < 0.1
    assert {float(level) for level in learnt.held} == {0.5, 0.8, 0.95}


@given(st.floats(2, 6), st.floats(0.02, 0.6), st.floats(1, 500))
def test_what_was_never_logged_is_told_by_strength(mean: float, sd: float, kg: float) -> None:
    told = forecast_by_strength((mean, sd), kg)
    assert sum(told.probabilities) == pytest.approx(1)
    assert min(told.probabilities) >= 0
    assert told.median >= forecast_by_strength((mean, sd), 1.1 * kg).median
    if math.exp(mean) > kg * 1.1 and sd < 0.05:  # the reps of Epley's relation, down to whole ones
        assert abs(told.median - min(MOST_REPS, math.floor(30 * (math.exp(mean) / kg - 1)))) <= 1
