"""What counts as eaten, how dense it is, what to eat after training, the free meal, and what can hardly be right."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.energy import (
    Doubt,
    Person,
    after_training,
    counted_foods,
    doubted_foods,
    eaten,
    find_doubts,
    free_meal_budget,
    least_safe_intake,
    nutrient_density,
)
from legday.log import Event, Food, Log, LoggedDay, LoggedRun, Measure, Nutrient, check_event, fold
from legday.units import Energy, Mass

DAY = dt.date(2026, 11, 20)
TODAY = dt.date(2026, 11, 21)
ANN = Person(False, 31, 1.70, Mass("70", "kg"), 1.5)
CRONOMETER, FITNESSPAL = "food:cronometer:2026-11-20:day", "food:myfitnesspal:2026-11-20:day"


def food(of: str, energy: str, date: dt.date = DAY, **fields: Any) -> Food:
    for name in {"protein", "carbohydrate", "fat", "fibre", "alcohol"} & set(fields):
        fields[name] = Decimal(str(fields[name]))
    return Food(of, date, Energy.parse(energy), **fields)


def ids(foods: tuple[Food, ...]) -> list[str]:
    return [each.id for each in foods]


def answered(log: Log, doubt: Doubt, choice: int) -> Log:
    """The log after an answer, as events make it."""
    made: list[Event] = []

    def keep(about: Any, of: str, change: dict[str, Any]) -> None:
        number = f"{len(made):012x}"
        made.append(
            Event(
                f"00000000-0000-7000-8000-{number}",
                dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
                "phone",
                about,
                of,
                change,
            )
        )
        check_event(made[-1])

    for each in log.foods:
        fields = {
            name: value
            for name in Food.__struct_fields__
            if (value := getattr(each, name)) not in (None, "", False, {})
        }
        fields = {name: str(value) if not isinstance(value, bool | str) else value for name, value in fields.items()}
        keep("food", fields.pop("id"), fields)
    for measure in log.measures:
        value = {"date": str(measure.date), "kind": measure.kind, "value": float(measure.value), "unit": measure.unit}
        keep("measure", measure.id, value)
    for day in log.days:
        keep("day", f"day:{day.date}", {"complete": day.complete})
    for run in log.runs:
        keep("run", run.id, {"start": run.start.isoformat()})
    for answer in doubt.choices[choice].answers:
        keep(answer.about, answer.of, answer.change)
    return fold(made)


def kinds(log: Log, person: Person | None = ANN) -> list[str]:
    return [doubt.kind for doubt in find_doubts(log, person, TODAY)]


class TestCounted:
    def test_the_total_of_a_source_stands_in_place_of_its_meals(self) -> None:
        meal, total = (
            food("food:cronometer:2026-11-20:lunch.1", "700 kcal"),
            food(CRONOMETER, "2000 kcal", whole_day=True),
        )
        assert ids(counted_foods([meal, total]).foods) == [CRONOMETER]
        assert ids(counted_foods([meal, total]).set_aside) == [meal.id]

    def test_of_totals_that_were_written_down_the_last_counts_those_of_a_file_add_up(self) -> None:
        own = [food("a", "1900 kcal", whole_day=True), food("b", "2000 kcal", whole_day=True)]
        assert ids(counted_foods(own).foods) == ["b"]
        rows = [food(f"food:table:2026-11-20:day{end}", "900 kcal", whole_day=True) for end in ("", ".2")]
        assert ids(counted_foods(rows).foods) == ids(tuple(rows))

    def test_of_two_sources_the_one_with_the_most_energy_counts_until_both_are_right(self) -> None:
        one, other = food(CRONOMETER, "2000 kcal", whole_day=True), food(FITNESSPAL, "9000 kJ", whole_day=True)
        counted = counted_foods([one, other])
        assert (ids(counted.foods), counted.doubled) == ([FITNESSPAL], ("cronometer", "myfitnesspal"))
        both = [food(each.id, str(each.energy), whole_day=True, checked=True) for each in (one, other)]
        assert (len(counted_foods(both).foods), counted_foods(both).doubled) == (2, ())

    def test_meals_of_several_sources_without_a_total_all_count(self) -> None:
        foods = [food("a", "100 kcal"), food("food:cronometer:2026-11-20:lunch.1", "700 kcal")]
        assert counted_foods(foods).set_aside == ()

    @given(
        st.lists(
            st.tuples(st.sampled_from(["", "cronometer", "table"]), st.integers(0, 3000), st.booleans(), st.booleans()),
            max_size=8,
        )
    )
    def test_every_food_counts_or_is_set_aside_and_never_both(self, drawn: list[tuple[str, int, bool, bool]]) -> None:
        foods = [
            food(
                f"food:{source}:2026-11-20:{n}" if source else f"f{n}", f"{kcal} kcal", whole_day=whole, checked=checked
            )
            for n, (source, kcal, whole, checked) in enumerate(drawn)
        ]
        counted = counted_foods(foods)
        assert sorted(ids(counted.foods) + ids(counted.set_aside)) == sorted(each.id for each in foods)
        assert bool(counted.foods) == bool(foods)


DAILY_VALUES = {
    Nutrient.VITAMIN_A: 900,
    Nutrient.VITAMIN_C: 90,
    Nutrient.VITAMIN_E: 15,
    Nutrient.CALCIUM: 1300,
    Nutrient.IRON: 18,
    Nutrient.MAGNESIUM: 420,
    Nutrient.POTASSIUM: 4700,
    Nutrient.SATURATED_FAT: 20,
    Nutrient.ADDED_SUGAR: 50,
    Nutrient.SODIUM: 2300,
}


class TestDensity:
    def whole(self, kcal: int, share: float, **fields: Any) -> Food:
        nutrients = {name: Decimal(str(share * value)) for name, value in DAILY_VALUES.items()}
        return food("a", f"{kcal} kcal", protein=50 * share, fibre=28 * share, nutrients=nutrients, **fields)

    def test_a_daily_value_of_all_twelve_in_2000_kcal_is_nine_less_three_times_five(self) -> None:
        density = nutrient_density(eaten([self.whole(2000, 1)]))
        assert density.score == pytest.approx((9 - 3) * 5)
        assert (density.missing, len(density.known)) == ((), 12)
        assert density.empty == pytest.approx(50 * 4 / 2000)

    def test_what_100_kcal_bring_above_a_daily_value_counts_as_one(self) -> None:
        density = nutrient_density(eaten([self.whole(100, 3)]))
        assert density.score == pytest.approx(9 * 100 - 3 * 300)

    def test_too_little_known_gets_no_score_but_a_count(self) -> None:
        density = nutrient_density(
            eaten([food("a", "500 kcal", protein=20, fibre=5, nutrients={Nutrient.SODIUM: Decimal(300)})])
        )
        assert density.score is None
        assert density.sentence == "3 of 12 nutrients known: too few for a score."
        assert density.empty is None

    def test_sugar_stands_in_for_added_sugar_and_says_so(self) -> None:
        known = self.whole(2000, 1)
        nutrients = {name: value for name, value in known.nutrients.items() if name is not Nutrient.ADDED_SUGAR}
        apart = food("a", "2000 kcal", protein=50, fibre=28, nutrients=nutrients | {Nutrient.SUGAR: Decimal(100)})
        density = nutrient_density(eaten([apart]))
        assert density.sugar_for_added
        assert density.score == pytest.approx((9 - 2) * 5 - 10)
        assert density.empty is None

    def test_a_nutrient_known_for_most_of_the_energy_is_taken_as_dense_in_the_rest(self) -> None:
        known, unknown = self.whole(1800, 1), food("b", "200 kcal")
        alone, both = nutrient_density(eaten([known])).score, nutrient_density(eaten([known, unknown])).score
        assert alone == pytest.approx(both)
        assert nutrient_density(eaten([known, food("b", "900 kcal")])).score is None

    def test_nothing_eaten_has_no_density(self) -> None:
        assert nutrient_density(eaten([])).score is None


@pytest.mark.parametrize(
    ("mass", "protein", "day", "carbohydrate"),
    [
        (60, (20, 40), (84, 120), (180, 300)),
        (100, (25, 40), (140, 200), (300, 500)),
        (180, (40, 40), (252, 360), (540, 900)),
    ],
)
def test_what_to_eat_after_training_comes_from_body_mass(
    mass: float, protein: tuple[int, int], day: tuple[int, int], carbohydrate: tuple[int, int]
) -> None:
    asked = after_training(mass)
    assert (asked.protein, asked.day_protein, asked.carbohydrate, asked.carbohydrate_hour) == (
        protein,
        day,
        carbohydrate,
        None,
    )


def test_carbohydrate_is_in_a_hurry_only_where_the_next_hard_session_is_near() -> None:
    assert after_training(80, 8).carbohydrate_hour == (80, 96)
    assert after_training(80, 8.5).carbohydrate_hour is None
    with pytest.raises(ValueError, match="between 25 and 350 kg"):
        after_training(20)


class TestFreeMeal:
    @given(st.floats(1200, 4000), st.floats(0, 4000), st.floats(800, 3000))
    def test_the_week_holds_what_it_held_and_no_day_less_than_is_safe(
        self, usual: float, meal: float, least: float
    ) -> None:
        budget = free_meal_budget(usual, meal, least)
        assert budget.free_day + 6 * budget.other_days == pytest.approx(7 * usual)
        assert budget.other_days >= min(least, usual) - 1e-6
        assert bool(budget.reason) == (meal > budget.most + 1e-9)

    def test_a_meal_that_does_not_fit_is_refused_with_the_largest_that_does(self) -> None:
        budget = free_meal_budget(1500, 1400, 1400)
        assert budget.reason.endswith("less than 1,400 is not safe. At most 1,100 kcal fit into your week.")
        assert free_meal_budget(1500, 1100, 1400).other_days == pytest.approx(1400)

    def test_a_meal_no_larger_than_a_usual_one_changes_nothing(self) -> None:
        assert free_meal_budget(2100, 700, 1200).other_days == 2100

    def test_the_least_that_is_safe_is_that_of_the_goals(self) -> None:
        assert 1200 <= least_safe_intake(ANN) < 2000
        assert least_safe_intake(ANN, training=200) >= least_safe_intake(ANN)


class TestDoubts:
    def test_an_ordinary_log_raises_none(self) -> None:
        foods = tuple(
            food(
                f"f{n}", "650 kcal", DAY - dt.timedelta(n % 5), protein=30, carbohydrate=80, fat=22, time=f"{8 + n}:00"
            )
            for n in range(10)
        )
        weighed = tuple(
            Measure(f"m{n}", DAY - dt.timedelta(9 - n), "body-mass", Decimal(70) + Decimal(n % 3), "kg")
            for n in range(10)
        )
        assert kinds(Log(measures=weighed, foods=foods, days=(LoggedDay(DAY, True),))) == []

    def test_kj_typed_as_kcal_is_asked_and_mended(self) -> None:
        log = Log(foods=(food("a", "2427 kcal", protein=40, carbohydrate=60, fat=20),))
        [doubt] = find_doubts(log, None, TODAY)
        assert (doubt.kind, doubt.choices[0].label) == ("energy-and-grams", "It is 2427 kJ")
        assert doubted_foods([doubt]) == {"a"}
        for choice in range(len(doubt.choices)):
            assert kinds(answered(log, doubt, choice)) == []
        assert answered(log, doubt, 0).foods[0].energy == Energy(2427, "kJ")

    def test_fibre_counted_either_way_is_no_doubt(self) -> None:
        grams: dict[str, Any] = {"protein": 20, "carbohydrate": 80, "fat": 10, "fibre": 60}
        for kcal in (250, 560):
            assert kinds(Log(foods=(food("a", f"{kcal} kcal", **grams),))) == []

    @pytest.mark.parametrize(
        ("energy", "whole", "kind"), [("3001 kcal", False, "food-too-much"), ("6001 kcal", True, "food-too-much")]
    )
    def test_a_huge_food_is_asked_and_every_answer_settles_it(self, energy: str, whole: bool, kind: str) -> None:
        log = Log(foods=(food("a", energy, whole_day=whole),))
        [doubt] = find_doubts(log, None, TODAY)
        assert doubt.kind == kind
        assert all(kinds(answered(log, doubt, choice)) == [] for choice in range(len(doubt.choices)))

    def test_a_huge_day_of_small_foods_is_asked_once(self) -> None:
        log = Log(foods=tuple(food(f"f{n}", "1400 kcal", time=f"1{n}:00") for n in range(5)))
        [doubt] = find_doubts(log, None, TODAY)
        assert doubt.kind == "day-too-much"
        assert len(doubt.foods) == 5
        assert kinds(answered(log, doubt, 0)) == []

    def test_a_tiny_day_is_asked_about_only_where_it_is_said_to_be_whole(self) -> None:
        foods = (food("a", "300 kcal"),)
        assert kinds(Log(foods=foods)) == []
        log = Log(foods=foods, days=(LoggedDay(DAY, True),))
        [doubt] = find_doubts(log, None, TODAY)
        assert doubt.kind == "day-too-little"
        assert all(kinds(answered(log, doubt, choice)) == [] for choice in range(2))
        assert answered(log, doubt, 1).days[0].complete is False

    def test_two_sources_of_a_total_are_asked_about_and_each_answer_settles_it(self) -> None:
        log = Log(foods=(food(CRONOMETER, "2000 kcal", whole_day=True), food(FITNESSPAL, "2100 kcal", whole_day=True)))
        [doubt] = find_doubts(log, None, TODAY)
        assert doubt.kind == "two-sources"
        assert doubted_foods([doubt]) == {CRONOMETER, FITNESSPAL}
        assert [choice.label for choice in doubt.choices] == [
            "Only Cronometer",
            "Only MyFitnessPal",
            "Both: they are different food",
        ]
        assert [len(answered(log, doubt, choice).foods) for choice in range(3)] == [1, 1, 2]
        assert all(kinds(answered(log, doubt, choice)) == [] for choice in range(3))

    def test_two_sources_of_many_days_are_one_question(self) -> None:
        dates = [DAY - dt.timedelta(number) for number in range(30)]
        log = Log(
            foods=tuple(
                food(f"food:{source}:{date}:day", f"{kcal} kcal", date, whole_day=True)
                for date in dates
                for source, kcal in (("cronometer", 2000), ("myfitnesspal", 2100))
            )
        )
        [doubt] = find_doubts(log, None, TODAY)
        assert (doubt.date, len(doubt.foods), len(doubt.choices[0].answers)) == (DAY, 60, 30)
        assert (
            "Cronometer (2,000 kcal) and MyFitnessPal (2,100 kcal) both tell what you ate on 30 days" in doubt.question
        )
        assert all(kinds(answered(log, doubt, choice)) == [] for choice in range(3))

    def test_the_same_food_in_the_same_minute_is_asked_about(self) -> None:
        log = Log(foods=tuple(food(of, "300 kcal", name="Oats", time="07:30") for of in "ab"))
        [doubt] = find_doubts(log, None, TODAY)
        assert doubt.kind == "twice"
        assert [len(answered(log, doubt, choice).foods) for choice in range(2)] == [1, 2]
        assert all(kinds(answered(log, doubt, choice)) == [] for choice in range(2))

    def test_what_is_still_to_come_is_asked_about(self) -> None:
        later = dt.date(2027, 10, 31)
        log = Log(
            foods=(food("a", "300 kcal", later), food("free", "1200 kcal", TODAY + dt.timedelta(1), free=True)),
            measures=(Measure("m", later, "waist", Decimal(80), "cm"),),
            runs=(LoggedRun("r", dt.datetime(2027, 10, 31, 7, 30)),),
        )
        doubts = find_doubts(log, None, TODAY)
        assert [doubt.of for doubt in doubts] == ["a", "m", "r"]
        for doubt in doubts:
            assert [choice.label for choice in doubt.choices] == ["Today", "31 October 2026", "Remove it"]
            assert all(
                doubt.of not in {each.of for each in find_doubts(answered(log, doubt, n), None, TODAY)}
                for n in range(3)
            )
        assert answered(log, doubts[2], 1).runs[0].start == dt.datetime(2026, 10, 31, 7, 30)

    @pytest.mark.parametrize(
        ("value", "unit", "kind"), [("154.3", "kg", "mass-unit"), ("70", "lb", "mass-unit"), ("77", "kg", "mass-jump")]
    )
    def test_a_wrong_unit_or_a_jump_of_body_mass_is_asked_about(self, value: str, unit: str, kind: str) -> None:
        before = tuple(
            Measure(f"m{n}", DAY - dt.timedelta(7 - n), "body-mass", Decimal("70.2"), "kg") for n in range(5)
        )
        wrong = Measure("x", DAY, "body-mass", Decimal(value), unit)
        after = Measure("y", TODAY, "body-mass", Decimal(70), "kg")
        log = Log(measures=(*before, wrong, after))
        [doubt] = find_doubts(log, ANN, TODAY)
        assert (doubt.kind, doubt.of) == (kind, "x")
        mended = answered(log, doubt, 0)
        assert "x" not in {each.of for each in find_doubts(mended, ANN, TODAY)} or kind == "mass-jump"
        if kind == "mass-unit":
            assert kinds(mended) == []

    def test_the_first_weigh_in_is_held_against_the_profile(self) -> None:
        log = Log(measures=(Measure("x", DAY, "body-mass", Decimal(154), "kg"),))
        assert kinds(log) == ["mass-unit"]
        assert kinds(log, None) == []
