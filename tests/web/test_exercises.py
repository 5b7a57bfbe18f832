"""An exercise of the athlete through the API: strength over time with its band, and the reps to expect."""

import datetime as dt
from typing import Any
from unittest.mock import ANY

import pytest
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.progress import follow
from legday.store import load_log
from legday.web.days import current_followed

Client = TestClient[Any]
START = dt.datetime(2026, 3, 2, 18)


def train(client: Client, number: int, reps: int = 8, load: str = "100 kg", rpe: float | None = 9) -> None:
    start = START + dt.timedelta(days=3 * number)
    client.post(
        "/api/sessions", json={"id": f"s{number}", "start": start.isoformat(), "name": "Legs", "finished": True}
    )
    done = {"session": f"s{number}", "name": "Squat", "exercise": "squat", "reps": reps, "load": load}
    made = client.post("/api/sets", json={**done, **({} if rpe is None else {"rpe": rpe})})
    assert made.status_code < 300, made.text


def number(mass: str) -> float:
    return float(mass.split()[0])


def test_strength_over_time_stands_in_its_band_and_says_where_it_is_a_lower_bound(client: Client) -> None:
    for at, load in enumerate(("90 kg", "95 kg", "100 kg")):
        train(client, at, load=load)
    train(client, 3, reps=8, load="60 kg", rpe=None)
    answer = client.get("/api/exercises/squat/history").json()
    points = answer["strength"]
    assert [each["date"] for each in answer["sessions"]] == [each["date"] for each in points]
    assert [each["at_least"] for each in points] == [False, False, False, True]
    for point in points:
        assert 0 < number(point["low"]) < number(point["e1rm"]) < number(point["high"])
    assert number(points[0]["e1rm"]) < number(points[2]["e1rm"])
    assert number(points[2]["high"]) - number(points[2]["low"]) < number(points[0]["high"]) - number(points[0]["low"])


def test_strength_is_told_in_the_unit_of_the_profile(client: Client) -> None:
    train(client, 0, load="100 kg")
    profile = {"name": "Test", "days": {"monday": "60 min"}, "units": "lb"}
    assert client.put("/api/profile", json=profile).status_code < 300
    (point,) = client.get("/api/exercises/squat/history").json()["strength"]
    assert point["e1rm"].endswith(" lb")
    assert number(point["e1rm"]) > 220


def test_a_log_that_is_followed_on_says_what_it_says_from_the_start(client: Client, store: Engine) -> None:
    for at in range(4):
        train(client, at, load=f"{90 + 5 * at} kg")
        known = current_followed(store, "me")
        assert known.strengths == follow(load_log(store, "me")).strengths
        assert current_followed(store, "me") is known
    client.patch("/api/sessions/s0", json={"start": (START + dt.timedelta(days=5)).isoformat()})
    assert current_followed(store, "me").trails == follow(load_log(store, "me")).trails


def test_the_reps_to_expect_at_a_load(client: Client) -> None:
    for at in range(5):
        train(client, at)
    answer = client.get("/api/exercises/squat/forecast", params={"load": "100 kg"}).json()
    assert answer == {
        "load": "100 kg",
        "rests_on": "this exercise",
        "median": 8,
        "low": ANY,
        "high": ANY,
        "chances": ANY,
    }
    assert answer["low"] <= 8 <= answer["high"]
    chances = [each["chance"] for each in answer["chances"]]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == pytest.approx(1, abs=0.01)
    lighter = client.get("/api/exercises/squat/forecast", params={"load": "154.32 lb"}).json()
    assert sum(each["chance"] for each in lighter["chances"]) > sum(chances)


def test_what_was_never_logged_is_told_from_other_exercises(client: Client) -> None:
    refused = client.get("/api/exercises/leg-press/forecast", params={"load": "100 kg"})
    assert refused.status_code == 404
    train(client, 0)
    light, heavy = (
        client.get("/api/exercises/leg-press/forecast", params={"load": load}).json() for load in ("60 kg", "300 kg")
    )
    assert light["rests_on"] == heavy["rests_on"] == "other exercises"
    assert light["median"] > heavy["median"]


@pytest.mark.parametrize(
    ("exercise", "load", "status", "said"),
    [
        ("my-own", "100 kg", 404, "no logged session"),
        ("squat", "heavy", 422, "a mass with its unit"),
        ("squat", "0 kg", 422, "more than nothing"),
    ],
)
def test_what_can_not_be_told_is_refused_with_a_sentence(
    client: Client, exercise: str, load: str, status: int, said: str
) -> None:
    train(client, 0)
    answer = client.get(f"/api/exercises/{exercise}/forecast", params={"load": load})
    assert answer.status_code == status
    assert said in answer.json()["detail"]
