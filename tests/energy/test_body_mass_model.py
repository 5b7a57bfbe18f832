"""The model of body mass: an independent implementation, the published equations solved otherwise, its rule."""

import csv
from itertools import groupby
from math import log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from legday.documents import FieldError
from legday.energy import KJ_PER_KCAL, Adults, adults, intake_to_hold, simulate, steady_state

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "hall_adult_weight.csv"


@st.composite
def people(draw: st.DrawFn) -> Adults:
    """One adult who is neither very lean nor very heavy."""
    height = draw(st.floats(1.5, 2.0))
    return adults(
        draw(st.booleans()),
        draw(st.floats(18, 80)),
        height,
        draw(st.floats(20, 40)) * height**2,
        draw(st.floats(1.3, 2.4)),
    )


changes = st.floats(-800, 1200)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference runs are not here")
def test_an_independent_implementation_gives_the_same_mass_and_fat_on_every_day() -> None:
    with REFERENCE.open(encoding="utf-8") as file:
        cases = [list(rows) for _, rows in groupby(csv.DictReader(file), lambda row: row["case"])]
    assert len(cases) == 8

    def column(name: str) -> NDArray[np.float64]:
        return np.array([[float(row[name]) for row in case] for case in cases])

    male = [case[0]["sex"] == "male" for case in cases]
    given = (column(name)[:, 0] for name in ("age_y", "height_m", "weight_kg", "pal"))
    crowd = adults(male, *given)
    np.testing.assert_allclose(crowd.intake, column("baseline_intake_kcal_d")[:, 0], atol=0.06)
    np.testing.assert_allclose(crowd.fat, column("baseline_fat_kg")[:, 0], atol=6e-4)
    days = column("day")[0].astype(int)
    state = simulate(crowd, crowd.intake + column("intake_change_kcal_d")[:, 0], days).state
    np.testing.assert_allclose(state.mass.T, column("weight_kg_model"), atol=0.05)
    np.testing.assert_allclose(state.fat.T, column("fat_kg_model"), atol=0.05)


def published(person: Adults, intakes: list[float], days_each: int) -> list[dict[str, float]]:
    """Integrate the equations as the web appendix of Hall et al. 2011 prints them, in kJ, with an adaptive solver.

    Expenditure is integrated too, so that the balance of energy can be checked.
    """
    (male, height, age, mass, level) = (
        each.item() for each in (person.male, person.height, person.age, person.mass, person.activity)
    )
    resting = (9.99 * mass + 625 * height - 4.92 * age + (5 if male else -161)) * 4.184
    baseline = resting * level
    fluid = 0.025 * age + 9.57 * height + 0.191 * mass - 12.4 if male else -4 + 5.98 * height + 0.167 * mass
    slope, offset = (37.31, 103.94) if male else (39.96, 102.01)
    fat = mass * (0.14 * age + slope * log(mass / height**2) - offset) / 100
    lean = mass - fluid - fat - 0.5 * 3.7
    delta = ((1 - 0.1) * level - 1) * resting / mass
    constant = baseline - 13 * fat - 92 * lean - delta * mass

    def rates(_: float, y: NDArray[np.float64], intake: float) -> list[float]:
        f, body, glycogen, ecf, adaptation, _ = y
        carbohydrate, base = 0.5 * intake, 0.5 * baseline
        stored = carbohydrate - base / 0.25 * glycogen**2
        c = 10.4 * 7600 / 39500
        p = c / (c + f)
        per_energy = p * 960 / 7600 + (1 - p) * 750 / 39500
        weight = f + body + ecf + 3.7 * glycogen
        digestion = 0.1 * (intake - baseline)
        expenditure = constant + 13 * f + 92 * body + delta * weight + digestion + adaptation
        expenditure = (expenditure + (intake - stored) * per_energy) / (1 + per_energy)
        left = intake - expenditure - stored
        return [
            (1 - p) * left / 39500,
            p * left / 7600,
            stored / 17600,
            (-3000 * (ecf - fluid) - 4000 * (1 - carbohydrate / base)) / 3220,
            (0.14 * (intake - baseline) - adaptation) / 14,
            expenditure,
        ]

    y, told = np.array([fat, lean, 0.5, fluid, 0.0, 0.0]), []
    for intake in intakes:
        done = solve_ivp(rates, (0, days_each), y, args=(intake * 4.184,), method="LSODA", rtol=1e-9, atol=1e-9)
        y = done.y[:, -1]
        told.append(dict(zip(("fat", "lean", "glycogen", "fluid", "adaptation", "spent"), y, strict=True)))
    return told


@settings(max_examples=25, deadline=None)
@given(person=people(), change=st.lists(changes, min_size=1, max_size=3), each=st.integers(1, 200))
def test_the_published_equations_give_the_same_bodies_whenever_intake_changes(
    person: Adults, change: list[float], each: int
) -> None:
    intakes = [person.intake.item() + by for by in change]
    days = [each * (number + 1) for number in range(len(intakes))]
    told = published(person, intakes, each)
    state = simulate(person, np.repeat(intakes, each)[:, None], days).state
    for name in ("fat", "lean", "glycogen", "fluid"):
        np.testing.assert_allclose(getattr(state, name)[:, 0], [each[name] for each in told], atol=2e-3, err_msg=name)
    # in less out is what the stores gained
    gained = (state.energy[-1, 0] - simulate(person, 0, [0]).state.energy[0, 0]) * KJ_PER_KCAL
    eaten = sum(intakes) * each * KJ_PER_KCAL
    by_steps = 2.0 * len(change)  # [kJ]: what steps of a day miss where the intake changes, half a kilocalorie
    assert eaten - told[-1]["spent"] == pytest.approx(gained, abs=1e-5 * eaten + by_steps)


@settings(max_examples=50, deadline=None)
@given(person=people(), change=changes, days=st.integers(1, 400))
def test_fat_and_lean_tissue_move_together_as_forbes_found(person: Adults, change: float, days: int) -> None:
    state = simulate(person, person.intake + change, [days]).state
    assert (state.lean - person.lean).item() == pytest.approx(10.4 * log((state.fat / person.fat).item()), abs=1e-4)


@settings(max_examples=30, deadline=None)
@given(person=people(), first=changes, more=st.floats(1, 500))
def test_whoever_eats_more_weighs_more_on_every_day(person: Adults, first: float, more: float) -> None:
    days = np.arange(1, 200)
    less = simulate(person, person.intake + first, days).state.mass
    assert np.all(simulate(person, person.intake + first + more, days).state.mass > less)


@settings(max_examples=20, deadline=None)
@given(person=people(), days=st.integers(0, 1000))
def test_who_eats_as_ever_stays_as_ever(person: Adults, days: int) -> None:
    assert simulate(person, person.intake, [days]).state.mass.item() == pytest.approx(person.mass.item(), abs=1e-9)


def crowd_of(number: int) -> tuple[Adults, NDArray[np.float64]]:
    """People of all kinds, and a change of intake for each [kcal/d]."""
    random = np.random.default_rng(number)
    height = random.uniform(1.5, 2.0, number)
    mass = random.uniform(20, 40, number) * height**2
    crowd = adults(
        random.random(number) < 0.5, random.uniform(18, 80, number), height, mass, random.uniform(1.3, 2.4, number)
    )
    return crowd, random.uniform(-500, 1000, number)


def test_days_as_steps_are_fine_enough() -> None:
    crowd, change = crowd_of(50)
    days = [1, 7, 30, 200]
    daily = simulate(crowd, crowd.intake + change, days).state.mass
    hourly = simulate(crowd, crowd.intake + change, days, steps_per_day=24).state.mass
    np.testing.assert_allclose(daily, hourly, atol=1e-3)


def test_everybody_comes_to_rest_where_the_steady_state_is() -> None:
    crowd, change = crowd_of(60)
    training = np.linspace(0, 300, 60)
    intake = crowd.intake + change
    end = steady_state(crowd, intake, training=training)
    last = simulate(crowd, intake, [15_000], training=training).state.mass[0]
    np.testing.assert_allclose(last, end.mass, atol=0.05)
    np.testing.assert_allclose(intake_to_hold(crowd, end.mass, training=training), intake, atol=1e-6)


def test_a_crowd_is_followed_as_each_of_it_alone() -> None:
    crowd = adults([True, False, True], [25, 40, 63], [1.8, 1.65, 1.72], [80, 90, 77], [1.5, 1.7, 1.4])
    change, days = np.array([300, -400, 0]), [10, 500]
    together = simulate(crowd, crowd.intake + change, days).state.mass
    for number in range(3):
        fields = (field[number] for field in (crowd.male, crowd.age, crowd.height, crowd.mass, crowd.activity))
        alone = adults(*fields)
        np.testing.assert_allclose(
            simulate(alone, alone.intake + change[number], days).state.mass[:, 0], together[:, number], rtol=1e-12
        )


def test_the_rule_of_the_paper() -> None:
    """About 100 kJ a day for each kilogram in the end; half of it in about a year, 95 % in about three.

    Adults of average height, some sport, and a body mass index from 25 to 30, who eat 100 kcal more or less.
    """
    bmi = np.linspace(25, 30, 6)
    mass = np.tile(np.concatenate((bmi * 1.76**2, bmi * 1.62**2)), 2)
    crowd = adults([*[True] * 6, *[False] * 6] * 2, 40, np.tile(np.repeat([1.76, 1.62], 6), 2), mass, 1.6)
    change = np.repeat([100.0, -100.0], 12)
    gained = steady_state(crowd, crowd.intake + change).mass - crowd.mass
    assert np.mean(change * KJ_PER_KCAL / gained) == pytest.approx(100, rel=0.1)
    after = simulate(crowd, crowd.intake + change, [365, 3 * 365]).state.mass
    year, three_years = ((after - crowd.mass) / gained).mean(axis=1)
    assert year == pytest.approx(0.5, abs=0.1)
    assert three_years == pytest.approx(0.95, abs=0.06)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("age", {"age": 17}),
        ("height", {"height": 178}),
        ("mass", {"mass": float("nan")}),
        ("activity", {"activity": 1}),
        ("intake", {"intake": 20_000}),
        ("intake", {"intake": 0}),
        ("fat", {"fat": 70}),
        ("fat", {"mass": 44}),
        ("mass", {"mass": 30}),
    ],
)
def test_who_can_not_be_is_refused_by_field(field: str, change: dict[str, float]) -> None:
    usual = {"age": 30, "height": 1.78, "mass": 80, "activity": 1.5} | change
    with pytest.raises(FieldError) as caught:
        adults(True, **usual)
    assert caught.value.field == field


@pytest.mark.parametrize("days", [[-1], [3, 3], [5, 2], [0.5]])
def test_days_that_do_not_rise_are_refused(days: list[float]) -> None:
    with pytest.raises(ValueError, match="rise from 0"):
        simulate(adults(True, 30, 1.8, 80, 1.5), 2000, days)


def test_intakes_below_zero_are_refused_and_nobody_lives_on_air() -> None:
    one = adults(True, 30, 1.8, 80, 1.5)
    with pytest.raises(ValueError, match="below zero"):
        simulate(one, [[2000.0], [-1.0]], [2])
    with pytest.raises(ValueError, match="above zero"):
        steady_state(one, 0)
