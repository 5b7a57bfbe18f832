"""What to eat for a goal: never below a limit, in order where goals are, and led to the body mass that is wanted."""

import datetime as dt
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from legday.energy import GoalPath, Person, Refusal, adults, plan_mass_goal, resting_rate, simulate
from legday.planner import GOALS, EnergyTarget, Goal, MassGoal, energy_target
from legday.units import Mass

TODAY = dt.date(2026, 11, 21)
LENA = Person(male=False, age=31, height=1.68, mass=Mass("74", "kg"), activity=1.5)
OMAR = Person(male=True, age=40, height=1.8, mass=Mass("210", "lb"), activity=1.6, fat=24)
EVERY: tuple[Goal, ...] = get_args(Goal)
goals = st.sampled_from(EVERY)


@st.composite
def persons(draw: st.DrawFn) -> Person:
    height = draw(st.floats(1.5, 2.0))
    kg = Decimal(round(draw(st.floats(18, 38)) * height**2, 1))
    mass = Mass(str(round(kg, 1)), "kg")
    return Person(draw(st.booleans()), draw(st.integers(18, 80)), height, mass, draw(st.floats(1.3, 2.2)))


def wanted(to: str, days: int) -> MassGoal:
    return MassGoal(Mass.parse(to), TODAY + dt.timedelta(days))


def target(goal: Goal, person: Person = LENA, mass_goal: MassGoal | None = None, training: float = 0) -> EnergyTarget:
    return energy_target(goal, person, mass_goal, TODAY, training)


def test_every_goal_has_its_own_sentences_with_sources_for_what_it_asks() -> None:
    found = {goal: target(goal) for goal in EVERY}
    assert set(GOALS) == set(EVERY)
    assert len({(each.sentence, each.page, each.plan) for each in found.values()}) == len(EVERY)
    for goal, each in found.items():
        assert "20" in each.protein_sentence, "a year of the source"
        assert GOALS[goal].energy.rate == 0 or "doi:" in each.sentence


def test_goals_are_in_the_order_of_what_they_ask() -> None:
    eaten = [target(goal).intake for goal in ("lose-weight", "leaner", "longevity", "grow")]
    assert eaten == sorted(eaten)
    assert len(set(eaten)) == 4
    assert target("leaner").protein > target("performance").protein > target("longevity").protein
    for goal in ("hips", "tighter-core", "performance", "longevity"):
        assert target(goal).intake == target(goal).maintenance


@settings(max_examples=25, deadline=None)
@given(persons(), goals, st.floats(0, 800), st.none() | st.tuples(st.floats(0.8, 1.2), st.integers(-30, 1200)))
def test_nothing_is_ever_told_that_breaks_a_limit(
    person: Person, goal: Goal, training: float, aim: tuple[float, int] | None
) -> None:
    kg = float(person.mass.kg)
    mass_goal = wanted(f"{max(26, kg * aim[0]):.1f} kg", aim[1]) if aim else None
    found = target(goal, person, mass_goal, training)
    as_ever = float(adults(person.male, person.age, person.height, kg, person.activity).intake[0]) + training
    assert found.intake >= min(1500 if person.male else 1200, as_ever) - 1
    assert -1.01 <= found.rate <= 0.51
    if kg < 18.5 * person.height**2:
        assert found.intake >= found.maintenance - 1 or found.rate > -0.1
    least, most = found.protein
    assert 0 < least < most
    assert 4 * least + 9 * found.least_fat <= found.intake
    if mass_goal and found.refusal is None and not found.reasons:
        assert found.mass_goal == mass_goal


@settings(max_examples=10, deadline=None)
@given(persons(), goals, st.floats(0, 600), st.floats(10, 400))
def test_more_training_lets_one_eat_more(person: Person, goal: Goal, training: float, more: float) -> None:
    less_trained, trained = target(goal, person, None, training), target(goal, person, None, training + more)
    assert trained.intake >= less_trained.intake - 1
    assert trained.maintenance > less_trained.maintenance


@settings(max_examples=10, deadline=None)
@given(persons(), st.floats(0.9, 0.99), st.integers(60, 600))
def test_a_lighter_goal_takes_less(person: Person, share: float, days: int) -> None:
    kg = float(person.mass.kg)
    assume(kg * share > 18.5 * person.height**2)
    heavier, lighter = (target("grow", person, wanted(f"{kg * each:.1f} kg", days)) for each in (share + 0.01, share))
    assert lighter.intake <= heavier.intake + 1


def test_the_intake_leads_to_the_mass_that_is_wanted() -> None:
    found = target("grow", LENA, wanted("70 kg", 120), 50)
    one = adults(False, 31, 1.68, 74, 1.5)
    assert simulate(one, found.intake, [120], training=50).state.mass.item() == pytest.approx(70, abs=0.02)
    assert "70 kg" in found.sentence
    assert found.protein >= target("grow").protein
    lean = Person(male=True, age=30, height=1.8, mass=Mass("85", "kg"), activity=1.5, fat=12)
    assert target("grow", lean, wanted("82 kg", 90)).protein > target("grow", lean).protein, "more to keep muscle"


def test_an_unsafe_mass_is_refused_and_the_nearest_safe_one_taken() -> None:
    found = target("grow", OMAR, wanted("170 lb", 40))
    alone = plan_mass_goal(OMAR, Mass.parse("170 lb"), TODAY, TODAY + dt.timedelta(40))
    assert isinstance(alone, Refusal)
    assert found.refusal == alone
    assert found.mass_goal == MassGoal(alone.nearest[0].mass, alone.nearest[0].by)
    there = plan_mass_goal(OMAR, alone.nearest[0].mass, TODAY, alone.nearest[0].by)
    assert isinstance(there, GoalPath)
    assert found.intake == there.intake


@pytest.mark.parametrize(("days", "words"), [(0, "has come"), (-400, "has come"), (3, "7 days"), (2000, "three years")])
def test_a_goal_whose_day_is_past_near_or_far_is_left_out_and_said(days: int, words: str) -> None:
    found = target("leaner", LENA, wanted("70 kg", days))
    assert words in found.reasons[0]
    assert found.mass_goal is None
    assert found.intake == target("leaner").intake


def test_who_is_underweight_is_not_told_to_lose() -> None:
    light = Person(male=False, age=25, height=1.68, mass=Mass("51", "kg"), activity=1.6)
    found = target("lose-weight", light)
    assert found.intake == found.maintenance
    assert any("18.5" in reason for reason in found.reasons)
    small = Person(male=False, age=60, height=1.55, mass=Mass("50", "kg"), activity=1.3)
    held = target("lose-weight", small)
    assert held.intake == pytest.approx(1200, abs=1)
    assert held.reasons
    assert float(resting_rate(False, 60, 1.55, 50)) < 1200
