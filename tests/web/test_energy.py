"""The energy statement over the API."""

import datetime as dt
from typing import Any

from litestar.testing import TestClient

Client = TestClient[Any]

WHO = {
    "name": "You",
    "days": {"monday": "60 min"},
    "sex": "male",
    "birth_year": 1990,
    "height": "181 cm",
    "body_mass": "84 kg",
}
TODAY = dt.datetime.now().astimezone().date()


def test_the_profile_is_asked_for_what_is_missing(client: Client) -> None:
    shown = client.get("/api/energy").json()
    assert shown["statement"] is None
    assert shown["missing"]["fields"] == ["sex", "birth_year", "height", "body_mass"]


def test_a_statement_ties_before_and_after_an_edit(client: Client) -> None:
    client.put("/api/profile", json=WHO).raise_for_status()
    assert client.get("/api/energy").json() == {"statement": None, "begins": None, "missing": None}
    days = [TODAY - dt.timedelta(days=number) for number in range(9, 0, -1)]
    foods = [client.post("/api/foods", json={"date": str(day), "energy": "2400 kcal"}).json()["of"] for day in days]

    def ties() -> int:
        shown = client.get(f"/api/energy?from={days[0]}&to={TODAY}").json()
        statement = shown["statement"]
        assert shown["begins"] == str(days[0])
        assert (
            statement["eaten"] - statement["spent"] == statement["closing"]["joules"] - statement["opening"]["joules"]
        )
        return int(sum(posting["joules"] for day in statement["days"] for posting in day["postings"] if posting["of"]))

    assert ties() == 9 * 2400 * 4184
    client.patch(f"/api/foods/{foods[3]}", json={"energy": "8000 kJ"}).raise_for_status()
    assert ties() == 8 * 2400 * 4184 + 8_000_000
    client.delete(f"/api/foods/{foods[4]}").raise_for_status()
    assert ties() == 7 * 2400 * 4184 + 8_000_000
    assert client.get("/api/energy?from=2020-01-01&to=2020-02-01").json()["statement"] is None
