"""`legday exercises show`: the guide of an exercise for people and as JSON; without `show`, words are searched."""

import json
import re

import click
import pytest
from click.testing import CliRunner, Result

from legday.catalogue import load_catalogue
from legday.cli.guide_text import WIDTH, guide_text
from legday.cli.main import main
from legday.documents import encode
from legday.guide import guide_of


def run(*arguments: str) -> Result:
    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("given", nargs=-1, type=click.UNPROCESSED)
    def whole(given: tuple[str, ...]) -> None:
        main(list(given))

    return CliRunner().invoke(whole, ["exercises", *arguments])


def test_a_guide_is_shown_by_any_name_and_as_the_same_json() -> None:
    shown = run("show", "45", "Leg", "Press")
    assert shown.exit_code == 0
    assert shown.output == guide_text(guide_of("leg-press"))
    assert run("show", "leg press", "--json").output.encode() == encode(guide_of("leg-press"), indent=2) + b"\n"


def test_a_printed_guide_says_all_that_matters() -> None:
    text = run("show", "squat").output
    for part in ("How to do it", "What it asks, in the model", "Ways of doing it", "When in the workout",
                 "Who should not, and what to mind", "What can stand in"):  # fmt: skip
        assert f"\n{part}" in text
    guide = guide_of("squat")
    flat = " ".join(text.split())
    for variant in guide.variants:
        assert f"{variant.name} ({variant.id})" in text
        if variant.against_usual:
            assert variant.against_usual.summary in flat
    assert guide.belongs.why in flat
    assert all(caution in flat for caution in guide.cautions)
    assert re.search(r"hip extension +\d+ → +\d+ N·m +[+-]\d+  \d+ of 100 models, (not )?settled", text)


def test_every_guide_fits_a_terminal() -> None:
    for identifier in load_catalogue().exercises:
        text = guide_text(guide_of(identifier))
        rows = [line for line in text.splitlines() if "→" in line and "of 100 models" in line]
        assert all(len(line) <= WIDTH for line in text.splitlines() if line not in rows), identifier
        assert all(len(line) < 100 for line in rows)
        assert "None" not in text


def test_words_are_searched_without_a_command() -> None:
    assert [each["id"] for each in json.loads(run("seated", "curl", "--json").output)] == ["seated-leg-curl"]
    assert run("find", "seated", "curl").output == run("seated", "curl").output
    assert len(json.loads(run("--json").output)) == len(load_catalogue().exercises)
    assert "show" in run("--help").output


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("goblet", "the catalogue has no exercise 'goblet'; did you mean goblet-squat"),
        ("juggling", "the catalogue has no exercise 'juggling'; see legday exercises"),
    ],
)
def test_what_is_not_known_is_one_sentence_and_wrong_input(name: str, says: str) -> None:
    refused = run("show", name)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(says)
    assert refused.stderr.count("\n") == 1
