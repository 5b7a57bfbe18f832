"""Logs written as FitNotes, Fitbod, Liftosaur, wger, Jefit and athletes themselves write them are read back equal."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_files import (
    FITNOTES,
    JEFIT,
    LIFTOSAUR,
    NEW_FITBOD,
    OLD_FITBOD,
    OWN,
    OWN_HEADINGS,
    WGER,
    Dialect,
    WgerForm,
    dialects,
    logs,
    write_fitnotes,
    write_jefit,
    write_liftosaur,
    write_new_fitbod,
    write_old_fitbod,
    write_own,
    write_wger,
)

from legday.documents import InputError
from legday.exchange import Reading, read_log, table
from legday.log import Log
from legday.units import MassUnit

_units: st.SearchStrategy[MassUnit] = st.sampled_from(("kg", "lb"))
_slow = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
_APART = 24 * 60
"""Sessions a day apart, where a format knows them by their times only [min]."""


def assert_read_back(reading: Reading, log: Log, rows: int | None = None) -> None:
    """Check that the log came back, in the units it was entered in, with every row accounted for."""

    def seen(log: Log) -> list[object]:
        return [
            (
                *(session.start, session.name, session.seconds, session.note),
                *((s.name, s.position, s.kind, s.reps, s.load, s.seconds, s.rpe, s.note) for s in session.sets),
            )
            for session in log.sessions
        ]

    assert seen(reading.log) == seen(log)
    entered = [done.load.unit for _, done in log.sets() if done.load]
    assert [done.load.unit for _, done in reading.log.sets() if done.load] == entered
    assert reading.sets_made == sum(1 for _ in log.sets())
    assert reading.rows == reading.sets == (reading.sets_made if rows is None else rows)
    assert (reading.other, reading.listed) == ({}, ())


@given(data=st.data(), unit=_units, dialect=dialects, unit_column=st.booleans(), comments=st.booleans())
@_slow
def test_fitnotes_comes_back(
    data: st.DataObject, unit: MassUnit, dialect: Dialect, unit_column: bool, comments: bool
) -> None:
    log = FITNOTES.of(data.draw(logs(unit, noted=comments)))
    content = write_fitnotes(log, unit, dialect, unit_column=unit_column, comments=comments)
    reading = read_log(content, "log.csv")
    assert reading.format == "fitnotes"
    assert_read_back(reading, log)


@given(data=st.data(), unit=_units, dialect=dialects)
@_slow
def test_old_fitbod_comes_back_with_every_set_of_a_row(data: st.DataObject, unit: MassUnit, dialect: Dialect) -> None:
    log = OLD_FITBOD.of(data.draw(logs(unit)))
    content, rows = write_old_fitbod(log, dialect)
    if rows:
        reading = read_log(content, "log.csv", unit=unit)
        assert reading.format == "fitbod"
        assert_read_back(reading, log, rows)


@given(data=st.data(), unit=_units, dialect=dialects)
@_slow
def test_new_fitbod_comes_back(data: st.DataObject, unit: MassUnit, dialect: Dialect) -> None:
    log = NEW_FITBOD.of(data.draw(logs(unit, apart=_APART)))
    reading = read_log(write_new_fitbod(log, unit, dialect), "log.csv")
    assert reading.format == "fitbod"
    assert_read_back(reading, log)


@given(data=st.data(), unit=_units, dialect=dialects, new=st.booleans(), weight_as_asked=st.booleans())
@_slow
def test_liftosaur_comes_back(
    data: st.DataObject, unit: MassUnit, dialect: Dialect, new: bool, weight_as_asked: bool
) -> None:
    log = LIFTOSAUR.of(data.draw(logs(unit)))
    if log.sessions:
        content = write_liftosaur(log, dialect, new=new, weight_as_asked=weight_as_asked)
        reading = read_log(content, "log.csv")
        assert reading.format == "liftosaur"
        assert_read_back(reading, log)


@pytest.mark.parametrize("form", ["pages", "routine", "parts", "lines"])
@given(data=st.data(), unit=_units)
@_slow
def test_wger_comes_back_from_answers_of_every_kind(form: WgerForm, data: st.DataObject, unit: MassUnit) -> None:
    log = WGER.of(data.draw(logs(unit, apart=_APART)))
    reading = read_log(write_wger(log, form), "log.json")
    assert (reading.format, reading.counted) == ("wger", "entry")
    assert_read_back(reading, log)
    assert [row.line for row in reading.source_rows] == list(range(1, reading.rows + 1))


@given(data=st.data(), unit=_units)
@_slow
def test_jefit_comes_back_out_of_its_many_tables(data: st.DataObject, unit: MassUnit) -> None:
    log = JEFIT.of(data.draw(logs(unit)))
    content, rows = write_jefit(log)
    if rows:
        reading = read_log(content, "log.csv", unit=unit)
        assert reading.format == "jefit"
        assert_read_back(reading, log, rows)


@pytest.mark.parametrize("language", OWN_HEADINGS)
@given(
    data=st.data(),
    unit=_units,
    dialect=dialects,
    order=st.permutations(range(10)),
    form=st.sampled_from(("%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%d %b %Y, %H:%M:%S", "%Y/%m/%d %H:%M:%S")),
)
@_slow
def test_a_table_of_ones_own_comes_back_with_columns_in_any_order_and_language(
    language: str, data: st.DataObject, unit: MassUnit, dialect: Dialect, order: list[int], form: str
) -> None:
    log = OWN.of(data.draw(logs(unit, apart=_APART)))
    reading = read_log(write_own(log, language, unit, dialect, order, form), "log.csv")
    assert reading.format == "csv"
    assert_read_back(reading, log)


FITNOTES_OF_THE_IPHONE = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind"


def test_fitnotes_of_the_iphone_has_a_column_for_each_unit_and_the_one_that_is_filled_counts() -> None:
    rows = (
        *("2026-01-15,Squat,Legs,100,,5,,,,,", "2026-01-15,Squat,Legs,,225,4,,,,deep,Warmup"),
        *("2026-01-15,Squat,Legs,60,132.28,9,,,,,Odd", "2026-01-15,Plank,Abs,,,,,,0:01:30,,"),
    )
    reading = read_log("\n".join([FITNOTES_OF_THE_IPHONE, *rows]).encode(), "log.csv")
    assert reading.format == "fitnotes"
    assert [(str(done.reps), str(done.load), done.kind, done.note) for _, done in reading.log.sets()] == [
        *(("5", "100 kg", "normal", ""), ("4", "225 lb", "warm-up", "deep")),
        *(("9", "60 kg", "normal", ""), ("None", "None", "normal", "")),
    ]


def test_hevy_by_other_hands_has_other_headings_for_times_and_weights() -> None:
    head = "title,start_time,end_time,exercise_title,set_index,set_type,weight,reps,distance_meters,duration_s"
    row = "Legs,2026-09-22 10:00:00,2026-09-22 11:15:00,{}\n"
    rows = [row.format(rest) for rest in ("Squat,0,normal,100,5,,", "Plank,0,normal,,,,60", "Sled Push,0,normal,,,20,")]
    reading = read_log(f"{head}\n{''.join(rows)}".encode(), "log.csv", unit="kg")
    assert reading.format == "hevy"
    assert [(str(s.load), str(s.reps), str(s.seconds), str(s.meters)) for _, s in reading.log.sets()] == [
        *(("100 kg", "5", "None", "None"), ("None", "None", "60", "None"), ("None", "None", "None", "20")),
    ]


def wger(**values: object) -> Reading:
    log = {"id": 1, "date": "2026-01-05", "exercise": 7, "repetitions": "5", "weight": "100.00", **values}
    exercise = {"id": 7, "category": 9, "translations": [{"name": "Sled Push", "language": 2}]}
    return read_log(json.dumps([log, exercise]).encode(), "log.json")


@pytest.mark.parametrize(
    ("unit", "amount", "expected"),
    [
        (3, "45", ("None", "45", "None")),
        (4, "1.5", ("None", "90", "None")),
        ("Minutes", "2", ("None", "120", "None")),
        ({"id": 5, "name": "Miles"}, "0.5", ("None", "None", "804.672")),
        (6, "0.05", ("None", "None", "50")),
        (8, "20", ("None", "None", "20")),
        (7, "12", ("12", "None", "None")),
        (None, "12", ("12", "None", "None")),
    ],
)
def test_wger_counts_repetitions_in_many_units(unit: object, amount: str, expected: tuple[str, str, str]) -> None:
    [(_, done)] = wger(repetitions_unit=unit, repetitions=amount).log.sets()
    assert (str(done.reps), str(done.seconds), str(done.meters and done.meters.normalize() + 0)) == expected


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"repetitions_unit": "furlongs"}, "the unit of the repetitions, 'furlongs', is not known"),
        ({"exercise": 8}, "the exercise is only a number, 8; put the answer of exerciseinfo into the file, too"),
        ({"comment": "x" * 100_000}, "the entry is longer than 100,000 characters; what is beyond is not kept"),
        ({"weight_unit": "plates"}, "the unit 'plates' is not known; legday reads kg and lb"),
        ({"weight": True}, "weight: 'true' is not a number"),
    ],
)
def test_an_entry_of_wger_that_is_not_clear_is_listed(values: dict[str, object], reason: str) -> None:
    reading = wger(**values)
    assert [(listed.line, listed.reason) for listed in reading.listed] == [(1, reason)]
    assert len(reading.source_rows[0].raw) <= 100_000


def test_a_session_of_wger_may_have_a_day_with_times_and_stand_in_its_logs() -> None:
    session = {
        "id": 3,
        "date": "2026-01-05T00:00:00",
        "time_start": "18:00:00",
        "time_end": "19:05:00",
        "notes": "good",
    }
    exercise = {"id": 7, "name": "Squat"}
    reading = wger(session=session, exercise=exercise, weight_unit="body weight", date=None)
    [only] = reading.log.sessions
    assert (only.start.isoformat(), only.seconds, only.note) == ("2026-01-05T18:00:00", 65 * 60, "good")
    assert [(done.name, done.load) for done in only.sets] == [("Squat", None)]


def test_the_english_name_of_an_exercise_of_wger_counts_wherever_it_stands() -> None:
    answers = [
        {"exercise": 7, "name": "Kniebeuge", "language": 1},
        {"exercise": 7, "name": "Squat", "language": 2},
        {"exercise": 7, "name": "Sentadilla", "language": 4},
    ]
    log = {"date": "2026-01-05", "exercise": 7, "repetitions": "5", "weight": "100"}
    [(_, done)] = read_log(json.dumps({"workoutlog": [log], "names": answers}).encode(), "log.json").log.sets()
    assert done.name == "Squat"


def test_more_entries_than_rows_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_ROWS", 1)
    logs = [{"date": "2026-01-05", "exercise_name": "Squat", "repetitions": 5, "weight": 100}] * 2
    with pytest.raises(InputError, match=r"^log\.json: the file has more than 1 entries; export it in parts$"):
        read_log(json.dumps(logs).encode(), "log.json")
