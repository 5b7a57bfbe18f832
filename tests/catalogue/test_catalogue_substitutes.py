"""What stands in for an exercise keeps its intent and needs nothing that is not there."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.catalogue import Equipment, load_catalogue, missing_equipment, substitutes

EXERCISES = load_catalogue().exercises


@settings(deadline=None)
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


def test_likeness_by_hand() -> None:
    """Half for the muscles, a quarter for the pattern, a quarter for the joints."""
    curl = EXERCISES["lying-leg-curl"]
    like = {each.exercise.id: each for each in substitutes(curl, set(Equipment), most=1000)}
    assert like["seated-leg-curl"].likeness == 1
    for identifier, each in like.items():
        other = EXERCISES[identifier]
        muscles, joints = [
            Fraction(len({*mine} & {*its}), len({*mine} | {*its}))
            for mine, its in ((curl.muscles.prime, other.muscles.prime), (curl.moves, other.moves))
        ]
        pattern = Fraction(other.pattern == curl.pattern)
        assert each.likeness == pytest.approx(float((2 * muscles + pattern + joints) / 4), abs=0.0005)


def test_no_more_are_offered_than_asked_for() -> None:
    everything = substitutes(EXERCISES["squat"], set(Equipment), most=1000)
    assert len(everything) > 8
    assert substitutes(EXERCISES["squat"], set(Equipment)) == everything[:8]
    assert substitutes(EXERCISES["squat"], set(Equipment), most=3) == everything[:3]
