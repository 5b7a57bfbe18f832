"""Loads a block starts from: from the log by Epley's relation, on the low side, in steps that can be put on."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legday.log import Log, LoggedSession, LoggedSet
from legday.notation import BodyweightLoad, MassLoad, expand, with_load, with_sets
from legday.planner import Item, make_plan
from legday.planner.layout import lay_out
from legday.planner.loads import StartingLoad, starting_load
from legday.planner.problem import Candidate, Problem, Request
from legday.programs import find_method, prepared
from legday.progress import strengths
from legday.units import Mass, MassUnit
from planning import MONDAY, profile_of

DAYS = dict.fromkeys(("monday", "tuesday", "thursday", "saturday"), "110 min")
LB = Fraction(45359237, 10**8)
SHARES = {1: Fraction(90, 100), 2: Fraction(95, 100), 3: Fraction(1), 4: Fraction(80, 100)}


def done(exercise: str, load: Mass, reps: int, on: dt.date = MONDAY - dt.timedelta(days=10), **more: Any) -> Log:
    """A log with one set."""
    logged = LoggedSet(exercise, exercise, 1, reps=Decimal(reps), load=load, **more)
    return Log((LoggedSession(dt.datetime.combine(on, dt.time(18)), "Legs", (logged,)),))


def problem_of(log: Log, **fields: Any) -> Problem:
    profile = profile_of(**{"days": DAYS, "level": "advanced", "partner": True, **fields})
    return lay_out(Request(profile, prepared(find_method("priority-split")), MONDAY, 4, strengths(log)))


def candidate_for(problem: Problem, exercise: str) -> Candidate:
    return next(candidate for candidate in problem.candidates if candidate.exercise.id == exercise)


def start(log: Log, exercise: str, week: int = 3, **fields: Any) -> StartingLoad:
    """The load of an exercise in a week of four: 90 %, 95 % and all of the estimate, then 80 %."""
    problem = problem_of(log, **fields)
    return starting_load(problem.request, candidate_for(problem, exercise), problem.weeks[week - 1])


def mass(found: StartingLoad) -> Mass:
    assert isinstance(found.load, MassLoad)
    return found.load.mass


# --- the estimate ---


@pytest.mark.parametrize(("week", "kg"), [(1, "90"), (2, "95"), (3, "100"), (4, "80")])
def test_a_load_used_for_just_these_reps_comes_back_in_the_third_week(week: int, kg: str) -> None:
    found = start(done("squat", Mass(100, "kg"), 12), "squat", week)
    assert mass(found) == Mass(kg, "kg")
    assert found.told is not None
    assert found.told.text == f"{kg} kg"
    assert found.told.kg == float(kg)
    assert "100 kg x 12 on 2026-02-20" in found.told.basis


def test_loads_of_a_plan_rise_and_ease_by_week() -> None:
    plan = make_plan(
        profile_of(method="priority-split", days=DAYS, level="advanced", partner=True),
        done("squat", Mass(100, "kg"), 12),
        MONDAY,
        4,
    )
    squats = [item for week in plan.weeks for s in week.sessions for item in s.items if item.exercise == "squat"]
    assert [item.load and item.load.kg for item in squats] == [90, 95, 100, 80]
    assert all(f"@ {kg} kg" in item.sets for kg, item in zip((90, 95, 100, 80), squats, strict=True))
    assert [loads_in(item) for item in squats] == [
        {"45 kg", "67.5 kg", "90 kg"},
        {"47.5 kg", "71.25 kg", "95 kg"},
        {"50 kg", "75 kg", "100 kg"},
        {"80 kg"},
    ]


def loads_in(item: Item) -> set[str]:
    return {str(step.load.mass) for step in item.steps if isinstance(step.load, MassLoad)}


@settings(deadline=None)  # every load lays out a plan, which takes its time on a busy machine
@given(
    reps=st.integers(1, 30),
    tenths=st.integers(25, 3000),
    week=st.integers(1, 4),
    unit=st.sampled_from(("kg", "lb")),
    spoken=st.sampled_from(("kg", "lb")),
)
@example(reps=12, tenths=2250, week=3, unit="lb", spoken="lb")
def test_epleys_relation_and_rounding_down(reps: int, tenths: int, week: int, unit: MassUnit, spoken: MassUnit) -> None:
    """The dumbbell Romanian deadlift is written 4 x 12, which is taken as one rep in reserve."""
    exercise = "dumbbell-romanian-deadlift"
    load = Mass(Decimal(tenths) / 10, unit)
    kg = Fraction(tenths, 10) * (LB if unit == "lb" else 1) * (1 + Fraction(reps, 30)) / (1 + Fraction(13, 30))
    step = {"kg": Fraction(2), "lb": 5 * LB}[spoken]
    steps = floor(kg * SHARES[week] / step)
    found = start(done(exercise, load, reps), exercise, week, units=spoken)
    if steps == 0:
        assert found.load is None
        assert found.told is not None
        assert found.told.text == "the lightest there is"
    else:
        assert mass(found) == Mass(steps * {"kg": 2, "lb": 5}[spoken], spoken)
        assert mass(found).unit == spoken
        assert found.told is not None
        assert found.told.text.endswith("each hand")


@settings(deadline=None)
@given(steps=st.integers(1, 400), unit=st.sampled_from(("kg", "lb")))
def test_a_whole_number_of_steps_is_not_rounded_away(steps: int, unit: MassUnit) -> None:
    load = Mass({"kg": Decimal("2.5"), "lb": Decimal(5)}[unit] * steps, unit)
    assert mass(start(done("squat", load, 12), "squat", units=unit)) == load


@pytest.mark.parametrize(
    ("fields", "kg"),
    [
        ({"increments": {"barbell": "10 kg"}}, 100),
        ({"increments": {"barbell": "1 kg"}}, 101),
        ({"increments": {"barbell": "5 lb"}}, Fraction(220) * LB),
        ({}, 100),
        ({"units": "lb"}, Fraction(220) * LB),
    ],
)
def test_it_is_rounded_down_to_the_athletes_own_steps(fields: dict[str, Any], kg: Fraction | int) -> None:
    assert mass(start(done("squat", Mass("101.9", "kg"), 12), "squat", **fields)).kg == kg


def test_a_long_layoff_lowers_the_load() -> None:
    log = done("squat", Mass(100, "kg"), 12, MONDAY - dt.timedelta(days=60))
    assert mass(start(log, "squat")) == Mass(90, "kg")


def test_a_range_is_planned_for_its_most_reps() -> None:
    """Abduction is written 7 x 12-20: a set of 21 is just enough for 20 with one in reserve."""
    assert mass(start(done("hip-abduction", Mass(60, "kg"), 21), "hip-abduction")) == Mass(60, "kg")


# --- what makes it less ---


def test_one_leg_takes_half() -> None:
    """Leg extensions are logged for both legs; the method does them leg by leg, eight reps short of failure."""
    log = done("leg-extension", Mass(100, "kg"), 28)
    found = start(log, "leg-extension")
    assert mass(found) == Mass(50, "kg")
    assert found.told is not None
    assert "half of it for one leg" in found.told.basis


def test_an_exercise_of_one_leg_is_logged_for_one_leg() -> None:
    assert mass(start(done("standing-leg-curl", Mass(30, "kg"), 20), "standing-leg-curl")) == Mass(30, "kg")


def test_a_painful_joint_takes_less() -> None:
    """Seven tenths, and three to four reps left instead of one work set's one."""
    log = done("leg-press", Mass(200, "kg"), 24)
    found = start(log, "leg-press", pain=[{"joint": "knee", "severity": 2}])
    assert mass(found) == Mass(140, "kg")
    assert found.told is not None
    assert "less for a painful joint" in found.told.basis
    usual = mass(start(log, "leg-press"))
    assert usual > mass(found)


def test_pain_elsewhere_changes_nothing() -> None:
    log = done("donkey-calf-raise", Mass(140, "kg"), 7)
    pain = [{"joint": "knee", "severity": 2}]
    assert mass(start(log, "donkey-calf-raise", pain=pain)) == mass(start(log, "donkey-calf-raise"))


# --- chains ---


def test_a_chain_keeps_its_proportion() -> None:
    """700, 600, 500, 400 lb becomes 140, 120, 100, 80 kg."""
    problem = problem_of(done("donkey-calf-raise", Mass(140, "kg"), 7))
    candidate = candidate_for(problem, "donkey-calf-raise")
    found = starting_load(problem.request, candidate, problem.weeks[2])
    scheme = with_load(with_sets(candidate.scheme, 1), found.load, found.step)
    assert [step.load for step in expand(scheme)] == [MassLoad(Mass(kg, "kg")) for kg in (140, 120, 100, 80)]


@pytest.mark.parametrize("kg", [20, 35, 60, 90, 125, 200])
def test_a_chain_goes_down_in_steps_of_the_stack(kg: int) -> None:
    problem = problem_of(done("donkey-calf-raise", Mass(kg, "kg"), 7))
    candidate = candidate_for(problem, "donkey-calf-raise")
    found = starting_load(problem.request, candidate, problem.weeks[2])
    steps = expand(with_load(with_sets(candidate.scheme, 1), found.load, found.step))
    loads = [step.load.mass.value for step in steps if isinstance(step.load, MassLoad)]
    assert len(loads) == 4
    assert loads == sorted(loads, reverse=True)
    assert len(set(loads)) == 4
    assert loads[-1] > 0
    assert all(load % 5 == 0 for load in loads)


# --- no load from the log ---


def test_without_a_logged_set_the_athlete_is_told_how_to_find_it() -> None:
    found = start(Log(), "squat")
    assert found.load is None
    assert found.told is not None
    assert (found.told.text, found.told.kg) == ("find it", None)
    assert "no set of this exercise" in found.told.basis
    assert "12 reps" in found.told.basis


def test_only_the_same_exercise_counts() -> None:
    assert start(done("leg-press", Mass(200, "kg"), 20), "squat").load is None


def test_sets_with_the_bodys_weight_say_so() -> None:
    problem = problem_of(Log(), place="bodyweight")
    found = starting_load(problem.request, candidate_for(problem, "bodyweight-calf-raise"), problem.weeks[0])
    assert found.load == BodyweightLoad()
    assert found.told is not None
    assert "your own weight" in found.told.basis


@pytest.mark.parametrize("exercise", ["exercise-bike", "ankle-rocks", "calf-stretch"])
def test_warm_ups_and_stretches_have_no_load(exercise: str) -> None:
    assert start(done(exercise, Mass(20, "kg"), 12), exercise) == StartingLoad(None, None, None)


@pytest.mark.parametrize("step", ["0 kg", "-2.5 kg"])
def test_no_profile_has_steps_of_nothing(step: str) -> None:
    with pytest.raises(ValueError, match="increments"):
        profile_of(days=DAYS, increments={"barbell": step})
