"""A side that is behind in the log goes first in the plan and does one more set (row C7)."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from legday.log import Log, LoggedSession, LoggedSet, Side
from legday.planner import Item, Plan, make_plan
from legday.units import Mass
from planning import MONDAY, profile_of

FIELDS: dict[str, Any] = {
    "method": "circuit",
    "days": {"monday": "75 min", "thursday": "75 min"},
    "level": "intermediate",
}
SPLIT_SQUAT = "bulgarian-split-squat"


def log_of(left: int, right: int, days_ago: int = 7, exercise: str = SPLIT_SQUAT, unit: str = "kg") -> Log:
    """Log a set of each side, which differ in load [kg], in reps, or in seconds [s]."""
    sides: tuple[tuple[Side, int], ...] = (("left", left), ("right", right))
    done: dict[str, Callable[[int], dict[str, Any]]] = {
        "kg": lambda kg: {"reps": Decimal(10), "load": Mass(kg, "kg")},
        "reps": lambda reps: {"reps": Decimal(reps)},
        "s": lambda seconds: {"seconds": Decimal(seconds)},
    }
    sets = tuple(LoggedSet(exercise, exercise, 1, side=side, **done[unit](amount)) for side, amount in sides)
    day = MONDAY - dt.timedelta(days=days_ago)
    return Log((LoggedSession(dt.datetime.combine(day, dt.time(18)), "Legs", sets),))


def items(plan: Plan, exercise: str, week: int = 0) -> list[Item]:
    return [item for s in plan.weeks[week].sessions for item in s.items if item.exercise == exercise]


def answers(plan: Plan, exercise: str = SPLIT_SQUAT, week: int = 0) -> set[str]:
    found = items(plan, exercise, week)
    assert found
    for item in found:
        told = dict(zip(item.why, item.because, strict=True)).get("sides", "")
        assert item.note.endswith(told)
        assert ("behind" in item.note) == bool(told)
    return {dict(zip(item.why, item.because, strict=True)).get("sides", "") for item in found}


@pytest.mark.parametrize(
    ("left", "right", "weaker", "share"), [(16, 20, "left", "20%"), (20, 16, "right", "20%"), (17, 20, "left", "15%")]
)
def test_the_weaker_side_goes_first_and_does_one_more_set(left: int, right: int, weaker: str, share: str) -> None:
    plan = make_plan(profile_of(**FIELDS), log_of(left, right), MONDAY, 4)
    more = f" and, if there is time, do one more set on the {weaker} at the end"
    assert answers(plan) == {f"Your {weaker} side is {share} behind: start with it{more}."}
    assert answers(plan, week=3) == {f"Your {weaker} side is {share} behind: start with it."}  # the easy week


@pytest.mark.parametrize("unit", ["kg", "reps", "s"])
def test_a_tenth_behind_is_answered_and_less_is_not(unit: str) -> None:
    """In load, reps or time, and without the answer taking minutes or sets from the rest of the plan."""
    plain = make_plan(profile_of(**FIELDS), Log(), MONDAY, 1)
    for left, right, share in ((18, 20, "10%"), (27, 30, "10%"), (10, 20, "50%")):
        plan = make_plan(profile_of(**FIELDS), log_of(left, right, unit=unit), MONDAY, 1)
        (answer,) = answers(plan)
        assert answer.startswith(f"Your left side is {share} behind: start with it")
        assert [(s.date, s.minutes) for s in plan.weeks[0].sessions] == [
            (s.date, s.minutes) for s in plain.weeks[0].sessions
        ]
    assert answers(make_plan(profile_of(**FIELDS), log_of(91, 100, unit=unit), MONDAY, 1)) == {""}


@pytest.mark.parametrize("log", [Log(), log_of(20, 20), log_of(19, 20), log_of(10, 20, days_ago=43)])
def test_sides_that_are_even_or_were_seen_long_ago_change_nothing(log: Log) -> None:
    assert answers(make_plan(profile_of(**FIELDS), log, MONDAY, 1)) == {""}


def test_the_last_day_that_counts() -> None:
    assert answers(make_plan(profile_of(**FIELDS), log_of(10, 20, days_ago=42), MONDAY, 1)) != {""}


def test_an_exercise_of_both_sides_is_not_told_about_one() -> None:
    """Whatever a log says of the sides of a squat, both legs do it."""
    plan = make_plan(profile_of(**FIELDS), log_of(10, 20, exercise="heel-raised-squat"), MONDAY, 1)
    assert answers(plan, "heel-raised-squat") == {""}


def test_the_other_exercises_say_nothing() -> None:
    plan = make_plan(profile_of(**FIELDS), log_of(10, 20), MONDAY, 1)
    others = {item.exercise for s in plan.weeks[0].sessions for item in s.items} - {SPLIT_SQUAT}
    assert {answer for other in others for answer in answers(plan, other)} == {""}
