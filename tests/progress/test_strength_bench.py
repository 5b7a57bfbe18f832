"""The comparison of ways to foretell reps, run as people run it, beside its numbers worked out from the files again."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"


def write_log(file: Path, seed: int) -> list[tuple[str, float, int]]:
    """Write an export of Strong, and return its top sets: exercise, load, reps."""
    random, rows, tops = Random(seed), [HEADER], []  # noqa: S311
    for day in range(36):
        for exercise in ("Squat (Barbell)", "Leg Press"):
            kg = 60 + 2.5 * random.randint(0, 8)
            sets = sorted(((kg - 5 * random.randint(0, 1), random.randint(5, 10)) for _ in range(3)), reverse=True)
            for order, (load, reps) in enumerate(sets, start=1):
                date = f"2026-{1 + day // 28:02}-{1 + day % 28:02} 18:00:00"
                rows.append(f"{date},Legs,1h,{exercise},{order},{load},{reps},0,0,,,")
            tops.append((exercise, *max(sets)))
    file.write_text("\n".join(rows) + "\n")
    return tops


def error_of_the_last_session(tops: list[tuple[str, float, int]]) -> list[int]:
    before: dict[str, list[int]] = {}
    found = []
    for exercise, _, reps in tops:
        known = before.setdefault(exercise, [])
        if len(known) >= 5:
            found.append(abs(reps - known[-1]))
        known.append(reps)
    return found


def test_the_comparison_says_what_the_files_say(tmp_path: Path) -> None:
    athletes = [error_of_the_last_session(write_log(tmp_path / f"{seed}.csv", seed)) for seed in (1, 2)]
    command = [sys.executable, "-m", "bench.strength", "--logs", str(tmp_path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    found = json.loads(done.stdout)
    assert (found["cases"], found["athletes"]) == (sum(map(len, athletes)), 2)
    scores = {score["name"]: score for score in found["scores"]}
    assert len(scores) == 8
    together = [error for errors in athletes for error in errors]
    assert scores["last session's reps"]["micro"] == pytest.approx(sum(together) / len(together))
    assert scores["last session's reps"]["macro"] == pytest.approx(sum(sum(e) / len(e) for e in athletes) / 2)
    assert scores["legday"]["micro"] < scores["last session's reps"]["micro"]
    assert set(found["held"]) == {"0.5", "0.8", "0.95"}


def test_a_folder_without_logs_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing\n")
    with (tmp_path / "other.csv").open("w") as file:
        csv.writer(file).writerows([["a", "b"], [1, 2]])
    command = [sys.executable, "-m", "bench.strength", "--logs", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 1
    assert "there is no log here" in done.stderr
    assert "Traceback" not in done.stderr
