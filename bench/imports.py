"""How long a large log takes to be read beside a bare pass of `csv.reader` over the same file.

Both are the fastest of several passes in turn: anything slower is other work of the machine.
"""

import csv
import datetime as dt
import tempfile
import time
from pathlib import Path

from bench.result import Result
from legday.exchange import read_log

ROWS = 100_000
PASSES = 7
EXERCISES = (
    "Squat (Barbell)",
    "Leg Press",
    "Lying Leg Curl (Machine)",
    "Bench Press (Barbell)",
    "Lat Pulldown (Cable)",
)
HEADINGS = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"


def import_rows() -> Result:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "strong.csv"
        _write(file)
        with file.open(newline="") as lines:
            assert read_log(file).sets == sum(1 for _ in csv.reader(lines)) - 1
        bare, ours = (min(seconds) for seconds in zip(*(_both(file) for _ in range(PASSES)), strict=True))
    return Result(f"import of {ROWS:,} rows (baseline: csv.reader)", "s", ours, 3 * bare + 0.5, bare)


def _both(file: Path) -> tuple[float, float]:
    """Time a bare pass and an import, one after the other [s]: what else the machine does then bears on both."""
    begun = time.perf_counter()
    _bare(file)
    between = time.perf_counter()
    read_log(file)
    return between - begun, time.perf_counter() - between


def _bare(file: Path) -> int:
    with file.open(newline="") as lines:
        return sum(1 for _ in csv.reader(lines))


def _write(file: Path) -> None:
    start = dt.datetime(2018, 1, 1, 18)
    with file.open("w", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(HEADINGS.split(","))
        for row in range(ROWS):
            workout, place = divmod(row, 20)
            moment = start + dt.timedelta(days=workout // 2, hours=workout % 2)
            exercise = EXERCISES[place // 4]
            weight = 20 + 2.5 * (row * 7 % 41)
            writer.writerow(
                [moment, f"Workout {workout}", "1h 5m", exercise, place % 4 + 1, weight, 5 + row % 8, 0, 0, "", "", ""]
            )
