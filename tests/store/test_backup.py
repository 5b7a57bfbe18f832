"""An export holds everything of an athlete and comes back without loss; what is no sound export changes nothing."""

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, insert, text
from test_events import BEGUN, NOW, SESSION, made, squats

from legday.documents import InputError
from legday.exchange import read_diary, read_log
from legday.log import Log
from legday.planner import make_plan, read_profile, replan
from legday.store import (
    add_events,
    change_plan,
    current_plan,
    events_after,
    export_all,
    load_log,
    load_profile,
    open_store,
    past_imports,
    restore,
    save_diary,
    save_import,
    save_plan,
    save_profile,
    settle_name,
    settled_names,
)
from legday.store.tables import athletes, metadata

EXAMPLE = Path(__file__).parents[2] / "examples" / "male-bodybuilder.yaml"
OWNED = [table for table in metadata.sorted_tables if table is not athletes]


def import_days(store: Engine, athlete: str, *days: int) -> None:
    rows = "".join(f"2026-09-{day:02} 18:00:00,Legs,My squat,1,{day}.3333333,8,note\n" for day in days)
    content = f"Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Notes\n{rows}".encode()
    digest = hashlib.sha256(content).hexdigest()
    save_import(store, athlete, read_log(content, "log.csv"), "log.csv", digest, NOW)


def import_foods(store: Engine, athlete: str) -> None:
    content = b"Date,Meal,Calories,Protein (g)\n2026-09-01,Lunch,700,40\n"
    save_diary(store, athlete, read_diary(content), "foods.csv", hashlib.sha256(content).hexdigest(), NOW)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A store in which Ann owns something in every table, beside others."""
    with open_store(tmp_path_factory.mktemp("full")) as store:
        import_days(store, "Bob", 1)
        import_days(store, "Ann", 1, 2)
        import_days(store, "Ann", 2, 3)
        import_foods(store, "Ann")
        settle_name(store, "Ann", "My squat", "squat", NOW)
        profile = read_profile(EXAMPLE)
        save_profile(store, "Ann", profile, NOW)
        plan = make_plan(profile, Log(), dt.date(2026, 11, 23), 1)
        saved = save_plan(store, "Ann", plan, NOW)
        again = replan(plan, Log(), plan.weeks[0].sessions[0].date + dt.timedelta(days=1)).plan
        assert change_plan(store, "Ann", saved, again, NOW, version=1)
        add_events(store, "Bob", squats(2), NOW)
        add_events(store, "Ann", reversed(made(BEGUN) + squats(3)), NOW)
        add_events(store, "Ann", made(("set", f"{SESSION}:1", {"reps": 0.30000000000000004, "note": "\u0000"})), NOW)
        yield store


@pytest.fixture(scope="module")
def exported(full: Engine) -> bytes:
    return export_all(full, "Ann")


def test_an_export_comes_back_without_loss_on_any_database(full: Engine, exported: bytes, store: Engine) -> None:
    import_days(store, "Carl", 9)  # so that numbers of the database differ
    counts = restore(store, "Ann", exported)
    assert set(counts) == {table.name for table in OWNED}
    assert all(counts.values())
    assert export_all(store, "Ann") == exported
    assert load_log(store, "Ann") == load_log(full, "Ann")
    assert load_profile(store, "Ann") == load_profile(full, "Ann")
    assert current_plan(store, "Ann") == current_plan(full, "Ann")
    assert settled_names(store, "Ann") == {"My squat": "squat"}
    assert events_after(store, "Ann", 0).events == events_after(full, "Ann", 0).events
    before, after = past_imports(full, "Ann"), past_imports(store, "Ann")
    assert [each.sha256 for each in before] == [each.sha256 for each in after]
    import_days(store, "Ann", 1, 2)  # still known
    assert len(past_imports(store, "Ann")) == 3


def test_an_export_from_before_plans_could_change_comes_back(exported: bytes, tmp_path: Path) -> None:
    older = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(exported)) as now, zipfile.ZipFile(older, "w") as then:
        for name in now.namelist():
            if name != "plan_versions.json":
                then.writestr(name, now.read(name))
    with open_store(tmp_path) as store:
        assert restore(store, "Ann", older.getvalue())["plan_versions"] == 0
        assert current_plan(store, "Ann") is not None


def test_every_table_belongs_to_athletes_and_is_exported(exported: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        assert archive.namelist() == ["legday.json", *(f"{table.name}.json" for table in OWNED)]
    assert all("athlete_id" in table.c and not table.c.athlete_id.nullable for table in OWNED)


def test_the_export_of_one_athlete_says_nothing_of_another(full: Engine, exported: bytes) -> None:
    theirs = {each.id for each in events_after(full, "Bob", 0).events}
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        content = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "Bob" not in content
    assert not [identifier for identifier in theirs if identifier in content]


def test_an_athlete_with_nothing_has_an_export_and_it_comes_back(store: Engine) -> None:
    nothing = export_all(store, "Eve")
    assert sum(restore(store, "Eve", nothing).values()) == 0
    assert export_all(store, "Eve") == nothing


@pytest.mark.parametrize("table", [table.name for table in OWNED if table.name in ("profiles", "events", "plans")])
def test_an_athlete_who_has_anything_is_left_alone(store: Engine, exported: bytes, table: str) -> None:
    if table == "events":
        add_events(store, "Ann", squats(1), NOW)
    elif table == "profiles":
        save_profile(store, "Ann", read_profile(EXAMPLE), NOW)
    else:
        import_days(store, "Ann", 5)
    before = export_all(store, "Ann")
    with pytest.raises(InputError, match=r"^Ann has data already; restore into a new athlete$"):
        restore(store, "Ann", exported)
    assert export_all(store, "Ann") == before


def rewritten(exported: bytes, name: str, change: Callable[[Any], Any]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(exported)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            content = json.loads(old.read(member))
            new.writestr(member, json.dumps(change(content) if member == name else content))
    return file.getvalue()


def without(exported: bytes, name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(exported)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    return file.getvalue()


def first(**fields: Any) -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    return lambda rows: [rows[0] | fields, *rows[1:]]


DAMAGES: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda _: b"", "this is not an export of legday, or it is damaged"),
    (lambda data: data[: len(data) // 2], "this is not an export of legday, or it is damaged"),
    (lambda data: without(data, "legday.json"), "this is not a whole export of legday"),
    (lambda data: without(data, "events.json"), "this is not a whole export of legday"),
    (lambda data: rewritten(data, "legday.json", lambda head: head | {"version": 2}), "this is not a sound export"),
    (lambda data: rewritten(data, "events.json", first(more=1)), "this is not a sound export"),
    (lambda data: rewritten(data, "events.json", first(id="me")), "events: .*regex"),
    (lambda data: rewritten(data, "events.json", first(change='{"reps": -1}')), r"events: change\.reps"),
    (lambda data: rewritten(data, "events.json", first(change="{")), "this export is damaged: events"),
    (lambda data: rewritten(data, "events.json", lambda rows: rows + rows[:1]), "this export is damaged"),
    (lambda data: rewritten(data, "plans.json", first(document="{}")), "this export is damaged: plans"),
    (lambda data: rewritten(data, "profiles.json", first(document="{}")), "this export is damaged: profiles"),
    (lambda data: rewritten(data, "settled_names.json", first(answer="moon")), "this export is damaged: settled_names"),
    (lambda data: rewritten(data, "sets.json", first(session_id=99)), "a row refers to 99, which is not in it"),
    (lambda data: rewritten(data, "imports.json", first(rows=2**70)), "this export is damaged|not a sound export"),
    (lambda data: rewritten(data, "sets.json", lambda rows: rows + rows), "this export is damaged"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGES, ids=[message for _, message in DAMAGES])
def test_what_is_no_sound_export_is_refused_and_changes_nothing(
    store: Engine, exported: bytes, damage: Callable[[bytes], bytes], message: str
) -> None:
    with pytest.raises(InputError, match=f"^export.zip: .*({message})") as refused:
        restore(store, "Ann", damage(exported), "export.zip")
    assert "\n" not in str(refused.value)
    with store.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM athletes")).scalar() == 0


def test_a_file_that_unpacks_to_too_much_is_refused(
    store: Engine, monkeypatch: pytest.MonkeyPatch, exported: bytes
) -> None:
    monkeypatch.setattr("legday.store.backup.MOST_BYTES", 1000)
    with pytest.raises(InputError, match="this file unpacks to more than"):
        restore(store, "Ann", exported)


def test_numbers_and_times_keep_every_digit(store: Engine) -> None:
    import_days(store, "Ann", 7)
    digits = "7.12345678901234567890123456789"
    with store.begin() as connection:
        connection.execute(text("UPDATE sets SET load = :load"), {"load": digits})
        connection.execute(insert(athletes).values(name="Zoe"))
    copy = export_all(store, "Ann")
    restore(store, "Zoe", copy)
    [(_, done)] = load_log(store, "Zoe").sets()
    assert done.load is not None
    assert str(done.load.value) == digits
