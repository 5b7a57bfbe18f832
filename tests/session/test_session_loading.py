"""Loads put on: never more than wished, only with what is owned, the fewest plates, and always with a reason."""

from fractions import Fraction
from itertools import pairwise, product
from operator import mul

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from session_plans import profile_of

from legday.catalogue import load_catalogue
from legday.planner import Plates, Stack
from legday.session import Loading
from legday.session.gear import Implement, implement_of
from legday.session.loading import heavier, lighter, plates_of, put_on, put_on_chain, stripped
from legday.units import Mass

STEP = Mass("2.5", "kg")
DAYS = {"monday": "60 min"}
masses = st.integers(1, 1200).map(lambda quarters: Mass(quarters, "kg") * Fraction(1, 4))
owned = st.lists(
    st.tuples(st.sampled_from(("20", "15", "10", "7.5", "5", "2.5", "1.25")), st.integers(1, 4)),
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: tuple(Plates(count, Mass(mass, "kg")) for mass, count in sorted(pairs, key=lambda p: -float(p[0]))))
bars = st.one_of(st.none(), st.sampled_from((Mass(10, "kg"), Mass(20, "kg"))))
plated = st.builds(lambda plates, bar, peg: Implement("barbell", STEP, bar, plates, peg), owned, bars, st.booleans())
sized = st.builds(
    lambda sizes: Implement("dumbbells", STEP, sizes=tuple(sorted(sizes))), st.sets(masses, min_size=1, max_size=5)
)
stacked = st.builds(lambda low, step: Implement("stack", step, ladder=Stack(low, step)), masses, masses)
implements = st.one_of(plated, sized, stacked)


def total(implement: Implement, plates: tuple[Mass, ...]) -> Fraction:
    bar = implement.bar.kg if implement.bar else Fraction(0)
    return bar + (1 if implement.peg else 2) * sum((plate.kg for plate in plates), Fraction(0))


@given(plated, masses)
def test_plates_make_the_heaviest_load_up_to_the_wish_and_are_the_fewest(implement: Implement, wished: Mass) -> None:
    loading = put_on(implement, wished)
    weights = [int(each.mass.kg * 400) for each in implement.plates]  # whole numbers of 2.5 g
    places = 1 if implement.peg else 2
    bar = int(implement.bar.kg * 400) if implement.bar else 0
    ways = [
        (bar + places * sum(map(mul, numbers, weights)), -sum(numbers))
        for numbers in product(*(range(each.count + 1) for each in implement.plates))
    ]
    best, fewest = max((way for way in ways if way[0] <= wished.kg * 400), default=(bar, 0))
    assert loading.mass.kg * 400 == best
    assert len(plates_of(loading)) == -fewest
    assert loading.mass.kg == total(implement, plates_of(loading))
    assert list(plates_of(loading)) == sorted(plates_of(loading), reverse=True)
    assert not (loading.per_side if implement.peg else loading.peg)


@given(implements, masses)
def test_a_rounded_load_says_why_and_another_does_not(implement: Implement, wished: Mass) -> None:
    loading = put_on(implement, wished)
    assert bool(loading.why) == (loading.mass != wished)
    if loading.why:
        assert str(wished) in loading.why


@given(sized, masses)
def test_dumbbells_are_those_that_are_owned(implement: Implement, wished: Mass) -> None:
    loading = put_on(implement, wished)
    assert loading.each in implement.sizes
    lighter_ones = [size for size in implement.sizes if size <= wished]
    assert loading.mass == (max(lighter_ones) if lighter_ones else min(implement.sizes))


@given(stacked, masses)
def test_a_pin_goes_into_a_hole(implement: Implement, wished: Mass) -> None:
    loading = put_on(implement, wished)
    assert implement.ladder is not None
    assert loading.pin is not None
    assert (loading.pin.kg - implement.ladder.lightest.kg) % implement.ladder.step.kg == 0
    assert loading.pin <= wished or loading.pin == implement.ladder.lightest
    assert loading.pin.kg + implement.ladder.step.kg > wished.kg


@given(plated, st.lists(masses, min_size=1, max_size=5, unique=True))
def test_a_chain_loses_no_load_to_being_stripped(implement: Implement, wished: list[Mass]) -> None:
    chain = sorted(wished, reverse=True)
    together, apart = put_on_chain(implement, chain), [put_on(implement, mass) for mass in chain]
    assert [loading.mass for loading in together] == [loading.mass for loading in apart]
    for loading in together:
        for each in implement.plates:
            assert plates_of(loading).count(each.mass) <= each.count


@given(st.integers(2, 6), st.sampled_from(("45", "10", "2.5")), st.booleans())
def test_equal_plates_are_stripped_one_by_one(plates: int, mass: str, peg: bool) -> None:
    implement = Implement("plates", STEP, plates=(Plates(plates, Mass(mass, "lb")),), peg=peg)
    sides = 1 if peg else 2
    chain = put_on_chain(implement, [Mass(mass, "lb") * (number * sides) for number in range(plates, 0, -1)])
    assert [len(plates_of(loading)) for loading in chain] == list(range(plates, 0, -1))
    assert [stripped(*pair) for pair in pairwise(chain)] == [1] * (plates - 1)


def test_a_chain_that_can_only_be_changed_is_not_called_stripped() -> None:
    implement = Implement("barbell", STEP, Mass(20, "kg"), (Plates(1, Mass(20, "kg")), Plates(1, Mass(15, "kg"))))
    heavy, light = put_on_chain(implement, [Mass(60, "kg"), Mass(50, "kg")])
    assert (heavy.per_side, light.per_side) == ((Mass(20, "kg"),), (Mass(15, "kg"),))
    assert stripped(heavy, light) is None


@given(implements, masses, st.sampled_from((Fraction(1, 20), Fraction(1, 10))))
def test_lighter_and_heavier_are_so_by_the_share(implement: Implement, wished: Mass, share: Fraction) -> None:
    now = put_on(implement, wished)
    assume(now.mass.value > 0)
    less, more = lighter(implement, now.mass, share), heavier(implement, now.mass, share)
    assert less is None or less.mass < now.mass
    assert more is None or more.mass.kg >= now.mass.kg * (1 + share)


def test_plates_of_both_units_come_near_enough() -> None:
    profile = profile_of(
        days=DAYS, gear={"plates": ["8 x 20 kg", "4 x 10 kg", "4 x 1.25 kg", "8 x 45 lb", "4 x 10 lb"]}
    )
    implement = implement_of(profile, load_catalogue().exercises["squat"])
    assert implement is not None
    loading = put_on(implement, Mass(300, "lb"))
    assert Fraction(98, 100) * Mass(300, "lb").kg <= loading.mass.kg <= Mass(300, "lb").kg


# --- what an athlete has ---


def loaded(exercise: str, wished: str, **fields: object) -> Loading:
    implement = implement_of(profile_of(days=DAYS, **fields), load_catalogue().exercises[exercise])
    assert implement is not None
    return put_on(implement, Mass.parse(wished))


@pytest.mark.parametrize(
    ("exercise", "wished", "fields", "text"),
    [
        ("squat", "100 kg", {}, "100 kg: 2 x 20 kg a side"),
        ("squat", "315 lb", {"units": "lb"}, "315 lb: 3 x 45 lb a side"),
        ("squat", "101 kg", {"increments": {"barbell": "1 kg"}}, "101 kg: 2 x 20 kg + 0.5 kg a side"),
        ("squat", "100 kg", {"gear": {"bars": {"barbell": "15 kg"}}}, "100 kg: 2 x 20 kg + 2.5 kg a side"),
        ("squat", "12 kg", {}, "20 kg: the empty bar"),
        ("squat", "100 kg", {"gear": {"plates": ["3 x 20 kg", "2 x 10 kg"]}}, "80 kg: 20 kg + 10 kg a side"),
        ("trap-bar-deadlift", "65 kg", {}, "65 kg: 20 kg a side"),
        ("seated-calf-raise", "60 kg", {"gear": {"plates": ["3 x 20 kg"]}}, "60 kg: 3 x 20 kg"),
        ("leg-press", "60 kg", {"gear": {"plates": ["3 x 20 kg"]}}, "40 kg: 20 kg a side"),
        ("dumbbell-romanian-deadlift", "21 kg", {}, "2 x 20 kg"),
        ("dumbbell-romanian-deadlift", "21 kg", {"gear": {"dumbbells": ["15 kg", "8 kg"]}}, "2 x 15 kg"),
        ("dumbbell-romanian-deadlift", "90 kg", {}, "2 x 60 kg"),
        ("leg-extension", "42 kg", {}, "pin at 40 kg"),
        ("leg-extension", "42 kg", {"gear": {"stack": {"lightest": "7 kg", "step": "7 kg"}}}, "pin at 42 kg"),
        (
            "leg-extension",
            "42 kg",
            {"gear": {"stacks": {"leg-extension-machine": {"lightest": "5 kg", "step": "10 kg", "heaviest": "35 kg"}}}},
            "pin at 35 kg",
        ),
    ],
)
def test_what_there_is_is_put_on(exercise: str, wished: str, fields: dict[str, object], text: str) -> None:
    assert loaded(exercise, wished, **fields).text == text


@pytest.mark.parametrize(("exercise", "place"), [("walking-lunge", "bodyweight"), ("band-squat", "gym")])
def test_what_there_is_nothing_for_is_not_loaded(exercise: str, place: str) -> None:
    assert implement_of(profile_of(days=DAYS, place=place), load_catalogue().exercises[exercise]) is None
