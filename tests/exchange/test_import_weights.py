"""The unit of weights, stated, inferred or converted, and masses in the unit they were entered in."""

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from legday.exchange import read_log
from legday.exchange.weights import infer_unit, read_masses
from legday.units import KG_PER_LB, Mass, MassUnit

HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
OTHER: dict[MassUnit, MassUnit] = {"kg": "lb", "lb": "kg"}
_units: st.SearchStrategy[MassUnit] = st.sampled_from(("kg", "lb"))
_quarters = st.integers(1, 1200).map(lambda quarters: Decimal(quarters) / 4)


def log_of(*weights: str, name: str = "Squat (Barbell)", head: str = HEAD) -> bytes:
    rows = (f"2026-09-01 18:00:00,Legs,1h,{name},{i},{w},5,0,0,,," for i, w in enumerate(weights, 1))
    return "\n".join([head, *rows]).encode()


def loads(content: bytes, unit: MassUnit | None = None) -> list[Mass | None]:
    return [done.load for _, done in read_log(content, "log.csv", unit=unit).log.sets()]


@given(_quarters, _units, st.integers(11, 17))
@settings(max_examples=400)
def test_a_weight_that_an_app_converted_comes_back_exactly_as_entered(
    entered: Decimal, unit: MassUnit, digits: int
) -> None:
    """An app that keeps one unit and exports the other writes all digits of a float."""
    factor = float(KG_PER_LB) if unit == "lb" else 1 / float(KG_PER_LB)
    written = Decimal(f"{float(entered) * factor:.{digits}g}")
    assume(written != round(written, 4))  # it did not come out round by chance
    mass = read_masses(OTHER[unit], [written])[written]
    assert (mass.value, mass.unit) == (entered, unit)


@given(_quarters, _units)
def test_float_noise_is_taken_off_and_round_weights_stay(entered: Decimal, unit: MassUnit) -> None:
    noisy = Decimal(repr(float(entered) / 0.45359237 * 0.45359237 * (1 + 2**-50)))
    masses = read_masses(unit, [noisy, entered])
    assert {(mass.value, mass.unit) for mass in masses.values()} == {(entered, unit)}


@given(st.lists(_quarters, min_size=12, max_size=30, unique=True), _units)
def test_weights_rounded_to_hundredths_come_back_when_there_are_several(entered: list[Decimal], unit: MassUnit) -> None:
    factor = KG_PER_LB if unit == "lb" else 1 / KG_PER_LB
    written = {round(Fraction(load) * factor * 100): load for load in entered}
    values = {Decimal(hundredths) / 100: load for hundredths, load in written.items()}
    masses = read_masses(OTHER[unit], list(values))
    for value, load in values.items():
        if value % Decimal("0.25"):
            assert (masses[value].value, masses[value].unit) == (load, unit)


def test_twenty_kilograms_written_as_long_pounds_are_twenty_kilograms() -> None:
    reading = read_log(log_of("44.09245243697551", "110.23113109243879", "180.0"), "log.csv")
    assert [str(done.load) for _, done in reading.log.sets()] == ["20 kg", "50 kg", "180 lb"]
    assert (reading.unit, reading.unit_basis) == (
        "lb",
        "weights such as 44.09245243697551 are kilograms converted to pounds",
    )


def test_a_heading_and_a_column_state_the_unit_and_the_caller_overrides_the_heading() -> None:
    headed = log_of("20", "100", head=HEAD.replace("Weight", "Weight (lbs)"))
    assert loads(headed) == [Mass(20, "lb"), Mass(100, "lb")]
    assert loads(headed, unit="kg") == [Mass(20, "kg"), Mass(100, "kg")]
    head = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps"
    rows = [f"2026-09-01 18:00:00;Legs;Squat;{i};82,5;{u};5" for i, u in enumerate(("kg", "lbs", "", "kg"), 1)]
    reading = read_log("\n".join([head, *rows]).encode(), "log.csv")
    expected = ["82.5 kg", "82.5 lb", "82.5 kg", "82.5 kg"]
    assert [str(done.load) for _, done in reading.log.sets()] == expected
    assert reading.unit_basis == "the column of units says so in 2 of 4 rows"


def test_no_weight_is_no_load() -> None:
    reading = read_log(log_of("0", "", "0.0"), "log.csv")
    assert [done.load for _, done in reading.log.sets()] == [None, None, None]
    assert (reading.unit, reading.unit_basis) == (None, "there are no weights in the file")


def test_an_unknown_unit_is_listed() -> None:
    content = b"Date,Exercise Name,Set Order,Weight,Weight Unit,Reps\n2026-09-01,Squat,1,12,stone,5\n"
    [listed] = read_log(content, "log.csv").listed
    assert (listed.line, listed.reason) == (2, "the unit 'stone' is not known; legday reads kg and lb")


def _barbell_log(unit: MassUnit, seed: int, strength: float) -> list[tuple[str, Decimal]]:
    """Make up what a lifter loads: the bar, pairs of the plates of the unit, dumbbells and stacks in its steps."""
    rng = random.Random(seed)  # noqa: S311
    bar, plates, step = (20, (1.25, 2.5, 5, 10, 15, 20), 2.5) if unit == "kg" else (45, (2.5, 5, 10, 25, 45), 5)
    heaviest = strength if unit == "kg" else strength / 0.45359237
    lifts = []
    for name in ("Squat (Barbell)", "Bench Press (Barbell)", "Deadlift (Barbell)", "Hip Thrust (Barbell)"):
        top = heaviest * rng.uniform(0.6, 1.2)
        for _ in range(25):
            load = bar + 2 * sum(rng.choice(plates) for _ in range(rng.randint(0, 5)))
            lifts.append((name, Decimal(str(min(load, round(top / step) * step)))))
    dumbbells = (6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22.5) if unit == "kg" else (10, 12.5, 15, 20, 25, 30, 35, 40)
    lifts += [("Lateral Raise (Dumbbell)", Decimal(str(rng.choice(dumbbells)))) for _ in range(10)]
    return list(dict.fromkeys(lifts))


@pytest.mark.parametrize("unit", ["kg", "lb"])
@pytest.mark.parametrize("strength", [70, 110, 150])
def test_the_unit_of_a_barbell_log_is_inferred(unit: MassUnit, strength: float) -> None:
    found = [infer_unit(_barbell_log(unit, seed, strength), english=True) for seed in range(60)]
    assert sum(inferred.unit == unit for inferred in found) >= 57


def test_an_inference_that_could_be_either_says_so() -> None:
    inferred = infer_unit([("Leg Press", Decimal(100)), ("Leg Press", Decimal(110))], english=True)
    assert inferred.basis == "assumed: the weights would fit both units; name the unit if this is wrong"
    assert read_log(log_of("100", "110", name="Leg Press"), "log.csv").unit_assumed
    assert not read_log(log_of("100", "110", name="Leg Press"), "log.csv", unit="kg").unit_assumed
    assert not read_log(log_of(*map(str, range(45, 320, 90))), "log.csv").unit_assumed


def test_even_one_barbell_lift_of_two_large_plates_a_side_is_likelier_in_pounds() -> None:
    assert infer_unit([("Squat (Barbell)", Decimal(225))], english=True).unit == "lb"
    assert infer_unit([("Squat (Barbell)", Decimal(100))], english=True).unit == "kg"
