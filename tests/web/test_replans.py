"""A plan made again through the API: shown, taken, kept in versions, and refused once it is out of date."""

import datetime as dt
import json
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.documents import decode
from legday.log import Log
from legday.planner import Plan, Profile, make_plan
from legday.store import list_plans, save_plan, save_profile

Client = TestClient[Any]


@pytest.fixture
def plan_id(store: Engine) -> str:
    """A plan that began yesterday, with a session that nobody did, and trains again in three days."""
    yesterday = dt.date.today() - dt.timedelta(days=1)
    days = {f"{yesterday + dt.timedelta(days=n):%A}".lower(): "70 min" for n in (0, 4)}
    fields = {"name": "Ann", "days": days, "level": "intermediate", "method": "circuit"}
    profile = decode(json.dumps(fields), Profile)
    now = dt.datetime.now(dt.UTC)
    save_profile(store, "me", profile, now)
    return save_plan(store, "me", make_plan(profile, Log(), yesterday, 2), now)


def missed(client: Client, plan_id: str) -> dict[str, Any]:
    told: dict[str, Any] = client.get(f"/api/plans/{plan_id}/replan").json()
    return told


def test_what_would_move_is_shown_and_taken(client: Client, store: Engine, plan_id: str) -> None:
    before = decode(client.get(f"/api/plans/{plan_id}").content, Plan)
    told = missed(client, plan_id)
    gone = before.weeks[0].sessions[0].date
    assert gone < dt.date.today()
    assert told["version"] == 1
    assert told["tag"]
    assert told["moves"]
    assert client.get(f"/api/plans/{plan_id}").json() == client.get("/api/plans/current").json()
    taken = client.post(f"/api/plans/{plan_id}/replan", json={"tag": told["tag"]})
    assert taken.status_code == 200, taken.text
    assert (taken.json()["id"], taken.json()["version"]) == (plan_id, 2)
    after = decode(client.get(f"/api/plans/{plan_id}").content, Plan)
    assert [move.say for move in after.changes[0].moves] == [move["say"] for move in told["moves"]]
    assert all(session.date != gone for session in after.weeks[0].sessions)
    dates = [session["date"] for session in client.get(f"/api/plans/{plan_id}/sessions").json()]
    assert dates == [str(session.date) for week in after.weeks for session in week.sessions]
    assert decode(client.get(f"/api/plans/{plan_id}/versions/1").content, Plan) == before
    assert client.get(f"/api/plans/{plan_id}/versions/2").status_code == 404
    for date in dates:
        assert client.get(f"/api/days/{date}").json()["id"] == f"{plan_id}:{date}"
    again = missed(client, plan_id)
    assert (again["version"], again["tag"], again["moves"]) == (2, "", [])
    assert list_plans(store, "me")[0].version == 2


def test_a_day_that_falls_out_and_a_sore_part_can_be_asked_about(client: Client, plan_id: str) -> None:
    plan = decode(client.get(f"/api/plans/{plan_id}").content, Plan)
    ahead = [s.date for s in plan.weeks[0].sessions if s.date > dt.date.today()]
    told = client.get(f"/api/plans/{plan_id}/replan", params={"out": str(ahead[0])}).json()
    assert any("falls out" in event for event in told["events"])
    body = {"tag": told["tag"], "out": str(ahead[0])}
    assert client.post(f"/api/plans/{plan_id}/replan", json={**body, "out": None}).status_code == 409
    assert client.post(f"/api/plans/{plan_id}/replan", json=body).status_code == 200
    assert client.post(f"/api/plans/{plan_id}/replan", json=body).status_code == 409
    assert client.get(f"/api/plans/{plan_id}/replan", params={"sore": "calves"}).status_code == 200


def test_what_is_no_question_or_no_plan_is_refused(client: Client, plan_id: str) -> None:
    assert client.get(f"/api/plans/{plan_id}/replan", params={"sore": "ears"}).status_code == 400
    assert client.get(f"/api/plans/{plan_id}/replan", params={"out": "soon"}).status_code == 400
    assert client.get("/api/plans/plan-none/replan").status_code == 404
    assert client.post("/api/plans/plan-none/replan", json={"tag": "x"}).status_code == 404
    assert client.post(f"/api/plans/{plan_id}/replan", json={"tag": 1}).status_code == 400
    stale = client.post(f"/api/plans/{plan_id}/replan", json={"tag": "stale"})
    assert stale.status_code == 409
    assert stale.headers["content-type"] == "application/problem+json"


def test_a_changed_profile_changes_what_would_move(client: Client, plan_id: str) -> None:
    first = client.get(f"/api/plans/{plan_id}/replan")
    same = client.get(f"/api/plans/{plan_id}/replan", headers={"If-None-Match": first.headers["etag"]})
    assert same.status_code == 304
    profile = client.get("/api/profile").json()
    client.put("/api/profile", json={**profile, "pain": [{"joint": "knee", "severity": 5}]}).raise_for_status()
    told = missed(client, plan_id)
    assert "You changed what hurts." in told["events"]
    client.post(f"/api/plans/{plan_id}/replan", json={"tag": told["tag"]}).raise_for_status()
    assert client.get(f"/api/plans/{plan_id}").json()["request"]["profile"]["pain"][0]["joint"] == "knee"
    hopeless = {**profile, "wishes": ["squats on monday", "no squats"]}
    client.put("/api/profile", json=hopeless).raise_for_status()
    told = missed(client, plan_id)
    assert "squats on monday" in {demand["about"] for demand in told["conflict"]}
    assert (told["tag"], told["moves"]) == ("", [])
