"""What holds an athlete's mass by their own log: near the truth where the log tells it, None where it does not."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pytest

from legday.energy import Person, adults, open_books, own_intake, simulate
from legday.log import Food, Log, LoggedRun, Measure
from legday.planner import energy_target, knowing_intake
from legday.units import Energy, Mass

TODAY = dt.date(2026, 11, 21)
ANN = Person(male=False, age=31, height=1.68, mass=Mass("74", "kg"), activity=1.5)


def diary(holds: float, eats: float, days: int, *, runs: bool = False, logged_every: int = 1) -> Log:
    """The log of somebody whom a number of kcal holds and who eats another, weighed with the noise of mornings."""
    luck = np.random.default_rng(5)
    one = adults(False, 31, 1.68, 74, 1.5, intake=holds)
    mass = simulate(one, eats, np.arange(days + 1)).state.mass[:, 0]
    first = TODAY - dt.timedelta(days)
    dates = [first + dt.timedelta(number) for number in range(days)]
    weighed = tuple(
        Measure(f"m{day}", day, "body-mass", Decimal(str(round(mass[number] + luck.normal(0, 0.4), 1))), "kg")
        for number, day in enumerate(dates)
    )
    foods = tuple(
        Food(f"f{day}", day, Energy(str(round(eats + luck.normal(0, 150))), "kcal"), whole_day=True)
        for day in dates[::logged_every]
    )
    run = tuple(
        LoggedRun(f"r{day}", dt.datetime.combine(day, dt.time(7)), meters=Decimal(5000), seconds=Decimal(1800))
        for day in dates
        if runs
    )
    return Log(measures=weighed, foods=foods, runs=run)


def own(log: Log) -> float | None:
    return own_intake(open_books(ANN, log, TODAY), ANN)


@pytest.mark.parametrize("holds", [1900, 2150, 2500])
def test_eight_weeks_of_logs_find_what_holds_the_mass(holds: float) -> None:
    found = own(diary(holds, holds - 250, 56))
    assert found == pytest.approx(holds, abs=170)


def test_nothing_is_known_before_there_are_logs_enough() -> None:
    assert own(Log()) is None
    assert own(diary(2300, 2300, 6)) is None
    assert own(diary(2300, 2300, 56, logged_every=56)) is None, "nothing eaten is logged"


def test_usual_training_is_a_part_of_what_holds_the_mass() -> None:
    known = knowing_intake(ANN, diary(2500, 2500, 56, runs=True), TODAY)
    assert known.usual_training == pytest.approx(74 * 5), "runs of 5 km at 1 kcal a kilogram and kilometre"
    assert known.intake == pytest.approx(2500, abs=170)
    going_on = energy_target("longevity", known, None, TODAY)
    assert going_on.maintenance == pytest.approx(known.intake, abs=1)
    assert going_on.training == known.usual_training
    resting = energy_target("longevity", known, None, TODAY, training_kcal=0)
    assert 300 < going_on.maintenance - resting.maintenance < 500, "who stops running spends that much less"


def test_a_target_goes_by_what_the_log_found() -> None:
    log = diary(2550, 2550, 56)
    known = knowing_intake(ANN, log, TODAY)
    by_formula, by_log = (energy_target("leaner", person, None, TODAY) for person in (ANN, known))
    assert (by_formula.own, by_log.own) == (False, True)
    assert by_log.maintenance == pytest.approx(2550, abs=170)
    assert by_log.intake - by_formula.intake == pytest.approx(by_log.maintenance - by_formula.maintenance, abs=60)
