"""Diaries taken into a store: nothing twice, nothing written by hand lost, undone, exported and restored."""

import datetime as dt
import hashlib
from decimal import Decimal

import pytest
from sqlalchemy import Engine, text

from legday.exchange import read_diary
from legday.log import Event, Food, Log, next_event_id
from legday.store import (
    Saved,
    add_events,
    events_after,
    export_all,
    load_log,
    newest_event,
    past_imports,
    restore,
    save_diary,
    undo_import,
)

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
HEAD = "Date,Meal,Calories,Fat (g),Carbohydrates (g),Fiber,Protein (g),Sodium (mg),Note"


def export(*days: int, kcal: int = 500, potassium: bool = False) -> bytes:
    head = HEAD.replace("Sodium (mg)", "Sodium (mg),Potassium") if potassium else HEAD
    rest = "20,50,5,30,900,300," if potassium else "20,50,5,30,900,"
    rows = (f"2026-11-{day:02},{meal},{kcal + day},{rest}" for day in days for meal in ("Breakfast", "Lunch"))
    return "\n".join([head, *rows, ""]).encode()


def save(store: Engine, content: bytes, athlete: str = "Ann", now: dt.datetime = NOW) -> Saved:
    digest = hashlib.sha256(content).hexdigest()
    return save_diary(store, athlete, read_diary(content, "mfp.csv"), "mfp.csv", digest, now)


def by_hand(store: Engine, about: str, of: str, change: dict[str, object], athlete: str = "Ann") -> None:
    event_id = next_event_id(newest_event(store, athlete), int(NOW.timestamp() * 1000), b"0123456789")
    add_events(store, athlete, [Event(event_id, NOW, "phone", about, of, change)], NOW)  # type: ignore[arg-type]


def foods(store: Engine, athlete: str = "Ann") -> dict[str, Food]:
    return {food.id: food for food in load_log(store, athlete).foods}


def event_count(store: Engine) -> int:
    return len(events_after(store, "Ann", 0).events)


def test_a_diary_comes_back_as_it_was_read(store: Engine) -> None:
    saved = save(store, export(1, 2))
    assert (saved.is_new, saved.things_added, saved.things_changed, saved.things_known) == (True, 4, 0, 0)
    breakfast = foods(store)["food:myfitnesspal:2026-11-01:breakfast.1"]
    assert (str(breakfast.energy), breakfast.protein, breakfast.meal) == ("501 kcal", Decimal(30), "breakfast")
    [past] = past_imports(store, "Ann")
    assert (past.things, past.sets, past.rows, past.format) == (4, 0, 4, "MyFitnessPal")


def test_the_same_file_and_a_newer_one_change_only_what_is_new(store: Engine) -> None:
    save(store, export(1, 2))
    count = event_count(store)
    again = save(store, export(1, 2))
    assert (again.is_new, again.things_added, again.things_known) == (False, 0, 4)
    newer = save(store, export(1, 2, 3))
    assert (newer.is_new, newer.things_added, newer.things_changed, newer.things_known) == (True, 2, 0, 4)
    assert event_count(store) == count + 2
    mended = save(store, export(1, 2, 3, potassium=True))
    assert (mended.things_added, mended.things_changed) == (0, 6)
    assert foods(store)["food:myfitnesspal:2026-11-01:lunch.1"].nutrients == {"sodium": 900, "potassium": 300}


def test_what_the_athlete_wrote_stays_and_is_counted(store: Engine) -> None:
    save(store, export(1, 2))
    by_hand(
        store, "food", "food:myfitnesspal:2026-11-01:breakfast.1", {"energy": "777 kcal", "nutrients": {"sodium": 1}}
    )
    by_hand(store, "food", "food:myfitnesspal:2026-11-01:lunch.1", {"removed": True})
    by_hand(store, "food", "food:myfitnesspal:2026-11-02:lunch.1", {"nutrients": None})
    newer = save(store, export(1, 2, kcal=600))
    assert newer.kept_by_hand == 3
    known = foods(store)
    assert str(known["food:myfitnesspal:2026-11-01:breakfast.1"].energy) == "777 kcal"
    assert known["food:myfitnesspal:2026-11-01:breakfast.1"].nutrients == {"sodium": 1}
    assert "food:myfitnesspal:2026-11-01:lunch.1" not in known
    assert known["food:myfitnesspal:2026-11-02:lunch.1"].nutrients == {}
    assert str(known["food:myfitnesspal:2026-11-02:lunch.1"].energy) == "602 kcal"


def test_undoing_takes_away_what_no_other_import_holds_and_taking_in_again_brings_it_back(store: Engine) -> None:
    first = save(store, export(1, 2))
    second = save(store, export(2, 3))
    assert undo_import(store, "Ann", first.import_id, NOW).things == 2
    assert {food.date.day for food in load_log(store, "Ann").foods} == {2, 3}
    assert undo_import(store, "Ann", second.import_id, NOW).things == 4
    assert load_log(store, "Ann").foods == ()
    again = save(store, export(1, 2))
    assert (again.is_new, again.things_added) == (True, 4)
    assert {food.date.day for food in load_log(store, "Ann").foods} == {1, 2}


def test_undoing_leaves_of_a_day_what_the_athlete_said(store: Engine) -> None:
    head = b"Date,Energy (kcal),Protein (g),B1 (Thiamine) (mg),Completed\n"
    content = head + b"2026-11-01,2000,100,1,true\n2026-11-02,2000,100,1,true\n"
    saved = save(store, content)
    by_hand(store, "day", "day:2026-11-01", {"steps": 9000})
    undo_import(store, "Ann", saved.import_id, NOW)
    [day] = load_log(store, "Ann").days
    assert (day.date.day, day.complete, day.steps) == (1, None, 9000)


def test_every_row_is_kept(store: Engine) -> None:
    content = export(1) + b"2026-11-03,Dinner,-4,1,1,1,1,1,\n2026-11-04,Dinner,,,,,,,\n"
    save(store, content)
    with store.connect() as connection:
        rows = connection.execute(text("SELECT line, became, raw FROM import_rows ORDER BY number")).all()
    assert [row.raw for row in rows] == content.decode().splitlines()[1:]
    assert [(row.line, row.became) for row in rows] == [(2, "kept"), (3, "kept"), (4, "listed"), (5, "other")]


def test_an_export_restores_with_its_diaries_and_the_restored_can_be_undone(store: Engine) -> None:
    gone = save(store, export(9))
    save(store, export(1, 2), "Somebody else")
    saved = save(store, export(1, 2))
    undo_import(store, "Ann", gone.import_id, NOW)
    data = export_all(store, "Ann")
    restore(store, "Bea", data)
    assert load_log(store, "Bea") == load_log(store, "Ann")
    assert events_after(store, "Bea", 0).events == events_after(store, "Ann", 0).events
    [past] = past_imports(store, "Bea")
    assert past.things == 4
    assert undo_import(store, "Bea", past.id, NOW).things == 4
    assert (load_log(store, "Bea").foods, len(load_log(store, "Ann").foods)) == ((), 4)
    assert saved.import_id != past.id


@pytest.mark.parametrize("when", [dt.datetime(1999, 1, 1, tzinfo=dt.UTC), NOW])
def test_events_of_an_import_come_after_all_that_was_there(store: Engine, when: dt.datetime) -> None:
    by_hand(store, "day", "day:2026-11-01", {"steps": 1})
    before = newest_event(store, "Ann")
    save(store, export(1), now=when)
    ids = [event.id for event in events_after(store, "Ann", 0).events]
    assert ids == sorted(ids)
    assert before == ids[0]


def test_nothing_of_a_stranger_is_read(store: Engine) -> None:
    save(store, export(1))
    assert load_log(store, "Bob") == Log()
