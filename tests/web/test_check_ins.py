"""The check-in of a day through the API: filled in field by field, taken out and back, and what it asks for."""

import datetime as dt
from pathlib import Path
from typing import Any

import yaml
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.store import export_all, load_log, restore

Client = TestClient[Any]
EXAMPLE = Path(__file__).parents[2] / "examples" / "male-bodybuilder.yaml"
DAY = "2026-11-23"


def test_a_check_in_is_filled_in_field_by_field(client: Client) -> None:
    of = client.patch(f"/api/check-ins/{DAY}", json={"sleep": 7.5, "soreness": {"calves": 2, "quads": 1}}).json()["of"]
    assert of == f"check-in:{DAY}"
    client.patch(f"/api/check-ins/{DAY}", json={"soreness": {"quads": None}, "cycle": ["luteal"]}).raise_for_status()
    [shown] = client.get("/api/check-ins").json()
    assert (shown["date"], shown["sleep"], shown["soreness"]) == (DAY, "7.5", {"calves": 2})
    assert shown["cycle"] == ["luteal"]


def test_a_check_in_is_taken_out_and_put_back(client: Client) -> None:
    assert client.delete(f"/api/check-ins/{DAY}").status_code == 404
    client.patch(f"/api/check-ins/{DAY}", json={"stress": 3})
    client.delete(f"/api/check-ins/{DAY}").raise_for_status()
    assert client.get("/api/check-ins").json() == []
    client.patch(f"/api/check-ins/{DAY}", json={"removed": None}).raise_for_status()
    assert client.get("/api/check-ins").json()[0]["stress"] == 3


def test_what_no_check_in_can_say_is_refused_with_its_field(client: Client) -> None:
    refused = client.patch(f"/api/check-ins/{DAY}", json={"pain": {"knee": 11}})
    assert refused.status_code == 422
    assert "pain" in refused.json()["problems"][0]["field"]
    assert client.get("/api/check-ins").json() == []


def test_today_s_check_in_changes_today_s_session_until_it_is_overruled(client: Client) -> None:
    today = dt.date.today()
    client.put("/api/profile", json=yaml.safe_load(EXAMPLE.read_text())).raise_for_status()
    client.post("/api/plans", json={"start": today.isoformat(), "weeks": 1}).raise_for_status()
    plan = client.get("/api/me").json()["plan"]["id"]
    sessions = client.get(f"/api/plans/{plan}/sessions").json()
    session = next(each for each in sessions if "calves" in each["parts"])
    work = {
        b["key"] for b in session["blocks"] if b.get("part") == "calves" and b["role"] in ("support", "main", "finish")
    }
    path = f"/api/days/{session['date']}/today"
    assert client.get(path).json() == {"holding": [], "blocks": {}}
    client.patch(f"/api/check-ins/{today}", json={"soreness": {"calves": 3}}).raise_for_status()
    asked = client.get("/api/readiness").json()
    assert (asked["moves"], [rule["id"] for rule in asked["holding"]]) == (["calves"], ["soreness:calves:past-3"])
    assert client.get(path).json()["blocks"] == {key: {"left_out": True} for key in work}
    begun = {"id": session["id"], "start": f"{today}T18:00:00", "name": "Legs"}
    overruled = {"soreness:calves:past-3": True}
    client.post("/api/sessions", json={**begun, "overruled": overruled}).raise_for_status()
    assert client.get(path).json()["blocks"] == {}


def test_check_ins_are_in_the_export_and_come_back(client: Client, store: Engine) -> None:
    told = {
        "sleep": 6.25,
        "stress": 4,
        "soreness": {"hams": 3},
        "pain": {"knee": 2},
        "cycle": ["cramps"],
        "note": "Late.",
    }
    client.patch(f"/api/check-ins/{DAY}", json=told).raise_for_status()
    restore(store, "you", export_all(store, "me"))
    [check_in] = load_log(store, "you").check_ins
    assert load_log(store, "me").check_ins == (check_in,)
    assert (str(check_in.sleep), check_in.note) == ("6.25", "Late.")
