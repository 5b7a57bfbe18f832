"""What an athlete can put on: read as it is written, and refused in a sentence that names the field."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legday.documents import InputError, read
from legday.planner import Gear, Plates, Profile
from legday.units import Mass

OWN: dict[str, Any] = {
    "bars": {"barbell": "20 kg"},
    "plates": ["4 x 20 kg", "2 × 45 lb"],
    "dumbbells": ["10 kg", "12.5 kg"],
    "kettlebells": ["16 kg"],
    "stack": {"lightest": "5 kg", "step": "5 kg", "heaviest": "100 kg"},
}


def gear_of(**fields: Any) -> Gear:
    text = yaml.safe_dump({"name": "Ada", "days": {"monday": "60 min"}, "gear": fields}, allow_unicode=True)
    return read(Profile, text, "ada.yaml").gear


def test_gear_is_read() -> None:
    gear = gear_of(**OWN)
    assert gear.plates == (Plates(4, Mass(20, "kg")), Plates(2, Mass(45, "lb")))
    assert [str(plates) for plates in gear.plates] == ["4 x 20 kg", "2 x 45 lb"]
    assert gear.stack is not None
    assert (gear.stack.lightest, gear.stack.heaviest) == (Mass(5, "kg"), Mass(100, "kg"))
    assert gear_of() == Gear()


@given(count=st.integers(1, 200), mass=st.integers(1, 500))
def test_plates_come_back_as_they_are_printed(count: int, mass: int) -> None:
    plates = Plates(count, Mass(mass, "kg"))
    assert Plates.parse(str(plates)) == plates
    assert hash(Plates.parse(str(plates))) == hash(plates)
    assert Plates(count, Mass(mass + 1, "lb")) != plates
    assert repr(plates) == f"Plates({count}, {plates.mass!r})"
    with pytest.raises(AttributeError, match="can't be changed"):
        plates.count = 3


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"plates": ["many"]}, "gear.plates", "such as 4 x 20 kg"),
        ({"plates": ["0 x 20 kg"]}, "gear.plates", "between 1 and 200, not 0"),
        ({"plates": ["201 x 20 kg"]}, "gear.plates", "between 1 and 200, not 201"),
        ({"plates": ["2 x 0 kg"]}, "gear.plates", "more than 0"),
        ({"plates": ["2 x 20 kg", "4 x 20 kg"]}, "gear.plates", "stands here twice"),
        ({"dumbbells": ["501 kg"]}, "gear.dumbbells", "at most 500 kg"),
        ({"kettlebells": ["0 kg"]}, "gear.kettlebells", "more than 0"),
        ({"bars": {"bench": "20 kg"}}, "gear.bars", "bench is no bar"),
        ({"bars": {"barbell": "501 kg"}}, "gear.bars.barbell", "can't weigh 501 kg"),
        ({"stack": {"lightest": "0 kg", "step": "5 kg"}}, "gear.stack.lightest", "above zero"),
        ({"stack": {"lightest": "5 kg", "step": "0 kg"}}, "gear.stack.step", "above zero"),
        (
            {"stack": {"lightest": "9 kg", "step": "5 kg", "heaviest": "8 kg"}},
            "gear.stack.heaviest",
            "below the lightest",
        ),
    ],
)
def test_what_nobody_owns_is_refused(fields: dict[str, Any], field: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        gear_of(**fields)
    (problem,) = caught.value.problems
    assert problem.field.startswith(field)
    assert said in problem.message


def test_the_heaviest_and_the_lightest_are_allowed() -> None:
    gear = gear_of(bars={"barbell": "500 kg", "trap-bar": "0 kg"}, dumbbells=["500 kg"])
    assert gear.dumbbells == (Mass(500, "kg"),)
    assert gear_of(stack={"lightest": "5 kg", "step": "5 kg", "heaviest": "5 kg"}).stack is not None
