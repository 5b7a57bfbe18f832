"""The food of a day, doubts and diaries through the API."""

import datetime as dt
from typing import Any

import pytest
from litestar.testing import TestClient

Client = TestClient[Any]
PROFILE = {
    "name": "Ann",
    "days": {"monday": "60 min", "thursday": "60 min"},
    "level": "intermediate",
    "sex": "female",
    "birth_year": 1990,
    "height": "170 cm",
    "body_mass": "70 kg",
    "goal": "leaner",
}
HEAD = b"Date,Meal,Calories,Fat (g),Carbohydrates (g),Protein (g)\n"
MFP = HEAD + b"2026-11-20,Lunch,500,20,50,30\n2026-11-20,Dinner,-5,2,5,3\n"
FILE = {"X-File-Name": "mfp.csv", "Content-Type": "application/octet-stream"}


def day(client: Client, date: str) -> dict[str, Any]:
    told: dict[str, Any] = client.get(f"/api/days/{date}/food").raise_for_status().json()
    return told


def test_a_day_is_summed_and_says_what_is_known(client: Client) -> None:
    for energy, protein in (("500 kcal", 30), ("2092 kJ", 20)):
        client.post("/api/foods", json={"date": "2026-11-20", "energy": energy, "protein": protein, "name": "x"})
    told = day(client, "2026-11-20")
    assert told["eaten"]["joules"] == 500 * 4184 * 2
    assert told["eaten"]["protein"] == {"amount": 50, "known": 1}
    assert (told["eaten"]["fat"], told["density"]["score"], told["target"], told["protein"]) == (None, None, None, None)
    assert [line["counts"] for line in told["lines"]] == [True, True]
    assert day(client, "2026-11-19")["lines"] == []


def test_the_week_carries_the_free_meal_of_the_plan(client: Client) -> None:
    client.put("/api/profile", json={**PROFILE, "free_meal": "1200 kcal"}).raise_for_status()
    plan = client.post("/api/plans", json={"weeks": 1}).raise_for_status().json()
    start = dt.date.fromisoformat(plan["start"])
    days = [day(client, (start + dt.timedelta(number)).isoformat()) for number in range(7)]
    meal = days[0]["free_meal"]
    assert all(each["free_meal"] == meal for each in days)
    free = [each for each in days if each["date"] == meal["date"]]
    others = [each for each in days if each["date"] != meal["date"]]
    assert (len(free), len(others)) == (1, 6)
    assert sum(each["target"] for each in days) == pytest.approx(7 * days[0]["budget"]["usual"])
    assert free[0]["target"] > days[0]["budget"]["usual"] > others[0]["target"]
    after = (start + dt.timedelta(7)).isoformat()
    assert day(client, after)["budget"] is None


def test_a_free_meal_that_is_too_large_is_refused_with_the_largest_that_fits(client: Client) -> None:
    client.put("/api/profile", json={**PROFILE, "free_meal": "3900 kcal"}).raise_for_status()
    plan = client.post("/api/plans", json={"weeks": 1}).raise_for_status().json()
    told = day(client, plan["start"])
    assert "is not safe" in told["budget"]["reason"]
    assert told["target"] == told["budget"]["usual"] == told["budget"]["free_day"]


def test_a_doubt_is_asked_until_its_answer_is_sent(client: Client) -> None:
    grams = {"protein": 40, "carbohydrate": 60, "fat": 20}
    client.post(
        "/api/foods", json={"id": "f1", "date": "2026-11-20", "energy": "2427 kcal", **grams}
    ).raise_for_status()
    [doubt] = client.get("/api/doubts").json()
    assert (doubt["kind"], doubt["of"], doubt["foods"]) == ("energy-and-grams", "f1", ["f1"])
    [answer] = doubt["choices"][0]["answers"]
    client.patch(f"/api/foods/{answer['of']}", json=answer["change"]).raise_for_status()
    assert client.get("/api/doubts").json() == []
    assert day(client, "2026-11-20")["lines"][0]["food"]["energy"] == "2427 kJ"


def test_a_diary_is_looked_at_taken_in_and_taken_back(client: Client) -> None:
    looked = client.post("/api/imports/preview", content=MFP, headers=FILE).raise_for_status().json()
    assert (looked["format"], looked["kind"], looked["things"]) == ("MyFitnessPal", "diary", {"food": 1})
    assert looked["rows"] == looked["kept"] + sum(looked["other"].values()) + looked["listed_count"] == 2
    assert (looked["first"], looked["last"]) == ("2026-11-20", "2026-11-20")
    assert client.get("/api/imports").json() == []
    taken = client.post("/api/imports", content=MFP, headers=FILE).raise_for_status().json()["saved"]
    assert (taken["is_new"], taken["things_added"], taken["sets_added"]) == (True, 1, 0)
    assert day(client, "2026-11-20")["eaten"]["joules"] == 500 * 4184
    assert client.get("/api/events").json()["events"][0]["device"].startswith("import-")
    after = client.post("/api/foods", json={"date": "2026-11-20", "energy": "100 kcal"}).json()
    assert after["id"] > client.get("/api/events").json()["events"][0]["id"]
    [past] = client.get("/api/imports").json()
    assert (past["things"], past["format"]) == (1, "MyFitnessPal")
    assert client.delete(f"/api/imports/{past['id']}").json()["things"] == 1
    assert day(client, "2026-11-20")["eaten"]["joules"] == 100 * 4184
