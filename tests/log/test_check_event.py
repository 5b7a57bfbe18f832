"""Events are refused with the field to mend; what is let in can be folded."""

from typing import Any

import pytest
from events_of import event
from hypothesis import given
from hypothesis import strategies as st

from legday.documents import InputError
from legday.log import CHANGES, Subject, check_event, fold

ID = "018bcfe5-6800-7673-9678-1ed6c14f43dc"

OF: dict[Subject, str] = {"check-in": "check-in:2026-11-23", "day": "day:2026-11-23"}
REFUSED: list[tuple[Subject, dict[str, Any], str, str]] = [
    ("set", {"reps": -8}, "change.reps", "this must be between 0 and 100000, not -8"),
    ("set", {"reps": "many"}, "change.reps", "invalid decimal string"),
    ("set", {"reps": "nan"}, "change.reps", "this must be between 0 and 100000, not NaN"),
    ("set", {"rpe": 10.5}, "change.rpe", "this must be between 0 and 10, not 10.5"),
    ("set", {"load": "80"}, "change.load", "expected a mass with its unit such as 82.5 kg or 185 lb, found '80'"),
    ("set", {"load": 80}, "change.load", "expected a mass with its unit such as 82.5 kg or 185 lb, found 80"),
    ("set", {"wieght": "80 kg"}, "change.wieght", "a set has no such field"),
    ("set", {"source_line": 3}, "change.source_line", "a set has no such field"),
    ("set", {"kind": "warmup"}, "change.kind", "invalid enum value 'warmup'"),
    ("set", {"name": None}, "change.name", "expected `str`, got `null`"),
    (
        "set",
        {"parts": {"1": {"seconds": -1}}},
        "change.parts[...].seconds",
        "this must be between 0 and 100000, not -1",
    ),
    ("session", {"start": "2026-11-11T10:00:00Z"}, "change.start", "expected `datetime` with no timezone component"),
    ("session", {"start": "today"}, "change.start", "expected a time with seconds such as 2026-11-23T18:30:00"),
    ("measure", {"value": float("inf")}, "change.value", "this must be between 0 and 100000, not Infinity"),
    ("check-in", {"sleep": 25}, "change.sleep", "this must be between 0 and 24, not 25"),
    ("check-in", {"stress": 6}, "change.stress", "expected `int` <= 5"),
    ("check-in", {"soreness": {"calves": 4}}, "change.soreness[...]", "expected `int` <= 3"),
    ("check-in", {"soreness": {"arms": 1}}, "change.soreness", "invalid enum value 'arms'"),
    ("check-in", {"pain": {"knee": -1}}, "change.pain[...]", "expected `int` >= 0"),
    ("check-in", {"cycle": ["late"]}, "change.cycle[0]", "invalid enum value 'late'"),
    ("check-in", {"mood": 3}, "change.mood", "a check-in has no such field"),
    ("food", {"energy": "-5 kcal"}, "change.energy", "an energy can't be below zero; found '-5 kcal'"),
    (
        "food",
        {"energy": 300},
        "change.energy",
        "expected an energy with its unit such as 650 kcal or 2720 kJ, found 300",
    ),
    (
        "food",
        {"energy": "20001 kcal"},
        "change.energy",
        "nobody eats 20001 kcal; check the number and whether it is kcal or kJ",
    ),
    ("food", {"protein": -1}, "change.protein", "this must be between 0 and 5000, not -1"),
    ("food", {"time": "25:00"}, "change.time", "expected `str` matching regex '^([01][0-9]|2[0-3]):[0-5][0-9]$'"),
    ("food", {"nutrients": {"iron": -2}}, "change.nutrients.iron", "this must be between 0 and 100000, not -2"),
    ("food", {"nutrients": {"gold": 2}}, "change.nutrients", "invalid enum value 'gold'"),
    ("recipe", {"servings": -1}, "change.servings", "this must be between 0 and 100000, not -1"),
    (
        "recipe",
        {"items": {"1": {"energy": "5"}}},
        "change.items[...].energy",
        "expected an energy with its unit such as 650 kcal or 2720 kJ, found '5'",
    ),
    ("run", {"meters": -1}, "change.meters", "this must be between 0 and 1000000, not -1"),
    ("run", {"heart_rate": 300}, "change.heart_rate", "expected `int` <= 250"),
    ("run", {"start": "2026-11-11T10:00:00Z"}, "change.start", "expected `datetime` with no timezone component"),
    ("day", {"steps": -1}, "change.steps", "expected `int` >= 0"),
    ("exercise", {"sides": "three"}, "change.sides", "invalid enum value 'three'"),
]


@pytest.mark.parametrize(("about", "change", "field", "message"), REFUSED)
def test_a_wrong_change_is_refused_at_its_field(
    about: Subject, change: dict[str, Any], field: str, message: str
) -> None:
    with pytest.raises(InputError) as refused:
        check_event(event(ID, about, OF.get(about, "thing"), change))
    [problem] = refused.value.problems
    assert (problem.field, problem.message) == (field, message)


@pytest.mark.parametrize("of", ["thing", "check-in:", "check-in:2026-11-31", "check-in:20261123", "2026-11-23"])
def test_a_check_in_is_known_by_its_day(of: str) -> None:
    with pytest.raises(InputError, match="of: the id of a check-in is such as check-in:2026-11-23, not"):
        check_event(event(ID, "check-in", of, {"stress": 3}))


def test_a_day_is_known_by_its_date() -> None:
    with pytest.raises(InputError, match="of: the id of a day is such as day:2026-11-23, not 'day:2026-11-31'"):
        check_event(event(ID, "day", "day:2026-11-31", {"steps": 3}))


def test_an_id_of_the_far_future_is_refused_so_that_a_later_one_can_always_be_made() -> None:
    with pytest.raises(InputError, match="id: the time in this id is after the year 9999"):
        check_event(event("ffffffff-ffff-7fff-bfff-ffffffffffff", "set", "thing", {}))


_values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(
        (
            "80 kg",
            "2026-11-11T10:00:00",
            "2026-11-11",
            "drop",
            "normal",
            "left",
            "knee",
            "body-mass",
            "kg",
            "both",
            "quads",
            "300 kcal",
            "lunch",
            "easy",
            "07:30",
        )
    )
)
_parts = st.dictionaries(st.sampled_from(("kind", "reps", "load", "seconds")), _values, max_size=3)
_nested = st.dictionaries(
    st.sampled_from(("1", "2", "calves", "knee", "iron", "name", "energy")),
    st.none() | st.booleans() | st.integers(-1, 11) | _parts,
    max_size=2,
)
_names = ("removed", "start", "name", "session", "exercise", "order", "reps", "load", "parts", "kind", "finished",
          "date", "value", "unit", "sides", "part", "side", "skipped", "note", "planned_date", "pain", "sleep",
          "stress", "soreness", "cycle", "overruled", "energy", "meal", "time", "protein", "nutrients",
          "servings", "items", "meters", "heart_rate", "complete", "steps", "whole_day", "recipe")  # fmt: skip
_changes = st.dictionaries(st.sampled_from(_names), _values | _nested, max_size=5)


@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), _changes), max_size=6))
def test_whatever_is_let_in_can_be_folded(said: list[tuple[Subject, dict[str, Any]]]) -> None:
    let_in = []
    for number, (about, change) in enumerate(said):
        one = event(f"{ID[:-1]}{number}", about, OF.get(about, "thing"), change)
        try:
            check_event(one)
        except InputError as refused:
            assert all(problem.field.startswith("change") for problem in refused.problems)
        else:
            let_in.append(one)
    log = fold(let_in)
    kept = log.sessions, log.measures, log.exercises, log.check_ins, log.foods, log.recipes, log.runs, log.days
    assert all(len(things) <= 1 for things in kept)
