"""Tables with columns for each set of a row are read back equal, and what can't be read of them is listed."""

import csv
import io
import itertools
from collections.abc import Sequence
from decimal import Decimal

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_files import Keeps, logs

from legday.documents import InputError
from legday.exchange import Reading, read_log
from legday.log import Log, LoggedSet
from legday.units import MassUnit

KEPT = Keeps(lengths=False, session_notes=False, kinds=("normal",), holds=False, rpe=False, notes=False)
HEADINGS = {
    "apart": ("Set {} (Reps)", "Set {} ({unit})"),
    "glued": ("reps_{}", "weight_{}_{unit}"),
    "German": ("Wdh {}", "Gewicht {} ({unit})"),
    "weight first": ("{}. Reps", "{}. {unit}"),
}


def write_wide(log: Log, form: str, unit: MassUnit) -> tuple[bytes, int]:
    """Write a row for each run of sets of an exercise, with two columns for each set; returns how many there are."""
    runs = [
        (session, name, list(same))
        for session in log.sessions
        for name, same in itertools.groupby(session.sets, lambda done: done.name)
    ]
    most = max(2, *(len(same) for _, _, same in runs)) if runs else 2
    numbered = [heading.format(number, unit=unit) for number in range(1, most + 1) for heading in HEADINGS[form]]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Date", "Workout", "Exercise", *numbered])
    for session, name, same in runs:
        cells = itertools.chain.from_iterable((done.reps, done.load.value if done.load else "") for done in same)
        blanks = [""] * 2 * (most - len(same))
        writer.writerow([session.start, session.name, name, *cells, *blanks])
    return out.getvalue().encode(), len(runs)


def seen(log: Log) -> list[object]:
    return [
        (session.start, session.name, [(s.name, s.position, s.reps, s.load) for s in session.sets])
        for session in log.sessions
    ]


@pytest.mark.parametrize("form", HEADINGS)
@given(data=st.data(), unit=st.sampled_from(("kg", "lb")))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_wide_table_comes_back(form: str, data: st.DataObject, unit: MassUnit) -> None:
    log = KEPT.of(data.draw(logs(unit, apart=24 * 60)))
    named = Log(tuple(msgspec.structs.replace(s, name=f"W{s.name}") for s in log.sessions))
    content, rows = write_wide(named, form, unit)
    if rows:
        reading = read_log(content, "wide.csv")
        assert (reading.rows, reading.sets, reading.unit) == (rows, rows, unit)
        assert seen(reading.log) == seen(named)


def read(*lines: str) -> Reading:
    return read_log("\n".join(lines).encode(), "wide.csv")


def told(sets: Sequence[LoggedSet]) -> list[tuple[str, str, str]]:
    return [(done.name, str(done.reps), str(done.load)) for done in sets]


@pytest.mark.parametrize("headings", ["Set 1,Set 2,Set 3", "S1,S2,S3", "Satz 1,Satz 2,Satz 3", "Rep 1,Rep 2,Rep 3"])
def test_columns_of_reps_share_the_weight_of_the_row(headings: str) -> None:
    rows = "2026-01-01,Squat,100,kg,5,5,4", "2026-01-01,Press,90,lb,8,,"
    [session] = read(f"Date,Exercise,Weight,Unit,{headings}", *rows).log.sessions
    assert told(session.sets) == [
        *(("Squat", "5", "100 kg"), ("Squat", "5", "100 kg"), ("Squat", "4", "100 kg"), ("Press", "8", "90 lb")),
    ]


def test_cells_may_hold_the_weight_and_the_reps_of_a_set() -> None:
    rows = '2026-01-01,Squat,"70kg, 6",72.5 kg x 5,5 @ 75kg', "2026-01-01,Pull Up,7,6,", "2026-01-01,Row,60x10,1x8,"
    [session] = read("Date,Exercise,Set1,Set2,Set3", *rows).log.sessions
    assert told(session.sets) == [
        *(("Squat", "6", "70 kg"), ("Squat", "5", "72.5 kg"), ("Squat", "5", "75 kg")),
        *(("Pull Up", "7", "None"), ("Pull Up", "6", "None"), ("Row", "10", "60 kg"), ("Row", "8", "1 kg")),
    ]


def test_each_set_may_have_its_exertion_and_its_time() -> None:
    head = "Date,Exercise,Set 1 Reps,Set 1 RPE,Set 1 Seconds,Set 2 Reps,Set 2 RPE,Set 2 Seconds"
    [session] = read(head, "2026-01-01,Squat,5,8,,5,9.5,", "2026-01-01,Plank,,,60,,,45").log.sessions
    assert [(done.reps, done.rpe, done.seconds) for done in session.sets] == [
        *((Decimal(5), Decimal(8), None), (Decimal(5), Decimal("9.5"), None)),
        *((None, None, Decimal(60)), (None, None, Decimal(45))),
    ]


def test_a_time_of_a_set_may_be_in_minutes() -> None:
    [session] = read("Date,Exercise,Set 1 (min),Set 2 (min)", "2026-01-01,Plank,1.5,1").log.sessions
    assert [done.seconds for done in session.sets] == [90, 60]


def test_a_row_without_a_set_is_not_done_and_one_with_a_set_that_is_none_is_listed() -> None:
    rows = "2026-01-01,Squat,70x6,70x6", "2026-01-01,Press,,", "2026-01-01,Row,70x6,lots"
    reading = read("Date,Exercise,Set 1,Set 2", *rows)
    assert (reading.rows, reading.sets, reading.other) == (3, 1, {"not done": 1})
    assert [(each.line, each.reason) for each in reading.listed] == [
        (4, "'lots' is no number of reps, and no weight x reps")
    ]


def test_totals_and_records_beside_the_sets_are_passed_over() -> None:
    head = (
        "Date (yyyy/mm/dd),Workout,Workout Name,Body Weight (LB),Exercise,Sets×Reps,Top Set (Reps×LB),e1RM (LB),Reps,"
        "Volume (LB),Duration (hours),Start Time (h:mm),End Time (h:mm),"
        "Set 1 (Reps),Set 1 (LB),Set 2 (Reps), Set 2 (LB)"
    )
    row = "2026/03/03,7,Workout A,175,Squat,2×5,5×200,225,10,2000,1.5,10:02 AM,11:32 AM,5,195,5,200"
    reading = read(head, row)
    [session] = reading.log.sessions
    assert told(session.sets) == [("Squat", "5", "195 lb"), ("Squat", "5", "200 lb")]
    assert (session.name, session.start.hour, session.seconds, reading.unit) == ("Workout A", 10, 90 * 60, "lb")


@pytest.mark.parametrize(
    "headings",
    ["Exercise 1,Set 1,Set 2,Exercise 2,Set 1,Set 2", "Exercise,Set 2,Set 3", "Exercise,Set 1", "Exercise,Kg 1,Kg 2"],
)
def test_several_exercises_in_a_row_and_columns_that_do_not_count_from_one_are_refused(headings: str) -> None:
    cells = ",".join("Squat" if "Exercise" in heading else "5" for heading in headings.split(","))
    with pytest.raises(InputError, match=r"^wide\.csv:1: .* --column reps=4, by heading or number$"):
        read(f"Date,{headings}", f"2026-01-01,{cells}")


def test_named_reps_go_before_columns_of_sets() -> None:
    content = b"Date,Exercise,Set 1,Set 2\n2026-01-01,Squat,5,6\n"
    reading = read_log(content, "wide.csv", columns={"reps": "Set 2"})
    assert [str(done.reps) for _, done in reading.log.sets()] == ["6"]
