"""Figures over HTTP: as the pages ask for them, and refused in a sentence."""

from typing import Any

from defusedxml import ElementTree  # type: ignore[import-untyped]
from litestar.testing import TestClient


def test_the_figure_of_a_variant(client: TestClient[Any]) -> None:
    answer = client.get("/api/exercises/squat/figures/wide?tempo=3-1-x-0")
    assert answer.status_code == 200
    told = answer.json()
    assert [each["view"] for each in told["views"]] == ["side", "front"]
    for each in told["views"]:
        assert ElementTree.fromstring(each["svg"]).tag.endswith("svg")
    assert "knee" in told["text"].lower()
    peaks = [each["activation"] for each in told["muscles"]]
    assert peaks == sorted(peaks, reverse=True)
    assert {"vastus-lateralis", "gluteus-maximus"} <= {each["muscle"] for each in told["muscles"]}


def test_tempo_changes_how_long_a_rep_takes(client: TestClient[Any]) -> None:
    slow, fast = (
        client.get(f"/api/exercises/leg-press/figures/usual?tempo={tempo}").json()["views"][0]["svg"]
        for tempo in ("5-2-5-1", "1-0-x-0")
    )
    assert "animation:13s" in slow
    assert "animation:1.5s" in fast


def test_where_there_is_no_figure_a_sentence_says_why(client: TestClient[Any]) -> None:
    for path, words in (
        ("pallof-press/figures/usual", "the legs only stand"),
        ("squat/figures/upside-down", "it has"),
        ("no-such-thing/figures/usual", "has no figure"),
    ):
        answer = client.get(f"/api/exercises/{path}")
        assert answer.status_code == 404
        assert words in answer.json()["detail"]
        assert answer.json()["detail"].count("\n") == 0


def test_a_tempo_that_is_none_is_refused(client: TestClient[Any]) -> None:
    answer = client.get("/api/exercises/squat/figures/usual?tempo=slowly")
    assert answer.status_code == 422
    assert "3-1-x-0" in answer.json()["detail"]
