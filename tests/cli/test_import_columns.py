"""`legday import` of tables whose columns are not known: named by an option, asked for on a terminal, else refused."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from legday.cli import main; main()", "import"]
ROWS = "Wann;Was;Viel;Schwer\n2026-01-05;Beinpresse;12;80\n2026-01-07;Kniebeuge;6;100\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "home"))
    file = tmp_path / "own.csv"
    file.write_text(ROWS)
    return file


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL)


def on_terminal(answers: str, *arguments: object) -> tuple[int, str, str]:
    """Run the command on a terminal with answers typed ahead; returns its code, what it printed and what it asked."""
    ours, theirs = pty.openpty()
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, text=True) as process:
        os.close(theirs)
        os.write(ours, answers.encode())
        assert process.stdout
        printed = process.stdout.read()
        asked = b""
        try:
            while chunk := os.read(ours, 4096):
                asked += chunk
        except OSError:  # Linux says so at the end
            pass
        os.close(ours)
        return process.wait(timeout=60), printed, asked.decode()


def test_columns_are_named_by_heading_or_number(table: Path) -> None:
    done = run(table, "--column", "reps=viel", "--column", "weight=4", "--unit", "kg", "--json")
    [told] = json.loads(done.stdout)["files"]
    assert (done.returncode, told["format"], told["sets"], told["listed"]) == (0, "csv", 2, [])
    assert told["saved"]["is_new"]


def test_without_a_terminal_one_sentence_names_the_option_and_nothing_is_kept(table: Path) -> None:
    done = run(table)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{table}:1: no column is known to hold the reps, seconds or distance (columns: Wann, Was, Viel, Schwer); "
        "name it, as in --column date=Day --column exercise=Lift --column reps=4, by heading or number\n"
    )
    assert json.loads(run("--list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("reps", "as in reps=Wdh, not 'reps'"),
        ("=Viel", "as in reps=Wdh, not '=Viel'"),
        ("reps=", "as in reps=Wdh, not 'reps='"),
        ("colour=Viel", "there is no 'colour'"),
        ("reps=Wie viel", "there is no column 'Wie viel'; there are: Wann, Was, Viel, Schwer"),
    ],
)
def test_an_option_that_names_nothing_is_told(table: Path, option: str, words: str) -> None:
    done = run(table, "--column", option)
    assert done.returncode == 2
    assert words in done.stderr


def test_on_a_terminal_what_is_needed_is_asked_with_what_there_is(table: Path) -> None:
    code, printed, asked = on_terminal("9\n3\n4\nlb\n", table, "--json")
    assert code == 0, asked
    assert "  3  Viel, such as 12" in asked
    assert "Which one holds the reps?" in asked
    assert "9 is not in the range" in asked
    assert "Which one holds the weight?" in asked
    assert "are the weights in kg or lb?" in asked
    assert "holds the date" not in asked
    [told] = json.loads(printed)["files"]
    assert (told["sets"], told["unit"], told["unit_basis"]) == (2, "lb", "as asked for")


def test_what_was_named_is_not_asked_and_a_set_may_be_a_time_without_a_weight(table: Path) -> None:
    code, printed, asked = on_terminal("0\n3\n0\n", table, "--column", "exercise=Was", "--json")
    assert code == 0, asked
    [told] = json.loads(printed)["files"]
    assert (told["sets"], told["unit"]) == (2, None)
    assert asked.index("holds the reps") < asked.index("holds the seconds") < asked.index("holds the weight")


def test_a_table_that_has_not_what_is_needed_is_refused_after_asking(table: Path) -> None:
    code, printed, asked = on_terminal("0\n0\n0\n", table)
    assert (code, printed) == (2, "")
    assert "no column is known to hold the reps, seconds or distance" in asked


def test_a_unit_that_is_given_or_stated_is_not_asked_for(table: Path) -> None:
    named = ("--column", "reps=3", "--column", "weight=4")
    code, _, asked = on_terminal("", table, *named, "--unit", "kg")
    assert (code, asked) == (0, "")
    table.write_text(ROWS.replace("Schwer", "kg"))
    code, _, asked = on_terminal("", table, "--column", "reps=3")
    assert (code, asked) == (0, "")
