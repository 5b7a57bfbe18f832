"""Real logs, where they are at hand: counts against an independent reader, and every leg exercise accounted for."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from legday.documents import InputError
from legday.exchange import read_log, settle_names
from legday.units import Mass

LOGS = Path(__file__).parents[3] / "shared" / "logs"
FILES = {
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
    return [dict(zip((translated.get(h, h) for h in rows[0]), row, strict=True)) for row in rows[1:]]


def kind_of(row: dict[str, str]) -> str:
    """Say by hand-written rules for these very files what a row is."""
    reps, seconds, distance = (float(row[column] or 0) for column in ("Reps", "Seconds", "Distance"))
    if row["Set Order"] == "Rest Timer":
        return "rest timer"
    if reps > 1000:
        return "listed"
    if row["Exercise Name"] in CARDIO and (seconds or distance):
        return "cardio"
    if row["Exercise Name"] == "Stretching":
        return "stretching"
    return "set" if reps or seconds or distance else "not done"


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for_as_an_independent_count_has_it(name: str) -> None:
    reading = read_log(LOGS / name)
    rows = independent(name)
    counts = Counter(map(kind_of, rows))
    assert (reading.format, reading.unit) == FILES[name]
    assert reading.rows == len(rows) == reading.sets + sum(reading.other.values()) + len(reading.listed)
    assert (reading.sets, len(reading.listed)) == (counts.pop("set"), counts.pop("listed", 0))
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
        assert float(done.seconds or 0) == float(row["Seconds"] or 0)
        load = done.load or Mass(0, "kg")
        unit = FILES[name][1]
        assert float(load.to("lb" if unit == "lb" else "kg").value) == pytest.approx(
            float(row["Weight"] or 0), rel=1e-6
        )
        form = "%b %d, %Y, %I:%M %p" if reading.format == "hevy" else "%Y-%m-%d %H:%M:%S"
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


@pytest.mark.parametrize("name", ["fitnotes-lbs.csv", "fitnotes-units-stray-comma.csv", "fitbod-old.csv"])
def test_logs_of_apps_that_are_not_read_yet_are_refused(name: str) -> None:
    with pytest.raises(InputError, match="no log of Hevy or Strong that is known"):
        read_log(LOGS / name)
