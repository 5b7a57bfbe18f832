"""Real logs, where they are at hand: counts against an independent reader, and every leg exercise accounted for."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from legday.exchange import read_log, settle_names
from legday.units import Mass

LOGS = Path(__file__).parents[3] / "shared" / "logs"
FILES = {
    "fitbod-old.csv": ("fitbod", "kg"),
    "fitnotes-lbs.csv": ("fitnotes", "lb"),
    "fitnotes-units-stray-comma.csv": ("fitnotes", "kg"),
    "hevy-us-dates-rpe.csv": ("hevy", "kg"),
    "strong-chinese.csv": ("strong", "lb"),
    "strong-comma-duration.csv": ("strong", "lb"),
    "strong-old-kg.csv": ("strong", "kg"),
    "strong-old-lb.csv": ("strong", "lb"),
    "strong-rest-timers.csv": ("strong", "lb"),
    "strong-russian.csv": ("strong", "kg"),
    "strong-semicolon.csv": ("strong", "lb"),
    "strong-semicolon-noheader.csv": ("strong", "lb"),
    "strong-setcodes-nonotes.csv": ("strong", "lb"),
}
CARDIO = {"Elliptical Machine", "Running (Treadmill)", "Running", "Stair Stepper", "Bike", "Rowing (Machine)"}
CARDIO |= {"Backpacking", "Cycling", "Elliptical", "HIIT Running", "HIIT Stationary Bike", "Hiking"}
CARDIO |= {"Running (Outdoor)", "Spinning"}
PARTS = ("squat", "leg press", "leg curl", "leg extension", "lunge", "calf", "deadlift", "hip thrust", "hip a", "glute")

pytestmark = pytest.mark.skipif(not LOGS.is_dir(), reason="the real logs are not here")


def independent(name: str) -> list[dict[str, str]]:
    """Read a file by the csv module alone, its columns named by hand."""
    with (LOGS / name).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";" if "semicolon" in name else ","))
    if "noheader" in name:
        rows.insert(0, next(csv.reader([(LOGS / "strong-semicolon.csv").read_text().splitlines()[0]], delimiter=";")))
    translated = {"日期": "Date", "锻炼名称": "Workout Name", "运动名称": "Exercise Name", "设置顺序": "Set Order"}
    translated |= {"重量": "Weight", "次": "Reps", "距离": "Distance", "秒": "Seconds", "kg": "Weight", "lb": "Weight"}
    translated |= {"km": "Distance", "mi": "Distance", "title": "Workout Name", "exercise_title": "Exercise Name"}
    translated |= {"weight_kg": "Weight", "reps": "Reps", "distance_km": "Distance", "duration_seconds": "Seconds"}
    translated |= {"start_time": "Date", "set_index": "Set Order"}
    translated |= {"Exercise": "Exercise Name", "Weight (lbs)": "Weight", "Time": "Seconds"}
    named = [dict(zip((translated.get(h, h) for h in rows[0]), _whole(row, len(rows[0])), strict=True)) for row in rows]
    return [{"Seconds": "", "Distance": "", "Set Order": "", "Sets": "1", **row} for row in named[1:]]


def _whole(row: list[str], width: int) -> list[str]:
    """Put exercises back together that FitNotes wrote with a comma and without quotation marks."""
    return row if len(row) == width else [row[0], f"{row[1]},{row[2]}", *row[3:]]


def seconds_of(text: str) -> float:
    if ":" not in text:
        return float(text or 0)
    hours, minutes, seconds = map(float, text.split(":"))
    return 3600 * hours + 60 * minutes + seconds


def kind_of(row: dict[str, str]) -> str:
    """Say by hand-written rules for these very files what a row is."""
    reps, distance = (float(row[column] or 0) for column in ("Reps", "Distance"))
    seconds = seconds_of(row["Seconds"])
    if row["Set Order"] == "Rest Timer":
        return "rest timer"
    if reps > 1000 or float(row["Weight"] or 0) < 0:
        return "listed"
    if row["Exercise Name"] in CARDIO and (seconds or distance):
        return "cardio"
    if row["Exercise Name"] in ("Stretching", "Yoga"):
        return "stretching"
    return "set" if reps or seconds or distance else "not done"


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for_as_an_independent_count_has_it(name: str) -> None:
    reading = read_log(LOGS / name)
    rows = independent(name)
    counts = Counter(map(kind_of, rows))
    assert (reading.format, reading.unit) == FILES[name]
    assert reading.rows == len(rows) == reading.sets + sum(reading.other.values()) + len(reading.listed)
    made = sum(int(row["Sets"]) for row in rows if kind_of(row) == "set")
    assert (reading.sets, reading.sets_made, len(reading.listed)) == (counts.pop("set"), made, counts.pop("listed", 0))
    assert reading.other == counts


@pytest.mark.parametrize("name", FILES)
def test_every_set_has_the_numbers_of_its_row(name: str) -> None:
    reading = read_log(LOGS / name)
    by_line = {done.source_line: (start, done) for start, done in reading.log.sets()}
    first = 1 if "noheader" in name else 2
    for line, row in enumerate(independent(name), start=first):
        if kind_of(row) != "set":
            continue
        start, done = by_line.pop(line)
        assert done.name == row["Exercise Name"].strip()
        assert float(done.reps or 0) == float(row["Reps"] or 0)
        assert float(done.seconds or 0) == seconds_of(row["Seconds"])
        load = done.load or Mass(0, "kg")
        unit = FILES[name][1]
        assert float(load.to("lb" if unit == "lb" else "kg").value) == pytest.approx(
            float(row["Weight"] or 0), rel=2e-6
        )
        form = {"hevy": "%b %d, %Y, %I:%M %p", "strong": "%Y-%m-%d %H:%M:%S"}.get(reading.format, "%Y-%m-%d")
        assert start == dt.datetime.strptime(row["Date"], form)
    assert not by_line


@pytest.mark.parametrize("name", FILES)
def test_every_leg_exercise_is_mapped_or_reported(name: str) -> None:
    log, report = settle_names(read_log(LOGS / name).log, {})
    mapped, unsettled, other = (
        {found.name for found in part} for part in (report.mapped, report.unsettled, report.other)
    )
    names = {done.name for _, done in log.sets()}
    assert mapped | unsettled | other == names
    assert len(mapped) + len(unsettled) + len(other) == len(names)
    legs = {name for name in names if any(part in name.lower() for part in PARTS)}
    assert legs & mapped
    assert not legs & other
    total = sum(found.sets for part in (report.mapped, report.unsettled, report.other) for found in part)
    assert total == sum(1 for _ in log.sets())
    settled = {done.name for _, done in log.sets() if done.exercise}
    assert settled == mapped


def test_kilograms_stored_as_pounds_come_back_exactly() -> None:
    log = read_log(LOGS / "strong-chinese.csv").log
    entered = Counter(done.load.unit for _, done in log.sets() if done.load)
    assert entered["kg"] > 5000
    assert all((done.load.value * 20) % 1 == 0 for _, done in log.sets() if done.load and done.load.unit == "kg")
