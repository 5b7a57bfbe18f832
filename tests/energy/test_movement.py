"""What runs and steps cost, against published numbers."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.energy import run_energy, steps_energy
from legday.log import LoggedRun


def run(meters: float | None = None, seconds: float | None = None, ascent: float | None = None) -> LoggedRun:
    given = {"meters": meters, "seconds": seconds, "ascent": ascent}
    known = {name: Decimal(str(number)) for name, number in given.items() if number is not None}
    return LoggedRun("r", dt.datetime(2026, 11, 22, 7), **known)  # type: ignore[arg-type]


def test_a_kilometre_costs_about_a_kilocalorie_for_each_kilogram() -> None:
    assert run_energy(run(10_000, 3300), 70).best == pytest.approx(700)
    assert run_energy(run(seconds=3600), 70).best == pytest.approx(560)  # 8 km/h where only the time is known
    assert run_energy(run(), 70).high == 0


@pytest.mark.parametrize(("gradient", "up", "down"), [(0.1, 5.77, 2.12), (0.2, 8.92, 1.8)])
def test_hills_cost_what_was_measured_on_them(gradient: float, up: float, down: float) -> None:
    """Minetti et al. 2002, table 1, in J/kg/m at the speeds of their runners; their fit is within 15 % of it."""
    hilly = run_energy(run(10_000, ascent=10_000 / 2 * gradient), 70).best
    flat = run_energy(run(10_000), 70).best
    assert hilly / flat == pytest.approx((up + down) / 2 / 3.4, rel=0.15)


@given(st.floats(0, 1e5), st.floats(0, 5e3), st.floats(30, 200))
def test_more_never_costs_less(meters: float, ascent: float, mass: float) -> None:
    here = run_energy(run(round(meters, 2), ascent=round(ascent, 2)), mass)
    assert 0 <= here.low <= here.best <= here.high
    further = run_energy(run(round(2 * meters, 2), ascent=round(2 * ascent, 2)), mass)  # over hills as steep
    assert further.best == pytest.approx(2 * here.best, rel=1e-2, abs=2)
    assert run_energy(run(round(meters, 2)), mass).best <= here.best


def test_steps_are_counted_without_those_of_runs() -> None:
    """Ten thousand steps of somebody of 1.75 m are about 7 km; walking costs half of what running does."""
    assert steps_energy(10_000, 70, 1.75).best == pytest.approx(0.5 * 70 * 7.175)
    assert steps_energy(10_000, 70, 1.75, running_seconds=1800).best == pytest.approx(0.5 * 70 * 7.175 * (1 - 0.486))
    assert steps_energy(3000, 70, 1.75, running_seconds=3600).best == 0
