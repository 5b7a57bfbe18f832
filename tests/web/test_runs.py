"""Runs through the API: logged, changed, removed and restored, and refused where they can't be."""

from typing import Any

import pytest
from litestar.testing import TestClient

Client = TestClient[Any]
RUN = {"start": "2026-11-22T07:30:00", "kind": "easy", "meters": 8200.5, "seconds": 2880}


def runs_of(client: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/runs").json()
    return found


def test_a_run_is_logged_changed_removed_and_restored(client: Client) -> None:
    of = client.post("/api/runs", json=RUN).json()["of"]
    (run,) = runs_of(client)
    assert (run["start"], run["kind"], float(run["meters"]), float(run["seconds"])) == tuple(RUN.values())
    assert client.patch(f"/api/runs/{of}", json={"kind": "hard", "meters": None, "heart_rate": 151}).status_code == 200
    (run,) = runs_of(client)
    assert (run["kind"], run.get("meters"), run["heart_rate"], float(run["seconds"])) == ("hard", None, 151, 2880.0)
    client.delete(f"/api/runs/{of}")
    assert runs_of(client) == []
    client.post(f"/api/runs/{of}/restore")
    assert [run["id"] for run in runs_of(client)] == [of]


def test_runs_are_listed_by_their_start(client: Client) -> None:
    for day in (20, 22, 21):
        client.post("/api/runs", json={**RUN, "start": f"2026-11-{day}T07:30:00"})
    assert [run["start"][8:10] for run in runs_of(client)] == ["20", "21", "22"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"meters": -1}, "meters"),
        ({"seconds": 10_000_000}, "seconds"),
        ({"heart_rate": 5}, "heart_rate"),
        ({"kind": "jog"}, "kind"),
        ({"start": None}, "start"),
        ({"start": "2026-11-22T07:30:00+01:00"}, "start"),
        ({"pace": 5}, "pace"),
    ],
)
def test_what_no_run_can_be_is_refused_and_named(client: Client, change: dict[str, Any], field: str) -> None:
    told = client.post("/api/runs", json={**RUN, **change})
    assert told.status_code == 422
    assert field in told.text
    assert runs_of(client) == []


def test_a_file_of_a_watch_is_looked_at_taken_in_once_and_taken_back(client: Client) -> None:
    gpx = track_of(minutes=20)
    looked = client.post("/api/imports/preview", content=gpx, headers={"X-File-Name": "run.gpx"}).json()
    assert looked["things"] == {"run": 1}
    assert runs_of(client) == []
    taken = client.post("/api/imports", content=gpx, headers={"X-File-Name": "run.gpx"}).json()
    (run,) = runs_of(client)
    assert run["id"] == "run:20261122T063000Z"
    assert float(run["meters"]) == pytest.approx(3600, rel=0.01)
    again = client.post("/api/imports", content=gpx, headers={"X-File-Name": "run.gpx"}).json()
    assert not again["saved"]["is_new"]
    assert len(runs_of(client)) == 1
    client.delete(f"/api/imports/{taken['saved']['import_id']}")
    assert runs_of(client) == []


def test_a_run_that_was_logged_by_hand_is_not_taken_in_again(client: Client) -> None:
    client.post("/api/runs", json={"start": "2026-11-22T06:31:00", "meters": 3580, "seconds": 1200})
    looked = client.post("/api/imports/preview", content=track_of(minutes=20)).json()
    assert looked["things"] == {}
    assert any("in the log already" in note for note in looked["notes"])
    client.post("/api/imports", content=track_of(minutes=20))
    assert [float(run["meters"]) for run in runs_of(client)] == [3580.0]


def track_of(minutes: int) -> bytes:
    """A track of GPX due north at 3 m/s."""
    places = [(f"{48 + 3 * n / 111_200:.7f}", f"06:{30 + n // 60}:{n % 60:02}") for n in range(60 * minutes + 1)]
    points = "".join(
        f'<trkpt lat="{latitude}" lon="11"><time>2026-11-22T{clock}Z</time></trkpt>' for latitude, clock in places
    )
    return f"<gpx><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>".encode()
