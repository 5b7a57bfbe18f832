"""The starting load: repeated where it was done, carried over where it was not, lower after a layoff."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress import Strength, load_for, strengths
from legday.units import Mass

DAY = dt.date(2026, 3, 2)


def one_set(kg: str, reps: int, position: int = 1, **more: object) -> LoggedSet:
    return LoggedSet("Squat", "squat", position, reps=Decimal(reps), load=Mass(kg, "kg"), **more)  # type: ignore[arg-type]


def session(day: dt.date, *sets: LoggedSet) -> LoggedSession:
    return LoggedSession(dt.datetime.combine(day, dt.time(18)), "Legs", sets)


def squat(*sessions: LoggedSession) -> Strength:
    return strengths(Log(sessions))["squat"]


masses = st.integers(1, 400).map(lambda n: str(Decimal(n) / 2))


@given(masses, st.integers(1, 30), st.integers(0, 4))
def test_the_same_set_again_takes_the_same_load(kg: str, reps: int, rir: int) -> None:
    strength = squat(session(DAY, one_set(kg, reps, rpe=Decimal(10 - rir))))
    load, evidence = load_for(strength, reps, rir, DAY)
    assert load == Mass(kg, "kg")
    assert (evidence.load, evidence.reps) == (Mass(kg, "kg"), reps)


@given(masses, st.integers(1, 20), st.integers(1, 20), st.integers(0, 4))
def test_more_reps_or_more_reserve_take_less(kg: str, done: int, reps: int, rir: int) -> None:
    strength = squat(session(DAY, one_set(kg, done)))
    load, _ = load_for(strength, reps, rir, DAY)
    assert load_for(strength, reps + 1, rir, DAY)[0] < load
    assert load_for(strength, reps, rir + 1, DAY)[0] < load


@given(masses, st.integers(1, 30), st.integers(1, 30))
def test_epley_relates_the_loads(kg: str, done: int, wanted: int) -> None:
    """Both loads stand for the same one-repetition maximum, computed here in floating point."""
    load, _ = load_for(squat(session(DAY, one_set(kg, done))), wanted, 0, DAY)
    assert float(load.kg) * (1 + wanted / 30) == pytest.approx(float(kg) * (1 + done / 30))


def test_the_set_with_the_nearest_reps_is_the_evidence() -> None:
    strength = squat(session(DAY, one_set("140", 3), one_set("120", 8, 2), one_set("100", 15, 3)))
    for reps, kg in ((3, "140"), (9, "120"), (20, "100")):
        assert load_for(strength, reps, 0, DAY)[1].load == Mass(kg, "kg")


def test_only_the_last_three_sessions_count() -> None:
    days = [DAY + dt.timedelta(days=7 * week) for week in range(5)]
    strength = squat(*(session(day, one_set(str(100 + n), 5)) for n, day in enumerate(days)))
    assert [piece.load for piece in strength.evidence] == [Mass(104, "kg"), Mass(103, "kg"), Mass(102, "kg")]
    assert strength.last_trained == days[-1]


@pytest.mark.parametrize(("days", "share"), [(0, "1"), (28, "1"), (29, "0.9"), (90, "0.9"), (91, "0.8"), (366, "0.7")])
def test_a_layoff_lowers_the_load(days: int, share: str) -> None:
    strength = squat(session(DAY, one_set("100", 5)))
    load, _ = load_for(strength, 5, 0, DAY + dt.timedelta(days=days))
    assert load == Mass(Decimal(100) * Decimal(share), "kg")


def test_a_set_to_failure_shows_what_epley_says_and_a_planned_one_at_least_that() -> None:
    best = 100 * (1 + 10 / 30)
    failed = squat(session(DAY, one_set("100", 10, kind="failure"), one_set("120", 2, 2)))
    planned = squat(session(DAY, one_set("100", 10), one_set("120", 2, 2)))
    assert float(failed.e1rm.kg) == pytest.approx(best, rel=0.01)
    assert best < float(planned.e1rm.kg) < 1.15 * best
    low, high = failed.band(DAY)
    assert low < failed.e1rm < high


def test_a_typing_error_does_not_become_a_load() -> None:
    days = [DAY + dt.timedelta(days=7 * week) for week in range(6)]
    usual = [session(day, one_set("100", 8)) for day in days]
    typed = session(DAY + dt.timedelta(days=42), one_set("1000", 8))
    load, _ = load_for(squat(*usual, typed), 8, 0, DAY + dt.timedelta(days=43))
    assert load < Mass(125, "kg")
    again = (
        session(DAY + dt.timedelta(days=49), one_set("160", 8)),
        session(DAY + dt.timedelta(days=56), one_set("160", 8)),
    )
    load, _ = load_for(squat(*usual, *again), 8, 0, DAY + dt.timedelta(days=57))
    assert load == Mass(160, "kg"), "what comes a second time is believed"


@pytest.mark.parametrize(
    "odd",
    [
        one_set("60", 8, kind="warm-up"),
        one_set("80", 8, kind="drop"),
        one_set("0", 8),
        one_set("100", 0),
        one_set("20", 60),
        LoggedSet("Squat", "squat", 1, reps=Decimal(8)),
        LoggedSet("Squat", None, 1, reps=Decimal(8), load=Mass(100, "kg")),
        LoggedSet("Squat", "squat", 1, seconds=Decimal(60), load=Mass(100, "kg")),
    ],
)
def test_sets_that_say_nothing_about_strength_are_left_out(odd: LoggedSet) -> None:
    assert strengths(Log((session(DAY, odd),))) == {}


def test_units_as_logged_are_kept() -> None:
    pounds = LoggedSet("Squat", "squat", 1, reps=Decimal(5), load=Mass(225, "lb"))
    load, _ = load_for(squat(session(DAY, pounds)), 5, 0, DAY)
    assert (load, load.unit) == (Mass(225, "lb"), "lb")
