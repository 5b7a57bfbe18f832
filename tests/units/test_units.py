"""Quantities keep the unit they were entered in and convert exactly."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.units import KG_PER_LB, Duration, Mass, MassUnit, Weekday, spoken_seconds, unit_of

hundredths = st.integers(0, 200_000).map(lambda n: Decimal(n) / 100)
units = st.sampled_from(["kg", "lb"])


@given(hundredths, units)
def test_mass_text_round_trip(value: Decimal, unit: MassUnit) -> None:
    mass = Mass(value, unit)
    assert Mass.parse(str(mass)) == mass
    assert Mass.parse(str(mass)).unit == unit


@given(hundredths, units)
def test_there_and_back_is_the_same_to_a_billionth(value: Decimal, unit: MassUnit) -> None:
    other: MassUnit = "lb" if unit == "kg" else "kg"
    there_and_back = Mass(value, unit).to(other).to(unit)
    assert abs(there_and_back.value - value) < Decimal("1e-9")


def test_a_pound_is_exact() -> None:
    assert Mass(1, "lb").kg == KG_PER_LB == Fraction("0.45359237")
    assert Mass(100, "lb").to("kg") == Mass("45.359237", "kg")


@given(hundredths, hundredths, units, units)
def test_order_and_hash_follow_the_kilograms(a: Decimal, b: Decimal, unit: MassUnit, other: MassUnit) -> None:
    left, right = Mass(a, unit), Mass(b, other)
    assert (left < right) == (left.kg < right.kg)
    assert (left == right) == (left.kg == right.kg)
    assert left != right or hash(left) == hash(right)


@given(hundredths, units, st.sampled_from(["0.5", "1.25", "2.5", "5", "10"]), units)
def test_rounding_down_stays_below_by_less_than_a_step(
    value: Decimal, unit: MassUnit, step: str, step_unit: MassUnit
) -> None:
    mass, size = Mass(value, unit), Mass(step, step_unit)
    rounded = mass.floor_to(size)
    assert rounded.unit == step_unit
    assert rounded.kg <= mass.kg < rounded.kg + size.kg
    assert (rounded.kg / size.kg).denominator == 1


@pytest.mark.parametrize(
    ("text", "mass"),
    [
        ("185lb", Mass(185, "lb")),
        ("185 LBS", Mass(185, "lb")),
        ("82,5 kg", Mass("82.5", "kg")),
        ("700 pounds", Mass(700, "lb")),
        ("-20 kilos", Mass(-20, "kg")),
    ],
)
def test_mass_as_people_write_it(text: str, mass: Mass) -> None:
    assert Mass.parse(text) == mass
    assert Mass.parse(text).unit == mass.unit


@pytest.mark.parametrize("text", ["", "kg", "80", "80 stone", "1e5 kg", "nan kg", "8 0 kg", "--8 kg"])
def test_mass_refuses_the_rest(text: str) -> None:
    with pytest.raises(ValueError, match="with its unit such as"):
        Mass.parse(text)


def test_mass_prints_to_a_hundredth() -> None:
    assert str(Mass("44.09245243697551", "lb")) == "44.09 lb"
    assert str(Mass("100.00", "kg")) == "100 kg"
    assert str(Mass(100, "lb").to("kg")) == "45.36 kg"


def test_quantities_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Mass(1, "kg").value = Decimal(2)
    with pytest.raises(AttributeError):
        Duration(1).seconds = 2


@given(st.integers(0, 10**6))
def test_duration_text_round_trip(seconds: int) -> None:
    assert Duration.parse(str(Duration(seconds))) == Duration(seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("45", 2700), ("45min", 2700), ("1h30min", 5400), ("1 hour 5 minutes", 3900), ("90 s", 90)],
)
def test_duration_as_people_write_it(text: str, seconds: int) -> None:
    assert Duration.parse(text).seconds == seconds


@pytest.mark.parametrize("text", ["", "soon", "min", "45 parsecs", "-5 min", "45 min later", "99999"])
def test_duration_refuses_the_rest(text: str) -> None:
    with pytest.raises(ValueError, match="a duration such as"):
        Duration.parse(text)


def test_seconds_as_lifters_say_them() -> None:
    said = [spoken_seconds(seconds) for seconds in (0, 45, 60, 90, 120, 150, 3600, 5430)]
    assert said == ["0 s", "45 s", "1 min", "90 s", "2 min", "2 min 30 s", "1 h", "1 h 30 min 30 s"]


@given(st.dates(), st.integers(-20, 20))
def test_weekdays_agree_with_the_calendar(date: dt.date, days: int) -> None:
    day = Weekday.of(date)
    assert day == date.strftime("%A").lower()
    assert date.weekday() == day.number
    if dt.date.min.toordinal() <= date.toordinal() + days <= dt.date.max.toordinal():
        later = Weekday.of(date + dt.timedelta(days=days))
        assert day.plus(days) is later
        assert day.days_until(later) == days % 7


def test_unit_words() -> None:
    assert [unit_of(word) for word in ("lbs", " KG ", "stone")] == ["lb", "kg", None]
