"""Tables of no known app: columns guessed from headings and values, or named, and several sets in one row."""

import datetime as dt
from decimal import Decimal

import pytest

from legday.documents import InputError
from legday.exchange import Reading, read_log
from legday.log import LoggedSession


def read(*lines: str, columns: dict[str, str] | None = None) -> Reading:
    return read_log("\n".join(lines).encode(), "own.csv", columns=columns)


def session(*lines: str, columns: dict[str, str] | None = None) -> LoggedSession:
    reading = read(*lines, columns=columns)
    assert (reading.format, reading.other, reading.listed) == ("csv", {}, ())
    [only] = reading.log.sessions
    return only


def told(only: LoggedSession) -> list[tuple[str, str, str]]:
    return [(done.name, str(done.reps), str(done.load)) for done in only.sets]


def test_a_column_of_sets_says_how_many_there_are() -> None:
    reading = read("Date,Exercise,Sets,Reps,Weight (kg)", "2026-01-01,Squat,3,5,100", "2026-01-01,Leg Press,4,10,200")
    assert (reading.rows, reading.sets, reading.sets_made) == (2, 2, 7)
    assert [(done.name, done.position, done.source_line) for _, done in reading.log.sets()] == [
        *(("Squat", 1, 2), ("Squat", 2, 2), ("Squat", 3, 2)),
        *(("Leg Press", 1, 3), ("Leg Press", 2, 3), ("Leg Press", 3, 3), ("Leg Press", 4, 3)),
    ]


@pytest.mark.parametrize("heading", ["Set", "Sets", "Satz", "Sätze", "Série", "Подход"])
@pytest.mark.parametrize("first", [0, 1])
def test_a_column_that_counts_up_numbers_the_sets_even_in_supersets(heading: str, first: int) -> None:
    rows = [f"2026-01-01,{name},{number},5" for number in range(first, first + 3) for name in ("Squat", "Row")]
    assert len(session(f"Date,Exercise,{heading},Reps", *rows).sets) == 6


@pytest.mark.parametrize(
    ("reps", "weight", "sets"),
    [
        ('"10, 8, 6"', "100", [("10", "100 kg"), ("8", "100 kg"), ("6", "100 kg")]),
        ("10/8/6", "80/90/100", [("10", "80 kg"), ("8", "90 kg"), ("6", "100 kg")]),
        ("10 8", "82.5 90", [("10", "82.5 kg"), ("8", "90 kg")]),
        ("10;8", '"82,5"', [("10", "82.5 kg"), ("8", "82.5 kg")]),
        ("3x5", "100", [("5", "100 kg")] * 3),
        ("2 × 12", "60", [("12", "60 kg")] * 2),
        ("12", "60", [("12", "60 kg")]),
    ],
)
def test_reps_in_a_row_are_sets(reps: str, weight: str, sets: list[tuple[str, str]]) -> None:
    first = "2026-01-01,Squat,20,5x5"
    found = told(session("Date,Exercise,Weight (kg),Reps", first, f"2026-01-01,Leg Press,{weight},{reps}"))
    assert found[5:] == [("Leg Press", *each) for each in sets]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2026-01-01,Squat,x,5,100", "sets: 'x' is no whole number"),
        ("2026-01-01,Squat,101,5,100", "sets: 101 is more than 100, the most that is read"),
        ('2026-01-01,Squat,3,"5,5",100', "the row speaks of 3 sets and lists the reps of 2"),
        ("2026-01-01,Squat,3,8-10,100", "reps: '8-10' is not a number"),
        ("2026-01-01,Squat,3,8/8,100", "reps: '8/8' is not a number"),
        ("2026-01-01,Squat,3,5,100 stone", "weight: the unit 'stone' is not known; legday reads kg and lb"),
        ("2026-01-01,Squat,3,5,heavy", "weight: 'heavy' is not a number"),
        ("2026-01-01,Squat,3,5,-20 kg", "weight: -20 kg is negative"),
    ],
)
def test_a_row_whose_sets_are_not_clear_is_listed(row: str, reason: str) -> None:
    rows = [f"2026-01-{day:02},Squat,3,5,100" for day in range(1, 11)] + ['2026-01-11,Squat,2,"5,5",100']
    reading = read("Date,Exercise,Sets,Reps,Weight (kg)", *rows, row)
    assert [(listed.line, listed.reason) for listed in reading.listed] == [(13, reason)]
    assert reading.sets_made == 32


def test_no_sets_is_not_done() -> None:
    reading = read("Date,Exercise,Sets,Reps", "2026-01-01,Squat,0,5", "2026-01-01,Squat,3,5")
    assert (reading.sets, reading.other) == (1, {"not done": 1})


def test_units_stand_in_headings_in_a_column_or_behind_the_weights() -> None:
    assert told(session("Day,Lift,Reps,Load (lbs)", "2026-01-01,Squat,5,225")) == [("Squat", "5", "225 lb")]
    assert told(session("Date,Exercise,Reps,Weight,Unit", "2026-01-01,Squat,5,225,lbs")) == [("Squat", "5", "225 lb")]
    rows = (
        "2026-01-01,Squat,5,225 lbs",
        "2026-01-01,Press,5,40kg",
        "2026-01-01,Pull Up,8,BW",
        "2026-01-01,Dip,8,BW+10 kg",
    )
    assert told(session("Date,Exercise,Reps,Weight", *rows)) == [
        *(("Squat", "5", "225 lb"), ("Press", "5", "40 kg"), ("Pull Up", "8", "None"), ("Dip", "8", "10 kg")),
    ]


def test_the_time_of_day_joins_the_date_and_a_time_of_a_set_does_not() -> None:
    rows = "2026-01-01,18:30,Squat,5", "2026-01-01,18:34,Squat,5"
    joined = session("Date,Time,Exercise,Reps", *rows)
    assert (joined.start, len(joined.sets)) == (dt.datetime(2026, 1, 1, 18, 30), 2)
    held = session("Date,Time,Exercise,Reps", "2026-01-01,1:30,Plank,", "2026-01-01,0:45,Plank,")
    assert held.start.hour == 0
    assert [float(done.seconds or 0) for done in held.sets] == [90, 45]


def test_a_length_that_all_rows_of_a_workout_share_is_its_length_and_else_that_of_a_set() -> None:
    rows = "2026-01-01,Squat,62,5", "2026-01-01,Leg Press,62,5"
    assert session("Date,Exercise,Duration,Reps", *rows).seconds == 62 * 60
    assert session("Date,Exercise,Duration (min),Reps", *rows).seconds == 62 * 60
    assert session("Date,Exercise,Workout Duration,Reps", "2026-01-01,Squat,1h 2m,5").seconds == 62 * 60
    sets = session("Date,Exercise,Duration (min),Reps", "2026-01-01,Plank,1.5,", "2026-01-01,Wall Sit,2,").sets
    assert [done.seconds for done in sets] == [90, 120]


def test_sets_with_their_own_times_are_one_session_until_a_long_gap() -> None:
    times = "10:00:00", "10:04:00", "11:20:00", "12:51:00"
    rows = [f"2026-01-01 {time},Squat,5" for time in reversed(times)]
    reading = read("Timestamp,Exercise,Reps", *rows)
    assert [(each.start.hour, len(each.sets)) for each in reading.log.sessions] == [(10, 3), (12, 1)]
    assert [done.source_line for _, done in reading.log.sets()] == [5, 4, 3, 2]


def test_an_id_of_the_workout_keeps_its_sets_together_and_apart_from_others() -> None:
    rows = "a,2026-01-01 10:00,Squat,5", "a,2026-01-01 15:00,Squat,6", "b,2026-01-01 15:01,Squat,7"
    reading = read("Workout ID,Date,Exercise,Reps", *rows)
    first, second = reading.log.sessions
    assert ([str(done.reps) for done in first.sets], first.start.hour) == (["5", "6"], 10)
    assert [str(done.reps) for done in second.sets] == ["7"]


def test_reps_in_reserve_are_ratings_of_exertion_and_warm_ups_are_told_by_word_or_sign() -> None:
    rows = "2026-01-01,Squat,5,2,x", "2026-01-01,Squat,5,0,", "2026-01-01,Squat,5,,no"
    sets = session("Date,Exercise,Reps,RIR,Warm-up", *rows).sets
    assert [done.rpe for done in sets] == [Decimal(8), Decimal(10), None]
    assert [done.kind for done in sets] == ["warm-up", "normal", "normal"]


def test_a_kind_of_set_that_is_not_known_is_a_normal_set() -> None:
    rows = [f"2026-01-01,Squat,5,{kind}" for kind in ("Warm-Up Set", "Standard Set", "Drop Set", "Top Secret")]
    sets = session("Date,Exercise,Reps,Set Type", *rows).sets
    assert [done.kind for done in sets] == ["warm-up", "normal", "drop", "normal"]


def test_what_was_planned_and_what_an_app_worked_out_is_passed_over() -> None:
    head = "Date,Target Reps,Body Weight,Exercise,Reps,1RM Weight,Weight (kg),Rest Time,Volume"
    assert told(session(head, "2026-01-01,12,80,Squat,5,117,100,120,500")) == [("Squat", "5", "100 kg")]


def test_moments_counted_in_seconds_or_milliseconds_are_dates() -> None:
    assert session("timestamp,exercise_name,reps", "1767261600,Squat,5").start == dt.datetime(2026, 1, 1, 10)
    assert session("timestamp,exercise_name,reps", "1767261600123,Squat,5").start == dt.datetime(2026, 1, 1, 10)


def test_the_category_tells_cardio_where_the_name_does_not() -> None:
    reading = read(
        "Date,Exercise,Category,Reps,Time",
        *(
            "2026-01-01,Wombling,Cardio,,0:20:00",
            "2026-01-01,Wombling,Legs,,0:20:00",
            "2026-01-01,Sled Push,Cardio,,20",
        ),
    )
    assert (reading.other, reading.sets) == ({"cardio": 1}, 2)


def test_columns_of_unknown_headings_are_known_by_their_values_where_that_is_certain() -> None:
    assert told(session("Quand,Zut,Reps", "2026-01-01,Squat,5", "2026-01-01,Leg Press,6")) == [
        *(("Squat", "5", "None"), ("Leg Press", "6", "None")),
    ]


NAMED = {"date": "A", "exercise": "b ", "Reps": "C", "weight": "4", "workout_note": "E"}


def test_columns_are_taken_as_named_by_heading_or_number() -> None:
    only = session("A,B,C,D,E,F", "2026-01-01,Squat,5,100,fine,9", columns=NAMED | {"seconds": "f"})
    assert (told(only), only.note, str(only.sets[0].seconds)) == ([("Squat", "5", "100 kg")], "fine", "9")


def test_columns_of_a_file_without_headings_are_named_by_number() -> None:
    rows = "2026-01-01;Squat;5;82,5", "2026-01-01;Squat;6;82,5"
    named = {"date": "1", "exercise": "2", "reps": "3", "weight": "4"}
    only = session(*rows, columns=named)
    assert told(only) == [("Squat", "5", "82.5 kg"), ("Squat", "6", "82.5 kg")]


def test_what_is_not_named_is_guessed_and_what_is_named_goes_first() -> None:
    lines = "Date,Exercise,Reps,Done,Weight (kg)", "2026-01-01,Squat,12,5,100"
    assert told(session(*lines, columns={"reps": "Done"})) == [("Squat", "5", "100 kg")]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"colour": "A"}, r"^own\.csv: columns hold date, .*, note; there is no 'colour'$"),
        ({"date": "Z"}, r"^own\.csv:1: there is no column 'Z'; there are: A, B, C$"),
        ({"date": "4"}, r"^own\.csv:1: there is no column '4'; there are: A, B, C$"),
        (
            {"date": "A", "exercise": "B"},
            r"^own\.csv:1: no column is known to hold the reps, seconds or distance \(.*\); ",
        ),
        (
            {"reps": "C"},
            r"name it: --columns date=…,exercise=…,reps=… with the headings, or the numbers of the columns$",
        ),
    ],
)
def test_a_column_that_is_not_there_or_not_named_is_told(columns: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read("A,B,C", "2026-01-01,5,6", columns=columns)


def test_json_has_no_columns_to_name() -> None:
    with pytest.raises(InputError, match=r"^log\.json: this is JSON, which has no columns to name$"):
        read_log(b"[]", "log.json", columns={"date": "A"})
