"""Plateaus: found where strength is known to have stopped, hardly ever where it is known to go on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from math import log
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import DAY, EXERCISES, MONDAY, WEEK, Course, Simulated, Stops, simulate

from legday.anatomy import Part
from legday.progress import TrailPoint, find_plateaus, strength_trails, trend_of

PARTS: dict[str, Part | None] = {name: Part(part) for name, (part, _, _) in EXERCISES.items()}
QUADS = ("squat", "leg-press", "leg-extension")
STOPS: tuple[Stops, ...] = get_args(Stops)
ATHLETES = 36

Trails = Mapping[str, Sequence[TrailPoint]]


def stalled(trails: Trails, today: dt.date) -> set[str]:
    return {exercise for plateau in find_plateaus(trails, PARTS, today) for exercise in plateau.exercises}


def stalled_after_any_session(athlete: Simulated, trails: Trails, first: dt.date, last: dt.date) -> set[str]:
    days = [day for day in athlete.truth["squat"] if first <= day <= last]
    return set().union(*(stalled(trails, day) for day in days))


@cache
def steady(seed: int) -> Simulated:
    """Twenty weeks of steady progress, of 0.2 to 3 % a week, one to three times a week."""
    random = Random(seed)  # noqa: S311 - for simulation
    course, times = Course(random.uniform(0.2, 3.0)), random.choice((1, 2, 3))
    return simulate(seed, 20, course, times, STOPS[seed % 3], QUADS)


@cache
def stopped(seed: int) -> tuple[Simulated, dt.date]:
    """Quads that gained 2 to 3 % a week, two or three times a week, and stop on a day."""
    random = Random(seed)  # noqa: S311 - for simulation
    end = random.choice((12, 14, 16, 18))
    course, times = Course(random.uniform(2.0, 3.0), {"quads": end}), random.choice((2, 3))
    return simulate(1000 + seed, end + 4, course, times, STOPS[seed % 3], QUADS), MONDAY + end * WEEK


def false_alarms(trails_of: Mapping[int, Trails]) -> float:
    """The share of exercises that are ever said to have stopped in twelve weeks, asked after every session."""
    first, last = MONDAY + 8 * WEEK, MONDAY + 20 * WEEK
    wrong = [len(stalled_after_any_session(steady(seed), trails, first, last)) for seed, trails in trails_of.items()]
    return sum(wrong) / (len(QUADS) * len(wrong))


def found_in_three_weeks(trails_of: Mapping[int, Trails]) -> float:
    """The share of athletes whose plateau is found within three weeks of training, asked after every session."""
    ends = {seed: stopped(seed)[1] for seed in trails_of}
    hits = [
        bool(stalled_after_any_session(stopped(seed)[0], trails, ends[seed], ends[seed] + 3 * WEEK))
        for seed, trails in trails_of.items()
    ]
    return sum(hits) / len(hits)


def test_steady_progress_is_hardly_ever_called_a_plateau() -> None:
    """Less than 5 % of exercises in twelve weeks."""
    assert false_alarms({seed: steady(seed).trails for seed in range(ATHLETES)}) < 0.05


def test_most_plateaus_are_found_within_three_weeks() -> None:
    assert found_in_three_weeks({seed: stopped(seed)[0].trails for seed in range(ATHLETES)}) >= 0.8


def test_both_hold_with_what_the_strength_model_makes_of_the_logs() -> None:
    few = range(ATHLETES)
    assert false_alarms({seed: strength_trails(steady(seed).log) for seed in few}) < 0.05
    assert found_in_three_weeks({seed: strength_trails(stopped(seed)[0].log) for seed in few}) >= 0.8


@pytest.mark.parametrize("seed", range(4))
def test_a_plateau_is_dated_and_comes_with_the_progress_before_it(seed: int) -> None:
    end = MONDAY + 14 * WEEK
    athlete = simulate(seed, 19, Course(2.0, {"quads": 14}), 3)
    (plateau,) = (found for found in find_plateaus(athlete.trails, PARTS, end + 5 * WEEK) if found.part is Part.QUADS)
    assert set(plateau.exercises) == set(QUADS)
    assert abs(plateau.since - end) <= 10 * DAY
    assert plateau.per_week == pytest.approx(0.02, abs=0.004)
    assert plateau.odds > 30


def test_a_part_that_goes_on_is_not_blamed_for_another() -> None:
    athlete = simulate(7, 20, Course(2.0, {"quads": 15}), 3)
    assert stalled(athlete.trails, MONDAY + 20 * WEEK) == set(QUADS)


def test_progress_that_slows_is_no_plateau() -> None:
    """From 1.5 % a week to 1.1 % in half a year."""
    slowing = [simulate(seed, 24, Course(1.5, slowing=80.0), 2, STOPS[seed % 3], QUADS) for seed in range(12)]
    assert sum(len(stalled(athlete.trails, MONDAY + 24 * WEEK)) for athlete in slowing) <= 1


def test_a_layoff_is_no_plateau() -> None:
    for seed in range(6):
        athlete = simulate(seed, 24, Course(1.5, layoff=(12.0, 17.0)), 2, exercises=QUADS)
        for week in range(12, 25):
            assert not stalled(athlete.trails, MONDAY + week * WEEK)


def trail(*seen: tuple[int, float, bool]) -> tuple[TrailPoint, ...]:
    return tuple(TrailPoint(MONDAY + day * DAY, value, 0.02, value, 0.02, bound) for day, value, bound in seen)


def test_equal_numbers_while_the_plan_holds_the_load_are_no_plateau() -> None:
    """Sets that were stopped with reps in hand show at least so much, and no more."""
    rising = [(3 * n, 4.5 + 0.01 * n, False) for n in range(14)]
    held = [(42 + 3 * n, 4.64, True) for n in range(14)]
    flat = [(42 + 3 * n, 4.64, False) for n in range(14)]
    today = MONDAY + 81 * DAY
    assert stalled({"squat": trail(*rising, *held)}, today) == set()
    assert stalled({"squat": trail(*rising, *flat)}, today) == {"squat"}


def test_equal_loads_and_reps_with_more_in_reserve_are_no_plateau() -> None:
    seen = [(3 * n, log(100 * (1 + (8 + min(5, n / 5)) / 30)), False) for n in range(26)]
    assert stalled({"squat": trail(*seen)}, MONDAY + 75 * DAY) == set()


def test_old_exercises_and_later_days_are_not_read() -> None:
    rising = [(3 * n, 4.5 + 0.01 * n, False) for n in range(14)]
    flat = [(42 + 3 * n, 4.64, False) for n in range(14)]
    whole = {"squat": trail(*rising, *flat)}
    assert stalled(whole, MONDAY + 81 * DAY) == {"squat"}
    assert stalled(whole, MONDAY + 110 * DAY) == set()
    assert stalled(whole, MONDAY + 40 * DAY) == set()


@given(
    st.floats(-0.02, 0.03),
    st.lists(st.floats(-0.03, 0.03), min_size=6, max_size=30),
    st.floats(1.0, 6.0),
)
def test_a_trend_is_the_same_in_any_unit_and_at_any_time(slope: float, noise: list[float], height: float) -> None:
    """Adding to the logarithm is another unit; moving all days is another time."""
    points = [(3 * n, 4.0 + slope * 3 * n / 7 + each, False) for n, each in enumerate(noise)]
    plain, moved = trail(*points), trail(*((day + 28, value + height, False) for day, value, _ in points))
    one, other = trend_of("squat", plain, 365), trend_of("squat", moved, 365)
    assert one is not None
    assert other is not None
    assert one.per_week == pytest.approx(other.per_week, abs=1e-6)
    assert one.sd == pytest.approx(other.sd, rel=1e-3)


def test_a_trend_is_that_of_least_squares_where_nothing_is_odd() -> None:
    points = [(7 * n, 4.0 + 0.01 * n + (0.004 if n % 2 else -0.004), False) for n in range(20)]
    found = trend_of("squat", trail(*points), 365)
    weeks, values = range(20), [value for _, value, _ in points]
    mean = sum(values) / 20
    squares = sum((week - 9.5) ** 2 for week in weeks)
    by_hand = sum((week - 9.5) * (value - mean) for week, value in zip(weeks, values, strict=True)) / squares
    assert found is not None
    assert found.per_week == pytest.approx(by_hand, abs=2e-4)
    assert found.sd == pytest.approx(0.02 / squares**0.5, rel=0.15)


def test_a_single_bad_day_hardly_turns_a_trend() -> None:
    points = [(4 * n, 4.0 + 0.005 * n, False) for n in range(20)]
    bad = [*points[:-1], (76, points[-1][1] - 0.2, False)]
    good, odd = trend_of("squat", trail(*points), 365), trend_of("squat", trail(*bad), 365)
    assert good is not None
    assert odd is not None
    assert abs(good.per_week - odd.per_week) < 0.001


def test_bounds_pull_a_trend_up_only() -> None:
    points = [(7 * n, 4.0, False) for n in range(10)]
    plain = trend_of("squat", trail(*points), 365)
    below = trend_of("squat", trail(*points, (70, 3.5, True), (77, 3.5, True)), 365)
    above = trend_of("squat", trail(*points, (70, 4.2, True), (77, 4.2, True)), 365)
    assert plain is not None
    assert below is not None
    assert above is not None
    assert below.per_week == pytest.approx(plain.per_week, abs=1e-4)
    assert above.per_week > plain.per_week + 0.005
