"""Arms and lengths come from one function, and strength is as measured."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.anatomy import MuscleName
from legday.physics import (
    COORDINATES,
    body_data,
    geometry,
    greatest_force,
    load_muscles,
    measured_torque,
    muscle_data,
    nominal,
)
from legday.physics.model import SEXES, Sex, rows_of
from legday.physics.people import _KNOTS, _SCALED, _TESTED, TRAINED

angles = st.tuples(
    st.floats(-25, 135), st.floats(-30, 50), st.floats(-40, 50), st.floats(0, 150), st.floats(-50, 40), st.floats(0, 0)
)


@settings(deadline=None)
@given(angles, st.sampled_from(range(5)))
def test_arms_are_how_lengths_change(degrees: tuple[float, ...], joint: int) -> None:
    """Virtual work: a muscle does as much by shortening as its moment does by turning the joint."""
    muscles = load_muscles()
    pose, step = np.radians([degrees]), 1e-5
    ahead, behind = pose.copy(), pose.copy()
    ahead[0, joint] += step
    behind[0, joint] -= step
    knots = {0: "hip", 3: "knee", 4: "ankle"}.get(joint)
    if knots and np.abs(muscles.knots[knots] - pose[0, joint]).min() < 2 * step:
        return  # the slope changes within the step
    arms = geometry(muscles, pose).arms[0, joint]

    def along(at: np.ndarray) -> np.ndarray:
        lengths = geometry(muscles, at).lengths[0]
        result: np.ndarray = np.sqrt(lengths**2 - np.sin(muscles.pennation) ** 2) * muscles.fibre / muscles.give
        return result

    shortens = -(along(ahead) - along(behind)) / (2 * step)
    free = geometry(muscles, pose).lengths[0] > 0.3  # the shortest fibres are held at a least length
    np.testing.assert_allclose(arms[free], shortens[free], atol=2e-6)


def test_every_muscle_has_arms_only_at_joints_it_crosses() -> None:
    from legday.anatomy import MUSCLES

    columns = {"hip": (0, 1, 2), "knee": (3,), "ankle": (4,), "trunk": (5,)}
    found = geometry(load_muscles(), np.radians([[40, 5, 5, 50, 5, 0]]))
    for name in MuscleName:
        crossed = {column for joint in MUSCLES[name].joints for column in columns[joint.value]}
        for row in rows_of(name):
            used = set(np.flatnonzero(found.arms[0, :, row]))
            allowed = crossed | ({3} if name in (MuscleName.HIP_FLEXORS, MuscleName.ADDUCTORS) else set())
            assert used <= allowed, name  # sartorius and gracilis reach the knee too


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("direction", [direction for _, direction in _SCALED])
def test_joints_are_as_strong_as_measured(sex: Sex, direction: str) -> None:
    """Anderson et al. 2007, at every angle of the measured range, for whoever trains half as strong again."""
    muscles = load_muscles()
    column, posture = _TESTED[direction]
    degrees = np.linspace(_KNOTS[column][0], _KNOTS[column][-1], 11)
    poses = np.zeros((11, len(COORDINATES)))
    for joint, angle in posture.items():
        poses[:, joint] = np.radians(angle)
    poses[:, column] = np.radians(degrees)
    found = geometry(muscles, poses)
    sign = 1 if direction in ("hip_flexion", "knee_flexion", "ankle_flexion") else -1
    force = greatest_force(nominal(sex).take(np.zeros(11, dtype=np.int64)), poses)
    torque = (np.maximum(sign * found.arms[:, column], 0) * force * found.pull).sum(axis=1)
    measured = TRAINED * np.array([measured_torque(sex, 25, direction, angle) for angle in poses[:, column]])
    np.testing.assert_allclose(torque, measured, rtol=0.1)


def test_measured_torque_falls_with_age_and_has_its_peak_where_the_study_has_it() -> None:
    """Young men extend the knee with 0.163 of weight times height, at 1.133 rad."""
    man = body_data().people["male"]
    peak = measured_torque("male", 25, "knee_extension", 1.133)
    assert peak == pytest.approx(0.163 * man.mass * 9.81 * man.height)
    assert measured_torque("male", 25, "knee_extension", 0.5) < peak
    assert measured_torque("male", 70, "knee_extension", 1.067) < peak
    assert measured_torque("female", 60, "knee_extension", 1.141) < measured_torque(
        "female", 25, "knee_extension", 1.274
    )


def test_every_number_of_the_data_names_a_study_or_a_convention() -> None:
    import re

    from legday.physics.model import DATA

    for data, name in ((body_data(), "body.yaml"), (muscle_data(), "muscles.yaml")):
        text = (DATA / name).read_text(encoding="utf-8")
        cited = set(re.findall(r"\[([a-z]+(?:-[a-z0-9]+)*)\]", text)) - {"mm", "deg", "rad"}
        assert cited - {"m", "kg"} <= set(data.sources)
        assert all(source.cite for source in data.sources.values())


def test_what_bends_a_joint_is_counted_so() -> None:
    found = geometry(load_muscles(), np.radians([[60, 0, 0, 60, 0, 0]]))
    column = {name: place for place, name in enumerate(COORDINATES)}
    signs = {
        (MuscleName.GLUTEUS_MAXIMUS, "hip_flexion"): -1,
        (MuscleName.HIP_FLEXORS, "hip_flexion"): 1,
        (MuscleName.VASTUS_LATERALIS, "knee_flexion"): -1,
        (MuscleName.SEMITENDINOSUS, "knee_flexion"): 1,
        (MuscleName.SOLEUS, "ankle_dorsiflexion"): -1,
        (MuscleName.TIBIALIS_ANTERIOR, "ankle_dorsiflexion"): 1,
        (MuscleName.GLUTEUS_MEDIUS, "hip_abduction"): 1,
        (MuscleName.ADDUCTORS, "hip_abduction"): -1,
    }
    for (muscle, coordinate), sign in signs.items():
        assert (np.sign(found.arms[0, column[coordinate], rows_of(muscle)]) == sign).all(), muscle
