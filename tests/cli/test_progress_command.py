"""`legday progress`: readable in a terminal, the same as JSON, and one sentence where something is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from legday.cli.main import legday

ROWS = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


def export(file: Path, weeks: int, end: int) -> Path:
    """A log of squats: three sessions a week, 2.5 % more every week up to one, then always the same."""
    lines = [ROWS]
    for number in range(3 * weeks):
        week = min(number / 3, end)
        day, month = number * 7 // 3 % 28 + 1, 1 + number * 7 // 3 // 28
        lines += [
            f"2026-{month:02}-{day:02} 18:00:00,Legs,Squat (Barbell),{n},{100 * 1.025**week:.1f},{8},0,0,,,10\n"
            for n in (1, 2)
        ]
    file.write_text("".join(lines), encoding="utf-8")
    return file


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def test_a_plateau_is_told_with_its_reasons_and_what_is_planned(home: Path) -> None:
    log = export(home / "strong.csv", 20, 14)
    arguments = ["progress", "--log", str(log), "--on", "2026-05-25", "--level", "intermediate"]
    told = CliRunner().invoke(legday, arguments)
    assert told.exit_code == 0, told.output
    assert "Barbell back squat" in told.output
    assert "Plateau" in told.output
    assert "hard sets a week for quads" in told.output
    found = json.loads(CliRunner().invoke(legday, [*arguments, "--json"]).output)
    (plateau,) = found["plateaus"]
    assert plateau["plateau"]["exercises"] == ["squat"]
    assert plateau["answer"]["kind"] == "more-sets"
    assert plateau["reasons"][0]["sentence"].split(";")[0] in " ".join(told.output.split())
    assert found["answers"][0] == plateau["answer"]


@pytest.mark.usefixtures("home")
def test_an_empty_log_says_what_to_do() -> None:
    told = CliRunner().invoke(legday, ["progress"])
    assert told.exit_code == 0
    assert "legday import" in told.output
