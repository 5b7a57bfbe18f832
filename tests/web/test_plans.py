"""From a profile to a day's session through the API."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from litestar.testing import TestClient

from legday.documents import decode
from legday.planner import Plan, Profile, read_profile
from legday.session import SessionSteps

Client = TestClient[Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
START = dt.date(2026, 11, 23)


def example(name: str) -> dict[str, Any]:
    """Read an example as the pages would send it."""
    fields: dict[str, Any] = yaml.load((EXAMPLES / f"{name}.yaml").read_text(), Loader=yaml.BaseLoader)  # noqa: S506
    return {
        **fields,
        **{
            name: yaml.safe_load(str(fields[name]))
            for name in ("partner", "cage", "birth_year", "activity")
            if name in fields
        },
    }


def test_the_first_screen_of_somebody_new(client: Client) -> None:
    told = client.get("/api/me").json()
    assert (told["name"], told["profile"], told["plan"]) == ("me", None, None)
    assert abs((dt.date.fromisoformat(told["today"]) - dt.date.today()).days) <= 1
    assert client.get("/api/profile").json() is None
    assert client.get("/api/plans").json() == []
    assert client.get("/api/plans/current").status_code == 404
    assert client.get("/api/days/2026-11-23").status_code == 404
    assert client.post("/api/plans", json={}).status_code == 404


def test_a_profile_comes_back_as_it_was_sent(client: Client) -> None:
    sent = {"name": "Ann", "days": {"monday": "60 min"}, "body_mass": "140 lb", "time_zone": "Pacific/Kiritimati"}
    kept = client.put("/api/profile", json=sent)
    assert kept.status_code == 200
    assert client.get("/api/profile").json() == kept.json() == client.get("/api/me").json()["profile"]
    assert decode(kept.content, Profile) == decode(json.dumps(sent), Profile)
    east = dt.datetime.now(dt.timezone(dt.timedelta(hours=14))).date()
    assert client.get("/api/me").json()["today"] == str(east)


def test_everything_wrong_with_a_profile_is_told_field_by_field(client: Client) -> None:
    sent = {"name": "", "days": {"monday": "4 min", "someday": "60 min"}, "level": "godlike", "colour": "red"}
    response = client.put("/api/profile", json=sent)
    assert response.status_code == 422
    told = {each["field"]: each["message"] for each in response.json()["problems"]}
    assert {"name", "level", "colour"} <= told.keys()
    assert "beginner" in told["level"]
    assert all("line" not in message and message for message in told.values())
    assert client.get("/api/profile").json() is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"days": {"monday": 60}}, "days"),
        ({"days": {"monday": "60 min"}, "partner": "yes"}, "partner"),
        ({"days": {"monday": "60 min"}, "rest_days": ["monday"]}, "rest_days"),
        ({"days": {"monday": "60 min"}, "gear": {"stack": {"step": {}}}}, "gear"),
    ],
)
def test_json_is_taken_at_its_word(client: Client, fields: dict[str, Any], field: str) -> None:
    response = client.put("/api/profile", json={"name": "Ann", **fields})
    assert response.status_code == 422
    assert field in response.text


def test_a_plan_and_its_days(client: Client) -> None:
    client.put("/api/profile", json=example("beginner-woman")).raise_for_status()
    made = client.post("/api/plans", json={"start": str(START), "weeks": 2})
    assert made.status_code == 201
    told = made.json()
    assert (told["start"], told["end"], told["weeks"]) == ("2026-11-23", "2026-12-07", 2)
    assert client.get("/api/plans").json() == [told]
    current = client.get("/api/plans/current")
    plan = decode(current.content, Plan)
    assert client.get(f"/api/plans/{told['id']}").content == current.content
    assert plan.request.profile == read_profile(EXAMPLES / "beginner-woman.yaml")
    dates = [session.date for week in plan.weeks for session in week.sessions]
    assert told["sessions"] == [str(date) for date in dates]
    sessions = decode(client.get(f"/api/plans/{told['id']}/sessions").content, list[SessionSteps])
    assert [session.date for session in sessions] == dates
    for session in sessions:
        day = client.get(f"/api/days/{session.date}")
        assert decode(day.content, SessionSteps) == session
        assert (session.plan, session.id) == (told["id"], f"{told['id']}:{session.date}")
    free = next(date for date in (START + dt.timedelta(days=n) for n in range(7)) if date not in dates)
    assert client.get(f"/api/days/{free}").status_code == 404
    assert client.get(f"/api/days/{plan.end}").status_code == 404
    assert client.get("/api/plans/plan-none/sessions").status_code == 404
    later = client.post("/api/plans", json={"start": "2026-12-07", "weeks": 1}).json()
    assert [each["id"] for each in client.get("/api/plans").json()] == [later["id"], told["id"]]
    assert client.get(f"/api/days/{dates[0]}").json()["plan"] == told["id"]


def test_what_can_not_be_planned_says_why_and_what_would_help(client: Client) -> None:
    fields = {"name": "Ann", "level": "advanced", "days": {"monday": "5 min"}, "method": "priority-split"}
    client.put("/api/profile", json=fields).raise_for_status()
    response = client.post("/api/plans", json={"start": str(START), "weeks": 1})
    assert response.status_code == 409
    told = response.json()
    assert told["conflict"]
    assert told["relaxations"]
    assert client.get("/api/plans").json() == []


@pytest.mark.parametrize("wish", [{"weeks": 0}, {"weeks": 13}, {"weeks": "4"}, {"start": "soon"}, {"days": 3}])
def test_a_wish_that_is_none_is_refused_with_its_field(client: Client, wish: dict[str, Any]) -> None:
    response = client.post("/api/plans", json=wish)
    assert response.status_code == 400
    assert response.json()["detail"]


def test_the_catalogue_has_what_a_phone_searches(client: Client) -> None:
    found = {each["id"]: each for each in client.get("/api/catalogue").json()}
    assert found["squat"]["part"] == "quads"
    assert found["squat"]["load_on"] == "barbell"
    assert any(variant["id"] for variant in found["squat"]["variants"])


def test_what_the_client_has_is_not_sent_again(client: Client) -> None:
    for path in ("/api/me", "/api/catalogue", "/api/events", "/api/openapi.json", "/api/export"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    tag = client.get("/api/me").headers["etag"]
    client.put("/api/profile", json={"name": "Ann", "days": {"monday": "60 min"}}).raise_for_status()
    assert client.get("/api/me", headers={"If-None-Match": tag}).status_code == 200
