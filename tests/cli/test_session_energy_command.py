"""`legday energy session` and `legday energy trunk`: what they print, and one sentence where something is wrong."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from legday.cli.main import main

LOG = """date,workout,exercise,reps,weight,unit,seconds
2026-01-05 18:00,Legs,Squat,8,100,kg,
2026-01-05 18:00,Legs,Squat,8,100,kg,
2026-01-05 18:00,Legs,Wall Sit,,,,45
2026-01-08 18:00,Press,Leg Press,10,180,kg,
"""


def run(*arguments: object) -> Result:
    """Run the whole command, with the exit codes and sentences that `main` makes of errors."""

    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("given", nargs=-1, type=click.UNPROCESSED)
    def whole(given: tuple[str, ...]) -> None:
        main(list(given))

    return CliRunner().invoke(whole, [str(each) for each in arguments])


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "home"))
    file = tmp_path / "log.csv"
    file.write_text(LOG, encoding="utf-8")
    return file


def test_a_session_is_told_by_exercise_beside_running(log: Path) -> None:
    done = run("energy", "session", "2026-01-05", "--log", log, "--mass", "80 kg", "--height", "180 cm")
    assert done.exit_code == 0, done.output
    assert "Legs, 5 January 2026: about " in done.stdout
    for words in ("Barbell back squat", "Wall sit", "Running", "Upper-body lifting", "By METs", "kJ"):
        assert words in done.stdout


def test_json_has_the_latest_session_and_minutes_count(log: Path) -> None:
    done = run("energy", "session", "--log", log, "--mass", "176.37 lb", "--minutes", 3, "--json")
    (told,) = json.loads(done.stdout)
    assert told["session"] == "Press, 8 January 2026"
    energy = told["energy"]
    assert energy["minutes"] == pytest.approx(3)
    assert energy["body_mass"] == pytest.approx(80, abs=0.01)
    assert energy["net"]["low"] < energy["net"]["best"] < energy["net"]["high"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("session", "2026-01-05"), "--mass: say what you weigh"),
        (("session", "2026-01-05", "--mass", "80"), "--mass: expected a mass"),
        (("session", "2026-01-05", "--mass", "9 kg"), "--mass: this must be between"),
        (("session", "2026-01-05", "--mass", "80 kg", "--height", "tall"), "--height: expected a height"),
        (("session", "2026-01-05", "--mass", "80 kg", "--minutes", "-3"), "--minutes: these must be above 0"),
        (("session", "2026-01-06", "--mass", "80 kg"), "nothing is logged or planned for"),
    ],
)
def test_what_is_wrong_is_one_sentence(log: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("energy", *arguments, "--log", log)
    assert done.exit_code == 2, done.output
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_empty_log_is_said(log: Path) -> None:
    done = run("energy", "session", "--mass", "80 kg")
    assert done.exit_code == 2
    assert "nothing is logged" in done.stderr
    assert log.exists()


def test_the_trunk_lifts_of_a_week_are_listed(log: Path) -> None:
    done = run("energy", "trunk", "--log", log, "--week", "2026-01-07")
    assert done.stdout.splitlines()[0] == "Week of 5 January 2026: 2 sets load the trunk, 0 sets train it."
    assert "Barbell back squat" in done.stdout
    assert "Leg press" not in done.stdout
