"""The sets of a week that load the trunk: which lifts do, which train it, and which days count."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legday.catalogue import load_catalogue
from legday.log import Log, LoggedSession, LoggedSet
from legday.progress import TrunkLift, trunk_sets, trunk_use

MONDAY = dt.date(2026, 3, 2)
EXERCISES = load_catalogue().exercises


def done(exercise: str | None, **more: Any) -> LoggedSet:
    return LoggedSet(exercise or "Bench", exercise, 1, reps=Decimal(8), **more)


def log_of(*days: tuple[int, list[LoggedSet]]) -> Log:
    start = dt.datetime.combine(MONDAY, dt.time(23, 59))
    return Log(tuple(LoggedSession(start + dt.timedelta(days=day), "Legs", tuple(sets)) for day, sets in days))


def test_squats_and_deadlifts_load_the_trunk_and_leg_presses_do_not() -> None:
    uses = {name: trunk_use(EXERCISES[name]) for name in ("squat", "deadlift", "leg-press", "front-plank", "dead-bug")}
    assert uses == {
        "squat": "loads-much",
        "deadlift": "loads-much",
        "leg-press": None,
        "front-plank": "trains",
        "dead-bug": "trains",
    }


def test_the_sets_of_a_week_are_counted_by_exercise_without_warm_ups() -> None:
    sets = [done("squat", kind="warm-up"), *[done("squat")] * 3, done("leg-press"), done("front-plank"), done(None)]
    found = trunk_sets(log_of((0, sets), (6, [done("squat")]), (-1, sets), (7, sets)), MONDAY + dt.timedelta(days=3))
    assert (found.start, found.loading, found.training) == (MONDAY, 4, 1)
    assert found.lifts == (
        TrunkLift("squat", "Barbell back squat", "loads-much", 4),
        TrunkLift("front-plank", EXERCISES["front-plank"].name, "trains", 1),
    )


def test_both_sides_of_a_set_are_one_set() -> None:
    sides = [done("suitcase-deadlift", side=side) for side in ("left", "right", "left")]
    assert [lift.sets for lift in trunk_sets(log_of((0, sides)), MONDAY).lifts] == [2]


@given(st.lists(st.tuples(st.integers(-10, 17), st.sampled_from(sorted(EXERCISES)))))
def test_weeks_share_all_sets_out(drawn: list[tuple[int, str]]) -> None:
    log = log_of(*((day, [done(name)]) for day, name in drawn))
    weeks = [trunk_sets(log, MONDAY + dt.timedelta(weeks=number)) for number in range(-2, 3)]
    expected = sum(trunk_use(EXERCISES[name]) is not None for _, name in drawn)
    assert sum(week.loading + week.training for week in weeks) == expected
