"""Who an athlete is to the energy ledger: from the profile, and from what was measured since."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.energy import Person, adults
from legday.log import Log, Measure, MeasureKind
from legday.planner import USUAL_ACTIVITY, Missing, Profile, person_of
from legday.units import Mass
from planning import profile_of

TODAY = dt.date(2026, 11, 21)
FULL: dict[str, Any] = {"sex": "female", "birth_year": 1995, "height": "168 cm", "body_mass": "74 kg"}


def ann(**changes: Any) -> Profile:
    said = {**FULL, **changes, "days": {"monday": "60 min"}}
    return profile_of(**{name: value for name, value in said.items() if value is not None})


def measured(kind: MeasureKind, value: str, unit: str, days_ago: int, *, checked: bool = False) -> Measure:
    day = TODAY - dt.timedelta(days_ago)
    return Measure(f"{kind}{days_ago}", day, kind, Decimal(value), unit, checked=checked)


def person(profile: Profile, *measures: Measure) -> Person:
    found = person_of(profile, Log(measures=measures), TODAY)
    assert isinstance(found, Person), found
    return found


def test_a_profile_says_who_it_is() -> None:
    assert person(ann(activity=1.65)) == Person(False, 31, 1.68, Mass("74", "kg"), 1.65)
    assert person(ann()).activity == USUAL_ACTIVITY


@pytest.mark.parametrize("field", FULL)
def test_each_thing_that_lacks_is_asked_for(field: str) -> None:
    found = person_of(ann(**{field: None}), Log(), TODAY)
    assert isinstance(found, Missing)
    assert found.fields == (field,)
    assert field.split("_")[-1].replace("sex", "female or male") in found.sentence


def test_without_a_profile_everything_lacks() -> None:
    found = person_of(None, Log(), TODAY)
    assert isinstance(found, Missing)
    assert set(found.fields) == set(FULL)


def test_the_trend_of_the_scale_stands_before_the_profile_for_sixty_days() -> None:
    weighed = [measured("body-mass", str(80 + day % 3), "kg", 20 + day) for day in range(20)]
    assert float(person(ann(), *weighed).mass.kg) == pytest.approx(81, abs=0.5)
    assert person(ann(body_mass=None), *weighed).mass > Mass("80", "kg")
    assert person(ann(), measured("body-mass", "80", "kg", 61)).mass == Mass("74", "kg")
    assert person(ann(), measured("body-mass", "80", "kg", -1)).mass == Mass("74", "kg"), "a day still to come"


def test_one_wrong_weigh_in_does_not_move_the_mass_unless_it_was_checked() -> None:
    weighed = [measured("body-mass", "80", "kg", day) for day in range(1, 30)]
    wrong = person(ann(), *weighed, measured("body-mass", "176", "kg", 0))
    assert float(wrong.mass.kg) == pytest.approx(80, abs=0.3)
    checked = person(ann(), *weighed, measured("body-mass", "86", "kg", 0, checked=True))
    unchecked = person(ann(), *weighed, measured("body-mass", "86", "kg", 0))
    assert checked.mass > unchecked.mass


def test_the_mass_is_told_in_the_units_of_the_profile_to_a_tenth() -> None:
    mass = person(ann(units="lb", body_mass="163 lb"), measured("body-mass", "80", "kg", 1)).mass
    assert mass.unit == "lb"
    assert mass.value == round(mass.value, 1)


def test_fat_counts_for_half_a_year() -> None:
    assert person(ann(), measured("body-fat", "27.5", "%", 179)).fat == 27.5
    assert person(ann(), measured("body-fat", "27.5", "%", 181)).fat is None
    later = person(ann(), measured("body-fat", "30", "%", 100), measured("body-fat", "27", "%", 3))
    assert later.fat == 27


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"birth_year": 2012}, "birth_year"), ({"birth_year": 1900}, "birth_year"), ({"body_mass": "30 kg"}, "body_mass")],
)
def test_what_the_model_does_not_know_is_said_with_the_field_to_mend(changes: dict[str, Any], field: str) -> None:
    found = person_of(ann(**changes), Log(), TODAY)
    assert isinstance(found, Missing)
    assert found.fields == (field,)


@given(
    year=st.integers(1900, 2026),
    cm=st.integers(120, 250),
    kg=st.integers(25, 350),
    fat=st.none() | st.integers(1, 75),
    male=st.booleans(),
)
def test_whoever_is_told_can_be_followed(year: int, cm: int, kg: int, fat: int | None, male: bool) -> None:
    profile = ann(sex="male" if male else "female", birth_year=year, height=f"{cm} cm", body_mass=f"{kg} kg")
    measures = () if fat is None else (measured("body-fat", str(fat), "%", 1),)
    found = person_of(profile, Log(measures=measures), TODAY)
    if isinstance(found, Person):
        known = float("nan") if found.fat is None else found.fat / 100 * kg
        adults(found.male, found.age, found.height, float(found.mass.kg), found.activity, fat=known)
    else:
        assert found.sentence
        assert "\n" not in found.sentence
