"""Weekly hard sets: what counts, how much, for which part; a plain recount agrees."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from logs import DAY, MONDAY, WEEK, logs, one_set, session

from legday.anatomy import Part
from legday.catalogue import load_catalogue
from legday.log import Log, LoggedSet, OwnExercise
from legday.physics import indirect_parts
from legday.progress import weekly_hard_sets

QUADS, GLUTES, HAMS, CALVES = Part.QUADS, Part.GLUTES, Part.HAMS, Part.CALVES


def quads(*sets: LoggedSet) -> float:
    [week] = weekly_hard_sets(Log((session(MONDAY, *sets),)))
    return week.hard_sets[QUADS]


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({}, 1),
        ({"kind": "failure"}, 1),
        ({"kind": "warm-up"}, 0),
        ({"kind": "drop"}, 0),
        ({"kind": "work"}, 0),
        ({"kind": "work", "pauses": 0}, 0),
        ({"kind": "work", "pauses": 1}, 1),
        ({"rpe": 6}, 1),
        ({"rpe": 5}, 0),
        ({"side": "left"}, 0.5),
        ({"reps": 0}, 0),
        ({"reps": None}, 0),
        ({"reps": None, "seconds": 30}, 0.5),
    ],
)
def test_what_a_set_counts(more: dict[str, Any], counts: float) -> None:
    assert quads(one_set("leg-extension", **more)) == counts


def test_a_chain_of_drops_is_one_set_and_left_and_right_are_one() -> None:
    drop = one_set("leg-extension", kind="drop")
    assert quads(one_set("leg-extension"), drop, drop, drop) == 1
    assert quads(one_set("leg-extension", side="left"), one_set("leg-extension", side="right")) == 1


def test_holds_count_half_and_what_the_clock_ends_nothing() -> None:
    assert quads(one_set("wall-sit", None, None, seconds=90)) == 0.5
    assert quads(one_set("squat-jump", 20, None)) == 0


def test_exercises_of_ones_own_count_for_their_part() -> None:
    log = Log((session(MONDAY, one_set("mine")),), exercises=(OwnExercise("mine", "Mine", HAMS),))
    assert weekly_hard_sets(log)[0].hard_sets == {GLUTES: 0, QUADS: 0, HAMS: 1, CALVES: 0}


def test_weeks_without_training_are_there() -> None:
    log = Log((session(MONDAY + 6 * DAY, one_set()), session(MONDAY + 2 * WEEK, one_set())))
    weeks = weekly_hard_sets(log)
    assert [(week.start, week.hard_sets[QUADS] > 0) for week in weeks] == [
        (MONDAY, True),
        (MONDAY + WEEK, False),
        (MONDAY + 2 * WEEK, True),
    ]
    assert [week.start for week in weekly_hard_sets(log, MONDAY + WEEK, MONDAY + 2 * WEEK - DAY)] == [MONDAY + WEEK]
    assert weekly_hard_sets(Log()) == ()


def recount(log: Log, monday: dt.date, part: Part) -> Fraction:
    """The rules once more, one after the other."""
    total = Fraction(0)
    for start, done in log.sets():
        exercise = load_catalogue().exercises.get(done.exercise or "")
        if not monday <= start.date() < monday + WEEK or exercise is None or not exercise.parts:
            continue
        lead = exercise.parts[0]
        if part is not lead and part not in indirect_parts(exercise.id, "usual", lead):
            continue
        counts = Fraction(1)
        if done.kind in ("warm-up", "drop") or (done.kind == "work" and done.pauses in (None, 0)):
            counts = Fraction(0)
        if done.rpe is not None and 10 - done.rpe > 4:
            counts = Fraction(0)
        if exercise.kind in ("plyometric", "cardio", "mobility"):
            counts = Fraction(0)
        if exercise.kind == "hold" or not done.reps:
            counts /= 2
        if not done.reps and not done.seconds:
            counts = Fraction(0)
        if done.side:
            counts /= 2
        total += counts if part is lead else counts / 2
    return total


@given(logs)
def test_a_plain_recount_agrees(log: Log) -> None:
    for week in weekly_hard_sets(log):
        assert week.hard_sets == {part: recount(log, week.start, part) for part in Part}
