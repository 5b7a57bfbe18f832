"""What was done, through the API: events, single things, sessions in pages, imports, and everything out and in."""

import itertools
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.log import merge_events
from legday.store import events_after, load_log, open_store
from legday.web.app import make_app

Client = TestClient[Any]
STRONG = Path(__file__).parents[2] / "examples" / "strong-log.csv"
NUMBERS = itertools.count()
SESSION = {"start": "2026-11-23T18:00:00", "name": "Legs"}


def an_event(number: int, of: str, change: dict[str, Any], about: str = "set") -> dict[str, Any]:
    identifier = f"01a1fdea-7c82-7000-8000-{number:012x}"
    return {"id": identifier, "at": "2026-11-21T12:00:00+01:00", "device": "phone", "about": about, "of": of,
            "change": change}  # fmt: skip


def some_events(count: int) -> list[dict[str, Any]]:
    start = [an_event(0, "s", SESSION, "session")]
    return start + [an_event(n, f"s:{n}", {"session": "s", "name": "Squat", "reps": n % 12}) for n in range(1, count)]


@given(st.randoms(use_true_random=False), st.integers(1, 7), st.integers(1, 9))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_uploads_in_any_order_and_any_number_make_one_log(
    store: Engine, shuffle: random.Random, size: int, limit: int
) -> None:
    athlete = f"athlete {next(NUMBERS)}"
    events = some_events(20)
    batches = [events[start : start + size] for start in range(0, len(events), size)]
    batches += shuffle.sample(batches, len(batches) // 2)
    shuffle.shuffle(batches)
    with TestClient(make_app(store, athlete), base_url="http://127.0.0.1") as client:
        client.headers["X-Legday"] = "1"
        accepted = 0
        for batch in batches:
            receipt = client.post("/api/events", json={"events": batch}).json()
            assert receipt["accepted"] + receipt["known"] == len(batch)
            accepted += receipt["accepted"]
        assert accepted == len(events)
        walked, cursor, more = [], 0, True
        while more:
            page = client.get("/api/events", params={"after": cursor, "limit": limit}).json()
            assert len(page["events"]) <= limit
            walked += page["events"]
            cursor, more = page["cursor"], page["more"]
        assert sorted(walked, key=lambda event: str(event["id"])) == events
        assert cursor == receipt["cursor"]
    [session] = load_log(store, athlete).sessions
    assert len(session.sets) == 19


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reps": -1}, "reps"),
        ({"reps": "NaN"}, "reps"),
        ({"load": "heavy"}, "load"),
        ({"colour": "red"}, "colour"),
        ({"parts": {"1": {"kind": "drop", "reps": "x"}}}, "parts"),
    ],
)
def test_a_batch_with_one_wrong_event_is_refused_whole(client: Client, change: dict[str, Any], field: str) -> None:
    response = client.post("/api/events", json={"events": [*some_events(3), an_event(9, "s:9", change)]})
    assert response.status_code == 422
    assert field in response.json()["problems"][0]["field"]
    assert client.get("/api/events").json()["events"] == []


def test_a_set_is_made_changed_removed_and_restored(client: Client, store: Engine) -> None:
    session = client.post("/api/sessions", json=SESSION).json()["of"]
    done = client.post("/api/sets", json={"session": session, "name": "Squat", "reps": 8, "load": "100.5 kg"})
    assert done.status_code == 201
    of = done.json()["of"]
    client.patch(f"/api/sets/{of}", json={"reps": 9, "note": "deep", "rpe": 8.5}).raise_for_status()

    def sets() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = client.get(f"/api/sessions/{session}").json()["sets"]
        return found

    [shown] = sets()
    assert (shown["id"], shown["reps"], shown["load"], shown["rpe"]) == (of, "9", "100.5 kg", "8.5")
    assert (shown["note"], shown["exercise"]) == ("deep", "squat")
    client.patch(f"/api/sets/{of}", json={"note": None}).raise_for_status()
    assert sets()[0]["note"] == ""
    client.delete(f"/api/sets/{of}").raise_for_status()
    assert sets() == []
    client.post(f"/api/sets/{of}/restore").raise_for_status()
    assert len(sets()) == 1
    client.delete(f"/api/sessions/{session}").raise_for_status()
    assert client.get(f"/api/sessions/{session}").status_code == 404
    client.post(f"/api/sessions/{session}/restore").raise_for_status()
    assert len(sets()) == 1
    made = events_after(store, "me", 0).events
    assert [event.id for event in made] == sorted(event.id for event in made)
    assert merge_events(made)["set"][of]["reps"] == 9


def test_the_server_answers_after_what_a_device_with_a_fast_clock_said(client: Client) -> None:
    early = an_event(1, "s", SESSION, "session")
    ahead = {**early, "id": "0fffffff-0000-7000-8000-000000000000"}
    client.post("/api/sessions", json={**SESSION, "id": "t"}).raise_for_status()
    client.post("/api/events", json={"events": [ahead]}).raise_for_status()
    changed = client.patch("/api/sessions/s", json={"name": "Calves"}).json()
    assert changed["id"] > ahead["id"]
    assert client.get("/api/sessions/s").json()["name"] == "Calves"


@pytest.mark.parametrize("things", ["sets", "sessions", "measures", "exercises", "foods", "recipes", "runs"])
def test_what_is_not_there_can_not_be_changed(client: Client, things: str) -> None:
    assert client.patch(f"/api/{things}/none", json={}).status_code == 404
    assert client.delete(f"/api/{things}/none").status_code == 404
    assert client.post(f"/api/{things}/none/restore").status_code == 404
    response = client.post(f"/api/{things}", json={"id": "a"})
    assert response.status_code == 422
    assert client.get("/api/events").json()["events"] == []


def test_a_set_sent_again_with_its_id_stays_one(client: Client) -> None:
    client.post("/api/sessions", json={**SESSION, "id": "s"})
    for _ in range(3):
        client.post("/api/sets", json={"id": "s:a", "session": "s", "name": "Squat", "reps": 8}).raise_for_status()
    assert len(client.get("/api/sessions/s").json()["sets"]) == 1


def test_measures_and_own_exercises(client: Client) -> None:
    thigh = {"date": "2026-11-23", "kind": "thigh", "value": 58.5, "unit": "cm", "side": "left"}
    of = client.post("/api/measures", json=thigh).json()["of"]
    [shown] = client.get("/api/measures").json()
    assert shown == {**thigh, "id": of, "value": "58.5", "note": "", "checked": False}
    client.post("/api/exercises", json={"name": "Sandbag squat", "part": "quads"}).raise_for_status()
    [own] = client.get("/api/exercises").json()
    assert (own["name"], own["part"], own["sides"]) == ("Sandbag squat", "quads", "both")


def test_foods_recipes_and_runs(client: Client) -> None:
    bowl = {"date": "2026-11-23", "energy": "650 kcal", "name": "Rice bowl", "protein": 32, "nutrients": {"iron": 3.5}}
    of = client.post("/api/foods", json=bowl).json()["of"]
    client.patch(f"/api/foods/{of}", json={"nutrients": {"zinc": 2}}).raise_for_status()
    items = {"1": {"name": "Oats", "energy": "370 kcal"}, "2": {"name": "Milk", "energy": "640 kJ"}}
    client.post("/api/recipes", json={"name": "Porridge", "servings": 2, "items": items}).raise_for_status()
    [recipe] = client.get("/api/recipes").json()
    assert [(item["name"], item["energy"]) for item in recipe["ingredients"]] == [
        ("Oats", "370 kcal"),
        ("Milk", "640 kJ"),
    ]
    run = {"start": "2026-11-22T07:30:00", "meters": 8200, "seconds": 2880}
    of = client.post("/api/runs", json=run).json()["of"]
    assert [(each["id"], each["meters"]) for each in client.get("/api/runs").json()] == [(of, "8200")]
    client.delete(f"/api/runs/{of}").raise_for_status()
    assert client.get("/api/runs").json() == []
    refused = client.post("/api/foods", json={"date": "2026-11-23", "energy": "84000 kcal"})
    assert refused.status_code == 422
    assert "nobody eats 84000 kcal; check the number and whether it is kcal or kJ" in refused.text


def test_walking_through_the_pages_meets_every_session_once_newest_first(client: Client) -> None:
    for number in range(23):
        start = f"2026-11-{1 + number // 3:02}T18:00:00"  # several at the same moment
        name = "Squat day" if number % 4 else "Calf day"
        client.post("/api/sessions", json={"start": start, "name": name, "id": f"s{number:02}"}).raise_for_status()

    def walk(limit: int, search: str) -> list[tuple[str, str]]:
        found, before = [], None
        while True:
            given: dict[str, str | int] = {"limit": limit, "search": search, **({"before": before} if before else {})}
            page = client.get("/api/sessions", params=given).json()
            found += [(each["start"], each["id"]) for each in page["items"]]
            before = page["next"]
            if before is None:
                return found

    whole = walk(200, "")
    assert len(whole) == 23
    assert whole == sorted(whole, reverse=True)
    for limit in (1, 4, 23):
        assert walk(limit, "") == whole
    assert len(walk(2, "calf")) == 6
    assert walk(2, "CALF day") == walk(5, "day calf")
    assert walk(2, "bench") == []


def test_an_import_is_looked_at_taken_in_and_taken_back(client: Client) -> None:
    file = {"Content-Type": "application/octet-stream", "X-File-Name": "Meine%20%C3%9Cbungen.csv"}
    content = STRONG.read_bytes()
    looked = client.post("/api/imports/preview", content=content, headers=file).json()
    assert looked["format"] == "strong"
    assert looked["rows"] == looked["sets"] + sum(looked["other"].values()) + looked["listed_count"]
    assert client.get("/api/imports").json() == []
    taken = client.post("/api/imports", content=content, headers=file)
    assert taken.status_code == 201
    saved = taken.json()["saved"]
    assert (saved["is_new"], saved["sessions_added"]) == (True, looked["sessions"])
    again = client.post("/api/imports", content=content, headers=file).json()["saved"]
    assert (again["is_new"], again["sessions_added"]) == (False, 0)
    [past] = client.get("/api/imports").json()
    assert past["source"] == "Meine Übungen.csv"
    first = client.get("/api/sessions", params={"limit": 1}).json()["items"][0]
    changed = client.patch(f"/api/sessions/{first['id']}", json={"name": "Renamed"})
    assert changed.status_code == 200
    assert client.get(f"/api/sessions/{first['id']}").json()["name"] == "Renamed"
    assert client.delete(f"/api/imports/{past['id']}").json()["sessions"] == looked["sessions"]
    assert client.get("/api/imports").json() == []
    assert client.delete(f"/api/imports/{past['id']}").status_code == 404


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", bytes(range(256)) * 8, b'{"a": 1}'])
def test_what_is_no_log_is_refused_and_nothing_is_kept(client: Client, content: bytes) -> None:
    for path in ("/api/imports", "/api/imports/preview"):
        response = client.post(path, content=content, headers={"Content-Type": "application/octet-stream"})
        assert response.status_code == 422
        assert response.json()["detail"]
    assert client.get("/api/imports").json() == []


def test_names_are_settled_for_every_session(client: Client) -> None:
    client.post("/api/sessions", json={**SESSION, "id": "s"})
    client.post("/api/sets", json={"id": "s:1", "session": "s", "name": "My secret lift", "reps": 8})
    assert [each["name"] for each in client.get("/api/names").json()["unsettled"]] == ["My secret lift"]
    told = client.put("/api/names", json={"name": "My secret lift", "answer": "leg-press"}).json()
    assert [(each["name"], each["exercise"]) for each in told["mapped"]] == [("My secret lift", "leg-press")]
    assert client.get("/api/sessions/s").json()["sets"][0]["exercise"] == "leg-press"
    assert client.put("/api/names", json={"name": "x", "answer": "no-such-lift"}).status_code == 422


def test_everything_goes_out_and_comes_back_without_loss(client: Client, store: Engine, tmp_path: Path) -> None:
    octets = {"Content-Type": "application/octet-stream"}
    client.put("/api/profile", json={"name": "Ann", "days": {"monday": "60 min"}, "body_mass": "61.5 kg"})
    client.post("/api/imports", content=STRONG.read_bytes(), headers=octets).raise_for_status()
    client.post("/api/events", json={"events": some_events(12)}).raise_for_status()
    client.put("/api/names", json={"name": "My secret lift", "answer": "leg-press"}).raise_for_status()
    out = client.get("/api/export")
    assert out.headers["content-type"] == "application/zip"
    assert "attachment" in out.headers["content-disposition"]
    full = client.post("/api/restore", content=out.content, headers=octets)
    assert full.status_code == 422
    with open_store(tmp_path / "other") as other:
        with TestClient(make_app(other, "me"), base_url="http://127.0.0.1") as empty:
            empty.headers["X-Legday"] = "1"
            broken = empty.post("/api/restore", content=out.content[:-200], headers=octets)
            assert broken.status_code == 422
            assert empty.get("/api/me").json()["profile"] is None
            rows = empty.post("/api/restore", content=out.content, headers=octets)
            assert rows.status_code == 200
            assert rows.json()["events"] == 12
            assert empty.get("/api/export").content == out.content
            for path in ("/api/profile", "/api/sessions", "/api/names", "/api/events"):
                assert empty.get(path).json() == client.get(path).json()
        assert load_log(other, "me") == load_log(store, "me")
