"""`legday evidence`: a list by grade, found by words and grade, one claim with its studies, and JSON of the same."""

import json

import click
import pytest
from click.testing import CliRunner, Result

from legday.cli.evidence_text import WIDTH
from legday.cli.main import main
from legday.documents import encode
from legday.evidence import GRADES, claim, load_claims


def run(*arguments: str) -> Result:
    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("given", nargs=-1, type=click.UNPROCESSED)
    def whole(given: tuple[str, ...]) -> None:
        main(list(given))

    return CliRunner().invoke(whole, ["evidence", *arguments])


def listed(*arguments: str) -> list[str]:
    found = run(*arguments, "--json")
    assert found.exit_code == 0, found.output
    return [each["id"] for each in json.loads(found.output)]


def test_all_claims_are_listed_by_grade() -> None:
    text = run().output
    assert [each.id for each in load_claims() if f"    {each.id}\n" not in text] == []
    places = [text.index(f"{grade.replace('-', ' ').capitalize()} (") for grade in GRADES]
    assert places == sorted(places)
    assert listed() == [each.id for each in load_claims()]


@pytest.mark.parametrize("grade", GRADES)
def test_a_grade_lists_its_claims(grade: str) -> None:
    assert listed("--grade", grade) == [each.id for each in load_claims() if each.grade == grade]


def test_words_find_claims_about_an_exercise() -> None:
    found = listed("--about", "Leg Curl")
    assert {"toes-pointed-curl-calves", "leg-curl-by-straightening"} <= set(found)
    assert "spot-reduction" not in found
    assert listed("--about", "leg curl", "--grade", "contradicted") == [
        each for each in found if claim(each).grade == "contradicted"
    ]


def test_words_in_no_claim_are_told() -> None:
    found = run("--about", "juggling")
    assert (found.exit_code, found.output) == (
        2,
        "no claim has 'juggling' in it; try fewer words, or legday evidence for all\n",
    )
    assert listed("--about", "juggling") == []


@pytest.mark.parametrize("identifier", [each.id for each in load_claims()])
def test_a_claim_fits_80_columns_and_says_all_there_is(identifier: str) -> None:
    text, told = run(identifier).output, claim(identifier)
    assert max(map(len, text.splitlines())) <= WIDTH
    flat = " ".join(text.split())
    for part in (told.claim, told.in_short, told.what_legday_does, *(finding.found for finding in told.findings)):
        assert " ".join(part.split()) in flat
    for finding in told.findings:
        assert f"{finding.authors} {finding.year}" in flat
        assert finding.doi is None or f"doi:{finding.doi}" in flat


def test_a_claim_as_json_is_the_claim() -> None:
    assert json.loads(run("spot-reduction", "--json").output) == json.loads(encode(claim("spot-reduction")))


def test_a_slip_in_an_id_is_told() -> None:
    found = run("spot-reducton")
    assert (found.exit_code, found.output) == (
        2,
        "the register has no claim 'spot-reducton'; did you mean spot-reduction?\n",
    )
