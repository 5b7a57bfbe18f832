"""Poses stand still: forces and moments add up to nothing, and joint moments are what virtual work says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.anatomy import MuscleName
from legday.physics import (
    COORDINATES,
    MEASURED,
    Posed,
    Recipe,
    check_pose,
    demand,
    draw,
    joint_moments,
    nominal,
    prepared_variants,
)
from legday.physics.model import FOOT, SHANK, THIGH, UPPER
from legday.physics.recipes import UnreachableError
from legday.physics.statics import Load, about_x, about_z, joint_axes, jointed, swung, weights

POSITIONS = 6
PART = np.linspace(0, 1, POSITIONS)
VARIANTS = prepared_variants()


def posed(key: str, load: float = 0.4) -> Posed:
    prepared = VARIANTS[key]
    models = nominal().take(np.zeros(POSITIONS, dtype=np.int64))
    return check_pose(prepared.recipe, models, PART, np.full(POSITIONS, load if prepared.effort else 0.0))


@pytest.mark.parametrize("key", VARIANTS)
def test_every_variant_can_be_done_and_stands_still(key: str) -> None:
    """Reachable, in balance and within every joint's range; where all loads are known they add up to nothing."""
    found = posed(key)
    assert np.isfinite(joint_moments(found)).all()
    if not found.balanced:
        return
    force = np.sum([load.force for load in found.loads], axis=0)
    moment = np.sum([np.cross(load.point, load.force) for load in found.loads], axis=0)
    np.testing.assert_allclose(force[:, :2], 0, atol=1e-9)
    np.testing.assert_allclose(moment[:, 2], 0, atol=0.5 if found_by_halving(key) else 1e-6)


def found_by_halving(key: str) -> bool:
    return VARIANTS[key].recipe.word("balance") == "shank"


@pytest.mark.parametrize("key", [key for key in VARIANTS if key.endswith("/usual")])
def test_both_sides_of_a_joint_tell_the_same(key: str) -> None:
    """The moments about z at hip and knee from all loads above them, where all loads are known."""
    found = posed(key)
    if not found.balanced or VARIANTS[key].recipe.number("toes") or found_by_halving(key):
        return
    leg, own = found.leg, joint_moments(found)
    for joint, last, column, sign in ((leg.hip, THIGH, 0, 1.0), (leg.knee, SHANK, 3, -1.0)):
        above = np.sum(
            [np.cross(each.point - joint, each.force) for each in found.loads if each.segment > last], axis=0
        )
        flat = np.abs(joint_axes(leg)[:, column, 2]) > 1 - 1e-10
        np.testing.assert_allclose(own[flat, column], sign * above[flat, 2], atol=1e-6)


def potential(angles: np.ndarray, pelvis: np.ndarray, force: np.ndarray, segment: int, local: np.ndarray) -> float:
    """Energy of a hanging leg's weight and of a steady force on one of its segments."""
    models = nominal()
    hip = np.array([[0.0, 0.0, 0.09]])
    leg = swung(models, pelvis, hip, angles[None])
    energy = -sum(float((each.force * each.point).sum()) for each in weights(models, leg) if each.segment <= THIGH)
    return energy - float((force * attached(leg, segment, local)).sum())


def attached(leg: object, segment: int, local: np.ndarray) -> np.ndarray:
    at = {FOOT: ("foot", "ankle"), SHANK: ("shank", "ankle"), THIGH: ("thigh", "knee")}[segment]
    axes, origin = getattr(leg, at[0]), getattr(leg, at[1])
    result: np.ndarray = origin + np.matmul(axes, local)
    return result


@settings(deadline=None, max_examples=60)
@given(
    st.tuples(st.floats(-20, 120), st.floats(-30, 45), st.floats(-35, 45), st.floats(1, 140), st.floats(-40, 30)),
    st.tuples(st.floats(-80, 80), st.floats(-60, 60)),
    st.tuples(*[st.floats(-400, 400)] * 3),
    st.sampled_from([FOOT, SHANK, THIGH]),
    st.tuples(*[st.floats(-0.2, 0.2)] * 3),
)
def test_moments_are_what_virtual_work_says(
    degrees: tuple[float, ...],
    held: tuple[float, float],
    force: tuple[float, float, float],
    segment: int,
    local: tuple[float, float, float],
) -> None:
    """A joint moment is how the energy of all loads grows with its angle: finite differences, no moment arm at all."""
    models = nominal()
    pelvis = np.matmul(about_z(np.radians([held[0]])), about_x(np.radians([held[1]])))
    angles = np.append(np.radians(degrees), 0.0)
    leg = swung(models, pelvis, np.array([[0.0, 0.0, 0.09]]), angles[None])
    pull, place = np.array([force]), np.array(local)
    loads = (*weights(models, leg), Load(segment, attached(leg, segment, place), pull, "force"))
    moments = joint_moments(Posed(leg, loads, propped=True))[0]
    step = 1e-6
    for column in range(5):
        ahead, behind = angles.copy(), angles.copy()
        ahead[column] += step
        behind[column] -= step
        slope = (potential(ahead, pelvis, pull, segment, place) - potential(behind, pelvis, pull, segment, place)) / (
            2 * step
        )
        assert moments[column] == pytest.approx(slope, abs=2e-3), COORDINATES[column]


@settings(deadline=None, max_examples=60)
@given(
    st.tuples(st.floats(-20, 130), st.floats(-30, 50), st.floats(-40, 50), st.floats(1, 150), st.floats(-45, 35)),
    st.floats(-90, 90),
)
def test_angles_are_read_back_from_points(degrees: tuple[float, ...], lean: float) -> None:
    models, angles = nominal(), np.append(np.radians(degrees), 0.0)
    pelvis = about_z(np.radians([lean]))
    leg = swung(models, pelvis, np.array([[0.0, 1.0, 0.09]]), angles[None])
    again = jointed(models, pelvis, leg.hip, leg.knee, leg.ankle, leg.foot, leg.thigh[..., 2])
    np.testing.assert_allclose(again.angles[0], angles, atol=1e-7)


def test_a_squat_by_hand() -> None:
    """Without a load the knee holds half of body weight at its distance from the press, less shank and foot."""
    key = "bodyweight-squat/parallel"
    found = posed(key, 0.0)
    floor = next(load for load in found.loads if load.name == "floor")
    models = nominal()
    half = models.body_mass[0] * 9.81 / 2
    np.testing.assert_allclose(floor.force[:, 1], half, rtol=1e-9)
    straight = Recipe("stand", {"knee": (80,), "shank": (25,), "width": (2 * float(models.points["hip"][0]),)}, {})
    flat = check_pose(straight, models, np.array([0.5]), np.zeros(1))
    leg = flat.leg
    shank = leg.knee + models.centre[0, SHANK] * (leg.ankle - leg.knee)
    foot = next(load.point for load in flat.loads if load.segment == FOOT and load.name == "weight")
    by_hand = -(
        half * leg.knee[0, 0]
        + models.mass[0, SHANK] * 9.81 * (shank - leg.knee)[0, 0]
        + models.mass[0, FOOT] * 9.81 * (foot - leg.knee)[0, 0]
    )
    assert joint_moments(flat)[0, 3] == pytest.approx(by_hand)
    above = [load for load in flat.loads if load.segment == UPPER]
    lumbar = sum((load.point - leg.lumbar)[0, 0] * load.force[0, 1] for load in above)
    assert joint_moments(flat)[0, 5] == pytest.approx(lumbar)


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ({"knee": (150.0,), "shank": (0.0,)}, "trunk can't lean|hip flexion"),
        ({"knee": (100.0,), "shank": (50.0,)}, "ankle dorsiflexion"),
        ({"knee": (10.0,), "shank": (5.0,), "width": (2.2,)}, "out of reach|past its range|shank"),
    ],
)
def test_poses_that_nobody_can_take_up_are_refused(numbers: dict[str, tuple[float, ...]], why: str) -> None:
    with pytest.raises(UnreachableError, match=why):
        check_pose(Recipe("stand", numbers, {}), nominal(), np.array([0.5]), np.zeros(1))


def test_nearly_all_drawn_people_can_do_every_exercise() -> None:
    from legday.physics import load_table

    least = {key: row.possible for key, row in load_table().variants.items() if row.possible < 90}
    assert not least


def test_the_draw_is_the_same_every_time_and_half_are_women() -> None:
    one, two = draw(40), draw(40)
    np.testing.assert_array_equal(one.force, two.force)
    assert (one.body_mass == one.body_mass.min()).sum() == 20
    assert np.abs(one.pressure).max() <= 0.02
    assert np.degrees(np.abs(one.ankle).max()) <= 5.0
    assert set(one.power) == {2.0, 3.0}


@pytest.mark.parametrize("key", ["hip-thrust/usual", "glute-bridge/usual", "barbell-glute-bridge/usual"])
def test_feet_and_back_braced_against_each_other_move_nobody(key: str) -> None:
    """Seen from the side, what braces a foot against the back adds neither force nor moment to the whole body."""
    lengthwise = [brace for brace in posed(key).braces if len(brace) == 2]
    assert len(lengthwise) == 1
    force = np.sum([load.force for load in lengthwise[0]], axis=0)
    moment = np.sum([np.cross(load.point, load.force) for load in lengthwise[0]], axis=0)
    np.testing.assert_allclose(force, 0, atol=1e-9)
    np.testing.assert_allclose(moment[:, 2], 0, atol=1e-9)


@pytest.mark.parametrize("key", ["stiff-leg-deadlift/usual", "back-extension/usual"])
def test_ligaments_hold_a_straight_knee_so_that_no_hip_flexor_fights_the_hamstrings(key: str) -> None:
    found = demand(VARIANTS[key], draw().take(np.arange(40)))
    flexors = found.activation[found.possible][:, :, MEASURED.index(MuscleName.HIP_FLEXORS)]
    assert flexors.max() < 0.05
