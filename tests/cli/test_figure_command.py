"""`legday figure`: an SVG on standard output or in a file, and one sentence for what can't be drawn."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from defusedxml import ElementTree  # type: ignore[import-untyped]

from legday.cli.main import main
from legday.figures import draw_figure, read_tempo


def run(*arguments: str) -> Result:
    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("given", nargs=-1, type=click.UNPROCESSED)
    def whole(given: tuple[str, ...]) -> None:
        main(list(given))

    return CliRunner().invoke(whole, ["figure", *arguments])


def test_a_figure_is_written_to_standard_output_and_to_a_file(tmp_path: Path) -> None:
    expected = draw_figure("leg-press", "foot-high", tempo=read_tempo("3-1-x-0")).svg
    assert run("Leg Press", "--variant", "foot-high", "--tempo", "3-1-x-0").output.strip() == expected
    file = tmp_path / "press.svg"
    done = run("leg press", "--variant", "foot-high", "--tempo", "3-1-x-0", "--out", str(file))
    assert done.exit_code == 0
    assert file.read_text() == expected
    assert draw_figure("leg-press", "foot-high").text in done.output


def test_front_and_still_are_chosen() -> None:
    front = ElementTree.fromstring(run("squat", "--variant", "wide", "--view", "front").output)
    assert "from the front" in "".join(front.itertext())
    assert "@keyframes" not in run("squat", "--still").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("leg press", "--tempo", "slow"), "3-1-x-0"),
        (("leg press", "--variant", "sideways"), "it has"),
        (("leg extension", "--view", "front"), "take side"),
        (("pallof press",), "the legs only stand"),
        (("leg pres",), "did you mean"),
        (("leg press", "--out", "/no/such/folder/a.svg"), "can't be written"),
    ],
)
def test_what_cannot_be_drawn_gets_one_sentence(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.output
    assert done.output.count("\n") == 1
