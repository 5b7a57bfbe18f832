"""The body's report: real changes are told from the error of the tape, ratios and sides from what is known."""

import datetime as dt
import math
from decimal import Decimal

import numpy as np
import pytest

from legday.log import Log, Measure, MeasureKind, Side
from legday.progress import BodyReport, body_report

TODAY = dt.date(2026, 11, 21)


def measure(kind: MeasureKind, value: float, days_ago: int, unit: str = "cm", side: Side | None = None) -> Measure:
    day = TODAY - dt.timedelta(days_ago)
    return Measure(f"{kind}{days_ago}{side}{value}", day, kind, Decimal(str(round(value, 2))), unit, side)


def report(*measures: Measure, male: bool | None = False, height: float | None = 1.68) -> BodyReport:
    return body_report(Log(measures=measures), TODAY, male=male, height=height)


def test_nothing_measured_shows_nothing() -> None:
    assert report() == BodyReport(None, (), (), ())


def test_readings_of_the_same_waist_hardly_ever_show_a_change() -> None:
    luck = np.random.default_rng(1)
    real = 0
    for _ in range(2000):
        first, last = (82 + luck.normal(0, 1.3) for _ in range(2))
        real += report(measure("waist", first, 60), measure("waist", last, 0)).girths[0].real
    assert 0.03 < real / 2000 < 0.07, "the error holds 95 of 100"


def test_more_readings_tell_smaller_changes() -> None:
    once = report(measure("waist", 84, 60), measure("waist", 81.5, 0)).girths[0]
    thrice = report(
        *(measure("waist", 84 + step, 60 - day) for day, step in enumerate((-0.5, 0, 0.5))),
        *(measure("waist", 81.5 + step, day) for day, step in enumerate((-0.5, 0, 0.5))),
    ).girths[0]
    assert (once.change, once.real) == (-2.5, False)
    assert (thrice.change, thrice.real, thrice.readings) == (-2.5, True, 3)
    assert once.error is not None
    assert thrice.error == pytest.approx(once.error / math.sqrt(3), abs=0.06)


def test_a_girth_measured_at_one_time_shows_no_change() -> None:
    (only,) = report(measure("calf", 37, 3, side="left"), measure("calf", 37.4, 0, side="left")).girths
    assert (only.change, only.error, only.since, only.real) == (None, None, None, False)


def test_a_girth_in_inches_has_the_same_error() -> None:
    metric = report(measure("waist", 84, 60), measure("waist", 80, 0)).girths[0]
    inches = report(measure("waist", 84 / 2.54, 60, "in"), measure("waist", 80 / 2.54, 0, "in")).girths[0]
    assert metric.error is not None
    assert inches.error == pytest.approx(metric.error / 2.54, abs=0.06)
    assert inches.real == metric.real is True


def test_days_still_to_come_are_left_out() -> None:
    found = report(measure("waist", 84, 60), measure("waist", 60, -3), measure("body-mass", 80, -1, "kg"))
    assert (found.girths[0].value, found.mass) == (84, None)


@pytest.mark.parametrize(("waist", "below"), [(83.9, True), (85.5, False)])
def test_the_waist_is_held_against_half_the_height(waist: float, below: bool) -> None:
    (ratio,) = report(measure("waist", waist, 1)).ratios
    assert ratio.name == "waist-to-height"
    assert ratio.value == pytest.approx(waist / 168, abs=0.005)
    assert ("less than half" in ratio.sentence) is below


def test_waist_to_hip_needs_both_of_one_time() -> None:
    both = report(measure("waist", 80, 1), measure("hip", 100, 5), height=None).ratios
    assert [(ratio.name, ratio.value, ratio.bound) for ratio in both] == [("waist-to-hip", 0.8, 0.85)]
    assert report(measure("waist", 80, 1), measure("hip", 100, 50), height=None).ratios == ()
    unsaid = report(measure("waist", 80, 1), measure("hip", 100, 5), male=None, height=None).ratios
    assert unsaid[0].bound is None
    man = report(measure("waist", 95, 1), measure("hip", 100, 5), male=True, height=None).ratios
    assert "not below" in man[0].sentence


def test_left_and_right_are_alike_unless_they_differ_by_more_than_the_tape() -> None:
    near = report(measure("thigh", 57, 1, side="left"), measure("thigh", 58, 2, side="right")).sides
    assert [sides.real for sides in near] == [False]
    (far,) = report(measure("thigh", 57, 1, side="left"), measure("thigh", 61, 2, side="right")).sides
    assert far.real
    assert "right thigh" in far.sentence
    assert report(measure("thigh", 57, 1, side="left"), measure("thigh", 58, 40, side="right")).sides == ()


def test_mass_is_filtered_and_a_wrong_weigh_in_is_doubted() -> None:
    luck = np.random.default_rng(3)
    weighed = [measure("body-mass", 82 - day * 0.02 + luck.normal(0, 0.5), 90 - day, "kg") for day in range(90)]
    weighed[40] = measure("body-mass", 180, 50, "kg")
    found = report(*weighed).mass
    assert found is not None
    assert [day.date for day in found.weighed if day.doubted] == [TODAY - dt.timedelta(50)]
    assert found.trend[-1].mean == pytest.approx(80.2, abs=0.6)
    assert found.trend[-1].low < found.trend[-1].mean < found.trend[-1].high
    assert max(abs(day.mean - (82 - 0.02 * number)) for number, day in enumerate(found.trend)) < 1
    pounds = body_report(Log(measures=tuple(weighed)), TODAY, unit="lb").mass
    assert pounds is not None
    assert pounds.trend[-1].mean == pytest.approx(found.trend[-1].mean * 2.20462, abs=0.01)
    assert pounds.week.mean == pytest.approx(found.week.mean * 2.20462, abs=0.01)


def test_one_weigh_in_is_told_to_be_too_few() -> None:
    found = report(measure("body-mass", 80, 0, "kg")).mass
    assert found is not None
    assert "no trend" in found.sentence
