"""The guide of every exercise through the API, as its document describes it."""

from typing import Any

from jsonschema import Draft202012Validator
from litestar.testing import TestClient

from legday.catalogue import load_catalogue
from legday.documents import decode, encode
from legday.guide import Guide, guide_of

Client = TestClient[Any]


def test_every_exercise_has_a_guide_that_keeps_to_the_schema(client: Client) -> None:
    document = client.get("/api/openapi.json").json()
    operation = document["paths"]["/api/exercises/{exercise}/guide"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**schema, "components": document["components"]})
    assert not validator.is_valid({"id": "leg-press"}), "the schema has to ask for more than this"
    for identifier in load_catalogue().exercises:
        answer = client.get(f"/api/exercises/{identifier}/guide")
        assert answer.status_code == 200, identifier
        validator.validate(answer.json())
        assert decode(answer.content, Guide) == guide_of(identifier)


def test_a_guide_has_what_a_page_needs(client: Client) -> None:
    told = client.get("/api/exercises/leg-press/guide").json()
    assert list(told) == [
        "id", "name", "kind", "pattern", "level", "equipment", "optional", "cues", "muscles", "asks", "variants",
        "basis", "belongs", "avoid", "cautions", "instead",
    ]  # fmt: skip
    assert told["equipment"] == ["leg press machine"]
    usual, low = told["variants"][:2]
    assert usual["against_usual"] is None
    assert list(low) == ["id", "name", "how", "emphasis", "has_figure", "why_not", "against_usual"]
    assert set(low["against_usual"]) == {"summary", "why_unsettled", "rows"}
    assert set(low["against_usual"]["rows"][0]) == {
        "group", "what", "unit", "usual", "this", "difference", "agree", "settled",
    }  # fmt: skip
    assert set(told["belongs"]) == {"where", "sentence", "why", "source"}
    assert told["asks"][0]["unit"] == "N·m"
    assert len(encode(told)) < 30_000


def test_an_exercise_that_is_not_there_is_told_in_one_sentence(client: Client) -> None:
    answer = client.get("/api/exercises/leg-pres/guide")
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("the catalogue has no exercise 'leg-pres'; did you mean leg-press")
