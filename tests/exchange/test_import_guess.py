"""Tables of no known app: columns guessed from headings and values, or named, and several sets in one row."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from legday.documents import InputError
from legday.exchange import Reading, UnknownColumnsError, read_log, rows
from legday.exchange.guess import NAMES
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
            r"name it, as in --column date=Day --column exercise=Lift --column reps=4, by heading or number$",
        ),
    ],
)
def test_a_column_that_is_not_there_or_not_named_is_told(columns: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read("A,B,C", "2026-01-01,5,6", columns=columns)


def test_json_has_no_columns_to_name() -> None:
    with pytest.raises(InputError, match=r"^log\.json: this is JSON, which has no columns to name$"):
        read_log(b"[]", "log.json", columns={"date": "A"})


def test_the_error_says_what_is_missing_what_there_is_and_what_would_be_good_to_have() -> None:
    with pytest.raises(UnknownColumnsError) as caught:
        read("Wann,Was,Wie  viel,Schwer", "2026-01-01,Beinpresse,,100", "2026-01-02,Kniebeuge,6,100")
    assert caught.value.missing == (("reps", "seconds", "distance"),)
    assert caught.value.optional == ("weight",)
    assert caught.value.columns == (
        *(("Wann", "2026-01-01"), ("Was", "Beinpresse"), ("Wie viel", "6"), ("Schwer", "100")),
    )
    with pytest.raises(UnknownColumnsError) as caught:
        read("2026-01-01;8;5;100 kg", "2026-01-02;9;6;100 kg", columns={"weight": "4"})
    assert caught.value.missing == (("exercise",), ("reps", "seconds", "distance"))
    assert (caught.value.optional, caught.value.columns[2]) == ((), ("", "5"))


def test_names_go_before_ids_and_numbers_of_exercises_and_workouts() -> None:
    head = "exercise_id,Workout,exercise_name,Workout Name,date,reps"
    rows = "sq,1,Squat,Legs,2026-01-01,5", "lp,1,Leg Press,Legs,2026-01-01,6"
    only = session(head, *rows)
    assert (only.name, [done.name for done in only.sets]) == ("Legs", ["Squat", "Leg Press"])


def test_a_number_of_the_workout_that_comes_back_on_other_days_is_no_id() -> None:
    rows = [f"{number},2026-01-0{day},Squat,5" for day, number in ((1, 1), (3, 2), (5, 1), (7, 2))]
    reading = read("Workout Number,Date,Exercise,Reps", *rows)
    assert [each.start.day for each in reading.log.sessions] == [1, 3, 5, 7]


def test_what_was_not_done_is_no_set_where_a_column_says_so() -> None:
    rows = "2026-01-01,Squat,5,TRUE", "2026-01-01,Squat,6,FALSE", "2026-01-01,Squat,7,yes"
    reading = read("Date,Exercise,Reps,Completed", *rows)
    assert ([str(done.reps) for _, done in reading.log.sets()], reading.other) == (["5", "7"], {"not done": 1})
    never_ticked = [row.replace("TRUE", "FALSE").replace("yes", "") for row in rows]
    assert read("Date,Exercise,Reps,Completed", *never_ticked).sets == 3
    repeated = read("Date,Exercise,Sets,Reps,Done", "2026-01-01,Squat,3,5,x", "2026-01-01,Squat,2,5,")
    assert (repeated.sets, repeated.sets_made, repeated.other) == (1, 3, {"not done": 1})


def test_dates_workouts_and_exercises_hold_for_the_blanks_below_them() -> None:
    rows = (
        *("2026-01-01,Legs,Squat,1,5,100", ",,,2,6,100", ",,Leg Press,1,10,200", ",,,2,11,200", ",,,,,"),
        *("2026-01-05,,Squat,1,7,100", ",,,2,8,100"),
    )
    reading = read("Date,Workout,Exercise,Set,Reps,Weight (kg)", *rows)
    first, second = reading.log.sessions
    assert (first.start.day, first.name) == (1, "Legs")
    assert told(first) == [
        *(("Squat", "5", "100 kg"), ("Squat", "6", "100 kg")),
        *(("Leg Press", "10", "200 kg"), ("Leg Press", "11", "200 kg")),
    ]
    assert (second.start.day, second.name) == (5, "")
    assert told(second) == [("Squat", "7", "100 kg"), ("Squat", "8", "100 kg")]
    assert [(listed.line, listed.reason) for listed in reading.listed] == [(6, "every field is empty")]


def test_a_date_that_is_missing_here_and_there_is_listed_and_not_filled_in() -> None:
    rows = [f"2026-01-{day:02},Squat,5" for day in range(1, 20)]
    reading = read("Date,Exercise,Reps", *rows, ",Squat,6")
    assert [listed.reason for listed in reading.listed] == ["the row has no date"]


def test_a_date_column_is_believed_where_half_of_it_is_dates() -> None:
    reading = read("Date,Exercise,Reps", "2026-01-01,Squat,5", "Total,,5")
    assert (reading.sets, [listed.reason for listed in reading.listed]) == (1, ["'Total' can't be read as a date"])


def test_times_and_words_among_the_reps_are_told_apart() -> None:
    rows = "2026-01-01,Squat,10 reps", "2026-01-01,Plank,60 s", "2026-01-01,Wall Sit,1:30", "2026-01-01,Press,8"
    sets = session("Date,Exercise,Repetitions / Time", *rows).sets
    assert [(str(done.reps), str(done.seconds)) for done in sets] == [
        *(("10", "None"), ("None", "60"), ("None", "90"), ("8", "None")),
    ]
    with_time = session("Date,Exercise,Reps,Seconds", "2026-01-01,Plank,2 min,", "2026-01-01,Wall Sit,,45").sets
    assert [str(done.seconds) for done in with_time] == ["120", "45"]
    [both] = session("Date,Exercise,Reps,Seconds", "2026-01-01,Squat,12 reps,30").sets
    assert (str(both.reps), str(both.seconds)) == ("12", "30")


@pytest.mark.parametrize(
    ("cell", "sets"),
    [
        ("3x10@60kg", [("10", "60 kg")] * 3),
        ('"2 x 5 @ 62,5 kg"', [("5", "62.5 kg")] * 2),
        ('"60kg x 10, 65kg x 8"', [("10", "60 kg"), ("8", "65 kg")]),
        ("10x60kg", [("10", "60 kg")]),
        ("8 @ 135 lb", [("8", "135 lb")]),
        ("BW x 8", [("8", "None")]),
        ("5x5", [("5", "None")] * 5),
        ("7", [("7", "None")]),
    ],
)
def test_sets_written_out_in_a_cell_are_read_with_their_weights(cell: str, sets: list[tuple[str, str]]) -> None:
    first = "2026-01-01,Leg Press,3x12 @ 100kg"
    assert told(session("Date,Exercise,Sets", first, f"2026-01-01,Squat,{cell}"))[3:] == [("Squat", *s) for s in sets]


def test_the_end_of_a_workout_may_be_a_time_of_day() -> None:
    only = session("Date,Start,End,Exercise,Reps", "1/25/2026,6:30 PM,7:45 PM,Squat,5")
    assert (only.start, only.seconds) == (dt.datetime(2026, 1, 25, 18, 30), 75 * 60)


@pytest.mark.parametrize(
    ("heading", "value", "minutes"),
    [("Duration (hours)", "1.25", 75), ("Workout Duration (min)", "62.5", 62.5), ("Workout Duration", "62", 62)],
)
def test_lengths_of_workouts_may_be_decimals_of_hours_or_minutes(heading: str, value: str, minutes: float) -> None:
    rows = f"2026-01-01,Squat,{value},5", f"2026-01-01,Leg Press,{value},5"
    assert session(f"Date,Exercise,{heading},Reps", *rows).seconds == minutes * 60


def test_the_form_of_the_values_in_a_heading_is_no_unit() -> None:
    rows = "2026/03/01,6:05 PM,Plank,0:45", "2026/03/01,6:07 PM,Plank,0:50"
    only = session("Date (yyyy/mm/dd),Start Time (h:mm),Exercise,Hold Time (m:ss)", *rows)
    assert only.start == dt.datetime(2026, 3, 1, 18, 5)
    assert [str(done.seconds) for done in only.sets] == ["45", "50"]


def test_dates_of_spreadsheets_are_days_since_1899() -> None:
    rows = "46027,Squat,5", "46029.75,Squat,6"
    starts = [each.start for each in read("Date,Exercise,Reps", *rows).log.sessions]
    assert starts == [dt.datetime(2026, 1, 5), dt.datetime(2026, 1, 7, 18)]


def test_sets_beyond_the_most_that_are_made_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 5)
    reading = read("Date,Exercise,Sets,Reps", "2026-01-01,Squat,3,5", "2026-01-01,Leg Press,3,5")
    assert (reading.sets, reading.sets_made) == (1, 3)
    assert [each.reason for each in reading.listed] == [
        "the rows up to here stand for 5 sets, the most that are read",
    ]


def test_a_workout_may_be_what_somebody_calls_an_exercise() -> None:
    assert told(session("Date,Workout,Reps,kg", "2026-01-01,Squat,5,100")) == [("Squat", "5", "100 kg")]


def test_a_length_is_that_of_a_set_where_the_exercises_of_a_day_differ_in_it() -> None:
    rows = "2026-01-01,Plank,60", "2026-01-01,Wall Sit,90"
    assert [str(done.seconds) for done in session("Date,Exercise,Duration", *rows).sets] == ["60", "90"]
    long = read("Date,Exercise,Duration,Reps", "2026-01-01,Squat,3600,5", "2026-01-02,Squat,3700,5")
    assert [(each.seconds, each.sets[0].seconds) for each in long.log.sessions] == [(3600, None), (3700, None)]


def test_all_that_a_column_can_hold_is_in_the_manual() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "log-import.md").read_text(encoding="utf-8")
    listed = re.search(r"What it holds is one of\n(.*?)\. What you", manual, re.DOTALL)
    assert listed
    assert re.findall(r"`([^`]+)`", listed[1]) == list(NAMES)
