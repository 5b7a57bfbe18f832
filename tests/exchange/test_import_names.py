"""Names in a log settled on exercises, what is certain only, and the athlete's answers first."""

import pytest

from legday.exchange import read_log, settle_names
from legday.log import Log

HEAD = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps"


def log_of(*names: str) -> Log:
    rows = (f"2026-09-{day:02} 18:00:00,Legs,{name},1,50,10" for day, name in enumerate(names, 1))
    return read_log("\n".join([HEAD, *rows]).encode(), "log.csv").log


def test_sets_get_the_exercise_of_their_name_and_every_name_is_reported_once() -> None:
    names = ("Squat (Barbell)", "Bicep Curl (Dumbbell)", "Squat (Barbell)", "Qwertyuiop")
    log, report = settle_names(log_of(*names), {})
    assert [(name.name, name.exercise, name.how, name.sets) for name in report.mapped] == [
        ("Squat (Barbell)", "squat", "alias", 2)
    ]
    assert [(name.name, name.sets) for name in report.other] == [("Bicep Curl (Dumbbell)", 1)]
    assert [(name.name, name.sets) for name in report.unsettled] == [("Qwertyuiop", 1)]
    assert [done.exercise for _, done in log.sets()] == ["squat", None, "squat", None]


def test_the_answers_of_the_athlete_go_first() -> None:
    answers = {"Qwertyuiop": "leg-press", "Squat (Barbell)": "other"}
    log, report = settle_names(log_of("Qwertyuiop", "Squat (Barbell)"), answers)
    assert [(name.name, name.exercise, name.how) for name in report.mapped] == [("Qwertyuiop", "leg-press", "settled")]
    assert [name.name for name in report.other] == ["Squat (Barbell)"]
    assert [done.exercise for _, done in log.sets()] == ["leg-press", None]


def test_an_answer_that_names_no_exercise_is_refused() -> None:
    with pytest.raises(KeyError, match="no-such-thing"):
        settle_names(log_of("Qwertyuiop"), {"Qwertyuiop": "no-such-thing"})


def test_nothing_but_the_exercise_and_variant_of_a_set_changes() -> None:
    before = log_of("Leg Press", "Squat (Barbell)")
    after, _ = settle_names(before, {})
    for (_, one), (_, other) in zip(before.sets(), after.sets(), strict=True):
        assert (one.name, one.reps, one.load, one.source_line) == (
            other.name,
            other.reps,
            other.load,
            other.source_line,
        )
    assert settle_names(after, {})[0] == after
