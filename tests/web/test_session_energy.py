"""What sessions cost and the sets that load the trunk, over the API."""

import datetime as dt
from typing import Any

import pytest
from litestar.testing import TestClient

PROFILE = {"name": "Ann", "days": {"monday": "60 min", "thursday": "60 min"}, "place": "gym"}
MONDAY = dt.date.today() - dt.timedelta(days=dt.date.today().weekday())


def logged(client: TestClient[Any]) -> str:
    start = f"{MONDAY}T18:00:00"
    session: str = client.post("/api/sessions", json={"start": start, "name": "Legs", "seconds": 900}).json()["of"]
    done = {"session": session, "name": "Squat", "exercise": "squat", "reps": 8, "load": "100 kg"}
    for _ in range(4):
        assert client.post("/api/sets", json=done).status_code == 201
    return session


def test_a_session_tells_its_energy_once_the_body_mass_is_known(client: TestClient[Any]) -> None:
    session = logged(client)
    unknown = client.get(f"/api/sessions/{session}/energy")
    assert unknown.status_code == 409
    assert "body mass" in unknown.json()["detail"]
    client.put("/api/profile", json={**PROFILE, "body_mass": "80 kg", "height": "180 cm"})
    energy = client.get(f"/api/sessions/{session}/energy").json()
    assert (energy["body_mass"], energy["minutes"], energy["minutes_from"]) == (80, 15, "told")
    (squat,) = energy["exercises"]
    assert squat["sets"] == 4
    assert energy["met"]["best"] == pytest.approx((5 - 1) * 80 / 4)
    assert energy["net"]["low"] < energy["net"]["best"] < energy["net"]["high"] < energy["running"]["best"]
    client.post("/api/measures", json={"date": str(MONDAY), "kind": "body-mass", "value": "100", "unit": "kg"})
    heavier = client.get(f"/api/sessions/{session}/energy").json()
    assert heavier["met"]["best"] == pytest.approx(100)
    assert client.get("/api/sessions/none/energy").status_code == 404


def test_a_planned_day_tells_its_energy_as_its_steps_do(client: TestClient[Any]) -> None:
    client.put("/api/profile", json=PROFILE)
    client.post("/api/plans", json={"start": str(MONDAY), "weeks": 1})
    assert client.get(f"/api/days/{MONDAY}/energy").status_code == 409
    client.put("/api/profile", json={**PROFILE, "body_mass": "80 kg"})
    client.post("/api/plans", json={"start": str(MONDAY), "weeks": 1})
    energy = client.get(f"/api/days/{MONDAY}/energy").json()
    steps = client.get(f"/api/days/{MONDAY}").json()
    assert energy == steps["energy"]
    assert len(energy["exercises"]) == len(steps["blocks"])
    assert client.get(f"/api/days/{MONDAY + dt.timedelta(days=1)}/energy").status_code == 404


def test_the_trunk_is_counted_as_done_and_as_planned(client: TestClient[Any]) -> None:
    logged(client)
    trunk = client.get("/api/trunk").json()
    assert (trunk["done"]["loading"], trunk["planned"]) == (4, None)
    client.put("/api/profile", json=PROFILE)
    client.post("/api/plans", json={"start": str(MONDAY), "weeks": 1})
    planned = client.get("/api/trunk", params={"week": str(MONDAY + dt.timedelta(days=6))}).json()["planned"]
    assert planned["start"] == str(MONDAY)
    assert planned["loading"] + planned["training"] == sum(lift["sets"] for lift in planned["lifts"])
    empty = client.get("/api/trunk", params={"week": str(MONDAY + dt.timedelta(days=7))}).json()
    assert (empty["done"]["lifts"], empty["planned"]) == ([], None)


def test_what_the_estimates_rest_on_is_told(client: TestClient[Any]) -> None:
    basis = client.get("/api/energy/basis").json()
    assert basis["sources"]["compendium"]["doi"] == "10.1016/j.jshs.2023.10.010"
    assert basis["movements"]["barbell-squat"]["effort"] in basis["efforts"]
    assert "other" in basis["movements"]
