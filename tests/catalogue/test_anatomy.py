"""The parts hold the muscles that anatomists list for them."""

import pytest

from legday.anatomy import MUSCLES, Joint, Part, muscles_of

# Gray's Anatomy, 42nd ed. (2020), chapters 77-79: the muscles of each part and the joints each crosses.
PARTS = {
    Part.GLUTES: {
        "gluteus-maximus": {"hip"},
        "gluteus-medius": {"hip"},
        "gluteus-minimus": {"hip"},
    },
    Part.QUADS: {
        "rectus-femoris": {"hip", "knee"},
        "vastus-lateralis": {"knee"},
        "vastus-medialis": {"knee"},
        "vastus-intermedius": {"knee"},
    },
    Part.HAMS: {
        "biceps-femoris-long-head": {"hip", "knee"},
        "biceps-femoris-short-head": {"knee"},
        "semitendinosus": {"hip", "knee"},
        "semimembranosus": {"hip", "knee"},
    },
    Part.CALVES: {
        "gastrocnemius": {"knee", "ankle"},
        "soleus": {"ankle"},
    },
}
SUPPORTING = {"tibialis-anterior", "adductors", "deep-hip-rotators", "hip-flexors", "trunk"}


@pytest.mark.parametrize("part", Part)
def test_a_part_has_its_muscles_and_they_cross_their_joints(part: Part) -> None:
    found = {str(muscle.id): {str(joint) for joint in muscle.joints} for muscle in muscles_of(part)}
    assert found == PARTS[part]


def test_the_other_muscles_are_counted_in_no_part() -> None:
    assert {str(muscle.id) for muscle in MUSCLES.values() if muscle.part is None} == SUPPORTING


def test_every_joint_is_crossed_and_every_muscle_says_what_it_does() -> None:
    assert {joint for muscle in MUSCLES.values() for joint in muscle.joints} == set(Joint)
    assert all(muscle.name and muscle.action for muscle in MUSCLES.values())
    assert len({muscle.name for muscle in MUSCLES.values()}) == len(MUSCLES)
