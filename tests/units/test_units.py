"""Quantities keep the unit they were entered in and convert exactly."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.documents import Spoken
from legday.units import KG_PER_LB, Distance, Duration, Mass, MassUnit, Weekday, spoken_seconds, unit_of

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


@given(hundredths, hundredths, st.integers(-20, 20), units, units)
def test_masses_add_up_in_the_unit_of_the_first(
    a: Decimal, b: Decimal, factor: int, unit: MassUnit, other: MassUnit
) -> None:
    left, right = Mass(a, unit), Mass(b, other)
    assert abs((left + right).kg - left.kg - right.kg) < Fraction("1e-11")
    assert abs((left - right).kg - left.kg + right.kg) < Fraction("1e-11")
    assert abs((left * factor).kg - left.kg * factor) < Fraction("1e-11")
    assert (left + right).unit == (left - right).unit == (left * factor).unit == unit


def test_no_step_of_rounding_and_no_number_are_refused() -> None:
    with pytest.raises(ValueError, match="can't round to steps of 0 kg"):
        Mass(80, "kg").floor_to(Mass(0, "kg"))
    for number in ("nan", "inf", "-inf"):
        with pytest.raises(ValueError, match="a finite number"):
            Mass(number, "kg")
    with pytest.raises(ValueError, match="can't be negative"):
        Duration(-1)


@pytest.mark.parametrize("quantity", [Mass("82.5", "lb"), Duration(2700), Distance("13.1", "mi")])
def test_a_quantity_is_a_value(quantity: Mass | Duration | Distance) -> None:
    assert eval(repr(quantity)) == quantity  # noqa: S307
    assert hash(eval(repr(quantity))) == hash(quantity)  # noqa: S307
    assert quantity not in (str(quantity), 82.5, 2700, None)
    with pytest.raises(AttributeError, match="can't be changed"):
        quantity.value = quantity.seconds = Decimal(2)


@pytest.mark.parametrize("kind", [Mass, Duration, Distance])
def test_what_is_asked_for_is_accepted(kind: type[Spoken]) -> None:
    """The examples in the words that an error says are read."""
    _, examples = kind.describe().split(" such as ")
    for example in examples.split(" or "):
        assert str(kind.parse(example)) == example


some_lengths = st.integers(0, 999_999).map(lambda n: Decimal(n) / 100)


@given(some_lengths, st.sampled_from(["km", "mi"]))
def test_distance_text_round_trip(value: Decimal, unit: Literal["km", "mi"]) -> None:
    distance = Distance(value, unit)
    assert Distance.parse(str(distance)) == distance
    assert Distance.parse(str(distance)).unit == unit
    assert distance.meters == Fraction(value) * (1000 if unit == "km" else Fraction("1609.344"))


@given(some_lengths, some_lengths)
def test_equal_distances_are_as_long(km: Decimal, miles: Decimal) -> None:
    assert (Distance(km, "km") == Distance(miles, "mi")) == (km * 1000 == miles * Decimal("1609.344"))
    same = Distance(miles * Decimal("1.609344"), "km")
    assert same == Distance(miles, "mi")
    assert hash(same) == hash(Distance(miles, "mi"))


@pytest.mark.parametrize(
    ("text", "printed"),
    [("10K", "10 km"), ("5 k", "5 km"), (" 1 mile ", "1 mi"), ("26,2 Miles", "26.2 mi"), ("42.195 KM", "42.195 km")],
)
def test_distance_as_people_write_it(text: str, printed: str) -> None:
    assert str(Distance.parse(text)) == printed


@pytest.mark.parametrize("text", ["", "10", "km", "10 m", "-5 km", "1e3 km", "10 km away", "12345 km", "1.2345 km"])
def test_distance_refuses_the_rest(text: str) -> None:
    with pytest.raises(ValueError, match="expected a distance such as 10 km"):
        Distance.parse(text)


@given(st.integers(0, 10**6))
def test_duration_text_round_trip(seconds: int) -> None:
    assert Duration.parse(str(Duration(seconds))) == Duration(seconds)
    assert 0 <= seconds - 60 * Duration(seconds).minutes < 60


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
