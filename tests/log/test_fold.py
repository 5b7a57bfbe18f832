"""The fold: one state for any order, repetition and partition of the events, over what was imported."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from events_of import EPOCH_MS, event
from hypothesis import given
from hypothesis import strategies as st
from test_interleavings import something_said

from legday.anatomy import Joint, Part
from legday.documents import decode
from legday.log import (
    CheckIn,
    Event,
    Food,
    Ingredient,
    Log,
    LoggedSession,
    LoggedSet,
    Nutrient,
    Recipe,
    check_event,
    check_in_id,
    day_id,
    fold,
    imported_session_id,
    merge_events,
    merge_patch,
    next_event_id,
)
from legday.units import Energy, Mass

VECTORS = json.loads((Path(__file__).parent / "fold_vectors.json").read_text())
START = dt.datetime(2026, 1, 5, 18)
SESSION = imported_session_id(START, "Legs")


def ids(count: int) -> list[str]:
    made: list[str] = []
    for _ in range(count):
        made.append(next_event_id(made[-1] if made else None, EPOCH_MS, bytes(10)))
    return made


def said(*changes: tuple[Any, str, dict[str, Any]]) -> list[Event]:
    return [event(identifier, *change) for identifier, change in zip(ids(len(changes)), changes, strict=True)]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["name"])
def test_the_shared_vectors(case: dict[str, Any]) -> None:
    events = decode(json.dumps(case["events"]), list[Event])
    for each in events:
        check_event(each)
    state = {about: things for about, things in merge_events(events).items() if things}
    assert state == case["state"]
    log = fold(events)
    assert [[session.id, [done.id for done in session.sets]] for session in log.sessions] == case["shown"]["sessions"]
    assert [measure.id for measure in log.measures] == case["shown"]["measures"]
    assert [exercise.id for exercise in log.exercises] == case["shown"]["exercises"]
    assert [check_in_id(check_in.date) for check_in in log.check_ins] == case["shown"].get("check_ins", [])
    assert [food.id for food in log.foods] == case["shown"].get("foods", [])
    assert [recipe.id for recipe in log.recipes] == case["shown"].get("recipes", [])
    assert [run.id for run in log.runs] == case["shown"].get("runs", [])
    assert [day_id(day.date) for day in log.days] == case["shown"].get("days", [])


histories = st.lists(st.randoms(use_true_random=False), max_size=25).map(
    lambda randoms: said(*(something_said(random, number) for number, random in enumerate(randoms)))
)


@given(histories, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(events: list[Event], random: Random) -> None:
    shuffled = events + random.choices(events, k=len(events)) if events else []
    random.shuffle(shuffled)
    assert merge_events(shuffled) == merge_events(events)
    assert fold(shuffled) == fold(events)


@given(histories, st.randoms(use_true_random=False))
def test_parts_of_the_events_put_together_in_any_way_are_the_whole(events: list[Event], random: Random) -> None:
    places = [random.randrange(3) for _ in events]
    parts = [[each for each, place in zip(events, places, strict=True) if place == part] for part in range(3)]
    random.shuffle(parts)
    seen: list[Event] = []
    for part in parts:
        seen = [*seen, *part, *random.sample(seen, len(seen) // 2)]
    assert fold(seen) == fold(events)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(json_values, json_values)
def test_a_patch_takes_hold_and_takes_hold_once(target: Any, patch: Any) -> None:
    once = merge_patch(target, patch)
    assert merge_patch(once, patch) == once
    if isinstance(patch, dict):
        assert all(name not in once for name, value in patch.items() if value is None)
        assert all(once[name] == value for name, value in patch.items() if isinstance(value, str | int))


def imported() -> Log:
    sets = tuple(
        LoggedSet(
            "Squat (Barbell)",
            "squat",
            number,
            reps=Decimal(8),
            load=Mass("83.91455", "kg"),
            source_line=number + 1,
            variant="usual",
            id=f"{SESSION}:{number}",
        )
        for number in (1, 2, 3)
    )
    return Log((LoggedSession(START, "Legs", sets, id=SESSION),))


def settle(name: str) -> tuple[str | None, str | None]:
    return ("squat", "usual") if name.startswith("Squat") else ("leg-press", None) if name == "Press" else (None, None)


def test_without_events_the_log_is_what_was_imported() -> None:
    assert fold([], imported(), settle) == imported()


def test_a_change_of_an_imported_set_leaves_all_else_to_the_last_digit() -> None:
    log = fold(said(("set", f"{SESSION}:2", {"reps": 9})), imported(), settle)
    [before], [after] = imported().sessions, log.sessions
    assert after.sets[1] == msgspec.structs.replace(before.sets[1], reps=Decimal(9))
    assert after.sets[1].load is not None
    assert after.sets[1].load.value == Decimal("83.91455")
    assert (after.sets[0], after.sets[2]) == (before.sets[0], before.sets[2])


def test_imported_things_are_removed_and_come_back() -> None:
    away = ("set", f"{SESSION}:2", {"removed": True})
    back = ("set", f"{SESSION}:2", {"removed": None})
    log = fold(said(away), imported(), settle)
    assert [(done.id, done.position) for _, done in log.sets()] == [(f"{SESSION}:1", 1), (f"{SESSION}:3", 2)]
    assert fold(said(away, back), imported(), settle) == imported()
    assert fold(said(("session", SESSION, {"removed": True})), imported(), settle).sessions == ()


def test_an_imported_set_of_another_name_is_another_exercise() -> None:
    log = fold(said(("set", f"{SESSION}:1", {"name": "Press"})), imported(), settle)
    assert [done.exercise for _, done in log.sets()] == ["leg-press", "squat", "squat"]


def test_a_set_is_added_to_an_imported_session_or_moved_out_of_it() -> None:
    added = ("set", f"{SESSION}:x1", {"session": SESSION, "name": "Press", "order": 1.5})
    other = ("session", "free:1", {"start": "2026-01-06T18:00:00", "name": "More"})
    moved = ("set", f"{SESSION}:3", {"session": "free:1"})
    first, second = fold(said(added, other, moved), imported(), settle).sessions
    assert [done.id for done in first.sets] == [f"{SESSION}:1", f"{SESSION}:x1", f"{SESSION}:2"]
    assert [(done.id, done.position) for done in second.sets] == [(f"{SESSION}:3", 1)]


def test_changes_of_what_is_no_longer_imported_show_nothing() -> None:
    assert fold(said(("set", f"{SESSION}:2", {"reps": 9})), Log(), settle) == Log()


@given(histories, st.randoms(use_true_random=False))
def test_other_things_do_not_touch_the_base(events: list[Event], random: Random) -> None:
    random.shuffle(events)
    log = fold(events, imported(), settle)
    assert imported().sessions[0] in log.sessions


def test_a_check_in_reads_back_as_it_was_told_without_what_is_nothing() -> None:
    told = {
        "sleep": 6.5,
        "sleep_quality": 2,
        "stress": 4,
        "hydration": 3,
        "soreness": {"calves": 2, "quads": 0},
        "pain": {"knee": 4, "hip": None},
        "cycle": ["luteal", "cramps"],
        "note": "late shift",
    }
    [check_in] = fold(said(("check-in", "check-in:2026-11-23", told))).check_ins
    assert check_in == CheckIn(
        dt.date(2026, 11, 23),
        Decimal("6.5"),
        2,
        4,
        3,
        {Part.CALVES: 2},
        {Joint.KNEE: 4},
        ("luteal", "cramps"),
        "late shift",
    )
    log = Log(check_ins=(check_in,))
    assert fold([], log) == log
    assert fold(said(("check-in", "check-in:2026-11-23", {"stress": None})), log).check_ins[0].stress is None


def test_what_was_eaten_reads_back_as_it_was_told() -> None:
    oats = {"name": "Oats", "energy": "370 kcal", "protein": "13.2", "nutrients": {"iron": 4, "zinc": None}}
    foods = (
        (
            "food",
            "f",
            {"date": "2026-11-23", **oats, "time": "07:30", "meal": "breakfast", "recipe": "r", "servings": 1},
        ),
        ("recipe", "r", {"name": "Porridge", "servings": 2, "items": {"2": oats, "1": {"name": "Salt"}}}),
        ("run", "run:20261123T170000Z", {"start": "2026-11-23T18:00:00", "meters": 160_934, "kind": "race"}),
        ("day", "day:2026-11-23", {"steps": 180_000, "complete": True}),
    )
    log = fold(said(*foods))
    [food], [recipe], [run], [day] = log.foods, log.recipes, log.runs, log.days
    known: dict[str, Any] = {
        "energy": Energy(370, "kcal"),
        "protein": Decimal("13.2"),
        "nutrients": {Nutrient.IRON: Decimal(4)},
    }
    assert food == Food(
        "f",
        dt.date(2026, 11, 23),
        name="Oats",
        time="07:30",
        meal="breakfast",
        recipe="r",
        servings=Decimal(1),
        **known,
    )
    assert recipe == Recipe("r", "Porridge", Decimal(2), (Ingredient("Oats", **known),))
    assert (run.start, run.meters, run.kind) == (dt.datetime(2026, 11, 23, 18), Decimal(160_934), "race")
    assert (day.steps, day.complete) == (180_000, True)
    assert fold([], log) == log
    changed = fold(said(("food", "f", {"nutrients": {"iron": None}, "energy": "1 kJ"})), log).foods[0]
    assert (changed.nutrients, changed.energy.joules, changed.name) == ({}, 1000, "Oats")


def test_a_session_keeps_the_rules_that_were_overruled_in_it() -> None:
    begun = ("session", "s", {"start": "2026-01-06T18:00:00", "name": "Legs"})
    overruled = ("session", "s", {"overruled": {"stress:high": True, "sleep:night": False, "hydration:low": None}})
    [session] = fold(said(overruled, begun)).sessions
    assert session.overruled == ("stress:high",)


def test_positions_count_the_sets_of_an_exercise() -> None:
    sets = [
        ("set", f"s:{n}", {"session": "s", "name": name, "order": n})
        for n, name in enumerate(("Squat", "Press", "Squat", "Curl", "Curl"))
    ]
    log = fold(said(("session", "s", {"start": "2026-01-06T18:00:00", "name": "Legs"}), *sets), Log(), settle)
    assert [(done.name, done.position) for _, done in log.sets()] == [
        ("Squat", 1),
        ("Press", 1),
        ("Squat", 2),
        ("Curl", 1),
        ("Curl", 2),
    ]
