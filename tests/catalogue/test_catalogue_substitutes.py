"""What stands in for an exercise keeps its intent and needs nothing that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legday.catalogue import Equipment, load_catalogue, missing_equipment, substitutes

EXERCISES = load_catalogue().exercises


@given(st.sampled_from(sorted(EXERCISES)), st.sets(st.sampled_from(Equipment)))
def test_the_intent_is_kept_with_what_is_at_hand(identifier: str, at_hand: set[Equipment]) -> None:
    exercise = EXERCISES[identifier]
    found = substitutes(exercise, at_hand)
    assert [each.likeness for each in found] == sorted((each.likeness for each in found), reverse=True)
    for each in found:
        assert each.exercise.id != identifier
        assert each.exercise.parts[:1] == exercise.parts[:1]
        assert set(each.exercise.moves) & set(exercise.moves)
        assert not missing_equipment(each.exercise, at_hand)
        assert 0 <= each.likeness <= 1


@pytest.mark.parametrize(
    "part", ["leg-press", "lying-leg-curl", "seated-calf-raise", "hip-abduction", "squat", "hip-thrust"]
)
def test_every_machine_has_a_substitute_at_home(part: str) -> None:
    assert substitutes(EXERCISES[part], {Equipment.DUMBBELLS, Equipment.BENCH, Equipment.BAND, Equipment.MAT})


def test_the_likest_come_first() -> None:
    gym = [each.exercise.id for each in substitutes(EXERCISES["romanian-deadlift"], set(Equipment), most=50)]
    assert "dumbbell-romanian-deadlift" in gym[:8]
    assert "leg-extension" not in gym
