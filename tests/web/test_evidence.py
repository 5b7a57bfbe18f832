"""The evidence register through the API: all of it, what is about an exercise, one claim, and one that is not there."""

from typing import Any

from litestar.testing import TestClient

from legday.evidence import GRADES, claims_about, load_claims

Client = TestClient[Any]


def test_the_register_tells_every_claim_with_the_names_to_show_it_by(client: Client) -> None:
    told = client.get("/api/evidence").json()
    assert [each["id"] for each in told["claims"]] == [each.id for each in load_claims()]
    assert list(told["grades"]) == list(GRADES)
    for each in told["claims"]:
        assert each["grade"] in told["grades"]
        assert set(each["topics"]) <= set(told["topics"])
        assert {place["article"] for place in each["places"]} <= set(told["articles"])


def test_only_claims_about_an_exercise_or_a_way_of_doing_it_are_told_if_asked(client: Client) -> None:
    def about(exercise: str) -> list[str]:
        return [each["id"] for each in client.get("/api/evidence", params={"exercise": exercise}).json()["claims"]]

    assert about("squat/duck-stance") == [each.id for each in claims_about(exercise="squat/duck-stance")]
    assert "foot-angle-squat" in about("squat/duck-stance")
    assert "foot-angle-squat" not in about("leg-press")
    assert about("juggling") == []


def test_a_claim_is_told_with_its_findings_as_the_register_tells_it(client: Client) -> None:
    told = client.get("/api/evidence/toes-pointed-curl-calves").json()
    assert told["grade"] == "contradicted"
    assert told["drives"] == []
    assert [finding["authors"] for finding in told["findings"]] == ["Gallucci & Challis"]
    assert told in client.get("/api/evidence").json()["claims"]


def test_a_claim_that_is_not_there_is_told_in_one_sentence(client: Client) -> None:
    answer = client.get("/api/evidence/spot-reducton")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "the register has no claim 'spot-reducton'; did you mean spot-reduction?"
