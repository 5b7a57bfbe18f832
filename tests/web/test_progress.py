"""How the athlete is doing, over the API."""

from typing import Any

from litestar.testing import TestClient


def test_progress_of_an_empty_log_is_empty_and_of_a_set_is_its_strength(client: TestClient[Any]) -> None:
    empty = client.get("/api/progress").json()
    assert (empty["strengths"], empty["plateaus"], empty["answers"], empty["level"]) == ([], [], [], None)
    assert empty["fatigue"]["due"] is False
    session = client.post("/api/sessions", json={"start": "2026-11-02T18:00:00", "name": "Legs"}).json()["of"]
    done = {"session": session, "name": "Squat", "exercise": "squat", "reps": 5, "load": "100 kg", "kind": "failure"}
    client.post("/api/sets", json=done)
    (squat,) = client.get("/api/progress").json()["strengths"]
    assert (squat["exercise"], squat["part"], squat["sessions"]) == ("squat", "quads", 1)
    assert squat["low"] < squat["e1rm"] < squat["high"]
    assert squat["per_week"] is None
