"""The body's page and the goal's, over the API."""

import datetime as dt
from typing import Any

import pytest
from litestar.testing import TestClient

TODAY = dt.date.today()
ANN = {
    "name": "Ann",
    "days": {"monday": "60 min", "thursday": "45 min"},
    "goal": "leaner",
    "sex": "female",
    "birth_year": TODAY.year - 31,
    "height": "168 cm",
    "body_mass": "74 kg",
}


def days(number: int) -> str:
    return (TODAY + dt.timedelta(number)).isoformat()


def weigh(client: TestClient[Any], first: float, last: float, over: int) -> None:
    for day in range(over + 1):
        value = round(first + (last - first) * day / over, 2)
        measure = {"date": days(day - over), "kind": "body-mass", "value": value, "unit": "kg"}
        client.post("/api/measures", json=measure).raise_for_status()


def test_the_body_of_nobody_is_empty(client: TestClient[Any]) -> None:
    found = client.get("/api/body").json()
    assert found["report"] == {"mass": None, "girths": [], "ratios": [], "sides": []}


def test_the_body_leads_with_what_the_goal_looks_at(client: TestClient[Any]) -> None:
    client.put("/api/profile", json=ANN)
    weigh(client, 75, 74, 30)
    client.post("/api/measures", json={"date": days(0), "kind": "waist", "value": 80, "unit": "cm"})
    found = client.get("/api/body").json()
    assert found["leads"][0] == "waist"
    assert found["why"]
    assert found["report"]["ratios"][0]["value"] == pytest.approx(80 / 168, abs=0.005)
    mass = found["report"]["mass"]
    assert mass["trend"][-1]["date"] == days(0)
    assert mass["trend"][-1]["mean"] == pytest.approx(74, abs=0.5)
    assert len(client.get("/api/body?days=7").json()["report"]["mass"]["weighed"]) == 8


def test_a_goal_needs_to_know_who_it_is(client: TestClient[Any]) -> None:
    assert client.get("/api/goal").status_code == 409
    client.put("/api/profile", json={**ANN, "height": None, "sex": None})
    refused = client.get("/api/goal")
    assert refused.status_code == 409
    assert [each["field"] for each in refused.json()["problems"]] == ["sex", "height"]
    assert client.post("/api/goal", json={"to": "70 kg", "by": days(100)}).status_code == 409


def test_a_goal_is_tried_before_it_is_set_and_its_way_is_told_after(client: TestClient[Any]) -> None:
    client.put("/api/profile", json=ANN)
    bare = client.get("/api/goal").json()
    assert (bare["answer"], bare["foretold"], bare["training"]) == (None, [], 0)
    assert bare["target"]["intake"] < bare["target"]["maintenance"]
    tried = client.post("/api/goal", json={"to": "70 kg", "by": days(100)}).json()
    assert tried["refusal"] is None
    assert tried["path"]["path"][-1]["mass"] == pytest.approx(70, abs=0.01)
    assert client.get("/api/profile").json()["mass_goal"] is None, "nothing is kept of it"

    client.put("/api/profile", json={**ANN, "mass_goal": {"to": "70 kg", "by": days(100), "since": days(0)}})
    now = client.get("/api/goal").json()
    assert now["answer"] == tried
    assert now["target"]["intake"] == pytest.approx(tried["path"]["intake"])
    assert now["foretold"] == tried["path"]["path"]


def test_the_way_so_far_begins_with_the_mass_of_the_day_the_goal_was_set(client: TestClient[Any]) -> None:
    weigh(client, 76, 74, 60)
    client.put("/api/profile", json={**ANN, "mass_goal": {"to": "70 kg", "by": days(100), "since": days(-30)}})
    now = client.get("/api/goal").json()
    assert now["foretold"][0]["date"] == days(-30)
    assert now["foretold"][0]["mass"] == pytest.approx(75, abs=0.5)
    assert now["weighed"][0]["date"] == days(-30)
    assert now["weighed"][-1]["date"] == days(0)
    assert now["answer"]["path"]["path"][0]["mass"] == pytest.approx(74, abs=0.5)


def test_training_of_the_plan_lets_one_eat_more(client: TestClient[Any]) -> None:
    client.put("/api/profile", json=ANN)
    client.post("/api/plans", json={"start": TODAY.isoformat(), "weeks": 2}).raise_for_status()
    wanted = {"to": "70 kg", "by": days(100)}
    planned = client.post("/api/goal", json=wanted).json()
    idle = client.post("/api/goal", json={**wanted, "training": 0}).json()
    cost = sum(
        answer.json()["net"]["best"]
        for number in range(7)
        if (answer := client.get(f"/api/days/{days(number)}/energy")).status_code == 200
    )
    assert planned["training"] == pytest.approx(cost)
    assert cost > 0
    assert planned["path"]["intake"] - idle["path"]["intake"] == pytest.approx(planned["path"]["training"], abs=0.1)
    assert idle["path"]["training"] == 0


def test_an_unsafe_goal_is_refused_with_safe_ones(client: TestClient[Any]) -> None:
    client.put("/api/profile", json=ANN)
    refusal = client.post("/api/goal", json={"to": "60 kg", "by": days(60)}).json()["refusal"]
    assert refusal["reasons"]
    for nearest in refusal["nearest"]:
        again = client.post("/api/goal", json={"to": nearest["mass"], "by": nearest["by"]}).json()
        assert again["path"] is not None


@pytest.mark.parametrize(
    ("wanted", "status", "field"),
    [
        ({"to": "70 kg", "by": days(3)}, 422, "by"),
        ({"to": "700 kg", "by": days(90)}, 422, "to"),
        ({"to": "70", "by": days(90)}, 400, "to"),
        ({"to": "70 kg", "by": days(90), "training": -1}, 400, "training"),
    ],
)
def test_wrong_wishes_are_told_by_field(
    client: TestClient[Any], wanted: dict[str, Any], status: int, field: str
) -> None:
    client.put("/api/profile", json=ANN)
    answer = client.post("/api/goal", json=wanted)
    assert answer.status_code == status
    assert answer.json()["problems"][0]["field"] == field


def test_a_goal_set_after_its_day_is_refused(client: TestClient[Any]) -> None:
    goal = {"to": "70 kg", "by": "2027-01-01", "since": "2027-01-02"}
    answer = client.put("/api/profile", json={**ANN, "mass_goal": goal})
    assert answer.status_code == 422
    assert "before" in answer.json()["detail"]


def test_pictures_may_be_shown_from_the_device_alone(client: TestClient[Any]) -> None:
    policy = client.get("/api/body").headers["content-security-policy"]
    images = next(part for part in policy.split("; ") if part.startswith("img-src"))
    assert images.split() == ["img-src", "'self'", "data:", "blob:"]


def test_the_runs_of_the_week_are_part_of_what_is_spent(client: TestClient[Any]) -> None:
    runner = ANN | {"runs": {"tuesday": {"distance": "10 km"}, "sunday": {"kind": "long", "time": "90 min"}}}
    client.put("/api/profile", json=runner).raise_for_status()
    mass = float(client.get("/api/goal").json()["mass"].split()[0])
    assert client.get("/api/goal").json()["training"] == pytest.approx(mass * (10 + 1.5 * 8), rel=1e-6)


def test_without_planned_runs_those_of_the_last_four_weeks_count(client: TestClient[Any]) -> None:
    client.put("/api/profile", json=ANN).raise_for_status()
    assert client.get("/api/goal").json()["training"] == 0
    for number in (-3, -10, -24, -40):
        client.post("/api/runs", json={"start": f"{days(number)}T07:00:00", "meters": 8000}).raise_for_status()
    assert client.get("/api/goal").json()["training"] == pytest.approx(74 * 8 * 3 / 4)
