"""What a row of a log is: a set, and of which kind, or something else, counted by kind."""

import pytest

from legday.exchange import read_log
from legday.exchange.activities import activity_of
from legday.exchange.headings import read_heading
from legday.units import Mass

STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,"
    "reps,distance_km,duration_seconds,rpe"
)


def strong(*rows: str, head: str = STRONG) -> bytes:
    """Write rows given from the exercise to the seconds, all in one session."""
    return "\n".join([head, *(f"2026-09-01 18:00:00,Legs,1h 5m,{row},,," for row in rows)]).encode()


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Squat (Barbell),Rest Timer,0,0,0,120.0", "rest timer"),
        ("Squat (Barbell),Minuteur de repos,0,0.0,0,120.0", "rest timer"),
        ("Squat (Barbell),休息计时器,0,0,0,90", "rest timer"),
        ("Squat (Barbell),Zzzz zz,0,0,0,90", "rest timer"),
        ("Squat (Barbell),Note,0,0,0,0", "note"),
        ("Squat (Barbell),1,100,0,0,0", "not done"),
        ("Squat (Barbell),1,,,,", "not done"),
        ("Running (Treadmill),1,0,0,5.5,1500", "cardio"),
        ("Elliptical Machine,1,0,0,2.0,330", "cardio"),
        ("Bike,1,0,0,0,600", "cardio"),
        ("Rowing (Machine),1,0,0,0,300", "cardio"),
        ("Jump Rope,1,0,0,0,60", "cardio"),
        ("달리기 (실외),1,0,0,5,1534", "cardio"),
        ("Something new,1,0,0,3,0", "cardio"),
        ("Stretching,1,0,0,0,60", "stretching"),
    ],
)
def test_rows_that_are_no_sets_are_counted_by_kind(row: str, kind: str) -> None:
    reading = read_log(strong(row, "Leg Press,1,200,10,0,0"), "log.csv", unit="kg")
    assert (reading.rows, reading.sets, reading.other, reading.listed) == (2, 1, {kind: 1}, ())


@pytest.mark.parametrize(
    "row",
    [
        "Wall Sit,1,0,0,0,60",
        "Plank,1,0,0,0,90",
        "Some Hold of My Own,1,0,0,0,30",
        "Walking Lunge (Dumbbell),1,22,12,0,0",
        "Walking Lunge,1,0,0,20,0",
        "Farmers Walk,1,70,0,40,0",
        "Sled Push,1,100,0,15,0",
        "Seated Row (Machine),1,60,10,0,0",
        "Remo con barra,1,60,10,0,30",
        "Squat,1,0,20,0,0",
    ],
)
def test_holds_carries_and_bodyweight_sets_are_sets(row: str) -> None:
    reading = read_log(strong(row), "log.csv", unit="kg")
    assert (reading.rows, reading.sets) == (1, 1)


def test_codes_tell_kinds_and_positions_count_the_sets_of_an_exercise() -> None:
    rows = ("Squat,W,60,5,0,0", "Squat,1,100,5,0,0", "Leg Press,1,200,9,0,0", "Squat,D,80,9,0,0", "Squat,F,80,6,0,0")
    [session] = read_log(strong(*rows), "log.csv", unit="kg").log.sessions
    assert [(done.name, done.position, done.kind) for done in session.sets] == [
        ("Squat", 1, "warm-up"),
        ("Squat", 2, "normal"),
        ("Leg Press", 1, "normal"),
        ("Squat", 3, "drop"),
        ("Squat", 4, "failure"),
    ]
    assert (session.name, session.seconds) == ("Legs", 3900)


def test_a_code_of_an_unknown_language_is_a_warm_up_before_the_numbered_sets_and_a_drop_after() -> None:
    rows = ("Agachamento,A,60,5,0,0", "Agachamento,1,100,5,0,0", "Agachamento,R,80,9,0,0", "Leg Press,A,90,9,0,0")
    [session] = read_log(strong(*rows), "log.csv", unit="kg").log.sessions
    assert [done.kind for done in session.sets] == ["warm-up", "normal", "drop", "warm-up"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("normal", "normal"),
        ("warmup", "warm-up"),
        ("dropset", "drop"),
        ("failure", "failure"),
        ("Aufwärmen", "warm-up"),
        ("échauffement", "warm-up"),
        ("热身", "warm-up"),
        ("отказ", "failure"),
        ("ドロップ", "drop"),
    ],
)
def test_set_types_of_hevy_are_read_in_other_languages(word: str, kind: str) -> None:
    row = f'"Legs","28 Mar 2025, 17:29","28 Mar 2025, 18:29","","Squat (Barbell)",,"",0,"{word}",100,5,,,8.5'
    [session] = read_log(f"{HEVY}\n{row}\n".encode(), "log.csv").log.sessions
    [done] = session.sets
    assert (done.kind, done.load, session.seconds) == (kind, Mass(100, "kg"), 3600)


@pytest.mark.parametrize(
    ("kind", "reps", "expected"),
    [("myoreps", "5", "normal"), ("rest-pause", "5", "normal"), ("drop set", "5", "drop"), ("Rest", "", None)],
)
def test_a_type_of_set_that_is_not_known_is_a_normal_set(kind: str, reps: str, expected: str | None) -> None:
    row = f'"Legs","28 Mar 2025, 17:29","28 Mar 2025, 18:29","","Squat",,"",0,"{kind}",100,{reps},,,'
    reading = read_log(f"{HEVY}\n{row}\n".encode(), "log.csv")
    assert [done.kind for _, done in reading.log.sets()] == ([expected] if expected else [])
    assert reading.other == ({} if expected else {"rest timer": 1})


def test_an_app_that_was_never_stopped_leaves_no_length() -> None:
    content = strong("Squat,1,100,5,0,0").replace(b"1h 5m", b"264h 1m")
    assert read_log(content, "log.csv").log.sessions[0].seconds is None


def test_distances_are_metres_by_their_own_unit_the_heading_or_that_of_the_weights() -> None:
    def meters(content: bytes) -> float:
        [(_, done)] = read_log(content, "log.csv").log.sets()
        return float(done.meters or 0)

    carry = "Farmers Walk,1,70,0,0.5,0"
    assert meters(strong(carry, head=STRONG.replace("Distance", "Distance (meters)"))) == 0.5
    assert meters(strong(carry, head=STRONG.replace("Weight", "Weight (kg)"))) == 500
    assert meters(strong(carry, head=STRONG.replace("Weight", "Weight (lbs)"))) == 804.672
    row = "2026-09-01 18:00:00;Legs;Farmers Walk;1;70;lbs;;;0,5;mi.;;;"
    head = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes"
    assert meters(f"{head};Workout Notes\n{row}\n".encode()) == 804.672


def test_sessions_come_oldest_first_and_rows_of_one_session_need_not_stand_together() -> None:
    def row(day: int, reps: int) -> str:
        return f"2026-09-{day:02} 18:00:00,Legs,1h,Squat,1,100,{reps},0,0,,,"

    content = "\n".join([STRONG, row(3, 1), row(1, 2), row(3, 3), row(2, 4)]).encode()
    log = read_log(content, "log.csv", unit="kg").log
    assert [session.start.day for session in log.sessions] == [1, 2, 3]
    assert [int(done.reps or 0) for _, done in log.sets()] == [2, 4, 1, 3]


def test_an_unknown_heading_left_of_the_set_order_is_the_exercise() -> None:
    head = "date,workout_name,menu,set_order,weight,reps,distance,sec,note,workout_note,part"
    content = f"{head}\n2018/8/31 5:49,Back Day #6,Pulldown,1,45,12,0,0,,,back\n".encode()
    [(start, done)] = read_log(content, "log.csv").log.sets()
    assert (done.name, start.isoformat()) == ("Pulldown", "2018-08-31T05:49:00")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Set Order", "order"),
        ("Sets", None),
        ("Workout #", "ignored"),
        ("Weight (kg)", "weight"),
        ("Gewichtseinheit", "weight unit"),
        ("Trainingsnotizen", "session note"),
        ("Nom de l'exercice", "exercise"),
        ("ORDEM DA SÉRIE", "order"),
        ("Powtórzenia", "reps"),
        ("km", "distance"),
        ("lb", "weight"),
        ("RPE", "rpe"),
        ("Category", None),
        ("", None),
    ],
)
def test_headings_say_what_their_columns_hold(heading: str, role: str | None) -> None:
    assert read_heading(heading).role == role


def test_strength_words_go_before_cardio_words() -> None:
    assert activity_of("Walking Lunge") == "strength"
    assert activity_of("Walking") == "cardio"
    assert activity_of("Runner's Lunge Stretch") == "strength"
    assert activity_of("Quad Stretch") == "stretching"
    assert activity_of("Nothing known") == "unknown"
