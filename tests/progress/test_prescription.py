"""The load of the next sets: up after the top of the range, down after losses, else as planned; never by a leap."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress import Aim, Strength, chance_of, prescribe, strengths
from legday.units import Mass

DAY = dt.date(2026, 3, 2)
STEP = Mass("2.5", "kg")


def strength_after(*sessions: tuple[int, str, tuple[int, ...]], rpe: int | None = None) -> Strength:
    """The strength after sessions of squats: each its day, its load [kg], and the reps of its sets."""
    done, rated = [], None if rpe is None else Decimal(rpe)
    for day, kg, reps in sessions:
        sets = tuple(
            LoggedSet(
                "Squat",
                "squat",
                number,
                reps=Decimal(count),
                load=Mass(kg, "kg"),
                rpe=rated,
            )
            for number, count in enumerate(reps, start=1)
        )
        done.append(LoggedSession(dt.datetime.combine(DAY + dt.timedelta(days=day), dt.time(18)), "Legs", sets))
    return strengths(Log(tuple(done)))["squat"]


def load_after(strength: Strength, planned: str, aim: Aim, day: int, *, easy: bool = False) -> Mass:
    return prescribe(strength, Mass(planned, "kg"), aim, STEP, DAY + dt.timedelta(days=day), easy=easy).load


USUAL = [(7 * week, "100", (8, 8, 8)) for week in range(6)]


def test_the_top_of_the_range_in_every_set_makes_it_heavier_by_one_step() -> None:
    strength = strength_after(*USUAL, (42, "100", (10, 10, 10)))
    moved = prescribe(strength, Mass("100", "kg"), Aim(8, 10), STEP, DAY + dt.timedelta(days=49))
    assert moved.load == Mass("102.5", "kg")
    assert "10 reps on every set with 100 kg" in moved.because


def test_short_of_the_top_the_load_stands() -> None:
    strength = strength_after(*USUAL, (42, "100", (10, 9, 8)))
    moved = prescribe(strength, Mass("100", "kg"), Aim(8, 10), STEP, DAY + dt.timedelta(days=49))
    assert (moved.load, moved.because) == (Mass("100", "kg"), "")


def test_a_load_that_was_beyond_the_plan_stays_until_its_range_is_full() -> None:
    strength = strength_after(*USUAL, (42, "105", (9, 8, 8)))
    assert load_after(strength, "100", Aim(8, 10), 49) == Mass("105", "kg")


def test_rated_reps_without_the_reserve_that_was_asked_for_do_not_make_it_heavier() -> None:
    hard = strength_after(*USUAL, (42, "100", (10, 10, 10)), rpe=10)
    spare = strength_after(*USUAL, (42, "100", (10, 10, 10)), rpe=8)
    assert load_after(hard, "100", Aim(8, 10, 2), 49) <= Mass("100", "kg")
    assert load_after(spare, "100", Aim(8, 10, 2), 49) == Mass("102.5", "kg")


def test_an_easy_week_never_gets_heavier() -> None:
    strength = strength_after(*USUAL, (42, "100", (12, 12, 12)))
    assert load_after(strength, "90", Aim(8, 10), 49, easy=True) == Mass("90", "kg")


def test_strength_that_was_lost_lowers_the_load() -> None:
    strength = strength_after(*USUAL)
    moved = prescribe(strength, Mass("105", "kg"), Aim(8, 8), STEP, DAY + dt.timedelta(days=400))
    assert moved.load < Mass("95", "kg")
    assert "less strength by now" in moved.because


reps_of_sets = st.lists(st.integers(3, 15), min_size=1, max_size=4)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(30, 80), st.lists(st.integers(3, 15), min_size=1, max_size=4)), min_size=1, max_size=8
    ),
    st.integers(20, 100),
    st.tuples(st.integers(3, 10), st.integers(0, 5), st.integers(0, 4)),
    st.integers(1, 400),
)
def test_never_a_leap(drawn: list[tuple[int, list[int]]], planned: int, aim: tuple[int, int, int], later: int) -> None:
    """A load goes at most a step above what was planned or done last, and what goes up is likely to succeed."""
    strength = strength_after(*((7 * n, f"{2.5 * halves:g}", tuple(reps)) for n, (halves, reps) in enumerate(drawn)))
    wanted = Aim(aim[0], aim[0] + aim[1], aim[2])
    before, on = Mass(f"{2.5 * planned:g}", "kg"), DAY + dt.timedelta(days=7 * len(drawn) + later)
    moved = prescribe(strength, before, wanted, STEP, on)
    last = max(piece.load for piece in strength.evidence if piece.date == strength.last_trained)
    assert Mass(0, "kg") < moved.load <= max(before, last + STEP)
    if moved.load > max(before, last):
        assert chance_of(strength, float(moved.load.kg), wanted.low, on) >= 0.75
    assert bool(moved.because) == (moved.load != before)


@pytest.mark.parametrize("units", ["kg", "lb"])
def test_the_unit_of_the_plan_is_kept(units: str) -> None:
    strength = strength_after(*USUAL, (42, "100", (10, 10, 10)))
    planned = Mass("100", "kg").to(units).floor_to(Mass("5", units))  # type: ignore[arg-type]
    assert prescribe(strength, planned, Aim(8, 10), Mass("5", units), DAY).load.unit == units  # type: ignore[arg-type]
