"""Diaries of apps: what they wrote comes back, every row is accounted for, and damage ends with one sentence."""

import datetime as dt
import io
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from diary_files import (
    DIALECTS,
    DOCUMENT_TYPE,
    Day,
    Dialect,
    Eaten,
    Health,
    apple_health,
    cronometer_days,
    cronometer_servings,
    cronometer_weights,
    days,
    macrofactor,
    myfitnesspal,
    myfitnesspal_archive,
    table,
    total,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legday.documents import InputError
from legday.exchange import DiaryReading, Reading, read_diary, read_file
from legday.exchange.spreadsheet import MAX_UNPACKED
from legday.log import Event, Log, Nutrient, check_event, fold

TOO_MUCH = "energy: nobody eats 25000 kcal; check the number and whether it is kcal or kJ"
ONE_DAY = Day(
    dt.date(2026, 11, 1),
    (Eaten("Lunch", "x", Decimal(500), Decimal(1), None, None, Decimal(1)),),
    Decimal(80),
    5000,
)
EXAMPLES = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def kept_log(reading: DiaryReading) -> Log:
    """The log that a reading makes; every event of it is one that the store would keep."""
    now = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    events = [
        Event(f"00000000-0000-7000-8000-{number:012x}", now, "import-1", kept.about, kept.of, kept.change)
        for number, kept in enumerate(reading.kept)
    ]
    for event in events:
        check_event(event)
    return fold(events)


def accounted(content: bytes | Path) -> tuple[DiaryReading, Log]:
    reading = read_diary(content)
    assert reading.rows == reading.rows_kept + sum(reading.other.values()) + len(reading.listed)
    assert reading.rows == sum(row.count for row in reading.source_rows)
    assert reading.rows_kept == sum(row.count for row in reading.source_rows if row.became == "kept")
    assert len({(kept.about, kept.of) for kept in reading.kept}) == len(reading.kept)
    return reading, kept_log(reading)


def of_foods(log: Log) -> dict[dt.date, Counter[Any]]:
    found: dict[dt.date, Counter[Any]] = {}
    for food in log.foods:
        told = (food.energy.value, food.protein, food.carbohydrate, food.fat, food.nutrients.get(Nutrient.SODIUM))
        found.setdefault(food.date, Counter())[told] += 1
    return found


def by_food(written: Sequence[Day]) -> dict[dt.date, Counter[Any]]:
    return {
        day.date: Counter((each.kcal, each.protein, each.carbohydrate, each.fat, each.sodium) for each in day.foods)
        for day in written
        if day.foods
    }


def by_day(written: Sequence[Day]) -> dict[dt.date, Counter[Any]]:
    fields: tuple[Callable[[Eaten], Decimal | None], ...] = (
        lambda each: each.kcal,
        lambda each: each.protein,
        lambda each: each.carbohydrate,
        lambda each: each.fat,
        lambda each: each.sodium,
    )
    return {day.date: Counter([tuple(total(day.foods, of) for of in fields)]) for day in written if day.foods}


def masses(log: Log) -> dict[dt.date, Decimal]:
    return {each.date: each.value for each in log.measures if each.kind == "body-mass"}


@EXAMPLES
@given(days(one_a_meal=True).filter(lambda written: any(day.foods for day in written)), st.sampled_from(DIALECTS))
def test_myfitnesspal_comes_back_meal_by_meal(written: list[Day], dialect: Dialect) -> None:
    reading, log = accounted(myfitnesspal(written, dialect))
    assert (reading.format, reading.listed, reading.other) == ("MyFitnessPal", (), {})
    assert of_foods(log) == by_food(written)
    named = {(food.date, food.meal, food.name) for food in log.foods}
    meals = {"Breakfast": "breakfast", "Lunch": "lunch", "Dinner": "dinner", "Snacks": "snack"}
    assert named == {
        (day.date, meals.get(each.meal), "" if each.meal in meals else each.meal)
        for day in written
        for each in day.foods
    }
    assert any("Vitamin A" in note for note in reading.notes)
    assert all("iron" not in food.nutrients for food in log.foods)


@EXAMPLES
@given(days(one_a_meal=True).filter(lambda written: any(day.foods for day in written)))
def test_the_archive_of_myfitnesspal_brings_weights_and_steps_too(written: list[Day]) -> None:
    _, log = accounted(myfitnesspal_archive(written))
    assert of_foods(log) == by_food(written)
    assert masses(log) == {day.date: day.kg for day in written if day.kg}
    assert {day.date: day.steps for day in log.days} == {day.date: day.steps for day in written if day.steps}


def test_weights_of_myfitnesspal_are_in_the_unit_of_its_exercises_and_refused_without_it() -> None:
    written = [ONE_DAY]
    _, log = accounted(myfitnesspal_archive(written, "Pounds"))
    [measure] = log.measures
    assert (measure.value, measure.unit) == (Decimal(176), "lb")
    with pytest.raises(InputError, match="does not say whether its weights are in kg or lb"):
        read_diary(table(["Date", "Weight"], [["2026-11-01", "80"]], Dialect()))


@EXAMPLES
@given(days(), st.sampled_from(DIALECTS))
def test_daily_totals_of_cronometer_come_back(written: list[Day], dialect: Dialect) -> None:
    if not written:
        return
    reading, log = accounted(cronometer_days(written, dialect))
    assert (reading.format, reading.listed) == ("Cronometer", ())
    assert of_foods(log) == by_day(written)
    assert all(food.whole_day for food in log.foods)
    assert {food.nutrients[Nutrient.VITAMIN_D] for food in log.foods} <= {Decimal(1)}
    assert {day.date for day in log.days if day.complete} == {day.date for day in written if day.complete}


@EXAMPLES
@given(days().filter(lambda written: any(day.foods for day in written)), st.sampled_from(DIALECTS))
def test_servings_of_cronometer_come_back_food_by_food(written: list[Day], dialect: Dialect) -> None:
    _, log = accounted(cronometer_servings(written, dialect))
    assert of_foods(log) == by_food(written)
    assert Counter(food.name for food in log.foods) == Counter(each.name for day in written for each in day.foods)


@EXAMPLES
@given(days())
def test_weights_of_cronometer_come_back_and_other_metrics_are_counted(written: list[Day]) -> None:
    if not any(day.kg for day in written):
        return
    reading, log = accounted(cronometer_weights(written))
    assert masses(log) == {day.date: day.kg for day in written if day.kg}
    assert reading.other == {"heart rate": len(written)}


@EXAMPLES
@given(days().filter(lambda written: any(day.foods for day in written)))
def test_a_workbook_of_macrofactor_comes_back(written: list[Day]) -> None:
    reading, log = accounted(macrofactor(written))
    assert (reading.format, reading.listed) == ("MacroFactor", ())
    assert of_foods(log) == by_day(written)
    assert masses(log) == {day.date: day.kg for day in written if day.kg}
    assert {day.date: day.steps for day in log.days} == {day.date: day.steps for day in written if day.steps}
    assert reading.other == {"estimates of the app": len(written)}


@EXAMPLES
@given(days().filter(bool), st.booleans())
def test_apple_health_comes_back_summed_by_day(written: list[Day], packed: bool) -> None:
    health = apple_health(written)
    reading, log = accounted(health.archive() if packed else health.xml())
    assert (reading.format, reading.listed) == ("Apple Health", ())
    assert of_foods(log) == by_day(written)
    assert masses(log) == {day.date: day.kg for day in written if day.kg}
    assert {day.date: day.steps for day in log.days} == {day.date: day.steps for day in written if day.steps}
    assert reading.rows == len(health.lines)
    assert reading.other["records that no diary holds"] == len(written)


class TestAppleHealth:
    def test_a_day_is_that_of_the_place_whatever_the_offset_of_the_phone_is_now(self) -> None:
        health = Health()
        health.record("BodyMass", 80, "kg", "2026-03-29 01:30:00 +0100")
        health.record("BodyMass", 81, "kg", "2026-03-29 03:30:00 +0200")
        health.record("BodyMass", 82, "kg", "2026-11-19 23:30:00 +0100", zone="Asia/Tokyo")
        health.record("BodyMass", 83, "kg", "2026-11-19 23:30:00 +0100", zone="No/Where")
        _, log = accounted(health.xml())
        assert [(each.date.isoformat(), int(each.value)) for each in log.measures] == [
            ("2026-03-29", 80),
            ("2026-03-29", 81),
            ("2026-11-19", 83),
            ("2026-11-20", 82),
        ]

    def test_apps_are_kept_apart_and_units_are_converted(self) -> None:
        health = Health()
        health.record("DietaryEnergyConsumed", 4184, "kJ", "2026-11-19 12:00:00 +0100", "Yazio")
        health.record("DietaryVitaminC", 0.09, "g", "2026-11-19 12:00:00 +0100", "Yazio")
        health.record("DietarySelenium", 0.055, "mg", "2026-11-19 12:00:00 +0100", "Yazio")
        health.record("DietaryEnergyConsumed", 700, "kcal", "2026-11-19 12:00:00 +0100", "Lose It!")
        health.record("BodyMass", 12.5, "st", "2026-11-19 07:00:00 +0100")
        health.record("BodyFatPercentage", 0.185, "%", "2026-11-19 07:00:00 +0100")
        reading, log = accounted(health.xml())
        told = {food.name: (food.energy.kcal, food.nutrients) for food in log.foods}
        known = {Nutrient.VITAMIN_C: Decimal(90), Nutrient.SELENIUM: Decimal(55)}
        assert told == {"Yazio": (1000.0, known), "Lose It!": (700.0, {})}
        assert {(each.kind, each.value, each.unit) for each in log.measures} == {
            ("body-mass", Decimal(175), "lb"),
            ("body-fat", Decimal("18.5"), "%"),
        }
        assert any("On 1 days more than one app" in note for note in reading.notes)

    def test_records_repeated_in_a_group_count_once(self) -> None:
        health = Health()
        health.record("DietaryEnergyConsumed", 500, "kcal", "2026-11-19 12:00:00 +0100")
        health.lines.append(f'<Correlation type="HKCorrelationTypeIdentifierFood">{health.lines[0]}</Correlation>')
        reading, log = accounted(health.xml())
        assert ([food.energy.kcal for food in log.foods], reading.other) == ([500], {"records repeated in a group": 1})

    def test_runs_are_taken_and_other_workouts_counted(self) -> None:
        health = Health()
        for sport in ("Running", "Cycling"):
            health.lines.append(
                f'<Workout workoutActivityType="HKWorkoutActivityType{sport}" duration="50" durationUnit="min" '
                'startDate="2026-11-19 18:00:00 +0100"><WorkoutStatistics '
                'type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="6.2137" unit="mi"/></Workout>'
            )
        reading, log = accounted(health.xml())
        [run] = log.runs
        assert (run.id, run.start, round(run.meters or 0), run.seconds) == (
            "run:20261119T170000Z",
            dt.datetime(2026, 11, 19, 18, 0),
            10000,
            Decimal(3000),
        )
        assert reading.other == {"workouts that are no runs": 1}

    def test_a_value_that_is_none_is_listed_with_its_reason(self) -> None:
        health = Health()
        health.record("BodyMass", "heavy", "kg", "2026-11-19 07:00:00 +0100")
        health.record("BodyMass", 80, "stone", "2026-11-19 07:00:00 +0100")
        health.record("StepCount", 100, "count", "yesterday")
        health.record("DietaryEnergyConsumed", 30_000, "kcal", "2026-11-18 07:00:00 +0100")
        reading, log = accounted(health.xml())
        assert log == Log()
        assert sorted(row.reason.split(" is ")[0] for row in reading.listed) == [
            "'heavy'",
            "'stone'",
            "'yesterday'",
            "2026-11-18, MyFitnessPal: energy: nobody eats 30000 kcal; check the number and whether it",
        ]

    @pytest.mark.parametrize(
        "wanted",
        [
            '<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
            '<!DOCTYPE HealthData [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ],
    )
    def test_entities_are_refused(self, wanted: str) -> None:
        with pytest.raises(InputError, match="declares XML entities"):
            read_diary(Health().xml(wanted))

    def test_a_faulty_document_type_does_no_harm(self) -> None:
        health = Health()
        health.record("BodyMass", 80, "kg", "2026-11-19 07:00:00 +0100")
        assert len(accounted(health.xml(DOCUMENT_TYPE.replace("#REQUIRED\n>", "#REQUIRED")))[1].measures) == 1

    def test_a_large_export_is_read_in_little_memory(self, tmp_path: Path) -> None:
        health = Health()
        health.record("HeartRate", 60, "count/min", "2026-11-19 12:00:00 +0100", "Watch")
        health.record("DietaryEnergyConsumed", 1, "kcal", "2026-11-19 12:00:00 +0100")
        head, _, _ = health.xml().partition(b"<Record")
        lines = ("\n".join(health.lines) + "\n").encode()
        file = tmp_path / "export.xml"
        with file.open("wb") as stream:
            stream.write(head)
            stream.writelines(lines for _ in range(20_000))
            stream.write(b"</HealthData>")
        assert file.stat().st_size > 9_000_000
        read_diary(health.xml())  # what is loaded once
        tracemalloc.start()
        reading = read_diary(file)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert reading.rows == 40_000
        assert [kept.change["energy"] for kept in reading.kept] == ["20000 kcal"]
        assert peak < 6_000_000


class TestTables:
    def rows(self, *rows: str) -> bytes:
        return "\n".join(["Date,Meal,Calories,Fat (g),Carbohydrates (g),Protein (g)", *rows, ""]).encode()

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("2026-11-01,Lunch,-5,1,1,1", "energy is -5, below zero"),
            (
                "2026-11-01,Lunch,25000,1,1,1",
                "energy: nobody eats 25000 kcal; check the number and whether it is kcal or kJ",
            ),
            ("2026-11-01,Lunch,,1,1,1", "the row has no energy"),
            ("someday,Lunch,500,1,1,1", "'someday' is no date"),
            ("2026-11-01,Lunch,much,1,1,1", "energy: 'much' is not a number"),
            ("2026-11-01,Lunch,500,1,1,9999", "protein: this must be between 0 and 5000, not 9999.0"),
        ],
    )
    def test_a_row_that_can_not_be_right_is_listed_with_the_reason(self, row: str, reason: str) -> None:
        reading, log = accounted(self.rows(row, "2026-11-02,Lunch,500,1,1,1"))
        assert ([listed.reason for listed in reading.listed], len(log.foods)) == ([reason], 1)

    def test_repeated_rows_totals_and_empty_meals_are_no_food(self) -> None:
        row = "2026-11-01,Lunch,500,1,1,1"
        reading, log = accounted(
            self.rows(row, row, "2026-11-01,Dinner,,,,", "Total,,500,1,1,1", "2026-11-01,Snacks,0,0,0,0")
        )
        assert len(log.foods) == 1
        assert reading.other == {
            "rows that are in the file twice": 1,
            "days or meals with nothing logged": 2,
            "totals of other rows": 1,
        }

    def test_the_same_meal_twice_with_other_numbers_is_two_foods(self) -> None:
        _, log = accounted(self.rows("2026-11-01,Lunch,500,1,1,1", "2026-11-01,Lunch,200,1,1,1"))
        assert [food.energy.kcal for food in log.foods] == [500, 200]

    def test_times_are_read_with_their_half_of_the_day(self) -> None:
        content = self.rows("2026-11-01,Lunch,12:15 PM,500,1,1,1", "2026-11-01,Lunch,12:15 AM,500,1,1,1")
        _, log = accounted(content.replace(b"Meal,", b"Meal,Time,"))
        assert [food.time for food in log.foods] == ["00:15", "12:15"]

    @pytest.mark.parametrize(
        ("content", "kcal", "protein"),
        [
            ("Datum;Energie (kJ);Eiweiß (g);Fett;Kohlenhydrate\n23.11.2026;8.368,0;120,5;—;200\n", 2000, "120.5"),
            ("Date;Calories;Protéines;Lipides;Glucides\n23/11/2026;2 000;120,5;;200\n", 2000, "120.5"),
            ("Fecha\tCalorías\tProteínas (g)\tGrasas (g)\n2026-11-23\t2000\t120.5\t80\n", 2000, "120.5"),
            ("Date,Kilojoules,Calories,Protein\n2026-11-23,8368,2000,120.5\n", 2000, "120.5"),
        ],
    )
    def test_tables_of_ones_own_are_read_in_many_languages(self, content: str, kcal: int, protein: str) -> None:
        reading, log = accounted(content.encode())
        [food] = log.foods
        assert (reading.format, food.date, food.energy.kcal) == ("table of food", dt.date(2026, 11, 23), kcal)
        assert (food.protein, food.whole_day) == (Decimal(protein), True)


def test_one_door_tells_a_training_log_from_a_diary() -> None:
    strong = b"Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n2026-09-01 18:00:00,Legs,Squat,1,80,8\n"
    own = b"Date,Exercise,Weight (kg),Reps,Calories\n2026-09-01,Squat,80,8,12\n"
    for log in (strong, own):
        assert isinstance(read_file(log), Reading)
        with pytest.raises(InputError, match="no diary"):
            read_diary(log)
    written = [
        Day(dt.date(2026, 11, 1), (Eaten("Lunch", "x", Decimal(500), None, None, None, Decimal(1)),), Decimal(80))
    ]
    forms = {
        "MyFitnessPal": [myfitnesspal(written), myfitnesspal_archive(written)],
        "Cronometer": [cronometer_days(written), cronometer_servings(written), cronometer_weights(written)],
        "MacroFactor": [macrofactor(written)],
        "Apple Health": [apple_health(written).xml(), apple_health(written).archive()],
    }
    for name, files in forms.items():
        for content in files:
            assert read_file(content).format == name


FILES = (
    myfitnesspal([ONE_DAY] * 3),
    myfitnesspal_archive([ONE_DAY]),
    cronometer_servings([ONE_DAY]),
    macrofactor([ONE_DAY]),
    apple_health([ONE_DAY]).archive(),
    apple_health([ONE_DAY]).xml(),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.data())
def test_damage_ends_with_one_sentence_or_with_every_row_accounted_for(content: bytes, data: st.DataObject) -> None:
    damaged = bytearray(content[: data.draw(st.integers(1, len(content)))])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=6)
    ):
        if place < len(damaged):
            damaged[place] = byte
    try:
        reading = read_file(bytes(damaged), "damaged")
    except InputError as error:
        assert str(error).startswith("damaged")
        assert "\n" not in str(error) or "column" in str(error)
        return
    if isinstance(reading, DiaryReading):
        assert reading.rows == reading.rows_kept + sum(reading.other.values()) + len(reading.listed)
        kept_log(reading)


def test_a_locked_archive_is_refused_with_one_sentence() -> None:
    content = bytearray(apple_health([ONE_DAY]).archive())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := content.find(signature, place + 1)) >= 0:
            content[place + flags] |= 1
    with pytest.raises(InputError, match="locked"):
        read_diary(bytes(content))


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    content = macrofactor([ONE_DAY])
    bomb = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
        with after.open("xl/media/zeros", "w", force_zip64=True) as file:
            for _ in range(MAX_UNPACKED // 2**20 + 1):
                file.write(bytes(2**20))
    with pytest.raises(InputError, match="unpacks to more than 128 MB"):
        read_diary(bomb.getvalue())
